// A circle: a named group of people who may see the records that carry it. Who may see changes by who is a member, never by
// role; a membership has a first day, a last day and a reason.
import { z } from 'zod';
import { day, optional, prose, recordId, text } from '../../kernel/records/field.ts';

export const circle = z.strictObject({
  name: text(
    {
      label: 'Name of the circle',
      hint: 'Name the group, never a child: everyone who looks after access sees it',
    },
    120,
  ),
  purpose: prose({ label: 'What it is for' }, 1000),
});

export const membership = z
  .strictObject({
    member_of: recordId({ label: 'Circle', choose_from: 'circles' }),
    person_id: recordId({ label: 'Person', choose_from: 'people' }),
    from_on: day({ label: 'From' }),
    until_on: optional(day({ label: 'Last day' })),
    reason: text({ label: 'Why this person needs to see these records' }, 500),
  })
  .refine((m) => m.until_on === null || m.until_on >= m.from_on, {
    path: ['until_on'],
    message: 'The last day must not be before the first',
  });

export const membershipEnd = z.strictObject({
  id: recordId({ label: 'Membership', choose_from: 'memberships', widget: 'hidden' }),
  until_on: day({ label: 'Last day', hint: 'Yesterday takes the access away at once' }),
});

export interface Member {
  from_on: string;
  until_on: string | null;
  /** Emergency access ends by itself at this instant. */
  expires_at: string | null;
}

/** Whether a membership opens the circle now. */
export function isIn(member: Member, today: string, now: string): boolean {
  return (
    member.from_on <= today &&
    (member.until_on === null || today <= member.until_on) &&
    (member.expires_at === null || Date.parse(member.expires_at) > Date.parse(now))
  );
}
