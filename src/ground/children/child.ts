// Who a child is, and nothing about what happened to them: rooms refer to this record. Always in a circle. A child may not
// be born yet; then the day they are expected stands for their birthday. Law: Children Act 2004 s.16E; UK GDPR article 9.
import { z } from 'zod';
import { day, oneOf, optional, recordId, seenRevision, text } from '../../kernel/records/field.ts';
import { emergencyReason } from '../circles/index.ts';

export const sexes = {
  female: 'Female',
  male: 'Male',
  'not-known': 'Not known',
  'not-specified': 'Not specified',
} as const;

/**
 * The check digit of an NHS number's first nine digits, by modulus 11 (NHS Data Dictionary, NHS NUMBER); null where those
 * nine digits can make no number.
 */
export function nhsCheckDigit(nine: string): number | null {
  const sum = Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check === 10 ? null : check;
}

/** Ten digits whose last is the check digit of the others. */
export function isNhsNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && nhsCheckDigit(text.slice(0, 9)) === Number(text.at(9));
}

/** "943 476 5919", as it is printed. */
export function showNhsNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

const nhsNumber = z
  .string()
  .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
  .refine(
    isNhsNumber,
    'NHS number must be 10 digits that belong together. Check it against the record it comes from',
  )
  .meta({ label: 'NHS number', hint: '10 digits, for example 943 476 5919' });

const facts = {
  given_name: text({ label: 'First names' }, 200),
  family_name: text({ label: 'Last name' }, 200),
  born_on: optional(day({ label: 'Born on' })),
  expected_on: optional(day({ label: 'Expected on', hint: 'Only for a baby who is not born yet' })),
  sex: oneOf(sexes, { label: 'Sex', widget: 'radios' }),
  nhs_number: optional(nhsNumber),
  school_id: optional(recordId({ label: 'School, college or early years setting', choose_from: 'schools' })),
};

/** One of the two days is known, and not both: a child is born or expected. */
function oneBirthday(child: { born_on: string | null; expected_on: string | null }): boolean {
  return (child.born_on === null) !== (child.expected_on === null);
}
const birthdayWords = {
  path: ['born_on'],
  message: 'Enter the day the child was born, or the day the baby is expected, and not both',
};

export const child = z
  .strictObject({
    circle_id: recordId({
      label: 'Circle',
      choose_from: 'circles',
      hint: 'Only the people of this circle will be able to see the record',
    }),
    ...facts,
  })
  .refine(oneBirthday, birthdayWords);

export const childChange = z
  .strictObject({
    id: recordId({ label: 'Child', choose_from: 'children', widget: 'hidden' }),
    seen_revision: seenRevision,
    ...facts,
  })
  .refine(oneBirthday, birthdayWords);

/** Whole years on a day; null before birth. */
export function ageOn(bornOn: string | null, on: string): number | null {
  if (bornOn === null || bornOn > on) return null;
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

export const emergency = z.strictObject({
  record_id: z.uuid({ error: 'Enter the number of the record as it was given to you' }).meta({
    label: 'Record',
    hint: 'The number you were given, for example by the duty desk. Only this one record opens',
  }),
  reason: emergencyReason,
});
