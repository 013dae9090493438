// The sentences of a document that print figures, each with its figures. Reckoned with by the rules of arithmetic, whatever
// the sentence claims; what others say in their own words, and lines of the contents, are left out.
import { isProse, type Prose, type ReadDocument } from '../reading/document.ts';
import { type Quantity, quantitiesIn } from '../reading/language/quantities.ts';
import { sentencesIn } from '../reading/language/sentences.ts';

export interface FigureSentence {
  part: Prose;
  text: string;
  /** Where it begins in the text of its part. */
  from: number;
  /** Their offsets are those in the sentence. */
  figures: readonly Quantity[];
}

const held = new WeakMap<ReadDocument, readonly FigureSentence[]>();

/** In the order of the document. */
export function sentencesWithFigures(document: ReadDocument): readonly FigureSentence[] {
  const known = held.get(document);
  if (known) return known;
  const found = document.parts.flatMap((part) => (isProse(part) && isOwn(part) ? sentencesOf(part) : []));
  held.set(document, found);
  return found;
}

export function isOwn({ kind, voice }: Prose): boolean {
  return voice === 'own' && (kind === 'paragraph' || kind === 'item' || kind === 'note');
}

function sentencesOf(part: Prose): FigureSentence[] {
  const figures = quantitiesIn(part.text);
  if (figures.length === 0) return [];
  return sentencesIn(part.text).flatMap(({ text, from, to }) => {
    const inside = figures
      .filter((figure) => figure.from >= from && figure.to <= to)
      .map((figure) => ({ ...figure, from: figure.from - from, to: figure.to - from }));
    return inside.length === 0 ? [] : [{ part, text, from, figures: inside }];
  });
}

/** "about 45%" may be rounded ten times more coarsely than it prints; "over 45%" only bounds it. */
export function agrees(printed: Quantity, lowest: number, highest: number, half: number): boolean {
  const spare = (printed.qualifier === 'about' ? 10 : 1) * half;
  switch (printed.qualifier) {
    case 'more-than':
    case 'at-least':
      return highest >= printed.value - spare && lowest <= printed.value + 10 * Math.max(spare, half);
    case 'fewer-than':
    case 'up-to':
      return lowest <= printed.value + spare && highest >= printed.value - 10 * Math.max(spare, half);
    case 'about':
    case 'exactly':
      return highest >= printed.value - spare && lowest <= printed.value + spare;
  }
}
