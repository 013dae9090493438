// Finds the names on record in a text: the canonical ones, the short forms that may be used, and those that may not. One
// index over all names by their first word, so a text is read once however many names there are.
import type { KnownName } from '../evidence/evidence.ts';
import type { ReadDocument } from '../reading/document.ts';
import { type Word, wordsIn } from '../reading/language/words.ts';
import type { PieceOfText } from './texts.ts';

interface Naming {
  known: KnownName;
  /** The name as the register writes it. */
  name: string;
  standing: 'canonical' | 'allowed' | 'not-allowed';
}

export interface NameFound {
  naming: Naming;
  from: number;
  to: number;
}

interface Phrase {
  words: string[];
  naming: Naming;
}

type NameIndex = Map<string, Phrase[]>;

const indexes = new WeakMap<ReadDocument, NameIndex>();

/** From left to right, always the longest that fits, never overlapping. */
export function knownNamesIn(document: ReadDocument, { text }: PieceOfText): NameFound[] {
  const index = indexOf(document);
  const words = wordsIn(text);
  const found: NameFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const candidates = word && (index.get(word.norm) ?? index.get(word.bare));
    const phrase = candidates?.find((candidate) => fits(words, at, candidate.words));
    if (!word || !phrase) continue;
    at += phrase.words.length - 1;
    found.push({ naming: phrase.naming, from: word.from, to: words[at]?.to ?? text.length });
  }
  return found;
}

function fits(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  const last = phrase.length - 1;
  return phrase.every((part, i) => {
    const word = words[at + i];
    return word !== undefined && (word.norm === part || (i === last && word.bare === part));
  });
}

function indexOf(document: ReadDocument): NameIndex {
  const known = indexes.get(document);
  if (known) return known;
  const index = buildIndex(document.names);
  indexes.set(document, index);
  return index;
}

const strength = { canonical: 0, allowed: 1, 'not-allowed': 2 } as const;

function buildIndex(names: readonly KnownName[]): NameIndex {
  const byPhrase = new Map<string, Phrase>();
  const add = (naming: Naming) => {
    const words = wordsIn(naming.name).map((word) => word.norm);
    if (words.length === 0) return;
    // A name that is right for one thing and wrong for another is not called wrong: the text does not say which is meant.
    const held = byPhrase.get(words.join(' '));
    if (held && strength[held.naming.standing] <= strength[naming.standing]) return;
    byPhrase.set(words.join(' '), { words, naming });
  };
  for (const known of names) {
    add({ known, name: known.name, standing: 'canonical' });
    for (const { name, allowed } of known.others)
      add({ known, name, standing: allowed ? 'allowed' : 'not-allowed' });
  }
  const index = Map.groupBy(byPhrase.values(), ({ words }) => words[0] ?? '');
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}
