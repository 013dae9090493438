// A number the document gives twice, for the same thing and the same time, with two values. Only where one sentence says in
// nearly the same words what the other says, so that a different area, group or time keeps the rule silent.
import { headingsOver, type ReadDocument } from '../reading/document.ts';
import type { Quantity } from '../reading/language/quantities.ts';
import { timesIn } from '../reading/language/times.ts';
import { contentWords, shareIn } from './content-words.ts';
import type { Finding } from './finding.ts';
import type { FigureSentence } from './printed-figures.ts';
import { findingAt, quoteAround, whereOf } from './rule.ts';

interface Stated {
  sentence: FigureSentence;
  figure: Quantity;
  words: ReadonlySet<string>;
}

/** More values than this for one thing are a form that each section fills in anew, not a statement made twice. */
const most = 2;

export function statedTwice(
  rule: string,
  document: ReadDocument,
  sentences: readonly FigureSentence[],
): Finding[] {
  const byThing = new Map<string, Stated[]>();
  for (const sentence of sentences) {
    const words = contentWords(sentence.text, 'any');
    if (words.size < 4) continue;
    for (const figure of sentence.figures) {
      const key = keyOf(sentence, figure);
      if (key) byThing.set(key, [...(byThing.get(key) ?? []), { sentence, figure, words }]);
    }
  }
  return [...byThing.values()].flatMap((stated) => {
    const values = new Set(stated.map(({ figure }) => figure.value));
    const pair = values.size > most ? null : contradiction(document, stated);
    return pair ? [describe(rule, document, ...pair)] : [];
  });
}

function keyOf({ text }: FigureSentence, { kind, phrase, qualifier, per, outOf }: Quantity): string | null {
  const thing = [...contentWords(phrase, 'any')].sort();
  if (qualifier !== 'exactly' || thing.length === 0 || outOf !== null || kind === 'times') return null;
  const when = timesIn(text).map(({ from_on, to_on }) => `${from_on} ${to_on}`);
  return [kind, per, thing.join(' '), ...when].join('|');
}

function contradiction(document: ReadDocument, stated: readonly Stated[]): [Stated, Stated] | null {
  for (const [at, first] of stated.entries())
    for (const second of stated.slice(at + 1))
      if (contradict(first, second) && !parallel(document, first, second)) return [first, second];
  return null;
}

/**
 * Under headings of the same words ("What we did" in each chapter), or of one series ("Priority 1", "Priority 2"), each
 * section counts its own.
 */
function parallel(document: ReadDocument, first: Stated, second: Stated): boolean {
  const [ofFirst, ofSecond] = [first, second].map(({ sentence }) => headingsOver(document, sentence.part));
  return (ofFirst ?? []).some((a) =>
    (ofSecond ?? []).some(
      (b) => a !== b && a.level === b.level && (a.text === b.text || ofOneSeries(a.text, b.text)),
    ),
  );
}

function ofOneSeries(a: string, b: string): boolean {
  const series = /^(\p{L}+) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
  const [first, second] = [series.exec(a)?.[1], series.exec(b)?.[1]];
  return first !== undefined && first.toLowerCase() === second?.toLowerCase();
}

function contradict(first: Stated, second: Stated): boolean {
  const [a, b] = [first.sentence, second.sentence];
  if (first.figure.value === second.figure.value || a.part === b.part) return false;
  // Entries of one list each count their own.
  if (a.part.section === b.part.section && a.part.kind === 'item' && b.part.kind === 'item') return false;
  const [shorter, longer] = first.words.size <= second.words.size ? [first, second] : [second, first];
  if (shorter.sentence.figures.length > 1 && a.figures.length !== b.figures.length) return false;
  // The longer one may hold the other's number too ("from 28 to 95").
  if (longer.sentence.figures.some(({ value }) => value === shorter.figure.value)) return false;
  return (
    shorter.words.size >= 5 &&
    shareIn(shorter.words, longer.words) >= 0.9 &&
    longer.words.size <= 3 * shorter.words.size
  );
}

function describe(rule: string, document: ReadDocument, first: Stated, second: Stated): Finding {
  const { sentence, figure } = second;
  const other = first.sentence;
  const quoted = quoteAround(
    other.part.text,
    other.from + first.figure.from,
    other.from + first.figure.to,
    120,
  );
  return findingAt(rule, document, sentence.part, {
    severity: 'medium',
    confidence: 0.7,
    message:
      `It says ${figure.raw} here, and ${first.figure.raw} in “${whereOf(document, other.part)}”: “${quoted}” ` +
      'Either one of them is mistaken, or they are about different times or groups, which the words could say.',
    mend: 'Check both against the source, and print the same number in both places.',
    detail: `twice ${first.figure.value} ${figure.value} ${figure.phrase}`,
    from: sentence.from + figure.from,
    to: sentence.from + figure.to,
  });
}
