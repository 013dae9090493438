// A cover paper: what a council's committee is given in front of the yearly report, in the council's own form. It is filled from
// records, signed off only when nothing is left open, and frozen then; it can be taken back until the meeting.
import { z } from 'zod';
import type { Day } from '../../../kernel/calendar/day.ts';
import { day, oneOf, prose, seenRevision, text } from '../../../kernel/records/field.ts';
import { reportYear } from '../edition.ts';

export const coverPaperStates = {
  draft: 'Draft',
  'signed-off': 'Signed off',
  withdrawn: 'Withdrawn',
} as const;
export type CoverPaperState = keyof typeof coverPaperStates;

/** The lifecycle: what may follow each state. */
export const coverPaperMoves = {
  draft: ['signed-off', 'withdrawn'],
  'signed-off': ['draft', 'withdrawn'],
  withdrawn: [],
} as const satisfies Record<CoverPaperState, readonly CoverPaperState[]>;

export const decisions = { note: 'To note it', endorse: 'To endorse it', decide: 'To decide' } as const;
export type Decision = keyof typeof decisions;

const meeting = {
  committee: text({ label: 'Committee', hint: 'By its full name, as on its agenda' }, 200),
  meeting_on: day({ label: 'Day of the meeting' }),
  decision: oneOf(decisions, { label: 'What the committee is asked', widget: 'radios' }),
};
const one = { id: z.uuid().meta({ label: 'Cover paper', widget: 'hidden' }), seen_revision: seenRevision };

export const newCoverPaper = z.strictObject({
  year: reportYear,
  template_id: text(
    {
      label: 'Template',
      choose_from: 'cover-paper-templates',
      hint: 'The form of the council whose committee it is for',
    },
    80,
  ),
  ...meeting,
});

export const changedMeeting = z.strictObject({ ...one, ...meeting });

/** An answer as it was typed: words, or the boxes that were ticked. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

/** Characters of one answer. */
export const longestAnswer = 8000;
const most = `Write ${longestAnswer} characters or fewer`;

export const answered = z.strictObject({
  ...one,
  answers: z
    .record(
      z.string().max(80),
      z.union([z.string().max(longestAnswer, most), z.array(z.string().max(500)).max(50)]).nullable(),
    )
    .meta({ label: 'Answers', hint: 'By the name of the question in the template' }),
});

export const onePaper = z.strictObject(one);

export const withdrawn = z.strictObject({
  ...one,
  reason: prose({ label: 'Why it is withdrawn', hint: 'It stays on the list with your reason' }, 1000),
});

export interface CoverPaper {
  id: string;
  revision: number;
  template_id: string;
  committee: string;
  meeting_on: Day;
  decision: Decision;
  state: CoverPaperState;
  signed_off_by: string | null;
  signed_off_on: Day | null;
  frozen_sha256: string | null;
  withdrawn_on: Day | null;
  withdrawn_reason: string | null;
}
