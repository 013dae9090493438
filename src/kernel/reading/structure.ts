// What follows from the order of the parts, whatever file they came from: which heading each stands under, which lines are the
// table of contents, whose words they are and whether they tell what was, what is meant, or what others did. And what the
// document says of itself: title, period, publication, edition of Working Together.
import type { Heading, Part, Prose, ReadDocument, TablePart } from './document.ts';
import { aboutItself } from './structure/about-itself.ts';
import { withContents } from './structure/contents-list.ts';
import { stances } from './structure/stance.ts';
import { withCaptions } from './structure/captions.ts';
import { voices } from './structure/voice.ts';

/** A part as a format's reader gives it, in order. */
export type RawPart =
  | Pick<Heading, 'kind' | 'level' | 'number' | 'text' | 'line' | 'page' | 'breaks'>
  | Pick<Prose, 'kind' | 'text' | 'links' | 'depth' | 'number' | 'names_page' | 'line' | 'page' | 'breaks'>
  | Pick<TablePart, 'kind' | 'caption' | 'header' | 'rows' | 'total' | 'line' | 'page'>;

/** Puts the parts of a file together. `title`: what the format itself gives as the title, if any. */
export function documentOf(
  name: string,
  parts: readonly RawPart[],
  more: { pages: number | null; title?: string | null },
): ReadDocument {
  const placed = inSections(withCaptions(withContents(parts)));
  const stance = stances(placed);
  const voice = voices(placed);
  const all = placed.map(
    (part, at): Part =>
      part.kind === 'heading' || part.kind === 'table'
        ? part
        : { ...part, voice: voice[at] ?? 'own', stance: stance[at] ?? 'fact' },
  );
  return {
    of: 'document',
    name,
    ...aboutItself(all, more.title ?? null),
    pages: more.pages,
    words: all.reduce((sum, part) => sum + wordCount(part), 0),
    parts: all,
    names: [],
  };
}

/** A part with its place, before it is known whose words it is. */
export type PlacedPart = Heading | TablePart | Omit<Prose, 'voice' | 'stance'>;

function inSections(parts: readonly RawPart[]): PlacedPart[] {
  const open: { at: number; level: number }[] = [];
  return parts.map((part, at) => {
    if (part.kind === 'heading') while ((open.at(-1)?.level ?? 0) >= part.level) open.pop();
    const section = open.at(-1)?.at ?? null;
    if (part.kind === 'heading') open.push({ at, level: part.level });
    return { ...part, at, section, ref: null, path: null };
  });
}

function wordCount(part: Part): number {
  const texts =
    part.kind === 'table'
      ? [
          part.caption ?? '',
          ...part.header,
          ...part.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
        ]
      : [part.text];
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0), 0);
}
