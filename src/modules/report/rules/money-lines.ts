// The convention for tables of money: a text column names each line, each money column holds its amounts, and words tell
// what a line is. A row without an amount is a heading, and the lines under it are of its kind. Every money column is
// reckoned by itself: opening balance + income − spending = closing balance; a deficit or surplus is that of the year
// (income − spending) or the balance it ends with, whichever fits.
import type { Table } from '../../../kernel/evidence/shapes.ts';

type LineKind = 'opening' | 'income' | 'spending' | 'closing' | 'unknown';

export interface MoneyColumn {
  label: string;
  at: number;
  opening: number | null;
  /** Sums of the lines, or the total line where only a total is printed; null where there is neither. */
  income: number | null;
  spending: number | null;
  /** Closing balance, surplus (positive) or deficit (negative). */
  closing: { line: string; amount: number; of_the_year: boolean } | null;
  /** Lines whose words tell nothing: with them, nothing can be reckoned. */
  unknown: string[];
}

const opening =
  /\b(opening|brought forward|b\/f|balance at (the )?start|start of (the )?year|reserves? at 1 april|carried in)\b/i;
const closing =
  /\b(closing|carried forward|c\/f|balance at (the )?end|end of (the )?year|year.end|deficit|surplus|over.?spend|under.?spend|balance)\b/i;
/** These words settle it; where both stand in one line, the first does ("income from training costs"). */
const settles =
  /\b(?:(income|contributions?|grants?|received|receipts?)|spend|spending|spent|expenditure|costs?)\b/i;
const paidFor =
  /\b(salar(y|ies)|pay|staff|fees?|training|reviews?|audits?|scrutin(y|eer)|website|printing|premises|venue|software|licen[cs]es?|travel|equipment|chair)\b/i;
const payers = /\b(funding|council|board|police|partner)\b/i;

/** What a line's own words say it is. */
export function lineKind(words: string): LineKind {
  if (opening.test(words)) return 'opening';
  if (closing.test(words)) return 'closing';
  const settled = settles.exec(words);
  if (settled) return settled[1] ? 'income' : 'spending';
  if (paidFor.test(words)) return 'spending';
  return payers.test(words) ? 'income' : 'unknown';
}

const totalLine = /\btotal\b/i;

/** How each money column of a table reckons; empty when the table names no lines or holds no money. */
export function moneyColumns(table: Table): MoneyColumn[] {
  const naming = table.columns.findIndex(({ kind }) => kind === 'text');
  if (naming < 0) return [];
  return table.columns.flatMap((column, at) =>
    column.kind === 'money' ? [reckon(table, naming, at, column.label)] : [],
  );
}

function reckon(table: Table, naming: number, at: number, label: string): MoneyColumn {
  const sums = { income: [] as number[], spending: [] as number[] };
  const totals = { income: null as number | null, spending: null as number | null };
  const column: MoneyColumn = {
    label,
    at,
    opening: null,
    income: null,
    spending: null,
    closing: null,
    unknown: [],
  };
  let heading: LineKind = 'unknown';
  for (const row of table.rows) {
    const words = String(row[naming] ?? '');
    const amount = row[at];
    const own = lineKind(words);
    if (typeof amount !== 'number') {
      if (row.every((cell) => typeof cell !== 'number')) heading = own;
      continue;
    }
    const balance = own === 'opening' || own === 'closing';
    const kind = balance || heading === 'unknown' ? own : heading;
    if (kind === 'opening') column.opening = amount;
    else if (kind === 'closing') column.closing = closingLine(words, amount);
    else if (kind === 'unknown') column.unknown.push(words);
    // A council's printed "(1,200)" of spending arrives as a negative number.
    else if (totalLine.test(words)) totals[kind] = Math.abs(amount);
    else sums[kind].push(kind === 'spending' ? Math.abs(amount) : amount);
  }
  const sum = (kind: 'income' | 'spending') =>
    sums[kind].length > 0 ? sums[kind].reduce((total, part) => total + part, 0) : totals[kind];
  return { ...column, income: sum('income'), spending: sum('spending') };
}

function closingLine(line: string, amount: number): NonNullable<MoneyColumn['closing']> {
  const short = /\b(deficit|over.?spend)/i.test(line) && !/\bsurplus\b/i.test(line);
  return {
    line,
    amount: short ? -Math.abs(amount) : amount,
    of_the_year: /\b(deficit|surplus|over.?spend|under.?spend)/i.test(line),
  };
}
