// People and their dated appointments. A role is something a person holds from a day to a day, in a body or for
// an agency; what they may do follows from it (kernel/access/roles).
import { z } from 'zod';
import { roles } from '../../kernel/access/roles.ts';
import { day, oneOf, optional, recordId, seenRevision, text } from '../../kernel/records/field.ts';

export const person = z.strictObject({
  name: text({ label: 'Name' }, 200),
  job_title: optional(text({ label: 'Job title' }, 200)),
  email: optional(
    z
      .email('Enter an e-mail address such as name@example.org')
      .toLowerCase()
      .meta({ label: 'E-mail address' }),
  ),
  agency_id: optional(recordId({ label: 'Agency', choose_from: 'agencies' })),
});

export const personChange = person.extend({
  id: recordId({ label: 'Person', choose_from: 'people', widget: 'hidden' }),
  seen_revision: seenRevision,
});

export const appointment = z
  .strictObject({
    person_id: recordId({ label: 'Person', choose_from: 'people' }),
    role: oneOf(roles, { label: 'Role' }),
    body_id: optional(recordId({ label: 'Body', choose_from: 'bodies' })),
    agency_id: optional(recordId({ label: 'For which agency', choose_from: 'agencies' })),
    from_on: day({ label: 'From' }),
    until_on: optional(day({ label: 'Last day' })),
    source: optional(text({ label: 'Where this is stated' })),
  })
  .refine((a) => a.until_on === null || a.until_on >= a.from_on, {
    path: ['until_on'],
    message: 'The last day must not be before the first',
  });

export const appointmentEnd = z.strictObject({
  id: recordId({ label: 'Appointment', choose_from: 'appointments', widget: 'hidden' }),
  until_on: day({ label: 'Last day' }),
});

export interface HeldAppointment {
  person_id: string;
  role: string;
  from_on: string;
  until_on: string | null;
}

/** Whether an appointment is in force on a day; the last day counts. */
export function inForce(held: { from_on: string; until_on: string | null }, on: string): boolean {
  return held.from_on <= on && (held.until_on === null || on <= held.until_on);
}

/**
 * People who chair and scrutinise at once. Working Together 2023 keeps the two apart, so it is asked about;
 * it is not refused, because areas do it knowingly.
 */
export function chairAndScrutineer(appointments: HeldAppointment[], on: string): string[] {
  const chairs = new Set(
    appointments
      .filter((a) => inForce(a, on) && (a.role === 'independent-chair' || a.role === 'partnership-chair'))
      .map((a) => a.person_id),
  );
  return [
    ...new Set(
      appointments
        .filter((a) => inForce(a, on) && a.role === 'independent-scrutineer' && chairs.has(a.person_id))
        .map((a) => a.person_id),
    ),
  ];
}
