// What the law asks of the yearly report, duty by duty; and the forms by which named people judge.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import type { Coverage } from './composition.ts';
import { type EditionState, editionStates, shownYear } from './edition.ts';
import { chooseFramework } from './edition.operations.ts';
import { readReport } from './report.operations.ts';
import type { ReadReport } from './report.pages.ts';
import { judgeDuty } from './words.operations.ts';

const statusWords: Record<Coverage['status'], { text: string; colour: string }> = {
  met: { text: 'Met', colour: 'green' },
  partly: { text: 'Partly', colour: 'yellow' },
  missing: { text: 'Missing', colour: 'red' },
  'not-applicable': { text: 'Does not apply', colour: 'grey' },
  'not-yet': { text: 'Not yet', colour: 'blue' },
};

const stateColours: Record<EditionState, string> = {
  draft: 'yellow',
  'signed-off': 'blue',
  published: 'green',
  withdrawn: 'red',
};

export function editionTag(state: EditionState): Html {
  return tag({ text: editionStates[state], classes: `govuk-tag--${stateColours[state]}` });
}

export function statusTag(status: Coverage['status']): Html {
  const { text, colour } = statusWords[status];
  return tag({ text, classes: `govuk-tag--${colour}` });
}

/** Duties with their evidence, each piece of it a link to its record. */
export function coverageTable(report: ReadReport, rows: Coverage[], empty: string, view?: View): Html {
  const byRef = new Map(report.composition.items.map((item) => [item.ref, item]));
  const evidence = (duty: Coverage) => {
    const shown = duty.evidence.slice(0, 4).flatMap((ref) => byRef.get(ref) ?? []);
    const more = duty.evidence.length - shown.length;
    return html`${shown.map((item) => html`<a class="govuk-link" href="${item.path}">${item.title}</a><br>`)}${more > 0 && html`and ${more} more`}`;
  };
  const mayJudge = view?.can('report.judge') && report.edition.state === 'draft';
  return dataTable({
    id: 'duties',
    caption: 'Duties of the yearly report',
    captionClasses: 'govuk-visually-hidden',
    rows,
    empty,
    columns: [
      { heading: 'Duty', isRowHeader: true, classes: 'gt-narrow', cell: (d) => d.id },
      { heading: 'What is asked', cell: (d) => html`<strong>${d.title}</strong><br>${d.requirement}` },
      {
        heading: 'Standing',
        cell: (d) =>
          html`${statusTag(d.status)}${!d.verified && html`<br><span class="gt-check">Check: we have not verified the wording of this duty</span>`}`,
      },
      { heading: 'Why', cell: (d) => d.note },
      { heading: 'Evidence', cell: evidence },
      ...(mayJudge
        ? [
            {
              heading: 'Judgement',
              cell: (d: Coverage) =>
                html`<a class="govuk-link" href="/report/${report.edition.year}/duties/${d.id}/judgement">Judge<span class="govuk-visually-hidden"> ${d.id}</span></a>`,
            },
          ]
        : []),
    ],
  });
}

/** Why this edition of Working Together and not another. */
function heldBecause({ framework, edition }: ReadReport): string {
  if (framework.decided_by === 'publication') return 'it was in force on the day the report was published.';
  if (framework.decided_by === 'due date')
    return `it is in force on the day the report is due, ${showDay(edition.due_on)}.`;
  return framework.reason;
}

const trail = (year: string) => [
  { text: 'Yearly reports', href: '/report' },
  { text: shownYear(year), href: `/report/${year}` },
];

export const coveragePages = [
  page({
    path: '/report/:year/coverage',
    title: (report: ReadReport) => `What the law asks of the report for ${shownYear(report.edition.year)}`,
    query: readReport,
    trail: (report: ReadReport) => trail(report.edition.year),
    draw: (
      report: ReadReport,
      view,
    ) => html`<h1 class="govuk-heading-l">What the law asks of the report for ${shownYear(report.edition.year)}</h1>
<p class="govuk-body">Held to <strong>${report.framework.framework.title}</strong>: ${heldBecause(report)}${view.can('report.write') && report.edition.state === 'draft' && html` <a class="govuk-link" href="/report/${report.edition.year}/framework">Hold it to another edition</a>`}</p>
<p class="govuk-body">By linked evidence alone a duty is at most partly met. “Met” is the judgement of a named person.</p>
${coverageTable(report, report.coverage, 'This edition has no duties.', view)}
<p class="govuk-body"><a class="govuk-link" href="/report/${report.edition.year}/coverage.csv" download>Download this list (CSV)</a></p>`,
    csv: (report: ReadReport) => ({
      name: `yearly-report-${report.edition.year}-coverage`,
      columns: ['Duty', 'Title', 'What is asked', 'Obligation', 'Status', 'Verified', 'Why', 'Evidence'],
      rows: report.coverage.map((d) => [
        d.id,
        d.title,
        d.requirement,
        d.obligation,
        d.status,
        d.verified ? 'yes' : 'no',
        d.note,
        d.evidence.join(' '),
      ]),
    }),
  }),
  form({
    path: '/report/:year/duties/:duty_id/judgement',
    title: 'Judge whether the duty is met',
    command: judgeDuty,
    before: readReport,
    beforeInput: ({ params }) => ({ year: params['year'] }),
    fixed: ({ params }) => ({ year: params['year'], duty_id: params['duty_id'] }),
    values: (report: ReadReport, { params }) =>
      report.composition.judgements.find((j) => j.duty_id === params['duty_id']) ?? {},
    intro: (report: ReadReport, view) => {
      const duty = report.coverage.find((d) => d.id === view.address.params['duty_id']);
      return html`${duty && html`<p class="govuk-body"><strong>${duty.id} ${duty.title}.</strong> ${duty.requirement}</p><p class="govuk-body">${statusTag(duty.status)} ${duty.note}</p>`}`;
    },
    button: 'Record judgement',
    next: (result: { year: string }) => `/report/${result.year}/coverage`,
    done: 'Your judgement is recorded under your name.',
    trail: (report: ReadReport) => trail(report.edition.year),
  }),
  form({
    path: '/report/:year/framework',
    title: 'Hold the report to another edition of Working Together',
    command: chooseFramework,
    fixed: ({ params }) => ({ year: params['year'] }),
    button: 'Hold the report to this edition',
    next: (result: { year: string }) => `/report/${result.year}/coverage`,
    done: 'The report is held to the edition you chose.',
    trail: (_before: unknown, { params }) => trail(params['year'] ?? ''),
  }),
];
