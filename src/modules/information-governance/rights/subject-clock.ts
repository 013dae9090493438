// The clock of a subject access request: one month from the day it came, or from the day on which it was clear who asks;
// standing still while they are asked what they mean; two months more where they were told why within the first month (UK
// GDPR article 12(3)). A limit that ends on a day off runs to the next working day (Information Commissioner’s guidance).
// The numbers are the frameworks' (IR-01, IR-01b). Pure.
import { type ClockState, clockState, dueOn, type Limit } from '../../../kernel/calendar/clocks.ts';
import { addDays, daysBetween } from '../../../kernel/calendar/day.ts';
import type { WorkingCalendar } from '../../../kernel/calendar/working-days.ts';

export interface Pause {
  kind: string;
  from_on: string;
  until_on: string | null;
}

export interface Timed {
  received_on: string;
  extended_on: string | null;
  answered_on: string | null;
  pauses: readonly Pause[];
}

export interface TimeRules {
  answer: { limit: Limit; verified: boolean };
  extended: { limit: Limit; verified: boolean };
  calendar: WorkingCalendar;
}

export interface RequestClock {
  /** The day it runs from; null while nobody knows yet who asks. */
  runs_from: string | null;
  /** Since when it stands still, waiting for their answer. */
  waiting_since: string | null;
  due_on: string | null;
  /** The last day on which they may be told that it takes longer. */
  extend_by: string | null;
  state: ClockState;
}

export function requestClock(request: Timed, rules: TimeRules, today: string): RequestClock {
  const runs_from = startOf(request);
  const open = request.pauses.find((pause) => pause.until_on === null);
  const still = request.pauses
    .filter((pause) => pause.kind === 'clarification')
    .reduce((days, pause) => days + daysBetween(pause.from_on, pause.until_on ?? today), 0);
  const by = (limit: Limit) =>
    runs_from === null ? null : limitDay(limit, runs_from, still, rules.calendar);
  const rule = request.extended_on === null ? rules.answer : rules.extended;
  const due_on = by(rule.limit);
  return {
    runs_from,
    waiting_since: open?.from_on ?? null,
    due_on,
    extend_by: by(rules.answer.limit),
    state: clockState({
      due_on,
      met_on: request.answered_on,
      today,
      verified: rule.verified,
      due_soon_days: 7,
    }),
  };
}

function startOf({ received_on, pauses }: Timed): string | null {
  const asked = pauses.filter((pause) => pause.kind === 'identity');
  if (asked.some((pause) => pause.until_on === null)) return null;
  return asked.reduce(
    (latest, { until_on }) => (until_on !== null && until_on > latest ? until_on : latest),
    received_on,
  );
}

function limitDay(limit: Limit, from: string, still: number, calendar: WorkingCalendar): string | null {
  const { due_on } = dueOn(limit, from, calendar);
  if (due_on === null) return null;
  const last = addDays(due_on, still);
  return calendar.isWorkingDay(last) ? last : calendar.addWorkingDays(last, 1).day;
}
