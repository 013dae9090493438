// Cover papers as they are drawn: the list of a year, and one paper with what is still open in it.
import { acts, link } from '../../../ground/drawing.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import type { View } from '../../../kernel/pages/page.ts';
import { dataTable } from '../../../surfaces/web/components/data-table.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { insetText } from '../../../surfaces/web/components/inset-text.ts';
import { tag } from '../../../surfaces/web/components/tag.ts';
import { shownYear } from '../edition.ts';
import { formats, reportFormatNames } from '../output/formats.ts';
import { renderWebPage } from '../output/web-page.ts';
import { type CoverPaperState, coverPaperStates, decisions } from './cover-paper.ts';
import type { listCoverPapers } from './cover-paper.operations.ts';
import type { Open } from './filling.ts';
import type { ListedPaper, ReadPaper } from './gather.ts';

export type Listed = Awaited<ReturnType<typeof listCoverPapers.run>>;

export const listOf = (year: string) => `/report/${year}/cover-papers`;
export const pathOf = ({ year, id }: { id: string; year: string }) => `${listOf(year)}/${id}`;

function stateTag(state: CoverPaperState): Html {
  const colours = { draft: 'yellow', 'signed-off': 'green', withdrawn: 'red' } as const;
  return tag({ text: coverPaperStates[state], classes: `govuk-tag--${colours[state]}` });
}

export function drawList({ edition, papers }: Listed, view: View): Html {
  const { year } = edition;
  return html`<h1 class="govuk-heading-l">Cover papers of the report for ${shownYear(year)}</h1>
<p class="govuk-body">A committee of the council gets the yearly report behind a paper in the council’s own form: its headings, a line for every implication, numbered paragraphs.</p>
${acts([
  view.can('report.write') &&
    edition.state !== 'withdrawn' && { href: `${listOf(year)}/new`, text: 'Begin a cover paper' },
])}
${dataTable<ListedPaper>({
  caption: 'Cover papers',
  captionClasses: 'govuk-visually-hidden',
  rows: papers,
  columns: [
    {
      heading: 'Committee',
      isRowHeader: true,
      cell: (one) =>
        html`${link(pathOf({ year, id: one.id }), one.committee)}<br><span class="govuk-hint">${one.template}</span>`,
    },
    { heading: 'Meeting', cell: (one) => showDay(one.meeting_on) },
    { heading: 'What it is asked', cell: (one) => decisions[one.decision] },
    { heading: 'Standing', cell: (one) => stateTag(one.state) },
    {
      heading: 'Still open',
      cell: (one) =>
        one.open === null ? '' : one.open === 0 ? 'Nothing: it can be signed off' : String(one.open),
    },
  ],
  empty: 'There is no cover paper for this report yet.',
})}
${papers.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${listOf(year)}.csv" download>Download this list (CSV)</a></p>`}`;
}

export function drawPaper(read: ReadPaper, view: View): Html {
  const { paper, year, document, open } = read;
  const at = pathOf({ year, id: paper.id });
  const draft = paper.state === 'draft';
  const writes = view.can('report.write');
  const signs = view.can('report.publish');
  const untilMeeting = view.today <= paper.meeting_on;
  return html`<h1 class="govuk-heading-l">Cover paper for ${paper.committee} ${stateTag(paper.state)}</h1>
${standing(read, view)}
${acts([
  draft && writes && document !== null && { href: `${at}/answers`, text: 'Answer its questions' },
  draft && writes && { href: `${at}/meeting`, text: 'Change the committee or the meeting' },
  draft &&
    signs &&
    open.length === 0 &&
    document !== null && { href: `${at}/sign-off`, text: 'Sign off the paper' },
  paper.state === 'signed-off' &&
    signs &&
    untilMeeting && { href: `${at}/return-to-draft`, text: 'Take it back to draft' },
  ((draft && writes) || (paper.state === 'signed-off' && signs && untilMeeting)) && {
    href: `${at}/withdrawal`,
    text: 'Withdraw it',
  },
])}
${open.length > 0 && html`<h2 class="govuk-heading-m">Still open</h2>${openTable(open, writes ? `${at}/answers` : undefined)}`}
${
  document !== null &&
  paper.state !== 'withdrawn' &&
  html`<h2 class="govuk-heading-m">Take it with you</h2><ul class="govuk-list">${reportFormatNames.map(
    (format) =>
      html`<li><a class="govuk-link" href="${at}/paper.${formats[format].extension}" download>${formats[format].label}</a>${draft && ' (draft)'}</li>`,
  )}</ul>`
}
${
  document !== null &&
  html`<h2 class="govuk-heading-m">The paper as it ${draft ? 'would be printed now' : 'is printed'}</h2><div class="gt-report">${renderWebPage(document, { mode: 'page', linkRecords: false })}</div>`
}`;
}

export function openTable(open: readonly Open[], answers?: string): Html {
  return dataTable<Open>({
    caption: 'What stands in the way of the sign-off',
    captionClasses: 'govuk-visually-hidden',
    rows: open,
    columns: [
      {
        heading: 'Question',
        isRowHeader: true,
        cell: ({ question, ask }) =>
          answers !== undefined && question !== null ? link(`${answers}#answers.${question}`, ask) : ask,
      },
      { heading: 'What is missing', cell: ({ why }) => why },
    ],
  });
}

/** Where the paper stands and what the next step is. */
function standing(
  { paper, edition, document, open, template, template_changed }: ReadPaper,
  view: View,
): Html {
  const { meeting_on, state } = paper;
  const behind =
    edition.state === 'withdrawn' && state !== 'withdrawn'
      ? ' The report behind it was withdrawn: begin a paper for the new edition.'
      : '';
  if (state === 'withdrawn')
    return insetText({
      text: `Withdrawn${paper.withdrawn_on === null ? '' : ` on ${showDay(paper.withdrawn_on)}`}: ${paper.withdrawn_reason ?? ''}`,
    });
  if (state === 'signed-off')
    return html`${insetText({
      text: `Signed off by ${paper.signed_off_by ?? 'somebody'} on ${paper.signed_off_on === null ? '' : showDay(paper.signed_off_on)}, for the meeting on ${showDay(meeting_on)}.${view.today <= meeting_on ? ' The next step is to send the file to the committee’s clerk.' : ''}${behind}`,
    })}<p class="govuk-body">Its text is frozen under this hash: <code class="gt-hash">${paper.frozen_sha256}</code></p>`;
  const next =
    document === null || template === null
      ? `Its template “${paper.template_id}” is no longer among those of this installation. Ask the operator to put the file back, or withdraw the paper.`
      : template_changed
        ? 'The template was changed after this was last saved. The next step is to look its questions through and save.'
        : open.length > 0
          ? `The next step is to answer what is still open: ${open.length === 1 ? 'one thing' : `${open.length} things`}.`
          : 'Nothing is open. The next step is to sign it off.';
  return insetText({
    text: `${template?.title ?? paper.template_id}, for the meeting on ${showDay(meeting_on)}. ${decisions[paper.decision]}. ${next}${behind}`,
  });
}
