// The duties that are acts and not contents: publishing the report, sending it, agreeing and scrutinising it. Each is shown
// by its dates and names. No act is ever called missing before its day.
import { addDays, daysBetween } from '../../kernel/calendar/day.ts';
import type { Duty, Recipient } from '../../kernel/frameworks/duty.ts';
import { type Composition, type Coverage, type Partner, partners } from './composition.ts';
import { listWords } from '../../kernel/checking/rule.ts';
import { kindNamed } from './dispatch/dispatch.ts';
import { dayText } from './wording.ts';

export interface Outcome {
  status: Coverage['status'];
  note: string;
  /** True where the facts of the area decide and no judgement can. */
  settled?: boolean;
}

export function publicationOf(duty: Duty, { edition, today }: Composition): Outcome {
  const { due_on, published_on, state } = edition;
  const due = `It is due on ${dayText(due_on)}`;
  if (published_on === null)
    return today <= due_on
      ? { status: 'not-yet', note: `${due} and is not published yet.` }
      : {
          status: 'missing',
          note: `It was due on ${dayText(due_on)}, ${days(daysBetween(due_on, today))} ago, and is not published.`,
        };
  const published = `Published on ${dayText(published_on)}`;
  if (state === 'withdrawn') return { status: 'partly', note: `${published} and withdrawn since.` };
  if (published_on > due_on)
    return {
      status: 'partly',
      note: `${published}, ${days(daysBetween(due_on, published_on))} after the due day (${dayText(due_on)}).`,
    };
  const inTime = `${published}; it was due on ${dayText(due_on)}.`;
  // A duty without a clock that nobody has checked asks for more than a date can show.
  return duty.clock || duty.verified
    ? { status: 'met', note: inTime }
    : { status: 'partly', note: `${inTime} Whether it is easy to find is for someone to judge.` };
}

export function dispatchOf(duty: Duty, { edition, dispatches }: Composition): Outcome {
  const recipients = duty.recipients ?? [];
  const { published_on } = edition;
  const sent = recipients.flatMap((recipient) => {
    const first = dispatches
      .filter((dispatch) => isFor(dispatch.recipient, recipient))
      .map(({ sent_on }) => sent_on)
      .sort()[0];
    return first === undefined ? [] : [{ recipient, first }];
  });
  const notes = sent.map(({ recipient, first }) => `Sent to ${recipient.name} on ${dayText(first)}.`);
  const waiting = recipients.filter((recipient) => !sent.some((one) => one.recipient === recipient));
  if (waiting.length > 0)
    notes.push(`Not recorded as sent to ${listWords(waiting.map(({ name }) => name))}.`);
  if (published_on === null && sent.length < recipients.length)
    return { status: 'not-yet', note: ['The report is not published yet.', ...notes].join(' ') };
  if (sent.length === 0) return { status: 'missing', note: notes.join(' ') };
  const late = lateness(duty, published_on, sent);
  if (late) notes.push(late.note);
  const status = waiting.length > 0 || late?.counts ? 'partly' : 'met';
  return { status, note: notes.join(' ') };
}

function lateness(
  { clock }: Duty,
  published_on: string | null,
  sent: readonly { recipient: Recipient; first: string }[],
): { note: string; counts: boolean } | null {
  const limit = clock?.limit;
  if (!clock || published_on === null || typeof limit !== 'object' || !('amount' in limit)) return null;
  if (limit.unit !== 'calendar-days') return null;
  const last = addDays(published_on, limit.amount);
  const late = sent.filter(({ first }) => first > last);
  if (late.length === 0) return null;
  const said = `That is more than ${days(limit.amount)} after publication (${listWords(late.map(({ recipient }) => recipient.name))}).`;
  return clock.verified
    ? { note: said, counts: true }
    : { note: `${said} Please check: the limit itself is not confirmed.`, counts: false };
}

/** Whether what somebody wrote as the recipient means this one. */
function isFor(written: string, { name }: Recipient): boolean {
  const kind = kindNamed(name);
  return (
    (kind !== null && kind === kindNamed(written)) || written.trim().toLowerCase() === name.toLowerCase()
  );
}

/** The 2018 duty asks for scrutiny of the report alone; later editions ask for the three sign-offs as well. */
const scrutinyAlone: ReadonlySet<string> = new Set(['YR18-12']);

export function signOffOf(duty: Duty, { edition, sign_offs, scrutiny_comments }: Composition): Outcome {
  const asked = scrutinyAlone.has(duty.id) ? [] : (Object.keys(partners) as Partner[]);
  const signed = asked.filter((partner) => sign_offs.some((one) => one.partner === partner));
  const unsigned = asked.filter((partner) => !signed.includes(partner));
  const notes: string[] = [];
  const named = (list: readonly Partner[]) =>
    listWords(list.map((partner) => partners[partner].toLowerCase()));
  if (signed.length > 0) notes.push(`Signed off by ${named(signed)}.`);
  if (unsigned.length > 0) notes.push(`Not signed off by ${named(unsigned)}.`);
  const [comment] = scrutiny_comments;
  notes.push(
    comment
      ? `Scrutinised by ${comment.person} on ${dayText(comment.made_on)}.`
      : 'No comment by an independent scrutineer is recorded.',
  );
  const done = signed.length + (comment ? 1 : 0);
  const note = notes.join(' ');
  if (done === asked.length + 1) return { status: 'met', note };
  if (done > 0) return { status: 'partly', note };
  return { status: edition.published_on === null ? 'not-yet' : 'missing', note };
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}
