// Which counts of a table its percentages and rates are worked out from. A table does not say, so the way that fits nearly
// every row is taken for the right one, and only the rows that break it are doubted; where no way fits, nothing is said.
import type { ReadDocument, TablePart } from '../reading/document.ts';
import { dust, halfDigit, numberText, sumOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { findingAt } from './rule.ts';
import { type Column, columnsOf, rowLabel, rowText, sumRows } from './tables.ts';

interface Way {
  /** "“Attended” of “Invited”". */
  words: string;
  worked(row: number): number | null;
}

interface Row {
  row: number;
  printed: number;
  worked: number;
  half: number;
}

export function recomputedColumns(rule: string, document: ReadDocument, table: TablePart): Finding[] {
  const columns = columnsOf(table);
  const counts = columns.filter(({ kind }) => kind === 'count' || kind === 'money');
  return columns.flatMap((column) => {
    const scale = scaleOf(column);
    if (
      scale === null ||
      counts.length === 0 ||
      /\b(change|increase|decrease|rise|fall|difference|variance)\b/i.test(column.label)
    )
      return [];
    const ways = waysFor(table, column, counts, scale).map((way) => ({
      way,
      rows: rowsUnder(table, column, way),
    }));
    const [best] = ways.toSorted((a, b) => fitting(b.rows).length - fitting(a.rows).length);
    if (!best) return [];
    const wrong = best.rows.filter((row) => !fits(row));
    const right = best.rows.length - wrong.length;
    if (wrong.length === 0 || right < 2 || wrong.length * 3 > best.rows.length) return [];
    // What another way explains as well as this one explains the rest is no error of the row.
    const doubted = wrong.filter(
      ({ row }) =>
        !ways.some(({ rows }) =>
          rows.some(
            (one) => one.row === row && fits(one) && rows !== best.rows && fitting(rows).length * 2 >= right,
          ),
        ),
    );
    return doubted.map((row) => describe(rule, document, table, column, best.way, row));
  });
}

/** What the column is out of: 100 for per cent, 1000 for "rate per 1,000"; null for anything else. */
function scaleOf({ kind, label }: Column): number | null {
  if (kind === 'percent') return 100;
  const per = /\bper ([\d,]{3,})/i.exec(label)?.[1];
  return per && (kind === 'number' || kind === 'count') ? Number(per.replaceAll(',', '')) : null;
}

function waysFor(table: TablePart, { at }: Column, counts: readonly Column[], scale: number): Way[] {
  const ways: Way[] = [];
  const others = counts.filter((count) => count.at !== at);
  const total = sumRows(table).find(({ kind }) => kind === 'total');
  for (const part of others) {
    const lines = total?.lines ?? table.rows.map((_, row) => row);
    const sum = sumOf(lines.map((row) => part.figure(row)?.value ?? 0));
    const whole = (total && part.figure(total.row)?.value) || sum;
    if (scale === 100)
      ways.push({
        words: `“${part.label}” as a share of all ${numberText(whole, 0)}`,
        worked: (row) => ratio(part.figure(row)?.value, whole, scale),
      });
    for (const other of others) {
      if (other.at === part.at) continue;
      ways.push({
        words: `“${part.label}” of “${other.label}”`,
        worked: (row) => ratio(part.figure(row)?.value, other.figure(row)?.value, scale),
      });
      if (scale === 100)
        ways.push({
          words: `“${part.label}” of “${part.label}” and “${other.label}” together`,
          worked: (row) => {
            const [a, b] = [part.figure(row)?.value, other.figure(row)?.value];
            return a === undefined || b === undefined ? null : ratio(a, a + b, scale);
          },
        });
    }
  }
  return ways;
}

function ratio(part: number | undefined, whole: number | undefined, scale: number): number | null {
  return part === undefined || whole === undefined || whole === 0 ? null : (scale * part) / whole;
}

function rowsUnder(table: TablePart, column: Column, way: Way): Row[] {
  return table.rows.flatMap((_, row) => {
    const figure = column.figure(row);
    const worked = way.worked(row);
    if (figure === null || worked === null) return [];
    return [{ row, printed: figure.value, worked, half: halfDigit(figure.decimals) }];
  });
}

function fitting(rows: readonly Row[]): Row[] {
  return rows.filter((row) => fits(row));
}

/** Rounded, or cut off after the same digit. */
function fits({ printed, worked, half }: Row): boolean {
  const apart = worked - printed;
  return Math.abs(apart) <= half + dust(worked) || (apart > 0 && apart < 2 * half);
}

function describe(
  rule: string,
  document: ReadDocument,
  table: TablePart,
  column: Column,
  { words }: Way,
  { row, worked, half }: Row,
): Finding {
  const cell = table.rows[row]?.cells[column.at]?.text ?? '';
  const decimals = Math.max(0, Math.round(-Math.log10(2 * half)));
  const unit = column.kind === 'percent' ? '%' : '';
  return findingAt(rule, document, table, {
    severity: 'high',
    confidence: 0.85,
    quote: rowText(table.rows[row] ?? { cells: [], line: null, page: null }),
    message:
      `In nearly every row “${column.label}” is ${words}. In the row “${rowLabel(table, row)}” that would be ` +
      `${numberText(worked, decimals)}${unit}, and it says ${cell}. Either the figure or one of the numbers it comes from is mistaken.`,
    mend: 'Check the figure and the numbers beside it against their source.',
    detail: `${column.label} ${rowLabel(table, row)} ${cell}`,
    from: 0,
    to: cell.length,
    cell: { row, column: column.at },
  });
}
