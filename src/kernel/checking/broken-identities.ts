// Figures of one list or table that break an identity: a measure that by definition is the sum of others.
import { timesIn } from '../reading/language/times.ts';
import { dust, halfDigit, numberText, sumOf } from './figures.ts';
import { listWords } from './rule.ts';
import type { Identity, Measured } from './vocabulary/identities.ts';

export interface Labelled {
  text: string;
  value: number;
  decimals: number;
  /** What it is per, and its kind: only like is added to like. */
  unit: string;
  /** The days it is about; '' where none are named. */
  period: string;
  /** "England", "regional": another area than the list's own. */
  elsewhere: boolean;
  /** Section for prose, column for a table. */
  group: string;
  at: number;
}

const elsewhere =
  /\b(england|english|national(ly)?|region(al)?|uk|wales|neighbours?|comparator|average for)\b/i;

/** Whether a label names another area than the list's own. */
export function isElsewhere(text: string): boolean {
  return elsewhere.test(text);
}

export function periodOf(text: string): string {
  const named = timesIn(text).map(({ from_on, to_on }) => `${from_on} ${to_on}`);
  // "(22-23)" and "(21-23)" tell periods apart even where they are not read as days.
  const bracketed = [...text.matchAll(/\(([^)]*\d[^)]*)\)/g)].map((match) => match[1] ?? '');
  return [...named, ...bracketed].join(', ');
}

export interface Broken {
  whole: Labelled;
  parts: readonly Labelled[];
  message: string;
  detail: string;
}

/** The identities that figures of one group, unit, period and area break beyond rounding. */
export function brokenIn({ whole, parts }: Identity, labelled: readonly Labelled[]): Broken[] {
  const wholes = labelled.filter((one) => names(whole, one));
  return wholes.flatMap((one) => {
    const same = labelled.filter(
      (other) =>
        other.group === one.group &&
        other.unit === one.unit &&
        other.period === one.period &&
        other.elsewhere === one.elsewhere &&
        Math.abs(other.at - one.at) <= 8,
    );
    const found = parts.map((part) => same.filter((other) => names(part, other)));
    const alone = same.filter((other) => names(whole, other)).length === 1;
    const each = found.flatMap(([only, ...more]) => (only && more.length === 0 ? [only] : []));
    if (!alone || each.length !== parts.length) return [];
    const sum = sumOf(each.map(({ value }) => value));
    const rounding = sumOf(
      [one, ...each].map(({ decimals, unit }) => (unit.startsWith('count') ? 0 : halfDigit(decimals))),
    );
    if (Math.abs(sum - one.value) <= rounding + dust(sum)) return [];
    const decimals = Math.max(one.decimals, ...each.map((part) => part.decimals), 0);
    const shown = (value: number) => numberText(value, decimals);
    const message =
      `${listWords(parts.map(({ name }) => name))} together are ${whole.name} by definition. They make ` +
      `${each.map(({ value }) => shown(value)).join(' + ')} = ${shown(sum)}, and ${whole.name} is given as ${shown(one.value)}. ` +
      'Either one of them is mistaken, or they are about different periods, areas or groups.';
    const detail = `${whole.name} ${one.value} ${each.map(({ value }) => value).join(' ')}`;
    return [{ whole: one, parts: each, message, detail }];
  });
}

function names({ pattern, not }: Measured, { text }: Labelled): boolean {
  return pattern.test(text) && !(not?.test(text) ?? false);
}
