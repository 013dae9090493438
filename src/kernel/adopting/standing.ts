// Under what each part of a document stands: the priority whose chapter it is in, the question that the heading asks, and the
// topics of the headings. Many reports print "What we will do next" on the same level as the priority it belongs to.
import type { Topic } from '../evidence/topics.ts';
import { type Heading, headingsOver, type Part, placeIn, type ReadDocument } from '../reading/document.ts';
import { namesIn } from '../reading/language/names.ts';
import { topicsIn } from '../reading/language/topic-words.ts';
import { whereOf } from '../checking/rule.ts';
import type { Draft, DraftPlace } from './draft.ts';

export interface Standing {
  priority: string | null;
  part: Draft['part'];
  topics: Topic[];
  where: string;
}

/** Headings that go on with what the one before was about. */
const goesOn =
  /^(?:what (?:we|has|have|was|will|next|difference|did|is)|how (?:do|did|will|have) we|(?:our )?next steps?|(?:the )?(?:impact|difference|outcomes?|progress|achievements?)\b|case stud|practice example|looking (?:ahead|forward)|why (?:this|is))/i;

const asks: readonly [Exclude<Draft['part'], null>, RegExp][] = [
  ['difference', /\b(?:difference|impact|outcomes?|how (?:do|did|will) we know)\b/i],
  ['next', /\b(?:next|will do|going forward|looking (?:ahead|forward)|(?:plans?|priorities|actions) for)\b/i],
  ['done', /\b(?:(?:have|has|been) done|we did|we have|achiev\w+|progress|key work)\b/i],
];

/** A function of the part, read once for the whole document. */
export function standings(document: ReadDocument): (part: Part) => Standing {
  const priorities = priorityOfHeadings(document);
  const continued = headingsContinued(document);
  return (part) => {
    const over = headingsOver(document, part);
    const priority = over.map(({ at }) => priorities.get(at)).find((name) => name !== undefined) ?? null;
    const where = whereOf(document, part);
    const named = over.some(({ text }) => priority !== null && text.includes(priority));
    return {
      priority,
      part: partAsked(over),
      topics: priority === null ? topicsOf(part, over, continued) : ['priority'],
      where: priority === null || named ? where : `${priority} › ${where}`,
    };
  };
}

export function placeOf(part: Part, from: number, where: string): DraftPlace {
  return { ...placeIn(part, from), where };
}

/** The name of the priority under which each heading stands, by the place of the heading. */
function priorityOfHeadings(document: ReadDocument): Map<number, string> {
  const own = new Map<Part, string>();
  for (const name of namesIn(document))
    for (const { part, text } of name.kind === 'priority' ? name.mentions : [])
      if (part.kind === 'heading') own.set(part, nameAlone(text));
  const under = new Map<number, string>();
  let current: { name: string; level: number } | null = null;
  for (const part of document.parts) {
    if (part.kind !== 'heading') continue;
    const name = own.get(part);
    if (name !== undefined) current = { name, level: part.level };
    else if (current && !isUnder(part, under) && !(part.level >= current.level && goesOn.test(part.text)))
      current = null;
    if (current) under.set(part.at, current.name);
  }
  return under;
}

function isUnder({ section }: Heading, under: ReadonlyMap<number, string>): boolean {
  return section !== null && under.has(section);
}

/** "Child Exploitation" of "Priority Two: Child Exploitation". */
export function nameAlone(text: string): string {
  return text.replace(/^Priority \w+\s?[:–—.-]\s?/i, '').trim();
}

function partAsked(over: readonly Heading[]): Draft['part'] {
  for (const { text } of over) {
    const asked = asks.find(([, pattern]) => pattern.test(text));
    if (asked) return asked[0];
  }
  return null;
}

/** For each "What we will do next", the heading before it that says of what. */
function headingsContinued(document: ReadDocument): Map<number, string> {
  const continued = new Map<number, string>();
  let subject: Heading | null = null;
  for (const part of document.parts) {
    if (part.kind !== 'heading') continue;
    const below = part.section !== null && continued.has(part.section);
    if (!goesOn.test(part.text)) subject = below ? subject : part;
    else if (subject !== null && subject.level >= part.level) continued.set(part.at, subject.text);
  }
  return continued;
}

function isForeword(text: string): boolean {
  return topicsIn(text)[0]?.topic === 'foreword';
}

/** Of words alone, where no heading tells, one stray word is not enough. */
const enough = 2;

function topicsOf(part: Part, over: readonly Heading[], continued: ReadonlyMap<number, string>): Topic[] {
  // A foreword that the levels of the headings put over the whole report speaks for what stands directly in it.
  const texts = over.flatMap(({ text, at }) => [text, continued.get(at) ?? '']).filter((text) => text !== '');
  const headings = texts.filter((text, at) => at === 0 || !isForeword(text));
  const own = topicsIn(part.kind === 'table' ? (part.caption ?? '') : part.text);
  const told = own.filter(({ score }) => score >= enough);
  const topics = [...topicsIn('', headings).slice(0, 1), ...told.slice(0, 2)].map(({ topic }) => topic);
  // Where no heading names a priority, the word alone makes no chapter of one.
  return [...new Set(topics)].filter((topic) => topic !== 'priority');
}
