// An authenticator app: time-based one-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits, which is what the apps take). A
// code counts one step early or late, for clocks that differ, and a time step is taken once only. Until a first code has
// proved that the app works, its secret waits in the session and counts for nothing.
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import type { House } from '../operation/perform.ts';
import { changeAccount } from './account-change.ts';
import { seal, unseal } from './sealing.ts';
import type { Session } from './session.ts';

const period = 30;
const purpose = 'authenticator';

export interface PendingAuthenticator {
  /** In groups of four, to be typed. */
  secret: string;
  /** The squares of the QR code, row by row: true is dark. */
  qr: boolean[][];
}

/** The authenticator that is being set up in this session: the same until it is confirmed, so that going back changes nothing. */
export async function pendingAuthenticator(
  house: House,
  session: Session & { account_id: string },
): Promise<PendingAuthenticator> {
  const fresh = seal(house, { purpose, owner: session.account_id }, new Secret({ size: 20 }).base32);
  const [row] = await house.pool.single<{ pending_authenticator: string; email: string }>(
    `update access.session s set pending_authenticator = coalesce(pending_authenticator, $2)
     from access.account a where s.secret_hash = $1 and a.id = s.account_id
     returning s.pending_authenticator, a.email`,
    [session.secret_hash, fresh],
  );
  if (row === undefined) throw new Error('The session of this authenticator is gone.');
  const totp = totpOf(
    unseal(house, { purpose, owner: session.account_id }, row.pending_authenticator),
    row.email,
  );
  return {
    secret: totp.secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 '),
    qr: encode(totp.toString(), { ecc: 'M', border: 4 }).data,
  };
}

/** Sets the pending authenticator up, in place of an earlier one; false where the code is not one of it. */
export async function confirmAuthenticator(
  house: House,
  session: Session & { account_id: string },
  code: string,
  now: Date,
  browser?: string,
): Promise<boolean> {
  const { account_id, secret_hash } = session;
  const [row] = await house.pool.single<{ pending_authenticator: string | null }>(
    'select pending_authenticator from access.session where secret_hash = $1',
    [secret_hash],
  );
  const sealed = row?.pending_authenticator ?? null;
  if (sealed === null) return false;
  const step = stepOf(unseal(house, { purpose, owner: account_id }, sealed), code, now);
  if (step === undefined) return false;
  const change = { account_id, kind: 'authenticator-added', ...(browser ? { browser } : {}) } as const;
  return changeAccount(house, change, now, async (transaction) => {
    const taken = await transaction.text(
      `update access.session set pending_authenticator = null
       where secret_hash = $1 and pending_authenticator = $2 returning id`,
      [secret_hash, sealed],
    );
    if (taken.length === 0) return false;
    await transaction.text(
      `insert into access.authenticator (account_id, sealed_secret, confirmed_at, last_step) values ($1, $2, $3, $4)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret,
         confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`,
      [account_id, sealed, now, step],
    );
    return true;
  });
}

/** Whether the code is one of the account's app, not used before: a code is good once, whoever sends it first. */
export async function takeCode(house: House, accountId: string, code: string, now: Date): Promise<boolean> {
  const [app] = await house.pool.single<{ sealed_secret: string }>(
    'select sealed_secret from access.authenticator where account_id = $1',
    [accountId],
  );
  if (app === undefined) return false;
  const step = stepOf(unseal(house, { purpose, owner: accountId }, app.sealed_secret), code, now);
  if (step === undefined) return false;
  const taken = await house.pool.single(
    'update access.authenticator set last_step = $2 where account_id = $1 and last_step < $2 returning account_id',
    [accountId, step],
  );
  return taken.length === 1;
}

function totpOf(base32: string, label: string): TOTP {
  return new TOTP({ issuer: 'Golden Thread', label, secret: Secret.fromBase32(base32), period });
}

/** The time step that the code belongs to, one early or late; undefined for any other code. */
function stepOf(base32: string, code: string, now: Date): number | undefined {
  const delta = totpOf(base32, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}
