// From the blocks of all pages to the parts of the document: what a page cut in two is joined, and what the file does not say of
// a block is told by its size and weight: headings, notes, items of lists.
import type { Heading } from '../../document.ts';
import type { RawPart } from '../../structure.ts';
import { headingOf } from '../heading-number.ts';
import { joinedLines, wordsOf } from '../joined-lines.ts';
import { type PrintedRow, tableOf } from '../table-cells.ts';
import {
  type Block,
  bodySize,
  bullet,
  listNumber,
  noteSign,
  type TableBlock,
  type TextBlock,
} from './blocks.ts';
import type { Line } from './lines.ts';
import { rowIn } from './table-layout.ts';

type Level = Heading['level'];

/** A block whose lines may stand on several pages. */
interface Paged extends Omit<TextBlock, 'lines'> {
  lines: (Line & { page: number })[];
}
type Joined = Paged | TableBlock;

/** `columns`: blocks that stand under each other, a page or a column of it, in reading order. */
export function partsOf(columns: readonly (readonly Block[])[]): RawPart[] {
  const body = bodySize(columns.flat());
  const joined = acrossColumns(columns, body);
  const words = wordsOf(
    joined.flatMap((one) => (one.kind === 'text' ? one.lines.map(inside) : [])).join('\n'),
  );
  const levels = headingLevels(joined, body);
  return withCaptions(joined, body).flatMap((block) => {
    if (block.kind === 'table') return tableOf(block.rows, block.caption) ?? [];
    return textPart(block, body, words, levels) ?? [];
  });
}

function acrossColumns(columns: readonly (readonly Block[])[], body: number): Joined[] {
  const joined: Joined[] = [];
  for (const column of columns) {
    for (const [at, block] of column.entries()) {
      if (block.kind === 'table') {
        const before = at === 0 ? joined.findLast((one) => one.kind === 'table' || !isNote(one)) : undefined;
        if (before?.kind === 'table' && goesOn(before, block)) {
          before.rows = [...before.rows, ...withoutHeader(before.rows, block.rows)];
        } else
          joined.push(...(block.framed && block.rows.length < 2 ? block.framed.map(paged) : [{ ...block }]));
        continue;
      }
      if (at === 0 && addedRow(joined, block)) continue;
      const before = at === 0 ? lastText(joined) : null;
      if (before !== null && cutInTwo(before, block, body)) before.lines.push(...paged(block).lines);
      else joined.push(paged(block));
    }
  }
  return joined;
}

/** A line without its first and last words, which may be pieces of words. */
function inside({ text }: Line, at: number, lines: readonly Line[]): string {
  const space = text.indexOf(' ');
  const from = at === 0 ? 0 : space === -1 ? text.length : space + 1;
  return at === lines.length - 1 ? text.slice(from) : text.slice(from, Math.max(from, text.lastIndexOf(' ')));
}

/** Whether the line was the row of a table that the column before had no room for. */
function addedRow(joined: readonly Joined[], { pieces, page }: TextBlock): boolean {
  const before = joined.findLast((one) => one.kind === 'table' || !isNote(one));
  if (pieces === undefined || before?.kind !== 'table' || before.columns === null) return false;
  const row = rowIn(before.columns, pieces, page);
  if (row !== null) before.rows = [...before.rows, row];
  return row !== null;
}

function paged(block: TextBlock): Paged {
  return { ...block, lines: block.lines.map((line) => ({ ...line, page: block.page })) };
}

/** The last block before, the footnotes of its page apart. */
function lastText(joined: readonly Joined[]): Paged | null {
  const last = joined.findLast((one) => one.kind === 'table' || !isNote(one));
  return last?.kind === 'text' ? last : null;
}

function isNote({ role, lines }: Pick<TextBlock, 'role' | 'lines'>): boolean {
  return role === 'note' || (role === null && noteSign.test(lines[0]?.text ?? ''));
}

function cutInTwo(before: Paged, block: TextBlock, body: number): boolean {
  const [last, first] = [before.lines.at(-1), block.lines[0]];
  if (last === undefined || first === undefined) return false;
  if (block.role === 'heading' || isHeading(before, body) || bullet.test(first.text)) return false;
  if (Math.abs(last.size - first.size) > 0.06 * last.size) return false;
  if (before.role === 'contents' || block.role === 'contents') return false;
  const ended = /[.!?:;]["”’)\]⁰¹²³⁴-⁹]*$/.test(last.text);
  if (/\p{L}-$|,$/u.test(last.text)) return true;
  return (
    !ended && (/^[\p{Ll}\d(“"‘£]/u.test(first.text) || isFull(before.lines)) && !listNumber.test(first.text)
  );
}

/** The last line goes as far as the others, so that only a lack of room ended it. */
function isFull(lines: readonly Line[]): boolean {
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const left = Math.min(...lines.map(({ x0 }) => x0));
  return lines.length > 1 && (lines.at(-1)?.x1 ?? 0) > right - 0.12 * (right - left);
}

function goesOn(before: TableBlock, table: TableBlock): boolean {
  const [a, b] = [before.rows, table.rows].map((rows) => Math.max(...rows.map(({ cells }) => cells.length)));
  if (a !== b || Math.abs(before.size - table.size) > 0.5 || table.caption !== null) return false;
  if (before.columns === null || table.columns === null) return before.columns === table.columns;
  return before.columns.every(({ x0 }, at) => Math.abs(x0 - (table.columns?.[at]?.x0 ?? x0)) < 40);
}

/** A table that goes on over the page repeats its labels. */
function withoutHeader(before: readonly PrintedRow[], rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const labels = before[0]?.cells.join('|');
  const again = rows.findIndex(({ cells }) => cells.join('|') === labels);
  const plain = rows.slice(again === -1 ? 0 : again + 1);
  return plain.map((row) => ({ ...row, heading: false }));
}

const headingEnd = /[^.;,:]$/;

function isHeading(block: Pick<TextBlock, 'role' | 'lines'>, body: number): boolean {
  if (block.role !== null && block.role !== 'paragraph') return block.role === 'heading';
  const { lines } = block;
  const text = lines.map((line) => line.text).join(' ');
  if (lines.length > 3 || text.length > 160 || !/\p{L}{3}/u.test(text) || bullet.test(text)) return false;
  const letters = text.replaceAll(/[^\p{L}]/gu, '').length;
  if (letters < 0.5 * text.replaceAll(' ', '').length) return false;
  if (!headingEnd.test(text) || /^[\p{Ll}"“‘]/u.test(text)) return false;
  const larger = lines.every(({ size }) => size >= 1.12 * body);
  const bold = lines.every((line) => line.bold && line.size > 0.93 * body);
  return larger || (bold && lines.length <= 2);
}

type Style = string;

function styleOf({ lines }: Pick<TextBlock, 'lines'>): Style {
  const [first] = lines;
  return `${Math.round((first?.size ?? 0) * 2) / 2}${first?.bold === true ? 'b' : ''}`;
}

/** Larger is higher; the levels that the file gives stand as they are, and the others find their place beside them. */
function headingLevels(blocks: readonly Joined[], body: number): Map<Style, Level> {
  const headings = blocks.flatMap((one) => (one.kind === 'text' && isHeading(one, body) ? [one] : []));
  const told = new Map(
    headings.flatMap((one) => (one.level === null ? [] : [[styleOf(one), one.level as Level]])),
  );
  const lowest = Math.max(0, ...told.values());
  const untold = [...new Set(headings.map(styleOf))].filter((style) => !told.has(style)).toSorted(bySize);
  const levels = new Map(told);
  let next = lowest;
  for (const style of untold) {
    const under = [...told].filter(([other]) => bySize(style, other) <= 0).map(([, level]) => level);
    if (under.length === 0) next += 1;
    levels.set(style, Math.min(6, under.length > 0 ? Math.min(...under) : next) as Level);
  }
  return levels;
}

function bySize(a: Style, b: Style): number {
  return Number.parseFloat(b) - Number.parseFloat(a) || b.length - a.length;
}

function isItem({ role, lines }: Pick<TextBlock, 'role' | 'lines'>): boolean {
  return role === 'item' || ((role === null || role === 'paragraph') && bullet.test(lines[0]?.text ?? ''));
}

function withCaptions(blocks: readonly Joined[], body: number): Joined[] {
  const kept: Joined[] = [];
  for (const block of blocks) {
    const before = kept.at(-1);
    const caption =
      before?.kind === 'text' && isCaption(before, body)
        ? before.lines.map(({ text }) => text).join(' ')
        : null;
    if (block.kind === 'table' && block.caption === null && caption !== null) {
      kept.pop();
      kept.push({ ...block, caption });
    } else kept.push(block);
  }
  return kept;
}

/** "Table 3: …", or a bold line no larger than the text. */
function isCaption(block: Paged, body: number): boolean {
  const [first] = block.lines;
  if (block.role === 'caption') return true;
  if (block.lines.length > 2 || first === undefined) return false;
  return (
    /^table\s+[A-Z]?\d+/i.test(first.text) ||
    (first.size < 1.1 * body && block.level === null && isHeading(block, body))
  );
}

function textPart(
  block: Paged,
  body: number,
  words: ReadonlySet<string>,
  levels: ReadonlyMap<Style, Level>,
): RawPart | null {
  const heading = isHeading(block, body);
  const item = !heading && isItem(block);
  const lines = block.lines.map(({ text, page }, at) => ({
    text:
      item && at === 0
        ? text.replace(bullet, '').replace(block.role === 'item' ? listNumber : /^$/, '')
        : text,
    line: null,
    page,
  }));
  const { text, links, page, breaks } = joinedLines(withLostHyphens(lines, words), words);
  if (text === '') return null;
  if (heading) {
    const level = (block.role === 'heading' && block.level) || levels.get(styleOf(block)) || 2;
    return { kind: 'heading', level: level as Level, ...headingOf(text), line: null, page };
  }
  const turned = breaks?.filter((one, at) => one.page !== (breaks[at - 1]?.page ?? page));
  const kind = item ? 'item' : proseKind(block, text, body);
  const depth = item ? (block.level ?? 1) : 0;
  return {
    kind,
    text,
    links,
    depth,
    line: null,
    page,
    ...(turned !== undefined && turned.length > 0 && { breaks: turned }),
  };
}

/** PDF.js drops the soft hyphens that some programs write where they cut a word; that one was cut shows by the word elsewhere. */
function withLostHyphens<L extends { text: string }>(lines: readonly L[], words: ReadonlySet<string>): L[] {
  return lines.map((line, at) => {
    const start = /(?:^|[\s(“‘])([a-z]{2,})$/i.exec(line.text)?.[1]?.toLowerCase();
    const end = /^[a-z]{2,}/.exec(lines[at + 1]?.text ?? '')?.[0];
    if (start === undefined || end === undefined || !words.has(start + end)) return line;
    return words.has(start) && words.has(end) ? line : { ...line, text: `${line.text}\u00AD` };
  });
}

function proseKind(
  { role, lines }: Paged,
  text: string,
  body: number,
): 'paragraph' | 'quotation' | 'note' | 'contents' {
  if (role === 'contents' || role === 'quotation' || role === 'note') return role;
  if (role === 'caption' || noteSign.test(text)) return 'note';
  if (/^["“]/.test(text) && lines.every(({ size }) => size >= 1.12 * body)) return 'quotation';
  const small = lines.every(({ size }) => size < 0.93 * body);
  if (/^(notes?|source):/i.test(text)) return 'note';
  return small && /^\[?\d{1,2}\]?\s/.test(text) ? 'note' : 'paragraph';
}
