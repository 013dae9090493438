// Lines of plain text put together as blocks: a heading, a table, an item of a list, a paragraph. Blank lines part them, and so
// do the marks at the beginning of a line; a sentence that a page cut in two is joined again.
import type { Heading } from '../document.ts';
import { leadsToPage } from './leaders.ts';
import { goesOn, startsAnew } from './broken-sentences.ts';
import type { PrintedLine } from './printed-lines.ts';

export type Block = HeadingBlock | TableBlock | TextBlock;

interface HeadingBlock {
  kind: 'heading';
  level: Heading['level'];
  lines: PrintedLine[];
}

export interface TableBlock {
  kind: 'table';
  lines: { cells: string[]; line: number; page: number | null; heading: boolean }[];
}

export interface TextBlock {
  kind: 'item' | 'paragraph' | 'quotation' | 'note';
  /** The mark at its beginning is not in it. */
  lines: PrintedLine[];
  /** Of an item, from 1; else 0. */
  depth: number;
  /** "4" of "4. The partnership …", where no bullet stands before it. */
  number: string | null;
}

export function blocksOf(lines: readonly PrintedLine[]): Block[] {
  const writing = new Blocks(lines);
  for (const at of lines.keys()) writing.add(at);
  return writing.blocks.map((block) =>
    block.kind === 'table' && block.lines.length < 2 ? asParagraph(block) : block,
  );
}

class Blocks {
  readonly blocks: Block[] = [];
  private blank = true;
  /** How far the items of the list in hand are indented, the outermost first. */
  private indents: number[] = [];
  private readonly lines: readonly PrintedLine[];
  private readonly counted: ReadonlySet<number>;
  private readonly width: number;

  constructor(lines: readonly PrintedLine[]) {
    this.lines = lines;
    this.counted = countedLines(lines);
    this.width = wrapWidth(lines);
  }

  add(at: number): void {
    const line = this.lines[at];
    if (line === undefined) return;
    const before = this.blocks.at(-1);
    if (line.text === '') this.blank = true;
    else if (isUnderline(line.text)) {
      if (!this.blank && before?.kind === 'paragraph') this.underline(before, line.text);
      this.blank = true;
    } else {
      const cells = cellsOf(line.text);
      const alone = cells?.filter((cell) => cell.trim() !== '').length === 1 && before?.kind !== 'table';
      if (cells === null || (alone && cellsOf(this.lines[at + 1]?.text ?? '') === null))
        this.addText(line, this.counted.has(at));
      else this.addRow(line, cells);
      this.blank = false;
    }
  }

  /** A line of === or --- makes a heading of the one line over it. */
  private underline(before: TextBlock, ruler: string): void {
    if (before.lines.length > 1) return;
    this.blocks[this.blocks.length - 1] = {
      kind: 'heading',
      level: ruler.trim().startsWith('=') ? 1 : 2,
      lines: before.lines,
    };
  }

  private addRow({ line, page }: PrintedLine, cells: string[]): void {
    const row = { cells, line, page, heading: false };
    const before = this.blocks.at(-1);
    const table = before?.kind === 'table' && !this.blank ? before : null;
    if (cells.every((cell) => /^:?-{2,}:?$/.test(cell.trim()))) {
      for (const row of table?.lines ?? []) row.heading = true;
    } else if (table) table.lines.push(row);
    else this.blocks.push({ kind: 'table', lines: [row] });
  }

  private addText(line: PrintedLine, counted: boolean): void {
    const heading = /^\s{0,3}(#{1,6})\s+(?=\S)/.exec(line.text);
    const before = this.blocks.at(-1);
    if (heading) {
      const level = (heading[1]?.length ?? 1) as Heading['level'];
      this.blocks.push({
        kind: 'heading',
        level,
        lines: [{ ...line, text: line.text.slice(heading[0].length) }],
      });
      this.indents = [];
      return;
    }
    const block = this.textBlock(line, counted);
    const joins =
      before !== undefined &&
      before.kind !== 'heading' &&
      before.kind !== 'table' &&
      (block.kind === 'paragraph' || (block.kind === 'quotation' && before.kind === 'quotation')) &&
      (this.blank
        ? block.kind === 'paragraph' && goesOn(before.lines, line)
        : !startsAnew(before.lines, line, this.width));
    if (joins) before.lines.push(...block.lines);
    else this.blocks.push(block);
    if (block.kind !== 'item' && !joins) this.indents = [];
  }

  private textBlock(line: PrintedLine, counted: boolean): TextBlock {
    const quoted = /^\s*>\s?/.exec(line.text);
    if (quoted) return textBlock('quotation', { ...line, text: line.text.slice(quoted[0].length) });
    const note = /^\s*\[\^\w+\]:\s*/.exec(line.text);
    if (note) return textBlock('note', { ...line, text: line.text.slice(note[0].length) });
    const mark = itemMark(line.text, counted);
    if (mark === null) return textBlock('paragraph', line);
    return {
      kind: 'item',
      lines: [{ ...line, text: line.text.slice(mark.length) }],
      depth: this.depthAt(mark.indent),
      number: mark.number,
    };
  }

  private depthAt(indent: number): number {
    while ((this.indents.at(-1) ?? -1) > indent) this.indents.pop();
    if ((this.indents.at(-1) ?? -2) + 1 < indent || this.indents.length === 0) this.indents.push(indent);
    return this.indents.length;
  }
}

function textBlock(kind: TextBlock['kind'], line: PrintedLine): TextBlock {
  return { kind, lines: [line], depth: 0, number: null };
}

/** One row alone is a line with a gap in it. */
function asParagraph({ lines }: TableBlock): TextBlock {
  const plain = lines.map(({ cells, line, page }) => ({ text: cells.join(' ').trim(), line, page }));
  return { kind: 'paragraph', lines: plain, depth: 0, number: null };
}

const bullet = /^[\s\u00A0]*(?:[-–—•●○▪■□◦‣⁃·»➢➤*]|o(?=\s+["“‘(]?[A-Z0-9]))[\s\u00A0]+(?=\S)/;
const numeral =
  /^[\s\u00A0]*(?:(\d{1,3})[.)]|\((\d{1,3}|[a-z]|[ivx]{2,4})\)|([a-z]|[ivx]{2,4})[.)])[\s\u00A0]+(?=\S)/;
const bareNumeral = /^[\s\u00A0]*(\d{1,3})[\s\u00A0]+(?=["“‘(]?[A-Z])/;

interface ItemMark {
  length: number;
  indent: number;
  number: string | null;
}

/** The bullet or number before an item, or both; null where the line is no item. */
function itemMark(text: string, counted: boolean): ItemMark | null {
  const indent = /^[\s\u00A0]*/.exec(text)?.[0].length ?? 0;
  // Two bullets in a row are a bullet inside a bullet, which a converter put on one line.
  const outer = bullet.exec(text)?.[0].length ?? 0;
  const inner = outer > 0 ? (bullet.exec(text.slice(outer))?.[0].length ?? 0) : 0;
  const rest = text.slice(outer + inner);
  const match = numeral.exec(rest) ?? (counted ? bareNumeral.exec(rest) : null);
  if (outer === 0 && match === null) return null;
  return {
    length: outer + inner + (match?.[0].length ?? 0),
    indent: indent + (inner > 0 ? 2 : 0),
    number: outer > 0 ? null : (match?.[1] ?? match?.[2] ?? match?.[3] ?? null),
  };
}

/** Lines that begin with a bare number ("11 The partnership …") where the ones before or after count on. */
function countedLines(lines: readonly PrintedLine[]): Set<number> {
  const found = lines.flatMap(({ text }, at) => {
    const marked = bullet.exec(text)?.[0].length ?? 0;
    const number = bareNumeral.exec(text.slice(marked))?.[1];
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  return new Set(
    found
      .filter(
        ({ number }, index) =>
          found[index - 1]?.number === number - 1 || found[index + 1]?.number === number + 1,
      )
      .map(({ at }) => at),
  );
}

/** The cells of a row of a table; null where the line is none. A tab after a bullet or before a page number makes no cell. */
function cellsOf(text: string): string[] | null {
  if (/^\s*\|.*\|/.test(text)) {
    const inner = text
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '');
    return inner.split(/(?<!\\)\|/);
  }
  if (!text.trimStart().includes('\t') || leadsToPage(text)) return null;
  const mark = itemMark(text, true)?.length ?? 0;
  const rest = text.slice(mark);
  return mark > 0 && !rest.includes('\t') ? null : text.split('\t');
}

function isUnderline(text: string): boolean {
  return /^\s*([-=_*])(\s*\1){2,}\s*$/.test(text);
}

/** How wide the lines are where every paragraph is broken at a margin; Infinity where a paragraph is one line. */
function wrapWidth(lines: readonly PrintedLine[]): number {
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  return wide > 140 || lengths.length < 4 ? Number.POSITIVE_INFINITY : wide;
}
