// Two reporting periods for one year: inside one document, or between it and the document it is paired with (the
// scrutineer's report of the same year, last year's report). A reader cannot join figures from periods that differ.
import { showPeriod } from '../../../surfaces/web/components/day.ts';
import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { type Found, findingAt, findingOverall, type Rule } from '../rule.ts';
import { isTwelveMonths, reportedPeriod, type StatedPeriod, statedPeriodsIn } from '../stated-periods.ts';

const id = 'periods-differ';

interface Days {
  from_on: Day;
  to_on: Day;
}

export const rule: Rule = {
  id,
  group: 'time',
  title: 'Two reporting periods that differ',
  why: 'Readers put the reports of a year side by side; what lies between two periods is counted twice or not at all.',
  severities: ['high', 'medium'],
  check: (document: ReadDocument, earlier: readonly ReadDocument[]): Finding[] => [
    ...withinOne(document),
    ...earlier.flatMap((other) => between(document, other)),
  ],
};

function withinOne(document: ReadDocument): Finding[] {
  // A period that is no year at all is told by another rule; comparing it with the others would say it twice.
  const [first, ...others] = statedPeriodsIn(document).filter(({ span }) => isTwelveMonths(span));
  const different = first && others.find(({ span }) => !same(span, first.span));
  if (!first || !different || !overlap(first.span, different.span)) return [];
  return [
    findingAt(id, document, different.part, {
      severity: 'high',
      confidence: 0.8,
      message:
        `Here the report is about ${showPeriod(different.span.from_on, different.span.to_on)}; elsewhere it is about ` +
        `${showPeriod(first.span.from_on, first.span.to_on)} (“${first.span.raw}”).`,
      mend: 'Decide which twelve months the report is about, and say the same everywhere.',
      detail: [first, different].map(({ span }) => `${span.from_on} ${span.to_on}`).join('|'),
      from: different.from,
      to: different.to,
    }),
  ];
}

function between(document: ReadDocument, other: ReadDocument): Finding[] {
  const [here, there] = [reportedPeriod(document), reportedPeriod(other)];
  if (!here || !there || same(here, there)) return [];
  // A period of this report that is no year is told once, by its own rule.
  if (here.stated?.span.kind === 'range' && !isTwelveMonths(here)) return [];
  const difference = differenceOf(here, there, other.title ?? other.name);
  if (!difference) return [];
  const found = { ...difference, detail: `${here.from_on} ${here.to_on}|${there.from_on} ${there.to_on}` };
  return [here.stated ? stated(document, here.stated, found) : overall(document, here, found)];
}

function stated(
  document: ReadDocument,
  { part, from, to }: StatedPeriod,
  found: Omit<Found, 'from' | 'to'>,
): Finding {
  return findingAt(id, document, part, { ...found, from, to });
}

function overall(
  { title, name }: ReadDocument,
  { from_on, to_on }: Days,
  found: Omit<Found, 'from' | 'to'>,
): Finding {
  return findingOverall(id, { ...found, where: title ?? name, quote: showPeriod(from_on, to_on) });
}

const furthestApart = 190;

function differenceOf(
  here: Days,
  there: Days,
  other: string,
): Pick<Found, 'severity' | 'confidence' | 'message' | 'mend'> | null {
  const periods = `This report is about ${showPeriod(here.from_on, here.to_on)}; “${other}” is about ${showPeriod(there.from_on, there.to_on)}.`;
  const shared = overlap(here, there);
  const shorter = Math.min(length(here), length(there));
  if (shared > shorter / 2)
    return {
      severity: 'high',
      confidence: 0.8,
      message: `${periods} They are read side by side, and their figures cannot both be for the same months.`,
      mend: 'Check which of the two is mistyped. If the periods really differ, say so in both.',
    };
  if (shared > 0)
    return {
      severity: 'medium',
      confidence: 0.7,
      message: `${periods} ${shared === 1 ? 'One day is' : `${shared} days are`} in both, so work may be counted twice.`,
      mend: 'Check the first and last day of each, and say what was counted where.',
    };
  const gap = gapBetween(here, there);
  if (gap === 0 || gap > furthestApart) return null;
  return {
    severity: 'medium',
    confidence: 0.7,
    message: `${periods} Nothing reports on the ${gap === 1 ? 'day' : `${gap} days`} between them.`,
    mend: 'Check the first and last day of each; if the year was moved, say where the months between are told.',
  };
}

function same(a: Days, b: Days): boolean {
  return a.from_on === b.from_on && a.to_on === b.to_on;
}

function length({ from_on, to_on }: Days): number {
  return daysBetween(from_on, to_on) + 1;
}

/** Days that both hold. */
function overlap(a: Days, b: Days): number {
  const from = a.from_on > b.from_on ? a.from_on : b.from_on;
  const to = a.to_on < b.to_on ? a.to_on : b.to_on;
  return Math.max(0, daysBetween(from, to) + 1);
}

function gapBetween(a: Days, b: Days): number {
  const [first, second] = a.from_on < b.from_on ? [a, b] : [b, a];
  return daysBetween(addDays(first.to_on, 1), second.from_on);
}
