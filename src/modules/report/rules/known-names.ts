// Finds the known names of a year in a text: the canonical ones, the short forms that may be used, and those that may
// not. One index over all names by their first word, so a text is read once however many names there are.
import type { KnownName } from '../../../kernel/evidence/evidence.ts';
import type { Composition } from '../composition.ts';
import { type TextPiece, type Word, wordsIn, wordsOf } from './texts.ts';

interface Naming {
  known: KnownName;
  /** The name as the register writes it. */
  name: string;
  standing: 'canonical' | 'allowed' | 'not-allowed';
}

export interface NameFound {
  naming: Naming;
  /** Positions among the words of the piece: first, and one past the last. */
  first: number;
  past: number;
}

interface Phrase {
  words: string[];
  naming: Naming;
}

type NameIndex = Map<string, Phrase[]>;

const indexes = new WeakMap<Composition, NameIndex>();
const foundIn = new WeakMap<TextPiece, readonly NameFound[]>();

/** The known names in a text, from left to right, always the longest that fits, never overlapping. */
export function namesIn(composition: Composition, piece: TextPiece): readonly NameFound[] {
  const known = foundIn.get(piece);
  if (known) return known;
  const found = scan(wordsOf(piece), indexOf(composition));
  foundIn.set(piece, found);
  return found;
}

/** Every word that occurs in a known name, lower case. */
export function wordsInNames(composition: Composition): Set<string> {
  const all = new Set<string>();
  for (const phrases of indexOf(composition).values())
    for (const { words } of phrases) for (const word of words) all.add(word);
  return all;
}

function scan(words: readonly Word[], index: NameIndex): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const candidates = word && (index.get(word.norm) ?? index.get(word.bare));
    const phrase = candidates?.find((candidate) => fits(words, at, candidate.words));
    if (!phrase) continue;
    const past = at + phrase.words.length;
    found.push({ naming: phrase.naming, first: at, past });
    at = past - 1;
  }
  return found;
}

function fits(words: readonly Word[], at: number, phrase: string[]): boolean {
  const last = phrase.length - 1;
  return phrase.every((part, i) => {
    const word = words[at + i];
    return word !== undefined && (word.norm === part || (i === last && word.bare === part));
  });
}

function indexOf(composition: Composition): NameIndex {
  const known = indexes.get(composition);
  if (known) return known;
  const index = buildIndex(composition.names);
  indexes.set(composition, index);
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
  const index: NameIndex = new Map();
  for (const phrase of byPhrase.values()) {
    const first = phrase.words[0] ?? '';
    const others = index.get(first);
    if (others) others.push(phrase);
    else index.set(first, [phrase]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}
