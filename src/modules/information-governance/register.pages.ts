// The way in to information governance, and the register of processing.
import { cards } from '../../surfaces/web/components/card.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, page, type View } from '../../kernel/pages/page.ts';
import { buttonLink, home } from './drawing.ts';
import type { overviewOf } from './overview.operations.ts';
import type { listRegisterOf, RegisterRow } from './register.operations.ts';
import { ruleWords } from './retention-rule.ts';

type Overview = Awaited<ReturnType<ReturnType<typeof overviewOf>['run']>>;

const keptFor = ({ rule }: RegisterRow) =>
  rule === null ? 'As long as the partnership exists' : ruleWords(rule);

export function registerPages(
  overview: ReturnType<typeof overviewOf>,
  listRegister: ReturnType<typeof listRegisterOf>,
): AnyPage[] {
  return [
    page({
      path: home.href,
      title: home.text,
      query: overview,
      navigation: { text: home.text, order: 85 },
      draw: drawOverview,
    }),
    page({
      path: '/information-governance/register',
      title: 'Register of processing',
      query: listRegister,
      trail: () => [home],
      draw: drawRegister,
      csv: (rows: RegisterRow[]) => ({
        name: 'register-of-processing',
        columns: [
          'Records',
          'Who decides',
          'Purpose',
          'Lawful basis (article 6)',
          'Special categories (article 9)',
          'Criminal offences (article 10)',
          'Whose data',
          'Recipients',
          'Kept for',
          'Where that is decided',
        ],
        rows: rows.map((row) => [
          row.name,
          row.controller,
          row.purpose,
          row.lawful_basis,
          row.special_category,
          row.criminal_offence ? 'May stand in it' : 'No',
          row.whose.join('; '),
          row.recipients,
          keptFor(row),
          row.rule?.own?.source ?? null,
        ]),
      }),
    }),
  ];
}

function drawOverview(overview: Overview, view: View): Html {
  const { holds, past, waiting, gaps, unruled } = overview;
  return html`<h1 class="govuk-heading-l">Information governance</h1>
<p class="govuk-body">What the partnership keeps, why, for how long, and what became of it afterwards.</p>
${cards([
  {
    title: 'Past its retention',
    href: '/information-governance/due',
    count: { number: past, of: past === 1 ? 'record' : 'records' },
    description: past === 0 ? 'Nothing to do today.' : 'Look through them and propose a disposal.',
    tone: past > 0 ? 'attention' : 'calm',
  },
  {
    title: 'Disposals',
    href: '/information-governance/disposals',
    count: { number: waiting, of: waiting === 1 ? 'waits for somebody' : 'wait for somebody' },
    description: 'Proposed by one person, agreed by another, then carried out.',
    tone: waiting > 0 ? 'attention' : 'calm',
  },
  {
    title: 'Legal holds',
    href: '/information-governance/holds',
    count: { number: holds, of: 'in force' },
    description: 'What an inquiry or a court may still ask for.',
    tone: 'calm',
  },
  {
    title: 'Redactions',
    href: '/information-governance/redactions',
    description: 'Take words or a file out of a record and its history.',
    tone: 'calm',
  },
  {
    title: 'Register of processing',
    href: '/information-governance/register',
    count: { number: unruled, of: 'kinds without a rule of your own' },
    description: 'What is kept, on which basis, for whom and for how long.',
    tone: 'calm',
  },
  {
    title: 'Impact assessment',
    href: '/information-governance/assessment',
    count: { number: gaps, of: gaps === 1 ? 'gap for you to fill' : 'gaps for you to fill' },
    description: 'The data protection impact assessment, drawn from what is really here.',
    tone: gaps > 0 ? 'attention' : 'calm',
  },
  ...overview.more.map(({ title, href, description }) => ({
    title,
    href,
    description,
    tone: 'calm' as const,
  })),
])}
${view.can('information.hold') && buttonLink('/information-governance/holds/new', 'Place a legal hold')}`;
}

function drawRegister(rows: RegisterRow[], view: View): Html {
  return html`<h1 class="govuk-heading-l">Register of processing</h1>
<p class="govuk-body">Drawn from what each part of the program declares of its records, as article 30 of the UK GDPR asks. How long something is kept is your own decision: where it says “proposed”, your schedule has no rule yet.</p>
${dataTable({
  caption: 'Register of processing',
  captionClasses: 'govuk-visually-hidden',
  rows,
  columns: [
    {
      heading: 'Records',
      isRowHeader: true,
      cell: (row) => html`${row.name}${row.about_children && html`<br><strong>About children</strong>`}`,
    },
    { heading: 'Purpose, and who decides', cell: (row) => html`${row.purpose}<br>${row.controller}` },
    {
      heading: 'Lawful basis',
      cell: (row) =>
        html`${row.lawful_basis}<br>Special categories: ${row.special_category}${row.criminal_offence && html`<br>Criminal offences may stand in it (article 10)`}`,
    },
    {
      heading: 'Whose data, and who receives it',
      cell: (row) =>
        html`${row.whose.length === 0 ? 'Nobody can be known from it' : row.whose.join(', ')}<br>${row.recipients}`,
    },
    {
      heading: 'Kept for',
      cell: (row) =>
        html`${keptFor(row)}${row.rule !== null && html`<br>${row.rule.own === null ? 'Proposed; no rule of your own yet' : `Your own rule: ${row.rule.own.source}`}`}`,
    },
  ],
})}
${view.can('information.dispose') && buttonLink('/information-governance/rules/new', 'Set how long a kind of record is kept')}
<p class="govuk-body"><a class="govuk-link" href="/information-governance/register.csv" download>Download the register (CSV)</a></p>`;
}
