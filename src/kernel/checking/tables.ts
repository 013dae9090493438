// What can be reckoned in a table: what each column counts, which rows are lines, which sum others, and which cells hold a
// number back. Decided by labels and cells alone, so that any partnership's tables are read alike.
import type { CellNumber, TableCell, TablePart, TableRow } from '../reading/document.ts';
import { numberIn, subtotalRows } from '../reading/formats/table-cells.ts';
import type { FigureKind } from './figures.ts';

export interface Figure {
  value: number;
  decimals: number;
  /** Its row in the table. */
  row: number;
}

export interface Column {
  at: number;
  label: string;
  kind: FigureKind;
  /** The number of a row, or null where its cell holds none. */
  figure(row: number): Figure | null;
  /** Averages, rates, scores and the like are never added up. */
  adds: boolean;
}

const neverAdded =
  /\b(averages?|mean|median|mode|rates?|ratio|per|per ?cent(age)?|percentages?|proportion|scores?|scored|rating|ranks?|ranking|ages?|aged|year of|index|change|difference|variance|target|benchmark|indicator|length|duration|days? (to|from|between)|no\.|ref(erence)?|id|code|ward|phone|times)\b|%|[+]\/-/i;

/** Columns with numbers, in order. */
export function columnsOf(table: TablePart): Column[] {
  const width = Math.max(table.header.length, ...table.rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => columnAt(table, at)).filter((column) => column !== null);
}

function columnAt(table: TablePart, at: number): Column | null {
  const label = table.header[at] ?? '';
  const numbers = table.rows.map(({ cells }) => cellNumber(cells[at]));
  const kinds = numbers.flatMap((number) => number?.kind ?? []);
  if (kinds.length === 0 || (at === 0 && kinds.length * 2 < table.rows.length)) return null;
  const kind = kindOf(kinds, label);
  const isLabelled = inPercent.test(label);
  const figure = (row: number): Figure | null => {
    const number = numbers[row];
    // A row of percentages under a column of counts is no part of it, nor the other way round.
    const isOther = !isLabelled && (number?.kind === 'percent') !== (kind === 'percent');
    return !number || isOther ? null : { value: number.value, decimals: number.decimals, row };
  };
  const known = table.known?.summed?.[at];
  return {
    at,
    label,
    kind,
    figure,
    adds: known ?? (kind !== 'percent' && at > 0 && !neverAdded.test(label)),
  };
}

const inPercent = /%|\bper ?cent(age)?s?\b/i;

function kindOf(kinds: readonly FigureKind[], label: string): FigureKind {
  const percents = kinds.filter((kind) => kind === 'percent').length;
  if (inPercent.test(label) || percents * 2 > kinds.length) return 'percent';
  if (kinds.includes('money') || /£|\bGBP\b/.test(label)) return 'money';
  return kinds.includes('number') ? 'number' : 'count';
}

const countAndShare = /^([\d,]+)\s*[([]\s*[\d.]+\s*(?:%|per ?cent)\s*[)\]]$/i;

/** "45 (36%)" counts 45; "<5" is held back. */
function cellNumber(cell: TableCell | undefined): CellNumber | null {
  if (!cell || /^[<≤~≈>≥]/.test(cell.text)) return null;
  const count = countAndShare.exec(cell.text)?.[1];
  return cell.number ?? (count === undefined ? null : numberIn(count));
}

export interface SumRow {
  /** The row that sums others. */
  row: number;
  kind: 'total' | 'sub-total';
  /** The rows it sums, lines only. */
  lines: readonly number[];
}

const notALine =
  /^(of (which|whom|these|those)|including|incl\.?|which includes?|percentage|per ?cent|%|share|average|mean|median|rate|change|difference|variance|target|england|national|regional?|statistical neighbours?|previous year|last year|prior year|note|source)\b/i;
const blockTotal = /^(sub\s?-?\s?)?totals?\b/i;

/** The rows that sum others, from the top: each sub-total the lines since the one before, a total all lines. */
export function sumRows(table: TablePart): SumRow[] {
  const sums = new Set([...subtotalRows(table), ...(table.total === null ? [] : [table.total])]);
  const total = table.total ?? lastSum(table, sums);
  const first = table.rows.findIndex((_, row) => !sums.has(row));
  const heads = [...sums].some((row) => row < first && row === total);
  const found: SumRow[] = [];
  let since: number[] = [];
  const all: number[] = [];
  for (const [row, { cells }] of table.rows.entries()) {
    const label = rowLabel(table, row);
    if (sums.has(row)) {
      if (row === total) found.push({ row, kind: 'total', lines: heads ? [] : [...all] });
      else {
        // "All boys" above its parts sums nothing that was printed before it.
        if (blockTotal.test(label)) found.push({ row, kind: 'sub-total', lines: since });
        since = [];
      }
    } else if (!notALine.test(label) && cells.some(({ text }, at) => at > 0 && text !== '')) {
      since.push(row);
      all.push(row);
    }
  }
  return found.map((sum) => (heads && sum.row === total ? { ...sum, lines: all } : sum));
}

/** "All plans" above a row of rates: the only row that sums, under lines and over none. */
function lastSum(table: TablePart, sums: ReadonlySet<number>): number | null {
  const [row, ...others] = sums;
  if (row === undefined || others.length > 0 || row < 2) return null;
  const after = table.rows.slice(row + 1).map((_, at) => rowLabel(table, row + 1 + at));
  return after.every((label) => notALine.test(label)) ? row : null;
}

/** The first words of a row. */
export function rowLabel(table: TablePart, row: number): string {
  return table.rows[row]?.cells.find(({ text }) => text.trim() !== '')?.text ?? '';
}

/** The row as printed: "Total | 21 | 337". */
export function rowText({ cells }: TableRow): string {
  return cells
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' | ');
}

const suppressed = /^(\[?[cxz]\]?|\*+|#|~|\.\.|:|supp(ressed)?\.?|redacted|withheld)$/i;
const fewer = /^(?:[<≤]|fewer than|less than|under|up to)\s*(\d+|five|ten|six|three)$/i;
const words: Readonly<Record<string, number>> = { three: 3, five: 5, six: 6, ten: 10 };

/** The most a cell without a number can be hiding; 0 where it holds nothing back. */
export function atMost(text: string): number {
  const printed = text.trim();
  const limit = fewer.exec(printed)?.[1];
  if (limit !== undefined)
    return (words[limit.toLowerCase()] ?? Number(limit)) - (/^[≤u]/i.test(printed) ? 0 : 1);
  return suppressed.test(printed) ? Number.POSITIVE_INFINITY : 0;
}
