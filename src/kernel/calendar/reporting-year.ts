// The year a partnership reports on: 1 April to 31 March, published by the end of the September that follows
// (Working Together 2023, chapter 2). Also the few rules about periods that records, figures and reports share.
// A period includes both its first and its last day.

import { addMonths, compareDays, type Day, isBefore, isDay } from './day.ts';

export interface Period {
  from: Day;
  to: Day;
}

export interface ReportingYear extends Period {
  /** '2024-25': the form kept in records and paths. Show it with showYear(). */
  label: string;
  /** Last day for publishing the yearly report on this year. */
  due_on: Day;
}

/** Reads '2024-25' or '2024/25'. Throws RangeError on anything else, and on years that do not follow each other. */
export function reportingYear(text: string): ReportingYear {
  const match = /^([1-9]\d{3})[-/](\d{2})$/.exec(text.trim());
  const start = Number(match?.[1]);
  if (!match || twoDigits(start + 1) !== match[2]) {
    throw new RangeError(`“${text}” is not a reporting year. Write it as 2024-25: April 2024 to March 2025.`);
  }
  return startingIn(start);
}

/** The reporting year a day falls in. */
export function reportingYearOf(day: Day): ReportingYear {
  if (!isDay(day)) throw new RangeError(`“${day}” is not a real day. Write it as YYYY-MM-DD.`);
  const year = Number(day.slice(0, 4));
  return startingIn(day.slice(5) < '04-01' ? year - 1 : year);
}

export function previousYear(year: ReportingYear): ReportingYear {
  return startingIn(Number(year.from.slice(0, 4)) - 1);
}

export function nextYear(year: ReportingYear): ReportingYear {
  return startingIn(Number(year.from.slice(0, 4)) + 1);
}

/** '2024/25', the form people write. */
export function showYear(year: ReportingYear): string {
  return year.label.replace('-', '/');
}

/** True when the two periods share at least one day. Throws RangeError on a period that ends before it starts. */
export function periodsOverlap(a: Period, b: Period): boolean {
  checkPeriod(a);
  checkPeriod(b);
  return a.from <= b.to && b.from <= a.to;
}

/** True when the day, or the whole of the period, lies inside `outer`. */
export function isWithin(inner: Day | Period, outer: Period): boolean {
  const period = typeof inner === 'string' ? { from: inner, to: inner } : inner;
  checkPeriod(period);
  checkPeriod(outer);
  return outer.from <= period.from && period.to <= outer.to;
}

/** Whole calendar months from one day to a later one: the largest n for which addMonths(from, n) is not after `to`. */
export function monthsBetween(from: Day, to: Day): number {
  if (isBefore(to, from)) return -monthsBetween(to, from);
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return isBefore(to, addMonths(from, months)) ? months - 1 : months;
}

function startingIn(year: number): ReportingYear {
  return {
    label: `${year}-${twoDigits(year + 1)}`,
    from: `${year}-04-01`,
    to: `${year + 1}-03-31`,
    due_on: `${year + 1}-09-30`,
  };
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

function checkPeriod(period: Period): void {
  if (compareDays(period.from, period.to) > 0) {
    throw new RangeError(`A period cannot end (${period.to}) before it starts (${period.from}).`);
  }
}
