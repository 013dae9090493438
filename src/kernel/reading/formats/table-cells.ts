// A table as printed becomes a table that can be reckoned with: what each cell counts, which row holds the labels, which one
// the total, and what the table is called. Every format's reader hands its rows in here, so that all tables are read alike.
import type { CellNumber, TablePart } from '../document.ts';
import type { RawPart } from '../structure.ts';

/** A row as it stands in the file. */
export interface PrintedRow {
  /** As a person reads them, without marks of bold. */
  cells: readonly string[];
  line: number | null;
  page: number | null;
  /** Marked as a row of labels (th, thead, the row over a ruler). */
  heading?: boolean;
  /** All of it in bold. */
  bold?: boolean;
}

type RawTable = Extract<RawPart, { kind: 'table' }>;

/** Null where there is nothing in it. */
export function tableOf(printed: readonly PrintedRow[], caption: string | null = null): RawTable | null {
  const filled = printed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first] = filled;
  if (first === undefined) return null;
  const width = usedWidth(filled);
  const rows = filled.map((row) => ({
    ...row,
    cells: Array.from({ length: width }, (_, column) => (row.cells[column] ?? '').trim()),
  }));
  const own = caption === null ? captionRow(rows) : null;
  if (own !== null) rows.shift();
  const labels = headerRows(rows);
  const body = rows.slice(labels);
  const read = body.map(({ cells, line, page }) => ({
    cells: cells.map((text) => ({ text, number: numberIn(text) })),
    line,
    page,
  }));
  return {
    kind: 'table',
    caption: own ?? caption,
    header: headerOf(rows.slice(0, labels), width),
    rows: read,
    total: totalRow(body),
    line: first.line,
    page: first.page,
  };
}

/** Columns that are empty in every row at the right-hand side are no columns. */
function usedWidth(rows: readonly PrintedRow[]): number {
  return Math.max(...rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1));
}

/** A first row with one filled cell is the name of the table. */
function captionRow(rows: readonly PrintedRow[]): string | null {
  const [first, second] = rows;
  if (first === undefined || second === undefined || first.cells.length < 2) return null;
  const [title = '', ...others] = first.cells;
  const alone = title !== '' && others.every((cell) => cell === '' || cell === title);
  return alone && numberIn(title) === null ? title : null;
}

function headerRows(rows: readonly PrintedRow[]): number {
  const marked = rows.findIndex((row) => row.heading !== true);
  if (marked === -1) return Math.min(1, rows.length - 1);
  if (marked > 0) return marked;
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return 0;
  if (first.bold === true && others.some(({ bold }) => bold !== true)) return isLabels(first) ? 1 : 0;
  const numbered = others.some(({ cells }) => cells.slice(1).some((cell) => numberIn(cell) !== null));
  return numbered && isLabels(first) && first.cells.slice(1).some((cell) => cell !== '') ? 1 : 0;
}

/** Words, or years in a row: "2022", "2023", "2024" are labels. */
function isLabels({ cells }: PrintedRow): boolean {
  const numbers = cells.slice(1).flatMap((cell) => numberIn(cell) ?? []);
  const years = numbers.every(({ value, kind }) => kind === 'count' && value >= 1990 && value <= 2060);
  const rising = numbers.every(({ value }, at) => at === 0 || value !== numbers[at - 1]?.value);
  return numbers.length === 0 || (years && rising && numbers.length > 1);
}

function headerOf(rows: readonly PrintedRow[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const labels = rows.map(({ cells }) => cells[column] ?? '').filter((label) => label !== '');
    return [...new Set(labels)].join(' ');
  });
}

const totalLabel = /^(grand |overall |combined )?(totals?|sum|overall|all)$/;
const longTotalLabel = /^((grand|overall) total|total|totals|all|overall)\b/;
const subtotalLabel = /^(sub\s?-?\s?totals?\b|sum of (the |all |these )?(rows|lines)\b)/;

/** The row that sums the others, by its label: exactly "Total", or one row "Total attendees" or "All courses" at an end. */
function totalRow(rows: readonly Pick<PrintedRow, 'cells'>[]): number | null {
  if (rows.length < 2) return null;
  const labels = rows.map(labelOf);
  const exact = labels.findLastIndex((label) => totalLabel.test(label));
  if (exact !== -1) return exact === labels.length - 1 || countOf(labels, totalLabel) === 1 ? exact : null;
  if (countOf(labels, longTotalLabel) !== 1) return null;
  const long = labels.findIndex((label) => longTotalLabel.test(label));
  return long === 0 || long === labels.length - 1 ? long : null;
}

/** Indices of the rows that sum some of those above them. */
export function subtotalRows(table: Pick<TablePart, 'rows' | 'total'>): number[] {
  return table.rows.flatMap((row, at) => {
    const label = labelOf({ cells: row.cells.map(({ text }) => text) });
    const sums = subtotalLabel.test(label) || totalLabel.test(label) || longTotalLabel.test(label);
    return at !== table.total && sums ? [at] : [];
  });
}

function labelOf({ cells }: Pick<PrintedRow, 'cells'>): string {
  const label = cells.find((cell) => cell.trim() !== '') ?? '';
  return label
    .toLowerCase()
    .replaceAll(/[*:.†‡\s]+/g, ' ')
    .trim();
}

function countOf(labels: readonly string[], pattern: RegExp): number {
  return labels.filter((label) => pattern.test(label)).length;
}

const numberPattern =
  /^([-−–+]?)\s*(£?)\s*([-−]?)((?:\d{1,3}(?:[,\u00A0\u2009\u202F]\d{3})+|\d+)(?:\.(\d+))?|\.(\d+))\s*(k|m|bn|million|thousand)?\s*(%|per cent|percent)?$/i;
const scales: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, million: 6, bn: 9 };

/** Null for words, ranges, years like "2024/25" and the signs that stand for a number held back (c, z, x, -, *, .., n/a). */
export function numberIn(printed: string): CellNumber | null {
  const text = printed.replaceAll(/[*†‡⁰¹²³⁴-⁹]+$/g, '').trim();
  const bracketed = /^\(\s*(£?[^()]+?)\s*\)$/.exec(text)?.[1];
  const match = numberPattern.exec(bracketed ?? text);
  if (match === null || /^0\d/.test(match[4] ?? '')) return null;
  const [, sign = '', pound, inner = '', digits = '', fraction, bare, scale, percent] = match;
  const power = scales[scale?.toLowerCase() ?? ''] ?? 0;
  const negative = bracketed !== undefined || /[-−–]/.test(sign + inner);
  const plain = Number(digits.replaceAll(/[^\d.]/g, ''));
  const value = power === 0 ? plain : Math.round(plain * 10 ** power * 100) / 100;
  const decimals = (fraction ?? bare ?? '').length - power;
  return {
    value: negative && value !== 0 ? -value : value,
    kind: kindOf(pound, percent, decimals),
    decimals,
  };
}

function kindOf(
  pound: string | undefined,
  percent: string | undefined,
  decimals: number,
): CellNumber['kind'] {
  if (percent) return 'percent';
  if (pound) return 'money';
  return decimals > 0 ? 'number' : 'count';
}
