// The structure that a tagged PDF gives itself (ISO 32000, 14.8.4): headings, lists, tables and their cells. Read where it covers
// the page; a page that is not tagged, or whose tags say nothing, is read by its layout.
import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { PrintedRow } from '../table-cells.ts';
import type { Block, TextBlock } from './blocks.ts';
import { type Line, lineOf, raised, rowsOf, type Segment, segmentsOf } from './lines.ts';
import type { PageText, Run } from './page-text.ts';
import { joinedCell } from './table-layout.ts';

export type Tree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Node = Tree | Tree['children'][number];

/** Text that the tags leave out is furniture at the most. */
const coveredAtLeast = 0.85;
const inlineRoles = new Set([
  'Span',
  'Link',
  'Reference',
  'Em',
  'Strong',
  'Sub',
  'Annot',
  'Code',
  'Ruby',
  'Warichu',
  'BibEntry',
]);
const blockRoles = new Set([
  'P',
  'H',
  'Title',
  'L',
  'LI',
  'Table',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Figure',
]);
const noteRoles = new Set(['Note', 'FENote']);

/** Null where the page is better read by its layout. */
export function taggedBlocks(page: PageText, tree: Tree): Block[] | null {
  const byMark = Map.groupBy(page.runs, ({ mark }) => mark);
  const reading = new Reading(page.page, byMark);
  reading.walk(tree, { depth: 0, role: null });
  const letters = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.trim().length, 0);
  const all = letters(page.runs);
  if (all === 0 || letters([...reading.used]) < coveredAtLeast * all) return null;
  return reading.blocks.some(saysNothing) ? null : reading.blocks;
}

/** One paragraph for a whole page is no structure. */
function saysNothing(block: Block): boolean {
  if (block.kind === 'table') return false;
  const marked = block.lines.filter(({ text }) => /^[•▪●\uE000-\uF8FF]/.test(text)).length;
  return block.lines.length > 45 || marked > 2;
}

interface Inside {
  depth: number;
  role: TextBlock['role'];
}

class Reading {
  readonly blocks: Block[] = [];
  readonly used = new Set<Run>();
  private readonly page: number;
  private readonly byMark: ReadonlyMap<string | null, Run[]>;

  constructor(page: number, byMark: ReadonlyMap<string | null, Run[]>) {
    this.page = page;
    this.byMark = byMark;
  }

  walk(node: Node, inside: Inside): void {
    if (!('role' in node)) return;
    const { role } = node;
    if (role === 'Table') this.table(node);
    else if (role === 'Figure') this.captionsOf(node);
    else if (role === 'L')
      for (const child of node.children) this.walk(child, { depth: inside.depth + 1, role: 'item' });
    else if (role === 'LI') this.item(node, inside);
    else if (holdsBlocks(node)) this.mixed(node, insideOf(role, inside));
    else this.text(node, insideOf(role, inside));
  }

  private item(node: Tree, inside: Inside): void {
    const isLabel = (child: Node) => 'role' in child && child.role === 'Lbl';
    for (const label of node.children.filter(isLabel)) this.take(label);
    this.mixed({ role: 'LI', children: node.children.filter((child) => !isLabel(child)) }, inside);
  }

  /** Blocks, and words between them: a list item with a list of its own. */
  private mixed(node: Tree, inside: Inside): void {
    let loose: Node[] = [];
    const close = () => {
      if (loose.length > 0) this.text({ role: 'Span', children: loose }, inside);
      loose = [];
    };
    for (const child of node.children) {
      const inline = !('role' in child) || inlineRoles.has(child.role);
      if (inline && !holdsBlocks(child)) loose.push(child);
      else {
        close();
        this.walk(child, inside);
      }
    }
    close();
  }

  private text(node: Tree, inside: Inside): void {
    const notes = below(node, noteRoles);
    const aside = notes.map((note) => linesOf(this.take(note)));
    const lines = linesOf(this.take(node));
    const { role, depth } = inside;
    const level = role === 'heading' ? levelOf(node.role) : role === 'item' ? depth : null;
    this.add(noteRoles.has(node.role) ? 'note' : role, level, lines);
    // A footnote stands in the tags where it is called; it is read after the words it belongs to.
    for (const note of aside) this.add('note', null, note);
  }

  private add(role: TextBlock['role'], level: number | null, lines: readonly Line[]): void {
    this.blocks.push(...this.block(role, level, lines));
  }

  private block(role: TextBlock['role'], level: number | null, lines: readonly Line[]): TextBlock[] {
    return lines.length > 0 ? [{ kind: 'text', role, level, lines, page: this.page }] : [];
  }

  private captionsOf(node: Tree): void {
    for (const child of node.children) {
      if ('role' in child && child.role === 'Caption') this.walk(child, { depth: 0, role: 'caption' });
      else if ('role' in child && child.role === 'Table') this.table(child);
      else this.take(child);
    }
  }

  private table(node: Tree): void {
    const notes = below(node, noteRoles).map((note) => linesOf(this.take(note)));
    const rows = below(node, new Set(['TR'])).map((row) => {
      const cells = row.children.flatMap((cell) =>
        'role' in cell && (cell.role === 'TH' || cell.role === 'TD')
          ? [{ heading: cell.role === 'TH', segments: segmentsOf(this.take(cell)) }]
          : [],
      );
      return cells;
    });
    const caption = below(node, new Set(['Caption']))
      .map((one) => textOf(segmentsOf(this.take(one))))
      .join(' ');
    this.take(node);
    const width = Math.max(0, ...rows.map(({ length }) => length));
    const filled = rows.filter((cells) => cells.some(({ segments }) => segments.length > 0));
    const framed = filled
      .flat()
      .flatMap(({ segments }) => this.block(null, null, rowsOf(segments).map(lineOf)));
    if (width < 2) {
      this.blocks.push(...framed);
      return;
    }
    const starts = columnStarts(filled, width);
    const printed = filled.map((cells) => printedRow(cells, starts, width, this.page));
    const size = filled.flat().find(({ segments }) => segments.length > 0)?.segments[0]?.size ?? 0;
    this.blocks.push({
      kind: 'table',
      caption: caption || null,
      rows: printed,
      page: this.page,
      columns: null,
      size,
      framed,
    });
    for (const note of notes) this.add('note', null, note);
  }

  /** The runs of an element that nothing has taken before; the sign that calls a note is raised. */
  private take(node: Node, calls = false): Run[] {
    if (!('role' in node)) {
      const runs = node.type === 'content' ? (this.byMark.get(node.id) ?? []) : [];
      const fresh = runs.filter((run) => !this.used.has(run));
      for (const run of fresh) this.used.add(run);
      return calls ? fresh.map((run) => ({ ...run, text: raised(run.text) })) : fresh;
    }
    const called = calls || node.role === 'Lbl' || node.role === 'Reference';
    return node.children.flatMap((child) => this.take(child, called));
  }
}

function insideOf(role: string, { depth, role: outer }: Inside): Inside {
  if (/^(H[1-6]?|Title)$/.test(role)) return { depth, role: 'heading' };
  if (role === 'BlockQuote') return { depth, role: 'quotation' };
  if (role === 'Note' || role === 'FENote') return { depth, role: 'note' };
  if (role === 'Caption') return { depth, role: 'caption' };
  if (role === 'TOC' || role === 'TOCI') return { depth, role: 'contents' };
  if (role === 'P' && outer === null) return { depth, role: 'paragraph' };
  return { depth, role: outer };
}

function levelOf(role: string): number | null {
  const digit = /^H([1-6])$/.exec(role)?.[1];
  return digit === undefined ? (role === 'Title' ? 1 : null) : Number(digit);
}

function holdsBlocks(node: Node): boolean {
  if (!('role' in node)) return false;
  return node.children.some(
    (child) => 'role' in child && (isBlock(child.role) || (child.role !== 'Lbl' && holdsBlocks(child))),
  );
}

function isBlock(role: string): boolean {
  return blockRoles.has(role) || /^H[1-6]$/.test(role);
}

/** Elements of these roles under one, not those inside another table. */
function below(node: Tree, roles: ReadonlySet<string>): Tree[] {
  return node.children.flatMap((child) => {
    if (!('role' in child)) return [];
    if (roles.has(child.role)) return [child];
    return child.role === 'Table' ? [] : below(child, roles);
  });
}

/** In the order of the file; words of one line together. */
function linesOf(runs: readonly Run[]): Line[] {
  const lines: Segment[][] = [];
  for (const segment of segmentsOf(runs)) {
    const last = lines.at(-1)?.at(-1);
    const same =
      last !== undefined && Math.abs(last.y - segment.y) < 0.5 * segment.size && segment.x0 > last.x0;
    if (same) lines.at(-1)?.push(segment);
    else lines.push([segment]);
  }
  return lines.map((segments) => lineOf({ y: segments[0]?.y ?? 0, size: segments[0]?.size ?? 0, segments }));
}

function textOf(segments: readonly Segment[]): string {
  return segments.reduce((before, { text }) => joinedCell(before, text), '');
}

interface Cell {
  heading: boolean;
  segments: readonly Segment[];
}

/** Where the columns begin, by the rows that have them all. */
function columnStarts(rows: readonly (readonly Cell[])[], width: number): { x0: number; x1: number }[] {
  const full = rows.filter(({ length }) => length === width);
  return Array.from({ length: width }, (_, column) => {
    const of = full.flatMap((cells) => cells[column]?.segments ?? []);
    return { x0: Math.min(...of.map(({ x0 }) => x0)), x1: Math.max(...of.map(({ x1 }) => x1)) };
  });
}

/** A row with fewer cells has some that reach over several rows or columns; the others are placed by where they stand. */
function printedRow(
  cells: readonly Cell[],
  starts: readonly { x0: number; x1: number }[],
  width: number,
  page: number,
): PrintedRow {
  const placed = Array.from({ length: width }, () => '');
  let next = 0;
  for (const [at, { segments }] of cells.entries()) {
    const spare = width - (cells.length - at);
    const [first] = segments;
    const found =
      cells.length === width || first === undefined
        ? next
        : starts.findIndex(({ x0, x1 }, column) => column >= next && first.x0 < x1 + 1 && first.x1 > x0 - 1);
    const column = Math.min(found === -1 ? next : found, spare);
    placed[column] = textOf(segments);
    next = column + 1;
  }
  const segments = cells.flatMap((cell) => cell.segments);
  return {
    cells: placed,
    line: null,
    page,
    heading: cells.length > 1 && cells.every(({ heading }) => heading),
    bold: segments.length > 0 && segments.every(({ bold }) => bold),
  };
}
