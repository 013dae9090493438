// Sessions live in the database, under a hash of their secret. They end by themselves: after an hour unused, and after
// twelve hours whatever happens. Times are UTC instants from the caller's real clock, also in demonstration mode.
import { createHmac, randomBytes } from 'node:crypto';
import type { House } from '../operation/perform.ts';

export interface Session {
  secret_hash: string;
  account_id: string | null;
  partnership_id: string | null;
  person_id: string | null;
  /** Proves that a form was drawn for this session. */
  form_token: string;
}

const hour = 3_600_000;
export const idleLimit = hour;
export const absoluteLimit = 12 * hour;
/** A session is marked as seen at most this often, so that reading pages does not write. */
const markEvery = 5 * 60_000;

/** Keyed with the installation's own secret, so that a copy of the database alone can neither open nor test anything. */
export function keyedHash(house: House, text: string): string {
  return createHmac('sha256', house.secret).update(text).digest('hex');
}

/** Starts a session; gives the secret for the cookie, which is kept nowhere. */
export async function startSession(
  house: House,
  who: { account_id: string | null; partnership_id: string | null; person_id: string | null },
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await house.pool.single(
    `insert into access.session (secret_hash, account_id, partnership_id, person_id, form_token, started_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [
      keyedHash(house, secret),
      who.account_id,
      who.partnership_id,
      who.person_id,
      randomBytes(32).toString('base64url'),
      now,
    ],
  );
  return secret;
}

export async function findSession(house: House, secret: string, now: Date): Promise<Session | undefined> {
  const [row] = await house.pool.single<Session & { started_at: string; seen_at: string }>(
    `select secret_hash, account_id, partnership_id, person_id, form_token, started_at, seen_at
     from access.session where secret_hash = $1 and ended_at is null`,
    [keyedHash(house, secret)],
  );
  if (row === undefined) return undefined;
  const idle = now.getTime() - Date.parse(row.seen_at);
  if (idle > idleLimit || now.getTime() - Date.parse(row.started_at) > absoluteLimit) return undefined;
  if (idle > markEvery) {
    await house.pool.single('update access.session set seen_at = $2 where secret_hash = $1', [
      row.secret_hash,
      now,
    ]);
  }
  return row;
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
     where s.secret_hash = $1 and p.account_id = s.account_id and p.partnership_id = $2 returning s.secret_hash`,
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
