// Whether words spell an abbreviation: "Child and Adolescent Mental Health Services" spells CAMHS, "Department for Education"
// DfE, "My Support Team" MyST, "Short Warwick Edinburgh Mental Wellbeing Scale" SWEMWBS.
import { smallWords } from './plain-form.ts';
import { isCapitalised, type Word, wordsIn } from './words.ts';

export interface Spelled {
  words: string;
  spells: boolean;
  from: number;
}

/** The words at the end of a text that an abbreviation is short for. */
export function spelledAtEnd(text: string, short: string): Spelled | null {
  const words = lastStretch(text);
  const last = words.at(-1);
  if (!last || !/^[\s,'"’”]*$/.test(text.slice(last.to))) return null;
  for (let start = words.length - 1; start >= 0 && words.length - start <= short.length * 2 + 3; start -= 1) {
    const first = words[start];
    if (first && !smallWords.has(first.norm) && spells(words.slice(start), short))
      return { words: text.slice(first.from, last.to), spells: true, from: first.from };
  }
  return nearly(text, words, short);
}

/** Whether a text as a whole is what an abbreviation stands for. */
export function spellsWhole(text: string, short: string): Omit<Spelled, 'from'> | null {
  const words = wordsIn(text);
  if (words[0]?.norm === 'the') words.shift();
  const first = words[0];
  if (!first || words.length < 2) return null;
  if (spells(words, short)) return { words: text.slice(first.from), spells: true };
  const capitals = words.filter(isCapitalised).length;
  const long = words.filter(({ norm }) => !smallWords.has(norm)).length;
  const named = isCapitalised(first) && capitals >= 2 && Math.abs(long - short.length) <= 2 && long >= 2;
  return named && inCommon(words, short) >= 0.5 ? { words: text.slice(first.from), spells: false } : null;
}

/** The words after the last full stop, bracket or line end. */
function lastStretch(text: string): Word[] {
  const stop = Math.max(-1, ...[...text.matchAll(/[.;:!?()\n]/g)].map(({ index }) => index));
  return wordsIn(text).filter(({ from }) => from > stop);
}

/** Capitalised words that begin with its first letter and share most of the others: what an author thought it stands for. */
function nearly(text: string, words: readonly Word[], short: string): Spelled | null {
  let start = words.length;
  while (start > 0 && words.length - start < short.length + 3 && inRun(words[start - 1])) start -= 1;
  while (start < words.length && !begins(words[start], short)) start += 1;
  const [first, last] = [words[start], words.at(-1)];
  const run = words.slice(start);
  if (!first || !last || run.length < 2 || inCommon(run, short) < 0.6) return null;
  return { words: text.slice(first.from, last.to), spells: false, from: first.from };
}

function inRun(word: Word | undefined): boolean {
  return word !== undefined && (isCapitalised(word) || smallWords.has(word.norm));
}

function begins(word: Word | undefined, short: string): boolean {
  return word?.norm.charAt(0).toUpperCase() === short.charAt(0) && isCapitalised(word);
}

/** What part of the letters the initials have in common, in order. */
function inCommon(words: readonly Word[], short: string): number {
  let at = 0;
  for (const { norm } of words) {
    const found = short.indexOf(norm.charAt(0).toUpperCase(), at);
    if (found >= 0) at = found + 1;
  }
  const initials = words
    .filter(({ norm }) => !smallWords.has(norm))
    .map(({ norm }) => norm.charAt(0).toUpperCase());
  const common = longestCommon(initials.join(''), short);
  return common / Math.max(short.length, initials.length);
}

function longestCommon(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at += 1)
      next.push(
        b.charAt(at - 1) === letter ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Each letter is the first of a word; a word may give a second one from inside it ("Wellbeing" gives W and B, "My" M and Y),
 * and small words may give none.
 */
export function spells(words: readonly Word[], short: string): boolean {
  return spellsFrom(words, 0, short, 0);
}

function spellsFrom(words: readonly Word[], at: number, short: string, letter: number): boolean {
  const word = words[at];
  if (!word) return letter === short.length;
  const norm = word.norm.toUpperCase();
  if (norm.charAt(0) === short.charAt(letter)) {
    if (spellsFrom(words, at + 1, short, letter + 1)) return true;
    const second = norm.indexOf(short.charAt(letter + 1), 1);
    if (letter + 1 < short.length && second > 0 && spellsFrom(words, at + 1, short, letter + 2)) return true;
  }
  return (
    at > 0 && at < words.length - 1 && smallWords.has(word.norm) && spellsFrom(words, at + 1, short, letter)
  );
}
