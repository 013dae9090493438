// One priority, body, strategy, campaign or event under several names. What differs only in how it is spelt is one finding
// for the document; the rest are questions, since near names may be two things: groups of different topics are never asked
// about, nor what the text itself says was renamed.
import type { ReadDocument } from '../../reading/document.ts';
import { type Mention, type Name, namesIn } from '../../reading/language/names.ts';
import type { Finding } from '../finding.ts';
import { type Pair, samePairs } from '../near-names.ts';
import { findingAt, listWords, type Rule, whereOf } from '../rule.ts';
import { spellingsOf } from '../name-spellings.ts';

const id = 'one-thing-several-names';

export const rule: Rule = {
  id,
  group: 'names',
  title: 'One thing under several names',
  why: 'When one group or priority has two names, readers cannot tell whether there are two, and nobody can follow it from year to year.',
  severities: ['medium', 'low'],
  check: (document: ReadDocument): Finding[] => {
    const names = namesIn(document);
    return [
      ...prioritiesWithOneNumber(document, names),
      ...samePairs(document, names).map((pair) => question(document, pair)),
      ...spelling(document, names),
    ];
  },
};

/** "Priority Four: Engaging with Schools" here, "Priority Four: Working with Schools and Colleges" there. */
function prioritiesWithOneNumber(document: ReadDocument, names: readonly Name[]): Finding[] {
  const byNumber = Map.groupBy(
    names.filter(({ kind, number }) => kind === 'priority' && number !== null),
    ({ number }) => number,
  );
  return [...byNumber].flatMap(([number, alike]) => {
    const [most, ...others] = alike.toSorted((a, b) => b.mentions.length - a.mentions.length);
    const other = others.find(({ plain }) => most && !startsAlike(plain, most.plain));
    const place = other?.mentions.find(({ part }) => part.kind !== 'contents') ?? other?.mentions[0];
    if (!most || !other || !place) return [];
    return [
      at(document, place, {
        severity: 'medium',
        confidence: 0.9,
        message: `Priority ${number} is “${title(other)}” here, and “${title(most)}” elsewhere (${counted(document, most)}).`,
        mend: 'Decide which name the priority has this year and use it everywhere, in the contents too.',
        detail: `priority ${number} ${[most.plain, other.plain].toSorted().join('|')}`,
      }),
    ];
  });
}

/** A title cut short is no other title. */
function startsAlike(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function question(document: ReadDocument, { one, other, how, confidence }: Pair): Finding {
  const [place] = one.mentions;
  if (!place) throw new RangeError('A name stands somewhere.');
  return at(document, place, {
    severity: 'low',
    confidence,
    message: `“${one.text}” (${times(one.mentions.length)}) and “${other.text}” (${counted(document, other)}) ${how}. Is it one thing?`,
    mend: 'If it is one, use one name everywhere. If they are two, a word on how they differ helps the reader.',
    detail: [one.plain, other.plain].toSorted().join('|'),
  });
}

/** All that only differ in a small word, a hyphen, a plural or the order of words, once for the document. */
function spelling(document: ReadDocument, names: readonly Name[]): Finding[] {
  const spelt = spellingsOf(names);
  const [first] = spelt;
  if (!first) return [];
  return [
    at(document, first.place, {
      severity: 'low',
      confidence: 0.8,
      message: `${spelt.length === 1 ? 'One name is' : `${spelt.length} names are`} written in more than one way: ${spelt.map(({ forms }) => listWords(forms.map((form) => `“${form}”`))).join('; ')}.`,
      mend: 'Choose one way for each, so that a search finds all of them.',
      detail: spelt
        .map(({ forms }) => forms.toSorted().join('/'))
        .toSorted()
        .join('|'),
    }),
  ];
}

type Said = Pick<Parameters<typeof findingAt>[3], 'severity' | 'confidence' | 'message' | 'mend' | 'detail'>;

function at(document: ReadDocument, { part, cell, from, to }: Mention, said: Said): Finding {
  return findingAt(id, document, part, { ...said, from, to, ...(cell ? { cell } : {}) });
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** How often, and one place that is not the table of contents. */
function counted(document: ReadDocument, { mentions }: Name): string {
  const told = mentions.find(({ part }) => part.kind !== 'contents') ?? mentions[0];
  const where = told
    ? `${mentions.length === 1 ? ', ' : ', first '}under “${whereOf(document, told.part)}”`
    : '';
  return `${times(mentions.length)}${where}`;
}

/** Without "Priority Four: ". */
function title({ text }: Name): string {
  return text.replace(/^Priority \w+\s?[:–—.-]\s?/i, '');
}
