// What every form of the report needs settled before it is drawn, settled once: the same note numbers, the same
// heading levels and the same ids in the web page, the PDF and the Word file.
import { capital } from '../../../kernel/charts/values.ts';
import type { Block, Chapter, Footnote, Inline, Picture, ReportDocument } from '../document.ts';

/**
 * The document as it is read: notes numbered by first mention, notes that nothing mentions left out, no heading level
 * skipped, ids unique, and characters that no file format allows taken out. Throws an Error that names the note when a
 * mark points at none: a figure would have lost its source.
 */
export function inReadingOrder(document: ReportDocument): ReportDocument {
  const clean = mapStrings(document);
  const byNumber = new Map(clean.footnotes.map((footnote) => [footnote.number, footnote]));
  const cited = new Map<number, Footnote>();
  const renumber = (number: number): number => {
    const footnote = byNumber.get(number);
    if (!footnote) throw new Error(`The report mentions note ${number}, but it has no note of that number.`);
    const known = cited.get(number) ?? { ...footnote, number: cited.size + 1 };
    cited.set(number, known);
    return known.number;
  };

  const taken = new Set<string>();
  const unique = (wished: string) => {
    const plain = idFrom(wished);
    let id = plain;
    for (let next = 2; taken.has(id); next += 1) id = `${plain}-${next}`;
    taken.add(id);
    return id;
  };

  const settled = (blocks: readonly Block[]) => {
    let deepest = 1;
    return blocks.map((block): Block => {
      if (block.kind !== 'heading') return renumbered(block, renumber);
      const level = block.level > deepest + 1 ? 2 : block.level;
      deepest = level;
      return { ...block, level, id: unique(block.id) };
    });
  };

  const paper = clean.paper && {
    ...clean.paper,
    above_title: settled(clean.paper.above_title),
    below_title: settled(clean.paper.below_title),
  };
  const chapters = clean.chapters.map((chapter) => {
    const id = unique(chapter.id);
    return { ...chapter, id, blocks: settled(chapter.blocks) };
  });
  return { ...clean, chapters, footnotes: [...cited.values()], ...(paper && { paper }) };
}

function renumbered(block: Block, renumber: (number: number) => number): Block {
  const change = (inline: Inline): Inline =>
    'number' in inline ? { ...inline, number: renumber(inline.number) } : inline;
  switch (block.kind) {
    case 'paragraph':
    case 'quotation':
    case 'case-study':
    case 'aside':
      return { ...block, inlines: block.inlines.map(change) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(change)) };
    case 'table':
    case 'chart': {
      // The rows are read before the note beneath them.
      const rows = block.row_notes?.map((number) => number && renumber(number));
      const note = block.note?.map(change) ?? null;
      return rows ? { ...block, row_notes: rows, note } : { ...block, note };
    }
    case 'heading':
    case 'ticks':
    case 'picture':
      return block;
  }
}

export interface Beside {
  kind: 'beside';
  picture: Picture;
  blocks: Block[];
}

/** The blocks, with those that stand beside a picture gathered under it. */
export function besidePictures(blocks: readonly Block[]): (Block | Beside)[] {
  const placed: (Block | Beside)[] = [];
  for (const block of blocks) {
    const last = placed.at(-1);
    if (block.kind === 'picture' && block.beside) placed.push({ kind: 'beside', picture: block, blocks: [] });
    else if (last?.kind === 'beside' && block.kind !== 'picture') last.blocks.push(block);
    else placed.push(block);
  }
  return placed;
}

/** How wide a picture is shown, where it may be so wide and so high. */
export function shownWidth({ width, height }: Picture, widest: number, highest: number): number {
  return Math.min(widest, (highest * width) / height);
}

/** For forms on paper, where words that stand for a record lead nowhere: the words, then the mark. */
export function onPaper(inlines: readonly Inline[]): Exclude<Inline, { kind: 'cited' }>[] {
  return inlines.flatMap((inline) =>
    inline.kind === 'cited'
      ? [
          { kind: 'text' as const, text: inline.text },
          { kind: 'note' as const, number: inline.number },
        ]
      : [inline],
  );
}

/** Characters on a full page, notes included; each block takes the room of some more. */
const fullPage = 3400;
const blockRoom = 120;
/** A chapter from about this length on is one that people look for. */
const longChapter = 1.5 * fullPage;

/** Lines on the contents page. */
const contentsLines = 44;

/** Sub-headings join the chapters in the contents while one page holds them all. */
export function contentsDepth({ chapters, type_size }: ReportDocument): 1 | 2 {
  if (type_size === 'large') return 1;
  const headings = chapters.flatMap(({ blocks }) =>
    blocks.filter((b) => b.kind === 'heading' && b.level === 2),
  );
  return chapters.length + headings.length <= contentsLines ? 2 : 1;
}

/** The chapter that is one page long, and set more tightly so that it is. */
export const summaryId = 'summary';

/**
 * Whether a chapter begins a page on paper: long chapters and those of priorities do, and the summary has its page to
 * itself; the others follow the one before them.
 */
export function startsPage(chapter: Chapter, before: Chapter | undefined): boolean {
  if (!before || [before.id, chapter.id].includes(summaryId) || chapter.id.startsWith('priority-'))
    return true;
  return chapter.blocks.reduce((sum, block) => sum + roomOf(block), 0) > longChapter;
}

function roomOf(block: Block): number {
  const room = (of: readonly Inline[]) =>
    of.reduce((sum, inline) => sum + (inline.kind === 'note' ? 90 : inline.text.length), 0);
  switch (block.kind) {
    case 'heading':
    case 'ticks':
      return blockRoom;
    case 'chart':
    case 'picture':
      return fullPage / 2;
    case 'table':
      return blockRoom + block.rows.flat().join(' ').length * 1.5 + block.rows.length * 60;
    case 'list':
      return block.items.reduce((sum, item) => sum + room(item) + 60, 0);
    case 'paragraph':
    case 'quotation':
    case 'case-study':
    case 'aside':
      return room(block.inlines) + blockRoom;
  }
}

/** The ids of chapters and headings share the page with our own, which all start with `part-` or `note-`. */
function idFrom(wished: string): string {
  const plain = wished.replace(/[^A-Za-z0-9_-]+/g, '-');
  return /^(part|note)-|^$/.test(plain) ? `section-${plain}` : plain;
}

/** Control characters and half surrogates are in no one's words; XML and PDF refuse them. */
const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Almost all text is free of them, which this finds out ten times faster. */
const suspect = /[^\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]/;

function mapStrings<T>(value: T): T {
  if (typeof value === 'string') return (suspect.test(value) ? value.replace(forbidden, ' ') : value) as T;
  if (Array.isArray(value)) return value.map(mapStrings) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = mapStrings(inner);
  return copy as T;
}

/** What stands in sight wherever the report is not the published one; null for a published report. */
export function statusMark(document: ReportDocument): string | null {
  if (document.status === 'draft') return 'Draft: not yet signed off';
  if (document.status === 'withdrawn') return 'Withdrawn';
  return null;
}

/** "Published 9 October 2024", or the mark. */
export function statusLine(document: ReportDocument): string {
  const mark = statusMark(document);
  const published = document.published_on === null ? null : `published ${longDay(document.published_on)}`;
  if (mark === null) return document.paper?.standing ?? capital(published ?? 'published');
  return document.status === 'withdrawn' && published ? `${mark}. It had been ${published}` : mark;
}

function longDay(day: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${day}T00:00:00Z`));
}

/** How a box is printed; a reader's voice says the rest. */
export const tickBoxes = { ticked: '☒', empty: '☐' } as const;

/** How asides are announced, so that tone is never told by colour alone. */
export const asideLabels = { gap: 'What is missing', note: 'Note' } as const;
