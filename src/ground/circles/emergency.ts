// Emergency access: one person, one record, four hours. It needs a reason, ends by itself, and is told at once; afterwards
// somebody else says whether it was justified. Law: UK GDPR article 5(1)(f), 5(2); Working Together 2023 chapter 1 on sharing.
import { z } from 'zod';
import { oneOf, optional, prose, recordId } from '../../kernel/records/field.ts';

/** Hours that emergency access lasts. */
export const emergencyHours = 4;

/** So many may wait for their review; a further one is refused until somebody has looked. */
export const mostUnreviewed = 5;

export const emergencyReason = prose({
  label: 'Why it cannot wait',
  hint: 'At least 20 characters. The business managers are told at once, with your name and this reason',
}).refine((reason) => reason.length >= 20, 'Say in at least 20 characters why it cannot wait');

export const emergencyReview = z
  .strictObject({
    id: recordId({ label: 'Emergency access', choose_from: 'emergencies', widget: 'hidden' }),
    justified: oneOf({ yes: 'Yes', no: 'No' }, { label: 'Was it justified?', widget: 'radios' }),
    review_note: optional(prose({ label: 'Why, and what follows from it' }, 1000)),
  })
  .refine((given) => given.justified === 'yes' || given.review_note !== null, {
    path: ['review_note'],
    message: 'Say why it was not, and what follows from it',
  });
