// Signing in by e-mail and password, and choosing a password. The answer never says whether an account exists, in words
// or in time.
import type { House } from '../operation/perform.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { changeAccount } from './account-change.ts';
import { type Admission, admit } from './admission.ts';
import { attempt, unlock } from './attempt.ts';
import { browserWords } from './browser-words.ts';
import { hashPassword, passwordFits, refuseWeakPassword } from './password.ts';
import type { Session } from './session.ts';

/** Throws InvalidInput when e-mail and password do not fit together, and TooManyAttempts (attempt.ts) without trying. */
export async function signIn(
  house: House,
  sent: { email: string; password: string; address: string; user_agent?: string | undefined },
  now: Date,
): Promise<Admission> {
  const email = sent.email.trim().toLowerCase();
  const { address, user_agent } = sent;
  const accountId = await attempt(
    house,
    { email, address, user_agent, failure: 'sign-in-failed' },
    now,
    async () => {
      const [account] = await house.pool.single<{ id: string; password_hash: string | null }>(
        'select id, password_hash from access.account where email = $1',
        [email],
      );
      return (await passwordFits(sent.password, account?.password_hash ?? null)) ? account?.id : undefined;
    },
  );
  if (accountId === undefined)
    throw new InvalidInput({ email: 'The e-mail address or the password is not right' });
  return admit(house, { account_id: accountId, how: 'password', address, user_agent }, now);
}

/** Whether it is the account's password. Throws TooManyAttempts: failures count like those of signing in. */
export async function givePassword(
  house: House,
  sent: { account_id: string; password: string; address: string; user_agent: string | undefined },
  now: Date,
): Promise<boolean> {
  const { account_id, address, user_agent } = sent;
  const [account] = await house.pool.single<{ email: string; password_hash: string | null }>(
    'select email, password_hash from access.account where id = $1',
    [account_id],
  );
  if (account === undefined) return false;
  const given = await attempt(
    house,
    { email: account.email, address, user_agent, failure: 'sign-in-failed' },
    now,
    async () => ((await passwordFits(sent.password, account.password_hash)) ? true : undefined),
  );
  return given ?? false;
}

/**
 * Changes the password of somebody who is signed in and knows the present one; their other sessions end. Throws
 * InvalidInput, and TooManyAttempts after too many wrong ones.
 */
export async function changePassword(
  house: House,
  session: Session & { account_id: string },
  sent: {
    present: string;
    password: string;
    again: string;
    address: string;
    user_agent: string | undefined;
  },
  now: Date,
): Promise<void> {
  const { account_id } = session;
  const { present, password, address, user_agent } = sent;
  const [account] = await house.pool.single<{ email: string }>(
    'select email from access.account where id = $1',
    [account_id],
  );
  refuseWeakPassword(password, account?.email ?? '');
  if (password !== sent.again) throw new InvalidInput({ again: 'The two new passwords are not the same' });
  if (!(await givePassword(house, { account_id, password: present, address, user_agent }, now))) {
    throw new InvalidInput({ present: 'This is not your present password' });
  }
  const password_hash = await hashPassword(password);
  const change = { account_id, kind: 'password-changed', browser: browserWords(user_agent) } as const;
  await changeAccount(house, change, now, async (transaction) => {
    await transaction.text('update access.account set password_hash = $2 where id = $1', [
      account_id,
      password_hash,
    ]);
    await transaction.text(
      'update access.session set ended_at = $3 where account_id = $1 and id <> $2 and ended_at is null',
      [account_id, session.id, now],
    );
    return true;
  });
}

/** The account of an e-mail address. */
export async function findAccount(house: House, email: string): Promise<string | undefined> {
  const [account] = await house.pool.single<{ id: string }>(
    'select id from access.account where email = $1',
    [email],
  );
  return account?.id;
}

/**
 * Sets the password of an account, making the account when there is none, and lets it be a person of a partnership. Every
 * session of it ends, a lock after too many failures is lifted, and a letter tells whoever had an account before. Throws
 * InvalidInput for a password that will not do.
 */
export async function setPassword(
  house: House,
  facts: { email: string; password: string; partnership_id: string; person_id: string },
): Promise<void> {
  const email = facts.email.trim().toLowerCase();
  refuseWeakPassword(facts.password, email);
  const before = await findAccount(house, email);
  const [account] = await house.pool.single<{ id: string }>(
    `insert into access.account (email, password_hash) values ($1, $2)
     on conflict (email) do update set password_hash = excluded.password_hash returning id`,
    [email, await hashPassword(facts.password)],
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
  await unlock(house, email, new Date());
  if (before === undefined) return;
  await changeAccount(house, { account_id: account.id, kind: 'password-changed' }, new Date(), () =>
    Promise.resolve(true),
  );
}
