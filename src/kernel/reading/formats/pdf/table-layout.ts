// Tables that are only drawn: rows whose pieces stand in columns. Lines of one cell are told from rows by the order in which the
// file gives them, else by their distance, and never so that two numbers would come into one cell.
import { numberIn, type PrintedRow } from '../table-cells.ts';
import type { TableBlock, TextBlock } from './blocks.ts';
import { lineOf, type Row, type Segment } from './lines.ts';

interface Found {
  blocks: (TableBlock | TextBlock)[];
  /** The row after it. */
  next: number;
}

/** The table that begins with row `at`; null where none does. */
export function tableAt(rows: readonly Row[], at: number, page: number): Found | null {
  if ((rows[at]?.segments.length ?? 0) < 2) return null;
  const stretch = stretchFrom(rows, at);
  const next = at + stretch.length;
  const columns = columnsOf(stretch);
  if (columns.length < 2) return null;
  const contents = contentsLines(stretch, page);
  if (contents !== null) return { blocks: contents, next };
  const bands = bandsOf(stretch, columns);
  const printed = bands.map((band) => printedRow(band, columns, page));
  if (!looksLikeTable(printed) || !isAligned(stretch, columns)) return null;
  const sizes = stretch.flatMap(({ segments }) => segments.map(({ size }) => size));
  const size = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  return { blocks: [{ kind: 'table', caption: null, rows: printed, page, columns, size }], next };
}

/** Rows from `at` that could be of one table. */
function stretchFrom(rows: readonly Row[], at: number): Row[] {
  const stretch: Row[] = [];
  let lastWide = -1;
  for (const row of rows.slice(at)) {
    const before = stretch.at(-1);
    const gap = before === undefined ? 0 : before.y - row.y;
    if (before !== undefined && gap > 3.2 * Math.max(before.size, row.size)) break;
    const several = row.segments.length > 1;
    if (!several && !fitsColumn(row, stretch, gap)) break;
    stretch.push(row);
    if (several) lastWide = stretch.length - 1;
  }
  // What stands under the last row: more of its cells where it follows closely, else text after the table.
  const under = stretch.slice(lastWide + 1).findIndex((row, at) => {
    const above = stretch.slice(0, lastWide + 1 + at);
    const gap = (above.at(-1)?.y ?? row.y) - row.y;
    return gap > 1.35 * row.size || !followsInFile(row, above);
  });
  return under === -1 ? stretch : stretch.slice(0, lastWide + 1 + under);
}

/** A row of one piece belongs where it stands in one column of the rows above it. */
function fitsColumn(row: Row, above: readonly Row[], gap: number): boolean {
  const [segment] = row.segments;
  if (segment === undefined || gap > 2.6 * row.size) return false;
  const near = above.slice(-6).filter(({ segments }) => segments.length > 1);
  const under = near.map(
    ({ segments }) => segments.filter(({ x0, x1 }) => x0 < segment.x1 && x1 > segment.x0).length,
  );
  return under.every((count) => count <= 1) && under.includes(1);
}

function followsInFile(row: Row, above: readonly Row[]): boolean {
  const all = above.flatMap(({ segments }) => segments);
  return (
    row.segments.every((one) =>
      all.some(
        (other) => other.order < one.order && Math.abs(other.x0 - one.x0) < 3 && other.bold === one.bold,
      ),
    ) &&
    row.segments.some((one) => all.some((other) => other.order === one.order - 1 || other.order > one.order))
  );
}

export interface Column {
  x0: number;
  x1: number;
}

/** Stretches of the width that text stands in, parted by gaps that hardly any row crosses. */
function columnsOf(rows: readonly Row[]): Column[] {
  const wide = rows.filter(({ segments }) => segments.length > 1);
  const allowed = Math.floor(wide.length * 0.12);
  const edges = [
    ...new Set(wide.flatMap(({ segments }) => segments.flatMap(({ x0, x1 }) => [x0, x1]))),
  ].toSorted((a, b) => a - b);
  const columns: Column[] = [];
  for (const [at, x0] of edges.entries()) {
    const x1 = edges[at + 1];
    if (x1 === undefined) break;
    const middle = (x0 + x1) / 2;
    const over = wide.filter(({ segments }) =>
      segments.some((one) => one.x0 <= middle && one.x1 >= middle),
    ).length;
    const last = columns.at(-1);
    if (over <= allowed) continue;
    if (last !== undefined && x0 - last.x1 < 2.5) last.x1 = x1;
    else columns.push({ x0, x1 });
  }
  // A column that is empty but for its label counts too.
  for (const one of wide.flatMap(({ segments }) => segments)) {
    if (columns.every(({ x0, x1 }) => one.x1 < x0 - 2 || one.x0 > x1 + 2))
      columns.push({ x0: one.x0, x1: one.x1 });
  }
  return columns.toSorted((a, b) => a.x0 - b.x0);
}

/** Lines of a table of contents: dots that lead to a page. */
function contentsLines(rows: readonly Row[], page: number): TextBlock[] | null {
  const lines = rows.map(lineOf);
  const dotted = lines.filter(({ text }) => /(\.\s?){4,}|…{2,}/.test(text)).length;
  if (dotted <= 0.5 * rows.length) return null;
  return lines.map((line) => ({ kind: 'text', role: 'contents', level: null, lines: [line], page }));
}

/** Rows of the page that make one row of the table. */
function bandsOf(rows: readonly Row[], columns: readonly Column[]): Row[][] {
  for (const way of [byFileOrder, byDistance, byEmptyFirst]) {
    const bands = banded(rows, way(rows, columns));
    const wrong = bands.filter((band) => holdsTwoNumbers(band, columns));
    // Where only a few bands hold more than a row can, those come apart and the way is right for the others.
    if (bands.length > 1 && wrong.length <= 0.15 * bands.length) {
      return bands.flatMap((band) => (wrong.includes(band) ? band.map((row) => [row]) : [band]));
    }
  }
  return rows.map((row) => [row]);
}

/** `joined[i]`: row i is of the band of row i - 1. */
function banded(rows: readonly Row[], joined: readonly boolean[]): Row[][] {
  const bands: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    if (joined[at] === true && bands.length > 0) bands.at(-1)?.push(row);
    else bands.push([row]);
  }
  return bands;
}

/** A piece that directly follows the one above it in its column is more of the same cell, and so are the rows in between. */
function byFileOrder(rows: readonly Row[], columns: readonly Column[]): boolean[] {
  const joined = rows.map(() => false);
  const rowOf = new Map(rows.flatMap((row, at) => row.segments.map((one) => [one, at] as const)));
  const inOrder = [...rowOf.keys()].toSorted((a, b) => a.order - b.order);
  for (const [at, one] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (before === undefined || before.order !== one.order - 1) continue;
    const [from, to] = [rowOf.get(before) ?? 0, rowOf.get(one) ?? 0];
    const close = before.y > one.y && before.y - one.y <= 1.36 * one.size;
    const alike = before.bold === one.bold && Math.abs(before.size - one.size) < 0.5;
    if (!close || !alike || columnAt(before, columns) !== columnAt(one, columns)) continue;
    for (let row = from + 1; row <= to; row += 1) joined[row] = true;
  }
  return joined;
}

/** Lines of a cell stand closer than rows do, where there are two distances. */
function byDistance(rows: readonly Row[]): boolean[] {
  const gaps = rows.map((row, at) => (at === 0 ? 0 : ((rows[at - 1]?.y ?? row.y) - row.y) / row.size));
  const sorted = gaps.slice(1).toSorted((a, b) => a - b);
  const jump = sorted.findIndex((gap, at) => at > 0 && gap / (sorted[at - 1] ?? gap) > 1.18);
  const within = sorted[jump - 1] ?? 0;
  if (jump < 1 || within > 1.4) return rows.map(() => false);
  return gaps.map((gap, at) => at > 0 && gap <= within + 0.01);
}

function byEmptyFirst(rows: readonly Row[], columns: readonly Column[]): boolean[] {
  return rows.map(
    ({ segments }, at) =>
      at > 0 && segments.every((one) => columnAt(one, columns) > 0 && numberIn(one.text) === null),
  );
}

function holdsTwoNumbers(band: readonly Row[], columns: readonly Column[]): boolean {
  return columns.some(
    (_, column) =>
      band
        .flatMap(({ segments }) => segments)
        .filter((one) => columnAt(one, columns) === column && numberIn(one.text) !== null).length > 1,
  );
}

/** The column a piece stands in: the one that shares most of its width. */
function columnAt({ x0, x1 }: Pick<Segment, 'x0' | 'x1'>, columns: readonly Column[]): number {
  const shared = columns.map((column) => Math.min(x1, column.x1) - Math.max(x0, column.x0));
  const most = Math.max(...shared);
  return most > 0 ? shared.findIndex((one) => one > 0.6 * most && one > 0) : nearest((x0 + x1) / 2, columns);
}

function nearest(x: number, columns: readonly Column[]): number {
  const away = columns.map((column) => Math.min(Math.abs(column.x0 - x), Math.abs(column.x1 - x)));
  return away.indexOf(Math.min(...away));
}

function printedRow(band: readonly Row[], columns: readonly Column[], page: number): PrintedRow {
  const cells = columns.map(() => '');
  const segments = band.flatMap((row) => row.segments);
  for (const one of segments) {
    const column = columnAt(one, columns);
    cells[column] = joinedCell(cells[column] ?? '', one.text);
  }
  return { cells, line: null, page, bold: segments.every(({ bold }) => bold) };
}

/** A row that stands alone, where each piece of it stands in a column of its own; else null. */
export function rowIn(
  columns: readonly Column[],
  segments: readonly Segment[],
  page: number,
): PrintedRow | null {
  const at = segments.map((one) => columns.findIndex(({ x0, x1 }) => one.x0 < x1 + 12 && one.x1 > x0 - 12));
  const apart = at.every((column, index) => column !== -1 && column > (at[index - 1] ?? -1));
  return apart ? printedRow([{ y: 0, size: 0, segments }], columns, page) : null;
}

export function joinedCell(before: string, text: string): string {
  if (before === '') return text;
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + text;
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(text) ? before + text : `${before} ${text}`;
}

/** Pieces of a column share an edge or their middle, and somewhere stand well apart; those of justified text do not. */
function isAligned(rows: readonly Row[], columns: readonly Column[]): boolean {
  const gaps = rows.flatMap(({ segments, size }) =>
    segments.slice(1).map((one, at) => (one.x0 - (segments[at]?.x1 ?? one.x0)) / size),
  );
  if (gaps.filter((gap) => gap > 1.2).length < 0.3 * rows.length) return false;
  const segments = rows.flatMap((row) => row.segments);
  return columns.slice(1).every((_, at) => {
    const pieces = segments.filter((one) => columnAt(one, columns) === at + 1);
    return [left, right, middle].some((edge) => {
      const edges = pieces.map(edge).toSorted((a, b) => a - b);
      const usual = edges[Math.floor(edges.length / 2)] ?? 0;
      return edges.filter((x) => Math.abs(x - usual) < 3).length >= 0.6 * edges.length;
    });
  });
}

const left = ({ x0 }: Segment): number => x0;
const right = ({ x1 }: Segment): number => x1;
const middle = ({ x0, x1 }: Segment): number => (x0 + x1) / 2;

/** Labels of a chart, signatures side by side and the like are none. */
function looksLikeTable(rows: readonly PrintedRow[]): boolean {
  const full = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  if (full.length < 2) return false;
  const labelled = full.filter(({ cells }) =>
    /\p{L}{2}/u.test(cells.find((cell) => cell !== '') ?? ''),
  ).length;
  const width = rows[0]?.cells.length ?? 0;
  const filled = full.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== '').length, 0);
  return labelled >= 0.5 * full.length && filled >= 0.45 * full.length * width;
}
