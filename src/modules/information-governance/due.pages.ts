// What is past its retention, and the partnership's own schedule, on screen.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../kernel/pages/page.ts';
import { buttonLink, home, link, recordLink } from './drawing.ts';
import type { listDueAmong } from './due.operations.ts';
import { ruleWords } from './retention-rule.ts';
import type { setRuleAmong } from './retention-rule.operations.ts';

type ListDue = ReturnType<typeof listDueAmong>;
type Due = Awaited<ReturnType<ListDue['run']>>;

const due = { text: 'Past its retention', href: '/information-governance/due' };

export function duePages(listDue: ListDue, setRule: ReturnType<typeof setRuleAmong>): AnyPage[] {
  return [
    page({
      path: '/information-governance/due',
      title: 'Past its retention',
      query: listDue,
      input: ({ search }) => search,
      trail: () => [home],
      draw: drawDue,
      csv: ({ kinds }: Due) => ({
        name: 'past-its-retention',
        columns: ['Kind of record', 'Kept for', 'Past its retention', 'Held', 'Cited by a published report'],
        rows: kinds.map((kind) => [
          kind.declaration,
          ruleWords(kind.rule),
          kind.past,
          kind.held,
          kind.published,
        ]),
      }),
    }),
    form<unknown, { id: string }>({
      path: '/information-governance/rules/new',
      title: 'Set how long a kind of record is kept',
      command: setRule,
      intro: () =>
        html`<p class="govuk-body">Your host council’s retention schedule decides. Golden Thread proposes a number for each kind of record; no law is claimed for it, and your own rule comes first from the day you say.</p>`,
      button: 'Set the rule',
      next: () => '/information-governance/register',
      done: 'The rule is set.',
      trail: () => [home],
    }),
  ];
}

function drawDue({ kinds, chosen }: Due, view: View): Html {
  if (chosen !== null) return drawKind(chosen, view);
  const some = kinds.filter((kind) => kind.past > 0);
  return html`<h1 class="govuk-heading-l">Past its retention</h1>
<p class="govuk-body">Records whose time is over by the rules in force today, counted over all circles. Their content is not shown here.</p>
${some.length === 0 && insetText({ text: 'Nothing is past its retention today. There is nothing to do.' })}
${dataTable({
  caption: 'Kinds of record',
  captionClasses: 'govuk-visually-hidden',
  rows: kinds,
  columns: [
    {
      heading: 'Kind of record',
      isRowHeader: true,
      cell: (kind) =>
        kind.past === 0
          ? kind.declaration
          : link(`${due.href}?declaration=${encodeURIComponent(kind.declaration)}`, kind.declaration),
    },
    { heading: 'Kept for', cell: (kind) => ruleWords(kind.rule) },
    {
      heading: 'Past it',
      format: 'numeric',
      cell: (kind) => (kind.more ? `${kind.past} or more` : kind.past),
    },
    { heading: 'Held', format: 'numeric', cell: (kind) => kind.held },
    { heading: 'Cited by a published report', format: 'numeric', cell: (kind) => kind.published },
  ],
})}
${view.can('information.dispose') && some.some((kind) => kind.free > 0) && buttonLink('/information-governance/disposals/new', 'Propose a disposal')}
<p class="govuk-body">${link('/information-governance/holds', 'Legal holds')}${view.can('information.dispose') && html` &nbsp; ${link('/information-governance/rules/new', 'Set how long a kind of record is kept')}`}</p>`;
}

function drawKind(chosen: NonNullable<Due['chosen']>, view: View): Html {
  return html`<h1 class="govuk-heading-l">${chosen.declaration}: past its retention</h1>
<p class="govuk-body">Kept for ${ruleWords(chosen.rule)}${
    chosen.rule.own === null
      ? ', as Golden Thread proposes; your own schedule has no rule for it yet'
      : `, by your own schedule (${chosen.rule.own.source})`
  }.</p>
${dataTable({
  caption: 'Records past their retention',
  captionClasses: 'govuk-visually-hidden',
  rows: chosen.records,
  columns: [
    { heading: 'Record', isRowHeader: true, cell: (record) => recordLink(record) },
    { heading: 'Retention ended in', format: 'numeric', cell: (record) => record.due_year },
    { heading: 'Circle', cell: (record) => record.circle ?? 'Everybody in the partnership' },
    {
      heading: 'What stands against it',
      cell: (record) =>
        record.held !== null
          ? html`<strong>Held:</strong> ${record.held}`
          : record.listed
            ? 'Nothing; it is on a list that waits already'
            : record.published
              ? 'A published report cites it. The report keeps its own words; the link from it will lead to a disposed record'
              : 'Nothing',
    },
  ],
  empty: 'Nothing of this kind is past its retention.',
})}
${view.can('information.dispose') && chosen.records.some(({ held, listed }) => held === null && !listed) && buttonLink(`/information-governance/disposals/new?declaration=${encodeURIComponent(chosen.declaration)}`, 'Propose a disposal')}
<p class="govuk-body">${link(due.href, 'All kinds of record')}</p>`;
}
