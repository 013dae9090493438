// Records whose own period lies outside the year of the report, and figures that have none. A period is read from its days
// or its label; a label that can be read two ways ("2023/24") is only called outside where both readings are.
import { showPeriod } from '../../surfaces/web/components/day.ts';
import { addMonths, type Day } from '../calendar/day.ts';
import type { Known, Part, ReadDocument } from '../reading/document.ts';
import { timesIn } from '../reading/language/times.ts';
import type { Finding } from './finding.ts';
import { type Found, findingAt } from './rule.ts';

const rule = 'outside-the-period';

interface Year {
  from_on: Day;
  to_on: Day;
}

interface Reading {
  from: Day | null;
  to: Day | null;
  /** A year alone says that something lies somewhere in it, not that it fills it. */
  somewhere: boolean;
}

export function recordsOutside(document: ReadDocument, year: Year): Finding[] {
  const together = new Map<string, { part: Part; found: Found }[]>();
  for (const part of document.parts) {
    const found = judge(part, year);
    if (!found) continue;
    const key = `${part.section ?? ''}|${found.detail}`;
    together.set(key, [...(together.get(key) ?? []), { part, found }]);
  }
  return [...together.values()].flatMap((held) => {
    const [first] = held;
    if (!first) return [];
    const many = held.length === 1 ? '' : `${held.length} records here. `;
    return [
      findingAt(rule, document, first.part, { ...first.found, message: `${many}${first.found.message}` }),
    ];
  });
}

function judge(part: Part, year: Year): Found | null {
  const { known } = part;
  if (
    !known ||
    known.meant_from_another_time ||
    (part.kind !== 'table' && part.kind !== 'heading' && part.stance !== 'fact')
  )
    return null;
  const { period } = known;
  const figure = known.measure !== undefined || part.kind === 'table';
  if (!period || (!period.from && !period.to && !period.label)) return figure ? noPeriod(part) : null;
  const readings = readingsOf(period);
  const places = readings.map((reading) => placeOf(reading, year, known.written_afterwards === true));
  const outside = places.filter((place) => place !== 'within');
  const [first] = outside;
  return !first || outside.length < places.length ? null : outsideFound(part, period, first, places, year);
}

type Place = 'within' | 'before' | 'after' | 'partly before' | 'partly after' | 'on both sides of';

function outsideFound(
  part: Part,
  period: NonNullable<Known['period']>,
  place: Place,
  places: readonly Place[],
  year: Year,
): Found {
  const whole = places.every((each) => each === 'before' || each === 'after');
  const when = period.label ?? showPeriod(period.from, period.to);
  const side = place.replace('partly ', '');
  const reporting = `the year of this report (${showPeriod(year.from_on, year.to_on)})`;
  return {
    severity: 'medium',
    confidence: 0.8,
    quote: `${wordsOf(part)}: ${when}`,
    message: whole
      ? `It is about ${when}, wholly ${side} ${reporting}.`
      : `It is about ${when}: at least part of that lies ${side} ${reporting}.`,
    mend: whole
      ? 'Use the figure for this year, or cite it as the baseline of a claim so that readers see what it is compared with.'
      : 'Use a figure for the year alone if there is one. If not, keep its period beside it and say why it differs.',
    detail: `${period.from ?? ''} ${period.to ?? ''} ${period.label ?? ''}`,
    from: 0,
    to: 0,
  };
}

function noPeriod(part: Part): Found {
  return {
    severity: 'low',
    confidence: 0.8,
    quote: wordsOf(part),
    message: 'No period is given, so readers cannot tell whether this is about the year of the report.',
    mend: 'Record the period the source gives. If the source gives none, say so in the period’s label.',
    detail: `no period ${part.ref ?? ''}`,
    from: 0,
    to: 0,
  };
}

const longestQuote = 120;

function wordsOf(part: Part): string {
  const text = part.kind === 'table' ? (part.caption ?? part.header.join(', ')) : part.text;
  return text.length > longestQuote ? `${text.slice(0, text.lastIndexOf(' ', longestQuote))} …` : text;
}

function readingsOf({ from, to, label }: NonNullable<Known['period']>): Reading[] {
  if (from || to) return [{ from, to, somewhere: false }];
  const [span, ...more] = timesIn(label ?? '');
  if (!span || more.length > 0) return [];
  const reading = { from: span.from_on, to: span.to_on, somewhere: span.kind === 'year' };
  const either = span.kind === 'reporting-year' && !/financial|fiscal|reporting|april/i.test(label ?? '');
  if (!either) return [reading];
  return [reading, { from: addMonths(span.from_on, 5), to: addMonths(span.to_on, 5), somewhere: false }];
}

const monthsAfterwards = 6;

function placeOf({ from, to, somewhere }: Reading, year: Year, afterwards: boolean): Place {
  const late = from ?? to;
  if (afterwards && late && late > year.to_on && late <= addMonths(year.to_on, monthsAfterwards))
    return 'within';
  if (to !== null && to < year.from_on) return 'before';
  if (from !== null && from > year.to_on) return 'after';
  if (somewhere) return 'within';
  const early = from !== null && from < year.from_on;
  const overruns = to !== null && to > year.to_on;
  if (early && overruns) return 'on both sides of';
  if (early) return 'partly before';
  return overruns ? 'partly after' : 'within';
}
