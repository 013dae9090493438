// Pairs of names that may be one thing: one word more in front, another word for the same doing, the same words for a group
// called a group here and a board there. Where the text tells the two apart, or says one was renamed, they are two.
import type { ReadDocument } from '../reading/document.ts';
import type { Name, NameKind } from '../reading/language/names.ts';
import { plainForm } from '../reading/language/plain-form.ts';
import { passagesIn } from './passages.ts';

export interface Pair {
  /** The one that stands less often. */
  one: Name;
  other: Name;
  /** How they are alike, after "A and B …". */
  how: string;
  confidence: number;
}

const compared: ReadonlySet<NameKind> = new Set(['body', 'meeting', 'strategy', 'campaign', 'agency']);

export function samePairs(document: ReadDocument, names: readonly Name[]): Pair[] {
  const apart = toldApart(document, names);
  const registered = new Map(
    document.names.flatMap(({ ref, name, others }) =>
      [name, ...others.map((o) => o.name)].map((each) => [each.toLowerCase(), ref] as const),
    ),
  );
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  const candidates = names.filter(({ kind, plain }) => compared.has(kind) && plain.split(' ').length >= 2);
  const area = areaWords(document);
  for (const shape of shapes) {
    const byKey = Map.groupBy(
      candidates.flatMap((name) => shape.keys(name, area).map((key) => ({ name, key }))),
      ({ key }) => key,
    );
    for (const held of byKey.values()) {
      const alike = [...new Set(held.map(({ name }) => name))];
      const [a, b] = alike;
      // Three of a kind are a family of groups, not one group misnamed.
      if (!a || !b || alike.length !== 2 || !shape.same(a, b, area)) continue;
      const key = [a.plain, b.plain].toSorted().join('|');
      if (seen.has(key) || apart.has(key) || differentRecords(registered, a, b) || differentYears(a, b))
        continue;
      seen.add(key);
      const [one, other] = a.mentions.length <= b.mentions.length ? [a, b] : [b, a];
      pairs.push({ one, other, how: shape.how, confidence: shape.confidence });
    }
  }
  return pairs;
}

interface Shape {
  how: string;
  confidence: number;
  /** Names with a key in common are looked at. */
  keys(name: Name, area: ReadonlySet<string>): string[];
  same(a: Name, b: Name, area: ReadonlySet<string>): boolean;
}

/** Words that say whose a thing is or how it works, and not what it is about. */
const addedWords = new Set(['child', 'multiagency', 'professional', 'safeguarding']);
const heads = new Set([
  'group',
  'subgroup',
  'board',
  'panel',
  'forum',
  'committee',
  'network',
  'centre',
  'center',
  'service',
]);
const vague = new Set([
  'partnership',
  'child',
  'safeguarding',
  'multiagency',
  'strategic',
  'operational',
  'family',
  'health',
  'local',
  'national',
  'young',
  'people',
  'service',
  'work',
  'working',
  'executive',
  'annual',
  'joint',
  'working',
  'business',
  'action',
  'steering',
  'practice',
]);
/** Last words that many strategies of one area share. */
const sharedTopics = new Set([
  'wellbeing',
  'health',
  'care',
  'education',
  'protection',
  'development',
  'learning',
  'support',
  'family',
  'safety',
  'abuse',
  'exploitation',
  'disability',
  'violence',
  'crime',
  'people',
  'child',
  'service',
  'intervention',
  'help',
]);

const shapes: readonly Shape[] = [
  {
    how: 'differ by one word',
    confidence: 0.65,
    keys: (name, area) => {
      if (name.kind === 'agency') return [];
      const words = ownWords(name, area);
      const without = words.flatMap((word, at) =>
        addedWords.has(word) ? [words.toSpliced(at, 1).join(' ')] : [],
      );
      return [words.join(' '), ...without].map((key) => `${familyOf(name.kind)} ${key}`);
    },
    same: (a, b, area) => {
      const [words, others] = [ownWords(a, area), ownWords(b, area)];
      const shorter = words.length < others.length ? words : others;
      return (
        Math.abs(words.length - others.length) === 1 &&
        shorter.slice(0, -1).some((word) => !vague.has(word) || word === 'young')
      );
    },
  },
  {
    how: 'are the same but for the kind of group',
    confidence: 0.5,
    keys: ({ kind, plain }) => {
      const words = plain.split(' ');
      const last = words.at(-1) ?? '';
      return (kind === 'body' || kind === 'agency') && heads.has(last) && words.length > 2
        ? [words.slice(0, -1).join(' ')]
        : [];
    },
    same: (a, b, area) =>
      a.plain
        .split(' ')
        .slice(0, -1)
        .some((word) => !vague.has(word) && !area.has(word)),
  },
  {
    how: 'differ by one word that may stand for the same doing',
    confidence: 0.5,
    keys: ({ kind, text, plain }) => {
      if (kind !== 'campaign') return [];
      const doing = /\b([A-Z][a-z]+ing)\b/.exec(text)?.[1]?.toLowerCase();
      return doing
        ? [
            plain
              .replace(doing, '')
              .replace(/\b(?:partnership|campaign)\b/g, '')
              .replaceAll(/\s+/g, ' ')
              .trim(),
          ].filter((key) => key !== '')
        : [];
    },
    same: () => true,
  },
  {
    how: 'end in the same subject',
    confidence: 0.5,
    keys: ({ kind, text, plain }) => {
      const subject = /\b[A-Z][\w'’]* (?:and|&) ([A-Z][a-z]+) ([Ss]trategy|[Pp]lan|[Ff]ramework)$/.exec(text);
      const word = subject?.[1]?.toLowerCase() ?? '';
      return kind === 'strategy' && word !== '' && !sharedTopics.has(word)
        ? [`${word} ${plain.split(' ').at(-1)}`]
        : [];
    },
    same: () => true,
  },
  {
    how: 'differ by the name of the place',
    confidence: 0.5,
    keys: ({ kind, plain }) => {
      const words = plain.split(' ');
      return kind === 'agency' && words.length === 3 ? [words.slice(1).join(' ')] : [];
    },
    same: (a, b, area) => {
      const firsts = [a, b].map(({ plain }) => plain.split(' ')[0] ?? '');
      const middle = a.plain.split(' ')[1] ?? '';
      return (
        firsts.some((word) => area.has(word)) &&
        firsts.some((word) => vague.has(word)) &&
        !vague.has(middle) &&
        !area.has(middle)
      );
    },
  },
];

/** Without whose it is: "Fernshire …", "FSCP …". */
function ownWords({ text, plain }: Name, area: ReadonlySet<string>): string[] {
  const short = /^[A-Z]{3,}\b/.exec(text)?.[0].toLowerCase();
  return plain.split(' ').filter((word) => word !== short && (addedWords.has(word) || !area.has(word)));
}

function familyOf(kind: NameKind): string {
  return kind === 'meeting' ? 'body' : kind;
}

/** Words of the partnership's own name and place. */
function areaWords({ title }: ReadDocument): Set<string> {
  return new Set([...(title ?? '').matchAll(/\b[A-Z][a-z]+\b/g)].map(([word]) => plainForm(word)));
}

const renamed =
  /\b(?:renam\w+|previously|former(?:ly)?|known as|called|replac\w+|became|becom\w+|successor|merg\w+|new name|superseded?)\b/i;

/** Pairs that stand in one sentence, or whose sentence says that a name has changed. */
function toldApart(document: ReadDocument, names: readonly Name[]): Set<string> {
  const byPart = new Map<number, { name: Name; from: number }[]>();
  for (const name of names)
    if (compared.has(name.kind))
      for (const { part, cell, from } of name.mentions)
        if (cell === null) byPart.set(part.at, [...(byPart.get(part.at) ?? []), { name, from }]);
  const apart = new Set<string>();
  const changed = new Set<string>();
  for (const { part, from, text } of passagesIn(document)) {
    const here = (byPart.get(part.at) ?? []).filter(
      (mention) => mention.from >= from && mention.from < from + text.length,
    );
    if (here.length > 0 && renamed.test(text)) for (const { name } of here) changed.add(name.plain);
    for (const [at, { name: a }] of here.entries())
      for (const { name: b } of here.slice(at + 1)) apart.add([a.plain, b.plain].toSorted().join('|'));
  }
  const plains = [...changed];
  for (const [at, a] of plains.entries())
    for (const b of plains.slice(at + 1)) apart.add([a, b].toSorted().join('|'));
  return apart;
}

/** "… (2021)" and "… 2025-2028": two editions, each with its own name. */
function differentYears(a: Name, b: Name): boolean {
  const [years, others] = [a, b].map(
    ({ mentions }) =>
      new Set(
        mentions.flatMap(({ part, cell, to }) =>
          part.kind === 'table' || cell ? [] : yearAfter(part.text.slice(to, to + 24)),
        ),
      ),
  );
  return (
    years !== undefined &&
    others !== undefined &&
    years.size > 0 &&
    others.size > 0 &&
    [...years].every((year) => !others.has(year))
  );
}

function yearAfter(after: string): string[] {
  const year = /^,? \(?(?:[A-Z][a-z]+ )?((?:19|20)\d\d)/.exec(after)?.[1];
  return year ? [year] : [];
}

/** Two names of two records are two things. */
function differentRecords(registered: ReadonlyMap<string, string>, a: Name, b: Name): boolean {
  const [one, other] = [registered.get(a.text.toLowerCase()), registered.get(b.text.toLowerCase())];
  return one !== undefined && other !== undefined;
}
