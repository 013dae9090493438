// Deadlines in the units the field uses. Working days skip weekends and bank holidays; hours are clock hours (72 hours
// after a child returns, whatever the day); months are calendar months; "without delay" has no number, so its clock shows
// how long has passed and never a due date. A rule whose text has not been checked can ask for a look, never call a breach.

import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  instantNumber,
  isBefore,
  isDay,
  isInstant,
} from './day.ts';
import type { WorkingCalendar } from './working-days.ts';

export type LimitUnit = 'working-days' | 'calendar-days' | 'weeks' | 'months' | 'clock-hours' | 'school-days';

export type Limit =
  /** So long after the trigger or, when `before` is set, so long before it. */
  | { amount: number; unit: LimitUnit; before?: true }
  /** The first such day of a year ('09-30') after the trigger, as for the yearly report. */
  | { month_day: string }
  /** One day in history, as for bringing new arrangements into force. */
  | { on: Day }
  /** "Promptly", "without delay": time is recorded, a limit is never computed. */
  | 'none'
  /** Each partnership sets its own; until it does, there is no due date. */
  | 'local';

export interface Due {
  due_on: Day | null;
  /** Set for limits in clock hours only, as UTC ISO text. */
  due_at: Instant | null;
  warnings: string[];
}

const MS_PER_HOUR = 3_600_000;

/** When the act is due. The trigger may be a day, or an instant, which counts from its day in London. */
export function dueOn(limit: Limit, trigger: Day | Instant, calendar: WorkingCalendar): Due {
  const day = triggerDay(trigger);
  if (limit === 'none' || limit === 'local') return { due_on: null, due_at: null, warnings: [] };
  if ('on' in limit) return { due_on: limit.on, due_at: null, warnings: [] };
  if ('month_day' in limit) return { due_on: nextYearly(limit.month_day, day), due_at: null, warnings: [] };

  const amount = limit.before ? -limit.amount : limit.amount;
  switch (limit.unit) {
    case 'working-days': {
      const result = calendar.addWorkingDays(day, amount);
      return { due_on: result.day, due_at: null, warnings: result.warnings };
    }
    case 'calendar-days':
      return { due_on: addDays(day, amount), due_at: null, warnings: [] };
    case 'weeks':
      return { due_on: addDays(day, amount * 7), due_at: null, warnings: [] };
    case 'months':
      return { due_on: addMonths(day, amount), due_at: null, warnings: [] };
    case 'clock-hours':
      return dueInHours(amount, trigger);
    case 'school-days':
      return {
        due_on: null,
        due_at: null,
        warnings: [
          `This limit is ${limit.amount} school days. It needs the school's own calendar, so work it out by hand.`,
        ],
      };
  }
}

/** The instant so many clock hours later. Correct over clock changes, because instants have no clock to change. */
export function addHours(instant: Instant, hours: number): Instant {
  return new Date(instantNumber(instant) + hours * MS_PER_HOUR).toISOString();
}

/** Clock hours from one instant to another, with fractions. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (instantNumber(to) - instantNumber(from)) / MS_PER_HOUR;
}

export type ClockState = 'met' | 'met-late' | 'running' | 'due-soon' | 'check' | 'breach';

/** A limit this close is "due soon" unless the caller says otherwise. A choice of this product, not a rule of the field. */
export const DUE_SOON_DAYS = 3;
export const DUE_SOON_HOURS = 12;

export interface ClockReading {
  /** Null where the rule has no number: such a clock runs until it is met and is never late. */
  due_on: Day | null;
  met_on: Day | null;
  today: Day;
  /** Whether the rule's text has been confirmed. Only then may a passed limit be called a breach. */
  verified: boolean;
  due_soon_days?: number;
}

/** State of a clock that counts in days. The due day itself is still in time. */
export function clockState(reading: ClockReading): ClockState {
  const { due_on, met_on, today, verified } = reading;
  if (met_on !== null) return due_on !== null && isBefore(due_on, met_on) ? 'met-late' : 'met';
  if (due_on === null) return 'running';
  if (isBefore(due_on, today)) return verified ? 'breach' : 'check';
  return daysBetween(today, due_on) <= (reading.due_soon_days ?? DUE_SOON_DAYS) ? 'due-soon' : 'running';
}

export interface HourClockReading {
  due_at: Instant | null;
  met_at: Instant | null;
  now: Instant;
  verified: boolean;
  due_soon_hours?: number;
}

/** State of a clock that counts in clock hours. */
export function hourClockState(reading: HourClockReading): ClockState {
  const { due_at, met_at, now, verified } = reading;
  if (met_at !== null) return due_at !== null && hoursBetween(due_at, met_at) > 0 ? 'met-late' : 'met';
  if (due_at === null) return 'running';
  const left = hoursBetween(now, due_at);
  if (left < 0) return verified ? 'breach' : 'check';
  return left <= (reading.due_soon_hours ?? DUE_SOON_HOURS) ? 'due-soon' : 'running';
}

/** How a limit reads in a sentence: "15 working days", "1 month", "30 September", "no set time". */
export function showLimit(limit: Limit): string {
  if (limit === 'none') return 'no set time';
  if (limit === 'local') return 'set locally';
  if ('on' in limit) return `by ${showDayAndMonth(limit.on.slice(5))} ${limit.on.slice(0, 4)}`;
  if ('month_day' in limit) return `by ${showDayAndMonth(limit.month_day)}`;
  const plural = UNIT_WORDS[limit.unit];
  const unit = limit.amount === 1 ? plural.slice(0, -1) : plural;
  return `${limit.amount} ${unit}${limit.before ? ' before' : ''}`;
}

const UNIT_WORDS: Record<LimitUnit, string> = {
  'working-days': 'working days',
  'calendar-days': 'days',
  weeks: 'weeks',
  months: 'months',
  'clock-hours': 'hours',
  'school-days': 'school days',
};

function triggerDay(trigger: Day | Instant): Day {
  if (isDay(trigger)) return trigger;
  if (isInstant(trigger)) return dayIn(trigger);
  throw new RangeError(
    `“${trigger}” is neither a day nor a date and time. Write YYYY-MM-DD, or a time such as 2024-03-28T16:00:00Z.`,
  );
}

function dueInHours(hours: number, trigger: Day | Instant): Due {
  if (isDay(trigger)) {
    const warning = `This limit is ${Math.abs(hours)} hours and needs the time it started, not only the day.`;
    return { due_on: null, due_at: null, warnings: [warning] };
  }
  const due_at = addHours(trigger, hours);
  return { due_on: dayIn(due_at), due_at, warnings: [] };
}

function nextYearly(monthDay: string, after: Day): Day {
  const year = Number(after.slice(0, 4));
  const thisYear = `${year}-${monthDay}`;
  return thisYear > after ? thisYear : `${year + 1}-${monthDay}`;
}

function showDayAndMonth(monthDay: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`2024-${monthDay}T00:00:00Z`));
}
