// The small pieces that paragraphs, lists and asides of the report are put together from.
import type { Block, Inline } from '../document.ts';

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const strong = (words: string): Inline => ({ kind: 'strong', text: words });
/** Words that carry the mark of a footnote and lead to its record. */
export const cited = (words: string, number: number): Inline => ({ kind: 'cited', text: words, number });

export function paragraph(...inlines: Inline[]): Block {
  return { kind: 'paragraph', inlines };
}

export function aside(tone: 'gap' | 'note', ...inlines: Inline[]): Block {
  return { kind: 'aside', tone, inlines };
}

/** One sentence is a paragraph; several are a list. */
export function listOf(items: Inline[][]): Block[] {
  const [only] = items;
  if (only === undefined) return [];
  return [items.length === 1 ? { kind: 'paragraph', inlines: only } : { kind: 'list', items }];
}
