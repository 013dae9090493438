// Sessions live in the database, under a hash of their secret. They end by themselves: after an hour unused, and after
// twelve hours whatever happens. One that has not come all the way (a password without its second factor, a passkey asked
// for by nobody yet) opens nothing. Times are UTC instants from the caller's real clock, also in demonstration mode.
import { createHmac, randomBytes } from 'node:crypto';
import type { House } from '../operation/perform.ts';

/** How far a session has come. `anonymous`: somebody at the sign-in page, for a passkey's challenge. */
export type Stage = 'anonymous' | 'second-factor' | 'set-up-second-factor' | 'complete';

export type WayIn = 'password' | 'passkey' | 'single-sign-on' | 'link';

export interface Session {
  id: string;
  secret_hash: string;
  account_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  /** Proves that a form was drawn for this session. */
  form_token: string;
  stage: Stage;
  how: WayIn | null;
  /** The agency's sign-in by which it came. */
  provider_id: string | null;
  /** When the person last proved who they are. */
  proved_at: string | null;
  /** When it ends by itself if nothing more is asked of it. */
  ends_at: string;
  /** In how many partnerships the account is a person. */
  partnerships: number;
}

interface Row extends Session {
  started_at: string;
  seen_at: string;
  ended_at: string | null;
}

const minute = 60_000;
const hour = 60 * minute;
export const idleLimit = hour;
export const absoluteLimit = 12 * hour;
/** A session that waits for a second factor, or for a passkey, waits no longer. */
export const unfinishedLimit = 15 * minute;
/** A session is marked as seen at most this often, so that reading pages does not write. */
const markEvery = 5 * minute;
/** What was typed when a session timed out is taken from the browser that had it for this long. */
const draftLimit = 7 * 24 * hour;

/** Keyed with the installation's own secret, so that a copy of the database alone can neither open nor test anything. */
export function keyedHash(house: Pick<House, 'secret'>, text: string): string {
  return createHmac('sha256', house.secret).update(text).digest('hex');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

interface Start {
  account_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  stage?: Stage;
  how?: WayIn;
  provider_id?: string | null;
  /** Whether what was just given proves enough to change how the account signs in. */
  proves?: boolean;
  /** Words such as "Firefox on Windows". */
  browser?: string;
}

/** Starts a session; gives the secret for the cookie, which is kept nowhere. Complete unless a stage is given. */
export async function startSession(house: House, start: Start, now: Date): Promise<string> {
  const secret = newSecret();
  await house.pool.single(
    `insert into access.session (secret_hash, account_id, partnership_id, person_id, form_token, started_at, seen_at,
       stage, how, provider_id, browser, proved_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, case when $11 then $6::timestamptz end)`,
    [
      keyedHash(house, secret),
      start.account_id,
      start.partnership_id,
      start.person_id,
      newSecret(),
      now,
      start.stage ?? 'complete',
      start.how ?? null,
      start.provider_id ?? null,
      start.browser ?? null,
      start.proves ?? start.how !== undefined,
    ],
  );
  return secret;
}

/** The session of somebody who is signed in. */
export async function findSession(house: House, secret: string, now: Date): Promise<Session | undefined> {
  const row = await rowOf(house, secret);
  if (row === undefined || row.stage !== 'complete' || isOver(row, now)) return undefined;
  if (now.getTime() - Date.parse(row.seen_at) <= markEvery) return row;
  return markSeen(house, row, now);
}

/** A session on its way in: it opens only the pages that complete it. */
export async function findUnfinished(house: House, secret: string, now: Date): Promise<Session | undefined> {
  const row = await rowOf(house, secret);
  return row === undefined || row.stage === 'complete' || isOver(row, now) ? undefined : row;
}

/** When the session ends, without marking it as seen: for a page that asks in the background. */
export async function endOfSession(house: House, secret: string, now: Date): Promise<string | undefined> {
  const row = await rowOf(house, secret);
  return row === undefined || row.stage !== 'complete' || isOver(row, now) ? undefined : row.ends_at;
}

/**
 * A session that ended by itself in the last seven days: not one that was signed out or removed. It may leave what was
 * being typed, and nothing else.
 */
export async function findTimedOut(house: House, secret: string, now: Date): Promise<Session | undefined> {
  const row = await rowOf(house, secret);
  if (row === undefined || row.stage !== 'complete' || !isOver(row, now)) return undefined;
  return now.getTime() - Date.parse(row.ends_at) < draftLimit ? row : undefined;
}

/** Somebody is there: the hour begins again, within the twelve. */
export async function markSeen(house: House, session: Session, now: Date): Promise<Session> {
  const [row] = await house.pool.single<{ started_at: string }>(
    'update access.session set seen_at = greatest(seen_at, $2) where secret_hash = $1 returning started_at',
    [session.secret_hash, now],
  );
  if (row === undefined) return session;
  return { ...session, ends_at: endOf({ ...session, ...row, seen_at: now.toISOString() }) };
}

/**
 * The same session with more power, under a new secret: whoever knew the old one has nothing. Its form token stays, so
 * that forms that are open in other windows still go. Undefined where the session has ended meanwhile.
 */
export async function raiseSession(
  house: House,
  session: Session,
  now: Date,
  change: Partial<Pick<Session, 'stage'>> = {},
): Promise<string | undefined> {
  const secret = newSecret();
  const raised = await house.pool.single(
    `update access.session set secret_hash = $2, stage = $3, proved_at = $4, seen_at = $4,
       challenge = null, challenge_for = null, challenge_at = null
     where secret_hash = $1 and ended_at is null returning id`,
    [session.secret_hash, keyedHash(house, secret), change.stage ?? session.stage, now],
  );
  return raised.length === 1 ? secret : undefined;
}

/** Chooses the partnership of a signed-in account; false when the account is nobody there. */
export async function choosePartnership(
  house: House,
  session: Session,
  partnershipId: string,
): Promise<boolean> {
  const chosen = await house.pool.single(
    `update access.session s set partnership_id = p.partnership_id, person_id = p.person_id
     from access.account_person p
     where s.secret_hash = $1 and p.account_id = s.account_id and p.partnership_id::text = $2 returning s.secret_hash`,
    [session.secret_hash, partnershipId],
  );
  return chosen.length === 1;
}

export async function endSession(house: House, session: Session, now: Date): Promise<void> {
  await house.pool.single('update access.session set ended_at = $2 where secret_hash = $1', [
    session.secret_hash,
    now,
  ]);
}

/** The session of this secret, whichever it is, is over: another takes its place in the browser. */
export async function endSessionOf(house: House, secret: string, now: Date): Promise<void> {
  await house.pool.single(
    'update access.session set ended_at = $2 where secret_hash = $1 and ended_at is null',
    [keyedHash(house, secret), now],
  );
}

export function secondsUntil(instant: string, now: Date): number {
  return Math.max(0, Math.floor((Date.parse(instant) - now.getTime()) / 1000));
}

async function rowOf(house: House, secret: string): Promise<Row | undefined> {
  const [row] = await house.pool.single<Row>(
    `select s.id, s.secret_hash, s.account_id, s.partnership_id, s.person_id, s.form_token, s.stage, s.how, s.provider_id, s.proved_at,
       s.started_at, s.seen_at, s.ended_at,
       (select count(*) from access.account_person p where p.account_id = s.account_id) as partnerships
     from access.session s where s.secret_hash = $1 and s.ended_at is null`,
    [keyedHash(house, secret)],
  );
  return row === undefined ? undefined : { ...row, ends_at: endOf(row) };
}

function endOf({ stage, started_at, seen_at }: Pick<Row, 'stage' | 'started_at' | 'seen_at'>): string {
  const started = Date.parse(started_at);
  const most = stage === 'complete' || stage === 'set-up-second-factor' ? absoluteLimit : unfinishedLimit;
  return new Date(Math.min(started + most, Date.parse(seen_at) + idleLimit)).toISOString();
}

/** No session has more than an hour before it: one that has was seen by a clock that has since been set back. */
function isOver({ ends_at }: Session, now: Date): boolean {
  const left = Date.parse(ends_at) - now.getTime();
  return left < 0 || left > idleLimit + markEvery;
}
