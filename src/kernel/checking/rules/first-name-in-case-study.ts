// A first name in a case study or quotation that does not say that names were changed. Even one first name, beside a story,
// lets a family, a school or a newspaper know who it is about.
import { isProse, type Prose, type ReadDocument } from '../../reading/document.ts';
import { type FirstName, firstNamesIn } from '../../reading/language/first-names.ts';
import { namesIn } from '../../reading/language/names.ts';
import { type Word, wordsIn } from '../../reading/language/words.ts';
import type { Finding } from '../finding.ts';
import { liesIn, type NamedPlace, namedPlaces } from '../named-places.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { type Story, storiesIn } from '../stories.ts';

const id = 'first-name-in-case-study';

export const rule: Rule = {
  id,
  group: 'privacy',
  title: 'A first name in somebody’s story',
  why: 'A first name, read with the rest of a story, can tell people who the child is.',
  severities: ['high'],
  check(document) {
    const findings: Finding[] = [];
    let known: KnownWords | null = null;
    for (const story of storiesIn(document)) {
      if (story.names_changed) continue;
      known ??= knownWords(document);
      const names = namesOf(story, known);
      if (names.length > 0) findings.push(describe(document, story, names));
    }
    known ??= knownWords(document);
    return [...findings, ...outsideStories(document, known)];
  },
};

interface KnownWords {
  /** Words of the names of bodies, places and the like. */
  notPeople: ReadonlySet<string>;
  places: ReadonlyMap<number, readonly NamedPlace[]>;
}

interface Found extends FirstName {
  part: Prose;
}

function knownWords(document: ReadDocument): KnownWords {
  const notPeople = new Set<string>();
  const add = (text: string) => {
    for (const { norm } of wordsIn(text)) notPeople.add(norm);
  };
  for (const { name, others } of document.names)
    for (const one of [name, ...others.map((other) => other.name)]) add(one);
  for (const { text } of namesIn(document)) add(text);
  if (document.title) add(document.title);
  return { notPeople, places: namedPlaces(document) };
}

function namesOf(story: Story, known: KnownWords): Found[] {
  const found = new Map<string, Found>();
  for (const part of story.parts)
    for (const name of namesInPart(part, known)) {
      const before = found.get(name.word.bare);
      if (before) before.times += name.times;
      else found.set(name.word.bare, { ...name, part });
    }
  // Whoever is quoted with first and last name gave the words under their own name.
  return [...found.values()].filter(({ full }) => story.voice === 'case-study' || !full);
}

function namesInPart(part: Prose, { notPeople, places }: KnownWords): FirstName[] {
  const here = places.get(part.at) ?? [];
  const named = ({ from, to }: Word) => liesIn(here, from, to);
  return firstNamesIn(part.text, wordsIn(part.text), named, notPeople);
}

/** Who is named in full somewhere, or with an office, is not a child in a story when called by the first name later. */
function outsideStories(document: ReadDocument, known: KnownWords): Finding[] {
  const suspects: { part: Prose; name: FirstName }[] = [];
  const inFull = new Set<string>();
  for (const part of document.parts) {
    if (!isProse(part)) continue;
    for (const name of namesInPart(part, known)) {
      if (name.full) inFull.add(name.word.bare);
      else if (part.voice === 'own' && part.kind !== 'contents' && tellsOfAChild(part.text, name))
        suspects.push({ part, name });
    }
  }
  return suspects
    .filter(({ name }) => !inFull.has(name.word.bare) && !known.notPeople.has(name.word.bare))
    .map(({ part, name }) => described(document, part, [{ ...name, part }], 0.6));
}

const childsWorld =
  /\b(mum|dad|mother|father|parents?|sibling|brother|sister|social worker|foster|placement|school|nursery|hospital|police|aged \d|year[- ]old|missing|exploit\w+|abus\w+|home)\b/gi;

/** A lone first name that acts, in a paragraph about a child’s life. */
function tellsOfAChild(text: string, { acts, times }: FirstName): boolean {
  return acts && times >= 2 && new Set(text.match(childsWorld)?.map((word) => word.toLowerCase())).size >= 3;
}

function describe(document: ReadDocument, story: Story, names: readonly Found[]): Finding {
  const [first] = names;
  if (!first) throw new Error('A story without a name has no finding');
  return described(
    document,
    first.part,
    names,
    names.some(({ acts, times }) => acts || times > 1) ? 0.9 : 0.7,
    story,
  );
}

function described(
  document: ReadDocument,
  part: Prose,
  names: readonly Found[],
  confidence: number,
  story?: Story,
): Finding {
  const [{ word } = { word: { from: 0, to: 0 } }] = names;
  const shown = names.map(({ word: { raw }, times }) => {
    const name = `“${raw.replace(/['’]s$/i, '')}”`;
    return times > 1 ? `${name} (${times} times)` : name;
  });
  const quoted = story?.voice === 'quotation';
  return findingAt(id, document, part, {
    severity: 'high',
    confidence,
    message: `${listWords(shown)} ${names.length === 1 ? 'reads' : 'read'} like a first name. ${lineMissing(part, quoted)}`,
    mend: quoted
      ? 'Write the role in square brackets instead of the name, such as “[the child]”.'
      : 'Write “the child”, “the young person” or “the baby” instead; or, if the name was changed, say so in a line beside the story.',
    detail: names
      .map(({ word: { bare } }) => bare)
      .toSorted()
      .join('|'),
    from: word.from,
    to: word.to,
  });
}

function lineMissing({ known }: Prose, quoted: boolean): string {
  if (quoted) return 'A quotation shows the role of whoever speaks, and no names.';
  return known?.names_changed === false
    ? 'It is recorded that names were not changed.'
    : 'No line says that names were changed.';
}
