// How figures, days and periods are written in the report and in what is said about it: every number with its unit and
// qualifier, every day as "9 October 2024", and what a source does not print as "not printed".
import type { EvidenceItem, Period } from '../../kernel/evidence/evidence.ts';
import type { Cell, Measure, Table } from '../../kernel/evidence/shapes.ts';

type ColumnKind = Table['columns'][number]['kind'];

export const notPrinted = 'not printed';

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

export function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return notPrinted;
  return typeof cell === 'number' ? amountText(cell, kind) : cell;
}

/** True for a unit that means a share of a hundred. */
export function isPercentUnit(unit: string): boolean {
  return /^(per ?cent|percentage|%)$/i.test(unit.trim());
}

/** A value with its unit and without its qualifier: "5.9%", "£31,172", "28 children". */
function valueWords(value: number, unit: string, decimals: number): string {
  if (isPercentUnit(unit)) return `${numberText(value, decimals)}%`;
  if (unit === 'GBP') return pounds(value, decimals > 0 ? 2 : 0);
  return `${numberText(value, decimals)} ${value === 1 ? singular(unit) : unit}`;
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
  if (label) return label;
  if (from && to) return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
  if (from) return `from ${dayText(from)}`;
  return to ? `until ${dayText(to)}` : null;
}

/** When an item is about: its period, or the day it stood so. */
export function whenText(item: Pick<EvidenceItem, 'period' | 'as_of'>): string {
  return periodText(item.period) ?? (item.as_of ? dayText(item.as_of) : 'period not given');
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
