// The forms in which one text names things: capitalised words that end in a head, names in quotation marks beside one,
// "Operation …", "Priority Two: …".
import { capitalRunsIn, type Run } from './capital-runs.ts';
import { type Head, headOf, lowerHeadOf } from './name-heads.ts';
import type { NameKind } from './names.ts';
import { isRole, piecesOf } from './name-pieces.ts';
import { smallWords } from './plain-form.ts';
import { type Word, wordsIn } from './words.ts';

export interface NameForm {
  kind: NameKind;
  /** What is to be compared, where that is less than the whole ("Engaging with Fathers" of "Priority Four: …"). */
  core: string | null;
  /** Of a priority. */
  number: number | null;
  /** "Sub-groups": a name only where the singular is one. */
  weak: boolean;
  from: number;
  to: number;
}

export function nameFormsIn(text: string): NameForm[] {
  if (!/[A-Z]/.test(text)) return [];
  const words = wordsIn(text);
  const found = [...prioritiesIn(text), ...quotedIn(text, words)];
  for (const run of capitalRunsIn(text, words)) found.push(...namesOfRun(text, run));
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((form, at) => !found.slice(Math.max(0, at - 3), at).some(({ to }) => to > form.from));
}

/** Words that begin a sentence or tell somebody's office, before the name itself. */
const leading = new Set(
  `the this that these those our their its his her your my a an each every all any some both no in on at by for from with within during since until after before as and or but if when
  where while although however also additionally following through throughout across under via per to into upon about see using new updated revised current previous next last first second third
  annual co vice assistant deputy chief senior role author of i we it they
  he she you there who which what how why number numbers total monthly weekly quarterly recent local regional attend attendance independent`.split(
    /\s+/,
  ),
);
/** The same words where they belong to a name all the same: "National Panel", "Independent Inquiry into …". */
const keptBeforeHead = new Set('independent local annual regional chief'.split(' '));

function namesOfRun(text: string, run: Run): NameForm[] {
  const shouted = run.words.length > 3 && run.words.every(({ raw }) => raw === raw.toUpperCase());
  if (shouted) return [];
  const pieces = piecesOf(text, run.words);
  return pieces.flatMap((words, at) => formOf(text, words, at === pieces.length - 1 ? run.after : []) ?? []);
}

function formOf(text: string, piece: readonly Word[], after: readonly Word[]): NameForm | null {
  const words = trimmed(piece);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length < 2) return null;
  if (/^(?:operation|op|project)$/i.test(first.raw) && words.length < 5)
    return made('campaign', false, first, last);
  const head = endingHead(text, words);
  if (head) return made(head.kind, head.plural, first, last, coreOf(text, words, head.kind));
  const opening = openingHead(words);
  if (opening) return made(opening.kind, opening.plural, first, last);
  const lower = lowerHead(after, last.raw);
  if (!lower) return null;
  const core =
    lower.head.kind === 'campaign' || lower.head.kind === 'product' ? text.slice(first.from, last.to) : null;
  return made(lower.head.kind, lower.head.plural, first, lower.word, core);
}

/** The last word, where it is a head and something of its own stands before it. */
function endingHead(text: string, words: readonly Word[]): Head | null {
  const last = words.length - 1;
  const head = headOf(words[last]?.raw ?? '', words[last - 1]?.raw ?? '');
  if (!head) return null;
  const sub = words[last - 1]?.norm === 'sub';
  const before = words[last - (sub ? 2 : 1)];
  const start = words[sub ? last - 1 : last];
  // "Multi-Agency" and "in Partnership" end in a head and name nothing.
  if (!before || !start || smallWords.has(before.norm) || /^(?:multi|single|inter|cross)$/.test(before.norm))
    return null;
  if (!/\s/.test(text.slice(before.to, start.from))) return null;
  const proper = words
    .slice(0, last)
    .some(({ norm, raw }) => norm !== 'sub' && !smallWords.has(norm) && !/^\d+$/.test(raw));
  return proper ? head : null;
}

/** Of "… Practice Model" and "… Campaign" only what it is called is compared. */
function coreOf(text: string, words: readonly Word[], kind: NameKind): string | null {
  const last = words.at(-1)?.norm ?? '';
  const [first] = words;
  if (!first || (kind !== 'campaign' && last !== 'model')) return null;
  const end = words.at(words.at(-2)?.norm === 'practice' ? -3 : -2);
  return end && end.from >= first.from ? text.slice(first.from, end.to) : null;
}

function made(kind: NameKind, weak: boolean, first: Word, last: Word, core: string | null = null): NameForm {
  const to = /['’]s$/i.test(last.raw) ? last.to - 2 : last.to;
  return { kind, core, number: null, weak, from: first.from, to };
}

/** Without the words in front, and the offices at the end, that are no part of a name. */
function trimmed(piece: readonly Word[]): Word[] {
  let start = 0;
  while (start < piece.length - 1) {
    const norm = piece[start]?.norm ?? '';
    const next = piece[start + 1]?.norm ?? '';
    if (!leading.has(norm) && !smallWords.has(norm)) break;
    if ((keptBeforeHead.has(norm) && !smallWords.has(next)) || (norm === 'all' && next === 'age')) break;
    start += 1;
  }
  let end = piece.length;
  while (end > start + 1 && isRole(piece[end - 1] as Word)) end -= 1;
  return piece.slice(start, end);
}

function openingHead(words: readonly Word[]): Head | null {
  for (let at = 0; at < words.length - 2; at += 1) {
    const next = words[at + 1]?.norm ?? '';
    if (!/^(?:of|for|on|into|against)$/.test(next)) continue;
    const head = headOf(words[at]?.raw ?? '', words[at - 1]?.raw ?? '');
    if (head) return head;
  }
  return null;
}

/** "… campaign", "… practice model", "… task and finish group", in lower case after the capitals. */
function lowerHead(after: readonly Word[], before: string): { head: Head; word: Word } | null {
  for (const [at, word] of after.entries()) {
    const head = lowerHeadOf(word.raw, after[at - 1]?.raw ?? before);
    if (head) return { head, word };
    if (smallWords.has(word.norm) || at === 1) return null;
  }
  return null;
}

const quoted =
  /(?<![\p{L}\d])(?:‘([^‘’\n]{3,70})’|“([^“”\n]{3,70})”|"([^"\n]{3,70})"|'([^'\n]{3,70}(?:'s [^'\n]{3,40})?)')(?![\p{L}\d])/gu;

/** ‘Building Brighter Lives’ practice model; the campaign “Be Seen”. */
function quotedIn(text: string, words: readonly Word[]): NameForm[] {
  if (!/[‘“"']/.test(text)) return [];
  const forms: NameForm[] = [];
  let next = 0;
  for (const match of text.matchAll(quoted)) {
    const inside = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (!/^[A-Z#]/.test(inside) || /[.;]\s/.test(inside)) continue;
    const [from, to] = [match.index + 1, match.index + 1 + inside.length];
    while ((words[next]?.from ?? Number.MAX_SAFE_INTEGER) < to) next += 1;
    const kind = kindBeside(text, words, next, match.index);
    if (kind) forms.push({ kind, core: null, number: null, weak: false, from, to });
  }
  return forms;
}

function kindBeside(text: string, words: readonly Word[], next: number, opening: number): NameKind | null {
  for (let at = next; at < next + 3; at += 1) {
    const word = words[at];
    const edge = at === next ? (words[at]?.from ?? 0) - 3 : (words[at - 1]?.to ?? 0);
    if (!word || /[.;:,()\n]/.test(text.slice(edge, word.from))) break;
    const head = headOf(word.raw, words[at - 1]?.raw ?? '');
    if (head && !head.plural) return head.kind;
  }
  const before = /([A-Za-z]+)(?: (?:called|named|titled|entitled|known as))?[,:]? $/.exec(
    text.slice(Math.max(0, opening - 40), opening),
  );
  return before ? (headOf(before[1] ?? '', '')?.kind ?? null) : null;
}

const priority =
  /\bPriority (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s?[:–—.-]\s?(?=[A-Z‘“"'])([^.;\n(]{3,90})/gi;
const numbers = 'one two three four five six seven eight nine ten'.split(' ');

/** "Priority Two: Child Exploitation". In a sentence the name ends where the capitals do. */
function prioritiesIn(text: string): NameForm[] {
  if (!text.includes('riority ')) return [];
  const forms: NameForm[] = [];
  for (const match of text.matchAll(priority)) {
    const [whole, label = '', rest = ''] = match;
    const start = match.index + whole.length - rest.length;
    const alone = match.index < 4 && start + rest.trimEnd().length >= text.trimEnd().length - 1;
    const core = alone ? rest.trim() : capitalsOf(rest);
    if (core === '') continue;
    const number = numbers.indexOf(label.toLowerCase()) + 1 || Number(label);
    forms.push({
      kind: 'priority',
      core,
      number,
      weak: false,
      from: match.index,
      to: start + rest.indexOf(core) + core.length,
    });
  }
  return forms;
}

function capitalsOf(rest: string): string {
  const [run] = capitalRunsIn(rest);
  const [first] = run?.words ?? [];
  const last = run?.words.at(-1);
  return first && last && first.from < 2 ? rest.slice(first.from, last.to) : '';
}
