// Guessing is stopped three ways: ten failures for one e-mail address, or fifty from one network address, in fifteen
// minutes make everybody wait; a hundred for one e-mail address in a day lock it. Both addresses are kept as keyed hashes,
// and an e-mail address without an account is treated alike, so that the answer tells nobody whether there is one.
// A passkey and an agency's own sign-in cannot be guessed; they go past the lock, so that nobody can shut somebody out.
import type { House } from '../operation/perform.ts';
import { changeAccount } from './account-change.ts';
import { browserWords } from './browser-words.ts';
import { keyedHash } from './session.ts';

const window = '15 minutes';
const mostForEmail = 10;
const mostForAddress = 50;
const mostInADay = 100;

export class TooManyAttempts extends Error {
  constructor(message = 'There were too many attempts to sign in. Wait 15 minutes, then try again.') {
    super(message);
    this.name = 'TooManyAttempts';
  }
}

const lockedWords =
  'Signing in with this e-mail address is locked, because there were too many failed attempts in one day. To unlock it, choose a new password by “Forgotten your password?” on the sign-in page, or ask whoever runs this service. Nobody has got in this way.';

export interface Attempt {
  email: string;
  /** The network address. */
  address: string;
  user_agent?: string | undefined;
  /** What a failure is called among the account's events. */
  failure: 'sign-in-failed' | 'second-factor-failed';
}

/**
 * Tries a password or code: `work` gives undefined where it is not right. The attempt is counted before it is tried, so
 * that many sent at once are no more than the limit. Throws TooManyAttempts without trying.
 */
export async function attempt<T>(
  house: House,
  sent: Attempt,
  now: Date,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const hashes = { email: keyedHash(house, sent.email), address: keyedHash(house, sent.address) };
  const [begun] = await house.pool.single<{ id: number }>(
    `insert into access.failed_sign_in (email_hash, address_hash, at, outcome) values ($1, $2, $3, 'trying') returning id`,
    [hashes.email, hashes.address, now],
  );
  if (begun === undefined) throw new Error('The attempt was not written.');
  const refused = await reasonToRefuse(house, hashes, now);
  if (refused !== undefined) {
    await settle(house, begun.id, 'refused');
    throw refused;
  }
  const found = await work();
  if (found === undefined) await fail(house, begun.id, sent, hashes, now);
  else await settle(house, begun.id, 'succeeded');
  return found;
}

/** Lets an e-mail address sign in again: after a reset by link, or by the operator. False where it was not locked. */
export async function unlock(house: House, email: string, now: Date): Promise<boolean> {
  const lifted = await house.pool.single(
    `with lifted as (update access.locked_email set lifted_at = $3
       where email_hash = $1 and (lifted_at is null or lifted_at < locked_at) returning email_hash),
     noted as (insert into access.account_event (account_id, at, kind)
       select id, $3, 'sign-in-unlocked' from access.account where email = $2 and exists (select from lifted))
     select email_hash from lifted`,
    [keyedHash(house, email), email, now],
  );
  return lifted.length === 1;
}

interface Hashes {
  email: string;
  address: string;
}

async function reasonToRefuse(house: House, hashes: Hashes, now: Date): Promise<TooManyAttempts | undefined> {
  const [found] = await house.pool.single<{ by_email: number; by_address: number; locked: boolean }>(
    `select (select count(*) from access.failed_sign_in where email_hash = $1 and outcome in ('trying', 'failed')
               and at > $3::timestamptz - interval '${window}') as by_email,
            (select count(*) from access.failed_sign_in where address_hash = $2 and outcome in ('trying', 'failed')
               and at > $3::timestamptz - interval '${window}') as by_address,
            exists (select from access.locked_email
               where email_hash = $1 and (lifted_at is null or lifted_at < locked_at)) as locked`,
    [hashes.email, hashes.address, now],
  );
  if (found === undefined) return undefined;
  if (found.locked) return new TooManyAttempts(lockedWords);
  // This attempt is among those counted.
  const tooMany = found.by_email > mostForEmail || found.by_address > mostForAddress;
  return tooMany ? new TooManyAttempts() : undefined;
}

async function settle(house: House, id: number, outcome: 'succeeded' | 'refused'): Promise<void> {
  await house.pool.single('update access.failed_sign_in set outcome = $2 where id = $1', [id, outcome]);
}

/** One statement whether there is an account or not, so that both take as long. */
async function fail(house: House, id: number, sent: Attempt, hashes: Hashes, now: Date): Promise<void> {
  const locked = await house.pool.single(
    `with settled as (update access.failed_sign_in set outcome = 'failed' where id = $1),
     noted as (insert into access.account_event (account_id, at, kind, browser, address_hash)
       select a.id, $4, $5, $6, $7 from access.account a where a.email = $2)
     insert into access.locked_email (email_hash, locked_at)
     select $3, $4 where (select count(*) from access.failed_sign_in f where f.email_hash = $3
       and f.outcome in ('trying', 'failed') and f.at > greatest($4::timestamptz - interval '24 hours',
         (select l.lifted_at from access.locked_email l where l.email_hash = $3))) >= ${mostInADay}
     on conflict (email_hash) do update set locked_at = excluded.locked_at, lifted_at = null
     returning email_hash`,
    [id, sent.email, hashes.email, now, sent.failure, browserWords(sent.user_agent), hashes.address],
  );
  if (locked.length === 0) return;
  const [account] = await house.pool.single<{ id: string }>(
    'select id from access.account where email = $1',
    [sent.email],
  );
  if (account === undefined) return;
  await changeAccount(house, { account_id: account.id, kind: 'sign-in-locked' }, now, () =>
    Promise.resolve(true),
  );
}
