// What an account has besides its password: an authenticator app, passkeys, and recovery codes for when both are lost.
// With SECOND_FACTOR=required (the real mode's default) nobody works without one, and the last cannot be taken away.
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import { Conflict } from '../operation/refusals.ts';
import { changeAccount } from './account-change.ts';
import { attempt } from './attempt.ts';
import { takeCode } from './authenticator.ts';
import { browserWords } from './browser-words.ts';
import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts';

export interface Factors {
  email: string;
  has_password: boolean;
  /** When the authenticator app was set up. */
  authenticator_at: string | null;
  passkeys: number;
  /** Recovery codes not used yet. */
  codes_left: number;
}

const factorsStatement = `select a.email, a.password_hash is not null as has_password,
       (select confirmed_at from access.authenticator t where t.account_id = a.id) as authenticator_at,
       (select count(*) from access.passkey p where p.account_id = a.id) as passkeys,
       (select count(*) from access.recovery_code c where c.account_id = a.id and c.used_at is null) as codes_left
     from access.account a where a.id = $1`;

/** As they stand, or as they stand in a transaction. */
export async function factorsOf(
  house: House,
  accountId: string,
  transaction?: Pick<Transaction, 'text'>,
): Promise<Factors> {
  const [factors] = await (transaction === undefined
    ? house.pool.single<Factors>(factorsStatement, [accountId])
    : transaction.text<Factors & Record<string, unknown>>(factorsStatement, [accountId]));
  if (factors === undefined) throw new Error('There is no such account.');
  return factors;
}

export async function hasSecondFactor(house: House, accountId: string): Promise<boolean> {
  return secondFactors(await factorsOf(house, accountId)) > 0;
}

/** Recovery codes stand in for a second factor; they are none. */
export function secondFactors({ authenticator_at, passkeys }: Factors): number {
  return passkeys + (authenticator_at === null ? 0 : 1);
}

/** Throws Conflict where the account would be left without a second factor although one is required. */
export async function refuseRemovingTheLast(
  house: House,
  accountId: string,
  transaction?: Pick<Transaction, 'text'>,
): Promise<void> {
  if (house.secondFactor !== 'required') return;
  if (secondFactors(await factorsOf(house, accountId, transaction)) > 1) return;
  throw new Conflict(
    'This is your only second step, and this service asks everybody for one. Add a passkey or set up another authenticator app first, then remove this one.',
  );
}

/** Removes the authenticator app; false where there is none. Throws Conflict where it is the last that must stay. */
export function removeAuthenticator(
  house: House,
  accountId: string,
  now: Date,
  browser?: string,
): Promise<boolean> {
  const change = {
    account_id: accountId,
    kind: 'authenticator-removed',
    ...(browser ? { browser } : {}),
  } as const;
  return changeAccount(house, change, now, async (transaction) => {
    await refuseRemovingTheLast(house, accountId, transaction);
    const removed = await transaction.text(
      'delete from access.authenticator where account_id = $1 returning account_id',
      [accountId],
    );
    return removed.length === 1;
  });
}

/** Removes one passkey of the account; false where it is not there. Throws Conflict where it is the last that must stay. */
export function removePasskey(
  house: House,
  accountId: string,
  id: string,
  now: Date,
  browser: string,
): Promise<boolean> {
  const change = { account_id: accountId, kind: 'passkey-removed', browser } as const;
  return changeAccount(house, change, now, async (transaction) => {
    await refuseRemovingTheLast(house, accountId, transaction);
    const removed = await transaction.text(
      'delete from access.passkey where account_id = $1 and id = $2 returning id',
      [accountId, id],
    );
    return removed.length === 1;
  });
}

/** By the operator, for somebody who has lost everything: no second factor, no recovery codes, signed out everywhere. */
export async function resetSecondFactor(house: House, accountId: string, now: Date): Promise<void> {
  await changeAccount(
    house,
    { account_id: accountId, kind: 'second-factor-reset' },
    now,
    async (transaction) => {
      for (const table of ['authenticator', 'recovery_code', 'passkey'])
        await transaction.text(`delete from access.${table} where account_id = $1`, [accountId]);
      await transaction.text(
        'update access.session set ended_at = $2 where account_id = $1 and ended_at is null',
        [accountId, now],
      );
      return true;
    },
  );
}

/** With the first second factor come recovery codes; undefined where there are some already. */
export async function firstRecoveryCodes(
  house: House,
  accountId: string,
  now: Date,
  browser: string,
): Promise<string[] | undefined> {
  const { codes_left } = await factorsOf(house, accountId);
  return codes_left > 0 ? undefined : makeRecoveryCodes(house, accountId, now, browser);
}

/**
 * Takes a code of the account's authenticator app, or one of its recovery codes, and says which it was; undefined where it
 * is neither or was used before. Throws TooManyAttempts: failures count like those of a password.
 */
export async function giveCode(
  house: House,
  sent: { account_id: string; code: string; address: string; user_agent: string | undefined },
  now: Date,
): Promise<'app' | 'recovery' | undefined> {
  const { account_id, address, user_agent } = sent;
  const { email } = await factorsOf(house, account_id);
  const code = sent.code.replaceAll(/\s/g, '');
  const failure = 'second-factor-failed';
  return attempt(house, { email, address, user_agent, failure }, now, async () => {
    if (/^\d{6}$/.test(code)) return (await takeCode(house, account_id, code, now)) ? 'app' : undefined;
    const browser = browserWords(user_agent);
    return (await takeRecoveryCode(house, account_id, code, now, browser)) ? 'recovery' : undefined;
  });
}
