// Abbreviations of a document and the words they are short for: "child death overview panel (CDOP)", "CDOP (Child Death
// Overview Panel)", "CDOP – Child Death Overview Panel", two columns of a glossary.
import { everydayShorts } from './everyday-shorts.ts';
import { spelledAtEnd, spellsWhole } from './initials.ts';
import type { PlacedText } from './document-texts.ts';
import type { Abbreviation, Mention } from './names.ts';
import { plainForm } from './plain-form.ts';

interface Held {
  short: string;
  written: Map<string, { words: string; spells: boolean; mentions: Mention[] }>;
  mentions: Mention[];
}

interface Expansion {
  short: string;
  words: string;
  spells: boolean;
  from: number;
  to: number;
}

/** In the order in which the short forms first stand. */
export function shortForms(texts: readonly PlacedText[]): Abbreviation[] {
  const byShort = new Map<string, Held>();
  const held = (short: string): Held => {
    const known = byShort.get(short) ?? { short, written: new Map(), mentions: [] };
    byShort.set(short, known);
    return known;
  };
  const lower = wordsInLowerCase(texts);
  for (const placed of texts) {
    for (const { raw, from, to } of tokensIn(placed.text)) {
      held(letters(raw)).mentions.push({ text: raw, part: placed.part, cell: placed.cell, from, to });
    }
  }
  for (const [at, placed] of texts.entries()) {
    for (const expansion of [...expansionsIn(placed.text), ...beside(placed, texts[at + 1])]) {
      const { short, words, spells, from, to } = expansion;
      const where = expansion.text ?? placed;
      const { written } = held(letters(short));
      const plain = plainForm(words);
      const one = written.get(plain) ?? { words, spells, mentions: [] };
      written.set(plain, one);
      one.mentions.push({ text: words, part: where.part, cell: where.cell, from, to });
    }
  }
  return [...byShort.values()]
    .filter((one) => isAbbreviation(one, lower))
    .map(({ short, written, mentions }) => ({
      short,
      expansions: [...written].map(([plain, one]) => ({ ...one, plain })),
      mentions,
    }));
}

const token =
  /(?<![\p{L}\d&@_#.'’-]|https?:\/\/\S{0,80})[A-Z](?:[A-Za-z&]{0,9}[A-Z]|[A-Za-z]{0,8}[A-Z]o)(?:\d{1,2})?(?=(?:['’]?s)?(?![\p{L}\d&@_]))/gu;

/** Words with more capitals than small letters, two at least: "CDOP", "DfE", "PiPoT", "A&E"; a plural ending aside. */
function tokensIn(text: string): { raw: string; from: number; to: number }[] {
  if (!/[A-Z][A-Za-z&]{0,8}[A-Z]/.test(text) || isShouted(text)) return [];
  const found: { raw: string; from: number; to: number }[] = [];
  for (const match of text.matchAll(token)) {
    const [raw] = match;
    if (isShort(raw)) found.push({ raw, from: match.index, to: match.index + raw.length });
  }
  return found.filter((one, at) => !inShoutedRun(text, found, at) && one.raw !== '');
}

function isShort(raw: string): boolean {
  const capitals = raw.replace(/[^A-Z]/g, '').length;
  const small = raw.replace(/[^a-z]/g, '').length;
  if (capitals < 2 || small >= capitals || capitals + small > 9) return false;
  if (/^(?=[IVXL]{2,})X{0,3}(?:IX|IV|V?I{0,3})$/.test(raw)) return false;
  return !/^(?:KS|Y|T|Q)\d/.test(raw);
}

/** A line in capitals from beginning to end says nothing of abbreviations, unless it is one word. */
function isShouted(text: string): boolean {
  return !/[a-z]/.test(text) && text.split(/\s+/).filter((word) => /[A-Z]{2}/.test(word)).length > 1;
}

/** "THIS IS IMPORTANT": four or more in a row are shouted. */
function inShoutedRun(text: string, found: readonly { from: number; to: number }[], at: number): boolean {
  let [first, last] = [at, at];
  const touching = (a: number, b: number) =>
    /^[ ,]{1,2}(?:[A-Z] )?$/.test(text.slice(found[a]?.to ?? 0, found[b]?.from ?? 0));
  while (first > 0 && at - first < 4 && touching(first - 1, first)) first -= 1;
  while (last < found.length - 1 && last - at < 4 && touching(last, last + 1)) last += 1;
  return last - first >= 3;
}

function isAbbreviation({ short, written, mentions }: Held, lower: ReadonlySet<string>): boolean {
  if (written.size > 0) return true;
  if (everydayShorts.has(short) || short.length > 8) return false;
  // A word that also stands in small letters is only written large: "RAISE", "PREVENT".
  return !(
    mentions.every(({ text }) => /^[A-Z]+$/.test(text)) &&
    short.length > 2 &&
    lower.has(short.toLowerCase())
  );
}

function wordsInLowerCase(texts: readonly PlacedText[]): Set<string> {
  const lower = new Set<string>();
  for (const { text } of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\d.@/])[A-Za-z]?[a-z]{2,8}(?![\p{L}\d@.]\S)/gu))
      lower.add(word.toLowerCase());
  return lower;
}

const after =
  /\((?:(?:the|or|known as|hereafter|referred to as|called)\s)?['"‘“]?([A-Z](?:[A-Za-z0-9&-]{0,9}[A-Z0-9o]))(?:['’]?s)?['"’”]?(?:['’]s)?\)/g;
const inside = /(?<![\p{L}\d])([A-Z][A-Za-z&]{0,8}[A-Z])(?:['’]?s)? \(((?:the )?[A-Za-z][^()]{4,90})\)/gu;
const listed =
  /^\s*(?:[•*-]\s*)?([A-Z][A-Za-z0-9&]{0,8}[A-Z0-9])(?:['’]?s)?(?:\s*[–—:=\t-]\s*|\s{1,})([A-Za-z][^.;()\n]{4,90})/;
const dashed =
  /(?:\s[–—-]\s|,\s(?:or\s(?:the\s)?)?|\s(?:or|known as)\s(?:the\s)?)([A-Z][A-Za-z]{1,7}[A-Z])(?=(?:['’]?s)?(?:[\s,.;:)]|$))/g;

type Found = Expansion & { text?: PlacedText };

function expansionsIn(text: string): Found[] {
  const found: Found[] = [];
  if (text.includes('(')) {
    for (const match of text.matchAll(after)) {
      const short = match[1] ?? '';
      if (!isShort(short)) continue;
      const start = Math.max(0, match.index - 140);
      const end = spelledAtEnd(text.slice(start, match.index), letters(short));
      if (end)
        found.push({
          short,
          words: end.words,
          spells: end.spells,
          from: start + end.from,
          to: start + end.from + end.words.length,
        });
    }
    for (const match of text.matchAll(inside)) {
      const [whole, short = '', words = ''] = match;
      const spells = isShort(short) ? spellsWhole(words, letters(short)) : null;
      if (spells)
        found.push({
          short,
          ...spells,
          from: match.index + whole.length - 1 - words.length,
          to: match.index + whole.length - 1,
        });
    }
  }
  const [line, short = '', words = ''] = listed.exec(text) ?? [];
  const whole =
    line && isShort(short)
      ? spelledLine(words, short, line.trimEnd().length === text.trimEnd().length)
      : null;
  if (line && whole)
    found.push({
      short,
      words: whole,
      spells: true,
      from: line.length - words.length,
      to: line.length - words.length + whole.length,
    });
  for (const match of text.matchAll(dashed)) {
    const end = spelledAtEnd(
      text.slice(Math.max(0, match.index - 120), match.index),
      letters(match[1] ?? ''),
    );
    const start = Math.max(0, match.index - 120);
    if (end?.spells && (match[1]?.length ?? 0) > 2 && /^[A-Z]/.test(end.words))
      found.push({
        short: match[1] ?? '',
        words: end.words,
        spells: true,
        from: start + end.from,
        to: start + end.from + end.words.length,
      });
  }
  return found;
}

/** "CDOP – Child Death Overview Panel" as a line of its own. */
function spelledLine(words: string, short: string, alone: boolean): string | null {
  if (!alone) return null;
  const trimmed = words.trim();
  return spellsWhole(trimmed, letters(short))?.spells ? trimmed : null;
}

/** A row of a glossary: the short form in one cell, the words in the next. */
function beside(placed: PlacedText, next: PlacedText | undefined): Found[] {
  const short = placed.text.trim();
  if (!placed.cell || !next?.cell || next.part !== placed.part || next.cell.row !== placed.cell.row)
    return [];
  if (!/^[A-Z][A-Za-z0-9&]{1,9}$/.test(short) || !isShort(short)) return [];
  const words = /^[A-Za-z][^.;()\n]{4,90}/.exec(next.text)?.[0].trim() ?? '';
  const spells = words === '' ? null : spellsWhole(words, letters(short));
  return spells ? [{ short, ...spells, from: 0, to: spells.words.length, text: next }] : [];
}

function letters(short: string): string {
  return short.replace(/[^A-Za-z]/g, '').toUpperCase();
}
