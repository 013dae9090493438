// The summary, on one page: the period and what the report rests on, each priority with the strongest claim made for it,
// what is measured, and what is not known. Whoever reads nothing else must be told the truth by it.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { dutyById } from '../../../kernel/frameworks/duties.ts';
import { frameworkById } from '../../../kernel/frameworks/framework.ts';
import type { Composition, Coverage, ReportFinding } from '../composition.ts';
import type { Block, Inline } from '../document.ts';
import { listWords } from '../../../kernel/checking/rule.ts';
import { capital, countText, dayText, ended } from '../wording.ts';
import { type Claim, claimsOf, gradedInlines } from './claim-blocks.ts';
import type { Footnotes } from './footnotes.ts';
import { aside, paragraph, strong, text } from './inlines.ts';
import { coverageWords, noteOf } from './law-chapter.ts';
import { claimCounts, claimTally, type Priority, prioritiesOf, strongestOf } from './strongest.ts';

export function summaryChapter(
  composition: Composition,
  coverage: readonly Coverage[],
  findings: readonly ReportFinding[],
  notes: Footnotes,
): Block[] {
  const { items } = composition;
  const priorities = prioritiesOf(items);
  const claims = claimsOf(items);
  return [
    paragraph(text(opening(composition))),
    heading('The priorities, and the strongest claim for each', 'priorities'),
    priorities.length > 0
      ? { kind: 'list', items: priorities.map((priority) => priorityInlines(priority, notes)) }
      : aside('gap', text('No priorities are recorded for the year.')),
    heading('What is measured, and what the law asks for', 'claims'),
    paragraph(text(standing(claims, coverage))),
    heading('What is not known', 'unknown'),
    {
      kind: 'list',
      items: [
        ...unknowns(composition, priorities, claims, coverage),
        ...draftWords(composition, findings),
      ].map((words) => [text(words)]),
    },
  ];
}

function heading(words: string, id: string): Block {
  return { kind: 'heading', level: 2, text: words, id: `summary-${id}` };
}

function opening({ items, partnership, year, edition }: Composition): string {
  const of = (shape: EvidenceItem['content']['shape']) =>
    items.filter(({ content }) => content.shape === shape).length;
  const counts = [
    [of('measure'), 'figure', 'figures'],
    [of('table'), 'table', 'tables'],
    [of('quotation'), 'quotation', 'quotations'],
    [of('case-study'), 'case study', 'case studies'],
  ] as const;
  const held = counts.flatMap(([count, one, many]) =>
    count > 0 ? [`${countText(count)} ${count === 1 ? one : many}`] : [],
  );
  return (
    `This report of the ${partnership.name} covers ${dayText(year.from_on)} to ${dayText(year.to_on)} and answers to ` +
    `${frameworkById(edition.framework_id).title}. It rests on ${countText(items.length)} ` +
    `${items.length === 1 ? 'record' : 'records'}${held.length > 0 ? `, among them ${listWords(held)}` : ''}.`
  );
}

/** The priority, its strongest claim of change, other claims put forward as headlines, and how all of them stand. */
function priorityInlines({ title, claims }: Priority, notes: Footnotes): Inline[] {
  const strongest = strongestOf(claims);
  const named = [strong(ended(title)), text(' ')];
  if (!strongest) return [...named, text('No claim of a difference made is recorded.')];
  const headlines = claims.filter((one) => one.claim.headline && one !== strongest);
  const said = [strongest, ...headlines].flatMap((one) => [...gradedInlines(one, notes), text(' ')]);
  const counts =
    claims.length > 1 ? `${capital(countText(claims.length))} claims in all: ${claimTally(claims)}.` : '';
  return [...named, ...said, text(counts)];
}

function standing(claims: readonly Claim[], coverage: readonly Coverage[]): string {
  const ofClaims =
    claims.length === 0
      ? 'No claim of a difference made is recorded.'
      : `Of ${countText(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'} of a difference made, in all chapters, ${claimCounts(claims)}.`;
  const duties = (Object.keys(coverageWords) as Coverage['status'][]).flatMap((status) => {
    const count = coverage.filter((duty) => duty.status === status).length;
    return count > 0 ? [`${countText(count)} ${dutyVerbs[status][count === 1 ? 0 : 1]}`] : [];
  });
  return `${ofClaims} Of the ${countText(coverage.length)} duties of a yearly report, ${listWords(duties)}.`;
}

const dutyVerbs: Record<Coverage['status'], [one: string, many: string]> = {
  met: ['is met', 'are met'],
  partly: ['is partly met', 'are partly met'],
  missing: ['is missing', 'are missing'],
  'not-yet': ['is not met yet', 'are not met yet'],
  'not-applicable': ['does not apply here', 'do not apply here'],
};

function unknowns(
  { items }: Composition,
  priorities: readonly Priority[],
  claims: readonly Claim[],
  coverage: readonly Coverage[],
): string[] {
  const said: string[] = [];
  const unshown = priorities.filter(
    ({ held }) =>
      !held.some(
        ({ part, claim }) => part === 'difference' && claim?.grade !== 'asserted' && claim?.about !== 'reach',
      ),
  );
  for (const { title } of unshown)
    said.push(`Whether the work on “${title}” made a difference: nothing recorded shows it.`);
  const measured = claims.some(({ claim }) => claim.about !== 'reach' && claim.grade === 'measured');
  if (claims.length > 0 && !measured)
    said.push('Whether anything changed by measure: no claim has a figure from before and one from after.');
  const asserted = claims.filter(({ claim }) => claim.grade === 'asserted').length;
  if (asserted > 0)
    said.push(
      `Whether ${asserted === 1 ? 'the one asserted claim is' : `the ${countText(asserted)} asserted claims are`} true: nothing recorded shows ${asserted === 1 ? 'it' : 'them'}.`,
    );
  const blank = items.flatMap(({ title, content }) =>
    content.shape === 'measure' && content.value === null ? [title] : [],
  );
  if (blank.length > 0)
    said.push(`${capital(figures(blank.length))} that sources name and do not print: ${listed(blank)}.`);
  const undated = items.filter(
    ({ content, period, as_of }) =>
      content.shape === 'measure' &&
      content.value !== null &&
      !period.label &&
      !period.from &&
      !period.to &&
      !as_of,
  ).length;
  if (undated > 0) said.push(`The period of ${figures(undated)} that sources print without one.`);
  for (const duty of coverage) {
    const open = duty.status === 'missing' || duty.status === 'not-yet';
    // Acts such as publishing are dates, which the chapter on the law gives; what is unknown here is content.
    if (open && dutyById(duty.id).kind === 'content')
      said.push(
        `${duty.title} (duty ${duty.id}, ${coverageWords[duty.status].toLowerCase()}): ${noteOf(duty)}`,
      );
  }
  return said.length > 0
    ? said
    : ['Every claim has something that shows it, and every duty has been answered in part at least.'];
}

function figures(count: number): string {
  return `${countText(count)} ${count === 1 ? 'figure' : 'figures'}`;
}

/** At most four titles: the summary is one page. */
function listed(titles: readonly string[]): string {
  if (titles.length <= 4) return listWords(titles);
  return `${titles.slice(0, 3).join(', ')} and ${countText(titles.length - 3)} more`;
}

function draftWords({ edition }: Composition, findings: readonly ReportFinding[]): string[] {
  if (edition.state !== 'draft' && edition.state !== 'signed-off') return [];
  const open = findings.filter(({ waived }) => waived === null);
  if (open.length === 0) return [];
  const high = open.filter(({ severity }) => severity === 'high').length;
  const first = high > 0 ? `; ${countText(high)} must be settled before sign-off` : '';
  return [
    `This is a draft: its checks have ${countText(open.length)} ${open.length === 1 ? 'finding' : 'findings'} to answer${first}.`,
  ];
}
