// Who can sign in, as it stands: joiners, people in post, leavers. Access follows from appointments; an account without one
// in force opens nothing. Pure.
import { addDays } from '../../kernel/calendar/day.ts';

/** Days before their first day in which somebody is shown as a joiner. */
export const joinerDays = 30;

export interface HeldFromTo {
  role: string;
  from_on: string;
  until_on: string | null;
}

export interface AccessRow {
  id: string;
  name: string;
  email: string | null;
  agency: string | null;
  appointments: HeldFromTo[];
  /** Null where nobody can sign in as this person. */
  account: { email: string; since: string; second_factor: boolean; credential: boolean } | null;
  last_seen_at: string | null;
  invited_at: string | null;
  /** Until when the last invitation works; null where there is none that still does. */
  invitation_until: string | null;
  /** The invitation's letter that has not left yet. */
  letter: { state: 'waiting' | 'failed'; problem: string | null } | null;
  open_sessions: number;
  open_tokens: number;
  open_guest_links: number;
}

export type Place = 'in-post' | 'joiner' | 'leaver' | 'never';

/** Where a person stands on a day: the last day of an appointment counts. */
export function placeOf(appointments: readonly HeldFromTo[], today: string): Place {
  if (appointments.some((a) => a.from_on <= today && (a.until_on === null || a.until_on >= today)))
    return 'in-post';
  if (appointments.some((a) => a.from_on > today)) return 'joiner';
  return appointments.length > 0 ? 'leaver' : 'never';
}

/** Joiners whose first day is near. */
export function startsSoon(row: AccessRow, today: string): boolean {
  if (placeOf(row.appointments, today) !== 'joiner') return false;
  const soon = addDays(today, joinerDays);
  return row.appointments.some((a) => a.from_on > today && a.from_on <= soon);
}

/** Leavers who had an account or still hold something that was given to them. */
export function hasLeft(row: AccessRow, today: string): boolean {
  const place = placeOf(row.appointments, today);
  return (place === 'leaver' || place === 'never') && (row.account !== null || stillOpen(row) > 0);
}

export function stillOpen(row: AccessRow): number {
  return row.open_sessions + row.open_tokens + row.open_guest_links + (row.invitation_until === null ? 0 : 1);
}

/** Why a person cannot be invited; undefined where they can. */
export function whyNotInvited(row: AccessRow, today: string): string | undefined {
  if (row.email === null)
    return 'No e-mail address is recorded. Add one to the person’s details first, then invite them.';
  const place = placeOf(row.appointments, today);
  if (place !== 'in-post' && place !== 'joiner')
    return 'This person has no appointment, now or to come, so signing in would open nothing. Appoint them first, then invite them.';
  if (row.account?.credential && row.account.email === row.email.toLowerCase())
    return 'This person can already sign in. If they cannot get in, they choose “Forgotten your password?” on the sign-in page.';
  return undefined;
}
