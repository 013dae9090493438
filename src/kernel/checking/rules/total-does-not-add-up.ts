// A table's printed totals against the sums of what they total: columns, rows and sub-totals. Nothing is ever corrected: an
// adding error and a missing row look the same on paper, so both are said. Silent where people may be counted twice, where
// the table shows a selection, and where a number held back may be the gap.
import type { ReadDocument, TablePart } from '../../reading/document.ts';
import {
  roundedTo,
  saysOverlap,
  saysRounded,
  saysSelection,
  wordsBeside,
  wordsNaming,
} from '../explained.ts';
import { amountText, dust, type FigureKind, halfDigit, sumOf } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { atMost, type Column, columnsOf, rowLabel, rowText, type SumRow, sumRows } from '../tables.ts';
import { rowTotalGaps } from '../row-totals.ts';

const id = 'total-does-not-add-up';

interface Gap {
  column: Column;
  printed: number;
  summed: number;
  /** The largest line: a total below it cannot count each thing once either. */
  largest: number;
  /** Cells of the lines that hold no number. */
  blanks: number;
}

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'A total does not match its rows',
  why: 'Readers add tables up. One total that is wrong makes every other figure in the report doubtful.',
  severities: ['high', 'medium', 'low'],
  check: (document) =>
    document.parts.flatMap((part) => (part.kind === 'table' ? tableFindings(document, part) : [])),
};

function tableFindings(document: ReadDocument, table: TablePart): Finding[] {
  const words = wordsBeside(document, table);
  if (saysOverlap(words)) return [];
  const columns = columnsOf(table);
  const explained = { words, selection: saysSelection(wordsNaming(document, table)) };
  const found = sumRows(table).flatMap((sum) => {
    if (saysOverlap(rowLabel(table, sum.row)) || isMoneyOfBothKinds(table, sum)) return [];
    const gaps = columns.flatMap((column) => gapIn(table, column, sum, explained) ?? []);
    return gaps.length === 0 ? [] : [describe(document, table, sum, gaps)];
  });
  return [...found, ...rowTotalGaps(id, document, table, columns, words)];
}

/** Income and spending in one table are reckoned with by money-does-not-reconcile, not added together. */
function isMoneyOfBothKinds(table: TablePart, { lines }: SumRow): boolean {
  const labels = lines.map((row) => rowLabel(table, row)).join('\n');
  return /\b(opening|brought forward|closing|carried forward|deficit|surplus|balance)\b/i.test(labels);
}

function gapIn(
  table: TablePart,
  column: Column,
  { row, lines }: SumRow,
  explained: { words: string; selection: boolean },
): Gap | null {
  const total = column.figure(row);
  if (!column.adds || total === null) return null;
  const figures = lines.map((line) => column.figure(line)).filter((figure) => figure !== null);
  if (figures.length < 2) return null;
  const values = figures.map(({ value }) => value);
  const [printed, summed] = [total.value, sumOf(values)];
  const decimals = Math.min(total.decimals, ...figures.map((figure) => figure.decimals));
  const allowed = roundingOf(column.kind, decimals, [...values, printed], explained.words);
  if (Math.abs(printed - summed) <= allowed + dust(printed, summed)) return null;
  const largest = Math.max(...values);
  // A column of averages nobody labelled: its last row lies among the others.
  if (column.kind === 'number' && printed <= largest && printed >= Math.min(...values)) return null;
  if (printed > summed && (explained.selection || printed - summed <= hidden(table, column, lines)))
    return null;
  if (isParentAndParts(values, printed, allowed)) return null;
  return { column, printed, summed, largest, blanks: lines.length - figures.length };
}

/** Counts must agree exactly; what was rounded may differ by half of its last digit in each row and in the total. */
function roundingOf(kind: FigureKind, decimals: number, values: readonly number[], words: string): number {
  const unit = saysRounded(words) ? (roundedTo(words) ?? commonUnit(values)) : 0;
  if (unit > 0 && decimals >= 0) return (values.length * Math.max(unit, halfDigit(decimals) * 2)) / 2;
  const isRounded = kind === 'money' ? decimals < 2 : decimals !== 0 || kind === 'percent';
  return isRounded ? values.length * halfDigit(decimals) : 0;
}

function commonUnit(values: readonly number[]): number {
  return [1000, 100, 50, 10, 5].find((unit) => values.every((value) => value % unit === 0)) ?? 1;
}

function hidden(table: TablePart, { at }: Column, lines: readonly number[]): number {
  return sumOf(lines.map((line) => atMost(table.rows[line]?.cells[at]?.text ?? '')));
}

/** Lines of which one is itself the sum of those under it ("Schools 300; primary 200; secondary 100"). */
function isParentAndParts(values: readonly number[], printed: number, allowed: number): boolean {
  if (values.length < 4) return false;
  let [sum, at, parents] = [0, 0, 0];
  while (at < values.length) {
    const value = values[at] ?? 0;
    let [under, parts] = [0, at + 1];
    while (parts < values.length && under + allowed < value) under += values[parts++] ?? 0;
    const isParent = value >= 10 && parts - at > 2 && Math.abs(under - value) <= allowed;
    if (isParent) parents += 1;
    sum += value;
    at = isParent ? parts : at + 1;
  }
  return parents > 0 && Math.abs(sum - printed) <= allowed + dust(sum);
}

function describe(document: ReadDocument, table: TablePart, sum: SumRow, gaps: readonly Gap[]): Finding {
  const named = (column: Column) => (/[a-z]/i.test(column.label) ? column.label : `column ${column.at + 1}`);
  const row = sum.kind === 'total' ? 'the total row' : `“${rowLabel(table, sum.row)}”`;
  const differences = gaps.map(
    ({ column, printed, summed }) =>
      `${named(column)}: the rows give ${amountText(summed, column.kind)}, ${row} says ${amountText(printed, column.kind)}`,
  );
  const blanks = sumOf(gaps.map((gap) => gap.blanks));
  const mayBeBlank = blanks > 0 && gaps.every((gap) => gap.blanks > 0 && gap.printed > gap.summed);
  const mayBePeople = gaps.every(({ printed, summed, largest }) => printed < summed && printed >= largest);
  const [first] = gaps;
  const at = first?.column.at ?? 0;
  const cell = table.rows[sum.row]?.cells[at]?.text ?? '';
  return findingAt(id, document, table, {
    severity: mayBeBlank ? 'low' : mayBePeople && gaps.length === 1 ? 'medium' : 'high',
    confidence: mayBeBlank ? 0.4 : mayBePeople ? 0.75 : 0.95,
    quote: rowText(table.rows[sum.row] ?? { cells: [], line: null, page: null }),
    message: `${differences.join('. ')}. ${explain(gaps, named, blanks, mayBePeople)}`,
    mend:
      'Go back to the source of the table. If a row was left out, add it; if the total was added up wrongly, ' +
      'print the right one; if there is another reason, say it in a note under the table.',
    detail: gaps.map(({ column, printed, summed }) => `${column.label} ${printed} ${summed}`).join('|'),
    from: 0,
    to: cell.length,
    cell: { row: sum.row, column: at },
  });
}

function explain(
  gaps: readonly Gap[],
  named: (column: Column) => string,
  blanks: number,
  mayBePeople: boolean,
): string {
  const sizes = listWords(
    gaps.map(
      ({ column, printed, summed }) =>
        `${amountText(Math.abs(printed - summed), column.kind)} (${named(column)})`,
    ),
  );
  const blank =
    blanks > 0
      ? ` ${blanks === 1 ? 'One cell of these columns has' : `${blanks} cells of these columns have`} no number, which may be part of it.`
      : '';
  const once = mayBePeople ? ' A total that counts each person or thing once would also be smaller.' : '';
  const same =
    gaps.length >= 2 ? 'All the differences point the same way. That' : `The difference is ${sizes}. It`;
  if (gaps.every(({ printed, summed }) => printed > summed))
    return `${same} fits an adding error, and it fits a missing row: the row would hold ${sizes}.${blank}`;
  if (gaps.every(({ printed, summed }) => printed < summed))
    return (
      `${same} fits an adding error, and it fits a row that was added or counted twice after the total was made: ` +
      `it would hold ${sizes}.${once}${blank}`
    );
  return `Either the totals or some of the rows are mistaken.${blank}`;
}
