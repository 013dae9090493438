// The rows of a table as people edit them: pasted from a spreadsheet, one cell at a time, totals as printed. A table is
// the single truth: its totals, the report's findings and its printed form are all worked out from it.
import type { Cell, Table } from '../../kernel/evidence/shapes.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';

type Column = Table['columns'][number];

export const columnKinds: Record<Column['kind'], string> = {
  text: 'Words',
  count: 'Whole numbers',
  number: 'Numbers',
  percent: 'Per cent',
  money: 'Pounds',
};

/** Marks that statistics print in place of a number: suppressed, not applicable, not available, low. */
const marks = new Set(['c', 'z', 'x', 'k', ':', '..', '-', '–', 'n/a', '*']);

/** Reads what was copied from a spreadsheet (cells divided by tabs, or by semicolons or bars in typed text). */
export function parsePasted(pasted: string, lastRowIsTotal: boolean): Table {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '');
  const divider = ['\t', '|', ';'].find((mark) => lines[0]?.includes(mark)) ?? '\t';
  const [labels = [], ...rest] = lines.map((line) => line.split(divider).map((cell) => cell.trim()));
  const width = labels.findLastIndex((label) => label !== '') + 1;
  if (width > 20) throw new InvalidInput({ pasted: 'The table has more than 20 columns. Leave some out' });
  if (labels.slice(0, width).includes('')) {
    throw new InvalidInput({
      pasted: 'Every column needs a heading in the first line. Give each one a name',
    });
  }
  if (rest.length === 0)
    throw new InvalidInput({ pasted: 'There is no row below the headings. Paste the rows too' });
  const wide = rest.findIndex((cells) => cells.slice(width).some((cell) => cell !== ''));
  if (wide >= 0) throw new InvalidInput({ pasted: `Row ${wide + 1} has more cells than there are headings` });
  const cells = rest.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  const body = lastRowIsTotal ? cells.slice(0, -1) : cells;
  const columns = labels.slice(0, width).map((label, at) =>
    columnOf(
      label,
      body.map((row) => row[at] ?? ''),
    ),
  );
  const read = (row: string[]) => row.map((cell, at) => readLoosely(cell, columns[at]));
  return {
    shape: 'table',
    columns,
    rows: body.map(read),
    printed_total: lastRowIsTotal ? read(cells.at(-1) ?? []) : null,
    note: null,
  };
}

/** A column of whole numbers is counts and can be added up; anything else is added up only if a person says so. */
function columnOf(label: string, cells: string[]): Column {
  const printed = cells.filter((cell) => cell !== '' && !marks.has(cell.toLowerCase()));
  const numbers = printed.map(numberIn);
  if (printed.length === 0 || numbers.includes(undefined)) return { label, kind: 'text', total: 'none' };
  if (printed.some((cell) => cell.endsWith('%'))) return { label, kind: 'percent', total: 'none' };
  if (printed.some((cell) => cell.startsWith('£'))) return { label, kind: 'money', total: 'sum' };
  if (numbers.every(Number.isInteger)) return { label, kind: 'count', total: 'sum' };
  return { label, kind: 'number', total: 'none' };
}

function readLoosely(cell: string, column: Column | undefined): Cell {
  if (cell === '') return null;
  return column?.kind === 'text' ? cell : (numberIn(cell) ?? cell);
}

function numberIn(cell: string): number | undefined {
  const plain = cell.replaceAll(/[,\s]/g, '').replace(/^£/, '').replace(/%$/, '').replace(/^−/, '-');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

/** A typed row as cells of the table. Throws InvalidInput on the cell that does not fit; `before` is what stood there. */
export function readRow(table: Table, typed: readonly string[], before?: readonly Cell[]): Cell[] {
  if (typed.length !== table.columns.length) {
    throw new InvalidInput({
      cells: 'Give exactly one cell for each column; an empty one means “not printed”',
    });
  }
  const wrong: Record<string, string> = {};
  const cells = table.columns.map((column, at): Cell => {
    const text = (typed[at] ?? '').trim();
    if (text === '') return null;
    if (column.kind === 'text') return text;
    const number = numberIn(text);
    if (number !== undefined && (column.kind !== 'count' || Number.isInteger(number))) return number;
    if (text === before?.[at] || marks.has(text.toLowerCase())) return text;
    const wanted = column.kind === 'count' ? 'a whole number' : 'a number';
    wrong[`cells.${at}`] = `${column.label} must be ${wanted}, or empty where the source prints none`;
    return null;
  });
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  return cells;
}

/** Cells as they stand in boxes for typing. */
export function typedRow(cells: readonly Cell[]): string[] {
  return cells.map((cell) => (cell === null ? '' : String(cell)));
}

/** Row numbers count from 1, as people do. Undefined when there is no such row. */
export function withRow(table: Table, row: number, cells: Cell[] | null): Table | undefined {
  if (table.rows[row - 1] === undefined) return undefined;
  return { ...table, rows: table.rows.toSpliced(row - 1, 1, ...(cells === null ? [] : [cells])) };
}
