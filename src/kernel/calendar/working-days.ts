// Counting in working days, the unit of most safeguarding limits: any day but Saturday, Sunday, Christmas Day, Good Friday
// or a bank holiday in England. The day of the event is day 0 and the count starts on the next working day, as the
// children in need census counts its 45 days. Where bank holidays are not held for a year, the answer says so.

import { bankHolidays, FIRST_BANK_HOLIDAY_YEAR, LAST_BANK_HOLIDAY_YEAR } from './bank-holidays.ts';
import { type Day, dayFromNumber, dayNumber, weekdayOf } from './day.ts';

export interface AddedDay {
  day: Day;
  name: string;
}

export interface CalendarChanges {
  /** One-off days without work, added by an administrator: a proclamation made after this version was issued. */
  addedDays?: readonly AddedDay[];
  /** Listed bank holidays that a proclamation moved elsewhere, so that they are worked after all. */
  removedDays?: readonly Day[];
  /** Years outside the listed ones for which an administrator has added every bank holiday. */
  completeYears?: readonly number[];
}

export interface WorkingDayResult {
  day: Day;
  warnings: string[];
}

export interface WorkingDayCount {
  working_days: number;
  warnings: string[];
}

export interface WorkingCalendar {
  /**
   * True on a day that is worked. Outside the years with bank holidays it can rule out weekends and added days only;
   * ask isCovered() before relying on it there.
   */
  isWorkingDay(day: Day): boolean;
  /** Name of the holiday on this day, if there is one. */
  holidayOn(day: Day): string | undefined;
  /** True when every bank holiday of the day's year is known. */
  isCovered(day: Day): boolean;
  /** The n-th working day after this one (before it, when n is negative). 0 gives the day itself, worked or not. */
  addWorkingDays(day: Day, n: number): WorkingDayResult;
  /** Working days after `from` up to and including `to`: the n for which addWorkingDays(from, n) reaches `to`. */
  workingDaysBetween(from: Day, to: Day): WorkingDayCount;
}

export function createCalendar(changes: CalendarChanges = {}): WorkingCalendar {
  const names = holidayNames(changes);
  const covered = new Set(changes.completeYears ?? []);
  for (let year = FIRST_BANK_HOLIDAY_YEAR; year <= LAST_BANK_HOLIDAY_YEAR; year += 1) covered.add(year);

  // Holidays that fall on weekdays, as sorted day numbers: a count is then arithmetic and a search, not a walk.
  const holidays = [...names.keys()]
    .filter((day) => !isWeekend(day))
    .map(dayNumber)
    .sort((a, b) => a - b);
  const workedUpTo = (number: number) => weekdaysUpTo(number) - countUpTo(holidays, number);

  return {
    isWorkingDay: (day) => !isWeekend(day) && !names.has(day),
    holidayOn: (day) => names.get(day),
    isCovered: (day) => covered.has(yearOf(day)),

    addWorkingDays(day, n) {
      if (!Number.isSafeInteger(n)) {
        throw new RangeError(`The number of working days must be a whole number, not ${n}.`);
      }
      const start = dayNumber(day);
      if (n === 0) return { day, warnings: [] };
      // A week holds five working days less its holidays, so this many days always reaches far enough.
      const reach = 7 * Math.ceil((Math.abs(n) + holidays.length) / 5) + 7;
      // Both ends are turned into days first so that a count that leaves the calendar is refused, not searched.
      const far = dayNumber(dayFromNumber(start + Math.sign(n) * reach));
      const wanted = n > 0 ? workedUpTo(start) + n : workedUpTo(start - 1) + n + 1;
      const found =
        n > 0 ? firstReaching(workedUpTo, wanted, start, far) : firstReaching(workedUpTo, wanted, far, start);
      const result = dayFromNumber(found);
      const [first, last] = n > 0 ? [start + 1, found] : [found, start - 1];
      return { day: result, warnings: warningsFor(first, last, covered) };
    },

    workingDaysBetween(from, to) {
      const start = dayNumber(from);
      const end = dayNumber(to);
      if (end >= start) {
        const working_days = workedUpTo(end) - workedUpTo(start);
        return { working_days, warnings: end > start ? warningsFor(start + 1, end, covered) : [] };
      }
      const working_days = workedUpTo(end - 1) - workedUpTo(start - 1);
      return { working_days, warnings: warningsFor(end, start - 1, covered) };
    },
  };
}

function holidayNames(changes: CalendarChanges): Map<Day, string> {
  const names = new Map(bankHolidays.map((holiday) => [holiday.day, holiday.name]));
  for (const day of changes.removedDays ?? []) {
    dayNumber(day);
    names.delete(day);
  }
  for (const added of changes.addedDays ?? []) {
    dayNumber(added.day);
    names.set(added.day, added.name);
  }
  return names;
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 'Saturday' || weekday === 'Sunday';
}

/** Mondays to Fridays up to and including this day number, counted from Monday 29 December 1969 (number -3). */
function weekdaysUpTo(number: number): number {
  const sinceMonday = number + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The earliest number in the range at which the (never falling) count reaches the wanted one. */
function firstReaching(count: (number: number) => number, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (count(middle) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function warningsFor(first: number, last: number, covered: ReadonlySet<number>): string[] {
  const missing: [number, number][] = [];
  for (let year = yearOf(dayFromNumber(first)); year <= yearOf(dayFromNumber(last)); year += 1) {
    if (covered.has(year)) continue;
    const run = missing.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else missing.push([year, year]);
  }
  if (missing.length === 0) return [];
  const years = missing.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(' and ');
  return [
    `The bank holidays of ${years} are not known here (they are held for ${FIRST_BANK_HOLIDAY_YEAR} to ` +
      `${LAST_BANK_HOLIDAY_YEAR}), so only weekends were left out of that part of the count. ` +
      'Check the day by hand, or ask an administrator to add the missing bank holidays.',
  ];
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
