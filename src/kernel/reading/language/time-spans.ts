// The first and the last day of what a text names: a month, a quarter of the reporting year, a season, a school year.
import { addDays, addMonths, type Day, isDay } from '../../calendar/day.ts';

export type TimeKind =
  | 'day'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'reporting-year'
  | 'academic-year'
  | 'range';

/** Both days included. */
export interface Span {
  from_on: Day;
  to_on: Day;
}

export interface Reading {
  kind: TimeKind;
  /** Null where the year is missing. */
  span: Span | null;
  /** Of a reading without its year: what it is in a given one. */
  inYear: ((year: number) => Span | null) | null;
}

export function complete(kind: TimeKind, span: Span | null): Reading | null {
  return span && { kind, span, inYear: null };
}

export function partial(kind: TimeKind, inYear: NonNullable<Reading['inYear']>): Reading {
  return { kind, span: null, inYear };
}

/** Null where a day does not exist. */
export function spanOf(from_on: Day, to_on: Day): Span | null {
  return isDay(from_on) && isDay(to_on) ? { from_on, to_on } : null;
}

export function daySpan(year: number, month: string | number, date: string): Span | null {
  const day = dayText(year, typeof month === 'number' ? month : monthNumber(month), Number(date));
  return spanOf(day, day);
}

export function monthSpan(year: number, month: string | number): Span | null {
  const first = dayText(year, typeof month === 'number' ? month : monthNumber(month), 1);
  return isDay(first) ? { from_on: first, to_on: addDays(addMonths(first, 1), -1) } : null;
}

export function yearSpan(first: number, last = first): Span | null {
  return spanOf(`${first}-01-01`, `${last}-12-31`);
}

export function reportingYearSpan(first: number): Span | null {
  return spanOf(`${first}-04-01`, `${first + 1}-03-31`);
}

export function academicYearSpan(first: number): Span | null {
  return spanOf(`${first}-09-01`, `${first + 1}-08-31`);
}

/** Quarters of a reporting year, the first of which begins in April. */
export function quartersSpan(year: number, first: number, last = first): Span | null {
  const start = `${year}-04-01`;
  if (!isDay(start) || last < first) return null;
  return { from_on: addMonths(start, 3 * (first - 1)), to_on: addDays(addMonths(start, 3 * last), -1) };
}

/** "Q2 2024" may be the calendar's quarter or that of the reporting year: from the first day to the last it can mean. */
export function eitherQuarterSpan(year: number, quarter: number): Span {
  const from_on = addMonths(`${year}-01-01`, 3 * (quarter - 1));
  return { from_on, to_on: addDays(addMonths(from_on, 6), -1) };
}

/** By the almanac or by the sun, whichever is longer; terms by the school's calendar. */
const seasons: Record<string, readonly [from: string, to: string, nextYear: number]> = {
  spring: ['03-01', '06-20', 0],
  summer: ['06-01', '09-22', 0],
  autumn: ['09-01', '12-20', 0],
  winter: ['12-01', '03-20', 1],
  'spring term': ['01-01', '04-30', 0],
  'summer term': ['04-01', '07-31', 0],
  'autumn term': ['09-01', '12-31', 0],
  'winter term': ['12-01', '03-20', 1],
};

export function seasonSpan(year: number, season: string, term: boolean): Span | null {
  const found = seasons[`${season.toLowerCase()}${term ? ' term' : ''}`];
  return found ? spanOf(`${year}-${found[0]}`, `${year + found[2]}-${found[1]}`) : null;
}

const parts: Record<string, readonly [string, string]> = {
  early: ['01-01', '04-30'],
  mid: ['05-01', '08-31'],
  late: ['09-01', '12-31'],
};

export function partOfYearSpan(year: number, part: string): Span | null {
  const found = parts[part.toLowerCase()];
  return found ? spanOf(`${year}-${found[0]}`, `${year}-${found[1]}`) : null;
}

/** Twelve months that end with a day. */
export function yearEndingSpan(to_on: Day): Span | null {
  return isDay(to_on) ? { from_on: addMonths(addDays(to_on, 1), -12), to_on } : null;
}

/** Two-figure years are of this century. */
export function fullYear(digits: string | undefined = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Whether the second year of "2024/25" or "24/25" is the one after the first. */
export function follows(year: number, next: string): boolean {
  return Number(next.slice(-2)) === (year + 1) % 100 && (next.length === 2 || Number(next) === year + 1);
}

const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(month: string): number {
  return monthStarts.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}

function dayText(year: number, month: number, date: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
