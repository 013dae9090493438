// The ledger of sharing: what was shared with whom, and what was not, with the basis and the reason either way (golden rule 7
// of Information Sharing 2024). It can be given to the person whom it is about.
import { z } from 'zod';
import { isRef } from '../../../kernel/evidence/evidence.ts';
import * as field from '../../../kernel/records/field.ts';

export const directions = {
  asked: 'They asked us for it',
  offered: 'We offered it',
  'asked-by-us': 'We asked them for it',
} as const;

export const toldPerson = {
  yes: 'Yes',
  later: 'Not yet; they will be when it is safe',
  unsafe: 'No, it would put somebody at risk',
} as const;

export const sharingDecision = z.strictObject({
  about_ref: field.optional(
    field
      .text(
        {
          label: 'The record, if it is in Golden Thread',
          hint: 'Its reference; the entry then goes where the record may be seen',
        },
        120,
      )
      .refine(isRef, 'Enter the reference of a record'),
  ),
  what: field.prose(
    { label: 'What information', hint: 'In general words; the information itself does not belong here' },
    2000,
  ),
  with_whom: field.text({ label: 'With whom', hint: 'The organisation and the person' }, 300),
  direction: field.oneOf(directions, { label: 'How it came up', widget: 'radios' }),
  outcome: field.oneOf(
    { shared: 'It was shared', 'not-shared': 'It was not shared' },
    { label: 'What was decided', widget: 'radios' },
  ),
  lawful_basis: field.text(
    { label: 'Lawful basis', hint: 'The basis for sharing it, or the one that was found wanting' },
    500,
  ),
  reason: field.prose(
    { label: 'Why', hint: 'Why sharing it was, or was not, necessary and proportionate' },
    3000,
  ),
  told_person: field.oneOf(toldPerson, { label: 'Was the person told?', widget: 'radios' }),
  circle_id: field.optional(
    field.recordId({
      label: 'Circle',
      choose_from: 'circles',
      none: 'None named here',
      hint: 'Only if no record is named above and few may see this entry',
    }),
  ),
});
