// Asking somebody without an account: who, about which record, why, and until when.
import { z } from 'zod';
import { addDays } from '../../kernel/calendar/day.ts';
import { day, prose, recordId, text } from '../../kernel/records/field.ts';

export const longestDays = 30;

export const guestInvitation = z.strictObject({
  ref: text({ label: 'Record', widget: 'hidden' }, 200),
  name: text({ label: 'Who do you ask' }, 200),
  email: z
    .email('Enter an e-mail address such as name@example.org')
    .toLowerCase()
    .meta({ label: 'Their e-mail address', hint: 'Their own address at work: a code is sent there, too' }),
  reason: prose(
    {
      label: 'What do you want to know, and why',
      hint: 'They read this once they have shown who they are; it is not in the letter',
    },
    1000,
  ),
  until_on: day({ label: 'Last day to answer', hint: `At most ${longestDays} days from now` }),
});

export const guestWithdrawal = z.strictObject({
  id: recordId({ label: 'Question', choose_from: 'guest-links', widget: 'hidden' }),
});

/** Why the last day will not do; undefined where it will. */
export function problemWithLastDay(untilOn: string, today: string): string | undefined {
  if (untilOn < today) return 'The last day to answer must be today or later';
  if (untilOn > addDays(today, longestDays))
    return `The last day to answer must be within ${longestDays} days`;
  return undefined;
}

export type GuestState = 'answered' | 'withdrawn' | 'over' | 'waiting';

export function stateOf(
  link: { used_at: string | null; revoked_at: string | null; until_on: string },
  today: string,
): GuestState {
  if (link.used_at !== null) return 'answered';
  if (link.revoked_at !== null) return 'withdrawn';
  return link.until_on < today ? 'over' : 'waiting';
}
