// An item of evidence: one fact in one of six shapes, with its period, geography and source. What a source does not
// print stays empty and shows as "not printed"; nothing is ever filled in for it (design 5, domain handbook 5.12).
import { z } from 'zod';
import { contentHash, isRef } from '../../kernel/evidence/evidence.ts';
import { type Content, content, type Shape } from '../../kernel/evidence/shapes.ts';
import { type Topic, topicNames, topics } from '../../kernel/evidence/topics.ts';
import {
  day,
  manyOf,
  oneOf,
  optional,
  prose,
  recordId,
  seenRevision,
  text,
  whole,
} from '../../kernel/records/field.ts';

export const shapeWords: Record<Shape, string> = {
  statement: 'Statement',
  measure: 'Figure',
  table: 'Table',
  quotation: 'Quotation',
  'case-study': 'Case study',
  document: 'Document',
};

export const parts = {
  done: 'What we have done',
  difference: 'How we know it made a difference',
  next: 'What we will do next',
} as const;

const yearLabel = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'Enter a reporting year such as 2024-25')
  .refine(
    (label) => (Number(label.slice(0, 4)) + 1) % 100 === Number(label.slice(5)),
    'Enter a reporting year such as 2024-25',
  )
  .meta({
    label: 'Report of the year',
    hint: 'Such as 2024-25. Only if it belongs in a report whose year is not its own period',
  });

/** When, where and from what: the same for every shape, in the order in which a form asks. */
export const circumstances = {
  period_from_on: optional(day({ label: 'Period from' })),
  period_to_on: optional(day({ label: 'Period to' })),
  period_label: optional(text({ label: 'Period as printed', hint: 'For example “Q2 2024/25”' }, 80)),
  as_of_on: optional(day({ label: 'On the day', hint: 'For a figure taken on one day' })),
  geography: optional(text({ label: 'Area it is about', hint: 'As the source names it' }, 120)),
  source_id: optional(recordId({ label: 'Source', choose_from: 'sources' })),
  locator: optional(text({ label: 'Place in the source', hint: 'Page, paragraph or line' }, 120)),
  agency_id: optional(recordId({ label: 'Agency it comes from', choose_from: 'agencies' })),
  group_ref: optional(
    text({ label: 'Priority', choose_from: 'priority-groups' }, 120).refine(isRef, 'Choose a priority'),
  ),
  part: optional(oneOf(parts, { label: 'Which question it answers' })),
  year_label: optional(yearLabel),
  position: whole({ label: 'Order on the page', hint: 'Lower numbers come first' }).default(100),
};

/** Who may see it; decided when it is added, and changed only with its files and history. */
export const circle = {
  circle_id: optional(
    recordId({
      label: 'Circle',
      choose_from: 'circles',
      none: 'None: everybody in the partnership may see it',
      hint: 'Only if few may see it',
    }),
  ),
};

export const title = text({ label: 'Title', hint: 'What it says, in a few words' }, 300);

/** A form asks for the first topic and the others apart; the register keeps them as one list, first things first. */
export const topicFields = {
  topic: oneOf(topics, { label: 'Place in the yearly report' }),
  also_topics: optional(
    manyOf(topics, { label: 'Also about', hint: 'Duties that name these will count it' }),
  ),
};

export function topicsOf(fields: { topic: Topic; also_topics: Topic[] | null }): Topic[] {
  return [...new Set([fields.topic, ...(fields.also_topics ?? [])])];
}

const wholeItem = {
  title,
  topics: z
    .array(z.enum(topicNames))
    .min(1, 'Name at least one topic; the first is its place in the yearly report')
    .meta({ label: 'Topics', hint: 'The first is its place in the yearly report' }),
  content: content.meta({ label: 'Content' }),
  ...circumstances,
};

type Periods = { period_from_on?: unknown; period_to_on?: unknown };
/** A rule over several fields, as `refine(...rule)` takes it. */
export type Rule<T> = [(given: T) => boolean, { message: string; path: string[] }];
export const periodRule: Rule<Periods> = [
  ({ period_from_on: from, period_to_on: to }) =>
    typeof from !== 'string' || typeof to !== 'string' || from <= to,
  { message: 'The period ends before it starts. Correct one of the two days', path: ['period_to_on'] },
];

/** Any shape at once, for the API, the command line, imports and the demonstration. */
export const item = z.strictObject({ ...wholeItem, ...circle }).refine(...periodRule);
export type Item = z.output<typeof item>;
/** Everything of an item that a change may touch. */
export type ItemFields = Omit<Item, 'circle_id'>;

export const changeOf = {
  id: z.uuid().meta({ label: 'Record', widget: 'hidden' as const }),
  seen_revision: seenRevision,
};

export const itemChange = z.strictObject({ ...wholeItem, ...changeOf }).refine(...periodRule);

export const withdrawal = z.strictObject({
  ...changeOf,
  reason: prose({ label: 'Why it is withdrawn', hint: 'It stays in the history; reports leave it out' }, 500),
});

/** The columns of an item's row, from its fields. */
export function rowOf({ content, ...fields }: ItemFields) {
  return {
    ...fields,
    shape: content.shape,
    content: JSON.stringify(content),
    content_hash: contentHash(content),
  };
}

/** Why a person should look at an item again, or null. */
export function gapOf(of: Content): string | null {
  if (of.shape === 'measure' && of.value === null) return 'The source does not print this figure.';
  if (of.shape === 'case-study' && of.consent === 'not-recorded') {
    return 'Consent to tell this story is not recorded.';
  }
  return null;
}
