// The convention for tables of money: the first column names each line, each money column holds its amounts, and words tell
// what a line is. A row without an amount is a heading, and the lines under it are of its kind. Every money column is
// reckoned by itself: opening balance + income − spending = closing balance; a deficit or surplus is that of the year
// (income − spending) or the balance it ends with, whichever fits.
import type { TablePart } from '../reading/document.ts';
import { subtotalRows } from '../reading/formats/table-cells.ts';
import { type Column, columnsOf, rowLabel } from './tables.ts';

type LineKind = 'opening' | 'income' | 'spending' | 'closing' | 'unknown';

export interface MoneyColumn {
  column: Column;
  opening: number | null;
  /** Sums of the lines, or the total line where only a total is printed; null where there is neither. */
  income: number | null;
  spending: number | null;
  /** Closing balance, surplus (positive) or deficit (negative). */
  closing: { row: number; line: string; amount: number; of_the_year: boolean } | null;
  /** Lines whose words tell nothing: with them, nothing can be reckoned. */
  unknown: string[];
}

const opening =
  /\b(opening|brought forward|b\/f|balance at (the )?start|start of (the )?year|reserves? at 1 april|carried in)\b/i;
const closing =
  /\b(closing|carried forward|c\/f|balance at (the )?end|end of (the )?year|year.end|deficit|surplus|over.?spend|under.?spend|balance)\b/i;
/** These words settle it; where both stand in one line, the first does ("income from training costs"). */
const settles =
  /\b(?:(income|contributions?|grants?|received|receipts?)|spend|spending|spent|expenditure|outgoings?|costs?)\b/i;
const paidFor =
  /\b(salar(y|ies)|pay|staff(ing)?|fees?|training|reviews?|audits?|scrutin(y|eer)|website|printing|premises|venue|software|licen[cs]es?|travel|equipment|chair)\b/i;
const payers = /\b(funding|council|board|police|partner|authority|commissioner|schools?)\b/i;

/** What a line's own words say it is. */
export function lineKind(words: string): LineKind {
  if (opening.test(words)) return 'opening';
  if (closing.test(words)) return 'closing';
  const settled = settles.exec(words);
  if (settled) return settled[1] ? 'income' : 'spending';
  if (paidFor.test(words)) return 'spending';
  return payers.test(words) ? 'income' : 'unknown';
}

/** How each money column of a table reckons; empty where the table names no lines or holds no money. */
export function moneyColumns(table: TablePart): MoneyColumn[] {
  return columnsOf(table)
    .filter(({ kind, at }) => kind === 'money' && at > 0)
    .map((column) => reckon(table, column));
}

const budgeted = /\b(budget(ed)?|planned|forecast|estimate[ds]?)\b/i;

function reckon(table: TablePart, column: Column): MoneyColumn {
  const sums = { income: [] as number[], spending: [] as number[] };
  const totals = { income: null as number | null, spending: null as number | null };
  const reckoned: MoneyColumn = {
    column,
    opening: null,
    income: null,
    spending: null,
    closing: null,
    unknown: [],
  };
  const summing = new Set([...subtotalRows(table), ...(table.total === null ? [] : [table.total])]);
  let heading: LineKind = 'unknown';
  for (const [row, { cells }] of table.rows.entries()) {
    const words = rowLabel(table, row);
    const amount = column.figure(row)?.value ?? null;
    const own = lineKind(words);
    if (amount === null) {
      if (cells.every(({ number }) => number === null)) heading = own;
      continue;
    }
    const balance = own === 'opening' || own === 'closing';
    const kind = balance || heading === 'unknown' ? own : heading;
    if (kind === 'opening') reckoned.opening = amount;
    else if (kind === 'closing') reckoned.closing = closingLine(row, words, amount);
    else if (summing.has(row) || /\btotal\b/i.test(words)) {
      if (kind !== 'unknown') totals[kind] = Math.abs(amount);
    } else if (kind === 'unknown') reckoned.unknown.push(words);
    // A council's printed "(1,200)" of spending arrives as a negative number.
    else sums[kind].push(kind === 'spending' ? Math.abs(amount) : amount);
  }
  const sum = (kind: 'income' | 'spending') =>
    sums[kind].length > 0 ? sums[kind].reduce((total, part) => total + part, 0) : totals[kind];
  return { ...reckoned, income: sum('income'), spending: sum('spending') };
}

function closingLine(row: number, line: string, amount: number): NonNullable<MoneyColumn['closing']> {
  const short = /\b(deficit|over.?spend)/i.test(line) && !/\bsurplus\b/i.test(line);
  return {
    row,
    line,
    amount: short ? -Math.abs(amount) : amount,
    of_the_year: /\b(deficit|surplus|over.?spend|under.?spend)/i.test(line),
  };
}

/** A table that says what money was spent on, or where it came from. */
export function isCostTable(table: TablePart): boolean {
  if (table.known?.costs === false) return false;
  return moneyColumns(table).some(
    ({ column, income, spending }) =>
      (income !== null || spending !== null) && !budgeted.test(column.label.replace(/budget report/i, '')),
  );
}
