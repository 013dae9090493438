// Every text of a document with the place it stands in: headings, prose, captions and cells of tables.
import type { Part, ReadDocument } from '../document.ts';

export interface PlacedText {
  text: string;
  part: Part;
  /** In a table: row (-1 for its header) and column; null for a caption and everything else. */
  cell: { row: number; column: number } | null;
}

const textsOf = new WeakMap<ReadDocument, readonly PlacedText[]>();

export function documentTexts(document: ReadDocument): readonly PlacedText[] {
  const known = textsOf.get(document);
  if (known) return known;
  const texts = document.parts.flatMap(partTexts);
  textsOf.set(document, texts);
  return texts;
}

function partTexts(part: Part): PlacedText[] {
  if (part.kind !== 'table') return [{ text: part.text, part, cell: null }];
  const texts: PlacedText[] = part.caption ? [{ text: part.caption, part, cell: null }] : [];
  const add = (text: string, row: number, column: number) => {
    if (text !== '') texts.push({ text, part, cell: { row, column } });
  };
  part.header.forEach((label, column) => add(label, -1, column));
  part.rows.forEach(({ cells }, row) => cells.forEach(({ text }, column) => add(text, row, column)));
  return texts;
}
