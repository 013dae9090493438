// One abbreviation that stands for two things: in the texts themselves ("Public Protection Notices (PPN)" beside
// "Police Protection Notices (PPN)"), or in a text against the register of names.
import type { KnownName } from '../../../kernel/evidence/evidence.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { finding, listWords, quoteAround, type Rule } from './rule.ts';
import { placeOf, type TextPiece, textsOf, wordsIn } from './texts.ts';

const id = 'abbreviation-with-two-expansions';

interface Expansion {
  words: string;
  /** For comparing: lower case, no apostrophes, no plural, "and" for "&". */
  plain: string;
  /** True when the initials of its words spell the abbreviation. */
  spells: boolean;
  /** Null when the register of names gives it. */
  piece: TextPiece | null;
  quote: string;
}

export const rule: Rule = {
  id,
  title: 'An abbreviation stands for two things',
  why: 'A reader who meets the short form cannot tell which of the two is meant.',
  check: (composition: Composition): ReportFinding[] => {
    const found = new Map<string, Expansion[]>();
    const add = (short: string, expansion: Expansion) => {
      const others = found.get(short);
      if (others) others.push(expansion);
      else found.set(short, [expansion]);
    };
    for (const known of composition.names) registered(known, add);
    for (const piece of textsOf(composition)) {
      if (piece.text.includes('(')) written(piece, add);
    }
    return [...found].flatMap(([short, expansions]) => judge(short, expansions));
  },
};

type Add = (short: string, expansion: Expansion) => void;

const abbreviation = /^[A-Z][A-Za-z&]*[A-Z]$/;

function registered({ kind, name, others }: KnownName, add: Add): void {
  const all = [
    name,
    ...others.filter(({ allowed }) => allowed || kind === 'abbreviation').map((o) => o.name),
  ];
  const expansions = all.filter((each) => each.includes(' '));
  for (const short of all.filter((each) => abbreviation.test(each))) {
    // Only the first long form: the others of a body are its aliases, which another rule reads.
    const [words] = expansions;
    if (words)
      add(plainShort(short), { words, plain: plainWords(words), spells: true, piece: null, quote: words });
  }
}

const shortAfter = /\(([A-Z][A-Za-z&]*[A-Z])(?:['’]?s)?['’]?\)/g;
const longAfter = /\b([A-Z][A-Z&]*[A-Z])(?:['’]?s)? \(([A-Z][^()]{4,90})\)/g;

function written(piece: TextPiece, add: Add): void {
  const { text } = piece;
  for (const match of text.matchAll(shortAfter)) {
    const short = match[1] ?? '';
    const expansion = wordsBefore(text.slice(Math.max(0, match.index - 120), match.index), letters(short));
    if (!expansion) continue;
    const quote = quoteAround(text, match.index - expansion.words.length, match.index + match[0].length);
    add(plainShort(short), { ...expansion, plain: plainWords(expansion.words), piece, quote });
  }
  for (const match of text.matchAll(longAfter)) {
    const [whole, short = '', inside = ''] = match;
    const expansion = wordsBefore(inside, letters(short));
    if (!expansion || expansion.words.length < inside.trim().length - 4) continue;
    const quote = quoteAround(text, match.index, match.index + whole.length);
    add(plainShort(short), { ...expansion, plain: plainWords(expansion.words), piece, quote });
  }
}

const smallWords = new Set([
  'of',
  'the',
  'and',
  'to',
  'in',
  'for',
  'on',
  'at',
  'with',
  'by',
  'a',
  'an',
  'from',
  'or',
]);

/**
 * The words at the end of a text that an abbreviation is short for: those whose initials spell it, small words aside;
 * failing that, the run of capitalised words that starts with its first letter.
 */
function wordsBefore(text: string, initials: string): Pick<Expansion, 'words' | 'spells'> | null {
  const words = wordsIn(text);
  const last = words.at(-1);
  if (!last) return null;
  let letter = initials.length - 1;
  let at = words.length - 1;
  for (; at >= 0 && letter >= 0; at -= 1) {
    const word = words[at];
    if (word?.norm.charAt(0) === initials.charAt(letter)) letter -= 1;
    else if (!word || !smallWords.has(word.norm)) break;
  }
  const first = words[at + 1];
  if (letter < 0 && first) return { words: text.slice(first.from, last.to), spells: true };
  let start = words.length;
  while (start > 0 && words.length - start < initials.length + 2 && inRun(words[start - 1]?.raw)) start -= 1;
  while (start < words.length && words[start]?.norm.charAt(0) !== initials.charAt(0)) start += 1;
  const begin = words[start];
  if (!begin || words.length - start < 2) return null;
  return { words: text.slice(begin.from, last.to), spells: false };
}

function inRun(raw: string | undefined): boolean {
  return raw !== undefined && (/^[A-Z]/.test(raw) || smallWords.has(raw.toLowerCase()));
}

function judge(short: string, expansions: readonly Expansion[]): ReportFinding[] {
  const different: Expansion[] = [];
  for (const expansion of expansions) {
    const same = different.findIndex((held) => alike(held.plain, expansion.plain));
    if (same < 0) different.push(expansion);
    // What a text says is quoted rather than the register, where both say the same.
    else if (different[same]?.piece === null && expansion.piece) different[same] = expansion;
  }
  // A run of capitals that does not spell the abbreviation only counts against one that does.
  const [sure, doubtful] = [different.filter((e) => e.spells), different.filter((e) => !e.spells)];
  const shown = sure.length > 0 ? [...sure, ...doubtful] : [];
  const inTexts = shown.filter((expansion) => expansion.piece !== null);
  const here = inTexts.find(({ spells }) => !spells) ?? inTexts.at(-1);
  if (shown.length < 2 || !here) return [];
  const names = shown.map(
    ({ words, piece }) => `“${words}” (${piece ? placeOf(piece) : 'the register of names'})`,
  );
  return [
    finding(id, {
      severity: 'medium',
      where: here.piece ? placeOf(here.piece) : short,
      ref: here.piece?.item?.ref ?? null,
      path: here.piece?.item?.path ?? null,
      about: short,
      quote: here.quote,
      message: `${short} is written out in ${shown.length === 2 ? 'two' : shown.length} ways: ${listWords(names)}.`,
      mend: 'Decide which is right and use it everywhere; if they are two things, give one another short form.',
      detail: shown
        .map(({ plain }) => plain)
        .sort()
        .join('|'),
    }),
  ];
}

/** The same words, or one inside the other ("Integrated Care Board" and the board of one area). */
function alike(one: string, other: string): boolean {
  return one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

function plainShort(short: string): string {
  return short.replace(/[^A-Za-z]/g, '').toUpperCase();
}

function letters(short: string): string {
  return short.replace(/[^A-Za-z]/g, '').toLowerCase();
}

function plainWords(words: string): string {
  return wordsIn(words.replaceAll('&', ' and '))
    .map(({ norm }) => (/[^s]s$/.test(norm) && norm.length > 3 ? norm.slice(0, -1) : norm))
    .filter((word) => word !== 'the')
    .join(' ');
}
