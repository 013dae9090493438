// What the rules found, grouped by rule and chapter, high first; the forms to waive one and to permit a small number.
import { severities, sureness } from '../../kernel/checking/finding.ts';
import { rules } from '../../kernel/checking/rules/index.ts';
import { details } from '../../surfaces/web/components/details.ts';
import { findingList } from '../../surfaces/web/components/finding-list.ts';
import { type Html, html } from '../../kernel/pages/html.ts';
import { form, page, type View } from '../../kernel/pages/page.ts';
import type { ReportFinding } from './composition.ts';
import { shownYear } from './edition.ts';
import { readReport } from './report.operations.ts';
import { type ReadReport, trailOf } from './report.pages.ts';
import { permitSmallNumber, waiveFinding } from './words.operations.ts';

export const findingsPages = [
  page({
    path: '/report/:year/findings',
    title: (report: ReadReport) => `What the rules found in the report for ${shownYear(report.edition.year)}`,
    query: readReport,
    trail: (report: ReadReport) => trailOf(report.edition.year),
    draw: drawFindings,
    csv: (report: ReadReport) => ({
      name: `yearly-report-${report.edition.year}-findings`,
      columns: [
        'Severity',
        'Rule',
        'Confidence',
        'Where',
        'Quote',
        'Message',
        'How to mend it',
        'Waived by',
        'Reason',
      ],
      rows: report.findings.map((f) => [
        f.severity,
        f.rule,
        f.confidence,
        f.where,
        f.quote,
        f.message,
        f.mend,
        f.waived?.by ?? null,
        f.waived?.reason ?? null,
      ]),
    }),
  }),
  form({
    path: '/report/:year/waivers/new',
    title: 'Let a finding stand',
    command: waiveFinding,
    before: readReport,
    beforeInput: ({ params }) => ({ year: params['year'] }),
    fixed: ({ params, search }) => ({ year: params['year'], finding_key: search['key'] }),
    intro: (report: ReadReport, view) =>
      about(report.findings.find((f) => f.key === view.address.search['key'])),
    button: 'Let it stand under my name',
    next: (result: { year: string }) => `/report/${result.year}/findings`,
    done: 'The finding stands, with your reason and your name.',
    trail: (report: ReadReport) => trailOf(report.edition.year),
  }),
  form({
    path: '/report/:year/print-permissions/new',
    title: 'Permit a small number to be printed',
    command: permitSmallNumber,
    before: readReport,
    beforeInput: ({ params }) => ({ year: params['year'] }),
    fixed: ({ params, search }) => ({ year: params['year'], item_ref: search['item'] }),
    intro: (report: ReadReport, view) => {
      const item = report.composition.items.find((i) => i.ref === view.address.search['item']);
      return html`${item && html`<p class="govuk-body"><a class="govuk-link" href="${item.path}">${item.title}</a></p>`}<p class="govuk-body">A count of 1 to 5 beside a theme can point to a child. Counts of statutory activity are customarily printed; the decision to do so is recorded here.</p>`;
    },
    button: 'Record the decision',
    next: (result: { year: string }) => `/report/${result.year}/findings`,
    done: 'The decision is recorded under your name.',
    trail: (report: ReadReport) => trailOf(report.edition.year),
  }),
];

function drawFindings(report: ReadReport, view: View): Html {
  const { findings, edition } = report;
  const open = findings.filter((f) => f.waived === null);
  const count = (severity: ReportFinding['severity']) => open.filter((f) => f.severity === severity).length;
  const groups = rules
    .map((rule) => ({ rule, found: findings.filter((f) => f.rule === rule.id) }))
    .filter(({ found }) => found.length > 0);
  return html`<h1 class="govuk-heading-l">What the rules found in the report for ${shownYear(edition.year)}</h1>
<p class="govuk-body-l">${count('high')} must be mended before sign-off, ${count('medium')} should be, ${count('low')} could be better${findings.length > open.length && `; ${findings.length - open.length} waived`}.</p>
<p class="govuk-body">A rule never corrects anything. It says where, quotes what stands there, says why it matters and how to mend it. <a class="govuk-link" href="/report/${edition.year}/findings.csv" download>Download this list (CSV)</a></p>
${findings.length === 0 && html`<p class="govuk-body gt-empty">The rules found nothing that needs mending.</p>`}
${groups
  .toSorted((a, b) => worst(a.found) - worst(b.found))
  .map(({ rule, found }) => {
    const list = findingList({
      headingLevel: 3,
      findings: found.map((f) => ({
        severity: f.severity,
        what: f.message,
        where: f.where,
        href: f.path ?? undefined,
        quote: f.quote,
        sureness: sureness(f.confidence),
        mend: html`${f.mend}${view.can('report.judge') && edition.state === 'draft' && f.waived === null && acts(f, edition.year)}`,
        waived: f.waived,
      })),
    });
    return html`<section class="gt-rule"><h2 class="govuk-heading-m">${rule.title} <span class="gt-rule__count">(${found.length})</span></h2><p class="govuk-body"><strong>Why it matters:</strong> ${rule.why}</p>${
      found.length > 8
        ? details({ summaryText: `Show all ${found.length}`, html: list, open: worst(found) === 0 })
        : list
    }</section>`;
  })}`;
}

function acts(finding: ReportFinding, year: string): Html {
  const waive = html`<a class="govuk-link" href="/report/${year}/waivers/new?key=${encodeURIComponent(finding.key)}">Let it stand, with a reason</a>`;
  const permit =
    finding.rule === 'small-number-beside-a-theme' &&
    finding.ref &&
    html` or <a class="govuk-link" href="/report/${year}/print-permissions/new?item=${encodeURIComponent(finding.ref)}">permit the number to be printed</a>`;
  return html`<br>${waive}${permit}`;
}

function about(finding: ReportFinding | undefined): Html {
  if (finding === undefined)
    return html`<p class="govuk-body">This finding is no longer there. Go back to the list.</p>`;
  return html`<p class="govuk-body"><strong>${finding.where}</strong></p><blockquote class="gt-quote">${finding.quote}</blockquote><p class="govuk-body">${finding.message}</p><p class="govuk-body">To mend it instead: ${finding.mend}</p>`;
}

const worst = (found: ReportFinding[]) => Math.min(...found.map((f) => severities.indexOf(f.severity)));
