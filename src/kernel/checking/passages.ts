// A document sentence by sentence, each with the days and periods it names: what most rules about time and words read.
import { isProse, type Prose, type ReadDocument } from '../reading/document.ts';
import { sentencesIn } from '../reading/language/sentences.ts';
import { type TimeSpan, timesIn } from '../reading/language/times.ts';

export interface Passage {
  part: Prose;
  text: string;
  /** Where it begins in the text of its part. */
  from: number;
  /** Offsets are those of `text`, not of the part. */
  times: readonly TimeSpan[];
}

const passagesOfDocument = new WeakMap<ReadDocument, readonly Passage[]>();

/** Every sentence of the prose in order, the table of contents apart. */
export function passagesIn(document: ReadDocument): readonly Passage[] {
  const known = passagesOfDocument.get(document);
  if (known) return known;
  const passages = document.parts.flatMap((part) =>
    isProse(part) && part.kind !== 'contents' ? sentencesOf(part) : [],
  );
  passagesOfDocument.set(document, passages);
  return passages;
}

/** The partnership's own sentences: no quotation, no story of a child. */
export function ownPassagesIn(document: ReadDocument): readonly Passage[] {
  return passagesIn(document).filter(({ part }) => part.voice === 'own' && part.kind !== 'quotation');
}

/** The sentence after this one in the same part; '' where it is the last. */
export function sentenceAfter({ part, from, text }: Passage): string {
  const rest = part.text.slice(from + text.length).trimStart();
  return sentencesIn(rest)[0]?.text ?? '';
}

function sentencesOf(part: Prose): Passage[] {
  // A time without a figure has no year; most texts have none, and looking costs.
  const times = /\d/.test(part.text) ? timesIn(part.text) : [];
  return sentencesIn(part.text).map(({ text, from, to }) => ({
    part,
    text,
    from,
    times: times
      .filter((span) => span.from >= from && span.to <= to)
      .map((span) => ({ ...span, from: span.from - from, to: span.to - from })),
  }));
}
