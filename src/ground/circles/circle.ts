// A circle: a named group of people who may see the records that carry it. Who may see changes by who is a member, never by
// role; a membership has a first day, a last day and a reason. An agency that gave what lies in it may keep control of it,
// with conditions and a day on which they are looked at again (handling, design 3).
import { z } from 'zod';
import { addDays } from '../../kernel/calendar/day.ts';
import { day, optional, prose, recordId, seenRevision, text } from '../../kernel/records/field.ts';

const facts = {
  name: text(
    {
      label: 'Name of the circle',
      hint: 'Name the group, never a child: everyone who looks after access sees it',
    },
    120,
  ),
  purpose: prose({ label: 'What it is for' }, 1000),
  originator_agency_id: optional(
    recordId({
      label: 'Agency that keeps control',
      choose_from: 'agencies',
      hint: 'Only where one agency gave what lies in it, such as police intelligence. It is asked before anything leaves the circle',
    }),
  ),
  handling: optional(
    prose(
      {
        label: 'Handling conditions',
        hint: 'Shown on every record of the circle. For example “Not to be discussed with the family”',
      },
      1000,
    ),
  ),
  review_on: optional(day({ label: 'Look at the conditions again on' })),
};

export const circle = z.strictObject(facts);

export const circleChange = z.strictObject({
  id: recordId({ label: 'Circle', choose_from: 'circles', widget: 'hidden' }),
  seen_revision: seenRevision,
  ...facts,
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
  /** A membership given for some hours ends by itself at this instant. */
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

/** Whether nobody has looked through the members for a year. */
export function membersReviewDue(reviewedOn: string | null, today: string): boolean {
  return reviewedOn === null || reviewedOn <= addDays(today, -365);
}

/** Whether the day has come to look at the handling conditions again. */
export function handlingReviewDue(reviewOn: string | null, today: string): boolean {
  return reviewOn !== null && reviewOn <= today;
}
