// Days and periods as a text names them: "1st April 2024 to 31st March 2025", "2024/25", "Q2 24/25", "March 2025",
// "mid-2023", "Census 2021", "the academic year 2023-24", "24/02/2025".
import { type Day, isDay } from '../../calendar/day.ts';
import { type TimePiece, timePiecesIn } from './time-forms.ts';
import type { TimeKind } from './time-spans.ts';
import { isTitleYear } from './title-years.ts';

export interface TimeSpan {
  kind: TimeKind;
  /** First and last day it can mean, both included. A bare "2024/25" is the reporting year, April to March. */
  from_on: Day;
  to_on: Day;
  from: number;
  to: number;
  raw: string;
}

/** In the order of the text; a range is one span, and the days inside it are not given again. */
export function timesIn(text: string): TimeSpan[] {
  return allTimesIn(text)
    .filter(({ title }) => !title)
    .map(({ span }) => span);
}

/** The years that belong to a title or a citation ("Children Act 2004", "Plan 2024-2027", "(Ofsted, 2025)"). */
export function yearsOfTitles(text: string): TimeSpan[] {
  return allTimesIn(text)
    .filter(({ title }) => title)
    .map(({ span }) => span);
}

function allTimesIn(text: string): { span: TimeSpan; title: boolean }[] {
  const found: { span: TimeSpan; title: boolean }[] = [];
  for (const piece of joined(text, timePiecesIn(text))) {
    if (!piece.span) continue;
    const { kind, from, to } = piece;
    const span = { kind, ...piece.span, from, to, raw: text.slice(from, to) };
    const last = found.at(-1);
    const beside =
      last?.title === true &&
      kind === 'year' &&
      /^(?:,| and|,? &|\/)\s*$/.test(text.slice(last.span.to, from));
    found.push({ span, title: beside || isTitleYear(text, span) });
  }
  return found;
}

/** Puts the two ends of a range together, giving a year to the end that has none. */
function joined(text: string, pieces: readonly TimePiece[]): TimePiece[] {
  const whole: TimePiece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const first = pieces[at];
    const last = pieces[at + 1];
    if (!first) break;
    const range = last && rangeOf(text, first, last);
    whole.push(range ?? first);
    if (range) at += 1;
  }
  return whole;
}

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const between = new RegExp(
  `^,?\\s*(?:[-–—/]|to|until|till|through to|up to|through|and|&)\\s*(?:the\\s+)?(?:end\\s+of\\s+)?${weekday}$`,
  'i',
);

function rangeOf(text: string, first: TimePiece, last: TimePiece): TimePiece | null {
  if (last.from - first.to > 40) return null;
  const gap = text.slice(first.to, last.from);
  if (!between.test(gap)) return null;
  const before = text.slice(Math.max(0, first.from - 30), first.from);
  const asked = new RegExp(`\\b(?:between|from)\\s+(?:the\\s+)?${weekday}$`, 'i').test(before);
  const both = first.span !== null && last.span !== null;
  // "April and May 2024" is one period, "in March 2024 and May 2024" are two.
  if (/and|&/i.test(gap) && !/\bbetween\b/i.test(before) && (both || first.kind !== last.kind)) return null;
  if (gap.includes('/') && both && first.kind !== 'month') return null;
  const span = spanOf(first, last);
  if (!span) return null;
  const years = first.kind === 'year' && last.kind === 'year';
  if (
    years &&
    !asked &&
    Number(last.span?.from_on.slice(0, 4)) === Number(first.span?.from_on.slice(0, 4)) + 1
  )
    return reportingYear(first, last);
  return { kind: 'range', span, inYear: null, from: first.from, to: last.to };
}

/** "2024 to 2025" in a title or a table is the reporting year. */
function reportingYear(first: TimePiece, last: TimePiece): TimePiece {
  const year = Number(first.span?.from_on.slice(0, 4));
  const span = { from_on: `${year}-04-01`, to_on: `${year + 1}-03-31` };
  return { kind: 'reporting-year', span, inYear: null, from: first.from, to: last.to };
}

function spanOf(first: TimePiece, last: TimePiece): { from_on: Day; to_on: Day } | null {
  const from = first.span ?? (last.span && earlier(first, last.span.to_on));
  const to = last.span ?? (first.span && later(last, first.span.from_on));
  return from && to && isDay(from.from_on) && from.from_on <= to.to_on
    ? { from_on: from.from_on, to_on: to.to_on }
    : null;
}

/** "1 April – 31 March 2025": the last 1 April before it. */
function earlier({ inYear }: TimePiece, end: Day): TimePiece['span'] {
  const year = Number(end.slice(0, 4));
  const same = inYear?.(year) ?? null;
  return same && same.from_on <= end ? same : (inYear?.(year - 1) ?? null);
}

/** "1 April 2024 to 31 March": the next 31 March after it. */
function later({ inYear }: TimePiece, start: Day): TimePiece['span'] {
  const year = Number(start.slice(0, 4));
  const same = inYear?.(year) ?? null;
  return same && same.to_on >= start ? same : (inYear?.(year + 1) ?? null);
}
