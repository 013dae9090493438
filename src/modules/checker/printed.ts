// The answer as text for a terminal: what must be mended first, each with its place, its exact words, why it matters and how to
// mend it. What is said once for a rule is not said again for each of its findings.
import { frameworkById } from '../../kernel/frameworks/framework.ts';
import type { Precision } from '../../kernel/checking/precision.ts';
import { type Severity, severityWords, sureness } from '../../kernel/checking/finding.ts';
import { type Rule, ruleGroups } from '../../kernel/checking/rule.ts';
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
import { showPeriod } from '../../surfaces/web/components/day.ts';

/** Characters. */
const width = 96;
/** Findings of one rule that are told in full; of more, unless they are high, place and words alone. */
const toldInFull = 4;

export function printCheck(check: Check): string {
  const groups = groupFindings(check.findings);
  return [
    ...aboutDocument(check),
    '',
    check.findings.length === 0 ? 'The rules found nothing that needs mending.' : countWords(check.findings),
    ...groups.flatMap(({ title, found }) => ['', title.toUpperCase(), ...found.flatMap(printFound)]),
    ...printDuties(check),
  ].join('\n');
}

function aboutDocument({ document, kind }: Check): string[] {
  const { title, name, period, framework_id, pages, words } = document;
  const facts = [
    kindWords[kind].split(';')[0],
    period && showPeriod(period.from_on, period.to_on),
    framework_id && `held to ${frameworkById(framework_id).title}`,
    pages !== null && `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `${words.toLocaleString('en-GB')} words`,
  ];
  return [title ?? name, facts.filter(Boolean).join(' · ')];
}

function printFound({ rule, repeated }: FoundByRule): string[] {
  const mends = new Set(repeated.map(({ finding }) => finding.mend));
  const [mend] = mends.size === 1 ? mends : [];
  const full = repeated.filter(({ finding }, at) => at < toldInFull || finding.severity === 'high');
  const brief = repeated.filter((one) => !full.includes(one));
  return [
    '',
    `${rule.title} (${repeated.reduce((sum, { places }) => sum + places.length, 0)})  [${rule.id}]`,
    ...wrapped(rule.why, '  '),
    ...(mend === undefined ? [] : wrapped(`To mend it: ${mend}`, '  ')),
    ...full.flatMap((one) => printOne(one, mend === undefined)),
    ...(brief.length > 0 ? ['', `  And ${brief.length} more like it:`, ...brief.flatMap(printBrief)] : []),
  ];
}

function printOne({ finding, places }: Repeated, withMend: boolean): string[] {
  const { severity, confidence, where, quote, message, mend } = finding;
  const place = [placeWords(finding), where].filter(Boolean).join(', ');
  const others = places.slice(1).flatMap((one) => placeWords(one) ?? []);
  return [
    '',
    ...wrapped(`${severityWords[severity].toUpperCase()} (${sureness(confidence)}): ${place}`, '  '),
    ...wrapped(`“${quote}”`, '    '),
    ...wrapped(message, '    '),
    ...(others.length > 0 ? wrapped(`The same at ${others.join('; ')}.`, '    ') : []),
    ...(withMend ? wrapped(`To mend it: ${mend}`, '    ') : []),
  ];
}

function printBrief({ places }: Repeated): string[] {
  const [first] = places;
  const where = places.map((one) => placeWords(one) ?? one.where).join('; ');
  return wrapped(`${where}: “${first?.quote ?? ''}”`, '    ');
}

/** As a table at the end: each duty, how far the text answers it, and where. */
function printDuties({ document, duties }: Check): string[] {
  if (duties.length === 0) return [];
  const title = document.framework_id ? frameworkById(document.framework_id).title : 'Working Together';
  return [
    '',
    `WHAT THE LAW ASKS OF A YEARLY REPORT, AND WHERE THE TEXT ANSWERS (${title})`,
    ...wrapped(notConfirmed, '  '),
    '',
    ...duties.flatMap((one) => {
      const { duty, status, passages } = one;
      const places = passages.map((passage) => placeWords(passage) ?? passage.where);
      const answer = [seenOf(one), places.length > 0 ? `See ${places.join('; ')}.` : '']
        .filter(Boolean)
        .join(' ');
      return [
        `  ${dutyWords[status].padEnd(15)}${duty.id}  ${duty.title}`,
        ...wrapped(answer, ' '.repeat(17)),
      ];
    }),
  ];
}

/** What there is to know of every rule, for `check --rules`. */
export interface RuleFacts extends Pick<Rule, 'id' | 'group' | 'title' | 'why'> {
  severities: readonly Severity[];
  precision: Precision;
}

export function printRules(list: readonly RuleFacts[]): string {
  const byGroup = Map.groupBy(list, ({ group }) => group);
  return [...byGroup]
    .flatMap(([group, found]) => [
      '',
      ruleGroups[group].toUpperCase(),
      ...found.flatMap((rule) => [
        '',
        `${rule.title}  [${rule.id}]`,
        ...wrapped(rule.why, '  '),
        ...wrapped(`${rule.severities.join(', ')}. ${precisionWords(rule.precision)}`, '  '),
      ]),
    ])
    .slice(1)
    .join('\n');
}

/** "Right in 9 of 10 findings that people judged; nothing high or medium in 60 correct reports." */
function precisionWords({ judged, right, generated }: Precision): string {
  const people =
    judged === 0
      ? 'None of its findings was judged yet'
      : `Right in ${right} of ${judged} findings that people judged`;
  return `${people}; nothing high or medium in ${generated} correct reports made by machine.`;
}

/** Lines of a terminal. What a file holds never steers it: control characters are left out. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
