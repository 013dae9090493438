// A table's column of change ("Change", "% change", "Difference") against the two columns it is worked out from. As the table
// does not say which two and in which order, the way that fits nearly every row is taken, and only rows that break it are doubted.
import type { ReadDocument, TablePart } from '../reading/document.ts';
import { dust, halfDigit, numberText } from './figures.ts';
import type { Finding } from './finding.ts';
import { findingAt } from './rule.ts';
import { type Column, columnsOf, rowLabel, rowText } from './tables.ts';

const changes = /\b(change|difference|variance|increase|decrease|movement)\b|[+]\/-/i;

interface Checked {
  row: number;
  worked: number;
  decimals: number;
  fits: boolean;
}

export function changedColumns(rule: string, document: ReadDocument, table: TablePart): Finding[] {
  const columns = columnsOf(table);
  return columns.flatMap((column) => {
    if (!changes.test(column.label)) return [];
    const others = columns.filter(({ label }) => !changes.test(label));
    const ways = others.flatMap((before) =>
      others.flatMap((after) => (before.at === after.at ? [] : [rowsOf(table, column, before, after)])),
    );
    const [best] = ways.toSorted((a, b) => right(b) - right(a));
    if (!best) return [];
    const wrong = best.filter(({ fits }) => !fits);
    if (right(best) < 2 || wrong.length * 3 > best.length) return [];
    return wrong.map((row) => describe(rule, document, table, column, row));
  });
}

function right(rows: readonly Checked[]): number {
  return rows.filter(({ fits }) => fits).length;
}

function rowsOf(table: TablePart, column: Column, before: Column, after: Column): Checked[] {
  return table.rows.flatMap((_, row) => {
    const [printed, a, b] = [column.figure(row), before.figure(row), after.figure(row)];
    if (!printed || !a || !b) return [];
    const points = b.value - a.value;
    const [halfA, halfB] = [a, b].map(({ decimals }) => (decimals > 0 ? halfDigit(decimals) : 0));
    const isPercent = column.kind === 'percent' && before.kind !== 'percent';
    if (isPercent && a.value === 0) return [];
    const worked = isPercent ? (100 * points) / a.value : points;
    const half = halfDigit(printed.decimals);
    const loose = isPercent
      ? (200 * ((halfA ?? 0) + (halfB ?? 0))) / Math.abs(a.value)
      : (halfA ?? 0) + (halfB ?? 0);
    // Signs are left out as often as printed ("a fall of 5").
    const apart = Math.min(Math.abs(worked - printed.value), Math.abs(Math.abs(worked) - printed.value));
    const allowed = (isPercent ? 2 * half : printed.decimals > 0 ? half : 0) + loose;
    return [{ row, worked, decimals: Math.max(0, printed.decimals), fits: apart <= allowed + dust(worked) }];
  });
}

function describe(
  rule: string,
  document: ReadDocument,
  table: TablePart,
  column: Column,
  { row, worked, decimals }: Checked,
): Finding {
  const cell = table.rows[row]?.cells[column.at]?.text ?? '';
  return findingAt(rule, document, table, {
    severity: 'high',
    confidence: 0.85,
    quote: rowText(table.rows[row] ?? { cells: [], line: null, page: null }),
    message:
      `In the row “${rowLabel(table, row)}” the figures make a change of ${numberText(worked, decimals)}${column.kind === 'percent' ? '%' : ''}, ` +
      `and “${column.label}” says ${cell}. The other rows do follow from their figures.`,
    mend: 'Check the row against its source.',
    detail: `${column.label} ${rowLabel(table, row)} ${cell}`,
    from: 0,
    to: cell.length,
    cell: { row, column: column.at },
  });
}
