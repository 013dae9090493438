// A recorded table as the report prints it. A printed total that differs from its rows stays as it was printed, and the sum
// of the rows stands beside it; a table without one gets the sum, marked as worked out here.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { columnTotals, type Table } from '../../../kernel/evidence/shapes.ts';
import type { Block, Inline } from '../document.ts';
import {
  amountText,
  capital,
  cellText,
  countText,
  ended,
  notPrinted,
  notRecorded,
  whenGiven,
  whenText,
} from '../wording.ts';
import type { Drafting } from './evidence-blocks.ts';
import { paragraph, strong, text } from './inlines.ts';

/** Room on a page for one chart. */
const mostBars = 30;

/**
 * A table of the year; one with a single column of words is a list with its title before it. A printed
 * total that the rules found to differ from its rows stands beside their sum.
 */
export function tableBlocks(
  item: EvidenceItem,
  table: Table,
  { notes, totals_differ }: Pick<Drafting, 'notes' | 'totals_differ'>,
): Block[] {
  const number = notes.numberOf(item);
  if (isPlainList(table)) return listBlocks(item, table, number);
  const { columns, rows, printed_total, note } = table;
  const blank = item.source ? notPrinted : notRecorded;
  const summed = sumRow(table, 'Sum of the rows, worked out here');
  const shown = rows.map((row) => row.map((cell, at) => cellText(cell, columns[at]?.kind ?? 'text', blank)));
  const differs = totals_differ.has(item.ref) && summed !== null;
  const inlines: Inline[] = [text(tableWords(item)), { kind: 'note', number }];
  if (note) inlines.push(text(` ${ended(note)}`));
  if (differs) inlines.push(text(' The total is as its source prints it; the rows add up to another sum.'));
  return [
    {
      kind: 'table',
      caption: item.title,
      columns: columns.map(({ label, kind }) => ({ label, numeric: kind !== 'text' })),
      rows: differs ? [...shown, summed] : shown,
      total: printed_total
        ? printed_total.map((cell, at) => totalCell(cell, at, table))
        : rows.length > 1
          ? sumRow(table, 'Total, worked out here')
          : null,
      note: inlines,
      ref: item.ref,
      path: item.path,
    },
  ];
}

/** "For 2024/25, York." */
function tableWords(item: EvidenceItem): string {
  const when = whenGiven(item);
  const words = when ? `For ${when}` : 'No period given';
  return ended(item.geography ? `${words}, ${item.geography}` : words);
}

function isPlainList({ columns, rows, printed_total }: Table): boolean {
  return columns.length === 1 && columns[0]?.kind === 'text' && rows.length > 0 && printed_total === null;
}

function listBlocks(item: EvidenceItem, { rows, note }: Table, number: number): Block[] {
  const when = whenGiven(item);
  const repeated = when !== null && item.title.replace(/\b(20\d\d)-(\d\d)\b/, '$1/$2').includes(when);
  const inlines = [
    strong(item.title),
    text(when && !repeated ? `, ${when}:` : ':'),
    { kind: 'note', number } as const,
  ];
  if (note) inlines.push(text(` ${ended(note)}`));
  return [
    paragraph(...inlines),
    { kind: 'list', items: rows.map(([cell]) => [text(cellText(cell ?? null, 'text'))]) },
  ];
}

function totalCell(cell: Table['rows'][number][number], at: number, { columns }: Table): string {
  if (at === 0) return typeof cell === 'string' && cell ? `${cell} (as printed)` : 'Total (as printed)';
  return cell === null ? '' : cellText(cell, columns[at]?.kind ?? 'text');
}

/** The sums of a table under its first column; null when nothing in it can be summed, or the first column is a figure. */
function sumRow(table: Table, label: string): string[] | null {
  const totals = columnTotals(table);
  if (totals.every((total) => total === null) || totals[0] !== null) return null;
  return totals.map((total, at) => {
    if (at === 0) return label;
    return total === null ? '' : amountText(rounded(total), table.columns[at]?.kind ?? 'number');
  });
}

/** Sums of decimals pick up noise far beyond what anyone printed. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** How many came to each course, as bars; null when the table does not say. */
export function attendanceChart(item: EvidenceItem, { columns, rows }: Table): Block | null {
  const name = columns.findIndex(({ kind }) => kind === 'text');
  const count = columns.findIndex(
    ({ kind, label }) =>
      kind === 'count' &&
      /attend|learner|delegate|participant|people/i.test(label) &&
      !/no.?show|not/i.test(label),
  );
  const unit = columns[count]?.label.toLowerCase().replace(/^total /, '');
  if (name < 0 || unit === undefined) return null;
  const points = rows.flatMap((row) => {
    const [label, value] = [row[name], row[count]];
    return typeof label === 'string' && typeof value === 'number' ? [{ label, value }] : [];
  });
  if (points.length < 2 || points.length > mostBars) return null;
  const most = points.reduce((top, point) => (point.value > top.value ? point : top));
  return {
    kind: 'chart',
    chart: 'bars',
    title: `${capital(unit)} at each course, ${whenText(item)}`,
    description: `${capital(countText(points.length))} courses, from the table “${item.title}”. The most came to ${most.label}: ${most.value}.`,
    unit,
    points,
    note: null,
    path: item.path,
  };
}
