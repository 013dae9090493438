// The passages of a document that speak to the sides of a question, and how much of the question they answer together. Only what
// the partnership itself says was or is; what is planned counts where the duty asks for plans.
import {
  headingsOver,
  isProse,
  type Part,
  placeIn,
  type Prose,
  type ReadDocument,
} from '../reading/document.ts';
import { timesIn } from '../reading/language/times.ts';
import type { Mark } from './finding.ts';
import { isCostTable } from './money-lines.ts';
import { listWords, quoteAround, whereOf } from './rule.ts';

export interface Side {
  /** For a person: "nothing was found on …". */
  name: string;
  words: RegExp | Together;
  /** What is planned counts too. */
  planned?: true;
}

/** Two expressions that speak to a side only together. */
export interface Together {
  first: RegExp;
  second: RegExp;
  reach: number;
}

export interface Question {
  /** Headings of a section given to it. */
  heading: RegExp | null;
  sides: readonly Side[];
  /** What a text can plainly show to a machine; then, and only then, the duty can be met by reading alone. */
  plainly?: 'twelve-months' | 'costs';
}

/** How much the text itself says, whatever the duty's standing: on every side of the duty, on some, on few, on none. */
export type Answered = 'fully' | 'partly' | 'little' | 'nothing';

export interface DutyPassage {
  /** The side of the duty it speaks to. */
  side: string;
  where: string;
  line: number | null;
  page: number | null;
  quote: string;
  mark: Mark;
}

export interface ReadAnswer {
  answered: Answered;
  plain: boolean;
  passages: DutyPassage[];
  silent: string[];
  note: string;
}

export function readAnswer(document: ReadDocument, question: Question): ReadAnswer {
  const sides = question.sides.map((side) => ({ side, found: passagesOn(document, side, question.heading) }));
  const silent = sides.filter(({ found }) => found.length === 0).map(({ side }) => side.name);
  const plain = isPlain(document, question, silent);
  const passages = chosen([...(plain ? [periodStated(document)] : []), ...sides.map(({ found }) => found)]);
  if (question.plainly === 'costs') return costs(document, passages);
  const said = sides.length - silent.length;
  const rich = sides.filter(({ found }) => found.length >= RICH).length;
  const answered: Answered =
    said === 0
      ? 'nothing'
      : plain || (rich === sides.length && rich > 1)
        ? 'fully'
        : said * 2 >= sides.length && rich > 0
          ? 'partly'
          : 'little';
  const lacking = silent.length > 0 ? `Nothing was found on ${listWords(silent)}.` : '';
  const count = sides.reduce((sum, { found }) => sum + found.length, 0);
  const spoken = count === 0 ? '' : `${count} ${count === 1 ? 'passage speaks' : 'passages speak'} to it.`;
  return { answered, plain, passages, silent, note: [spoken, lacking].filter(Boolean).join(' ') };
}

/** So many passages say something; fewer mention it. */
const RICH = 3;
const SHOWN = 6;

/** The first of each side, then the second of each. */
function chosen(sides: readonly DutyPassage[][]): DutyPassage[] {
  const passages: DutyPassage[] = [];
  const seen = new Set<number>();
  for (let place = 0; passages.length < SHOWN && sides.some((found) => place < found.length); place += 1) {
    for (const found of sides) {
      const passage = found[place];
      if (!passage || seen.has(passage.mark.part) || passages.length >= SHOWN) continue;
      seen.add(passage.mark.part);
      passages.push(passage);
    }
  }
  return passages;
}

/** The partnership's own statements of what was and is, those under a heading given to it first. */
function passagesOn(document: ReadDocument, side: Side, heading: RegExp | null): DutyPassage[] {
  const under: DutyPassage[] = [];
  const elsewhere: DutyPassage[] = [];
  for (const part of document.parts) {
    if (!isProse(part) || !speaks(part, side)) continue;
    const said = wordsIn(part.text, side.words);
    if (!said) continue;
    const devoted = heading !== null && headingsOver(document, part).some(({ text }) => heading.test(text));
    (devoted ? under : elsewhere).push(passageAt(document, part, side.name, said.from, said.to - said.from));
  }
  return [...under, ...elsewhere];
}

/** In one paragraph. */
const ENOUGH = 60;

function wordsIn(text: string, words: Side['words']): { from: number; to: number } | null {
  if (words instanceof RegExp) {
    const match = words.exec(text);
    return match && { from: match.index, to: match.index + match[0].length };
  }
  const firsts = [...text.matchAll(words.first)].slice(0, ENOUGH);
  const seconds = firsts.length === 0 ? [] : [...text.matchAll(words.second)].slice(0, ENOUGH);
  for (const first of firsts) {
    for (const second of seconds) {
      const [one, other] = first.index < second.index ? [first, second] : [second, first];
      const gap = text.slice(one.index + one[0].length, other.index);
      if (
        gap.length <= words.reach &&
        !/[.!?]/.test(gap) &&
        one !== other &&
        one.index + one[0].length <= other.index
      )
        return { from: one.index, to: other.index + other[0].length };
    }
  }
  return null;
}

function speaks(part: Prose, side: Side): boolean {
  if (part.kind === 'contents' || part.voice === 'case-study') return false;
  return side.planned === true || part.stance !== 'aim';
}

function passageAt(
  document: ReadDocument,
  part: Prose,
  side: string,
  from: number,
  length: number,
): DutyPassage {
  const to = from + length;
  const mark: Mark = { part: part.at, cell: null, from, to };
  return {
    side,
    where: whereOf(document, part),
    ...placeIn(part, from),
    quote: quoteAround(part.text, from, to),
    mark,
  };
}

function isPlain(document: ReadDocument, question: Question, silent: readonly string[]): boolean {
  if (question.plainly !== 'twelve-months' || silent.length > 0 || document.period === null) return false;
  const { from_on, to_on } = document.period;
  const days = (Date.parse(to_on) - Date.parse(from_on)) / 86_400_000 + 1;
  return days === 365 || days === 366;
}

function periodStated(document: ReadDocument): DutyPassage[] {
  for (const part of document.parts) {
    if (!isProse(part) || part.kind === 'contents') continue;
    const span = timesIn(part.text).find(
      ({ from_on, to_on }) => from_on === document.period?.from_on && to_on === document.period.to_on,
    );
    if (span)
      return [passageAt(document, part, 'the twelve months it reports on', span.from, span.to - span.from)];
  }
  return [];
}

/** Money is spoken of in many reports; a breakdown is a table, or a list, of several amounts under words of costs. */
function costs(document: ReadDocument, passages: DutyPassage[]): ReadAnswer {
  const table = document.parts.find((part) => part.kind === 'table' && isCostTable(part));
  const list = table ? undefined : listOfAmounts(document);
  if (table || list) {
    const at = table ?? list;
    const first = at ? [placeOf(document, at)] : [];
    return {
      answered: 'fully',
      plain: true,
      passages: [...first, ...passages].slice(0, SHOWN),
      silent: [],
      note: 'Costs are printed line by line.',
    };
  }
  const spoken = passages.length === 0 ? '' : 'Money is mentioned, but ';
  const note = `${spoken}${spoken ? 'no' : 'No'} table or list of several costs was found.`;
  return { answered: 'nothing', plain: false, passages, silent: ['a breakdown of costs'], note };
}

const ofMoney = /\b(?:costs?|expenditure|spend(?:ing)?|income|contributions?|budget|financ\w*|funding)\b|£/i;

function listOfAmounts(document: ReadDocument): Prose | undefined {
  const items = document.parts.filter(
    (part) => isProse(part) && part.kind === 'item' && /£\s?\d/.test(part.text),
  );
  const groups = [...Map.groupBy(items, ({ section }) => section).values()];
  const long = groups.find((group) => {
    const [first] = group;
    return group.length >= 3 && first && headingsOver(document, first).some(({ text }) => ofMoney.test(text));
  });
  const [first] = long ?? [];
  return first && isProse(first) ? first : undefined;
}

function placeOf(document: ReadDocument, part: Part): DutyPassage {
  const text = part.kind === 'table' ? (part.caption ?? part.header.filter(Boolean).join(', ')) : part.text;
  const mark: Mark = { part: part.at, cell: null, from: 0, to: part.kind === 'table' ? 0 : text.length };
  return {
    side: 'what the arrangements cost, line by line',
    where: whereOf(document, part),
    line: part.line,
    page: part.page,
    quote: text,
    mark,
  };
}
