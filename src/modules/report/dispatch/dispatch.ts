// Dispatch: who is to have the yearly report, in which form and by when, when it went, and what came back. Working Together
// names the national Panel and the What Works centre; boards and committees are the partnership's own choice.
import { z } from 'zod';
import { addDays, type Day } from '../../../kernel/calendar/day.ts';
import { duties } from '../../../kernel/frameworks/duties.ts';
import { day, oneOf, optional, prose, seenRevision, text } from '../../../kernel/records/field.ts';
import { reportYear } from '../edition.ts';

export const recipientKinds = {
  panel: 'The national Panel',
  'what-works': 'The What Works centre',
  board: 'A board',
  committee: 'A committee',
  agency: 'An agency',
  other: 'Somebody else',
} as const;
export type RecipientKind = keyof typeof recipientKinds;

export const forms = {
  file: 'The report as a file',
  link: 'A link to the published page',
  'cover-paper': 'The report behind a cover paper',
  print: 'On paper',
  'children-version': 'The children’s and young people’s version',
  'easy-read': 'The easy read version',
} as const;
export type Form = keyof typeof forms;

const ofYear = { year: reportYear };
const recipient = text(
  { label: 'For whom', hint: 'The body by its full name, such as a board or a committee' },
  200,
);
const form = oneOf(forms, { label: 'In which form' });
const one = { id: z.uuid().meta({ label: 'Recipient', widget: 'hidden' }), seen_revision: seenRevision };

export const planned = z.strictObject({
  ...ofYear,
  recipient_kind: oneOf(recipientKinds, { label: 'Kind of recipient', widget: 'radios' }),
  recipient,
  form,
  due_on: optional(
    day({ label: 'To be there by', hint: 'For example the day the papers of the meeting go out' }),
  ),
});

/** Sent without having been planned. */
export const sentAtOnce = z.strictObject({
  ...ofYear,
  recipient,
  recipient_kind: oneOf(recipientKinds, { label: 'Kind of recipient' }).default('other'),
  form: form.default('file'),
  sent_on: day({ label: 'Sent on' }),
  method: text({ label: 'How', hint: 'For example by e-mail, or by post' }, 200),
});

export const sending = z.strictObject({
  ...one,
  sent_on: day({ label: 'Sent on' }),
  method: text({ label: 'How', hint: 'For example by e-mail, or by post' }, 200),
});

export const acknowledging = z.strictObject({
  ...one,
  acknowledged_on: day({ label: 'Acknowledged on' }),
  acknowledgement: optional(
    prose({ label: 'What came back', hint: 'For example “received”, or what the meeting resolved' }, 2000),
  ),
});

export const dropping = z.strictObject({
  ...one,
  reason: prose({ label: 'Why they need not have it' }, 500),
});

export interface Dispatch {
  id: string;
  revision: number;
  recipient: string;
  recipient_kind: RecipientKind;
  form: Form;
  due_on: Day | null;
  sent_on: Day | null;
  method: string | null;
  acknowledged_on: Day | null;
  acknowledgement: string | null;
  dropped_on: Day | null;
  dropped_reason: string | null;
}

export interface Asked {
  recipient_kind: 'panel' | 'what-works';
  name: string;
  duty_id: string;
  due_on: Day | null;
  /** Whether recipient and time were compared with the published text; if not, lateness is only a question. */
  verified: boolean;
}

/** Whom the framework asks to be sent the report; the day follows from the day it was published. */
export function askedRecipients(framework_id: string, published_on: Day | null): Asked[] {
  return duties
    .filter(({ framework, kind }) => framework === framework_id && kind === 'dispatch')
    .flatMap(({ id, clock, recipients = [] }) =>
      recipients.flatMap(({ name, verified }) => {
        const recipient_kind = kindNamed(name);
        if (recipient_kind === null) return [];
        const limit = clock?.limit;
        const days =
          typeof limit === 'object' && 'amount' in limit && limit.unit === 'calendar-days'
            ? limit.amount
            : null;
        return [
          {
            recipient_kind,
            name,
            duty_id: id,
            due_on: published_on === null || days === null ? null : addDays(published_on, days),
            verified: verified && clock?.verified === true,
          },
        ];
      }),
    );
}

/** Whom a name means; people write “the Panel”, “National Panel” and “Foundations”. Many boards are panels too. */
export function kindNamed(name: string): Asked['recipient_kind'] | null {
  if (/\bpractice review panel\b|\bnational panel\b|^(the )?panel$/i.test(name.trim())) return 'panel';
  return /\bfoundations\b|\bwhat works\b/i.test(name) ? 'what-works' : null;
}

export const standings = {
  planned: { text: 'To be sent', colour: 'grey' },
  due: { text: 'Due', colour: 'yellow' },
  late: { text: 'Overdue', colour: 'red' },
  check: { text: 'Check the time', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'blue' },
  acknowledged: { text: 'Acknowledged', colour: 'green' },
  dropped: { text: 'Not needed', colour: 'grey' },
} as const;
export type Standing = keyof typeof standings;

/** Days before its day from which a dispatch is something to see to. */
const soon = 14;

/** `sure`: the day is the partnership's own or a verified duty's; a day that is not sure is never overdue. */
export function standingOf(
  one: Pick<Dispatch, 'due_on' | 'sent_on' | 'acknowledged_on' | 'dropped_on'>,
  today: Day,
  sure = true,
): Standing {
  if (one.dropped_on !== null) return 'dropped';
  if (one.acknowledged_on !== null) return 'acknowledged';
  if (one.sent_on !== null) return 'sent';
  if (one.due_on === null) return 'planned';
  if (one.due_on < today) return sure ? 'late' : 'check';
  return one.due_on <= addDays(today, soon) ? 'due' : 'planned';
}
