// Letting somebody in: an account whose first credential was proven gets a session, as far along as that credential takes
// it. A passkey is both factors at once, and an agency's own sign-in has done both; everything else asks for a second. Where
// the session may work is settled by openings.ts.
import { dayIn } from '../calendar/day.ts';
import type { House } from '../operation/perform.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { noteEvent } from './account-event.ts';
import { browserWords } from './browser-words.ts';
import { type Opening, openingsOf } from './openings.ts';
import { hasSecondFactor } from './second-factor.ts';
import { raiseSession, type Session, type Stage, startSession, type WayIn } from './session.ts';

export interface Entry {
  account_id: string;
  how: WayIn;
  /** Of single sign-on: by which agency's. */
  provider_id?: string;
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
 * Starts a session for an account whose first credential was proven just now. Throws InvalidInput where it opens nothing
 * that this person works in, such as where their agency asks that its people sign in there, and says where to go instead.
 */
export async function admit(house: House, entry: Entry, now: Date): Promise<Admission> {
  const { account_id, how, provider_id = null } = entry;
  const openings = await openingsOf(house, { account_id, how, provider_id }, dayIn(now.toISOString()), now);
  const closed = openings.find(({ instead }) => instead !== null);
  if (closed && openings.every(({ in_force, instead }) => !in_force || instead !== null))
    throw new InvalidInput({ email: closed.instead ?? '' }, closed.instead ?? '');
  const stage = await stageAfter(house, account_id, how);
  const chosen = onlyPartnership(openings);
  const browser = browserWords(entry.user_agent);
  // An agency vouches for itself alone: its word does not change how an account signs in that opens more than it may open.
  const proves = how !== 'single-sign-on' || closed === undefined;
  const secret = await startSession(
    house,
    { account_id, ...chosen, stage, how, provider_id, proves, browser },
    now,
  );
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
 * The one partnership in which the person has an appointment in force and may work by this way in. Where there is none in force at all, any one, so
 * that its pages can say whose appointment ended and whom to ask.
 */
function onlyPartnership(openings: readonly Opening[]): {
  partnership_id: string | null;
  person_id: string | null;
} {
  const open = openings.filter(({ in_force, instead }) => in_force && instead === null);
  const only = open.length > 1 ? undefined : (open[0] ?? openings[0]);
  return { partnership_id: only?.partnership_id ?? null, person_id: only?.person_id ?? null };
}

function nextFor({ partnership_id }: { partnership_id: string | null }): 'home' | 'partnerships' {
  return partnership_id === null ? 'partnerships' : 'home';
}
