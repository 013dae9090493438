// The yearly report told to those it is about: a version for children and young people, and one in easy read. For each priority
// what they told us, what we did, what changed and what comes next (Lundy's audience and influence: a child is told what
// changed and why; UN Convention on the Rights of the Child article 12; Equality Act 2010 section 20).
import { z } from 'zod';
import { day, file, optional, prose, seenRevision, text, whole, yes } from '../../../kernel/records/field.ts';
import { reportYear } from '../edition.ts';

/** `ages` is a guide for whoever writes: no text is refused for being older. */
export const versionKinds = {
  children: {
    title: 'For children and young people',
    name: 'Children’s and young people’s version',
    word: 'children’s version',
    ages: [9, 11],
  },
  'easy-read': { title: 'Easy read', name: 'Easy read version', word: 'easy read version', ages: [7, 9] },
} as const;
export type VersionKind = keyof typeof versionKinds;
export const versionKindNames = Object.keys(versionKinds) as [VersionKind, ...VersionKind[]];

export const questions = {
  told: {
    label: 'What you told us',
    hint: 'What children and young people said, in their own words where you can',
  },
  did: { label: 'What we did', hint: 'Who did what' },
  changed: {
    label: 'What changed',
    hint: 'Only what the report shows. If nothing has changed yet, say so, and why',
  },
  next: { label: 'What is next', hint: 'What will happen, and when they will hear of it again' },
} as const;
export type Question = keyof typeof questions;
export const questionNames = Object.keys(questions) as Question[];
export type Texts = Record<Question, string | null>;

const mostCharacters = 600;
const nameless = 'Name no child, no family and no worker';

export const versionKind = z
  .enum(versionKindNames, { error: 'There is no such version' })
  .meta({ label: 'Version', widget: 'hidden' });
const priority = z.uuid().meta({ label: 'Priority', widget: 'hidden' });

export const ofVersion = z.strictObject({ year: reportYear, kind: versionKind });
export const ofPart = ofVersion.extend({ priority });

export const opening = ofVersion.extend({
  opening: prose(
    { label: 'Opening words', hint: `Who you are and what this is about. ${nameless}` },
    mostCharacters,
  ),
  seen_revision: seenRevision,
});

const short = (name: Question) => optional(prose(questions[name], mostCharacters));

export const partTexts = ofPart.extend({
  told: short('told'),
  did: short('did'),
  changed: short('changed'),
  next: short('next'),
  seen_revision: seenRevision,
});

export const restsOn = ofPart.extend({
  claim_ref: optional(text({ label: 'Claim', widget: 'hidden' }, 200)),
  seen_revision: seenRevision,
});

const alternative = prose(
  {
    label: 'What the picture shows',
    hint: 'For whoever cannot see it, and for the film: one sentence. Show nobody who could be known',
  },
  300,
);

/** A page for telephones carries several. */
const largestPicture = 1024 * 1024;

export const newPicture = ofPart.extend({
  file: file({ label: 'Picture', hint: 'PNG or JPEG, at most 1 MB', largest: largestPicture }),
  picture_alt: alternative,
  seen_revision: seenRevision,
});

export const describedPicture = ofPart.extend({ picture_alt: alternative, seen_revision: seenRevision });
export const changedVersion = ofVersion.extend({ seen_revision: seenRevision });
export const changedPart = ofPart.extend({ seen_revision: seenRevision });

export const signing = ofVersion.extend({
  shown_to: prose(
    {
      label: 'Who read it before you signed',
      hint: 'In general words, such as “a school council” or “a group of young people in care”. Never a name, and no school',
    },
    300,
  ),
  shown_count: whole(
    { label: 'How many they were', hint: 'Fewer than six are printed as “a small group”' },
    1,
    100_000,
  ),
  shown_on: day({ label: 'When they read it' }),
  they_said: prose({ label: 'What they said about it', hint: nameless }, 1000),
  changed_because: prose({ label: 'What you changed because of it', hint: 'If nothing, say why' }, 1000),
  without_evidence: optional(
    prose(
      {
        label: 'Why “what changed” may stand where no evidence shows it',
        hint: 'Only if a priority is marked so above',
      },
      1000,
    ),
  ),
  nobody_known: yes({
    label:
      'I have read every text and looked at every picture: no child, no family and no worker can be known from them',
  }),
  seen_revision: seenRevision,
});

/** A claim of the year that “what changed” may rest on. */
export interface OfferedClaim {
  ref: string;
  said: string;
  grade: 'measured' | 'triangulated' | 'single-source' | 'asserted';
  path: string;
}

export interface VersionPicture {
  file_id: string;
  alt: string | null;
}

export interface VersionPart extends Texts {
  /** Of the priority; its page carries it. */
  priority: string;
  priority_ref: string;
  title: string;
  /** Null: nothing is written yet. */
  id: string | null;
  revision: number | null;
  rests_on: string | null;
  picture: VersionPicture | null;
}

export interface SignedBy {
  by: string;
  on: string;
  sha256: string;
}

export interface Version {
  kind: VersionKind;
  /** Null: nothing is written yet. */
  id: string | null;
  revision: number | null;
  opening: string | null;
  shown_to: string | null;
  shown_count: number | null;
  shown_on: string | null;
  they_said: string | null;
  changed_because: string | null;
  without_evidence: string | null;
  /** Null: a draft. */
  signed: SignedBy | null;
  /** One for each priority of the year, in their order. */
  parts: VersionPart[];
}

export type Standing = 'not-begun' | 'draft' | 'signed';

export function standingOf({ id, signed }: Pick<Version, 'id' | 'signed'>): Standing {
  if (signed !== null) return 'signed';
  return id === null ? 'not-begun' : 'draft';
}

/** What is still to be written or described before it can be signed. */
export function missingFrom({ kind, opening: words, parts }: Version): string[] {
  const missing = words === null ? ['The opening words'] : [];
  if (parts.length === 0) missing.push('The priorities of the year: the plan holds none yet');
  for (const part of parts) {
    for (const name of questionNames)
      if (part[name] === null) missing.push(`${part.title}: ${questions[name].label.toLowerCase()}`);
    if (part.picture?.alt === null) missing.push(`${part.title}: what the picture shows`);
    // Easy read is read by its pictures as much as by its words.
    if (part.picture === null && kind === 'easy-read') missing.push(`${part.title}: a picture`);
  }
  return missing;
}

/** Priorities whose “what changed” nothing in the report shows. */
export function unshown(
  parts: readonly VersionPart[],
  claims: ReadonlyMap<string, readonly OfferedClaim[]>,
): VersionPart[] {
  return parts.filter(({ changed, rests_on, priority_ref }) => {
    if (changed === null) return false;
    const claim = claims.get(priority_ref)?.find(({ ref }) => ref === rests_on);
    return claim === undefined || claim.grade === 'asserted';
  });
}

const smallest = 6;

/** So few could be known to each other, and to others. */
export function countWords(count: number): string {
  return count < smallest ? 'a small group' : `${count}`;
}
