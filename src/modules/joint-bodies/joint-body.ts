// Joint bodies: a child death overview panel or another body that two or more areas share (child death review partners:
// Children Act 2004 sections 16M to 16Q). It is a partnership of its own; a home receives copies, and only of a body from
// which it agreed to take them. Words, schemas and what a copy says.
import { z } from 'zod';
import type { Content } from '../../kernel/evidence/shapes.ts';
import type { Period } from '../../kernel/evidence/evidence.ts';
import { day, oneOf, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';

/** Concepts of which a joint body may send copies, and the table that holds each. */
export const shareable = {
  'thread.finding': { table: 'thread.finding', title: 'title', word: 'Finding' },
  'thread.recommendation': { table: 'thread.recommendation', title: 'gist', word: 'Recommendation' },
  'thread.decision': { table: 'thread.decision', title: 'text', word: 'Decision' },
  'evidence.item': { table: 'evidence.item', title: 'title', word: 'Evidence' },
} as const;
export type Shareable = keyof typeof shareable;

export function isShareable(concept: string): concept is Shareable {
  return concept in shareable;
}

/** Everything a copy says: it stands by itself, because nothing can be looked up where it came from. */
export interface Copy {
  concept: Shareable;
  title: string;
  content: Content | null;
  as_of: string | null;
  period: Period;
  geography: string | null;
  source_title: string | null;
  locator: string | null;
}

export const sharingStates = {
  waiting: 'On its way',
  delivered: 'Delivered',
  refused: 'Not taken',
} as const;
export type SharingState = keyof typeof sharingStates;

export const copyStates = {
  waiting: 'Waiting',
  'taken-in': 'Taken in',
  declined: 'Declined',
} as const;
export type CopyState = keyof typeof copyStates;

const shortName = (words: { label: string; hint: string }) =>
  text(words, 41).regex(/^[a-z][a-z0-9-]{1,40}$/, 'Enter the short name: small letters, figures and hyphens');

const term = { from_on: day({ label: 'From' }), until_on: optional(day({ label: 'Last day' })) };

const inOrder = <T extends { from_on: string; until_on: string | null }>(of: z.ZodType<T>) =>
  of.refine((one) => one.until_on === null || one.until_on >= one.from_on, {
    path: ['until_on'],
    message: 'The last day must not be before the first',
  });

export const home = inOrder(
  z.strictObject({
    short_name: shortName({
      label: 'Short name of the home partnership',
      hint: 'As it stands in its addresses, for example “fernshire”',
    }),
    ...term,
  }),
);

export const acceptance = inOrder(
  z.strictObject({
    short_name: shortName({
      label: 'Short name of the joint body',
      hint: 'Ask its business manager for it',
    }),
    ...term,
    agreed_by: text(
      { label: 'Who agreed', hint: 'A meeting or office, for example “Executive, 12 May 2025”' },
      200,
    ),
    restricted_to_id: optional(
      recordId({
        label: 'Circle for copies that few may see',
        choose_from: 'circles',
        none: 'None: only what everybody may see',
        hint: 'Leave it out to take only what everybody in the partnership may see',
      }),
    ),
  }),
);

export const termEnd = z.strictObject({
  id: recordId({ label: 'Record', choose_from: 'joint_terms', widget: 'hidden' }),
  seen_revision: seenRevision,
  until_on: day({ label: 'Last day', hint: 'Nothing is sent or taken after it' }),
});

export const sharing = z.strictObject({
  ref: text({ label: 'What to send', choose_from: 'joint_shareable' }, 120),
  home_id: recordId({ label: 'To which home partnership', choose_from: 'joint_homes' }),
  reason: optional(
    prose({ label: 'Why they need it', hint: 'Needed for a record that only a circle may see' }, 1000),
  ),
  home_circle: optional(
    text(
      {
        label: 'Which circle there is to receive it',
        hint: 'Its name in the home partnership; needed for a record that only a circle may see',
      },
      120,
    ),
  ),
});

export const withdrawal = z.strictObject({
  id: recordId({ label: 'Copy', choose_from: 'joint_sharings', widget: 'hidden' }),
  seen_revision: seenRevision,
  reason: prose({ label: 'Why it is withdrawn', hint: 'The home partnership reads this' }, 1000),
});

export const takingIn = z.strictObject({
  id: recordId({ label: 'Copy', choose_from: 'joint_copies', widget: 'hidden' }),
  seen_revision: seenRevision,
  as: oneOf(
    { finding: 'A finding', recommendation: 'A recommendation' },
    { label: 'Take it in as', widget: 'radios' },
  ),
});

export const declining = z.strictObject({
  id: recordId({ label: 'Copy', choose_from: 'joint_copies', widget: 'hidden' }),
  seen_revision: seenRevision,
  reason: prose(
    { label: 'Why it is not taken in', hint: 'For example: known already, or not about this area' },
    1000,
  ),
});

export function inForce(of: { from_on: string; until_on: string | null }, today: string): boolean {
  return of.from_on <= today && (of.until_on === null || today <= of.until_on);
}

/** What a copy says as plain words, for a finding or recommendation that is made from it. */
export function wordsOf({ title, content, period }: Copy): string {
  if (content === null) return title;
  const when = period.label === null ? '' : ` (${period.label})`;
  switch (content.shape) {
    case 'measure': {
      const value = content.value === null ? 'not printed' : `${content.value} ${content.unit}`;
      const share =
        content.numerator !== null && content.denominator !== null
          ? `, ${content.numerator} of ${content.denominator}`
          : '';
      return `${title}${when}: ${value}${share}`;
    }
    case 'table': {
      const rows = [content.columns.map(({ label }) => label), ...content.rows];
      return [`${title}${when}`, ...rows.map((row) => row.map((cell) => cell ?? '').join(' | '))].join('\n');
    }
    case 'document':
      return `${title}: ${content.description}`;
    case 'statement':
    case 'quotation':
    case 'case-study':
      return content.text;
  }
}

export interface Change {
  what: string;
  before: string;
  now: string;
}

/** What a later version says otherwise than the one before. */
export function changesBetween(before: Copy, now: Copy): Change[] {
  const read: [string, (copy: Copy) => string][] = [
    ['Title', (copy) => copy.title],
    ['What it says', wordsOf],
    ['Day', (copy) => copy.as_of ?? ''],
    ['Period', ({ period }) => period.label ?? [period.from, period.to].filter(Boolean).join(' to ')],
    ['Area', (copy) => copy.geography ?? ''],
    ['Source', (copy) => [copy.source_title, copy.locator].filter(Boolean).join(', ')],
  ];
  return read
    .map(([what, of]) => ({ what, before: of(before), now: of(now) }))
    .filter((change) => change.before !== change.now);
}
