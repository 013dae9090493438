// The independent scrutineer's statement beside the yearly report: how they looked, what works, what worries them, whether
// the arrangements are effective, and what they recommend (Children Act 2004 section 16G(3); Working Together, independent
// scrutiny). It is the scrutineer's own: nobody else writes or signs it, and it is published as it was signed.
import { z } from 'zod';
import { day, optional, prose, recordId, seenRevision } from '../../../kernel/records/field.ts';
import type { Replied } from '../../../ground/thread/index.ts';
import { reportYear } from '../edition.ts';

export const sections = {
  looked_at: {
    label: 'How you looked',
    hint: 'What you read, whom you met, what you saw. Name no child, no family and no practitioner',
  },
  works_well: { label: 'What works', hint: 'And how you know' },
  concerns: { label: 'What worries you', hint: 'And what it is based on' },
  effectiveness: {
    label: 'How effective the arrangements are',
    hint: 'Your judgement, and whether leaders, practitioners and children would recognise it',
  },
} as const;
export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as Section[];

const section = (name: Section) => prose(sections[name], 8000);

export const statement = z.strictObject({
  year: reportYear,
  looked_at: section('looked_at'),
  works_well: section('works_well'),
  concerns: section('concerns'),
  effectiveness: section('effectiveness'),
  seen_revision: seenRevision,
});

const year = { year: reportYear };

export const newRecommendation = z.strictObject({
  ...year,
  gist: prose(
    { label: 'What you recommend', hint: 'One thing to do, and what should be different afterwards' },
    2000,
  ),
  due_on: optional(day({ label: 'By when' })),
  repeats_id: optional(
    recordId({ label: 'It repeats', choose_from: 'recommendations', hint: 'If you asked for it before' }),
  ),
});

export const takenRecommendation = z.strictObject({
  ...year,
  recommendation_id: recordId({
    label: 'Recommendation',
    choose_from: 'recommendations',
    hint: 'One of yours that is on the thread already',
  }),
});

export const leftOut = z.strictObject({
  id: z.uuid().meta({ label: 'Recommendation', widget: 'hidden' }),
  seen_revision: seenRevision,
});

/** A recommendation of the statement with what the partnership replied. */
export interface Recommended extends Replied {
  /** Of its place in the statement. */
  place_id: string;
  place_revision: number;
}

export interface Statement {
  id: string;
  revision: number;
  looked_at: string;
  works_well: string;
  concerns: string;
  effectiveness: string;
  signed_by: string | null;
  signed_on: string | null;
}
