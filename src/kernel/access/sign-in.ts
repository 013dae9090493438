// Signing in by e-mail and password. Failures are counted by e-mail address and by network address (both hashed), so
// guessing slows down whichever way it comes. The answer never says whether an account exists.
import type { House } from '../operation/perform.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { hashPassword, leastPasswordLength, passwordFits } from './password.ts';
import { keyedHash, startSession } from './session.ts';

const window = '15 minutes';
const mostForEmail = 10;
const mostForAddress = 50;

export class TooManyAttempts extends Error {
  constructor() {
    super('There were too many attempts to sign in. Wait 15 minutes, then try again.');
    this.name = 'TooManyAttempts';
  }
}

/**
 * Gives the session's secret. Throws InvalidInput when e-mail and password do not fit together and TooManyAttempts
 * after ten failures for one e-mail address, or fifty from one network address, in fifteen minutes.
 */
export async function signIn(
  house: House,
  sent: { email: string; password: string; address: string },
  now: Date,
): Promise<string> {
  const email = sent.email.trim().toLowerCase();
  const email_hash = keyedHash(house, email);
  const address_hash = keyedHash(house, sent.address);
  const [failures] = await house.pool.single<{ by_email: number; by_address: number }>(
    `select (select count(*) from access.failed_sign_in where email_hash = $1 and at > $3::timestamptz - interval '${window}') as by_email,
            (select count(*) from access.failed_sign_in where address_hash = $2 and at > $3::timestamptz - interval '${window}') as by_address`,
    [email_hash, address_hash, now],
  );
  if (failures && (failures.by_email >= mostForEmail || failures.by_address >= mostForAddress))
    throw new TooManyAttempts();
  const [account] = await house.pool.single<{ id: string; password_hash: string | null }>(
    'select id, password_hash from access.account where email = $1',
    [email],
  );
  if (!(await passwordFits(sent.password, account?.password_hash ?? null)) || account === undefined) {
    await house.pool.single(
      'insert into access.failed_sign_in (email_hash, address_hash, at) values ($1, $2, $3)',
      [email_hash, address_hash, now],
    );
    throw new InvalidInput({ email: 'The e-mail address or the password is not right' });
  }
  const people = await partnershipsOf(house, account.id);
  const only = people.length === 1 ? people[0] : undefined;
  return startSession(
    house,
    {
      account_id: account.id,
      partnership_id: only?.partnership_id ?? null,
      person_id: only?.person_id ?? null,
    },
    now,
  );
}

export async function partnershipsOf(
  house: House,
  accountId: string,
): Promise<{ partnership_id: string; person_id: string; name: string }[]> {
  return house.pool.single(
    `select a.partnership_id, a.person_id, p.name from access.account_person a
     join kernel.partnership p on p.id = a.partnership_id where a.account_id = $1 order by p.name`,
    [accountId],
  );
}

/** Sets the password of an account, making the account when there is none, and lets it be a person of a partnership. */
export async function setPassword(
  house: House,
  facts: { email: string; password: string; partnership_id: string; person_id: string },
): Promise<void> {
  if (facts.password.length < leastPasswordLength) {
    throw new InvalidInput({ password: `The password must have at least ${leastPasswordLength} characters` });
  }
  const [account] = await house.pool.single<{ id: string }>(
    `insert into access.account (email, password_hash) values ($1, $2)
     on conflict (email) do update set password_hash = excluded.password_hash returning id`,
    [facts.email.trim().toLowerCase(), await hashPassword(facts.password)],
  );
  if (account === undefined) throw new Error('The account was not written.');
  await house.pool.single(
    `insert into access.account_person (account_id, partnership_id, person_id) values ($1, $2, $3)
     on conflict (account_id, partnership_id) do update set person_id = excluded.person_id`,
    [account.id, facts.partnership_id, facts.person_id],
  );
  await house.pool.single(
    'update access.session set ended_at = now() where account_id = $1 and ended_at is null',
    [account.id],
  );
}
