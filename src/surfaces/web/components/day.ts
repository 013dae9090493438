// How days, periods, instants and numbers are written for people: "9 October 2024", "April 2023 to March 2024",
// "9 October 2024 at 1:05pm", "12,345.6". House style: https://www.gov.uk/guidance/style-guide
import { isDay } from '../../../kernel/calendar/day.ts';
import type { Day, Instant } from '../../../kernel/calendar/day.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "9 October 2024". Throws RangeError on text that is not a day. */
export function showDay(day: Day): string {
  const { date, month, year } = partsOf(day);
  return `${date} ${month} ${year}`;
}

/**
 * The shortest wording that loses nothing: whole months drop their days ("April 2023 to March 2024"), and a month or
 * year that both ends share is said once ("3 to 9 October 2024"). An end that is not known is said to be so.
 */
export function showPeriod(from: Day | null | undefined, to: Day | null | undefined): string {
  if (!from && !to) return 'period not stated';
  if (!from) return `up to ${showDay(to ?? '')}`;
  if (!to) return `from ${showDay(from)}`;
  const [first, last] = [partsOf(from), partsOf(to)];
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  if (first.date === 1 && last.date === lastDate(to)) {
    if (sameMonth) return `${last.month} ${last.year}`;
    return `${first.month}${sameYear ? '' : ` ${first.year}`} to ${last.month} ${last.year}`;
  }
  if (from === to) return showDay(to);
  const start = `${first.date}${sameMonth ? '' : ` ${first.month}`}${sameYear ? '' : ` ${first.year}`}`;
  return `${start} to ${showDay(to)}`;
}

/** "9 October 2024 at 1:05pm" in the zone given. */
export function showInstant(instant: Instant, zone: string): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockFor(zone).formatToParts(new Date(instant))) part[type] = value;
  const hour = Number(part.hour);
  const minutes = part.minute === '00' ? '' : `:${part.minute}`;
  return `${part.day} ${part.month} ${part.year} at ${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

export interface NumberFormat {
  /** Exactly so many decimal places; as many as the number has, up to 4, when left out. */
  decimals?: number | undefined;
}

/** "12,345.6", and a true minus sign before a number below zero. Throws RangeError for what is not a number. */
export function showNumber(number: number, { decimals }: NumberFormat = {}): string {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is not a number that can be shown.`);
  return numberFormatFor(decimals).format(number).replace('-', '\u2212');
}

interface DayParts {
  year: number;
  month: string;
  date: number;
}

// A list says the same few days hundreds of times; checking that one is real costs more than the words.
const known = new Map<Day, DayParts>();
const mostKnown = 4000;

function partsOf(day: Day): DayParts {
  const before = known.get(day);
  if (before !== undefined) return before;
  const parts = readParts(day);
  if (known.size >= mostKnown) known.clear();
  known.set(day, parts);
  return parts;
}

function readParts(day: Day): DayParts {
  const real: boolean = isDay(day);
  if (!real) throw new RangeError(`"${day}" is not a day. A day is written YYYY-MM-DD.`);
  const [year = '', month = '', date = ''] = day.split('-');
  return { year: Number(year), month: months[Number(month) - 1] ?? '', date: Number(date) };
}

function lastDate(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

// Formatters cost far more to make than to use.
const clocks = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<number | undefined, Intl.NumberFormat>();

function clockFor(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function numberFormatFor(decimals: number | undefined): Intl.NumberFormat {
  let format = numberFormats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 4,
      // What rounds to zero is zero, not minus zero.
      signDisplay: 'negative',
    });
    numberFormats.set(decimals, format);
  }
  return format;
}
