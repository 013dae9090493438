// Where things are named in a document, by the names on record and by those its own text has: a word within such a name says
// nothing by itself ("More in Common" compares nothing, and nobody in "Oliver House" is called Oliver).
import type { ReadDocument } from '../reading/document.ts';
import { namesIn } from '../reading/language/names.ts';
import { knownNamesIn } from './known-names.ts';
import { textsIn } from './texts.ts';

export interface NamedPlace {
  from: number;
  to: number;
}

const held = new WeakMap<ReadDocument, ReadonlyMap<number, readonly NamedPlace[]>>();

/** By `at` of the part. */
export function namedPlaces(document: ReadDocument): ReadonlyMap<number, readonly NamedPlace[]> {
  const known = held.get(document);
  if (known) return known;
  const places = new Map<number, NamedPlace[]>();
  const add = (at: number, { from, to }: NamedPlace) => {
    const there = places.get(at);
    if (there) there.push({ from, to });
    else places.set(at, [{ from, to }]);
  };
  for (const { mentions } of namesIn(document))
    for (const mention of mentions) if (mention.part.kind !== 'table') add(mention.part.at, mention);
  if (document.names.length > 0)
    for (const piece of textsIn(document))
      if (piece.cell === null) for (const found of knownNamesIn(document, piece)) add(piece.part.at, found);
  held.set(document, places);
  return places;
}

/** Whether a stretch of a text lies within one of the places. */
export function liesIn(places: readonly NamedPlace[], from: number, to: number): boolean {
  return places.some((place) => place.from <= from && to <= place.to);
}
