// Words that are left out of a record before it is given to somebody: where they stand, how they are taken out, and which
// names a person should look at. The words are really gone: what is given holds a mark of one length in their place. Pure.

import { type Place, placesOf } from '../passages.ts';

/** A place in the text of a field. */
export interface Span extends Place {
  field: string;
}

export interface FieldText {
  field: string;
  label: string;
  text: string;
}

/** A piece of a text, or null where words are left out. */
export type Piece = string | null;

/** Every place where one of the passages stands, in any case of letters; and the passages that stand nowhere. */
export function spansOf(
  passages: readonly string[],
  fields: readonly FieldText[],
): { spans: Span[]; missing: string[] } {
  const spans: Span[] = [];
  const missing: string[] = [];
  for (const passage of passages) {
    const found = fields.flatMap(({ field, text }) =>
      placesOf(passage, text).map((place) => ({ field, ...place })),
    );
    if (found.length === 0) missing.push(passage);
    spans.push(...found);
  }
  return { spans, missing };
}

/** The text of a field in pieces. Spans that meet or overlap, or that only white space parts, become one mark. */
export function piecesOf({ field, text }: FieldText, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of merged(
    spans.filter((span) => span.field === field),
    text,
  )) {
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(null);
    at = to;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

function merged(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && text.slice(last.to, span.from).trim() === '')
      last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** Somebody who is not the person the records are about. */
export interface OtherPerson {
  name: string;
  who: 'child' | 'professional';
}

export interface Proposal extends Span {
  words: string;
  who: OtherPerson['who'];
}

/** Where others are named: by their whole name, or by the family name alone. For a person to look at, never to decide. */
export function othersNamed(others: readonly OtherPerson[], fields: readonly FieldText[]): Proposal[] {
  const proposals: Proposal[] = [];
  for (const { name, who } of others) {
    const plain = name.replace(/^(Dr|Mr|Mrs|Ms|Miss|Professor|Prof)\.?\s+/u, '');
    const family = plain.split(/\s+/).at(-1) ?? '';
    const sought = [plain, ...(family !== plain && family.length > 3 ? [family] : [])];
    for (const { field, text } of fields) {
      for (const words of sought) {
        for (const { from, to } of placesOf(words, text, { whole: true })) {
          if (!proposals.some((p) => p.field === field && p.from <= from && p.to >= to))
            proposals.push({ field, from, to, words: text.slice(from, to), who });
        }
      }
    }
  }
  return proposals.toSorted((a, b) => a.field.localeCompare(b.field) || a.from - b.from);
}
