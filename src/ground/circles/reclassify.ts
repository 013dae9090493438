// Moving a record to another circle, closing an open one into a circle, or opening it to everybody: its files, its history
// and what belongs to it go along, because who may see a record may see all of it, and nobody else any of it.
import { z } from 'zod';
import { optional, prose, recordId, text, yes } from '../../kernel/records/field.ts';

export const recordRef = text({ label: 'Record', hint: 'Its reference, such as thread.finding/…' }, 120);

export const reclassification = z
  .strictObject({
    ref: recordRef,
    circle_id: optional(recordId({ label: 'Move it to the circle', choose_from: 'circles' })),
    open_to_all: yes({ label: 'Open it to everybody in the partnership' }).default(false),
    reason: prose({ label: 'Why', hint: 'Kept with the record and seen by whoever may see it' }, 500),
  })
  .refine((given) => (given.circle_id === null) === given.open_to_all, {
    path: ['circle_id'],
    message: 'Choose the circle it moves to, or say that it is opened to everybody',
  });
