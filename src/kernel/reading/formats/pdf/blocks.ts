// Blocks of a page: what its lines make together, before it is known what they are in the document.
import type { PrintedRow } from '../table-cells.ts';
import { type Line, lineOf, type Row, rowsOf, type Segment } from './lines.ts';
import { median } from './regions.ts';
import { type Column, tableAt } from './table-layout.ts';

export type Block = TextBlock | TableBlock;

export interface TextBlock {
  kind: 'text';
  /** What the file itself says it is; null where it does not say. */
  role: 'heading' | 'paragraph' | 'item' | 'quotation' | 'note' | 'contents' | 'caption' | null;
  /** Of a heading or a list item, where the file says. */
  level: number | null;
  lines: readonly Line[];
  page: number;
  /** The pieces of a line that stands alone at the top of a column: the last row of a table, it may be. */
  pieces?: readonly Segment[];
}

export interface TableBlock {
  kind: 'table';
  caption: string | null;
  rows: readonly PrintedRow[];
  page: number;
  /** Where its columns stand; null where the file gave the cells. */
  columns: readonly Column[] | null;
  size: number;
  /** What a single row is where it goes on no table: text that a table only frames. */
  framed?: readonly TextBlock[];
}

/** A bullet at the beginning of a line; the characters of symbol fonts stand in Unicode's private range. */
export const bullet = /^(?:[•‣▪▫■□◦●○►▶➢➤✓✔✗·§\uE000-\uF8FF]\s*|[–—*-]\s+|(?:o|ü|Ø|v)\s+(?=\S))/;
/** "(a) …", "iv. …", "3) …". */
export const listNumber = /^(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;

/** "(a) … ........ 12": a line of a table of contents. */
const leader = /(?:[.…·_]\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$/;
/** The sign by which a note is called. */
export const noteSign = /^(?:[⁰¹²³⁴-⁹]{1,3}|[*†‡])\s?(?=\S)/;

/** The blocks of one column of a page, from the top down. */
export function blocksIn(segments: readonly Segment[], page: number): Block[] {
  const rows = rowsOf(segments);
  const blocks: Block[] = [];
  let open: Row[] = [];
  const close = () => {
    blocks.push(...textBlocks(open.map(lineOf), page));
    open = [];
  };
  for (let at = 0; at < rows.length; ) {
    const found = tableAt(rows, at, page);
    if (found === null) {
      const row = rows[at];
      if (row !== undefined) open.push(row);
      at += 1;
    } else {
      close();
      blocks.push(...found.blocks);
      at = found.next;
    }
  }
  close();
  const [top] = rows;
  const [first] = blocks;
  if (top === undefined || first?.kind !== 'text' || first.lines.length > 1 || top.segments.length < 2)
    return blocks;
  return [{ ...first, pieces: top.segments }, ...blocks.slice(1)];
}

function textBlocks(lines: readonly Line[], page: number): TextBlock[] {
  const edge = Math.max(0, ...lines.map(({ x1 }) => x1));
  const leading = usualLeading(lines);
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block !== undefined && belongs(block, line, edge, leading)) block.push(line);
    else blocks.push([line]);
  }
  const depths = itemDepths(blocks);
  return blocks.map((of): TextBlock => {
    const [first] = of;
    const role = leader.test(first?.text ?? '') ? 'contents' : null;
    const depth = depths.filter((start) => start <= (first?.x0 ?? 0) + 4).length;
    const level = bullet.test(first?.text ?? '') ? Math.max(1, depth) : null;
    return { kind: 'text', role, level, lines: of, page };
  });
}

/** How far the bullets of each depth are set in, in this column. */
function itemDepths(blocks: readonly (readonly Line[])[]): number[] {
  const starts = blocks.flatMap(([first]) =>
    first && bullet.test(first.text) ? [Math.round(first.x0)] : [],
  );
  const distinct = [...new Set(starts)].toSorted((a, b) => a - b);
  return distinct.filter((x, at) => at === 0 || x - (distinct[at - 1] ?? x) > 8);
}

/** A wider distance is one between paragraphs, unless a text is set so throughout. */
const widestLeading = 1.55;
const leadingUnknown = 1.4;

/** The distance from line to line within a paragraph, in sizes of the text. */
function usualLeading(lines: readonly Line[]): number {
  const gaps = lines.slice(1).flatMap((line, at) => {
    const before = lines[at];
    const gap = before === undefined ? 0 : (before.y - line.y) / line.size;
    return before !== undefined && Math.abs(before.size - line.size) < 0.3 && gap > 0.8 && gap < 2.6
      ? [gap]
      : [];
  });
  const close = gaps.filter((gap) => gap <= widestLeading);
  if (close.length > 0) return quarter(close);
  return gaps.length < 8 ? leadingUnknown : quarter(gaps);
}

/** Lines of a paragraph stand closest; where there are few, the middle is as likely a gap between paragraphs. */
function quarter(gaps: readonly number[]): number {
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? leadingUnknown;
}

function belongs(block: readonly Line[], line: Line, edge: number, leading: number): boolean {
  const last = block.at(-1);
  const first = block[0];
  if (last === undefined || first === undefined) return false;
  if (leader.test(last.text) || noteSign.test(line.text)) return false;
  const gap = (last.y - line.y) / line.size;
  if (gap < 0 || gap > leading * 1.22 + 0.05) return false;
  if (Math.abs(last.size - line.size) > 0.08 * line.size) return false;
  if (last.bold !== line.bold && !continuesSentence(last, line, edge)) return false;
  if (bullet.test(line.text) || (listNumber.test(line.text) && line.x0 < last.x0 + 3)) return false;
  const opened = bullet.test(first.text) || listNumber.test(first.text);
  // A first line set in is a new paragraph; after a bullet the lines that follow are set in.
  if (!opened && line.x0 > last.x0 + 0.9 * line.size && line.x0 > first.x0 + 0.9 * line.size) {
    return Math.abs((line.x0 + line.x1) / 2 - (last.x0 + last.x1) / 2) < line.size;
  }
  if (opened && line.x0 < first.x0 - line.size) return false;
  return !endsShort(last, line, edge) || !/[.!?:;]["”’)]?$/.test(last.text);
}

/** Bold words may end or begin in the middle of a sentence. */
function continuesSentence(last: Line, line: Line, edge: number): boolean {
  return !endsShort(last, line, edge) && (/^[\p{Ll}\d(]/u.test(line.text) || /[,–-]$/.test(last.text));
}

/** The first word of the next line would have had room. */
export function endsShort(last: Line, next: Line, edge: number): boolean {
  const [word = ''] = next.text.split(' ');
  const letter = (next.x1 - next.x0) / Math.max(1, next.text.length);
  return last.x1 + (word.length + 1.5) * letter < edge;
}

/** The size of most of the text; notes may well be longer. */
export function bodySize(blocks: readonly Block[]): number {
  const letters = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind === 'table' || noteSign.test(block.lines[0]?.text ?? '')) continue;
    for (const { size, text } of block.lines) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? median([10]);
}
