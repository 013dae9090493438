// Letting somebody in: an account whose first credential was proven gets a session, as far along as that credential takes
// it. A passkey is both factors at once, and an agency's own sign-in has done both; everything else asks for a second.
import { dayIn } from '../calendar/day.ts';
import type { House } from '../operation/perform.ts';
import { noteEvent } from './account-event.ts';
import { browserWords } from './browser-words.ts';
import { refuseWhereAgencySignsIn } from './identity-provider.ts';
import { hasSecondFactor } from './second-factor.ts';
import { raiseSession, type Session, type Stage, startSession, type WayIn } from './session.ts';
import { standingsOf } from './standing.ts';

export interface Entry {
  account_id: string;
  how: WayIn;
  /** The network address; kept only as a keyed hash. */
  address: string;
  user_agent: string | undefined;
}

export interface Admission {
  /** For the cookie; kept nowhere. */
  secret: string;
  next: 'home' | 'partnerships' | 'second-factor' | 'set-up-second-factor';
}

/**
 * Starts a session for an account whose first credential was proven just now. Throws InvalidInput where the person's agency
 * asks that its people sign in there, and this was a password.
 */
export async function admit(house: House, entry: Entry, now: Date): Promise<Admission> {
  const { account_id, how } = entry;
  if (how === 'password' || how === 'link') await refuseWhereAgencySignsIn(house, account_id, now);
  const stage = await stageAfter(house, account_id, how);
  const chosen = await onlyPartnership(house, account_id, now);
  const browser = browserWords(entry.user_agent);
  const secret = await startSession(house, { account_id, ...chosen, stage, how, browser }, now);
  if (stage !== 'complete' && stage !== 'anonymous') return { secret, next: stage };
  await noteEvent(house, { account_id, kind: `signed-in-by-${how}`, browser, address: entry.address }, now);
  return { secret, next: nextFor(chosen) };
}

/** The second factor was given, or set up: the session is complete, under a new secret. */
export async function completeAdmission(
  house: House,
  session: Session & { account_id: string },
  entry: Pick<Entry, 'address' | 'user_agent'>,
  now: Date,
): Promise<Admission | undefined> {
  const secret = await raiseSession(house, session, now, { stage: 'complete' });
  if (secret === undefined) return undefined;
  const browser = browserWords(entry.user_agent);
  const kind = `signed-in-by-${session.how ?? 'password'}` as const;
  await noteEvent(house, { account_id: session.account_id, kind, browser, address: entry.address }, now);
  return { secret, next: nextFor(session) };
}

async function stageAfter(house: House, accountId: string, how: WayIn): Promise<Stage> {
  if (how === 'passkey' || how === 'single-sign-on') return 'complete';
  if (await hasSecondFactor(house, accountId)) return 'second-factor';
  return house.secondFactor === 'required' ? 'set-up-second-factor' : 'complete';
}

/**
 * The one partnership in which the person has an appointment in force. Where there is none in force at all, any one, so
 * that its pages can say whose appointment ended and whom to ask.
 */
async function onlyPartnership(
  house: House,
  accountId: string,
  now: Date,
): Promise<{ partnership_id: string | null; person_id: string | null }> {
  const standings = await standingsOf(house, accountId, dayIn(now.toISOString()));
  const inForce = standings.filter((standing) => standing.in_force);
  const only = inForce.length > 1 ? undefined : (inForce[0] ?? standings[0]);
  return { partnership_id: only?.partnership_id ?? null, person_id: only?.person_id ?? null };
}

function nextFor({ partnership_id }: { partnership_id: string | null }): 'home' | 'partnerships' {
  return partnership_id === null ? 'partnerships' : 'home';
}
