// The pages of the yearly report: where it stands, what the law asks for, what the rules found, and the report itself.
import { cards } from '../../surfaces/web/components/card.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { warningText } from '../../surfaces/web/components/warning-text.ts';
import { daysBetween } from '../../kernel/calendar/day.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { download, page, type View } from '../../kernel/pages/page.ts';
import { partners } from './composition.ts';
import { editionStates, shownYear } from './edition.ts';
import { renderWebPage } from './output/web-page.ts';
import { formats, reportFormatNames } from './output/formats.ts';
import { coverageTable, editionTag } from './coverage.pages.ts';
import {
  type GivenFile,
  listEditions,
  readPublishedFile,
  openReport,
  type readReport,
  renderReport,
} from './report.operations.ts';

export type ReadReport = Awaited<ReturnType<typeof readReport.run>>;
type OpenedReport = Awaited<ReturnType<typeof openReport.run>>;
type Editions = Awaited<ReturnType<typeof listEditions.run>>;

export const trailOf = (year: string) => [
  { text: 'Yearly reports', href: '/report' },
  { text: shownYear(year), href: `/report/${year}` },
];

export const reportPages = [
  page({
    path: '/report',
    title: 'Yearly reports',
    query: listEditions,
    navigation: { text: 'Yearly report', order: 15 },
    draw: ({ editions, not_started }: Editions, view) => html`<h1 class="govuk-heading-l">Yearly reports</h1>
<p class="govuk-body">Each year’s report composes itself from the plan, the evidence register and the thread. It is due on 30 September after the year ends.</p>
${dataTable({
  caption: 'Editions',
  captionClasses: 'govuk-visually-hidden',
  rows: editions,
  columns: [
    {
      heading: 'Reporting year',
      isRowHeader: true,
      cell: (e) =>
        html`<a class="govuk-link" href="/report/${e.year}">${shownYear(e.year)}</a>${e.number > 1 && html` (edition ${e.number})`}`,
    },
    { heading: 'Where it stands', cell: (e) => editionTag(e.state) },
    { heading: 'Due', cell: (e) => showDay(e.due_on) },
    { heading: 'Published', cell: (e) => (e.published_on ? showDay(e.published_on) : 'Not yet') },
  ],
  empty: 'No yearly report is started.',
})}${view.can('report.write') && html`<p class="govuk-body"><a class="govuk-link" href="/report/format-requests">Requests for another form</a></p>`}${view.can('report.write') && not_started.map((year) => view.sendButton({ path: '/report/new', values: { year }, text: `Start the report for ${shownYear(year)}`, secondary: true }))}`,
  }),
  page({
    path: '/report/:year',
    title: (report: OpenedReport) =>
      `Yearly report ${shownYear('not_started' in report ? report.not_started : report.edition.year)}`,
    query: openReport,
    trail: () => [{ text: 'Yearly reports', href: '/report' }],
    draw: (report: OpenedReport, view) =>
      'not_started' in report ? drawNotStarted(report.not_started, view) : drawReport(report, view),
  }),
  download({
    path: '/report/:year/files/:file_id',
    query: readPublishedFile,
    give: (given: GivenFile) => given.file,
  }),
  ...reportFormatNames.map((format) =>
    download({
      path: `/report/:year/report.${formats[format].extension}`,
      query: renderReport,
      input: ({ params }) => ({ year: params['year'], format }),
      give: (given: GivenFile) => given.file,
    }),
  ),
];

function drawNotStarted(year: string, view: View): Html {
  return html`<h1 class="govuk-heading-l">Yearly report ${shownYear(year)}</h1>
<p class="govuk-body">Nobody has started the report for this year yet.</p>${
    view.can('report.write')
      ? view.sendButton({ path: '/report/new', values: { year }, text: 'Start the report' })
      : html`<p class="govuk-body">The business manager starts it.</p>`
  }<p class="govuk-body"><a class="govuk-link" href="/report">All yearly reports</a></p>`;
}

function drawReport(report: ReadReport, view: View): Html {
  const { edition, coverage, findings, framework, document } = report;
  const open = findings.filter((f) => f.waived === null);
  const high = open.filter((f) => f.severity === 'high').length;
  const missing = coverage.filter((c) => c.status === 'missing').length;
  const partly = coverage.filter((c) => c.status === 'partly').length;
  return html`<h1 class="govuk-heading-l">Yearly report ${shownYear(edition.year)} ${editionTag(edition.state)}</h1>
${standing(report, view)}
${cards([
  {
    title: 'What the law asks for',
    href: `/report/${edition.year}/coverage`,
    count: {
      number: missing,
      of: missing === 1 ? 'duty has nothing that answers it' : 'duties have nothing that answers them',
    },
    description: `${coverage.filter((c) => c.status === 'met').length} met, ${partly} partly met. Held to ${framework.framework.title}.`,
    tone: missing > 0 ? 'attention' : 'calm',
  },
  {
    title: 'What the rules found',
    href: `/report/${edition.year}/findings`,
    count: { number: open.length, of: open.length === 1 ? 'finding' : 'findings' },
    description:
      high === 0
        ? 'None that stops the sign-off.'
        : `${high} must be mended or waived before the report can be signed off.`,
    tone: high > 0 ? 'attention' : 'calm',
  },
  {
    title: 'Sign-off',
    href: `/report/${edition.year}/sign-off`,
    count: { number: report.composition.sign_offs.length, of: 'signatures of three' },
    description: Object.values(partners).join(', '),
    tone: 'calm',
  },
])}
<h2 class="govuk-heading-m">Not there yet</h2>
${coverageTable(
  report,
  coverage.filter((c) => c.status === 'missing'),
  'Everything the law asks for is at least partly answered.',
)}
<h2 class="govuk-heading-m">Take it with you</h2>
<ul class="govuk-list">${
    report.files.length > 0 && edition.state !== 'withdrawn'
      ? report.files.map(
          (file) =>
            html`<li><a class="govuk-link" href="/report/${edition.year}/files/${file.id}">${file.name}</a> (${Math.ceil(file.size / 1024)} KB, as made at publication)</li>`,
        )
      : edition.state === 'withdrawn'
        ? html`<li>A withdrawn report is not given out any more.</li>`
        : reportFormatNames.map(
            (format) =>
              html`<li><a class="govuk-link" href="/report/${edition.year}/report.${formats[format].extension}" download>${formats[format].label}</a>${edition.state !== 'published' && ' (draft)'}</li>`,
          )
  }</ul>
<p class="govuk-body"><a class="govuk-link" href="/report/${edition.year}/versions">Versions for children and in easy read</a></p>
${
  document.chapters.length > 0 &&
  html`<h2 class="govuk-heading-m">The report as it ${edition.state === 'published' ? 'was published' : 'stands'}</h2>
<p class="govuk-body">Follow the small numbers to a figure’s period and source, and from there to the record it stands on.</p>
<div class="gt-report">${renderWebPage(document, { mode: 'page', linkRecords: true })}</div>`
}`;
}

/** Where the edition stands and what the next step is. */
function standing({ edition, findings }: ReadReport, view: View): Html {
  const { state, due_on, published_on, frozen_sha256 } = edition;
  if (state === 'withdrawn') {
    return html`${warningText({ text: `This report was withdrawn on ${edition.withdrawn_on ? showDay(edition.withdrawn_on) : 'a day not recorded'}: ${edition.withdrawn_reason ?? ''}`, iconFallbackText: 'Withdrawn' })}${
      edition.sealed_on !== null &&
      html`<p class="govuk-body">Its text and its files were sealed on ${showDay(edition.sealed_on)}. Only the people of the circle “${edition.sealed_for}” can <a class="govuk-link" href="/report/${edition.year}/sealed/${edition.number}">open it, for a purpose</a>. Mend what it said by mistake in the records it came from, redact it there if it must not be kept, and issue the report again.</p>`
    }${
      view.can('report.write') &&
      view.sendButton({ path: `/report/${edition.year}/reissue`, values: {}, text: 'Start a new edition' })
    }`;
  }
  if (state === 'published') {
    return html`<p class="govuk-body">Published on ${published_on ? showDay(published_on) : ''}; it was due on ${showDay(due_on)}. <a class="govuk-link" href="/published/${view.partnership.short_name}/${edition.year}">The page anybody can read</a>. Its text is frozen under this hash: <code class="gt-hash">${frozen_sha256}</code></p>
<p class="govuk-body">${view.can('report.publish') && html`<a class="govuk-link" href="/report/${edition.year}/dispatches">Who is to have it</a> &nbsp; <a class="govuk-link" href="/report/${edition.year}/cover-papers">Cover papers for committees</a> &nbsp; <a class="govuk-link" href="/report/${edition.year}/withdrawal">Withdraw it</a>`}</p>`;
  }
  const left = daysBetween(view.today, due_on);
  const high = findings.filter((f) => f.severity === 'high' && f.waived === null).length;
  const due =
    left >= 0
      ? `It is due on ${showDay(due_on)}: ${left === 1 ? '1 day' : `${left} days`} from today.`
      : `It was due on ${showDay(due_on)}, ${-left} days ago.`;
  const next =
    state === 'signed-off'
      ? 'All three partners have signed. The next step is to publish it.'
      : high > 0
        ? `The next step is to look at the ${high === 1 ? 'finding' : `${high} findings`} that must be mended.`
        : 'Nothing stands in the way of the sign-off. The next step is for the three lead safeguarding partners to sign.';
  return insetText({ text: `${editionStates[state]}. ${due} ${next}` });
}
