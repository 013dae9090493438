// A chapter of the year on screen, for a priority or another topic, in the frame that every chapter shares: what we have
// done → how we know it made a difference → what we will do next.
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import type { ResolvedRef } from '../../kernel/evidence/source.ts';
import { topics } from '../../kernel/evidence/topics.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, page, type View } from '../../kernel/pages/page.ts';
import { acts, addressWith, link } from '../../ground/drawing.ts';
import { showDay, showNumber, showPeriod } from '../../surfaces/web/components/day.ts';
import { evidenceView, measureFigure } from '../../surfaces/web/components/evidence.ts';
import { figures } from '../../surfaces/web/components/figure.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { claimCard } from './claim.pages.ts';
import { planPath, showYearLabel, yearPath } from './drawing.ts';
import type { Activity, Frame, NextStep } from './frame.operations.ts';
import { isPastDue, readPriorityYear, readTopicYear } from './overview.operations.ts';

type PriorityYear = Awaited<ReturnType<typeof readPriorityYear.run>>;
type TopicYear = Awaited<ReturnType<typeof readTopicYear.run>>;

/** Where a new entry would stand. */
type Carried = { year: string; priority_id?: string; topic: string };

type Sources = Record<string, ResolvedRef>;

function sourceLine(
  entry: { source_id: string | null; locator: string | null },
  sources: Sources,
): Html | false {
  const source = entry.source_id === null ? undefined : sources[entry.source_id];
  if (source === undefined) return false;
  return html`Source: ${link(source.path, entry.locator === null ? source.title : `${source.title}, ${entry.locator}`)}`;
}

/** Facts of an entry in one quiet line; what is not recorded is left out. */
function meta(parts: readonly (Html | string | false | null)[]): Html | false {
  const said = parts.filter((part) => part !== false && part !== null && part !== '');
  return (
    said.length > 0 &&
    html`<p class="gt-origin">${said.map((part, at) => html`${at > 0 && ' · '}${part}`)}</p>`
  );
}

function whenDone({ when_label, from_on, to_on }: Activity): string | false {
  return when_label ?? ((from_on ?? to_on) !== null && showPeriod(from_on, to_on));
}

function reached({ reach, reach_label }: Activity): string | false {
  return reach !== null && `Reached ${showNumber(reach)}${reach_label === null ? '' : ` ${reach_label}`}`;
}

function activityEntry(entry: Activity, sources: Sources, view: View): Html {
  return html`<li class="gt-entry" id="activity-${entry.id}"><p class="govuk-body">${entry.text}</p>${meta([
    whenDone(entry),
    entry.agency,
    entry.body,
    reached(entry),
    sourceLine(entry, sources),
    view.can('plan.write') && link(`/plan/activities/${entry.id}/change`, 'Change'),
  ])}</li>`;
}

function dueLine({ due_on, due_label }: NextStep): string | false {
  if (due_label !== null) return `Due: ${due_label}`;
  return due_on !== null && `Due ${showDay(due_on)}`;
}

function nextStepEntry(entry: NextStep, sources: Sources, view: View): Html {
  const late = isPastDue(entry, view.today);
  const open = entry.done_on === null && view.can('plan.write');
  return html`<li class="gt-entry" id="next-step-${entry.id}"><p class="govuk-body">${entry.text}${late && html` ${tag({ text: 'Past due', classes: 'govuk-tag--orange' })}`}${
    entry.done_on !== null && html` ${tag({ text: 'Done', classes: 'govuk-tag--green' })}`
  }</p>${entry.done_note && html`<p class="govuk-body">${entry.done_note}</p>`}${meta([
    entry.owner === null ? 'No owner is recorded' : `Owner: ${entry.owner}`,
    dueLine(entry) || 'No due day is recorded',
    entry.done_on !== null && `Done on ${showDay(entry.done_on)}`,
    sourceLine(entry, sources),
    open && link(`/plan/next-steps/${entry.id}/completion`, 'Record it as done'),
    view.can('plan.write') && link(`/plan/next-steps/${entry.id}/change`, 'Change'),
  ])}</li>`;
}

/** Evidence that stands in this part by itself: figures side by side, then the rest. */
function itemsOfPart(items: readonly EvidenceItem[], part: 'done' | 'difference' | 'next'): Html | false {
  const own = items.filter((item) => (item.part ?? 'difference') === part);
  if (own.length === 0) return false;
  const standing = (item: EvidenceItem) => ({
    title: item.title,
    path: item.path,
    source_title: item.source?.title ?? null,
    locator: item.source?.locator ?? null,
    period: item.period,
    as_of: item.as_of,
    geography: item.geography,
  });
  const measures = own.flatMap((item) =>
    item.content.shape === 'measure' ? [measureFigure(item.content, standing(item))] : [],
  );
  return html`${measures.length > 0 && figures(measures)}${own
    .filter((item) => item.content.shape !== 'measure')
    .map(
      (item) =>
        html`<h3 class="govuk-heading-s">${link(item.path, item.title)}</h3>${evidenceView(item.content, standing(item))}`,
    )}`;
}

function frameView(frame: Frame, carried: Carried, view: View): Html {
  const may = view.can('plan.write');
  const add = (path: string, text: string) => acts([may && { href: addressWith(path, carried), text }]);
  return html`<h2 class="govuk-heading-l" id="done">What we have done</h2>${
    frame.activities.length === 0
      ? html`<p class="govuk-body gt-empty">Nothing is recorded as done yet.</p>`
      : html`<ul class="gt-entries">${frame.activities.map((entry) => activityEntry(entry, frame.sources, view))}</ul>`
  }${itemsOfPart(frame.items, 'done')}${add('/plan/activities/new', 'Add something that was done')}
<h2 class="govuk-heading-l" id="difference">How we know it made a difference</h2>${
    frame.claims.length === 0
      ? html`<p class="govuk-body gt-empty">It does not say yet what changed. Say what is different for children, families or practice, and link the figures that show it.</p>`
      : frame.claims.map((claim) => claimCard(claim, view))
  }${itemsOfPart(frame.items, 'difference')}${add('/plan/claims/new', 'Say what has changed')}${acts([
    view.can('evidence.contribute') && {
      href: addressWith('/evidence/new', {
        topic: carried.topic,
        part: 'difference',
        group_ref: carried.priority_id && `plan.priority/${carried.priority_id}`,
      }),
      text: 'Add evidence',
    },
  ])}
<h2 class="govuk-heading-l" id="next">What we will do next</h2>${
    frame.next_steps.length === 0
      ? html`<p class="govuk-body gt-empty">No next step is recorded yet.</p>`
      : html`<ul class="gt-entries">${frame.next_steps.map((entry) => nextStepEntry(entry, frame.sources, view))}</ul>`
  }${itemsOfPart(frame.items, 'next')}${add('/plan/next-steps/new', 'Add a next step')}`;
}

/** A focus that ends does not hand on its measures unasked: the page says so, and where they are. */
function takenOver({ taken_over, year }: PriorityYear): Html[] {
  return taken_over.map((focus) =>
    insetText({
      html: html`<p class="govuk-body">Carries on “${focus.focus}” from ${link(`/plan/priorities/${focus.priority_id}`, focus.priority)}${
        focus.until_on !== null && `, which ended on ${showDay(focus.until_on)}`
      }. <strong>Measures of ${focus.focus} were not carried over.</strong></p><p class="govuk-body">${link(
        addressWith('/evidence', { group_ref: `plan.priority/${focus.priority_id}` }),
        'See them in the register',
      )}, and link to claims here those that still mean the same in ${showYearLabel(year.label)}.</p>`,
    }),
  );
}

function focusList({ focuses }: PriorityYear): Html | false {
  if (focuses.length === 0) return false;
  return html`<h2 class="govuk-heading-s">What it attends to</h2><ul class="govuk-list govuk-list--bullet">${focuses.map(
    (focus) =>
      html`<li>${focus.focus}${focus.until_on !== null && ` (until ${showDay(focus.until_on)}${focus.successor === null ? '' : `, then carried on in ${focus.successor}`})`}</li>`,
  )}</ul>`;
}

function siblings({ siblings: list, priority, year }: PriorityYear): Html {
  return html`<nav aria-label="Priorities of the year"><ol class="gt-siblings">${list.map(
    ({ id, name, number }) =>
      html`<li>${
        id === priority.id
          ? html`<strong aria-current="page">${number}. ${name}</strong>`
          : link(`/plan/years/${year.label}/priorities/${id}`, `${number}. ${name}`)
      }</li>`,
  )}</ol></nav>`;
}

export const framePages: AnyPage[] = [
  page({
    path: '/plan/years/:label/priorities/:id',
    title: ({ priority, year }: PriorityYear) => `${priority.name}, ${showYearLabel(year.label)}`,
    query: readPriorityYear,
    input: ({ params }) => params,
    trail: ({ year }) => [planPath, yearPath(year.label)],
    draw: (read: PriorityYear, view) => {
      const { priority, year, frame } = read;
      const carried = { year: year.label, priority_id: priority.id, topic: 'priority' };
      return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">Priority ${priority.number} in ${showYearLabel(year.label)}</span>${priority.name}</h1>${
        priority.statement && html`<p class="govuk-body-l">${priority.statement}</p>`
      }${siblings(read)}${takenOver(read)}${focusList(read)}${acts([
        { href: `/plan/priorities/${priority.id}`, text: 'This priority through the years' },
        view.can('plan.write') && {
          href: addressWith('/plan/priority-years/new', {
            year: year.label,
            priority_id: priority.id,
            number: String(priority.number),
            statement: priority.statement ?? '',
          }),
          text: 'Change its number or aim for this year',
        },
      ])}${frameView(frame, carried, view)}`;
    },
  }),
  page({
    path: '/plan/years/:label/topics/:topic',
    title: ({ topic, year }: TopicYear) => `${topics[topic]}, ${showYearLabel(year.label)}`,
    query: readTopicYear,
    input: ({ params }) => params,
    trail: ({ year }) => [planPath, yearPath(year.label)],
    draw: ({ topic, year, frame }: TopicYear, view) =>
      html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${showYearLabel(year.label)}</span>${topics[topic]}</h1>${acts(
        [
          {
            href: addressWith('/evidence', { topic, year: year.label }),
            text: 'Evidence on this topic in the register',
          },
        ],
      )}${frameView(frame, { year: year.label, topic }, view)}`,
  }),
];
