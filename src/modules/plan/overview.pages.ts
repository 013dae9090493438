// The plan of a year on screen: the first page of the day for whoever runs the partnership. Priorities at a glance, what
// stands strongest, what is missing and what to do about it; then the other topics of the year.
import { reportingYear } from '../../kernel/calendar/reporting-year.ts';
import { topics } from '../../kernel/evidence/topics.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../kernel/pages/page.ts';
import { type Act, acts, addressWith, link } from '../../ground/drawing.ts';
import { button } from '../../surfaces/web/components/button.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showNumber, showPeriod } from '../../surfaces/web/components/day.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import {
  changeView,
  gradeTag,
  many,
  planPath,
  showYearLabel,
  strengthBar,
  strengthWords,
} from './drawing.ts';
import {
  type PriorityAtAGlance,
  readYear,
  type TopicAtAGlance,
  type YearAtAGlance,
} from './overview.operations.ts';
import { addReportingYear } from './reporting-year.operations.ts';
import type { Year } from './year.ts';

const priorityHref = (year: Year, id: string) => `/plan/years/${year.label}/priorities/${id}`;

function counts({ done, claims, next, past_due }: PriorityAtAGlance): Html {
  const entry = (number: number, words: string, more?: Html | false) =>
    html`<div><dt>${words}${more}</dt><dd>${showNumber(number)}</dd></div>`;
  return html`<dl class="gt-priority__counts">${entry(done, 'done')}${entry(claims, claims === 1 ? 'claim of change' : 'claims of change')}${entry(
    next,
    next === 1 ? 'next step' : 'next steps',
    past_due > 0 && html` ${tag({ text: `${past_due} past due`, classes: 'govuk-tag--orange' })}`,
  )}</dl>`;
}

/** What is missing, said kindly, with the next step. */
function gap(year: Year, priority: PriorityAtAGlance, view: View): Html | false {
  const { done, claims, next, by_grade, id } = priority;
  const carried = { year: year.label, priority_id: id, topic: 'priority' };
  const may = view.can('plan.write');
  const told = (words: string, href: string, act: string) =>
    html`<p class="gt-priority__gap">${words}${may && html` ${link(href, act)}`}</p>`;
  if (done + claims + next === 0) {
    return told(
      'Nothing is recorded for this priority yet.',
      addressWith('/plan/activities/new', carried),
      'Start with something that was done',
    );
  }
  if (claims === 0) {
    return told(
      'It does not say yet what changed for children or for practice.',
      addressWith('/plan/claims/new', carried),
      'Say what changed',
    );
  }
  if (by_grade.asserted > 0) {
    return told(
      by_grade.asserted === claims
        ? 'None of its claims rests on evidence yet. A figure from before and one from after would make the difference.'
        : `${by_grade.asserted} of its ${claims} claims ${by_grade.asserted === 1 ? 'rests' : 'rest'} on no evidence yet.`,
      `${priorityHref(year, id)}#difference`,
      'Link the evidence',
    );
  }
  return (
    next === 0 && told('No next step is recorded.', addressWith('/plan/next-steps/new', carried), 'Add one')
  );
}

function strongest({ strongest: claim }: PriorityAtAGlance): Html | false {
  if (claim === null) return false;
  return html`<p class="gt-priority__claim">${gradeTag(claim.grade)} ${link(`/plan/claims/${claim.id}`, claim.statement)}</p>${changeView(claim)}`;
}

function priorityRow(year: Year, priority: PriorityAtAGlance, view: View): Html {
  return html`<li class="gt-priority"><div class="gt-priority__number" aria-hidden="true">${priority.number}</div><div><h2 class="gt-priority__name">${link(priorityHref(year, priority.id), priority.name)}</h2>${
    priority.statement && html`<p class="gt-priority__aim">${priority.statement}</p>`
  }${strongest(priority)}${gap(year, priority, view)}</div><div class="gt-priority__facts">${counts(priority)}${strengthBar(priority.by_grade)}<p>${link(
    addressWith('/evidence', { group_ref: `plan.priority/${priority.id}`, year: year.label }),
    many(priority.evidence, 'item of evidence', 'items of evidence'),
  )}</p></div></li>`;
}

function otherTopics(year: Year, list: TopicAtAGlance[]): Html {
  return dataTable<TopicAtAGlance>({
    id: 'topics',
    caption: 'The rest of the year’s work',
    rows: list,
    columns: [
      {
        heading: 'Topic',
        isRowHeader: true,
        cell: ({ topic }) => link(`/plan/years/${year.label}/topics/${topic}`, topics[topic]),
      },
      { heading: 'Done', format: 'numeric', cell: ({ done }) => done },
      {
        heading: 'Claims of change',
        cell: ({ claims, by_grade }) => (claims === 0 ? 'None' : strengthWords(by_grade)),
      },
      { heading: 'Next steps', format: 'numeric', cell: ({ next }) => next },
      {
        heading: 'Evidence',
        cell: ({ topic, evidence }) =>
          evidence === 0
            ? 'None'
            : link(addressWith('/evidence', { topic, year: year.label }), many(evidence, 'item', 'items')),
      },
    ],
    empty:
      'Nothing outside the priorities is recorded for this year yet: voice, training, audits, money and the rest.',
  });
}

function otherYears({ year, years }: YearAtAGlance): Html {
  const others = years.filter((one) => one.id !== year?.id);
  if (others.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Other years</h2><ul class="gt-siblings">${others.map(
    ({ label }) => html`<li>${link(`/plan/years/${label}`, showYearLabel(label))}</li>`,
  )}</ul>`;
}

function planActs(year: Year | null, view: View): Html {
  const may = view.can('plan.write');
  const list: (Act | false)[] = [
    { href: '/plan/priorities', text: 'All priorities and their names' },
    { href: '/plan/strategies', text: 'Strategies and other plans' },
    may &&
      year !== null && {
        href: addressWith('/plan/priority-years/new', { year: year.label }),
        text: 'Put a priority into this year',
      },
    may && { href: '/plan/years/new', text: 'Add a reporting year' },
  ];
  return acts(list);
}

function draw(plan: YearAtAGlance, view: View): Html {
  const { year, priorities } = plan;
  if (year === null) {
    return html`<h1 class="govuk-heading-l">Plan</h1><p class="govuk-body">The plan is kept by reporting years, April to March. None is recorded yet.</p>${planActs(null, view)}`;
  }
  const shown = showYearLabel(year.label);
  const due = reportingYear(year.label).due_on;
  return html`<h1 class="govuk-heading-l">The plan for ${shown}</h1><p class="govuk-body-l">${showPeriod(year.from_on, year.to_on)}. ${many(priorities.length, 'priority', 'priorities')}: for each, what was done, how we know it made a difference, and what comes next.</p>${
    view.can('report.read') &&
    html`${button({ text: `Yearly report ${shown}`, href: `/report/${year.label}`, isStartButton: true })}<p class="govuk-body">${due < view.today ? 'Was due' : 'Due'} by ${showDay(due)}.</p>`
  }${
    priorities.length === 0
      ? html`<p class="govuk-body gt-empty">No priority is in the plan of this year yet.</p>`
      : html`<ol class="gt-priorities">${priorities.map((priority) => priorityRow(year, priority, view))}</ol>`
  }${otherTopics(year, plan.topics)}${planActs(year, view)}${otherYears(plan)}`;
}

export const overviewPages: AnyPage[] = [
  page({
    path: '/plan',
    title: 'Plan',
    query: readYear,
    input: () => ({}),
    navigation: { text: 'Plan', order: 10 },
    draw,
  }),
  form({
    path: '/plan/years/new',
    title: 'Add a reporting year',
    command: addReportingYear,
    button: 'Add year',
    next: ({ label }) => `/plan/years/${label}`,
    done: 'Reporting year added',
    trail: () => [planPath],
  }),
  page({
    path: '/plan/years/:label',
    title: ({ year }: YearAtAGlance) => `The plan for ${showYearLabel(year?.label ?? '')}`,
    query: readYear,
    input: ({ params }) => params,
    trail: () => [planPath],
    draw,
    csv: ({ year, priorities, topics: others }) => ({
      name: `plan-${year?.label ?? ''}`,
      columns: [
        'Number',
        'Priority or topic',
        'Done',
        'Claims',
        'Measured',
        'Several sources',
        'One source',
        'Asserted',
        'Next steps',
        'Past due',
        'Evidence',
      ],
      rows: [
        ...priorities.map((p) => ({ ...p, title: p.name, number: p.number })),
        ...others.map((t) => ({ ...t, title: topics[t.topic], number: null })),
      ].map(({ number, title, done, claims, by_grade, next, past_due, evidence }) => [
        number,
        title,
        done,
        claims,
        by_grade.measured,
        by_grade.triangulated,
        by_grade['single-source'],
        by_grade.asserted,
        next,
        past_due,
        evidence,
      ]),
    }),
  }),
];
