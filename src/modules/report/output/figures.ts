// What the three forms share about figures: the chart as kernel/charts draws it, the table every chart comes with, and
// how wide the columns of a table should be beside each other.
import { type Chart, drawChart } from '../../../kernel/charts/chart.ts';
import { capital, decimalsOf, unitWords, valueText } from '../../../kernel/charts/values.ts';
import type { Block, DocumentColumn } from '../document.ts';

export type ChartBlock = Extract<Block, { kind: 'chart' }>;
export type TableBlock = Extract<Block, { kind: 'table' }>;

export function drawing(block: ChartBlock, id: string, standalone: boolean): string {
  const { chart: kind, title, description, unit, points } = block;
  const chart: Chart = { kind, id, title, description, unit, points };
  return drawChart(chart, { standalone });
}

/** The chart's figures as a table of two columns. */
export function chartTable(block: ChartBlock): TableBlock {
  const decimals = decimalsOf(
    block.points.map((point) => point.value),
    block.unit,
  );
  return {
    kind: 'table',
    caption: `${block.title}: the figures`,
    columns: [
      { label: block.chart === 'line' ? 'Period' : 'Group', numeric: false },
      { label: capital(unitWords(block.unit)), numeric: true },
    ],
    rows: block.points.map((point) => [point.label, valueText(point.value, block.unit, decimals)]),
    ...(block.row_notes && { row_notes: block.row_notes }),
    total: null,
    note: null,
    ref: null,
    path: block.path ?? null,
  };
}

/** Characters of a table's usual size across the width of a page. */
const pageCharacters = 92;

/** Shares of the width, summing to 1: room for the longest word of each column first, then for its longer cells. */
export function columnShares(
  columns: readonly DocumentColumn[],
  rows: readonly (readonly string[])[],
): number[] {
  const cells = columns.map(({ label }, index) => [label, ...rows.map((row) => row[index] ?? '')]);
  const longest = (of: readonly string[]) => Math.max(...of.map((text) => text.length));
  // A cell four times as long gets about two and a half times the room, and the rest of it further lines.
  const wishes = columns.map(
    ({ numeric }, index) => 2 + 1.5 * Math.min(longest(cells[index] ?? []), numeric ? 32 : 260) ** 0.65,
  );
  const least = cells.map(
    (of) => (Math.min(longest(of.flatMap((cell) => cell.split(/[\s-]+/))), 20) + 3) / pageCharacters,
  );
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  const spare = Math.max(0, 1 - sum(least));
  const wanted = wishes.map((wish, index) => Math.max(0, wish / sum(wishes) - (least[index] ?? 0)));
  const wantedSum = sum(wanted) || 1;
  const shares = least.map((share, index) => share + (spare * (wanted[index] ?? 0)) / wantedSum);
  return shares.map((share) => share / sum(shares));
}
