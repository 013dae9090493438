// Monthly statements on screen, and as a download.
import { roles } from '../../../kernel/access/roles.ts';
import { html } from '../../../kernel/pages/html.ts';
import { page } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { link, showInstant } from '../../drawing.ts';
import { listStatements, type StatementRow, type stating } from './statement.operations.ts';

const partnership = { text: 'Partnership', href: '/governance' };
const list = { text: 'Who looked at what', href: '/circles/statements' };

/** "August 2025". */
export function showMonth(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

export function statementPages({ readStatement }: ReturnType<typeof stating>) {
  type Statement = Awaited<ReturnType<typeof readStatement.run>>;
  const who = (one: Statement['openings'][number]) =>
    one.own
      ? `${one.person}${one.roles.length > 0 ? ` (${one.roles.map((role) => roles[role].toLowerCase()).join(', ')})` : ''}`
      : `${one.person}, ${one.agency || 'no agency recorded'}`;
  return [
    page({
      path: '/circles/statements',
      title: list.text,
      query: listStatements,
      trail: () => [partnership],
      draw: (rows) =>
        html`<h1 class="govuk-heading-l">${list.text}</h1><p class="govuk-body">Once a month, for each agency: which restricted records its own people looked at, and who of others looked at what the agency gave.</p>${dataTable<StatementRow>(
          {
            caption: 'Statements, the latest first',
            captionClasses: 'govuk-visually-hidden',
            columns: [
              {
                heading: 'Month',
                isRowHeader: true,
                cell: (s) => link(`/circles/statements/${s.agency_id}/${s.month}`, showMonth(s.month)),
              },
              { heading: 'Agency', cell: (s) => s.agency },
              { heading: 'Times somebody looked', format: 'numeric', cell: (s) => s.openings },
            ],
            rows,
            empty:
              'There is no statement yet. The first comes at the start of the month after somebody looked.',
          },
        )}`,
    }),
    page({
      path: '/circles/statements/:agency_id/:month',
      title: ({ agency, month }: Statement) => `Who looked at what: ${agency.name}, ${showMonth(month)}`,
      query: readStatement,
      input: ({ params }) => params,
      trail: () => [partnership, list],
      csv: ({ openings, month }) => ({
        name: `who-looked-at-what-${month}`,
        columns: [
          'When (UTC)',
          'Who',
          'Own person',
          'Kind of record',
          'References',
          'How',
          'Purpose',
          'Emergency',
        ],
        rows: openings.map((one) => [
          one.at,
          who(one),
          one.own ? 'yes' : 'no',
          one.kinds,
          one.records.join(' '),
          one.way,
          one.purpose,
          one.emergency ? 'yes' : 'no',
        ]),
      }),
      draw: ({ agency, month, openings }, view) =>
        html`<h1 class="govuk-heading-l">Who looked at what</h1><p class="govuk-body-l">${agency.name}, ${showMonth(month)}</p><p class="govuk-body">Restricted records that people of ${agency.name} looked at, and those that it gave and others looked at. If something here surprises you, ask the person first, then tell the information governance lead.</p><p class="govuk-body"><a class="govuk-link" href="${view.path}.csv" download>Download this statement (CSV)</a></p>${dataTable(
          {
            caption: 'Each time somebody looked',
            captionClasses: 'govuk-visually-hidden',
            columns: [
              { heading: 'When', isRowHeader: true, cell: (one) => showInstant(one.at, 'Europe/London') },
              { heading: 'Who', cell: who },
              { heading: 'Kind of record', cell: (one) => one.kinds },
              {
                heading: 'How',
                cell: (one) =>
                  one.emergency ? tag({ text: 'Emergency', classes: 'govuk-tag--red' }) : one.way,
              },
              { heading: 'Purpose', cell: (one) => one.purpose },
            ],
            rows: openings,
            empty: 'Nobody looked at a restricted record in this month.',
          },
        )}`,
    }),
  ];
}
