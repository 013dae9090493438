// Numbers of headings and of paragraphs that run through a paper: doubled, missing or out of order. A numbering that begins
// anew is another list, and a list of years is none.
import { type Heading, isProse, type Part, type ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';

interface Numbered {
  part: Part;
  /** "3.2" is [3, 2]. */
  number: readonly number[];
  printed: string;
}

export const sectionNumbers: Rule = {
  id: 'section-numbers',
  group: 'text',
  title: 'Numbers of sections or paragraphs',
  why: 'People find their place in a meeting by these numbers; two alike, or one that is not there, lead them astray.',
  severities: ['low'],
  check: (document) => [
    ...runsOf(headingNumbers(document)).flatMap((run) => faultsIn(document, run, 'section')),
    ...paragraphRuns(document).flatMap((run) => faultsIn(document, run, 'paragraph')),
    ...labelRuns(document).flatMap((run) => gapsIn(document, run)),
  ],
};

const LARGEST = 60;

function headingNumbers(document: ReadDocument): Numbered[][] {
  const headings = document.parts.filter((part) => part.kind === 'heading');
  const numbered = headings.flatMap((part) => {
    const number = numberFrom(part.number, LARGEST);
    return number ? [{ part, number, printed: part.number ?? '' }] : [];
  });
  // Those numbered under one heading and under one number belong together.
  return [
    ...Map.groupBy(numbered, ({ part, number }) =>
      number.length === 1 ? `under ${part.section ?? 'nothing'}` : `in ${number.slice(0, -1).join('.')}`,
    ).values(),
  ];
}

const dotted = /^(\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+(?=[A-Z“"‘'(])/;

/** Numbered paragraphs ("4. The partnership …"), each with those it counts on from: a list inside a paragraph counts by itself. */
function paragraphRuns(document: ReadDocument): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const part of document.parts) {
    if (!isProse(part) || part.kind === 'contents' || part.kind === 'note') continue;
    const printed = part.number ?? dotted.exec(part.text)?.[1] ?? '';
    const number = numberFrom(printed, 400);
    if (!number) continue;
    const one = { part, number, printed };
    const alike = runs.slice(-NEAR).filter(([first]) => first && seriesOf(first) === seriesOf(one));
    const counts = alike.findLast((run) => lastOf(run.at(-1) ?? one) === lastOf(one) - 1);
    const near = alike.findLast(
      (run) => run.length >= LONG && Math.abs(lastOf(run.at(-1) ?? one) - lastOf(one)) <= 3,
    );
    if (counts) counts.push(one);
    else if (near && lastOf(one) !== 1) near.push(one);
    else runs.push([one]);
  }
  return runs.filter((run) => run.length > LONG);
}

/** Shorter ones are lists, which may begin where they like. */
const LONG = 4;
/** A numbering is not taken up again after so many others. */
const NEAR = 200;

function seriesOf({ number }: Numbered): string {
  return number.slice(0, -1).join('.');
}

function numberFrom(printed: string | null, largest: number): number[] | null {
  const numbers = printed?.split('.').filter(Boolean).map(Number) ?? [];
  return numbers.length > 0 && numbers.every((n) => Number.isInteger(n) && n <= largest) ? numbers : null;
}

/** Splits where the numbering begins anew. */
function runsOf(groups: readonly (readonly Numbered[])[]): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const group of groups) {
    let run: Numbered[] = [];
    for (const one of group) {
      const before = run.at(-1);
      if (before && lastOf(one) === 1 && !(lastOf(before) === 1 && run.length === 1)) {
        runs.push(run);
        run = [];
      }
      run.push(one);
    }
    runs.push(run);
  }
  return runs.filter((run) => run.length > 1);
}

function lastOf({ number }: Numbered): number {
  return number.at(-1) ?? 0;
}

function faultsIn(document: ReadDocument, run: readonly Numbered[], what: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  // A run of two that does not even count on is no numbering anyone can be held to.
  if (
    run.length === 2 &&
    what === 'section' &&
    Math.abs(lastOf(run[1] as Numbered) - lastOf(run[0] as Numbered)) > 2
  )
    return [];
  let highest = lastOf(run[0] as Numbered) - 1;
  for (const [place, one] of run.entries()) {
    const number = lastOf(one);
    if (seen.has(number)) {
      findings.push(fault(document, one, `${one.printed} numbers two ${what}s`, 0.9));
    } else if (number < highest) {
      findings.push(fault(document, one, `${one.printed} comes after ${printedAs(one, highest)}`, 0.8));
    } else if (number > highest + 1 && place > 0) {
      const missing =
        number === highest + 2
          ? printedAs(one, highest + 1)
          : `${printedAs(one, highest + 1)} to ${printedAs(one, number - 1)}`;
      // Large leaps are other numbers that stand where a section's number could stand.
      if (
        number - highest <= 4 &&
        !run.some((other) => lastOf(other) === highest + 1) &&
        !headedBetween(document, run[place - 1], one, highest + 1)
      )
        findings.push(
          fault(
            document,
            one,
            `No ${what} is numbered ${missing}; ${one.printed} follows ${printedAs(one, highest)}`,
            0.75,
          ),
        );
    }
    seen.add(number);
    highest = Math.max(highest, number);
  }
  // A numbering that is wrong at every turn is not a numbering.
  return findings.length * 3 > run.length && findings.length > 2 ? [] : findings;
}

/** Some paragraphs of a paper are so short that they read as headings. */
function headedBetween(
  document: ReadDocument,
  before: Numbered | undefined,
  one: Numbered,
  number: number,
): boolean {
  if (one.part.kind === 'heading') return false;
  return document.parts
    .slice(before?.part.at ?? 0, one.part.at)
    .some((part) => part.kind === 'heading' && part.number !== null && Number(part.number) === number);
}

function printedAs({ number }: Numbered, last: number): string {
  return [...number.slice(0, -1), last].join('.');
}

function fault(
  document: ReadDocument,
  { part, printed }: Numbered,
  says: string,
  confidence: number,
): Finding {
  const text = part.kind === 'table' ? '' : part.text;
  const shown = part.kind === 'heading' ? `${printed} ${text}` : text;
  return findingAt('section-numbers', document, part, {
    severity: 'low',
    confidence,
    message: `${says}.`,
    mend: 'Number them anew, or see whether one was lost.',
    detail: `${says} ${text.slice(0, 60)}`,
    from: 0,
    to: part.kind === 'heading' ? text.length : Math.min(text.length, printed.length),
    quote: shown.length > 160 ? `${shown.slice(0, shown.lastIndexOf(' ', 150))} …` : shown,
  });
}

const numerals = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const label = new RegExp(
  `^(priority|objective|aim|goal|theme|recommendation|standard|principle|strand|workstream|outcome|ambition|pledge) (\\d{1,2}|${numerals.join('|')})\\b`,
  'i',
);

/** "Priority One", "Priority Two" …: headings of one level under one heading. */
function labelRuns(document: ReadDocument): { heading: Heading; name: string; number: number }[][] {
  const labelled = document.parts.flatMap((part) => {
    const match = part.kind === 'heading' ? label.exec(part.text) : null;
    if (part.kind !== 'heading' || !match) return [];
    const [, name = '', number = ''] = match;
    const value = /^\d/.test(number) ? Number(number) : numerals.indexOf(number.toLowerCase()) + 1;
    return [{ heading: part, name: name.toLowerCase(), number: value }];
  });
  const groups = Map.groupBy(
    labelled,
    ({ heading, name }) => `${name} ${heading.level} ${heading.section ?? ''}`,
  );
  return [...groups.values()].filter((run) => run.length >= 3 && run[0]?.number === 1);
}

function gapsIn(
  document: ReadDocument,
  run: readonly { heading: Heading; name: string; number: number }[],
): Finding[] {
  const all = new Set(run.map(({ number }) => number));
  const missing = Array.from({ length: Math.max(...all) }, (_, i) => i + 1).filter(
    (number) => !all.has(number),
  );
  if (missing.length !== 1) return [];
  const after = run.find(({ number }) => number > (missing[0] ?? 0));
  if (!after) return [];
  const says = `There is no ${after.name} ${missing[0]}, though the others are numbered 1 to ${Math.max(...all)}`;
  return [
    findingAt('section-numbers', document, after.heading, {
      severity: 'low',
      confidence: 0.6,
      message: `${says}.`,
      mend: 'Say what became of it, or number them anew.',
      detail: says,
      from: 0,
      to: after.heading.text.length,
    }),
  ];
}
