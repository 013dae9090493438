// A day on the calendar, held as ISO text ('2024-03-28'). A day is not an instant: it has no time and no zone,
// so it sorts as text and never shifts when the clocks change. Instants become days only through dayIn().
// Nothing here reads the clock: today is always handed in by the caller.

export type Day = string;

/** An instant as UTC ISO text, for example '2024-03-31T00:30:00.000Z'. */
export type Instant = string;

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

const MS_PER_DAY = 86_400_000;
// Four digits without a leading zero: Date.UTC reads years 0 to 99 as 1900 to 1999, and no child was born before 1000.
const DAY_PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const WEEKDAYS: readonly Weekday[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** True for a real day of the Gregorian calendar written YYYY-MM-DD, between the years 1000 and 9999. */
export function isDay(value: unknown): boolean {
  return typeof value === 'string' && parsed(value) !== undefined;
}

/** Days since 1 January 1970; the number the counting rules work on. Throws RangeError on an impossible day. */
export function dayNumber(day: Day): number {
  return partsOf(day).number;
}

/** The day with this number of days since 1 January 1970. Throws RangeError outside the years 1000 to 9999. */
export function dayFromNumber(number: number): Day {
  const date = new Date(number * MS_PER_DAY);
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  if (!DAY_PATTERN.test(day)) {
    throw new RangeError('That day is outside the years this calendar holds (1000 to 9999).');
  }
  return day;
}

/** Calendar days later (or earlier, when days is negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + wholeNumber(days, 'days'));
}

/** The same day number so many months on, or the last day of a shorter month: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const target = year * 12 + (month - 1) + wholeNumber(months, 'months');
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12;
  const lastDate = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return dayFromNumber(Date.UTC(targetYear, targetMonth, Math.min(date, lastDate)) / MS_PER_DAY);
}

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative, zero or positive, for sorting. Throws RangeError on an impossible day. */
export function compareDays(a: Day, b: Day): number {
  return dayNumber(a) - dayNumber(b);
}

export function isBefore(a: Day, b: Day): boolean {
  return compareDays(a, b) < 0;
}

export function weekdayOf(day: Day): Weekday {
  // Day number 0 was a Thursday, which is place 3 in a week that starts on Monday.
  const place = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return WEEKDAYS[place] ?? 'Monday';
}

/** The day it was in `zone` at this instant. A London evening in summer is already the next day from 23:00 UTC. */
export function dayIn(instant: Instant, zone = 'Europe/London'): Day {
  const date = new Date(instantNumber(instant));
  const parts = formatterFor(zone).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** True for an instant with a stated offset; text without one would be read in the machine's own zone. */
export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT_PATTERN.test(value) && isRealInstant(value);
}

/** Milliseconds since 1 January 1970 UTC. Throws RangeError on text that is not an instant. */
export function instantNumber(instant: Instant): number {
  if (!isInstant(instant)) {
    throw new RangeError(
      `“${instant}” is not a date and time. Give one with its offset, for example 2024-03-31T09:30:00Z.`,
    );
  }
  return Date.parse(instant);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}

function isRealInstant(text: string): boolean {
  // Date.parse rolls 30 February over to 1 March, so the day is checked on its own.
  return isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

interface DayParts {
  year: number;
  month: number;
  date: number;
  number: number;
}

function partsOf(day: Day): DayParts {
  const parts = parsed(day);
  if (!parts)
    throw new RangeError(`“${day}” is not a real day. Write it as YYYY-MM-DD, for example 2024-03-28.`);
  return parts;
}

function parsed(text: string): DayParts | undefined {
  const match = DAY_PATTERN.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const date = Number(match[3]);
  const time = Date.UTC(year, month - 1, date);
  const real = new Date(time);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) return undefined;
  return { year, month, date, number: time / MS_PER_DAY };
}

function wholeNumber(value: number, unit: string): number {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The number of ${unit} must be a whole number, not ${value}.`);
  return value;
}
