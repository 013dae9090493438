// The checker's page: a report is chosen, and the answer drawn from the request itself. Nothing of the document is kept, so the
// page says so, and shows the whole of it below the list, marked.
import type { DutyStatus } from '../../kernel/checking/duties.ts';
import { type Finding, severityWords, sureness } from '../../kernel/checking/finding.ts';
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import { type Html, html, join } from '../../kernel/pages/html.ts';
import { toolPage, type View } from '../../kernel/pages/page.ts';
import type { ReadDocument } from '../../kernel/reading/document.ts';
import { showPeriod } from '../../surfaces/web/components/day.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { details } from '../../surfaces/web/components/details.ts';
import { findingEntries } from '../../surfaces/web/components/finding-list.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import {
  type Check,
  countWords,
  dutyWords,
  type FoundByRule,
  groupFindings,
  notConfirmed,
  kindWords,
  placeWords,
  type Repeated,
  seenOf,
} from './check.ts';
import { checkDocument, noteCheck, openChecker } from './check.operations.ts';
import { drawDocument, findingId, markId, partId } from './document.view.ts';

const path = '/check';

/** Findings of one rule that are in sight at once; the others are a click away. High ones always are in sight. */
const inSight = 3;

export const checkerPages = [
  toolPage({
    path,
    title: 'Check a report',
    tool: checkDocument,
    query: openChecker,
    noted: noteCheck,
    intro: () =>
      html`<p class="govuk-body-l">Choose a report that is written, published or not. You see what its author would rather know before publication: totals that do not add up, periods that differ, claims without a figure, children who might be recognised, duties that nothing answers.</p>${insetText(
        {
          text: 'Nothing you choose is kept. It is read, answered and forgotten; that you had a report checked is noted, without its name or a word of it.',
        },
      )}`,
    button: 'Check this report',
    answerTitle: ({ document }: Check) => `What the rules found in ${nameOf(document)}`,
    answer: drawAnswer,
    csv: {
      name: 'findings',
      columns: [
        'Severity',
        'Rule',
        'Confidence',
        'Where',
        'Page',
        'Line',
        'Quote',
        'Message',
        'How to mend it',
      ],
    },
  }),
];

function nameOf({ title, name }: ReadDocument): string {
  return `“${title ?? name}”`;
}

function drawAnswer(check: Check, view: View): Html {
  const { document, findings } = check;
  const groups = groupFindings(findings);
  const ordered = groups.flatMap(({ found }) =>
    found.flatMap(({ repeated }) => repeated.flatMap(({ places }) => places)),
  );
  const numbers = new Map(ordered.map((finding, at) => [finding, at + 1]));
  const numbered = ordered.map((finding, at) => ({ finding, number: at + 1 }));
  return html`<h1 class="govuk-heading-l">What the rules found in ${nameOf(document)}</h1>
<p class="govuk-body-l">${findings.length === 0 ? 'The rules found nothing that needs mending. They cannot know what is not written: read it once more yourself.' : countWords(findings)}</p>
${summaryList({ rows: factsOf(check).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${findings.length > 0 && html`<p class="govuk-body">A rule never corrects anything: it says where, quotes what stands there, says why it matters and what a person could do. A rule can be wrong; you decide.</p>${csvButton(ordered, view)}`}
<nav class="gt-document__ways" aria-label="On this page"><ul class="govuk-list">${groups.map(({ group, title, found }) => html`<li><a class="govuk-link" href="#group-${group}">${title}</a> (${manyIn(found)})</li>`)}${check.duties.length > 0 && html`<li><a class="govuk-link" href="#duties">What the law asks for, and where the text answers</a></li>`}<li><a class="govuk-link" href="#document">The document, with what was found marked in it</a></li></ul></nav>
${groups.map(
  ({ group, title, found }) =>
    html`<section class="gt-rule-group"><h2 class="govuk-heading-l" id="group-${group}">${title}</h2>${found.map((one) => drawRule(one, numbers))}</section>`,
)}
${check.duties.length > 0 && drawDuties(check)}
<h2 class="govuk-heading-m">What next</h2><p class="govuk-body">Mend what should be mended in the document itself, then check it again. When you leave this page, this list is gone.</p>${view.can('evidence.write') && html`<p class="govuk-body">Is it published already? <a class="govuk-link" href="${path}/adopt">Adopt this report</a>: what it says becomes drafts for your register, and nothing enters it before you have looked at it.</p>`}<p class="govuk-body"><a class="govuk-link" href="${path}">Check again, or check another report</a></p>
<h2 class="govuk-heading-l" id="document">The document</h2>${drawDocument(document, numbered)}`;
}

function factsOf({ document, kind }: Check): [string, string][] {
  const { period, framework_id, pages, words, parts, name } = document;
  const tables = parts.filter(({ kind }) => kind === 'table').length;
  const size = [
    pages !== null && `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `${words.toLocaleString('en-GB')} words`,
    `${tables} ${tables === 1 ? 'table' : 'tables'}`,
  ];
  return [
    ['File', name],
    ['Read as', kindWords[kind]],
    ['Period it reports on', period ? showPeriod(period.from_on, period.to_on) : 'It does not say'],
    [
      'Held to',
      framework_id ? frameworkById(framework_id).title : 'No edition of Working Together could be told',
    ],
    ['Length', size.filter(Boolean).join(', ')],
  ];
}

function manyIn(found: readonly FoundByRule[]): number {
  return found.reduce(
    (sum, { repeated }) => sum + repeated.reduce((all, { places }) => all + places.length, 0),
    0,
  );
}

function drawRule({ rule, repeated }: FoundByRule, numbers: ReadonlyMap<Finding, number>): Html {
  const mends = new Set(repeated.map(({ finding }) => finding.mend));
  const [mend] = mends.size === 1 && repeated.length > 1 ? mends : [];
  const open = repeated.filter(({ finding }, at) => at < inSight || finding.severity === 'high');
  const folded = repeated.filter((one) => !open.includes(one));
  const list = (some: readonly Repeated[]) =>
    findingEntries(some.map((one) => entryOf(one, numbers, mend === undefined)));
  return html`<section class="gt-rule"><h3 class="govuk-heading-m">${rule.title} <span class="gt-rule__count">(${manyIn([{ rule, repeated }])})</span></h3><p class="govuk-body"><strong>Why it matters:</strong> ${rule.why}</p>${mend !== undefined && html`<p class="govuk-body"><strong>How to mend it:</strong> ${mend}</p>`}${list(open)}${folded.length > 0 && details({ summaryText: `Show ${folded.length} more of this kind`, html: list(folded) })}</section>`;
}

function entryOf({ finding, places }: Repeated, numbers: ReadonlyMap<Finding, number>, withMend: boolean) {
  const number = numbers.get(finding) ?? 0;
  return {
    id: findingId(number),
    severity: finding.severity,
    what: finding.message,
    where: [`${number}`, placeWords(finding), finding.where].filter(Boolean).join(', '),
    href: finding.mark ? `#${markId(number)}` : undefined,
    quote: finding.quote,
    sureness: sureness(finding.confidence),
    mend: withMend ? finding.mend : undefined,
    also:
      places.length > 1
        ? join(
            places.slice(1).map((one) => placeLink(one, numbers)),
            '; ',
          )
        : undefined,
  };
}

function placeLink(finding: Finding, numbers: ReadonlyMap<Finding, number>): Html {
  const number = numbers.get(finding) ?? 0;
  const words = `${number}, ${placeWords(finding) ?? finding.where}`;
  return html`<a class="govuk-link" id="${findingId(number)}" href="#${markId(number)}">${words}</a>`;
}

const dutyColours: Readonly<Record<DutyStatus, string>> = {
  met: 'govuk-tag--green',
  partly: 'govuk-tag--yellow',
  missing: 'govuk-tag--red',
  'not-applicable': 'govuk-tag--grey',
  check: 'govuk-tag--blue',
};

function drawDuties({ duties }: Check): Html {
  return html`<section class="gt-rule-group"><h2 class="govuk-heading-l" id="duties">What the law asks for, and where the text answers</h2><p class="govuk-body">A text alone shows a duty at most partly, unless it is plain to see. Whether a duty is met, a person decides. ${notConfirmed}</p>${dataTable(
    {
      id: 'duty-answers',
      caption: 'Duties of the yearly report',
      captionClasses: 'govuk-visually-hidden',
      rows: duties,
      columns: [
        {
          heading: 'Duty',
          isRowHeader: true,
          cell: ({ duty }) => html`${duty.title}<br><span class="gt-rule__count">${duty.id}</span>`,
        },
        {
          heading: 'Answer',
          cell: ({ status }) => tag({ text: dutyWords[status], classes: dutyColours[status] }),
        },
        {
          heading: 'What was seen',
          cell: (answer) =>
            html`${seenOf(answer)} ${answer.next}${answer.passages.length > 0 && html`<ul class="govuk-list govuk-!-margin-top-2">${answer.passages.map((one) => html`<li><a class="govuk-link" href="#${partId(one.mark.part)}">${placeWords(one) ?? one.where}</a>: ${one.quote}</li>`)}</ul>`}`,
        },
      ],
    },
  )}</section>`;
}

function csvButton(findings: readonly Finding[], view: View): Html {
  const rows = findings.map((f) => [
    severityWords[f.severity],
    f.rule,
    f.confidence,
    f.where,
    f.page,
    f.line,
    f.quote,
    f.message,
    f.mend,
  ]);
  return view.sendButton({
    path: `${path}.csv`,
    values: { list: JSON.stringify(rows) },
    text: 'Download this list (CSV)',
    secondary: true,
  });
}
