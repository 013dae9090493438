// A first name in a case study or quotation that does not say that names were changed. Even one first name, beside a story,
// lets a family, a school or a newspaper know who it is about.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { givenNames, givenNamesThatAreWords } from './given-names.ts';
import { namesIn, wordsInNames } from './known-names.ts';
import { findingAt, listWords, quoteAround, type Rule } from './rule.ts';
import {
  isCapitalised,
  startsSentence,
  type TextPiece,
  textsOf,
  type Word,
  wordsIn,
  wordsOf,
} from './texts.ts';

const id = 'first-name-in-case-study';

export const rule: Rule = {
  id,
  title: 'A first name in somebody’s story',
  why: 'A first name, read with the rest of a story, can tell people who the child is.',
  check: (composition: Composition): ReportFinding[] => {
    const findings: ReportFinding[] = [];
    let notPeople: ReadonlySet<string> | null = null;
    for (const piece of textsOf(composition)) {
      const { item, kind } = piece;
      if (!item || (kind !== 'case-study' && kind !== 'quotation')) continue;
      if (item.content.shape === 'case-study' && item.content.names_changed === true) continue;
      notPeople ??= wordsThatAreNotPeople(composition);
      const names = firstNames(composition, piece, notPeople);
      if (names.length > 0) findings.push(describe(item, piece, names));
    }
    return findings;
  },
};

const personVerbs = new Set(
  'was is said says told had has felt feels feel wanted wants lived lives came went asked did does could would started began attended moved stayed needed knew loves loved likes liked and'.split(
    ' ',
  ),
);
const monthsAndDays = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter'.split(
    ' ',
  ),
);
/** What an institution's name ends with: "St Giles Trust", "Jack Hunt School". */
const institutions = new Set(
  'trust school academy house centre center hospital college university road street lane court avenue church ward foundation hub act law model project review inquiry report charity council team service services programme clinic surgery practice nursery library scale'.split(
    ' ',
  ),
);
/** Capitalised words about people and services that no register holds; none of them names a person. */
const ordinary = new Set(
  `i mum mummy dad daddy mother father nan nana gran grandma grandad grandma auntie uncle sister brother baby police ofsted school council social children childrens child health
  education early family families youth young person people worker officer visitor nurse doctor dr mr mrs ms miss st gp camhs nhs english british polish christmas easter ramadan eid year
  partnership team court service services staff teacher head deputy support help key early mash hub partner partners board panel executive government home office local authority the a
  snapchat instagram tiktok facebook whatsapp youtube england scotland wales ireland europe christian muslim jewish god everyone nobody this that there here it he she they we you who what`.split(
    /\s+/,
  ),
);

function wordsThatAreNotPeople(composition: Composition): Set<string> {
  const words = wordsInNames(composition);
  const { name, short_name } = composition.partnership;
  const places = new Set([name, short_name, ...composition.items.map(({ geography }) => geography ?? '')]);
  for (const place of places) for (const { norm } of wordsIn(place)) words.add(norm);
  return words;
}

function firstNames(
  composition: Composition,
  piece: TextPiece,
  notPeople: ReadonlySet<string>,
): { word: Word; times: number }[] {
  const words = wordsOf(piece);
  const inKnownName = new Set<number>();
  for (const { first, past } of namesIn(composition, piece))
    for (let at = first; at < past; at += 1) inKnownName.add(at);
  const found = new Map<string, { word: Word; times: number }>();
  words.forEach((word, at) => {
    if (inKnownName.has(at) || !isCapitalised(word) || word.raw === word.raw.toUpperCase()) return;
    if (!isFirstName(piece.text, words, at, notPeople)) return;
    const held = found.get(word.bare);
    if (held) held.times += 1;
    else found.set(word.bare, { word, times: 1 });
  });
  return [...found.values()];
}

function isFirstName(
  text: string,
  words: readonly Word[],
  at: number,
  notPeople: ReadonlySet<string>,
): boolean {
  const word = words[at];
  if (!word) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  const starts = startsSentence(text, word.from);
  const capitalBefore = !starts && capitalAt(words, at - 1);
  const capitalAfter = after !== undefined && isCapitalised(after) && follows(text, word, after);
  const possessive = /['’]s$/i.test(word.raw);
  if (before?.norm === 'st' || (capitalAfter && namesInstitution(words, at, possessive))) return false;
  if (givenNames.has(word.bare)) return true;
  const acts =
    possessive || (after !== undefined && personVerbs.has(after.norm) && follows(text, word, after));
  if (givenNamesThatAreWords.has(word.bare)) {
    if (notPeople.has(word.bare)) return false;
    const speaks = acts && !possessive && after?.norm !== 'and';
    if (monthsAndDays.has(word.bare)) return speaks && !beforeMonth.has(before?.norm ?? '');
    // "Bundles of Joy" is a thing with a name.
    if (before?.norm === 'of' && capitalAt(words, at - 2)) return false;
    return !capitalBefore && !capitalAfter && (!starts || speaks);
  }
  // A lone capitalised word in the middle of a sentence that acts like a person.
  const lone = !starts && !capitalAt(words, at - 1) && !capitalAt(words, at - 2) && !capitalAfter;
  if (!lone || !acts || after?.norm === 'and' || !/^[a-z]/.test(before?.raw ?? '')) return false;
  return /^[A-Z][a-zà-ɏ]+(['’]s)?$/.test(word.raw) && !isOrdinary(word, notPeople);
}

const beforeMonth = new Set(
  'in on since by until from to of late early mid and between during before after'.split(' '),
);

function capitalAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && isCapitalised(word) && word.raw !== 'I';
}

function isOrdinary({ bare, norm }: Word, notPeople: ReadonlySet<string>): boolean {
  return [bare, norm].some((form) => notPeople.has(form) || ordinary.has(form) || monthsAndDays.has(form));
}

/** The run of capitalised words after a name ends in what institutions are called, or the name owns it ("Winston’s Wish"). */
function namesInstitution(words: readonly Word[], at: number, possessive: boolean): boolean {
  let last = at + 1;
  for (let next = words[last]; next && isCapitalised(next) && last - at <= 4; next = words[last]) {
    if (institutions.has(next.bare)) return true;
    last += 1;
  }
  const owned = words[at + 1];
  return possessive && owned !== undefined && !ordinary.has(owned.bare);
}

/** True when only a space lies between two words. */
function follows(text: string, word: Word, next: Word): boolean {
  return /^\s+$/.test(text.slice(word.to, next.from));
}

function describe(
  item: EvidenceItem,
  piece: TextPiece,
  names: readonly { word: Word; times: number }[],
): ReportFinding {
  const [{ word } = { word: undefined }] = names;
  const shown = names.map(({ word: { raw }, times }) => {
    const name = `“${raw.replace(/['’]s$/i, '')}”`;
    return times > 1 ? `${name} (${times} times)` : name;
  });
  const said =
    item.content.shape === 'case-study'
      ? item.content.names_changed === false
        ? 'It is recorded that names were not changed.'
        : 'Nothing says that names were changed.'
      : 'A quotation shows the role of whoever speaks, and no names.';
  return findingAt(id, item, {
    severity: 'high',
    quote: word ? quoteAround(piece.text, word.from, word.to) : item.title,
    message: `${listWords(shown)} ${names.length === 1 ? 'reads' : 'read'} like a first name. ${said}`,
    mend:
      item.content.shape === 'case-study'
        ? 'Write “the child”, “the young person” or “the baby” instead; or, if the name was changed, record that and say so in the text.'
        : 'Write the role in square brackets instead of the name, such as “[the child]”.',
    detail: names
      .map(({ word: { bare } }) => bare)
      .sort()
      .join('|'),
  });
}
