// Time limits in force, each with what it binds, its source, and whether it has been verified.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { showLimit } from '../calendar/clocks.ts';
import { html } from '../pages/html.ts';
import { form, page } from '../pages/page.ts';
import { listTimescales, settleTimescale } from './local-timescale.operations.ts';
import { obligations } from './provenance.ts';

type Listed = Awaited<ReturnType<typeof listTimescales.run>>;

export const frameworkPages = [
  page({
    path: '/frameworks/timescales',
    title: 'Time limits',
    query: listTimescales,
    draw: (rules: Listed, view) => html`<h1 class="govuk-heading-l">Time limits</h1>
<p class="govuk-body">Every limit the product counts by, as it stands today. One that is not verified is only ever a reason to check; it never says that a limit was missed.</p>
${view.can('calendar.write') && html`<p class="govuk-body"><a class="govuk-link" href="/frameworks/timescales/new">Record the partnership’s own limit</a></p>`}
${dataTable({
  caption: `${rules.length} time limits`,
  rows: rules,
  columns: [
    { heading: 'Number', cell: (r) => r.id, isRowHeader: true },
    { heading: 'What starts it', cell: (r) => r.trigger },
    { heading: 'What must happen', cell: (r) => r.act },
    { heading: 'Limit', cell: (r) => showLimit(r.limit) },
    { heading: 'Who', cell: (r) => r.who },
    { heading: 'Binding by', cell: (r) => obligations[r.obligation] },
    { heading: 'Source', cell: (r) => r.settled_by?.source ?? r.source },
    {
      heading: 'Standing',
      cell: (r) =>
        r.settled_by
          ? tag({ text: 'Settled locally', classes: 'govuk-tag--blue' })
          : r.verified
            ? tag({ text: 'Verified', classes: 'govuk-tag--green' })
            : tag({ text: 'Check', classes: 'govuk-tag--yellow' }),
    },
  ],
})}`,
    csv: (rules: Listed) => ({
      name: 'time-limits',
      columns: [
        'Number',
        'What starts it',
        'What must happen',
        'Limit',
        'Who',
        'Binding by',
        'Source',
        'Verified',
      ],
      rows: rules.map((r) => [
        r.id,
        r.trigger,
        r.act,
        showLimit(r.limit),
        r.who,
        obligations[r.obligation],
        r.source,
        r.verified ? 'yes' : 'no',
      ]),
    }),
    trail: () => [{ text: 'Working days', href: '/calendar' }],
  }),
  form({
    path: '/frameworks/timescales/new',
    title: 'Record the partnership’s own time limit',
    command: settleTimescale,
    button: 'Record time limit',
    next: () => '/frameworks/timescales',
    done: 'The time limit is recorded.',
    trail: () => [{ text: 'Time limits', href: '/frameworks/timescales' }],
  }),
];
