// A record that somebody says is wrong (UK GDPR article 16), and the note that stands beside it. Records of safeguarding are
// not rewritten: what was thought at the time stays, with what was found out since.
import { z } from 'zod';
import { isRef } from '../../../kernel/evidence/evidence.ts';
import * as field from '../../../kernel/records/field.ts';

export const raisedAs = {
  subject: 'The person whom it is about',
  parent: 'Somebody with parental responsibility',
  representative: 'Somebody acting for the person',
  agency: 'An agency',
  staff: 'Somebody of the partnership',
} as const;

export const rectificationStates = {
  open: 'Being looked into',
  accepted: 'Found wrong: the note puts it right',
  kept: 'Stands as it is, with the note',
} as const;

export const rectification = z.strictObject({
  about_ref: field
    .text(
      {
        label: 'The record',
        hint: 'Its reference, such as evidence.item/0199…; the page of the record gives it',
      },
      120,
    )
    .refine(isRef, 'Enter the reference of a record'),
  disputed: field.prose({ label: 'What is said to be wrong' }, 2000),
  raised_by: field.text({ label: 'Who says so', hint: 'Not shown beside the record' }, 200),
  capacity: field.oneOf(raisedAs, { label: 'In what capacity', widget: 'radios' }),
  raised_on: field.day({ label: 'Said on' }),
  note: field.prose(
    { label: 'The note', hint: 'As it is to stand beside the record, for everybody who reads it' },
    4000,
  ),
});

export const rectificationDecision = z.strictObject({
  id: field.recordId({ label: 'Note', choose_from: 'rectifications', widget: 'hidden' }),
  seen_revision: field.seenRevision,
  state: field.oneOf(
    { accepted: rectificationStates.accepted, kept: rectificationStates.kept },
    { label: 'What was found', widget: 'radios' },
  ),
  note: field.prose({ label: 'The note', hint: 'As it stands beside the record from now on' }, 4000),
  reason: field.prose({ label: 'Why', hint: 'The person who raised it is told this' }, 2000),
});
