// Asking an originator whether what it gave may leave its circle, be exported or be quoted; and its answer, for a time.
import { z } from 'zod';
import { releaseActs } from '../../../kernel/access/release.ts';
import { day, oneOf, optional, prose, recordId } from '../../../kernel/records/field.ts';
import { recordRef } from '../reclassify.ts';

export const releaseAnswers = { agreed: 'Agree', refused: 'Refuse' } as const;

export const releaseRequest = z.strictObject({
  ref: recordRef,
  act: oneOf(releaseActs, { label: 'What you want to do', widget: 'radios' }),
  reason: prose(
    { label: 'Why', hint: 'What it is needed for, and who would see it. Not what the record says' },
    1000,
  ),
});

export const releaseAnswer = z
  .strictObject({
    id: recordId({ label: 'Request', choose_from: 'releases', widget: 'hidden' }),
    answer: oneOf(releaseAnswers, { label: 'Your answer', widget: 'radios' }),
    expires_on: optional(day({ label: 'Until', hint: 'If you agree: the last day on which it may be done' })),
    note: optional(prose({ label: 'Reason or conditions', hint: 'If you refuse: why' }, 1000)),
  })
  .refine((given) => given.answer === 'refused' || given.expires_on !== null, {
    path: ['expires_on'],
    message: 'Enter the last day on which it may be done',
  })
  .refine((given) => given.answer === 'agreed' || given.note !== null, {
    path: ['note'],
    message: 'Say why you refuse, so that they know what would change it',
  });

interface Answered {
  answer: string | null;
  expires_on: string | null;
}

/** "Waiting for an answer", "Agreed until …", "Refused", "Agreed, but the time is over". */
export function standingOf(
  { answer, expires_on }: Answered,
  today: string,
  show: (day: string) => string,
): string {
  if (answer === null) return 'Waiting for an answer';
  if (answer === 'refused' || expires_on === null) return 'Refused';
  return expires_on < today
    ? `Agreed until ${show(expires_on)}; the time is over`
    : `Agreed until ${show(expires_on)}`;
}
