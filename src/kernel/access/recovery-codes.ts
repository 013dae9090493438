// Recovery codes, for the day the telephone is lost: ten, shown once, each good once. 50 random bits, kept as keyed
// hashes, so that neither the database nor guessing gives one.
import { randomInt } from 'node:crypto';
import type { House } from '../operation/perform.ts';
import { changeAccount } from './account-change.ts';
import { keyedHash } from './session.ts';

const howMany = 10;
const length = 10;
// Crockford's base 32: no I, L, O or U, which look or read like others.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** New codes in place of all earlier ones: "4F7QK-9ZD2M". They can be had only now. */
export async function makeRecoveryCodes(
  house: House,
  accountId: string,
  now: Date,
  browser?: string,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  const change = {
    account_id: accountId,
    kind: 'recovery-codes-made',
    ...(browser ? { browser } : {}),
  } as const;
  await changeAccount(house, change, now, async (transaction) => {
    await transaction.text('delete from access.recovery_code where account_id = $1', [accountId]);
    await transaction.text(
      'insert into access.recovery_code (account_id, code_hash, made_at) select $1, unnest($2::text[]), $3',
      [accountId, codes.map((code) => hashOf(house, accountId, code)), now],
    );
    return true;
  });
  return codes;
}

/** Whether it is one of the account's codes that was not used before; it is used from now on. */
export async function takeRecoveryCode(
  house: House,
  accountId: string,
  code: string,
  now: Date,
  browser?: string,
): Promise<boolean> {
  const change = {
    account_id: accountId,
    kind: 'recovery-code-used',
    ...(browser ? { browser } : {}),
  } as const;
  return changeAccount(house, change, now, async (transaction) => {
    const used = await transaction.text(
      `update access.recovery_code set used_at = $3
       where account_id = $1 and code_hash = $2 and used_at is null returning account_id`,
      [accountId, hashOf(house, accountId, code), now],
    );
    return used.length === 1;
  });
}

function newCode(): string {
  const signs = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** However it was typed: small letters, spaces, and O, I, L for the figures they look like. */
function hashOf(house: House, accountId: string, code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return keyedHash(house, `recovery code of ${accountId}: ${plain}`);
}
