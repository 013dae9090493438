// How figures, days and periods are written in the report and in what is said about it: every number with its unit and
// qualifier, every day as "9 October 2024", and what a source does not print as "not printed".
import type { EvidenceItem, Period } from '../../kernel/evidence/evidence.ts';
import type { Cell, Measure, Table } from '../../kernel/evidence/shapes.ts';

type ColumnKind = Table['columns'][number]['kind'];

export const notPrinted = 'not printed';
/** For what the partnership's own records leave open; nobody has printed those. */
export const notRecorded = 'not recorded';

const qualifiers: Record<Measure['qualifier'], string> = {
  exactly: '',
  about: 'about ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'fewer-than': 'fewer than ',
};

const formats = new Map<number, Intl.NumberFormat>();

/** "1,204.5", with exactly this many decimals. */
export function numberText(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** The most decimals any of the values is written with, at most four. */
export function decimalsIn(values: readonly number[]): number {
  return values.reduce((most, value) => {
    const [, decimals = ''] = String(Number(value.toFixed(4))).split('.');
    return Math.max(most, decimals.length);
  }, 0);
}

/** A cell's number in the way of its column: "£1,200", "33.3%", "12". */
export function amountText(value: number, kind: ColumnKind): string {
  const decimals = decimalsIn([value]);
  if (kind === 'money') return pounds(value, decimals > 0 ? 2 : 0);
  return `${numberText(value, decimals)}${kind === 'percent' ? '%' : ''}`;
}

/** `blank` is what stands for a cell that holds nothing. */
export function cellText(cell: Cell, kind: ColumnKind, blank = notPrinted): string {
  if (cell === null) return blank;
  if (typeof cell === 'number') return amountText(cell, kind);
  return isoDay.test(cell) ? dayText(cell) : cell;
}

const isoDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a unit that means a share of a hundred. */
export function isPercentUnit(unit: string): boolean {
  return /^(per ?cent|percentage|%)$/i.test(unit.trim());
}

/** A value with its unit and without its qualifier: "5.9%", "£31,172", "28 children". */
function valueWords(value: number, unit: string, decimals: number): string {
  if (isPercentUnit(unit)) return `${numberText(value, decimals)}%`;
  // "93% of case records" for the unit "per cent of case records".
  const [, share] = /^(?:per ?cent|%)( of .+)$/i.exec(unit) ?? [];
  if (share) return `${numberText(value, decimals)}%${share}`;
  if (unit === 'GBP') return pounds(value, decimals > 0 ? 2 : 0);
  return `${numberText(value, decimals)} ${value === 1 ? singular(unit) : unit}`;
}

/** The bare figure, where the words beside it already say of what: "28", "£31,172". */
export function figureText({ value, unit, decimals, qualifier }: Measure): string {
  if (value === null) return notPrinted;
  if (isPercentUnit(unit) || unit === 'GBP')
    return `${qualifiers[qualifier]}${valueWords(value, unit, decimals)}`;
  return `${qualifiers[qualifier]}${numberText(value, decimals)}`;
}

/** "about 300 hits a month", "93% (93 of 100)", "not printed". */
export function measureText(measure: Measure): string {
  const { value, unit, decimals, qualifier, numerator, denominator } = measure;
  const figure = value === null ? notPrinted : `${qualifiers[qualifier]}${valueWords(value, unit, decimals)}`;
  if (numerator === null || denominator === null) return figure;
  const parts = [numerator, denominator].map((part) => numberText(part, decimalsIn([part])));
  return `${figure} (${parts.join(' of ')})`;
}

/** "9 October 2024". */
export function dayText(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`));
}

/** The period as people say it, or from day to day; null when none is given. */
export function periodText({ from, to, label }: Period): string | null {
  // Our own label of a reporting year, 2024-25, is written as people write it; what a source prints stays.
  if (label) return label.replace(/^(20\d\d)-(\d\d)$/, '$1/$2');
  if (from && to) return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
  if (from) return `from ${dayText(from)}`;
  return to ? `until ${dayText(to)}` : null;
}

/** When an item is about: its period, or the day it stood so; null where neither is given. */
export function whenGiven(item: Pick<EvidenceItem, 'period' | 'as_of'>): string | null {
  return periodText(item.period) ?? (item.as_of ? dayText(item.as_of) : null);
}

/** The same in words for every item. */
export function whenText(item: Pick<EvidenceItem, 'period' | 'as_of'>): string {
  return whenGiven(item) ?? 'no period given';
}

/** "one", "two" … "nine", then figures. */
export function countText(count: number): string {
  return smallCounts[count] ?? numberText(count, 0);
}

const smallCounts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A title as a sentence of its own: with its full stop, unless it ends in a mark already. */
export function ended(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function pounds(value: number, decimals: number): string {
  return `${value < 0 ? '-' : ''}£${numberText(Math.abs(value), decimals)}`;
}

const irregular: Record<string, string> = {
  children: 'child',
  people: 'person',
  families: 'family',
  babies: 'baby',
  agencies: 'agency',
};

function singular(unit: string): string {
  const [, head = '', last = ''] = /^(.*?)([A-Za-z]+)$/.exec(unit) ?? ['', unit, ''];
  const one = irregular[last.toLowerCase()];
  if (one) return `${head}${one}`;
  return /[^s]s$/.test(last) ? `${head}${last.slice(0, -1)}` : unit;
}
