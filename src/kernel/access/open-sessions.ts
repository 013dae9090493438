// Where an account is signed in now, and signing out elsewhere. A session is named by its id; its secret is nowhere.
import type { House } from '../operation/perform.ts';
import { noteEvent } from './account-event.ts';
import { absoluteLimit, idleLimit } from './session.ts';

export interface OpenSession {
  id: string;
  started_at: string;
  seen_at: string;
  browser: string | null;
}

/** Those that have not ended, the last used first. */
export async function listOpenSessions(house: House, accountId: string, now: Date): Promise<OpenSession[]> {
  return house.pool.single(
    `select id, started_at, seen_at, browser from access.session
     where account_id = $1 and ended_at is null and stage = 'complete' and seen_at > $2 and started_at > $3
     order by seen_at desc, id`,
    [accountId, new Date(now.getTime() - idleLimit), new Date(now.getTime() - absoluteLimit)],
  );
}

/** Signs out one browser of the account; false where it has no such session. */
export async function endOneSession(
  house: House,
  accountId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const ended = await house.pool.single<{ browser: string | null }>(
    `update access.session set ended_at = $3
     where account_id = $1 and id::text = $2 and ended_at is null returning browser`,
    [accountId, id, now],
  );
  if (ended[0] === undefined) return false;
  await noteEvent(
    house,
    { account_id: accountId, kind: 'session-ended', browser: ended[0].browser ?? undefined },
    now,
  );
  return true;
}

/** Signs out every browser, this one too; also those that timed out, which may no longer leave a draft. */
export async function endAllSessions(house: House, accountId: string, now: Date): Promise<void> {
  await house.pool.single(
    'update access.session set ended_at = $2 where account_id = $1 and ended_at is null',
    [accountId, now],
  );
  await noteEvent(house, { account_id: accountId, kind: 'signed-out-everywhere' }, now);
}
