// Signing, publishing, withdrawing, issuing again: the acts of an edition, each a form of its own.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import { type Partner, partners } from './composition.ts';
import { publish, reissue, signOff, startEdition, takeBack, withdraw } from './edition.operations.ts';
import { shownYear } from './edition.ts';
import { chapterPlans } from './chapters.ts';
import { readReport } from './report.operations.ts';
import { type ReadReport, trailOf } from './report.pages.ts';
import { commentAsScrutineer, writeChapter } from './words.operations.ts';

interface OfYear {
  year: string;
}

const toReport = (result: OfYear) => `/report/${result.year}`;
const yearOf = ({ params }: { params: Record<string, string> }) => ({ year: params['year'] });

/** A form of one year's report that asks at most what its command asks besides the year. */
const actOf = (
  path: string,
  definition: Omit<Parameters<typeof form<unknown, OfYear>>[0], 'path' | 'fixed' | 'trail' | 'next'> & {
    to?: string;
  },
) =>
  form<unknown, OfYear>({
    ...definition,
    path: `/report/:year/${path}`,
    fixed: yearOf,
    next: (result) => `${toReport(result)}${definition.to ?? ''}`,
    trail: (_before, { params }) => trailOf(params['year'] ?? ''),
  });

export const signOffPages = [
  page({
    path: '/report/:year/sign-off',
    title: (report: ReadReport) => `Sign-off of the report for ${shownYear(report.edition.year)}`,
    query: readReport,
    trail: (report: ReadReport) => trailOf(report.edition.year),
    draw: drawSignOff,
  }),
  form<unknown, OfYear>({
    path: '/report/new',
    title: 'Start a yearly report',
    command: startEdition,
    button: 'Start the report',
    next: toReport,
    done: 'The report is started. It composes itself from what is recorded.',
    trail: () => [{ text: 'Yearly reports', href: '/report' }],
  }),
  actOf('signature', {
    title: 'Sign off the yearly report',
    command: signOff,
    intro: () =>
      html`<p class="govuk-body">You sign as lead safeguarding partner, for the agency you lead, the report exactly as it stands now. If anything in it changes afterwards, your signature lapses and you are asked again.</p>`,
    button: 'Sign off the report',
    to: '/sign-off',
    done: 'Your signature is recorded.',
  }),
  actOf('publication', {
    title: 'Publish the yearly report',
    command: publish,
    intro: () =>
      html`<p class="govuk-body">The report is frozen as it stands, with its hash, and anybody can read it. It can be withdrawn and issued again, but never changed.</p>`,
    button: 'Publish the report',
    done: 'The report is published. Its web page, PDF and Word file are being made.',
  }),
  actOf('return-to-draft', {
    title: 'Take the report back to draft',
    command: takeBack,
    button: 'Take it back to draft',
    done: 'The report is a draft again. The three partners will have to sign again.',
    warning: true,
  }),
  actOf('withdrawal', {
    title: 'Withdraw the yearly report',
    command: withdraw,
    button: 'Withdraw the report',
    done: 'The report is withdrawn. Its page says so, with your reason.',
    warning: true,
  }),
  actOf('reissue', {
    title: 'Start a new edition',
    command: reissue,
    button: 'Start a new edition',
    done: 'A new edition is started. Judgements and chapter words came along; signatures did not.',
  }),
  actOf('scrutiny-comments/new', {
    title: 'Comment as independent scrutineer',
    command: commentAsScrutineer,
    button: 'Add the comment',
    to: '/sign-off',
    done: 'Your comment is part of the report.',
  }),
  form<ReadReport, OfYear>({
    path: '/report/:year/chapters/:chapter',
    title: 'Write the words that open the chapter',
    command: writeChapter,
    before: readReport,
    beforeInput: ({ params }) => ({ year: params['year'] }),
    fixed: ({ params }) => ({ year: params['year'], chapter: params['chapter'] }),
    values: (report, { params }) => ({
      text: report.composition.chapter_texts[params['chapter'] ?? ''] ?? '',
    }),
    intro: (_report, view) =>
      html`<p class="govuk-body">${chapterPlans.find((c) => c.key === view.address.params['chapter'])?.title}</p>`,
    button: 'Save the words',
    next: toReport,
    done: 'The chapter’s words are saved.',
    trail: (report) => trailOf(report.edition.year),
  }),
];

function drawSignOff(report: ReadReport, view: View): Html {
  const { edition, composition, findings } = report;
  const high = findings.filter((f) => f.severity === 'high' && f.waived === null).length;
  const signed = (partner: Partner) => composition.sign_offs.filter((s) => s.partner === partner).at(-1);
  const link = (path: string, text: string) =>
    html`<p class="govuk-body"><a class="govuk-button govuk-button--secondary" role="button" draggable="false" href="/report/${edition.year}/${path}">${text}</a></p>`;
  return html`<h1 class="govuk-heading-l">Sign-off of the report for ${shownYear(edition.year)}</h1>
${high > 0 && edition.state === 'draft' && html`<p class="govuk-body"><strong>${high === 1 ? 'One finding stands' : `${high} findings stand`} in the way.</strong> <a class="govuk-link" href="/report/${edition.year}/findings">Mend or waive ${high === 1 ? 'it' : 'them'} first</a>.</p>`}
${dataTable({
  caption: 'The three lead safeguarding partners',
  rows: Object.entries(partners) as [Partner, string][],
  columns: [
    { heading: 'Partner', isRowHeader: true, cell: ([, name]) => name },
    { heading: 'Signed by', cell: ([partner]) => signed(partner)?.person ?? 'Nobody yet' },
    {
      heading: 'On',
      cell: ([partner]) => {
        const on = signed(partner)?.signed_on;
        return on ? showDay(on) : '';
      },
    },
  ],
})}
${view.can('report.sign') && edition.state === 'draft' && high === 0 && link('signature', 'Sign for the partner I lead')}
${view.can('report.publish') && edition.state === 'signed-off' && link('publication', 'Publish the report')}
${view.can('report.write') && edition.state === 'signed-off' && link('return-to-draft', 'Take it back to draft')}
<h2 class="govuk-heading-m">Independent scrutiny of the report</h2>
${composition.scrutiny_comments.length === 0 && html`<p class="govuk-body">The independent scrutineer has not commented yet.</p>`}
${composition.scrutiny_comments.map((c) => html`<blockquote class="gt-quote">${c.text}<footer>${c.person}, ${showDay(c.made_on)}</footer></blockquote>`)}
${view.can('report.scrutinise') && edition.state === 'draft' && link('scrutiny-comments/new', 'Add a comment')}
<p class="govuk-body"><a class="govuk-link" href="/report/${edition.year}/scrutiny-statement">The scrutineer’s own statement beside the report</a></p>
<h2 class="govuk-heading-m">Sent to</h2>
<p class="govuk-body">${composition.dispatches.length === 0 ? 'Not sent to anybody yet. It is sent after publication.' : `Sent to ${composition.dispatches.map((d) => d.recipient).join(', ')}.`} <a class="govuk-link" href="/report/${edition.year}/dispatches">Who is to have it, and what came back</a></p>
<p class="govuk-body"><a class="govuk-link" href="/report/${edition.year}/cover-papers">Cover papers by which committees are given it</a></p>`;
}
