// Decisions on screen, with the authority they were taken by.
import { exportable } from '../../kernel/access/shown-rows.ts';
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, cutNote, link, mostRows, orNotRecorded, showDayOrNot } from '../drawing.ts';
import { type Matter, matters } from '../governance/index.ts';
import { addDecision, listDecisions, ratifyDecision, readDecision } from './decision.operations.ts';
import { connectAct, followingActs, followingForm, threadHome } from './follow.ts';
import { listFilters } from './list.view.ts';
import { recordNotes, whoMaySee } from '../circles/index.ts';
import { stateTag, threadPicture } from './picture.view.ts';
import { authorities, shortText, wordsOfState } from './strand.ts';

type Decision = Awaited<ReturnType<typeof readDecision.run>>;
const list = { text: 'Decisions', href: '/thread/decisions' };
const words = {
  label: 'Filter decisions',
  stateLabel: 'Authority',
  states: authorities,
  one: 'decision',
  many: 'decisions',
};
const row = (d: { authority: string }) => ({ strand: 'decision' as const, state: d.authority, due_on: null });
const matterOf = (d: { matter: string }) => matters[d.matter as Matter] ?? d.matter;
const taken = (d: { taken_on: string; taken_label: string | null }) => d.taken_label ?? showDay(d.taken_on);

function authorityNote(decision: Decision) {
  if (decision.authority !== 'lacking') return html``;
  return insetText({
    html: html`<p class="govuk-body"><strong>This decision has to be ratified.</strong> ${decision.body?.name} took it without holding the authority for: ${matterOf(decision).toLowerCase()}. The lead safeguarding partners, or a body they have given that authority to, can ratify it.</p>`,
  });
}

export const decisionPages = [
  page({
    path: '/thread/decisions',
    title: 'Decisions',
    query: listDecisions,
    trail: () => [threadHome],
    csv: ({ rows }) => ({
      name: 'decisions',
      columns: ['Decision', 'Taken by', 'Taken on', 'Day as recorded', 'What it decides', 'Authority'],
      ...exportable(rows, (d) => [
        d.text,
        d.body,
        d.taken_on,
        d.taken_label,
        matterOf(d),
        wordsOfState(row(d)),
      ]),
    }),
    draw: ({ rows, filter }, view) =>
      html`<h1 class="govuk-heading-l">Decisions</h1><p class="govuk-body">What was decided, by which body, on which day, and whether that body held the authority.</p>${listFilters(words, filter, view, rows.length)}${cutNote(rows.length)}${dataTable(
        {
          caption: 'Decisions',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            {
              heading: 'Decision',
              isRowHeader: true,
              cell: (d) => link(`/thread/decisions/${d.id}`, shortText(d.text)),
            },
            { heading: 'Taken by', cell: (d) => link(`/governance/bodies/${d.body_id}`, d.body) },
            { heading: 'Taken', cell: (d) => taken(d) },
            { heading: 'What it decides', cell: (d) => matterOf(d) },
            { heading: 'Authority', cell: (d) => stateTag(row(d), view.today) },
          ],
          rows: rows.slice(0, mostRows),
          empty: 'No decision is here. Take a filter away, or record one.',
        },
      )}${acts([view.can('thread.write') && { href: '/thread/decisions/new', text: 'Record a decision' }])}`,
  }),
  form({
    ...followingForm,
    path: '/thread/decisions/new',
    title: 'Record a decision',
    command: addDecision,
    values: (before) => ({ matter: 'ordinary', ...followingForm.values(before) }),
    button: 'Record decision',
    next: ({ id }) => `/thread/decisions/${id}`,
    done: 'Decision recorded',
    trail: () => [threadHome, list],
  }),
  page({
    path: '/thread/decisions/:id',
    title: (d: Decision) => shortText(d.text, 80),
    query: readDecision,
    trail: () => [threadHome, list],
    draw: (d, view) =>
      html`<h1 class="govuk-heading-l">Decision: ${shortText(d.text, 80)}</h1>${recordNotes(d.place.placement, view.today)}${authorityNote(d)}${summaryList(
        {
          rows: [
            { key: { text: 'Decision' }, value: { text: d.text } },
            {
              key: { text: 'Taken by' },
              value: { html: d.body ? link(`/governance/bodies/${d.body.id}`, d.body.name) : html`` },
            },
            { key: { text: 'Taken' }, value: { text: taken(d) } },
            { key: { text: 'What it decides' }, value: { text: matterOf(d) } },
            { key: { text: 'Authority' }, value: { html: stateTag(row(d), view.today) } },
            d.ratified_by !== null && {
              key: { text: 'Ratified' },
              value: {
                html: html`${link(`/governance/bodies/${d.ratified_by.id}`, d.ratified_by.name)}, ${showDayOrNot(d.ratified_on)}`,
              },
            },
            {
              key: { text: 'Source' },
              value: { html: orNotRecorded([d.source, d.locator].filter(Boolean).join(', ')) },
            },
          ],
        },
      )}${threadPicture(d.place, view.today)}${
        view.can('thread.write') &&
        acts([
          d.authority === 'lacking' && {
            href: `${view.path}/ratification`,
            text: 'Record that it was ratified',
          },
          ...followingActs('decision', d.id),
          connectAct('decision', d.id),
        ])
      }${whoMaySee(d.place.placement, view)}`,
  }),
  form({
    path: '/thread/decisions/:id/ratification',
    title: 'Record that a decision was ratified',
    command: ratifyDecision,
    before: readDecision,
    values: (d) => ({ seen_revision: d.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    intro: (d) =>
      html`<p class="govuk-body">${d.text}</p><p class="govuk-body">Taken by ${d.body?.name}, ${taken(d)}. It needs a body with authority for: ${matterOf(d).toLowerCase()}.</p>`,
    button: 'Record ratification',
    next: ({ id }) => `/thread/decisions/${id}`,
    done: 'Ratification recorded',
    trail: () => [threadHome, list],
  }),
];
