// A recorded table as the report prints it. A printed total that differs from its rows stays as it was printed, and the sum
// of the rows stands beside it; a table without one gets the sum, marked as worked out here.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { columnTotals, type Table } from '../../../kernel/evidence/shapes.ts';
import type { Block, Inline } from '../document.ts';
import { columnGaps } from '../rules/total-does-not-add-up.ts';
import { amountText, cellText, whenText } from '../wording.ts';

/** Room on a page for one chart. */
const mostBars = 30;

export function tableBlock(item: EvidenceItem, table: Table, mark: Inline): Block {
  const { columns, rows, printed_total, note } = table;
  const gaps = columnGaps(table);
  const summed = sumRow(table, 'Sum of the rows, worked out here');
  const shown = rows.map((row) => row.map((cell, at) => cellText(cell, columns[at]?.kind ?? 'text')));
  const differs = gaps.length > 0 && summed !== null;
  const period = `${whenText(item)}${item.geography ? `, ${item.geography}` : ''}`;
  const inlines: Inline[] = [{ kind: 'text', text: [note, period].filter(Boolean).join(' ') }, mark];
  if (differs)
    inlines.push({
      kind: 'text',
      text: ' The total is printed as its source gives it; its rows make another sum.',
    });
  return {
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
  };
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
export function attendanceChart(item: EvidenceItem, { columns, rows }: Table, mark: Inline): Block | null {
  const name = columns.findIndex(({ kind }) => kind === 'text');
  const count = columns.findIndex(
    ({ kind, label }) =>
      kind === 'count' &&
      /attend|learner|delegate|participant|people/i.test(label) &&
      !/no.?show|not/i.test(label),
  );
  const unit = columns[count]?.label.toLowerCase();
  if (name < 0 || unit === undefined) return null;
  const points = rows.flatMap((row) => {
    const [label, value] = [row[name], row[count]];
    return typeof label === 'string' && typeof value === 'number' ? [{ label, value }] : [];
  });
  if (points.length < 2 || points.length > mostBars) return null;
  return {
    kind: 'chart',
    chart: 'bars',
    title: `${item.title}: ${unit} for each course`,
    description: `One bar for each of ${points.length} courses, from the table above.`,
    unit,
    points,
    note: [{ kind: 'text', text: whenText(item) }, mark],
  };
}
