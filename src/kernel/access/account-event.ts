// What happened to an account, for the person it belongs to: sign-ins, failures, changes. Written once, never changed, and
// forgotten after two years.
// A network address is kept only as a keyed hash, which tells "the same" from "another" and nothing else.
import type { House } from '../operation/perform.ts';
import { keyedHash, type WayIn } from './session.ts';

/** Changes that a letter tells of, so that a person learns of one that somebody else made. */
export const changes = {
  'password-changed': 'The password was changed',
  'authenticator-added': 'An authenticator app was set up',
  'authenticator-removed': 'The authenticator app was removed',
  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'recovery-codes-made': 'New recovery codes were made',
  'recovery-code-used': 'A recovery code was used to sign in',
  'second-factor-reset': 'The operator removed every second factor',
  'sign-in-locked': 'Signing in was locked after too many failures',
  'person-moved': 'Your place in a partnership went to the account of another e-mail address',
  'token-made': 'A token by which another system acts in your name was made',
} as const;

export type AccountChange = keyof typeof changes;

const signIns = {
  'signed-in-by-password': 'Signed in with the password',
  'signed-in-by-passkey': 'Signed in with a passkey',
  'signed-in-by-single-sign-on': 'Signed in by way of your agency',
  'signed-in-by-link': 'Signed in by a link from an e-mail',
} as const satisfies Record<`signed-in-by-${WayIn}`, string>;

export const eventKinds = {
  ...changes,
  ...signIns,
  'sign-in-failed': 'A wrong password was given',
  'second-factor-failed': 'A wrong security code was given',
  'sign-in-unlocked': 'Signing in was unlocked',
  'session-ended': 'Signed out another browser',
  'signed-out-everywhere': 'Signed out everywhere',
} as const;

export type AccountEventKind = keyof typeof eventKinds;

export interface AccountEvent {
  account_id: string;
  kind: AccountEventKind;
  browser?: string | undefined;
  address?: string | undefined;
}

export async function noteEvent(house: House, event: AccountEvent, now: Date): Promise<void> {
  await house.pool.single(
    'insert into access.account_event (account_id, at, kind, browser, address_hash) values ($1, $2, $3, $4, $5)',
    [event.account_id, now, event.kind, event.browser ?? null, addressHash(house, event.address)],
  );
}

/** The latest first. */
export async function listEvents(
  house: House,
  accountId: string,
  most = 20,
): Promise<{ at: string; kind: AccountEventKind; browser: string | null }[]> {
  return house.pool.single(
    'select at, kind, browser from access.account_event where account_id = $1 order by id desc limit $2',
    [accountId, most],
  );
}

export function addressHash(house: House, address: string | undefined): string | null {
  return address === undefined ? null : keyedHash(house, address);
}
