// What every form of the report needs settled before it is drawn, settled once: the same note numbers, the same
// heading levels and the same ids in the web page, the PDF and the Word file.
import { capital } from '../../../kernel/charts/values.ts';
import type { Block, Footnote, Inline, ReportDocument } from '../document.ts';

/**
 * The document as it is read: notes numbered by first mention, notes that nothing mentions left out, no heading level
 * skipped, ids unique, and characters that no file format allows taken out. Throws an Error that names the note when a
 * mark points at none: a figure would have lost its source.
 */
export function inReadingOrder(document: ReportDocument): ReportDocument {
  const clean = mapStrings(document);
  const byNumber = new Map(clean.footnotes.map((footnote) => [footnote.number, footnote]));
  const cited = new Map<number, Footnote>();
  const renumber = (inline: Inline): Inline => {
    if (inline.kind !== 'note') return inline;
    const footnote = byNumber.get(inline.number);
    if (!footnote)
      throw new Error(`The report mentions note ${inline.number}, but it has no note of that number.`);
    const known = cited.get(inline.number) ?? { ...footnote, number: cited.size + 1 };
    cited.set(inline.number, known);
    return { kind: 'note', number: known.number };
  };

  const taken = new Set<string>();
  const unique = (wished: string) => {
    const plain = idFrom(wished);
    let id = plain;
    for (let next = 2; taken.has(id); next += 1) id = `${plain}-${next}`;
    taken.add(id);
    return id;
  };

  const chapters = clean.chapters.map((chapter) => {
    let deepest = 1;
    const id = unique(chapter.id);
    const blocks = chapter.blocks.map((block): Block => {
      if (block.kind !== 'heading') return mapInlines(block, renumber);
      const level = block.level > deepest + 1 ? 2 : block.level;
      deepest = level;
      return { ...block, level, id: unique(block.id) };
    });
    return { ...chapter, id, blocks };
  });
  return { ...clean, chapters, footnotes: [...cited.values()] };
}

function mapInlines(block: Block, change: (inline: Inline) => Inline): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'quotation':
    case 'case-study':
    case 'aside':
      return { ...block, inlines: block.inlines.map(change) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(change)) };
    case 'table':
    case 'chart':
      return { ...block, note: block.note?.map(change) ?? null };
    case 'heading':
      return block;
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
  if (mark === null) return capital(published ?? 'published');
  return document.status === 'withdrawn' && published ? `${mark}. It had been ${published}` : mark;
}

function longDay(day: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${day}T00:00:00Z`));
}

/** How asides are announced, so that tone is never told by colour alone. */
export const asideLabels = { gap: 'What is missing', note: 'Note' } as const;
