// Which account somebody is whom an agency has signed in. Only people of that agency come in this way; the first time by an
// address at the agency's own domains, to an account that is there or a person who was invited. It never makes a person.
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import { Conflict } from '../operation/refusals.ts';
import { belongsTo, domainOf, type IdentityProvider } from './identity-provider.ts';
import { accountAt, joinPerson } from './invitation.ts';
import type { Claims } from './single-sign-on.ts';

/** Throws Conflict, in the same words whatever the reason, so that it does not tell who has an account. */
export async function accountOfClaims(
  house: House,
  provider: IdentityProvider,
  claims: Claims,
  now: Date,
): Promise<string> {
  const known = await accountByIdentity(house, claims);
  const found =
    known === undefined
      ? await accountByEmail(house, provider, claims, now)
      : (await isOfAgency(house, provider, known, now))
        ? known
        : undefined;
  if (found === undefined) {
    throw new Conflict(
      `${provider.name} has signed you in, but you are not among the people it may sign in here. Ask the business manager to invite you at your address there, then begin again.`,
      { href: '/sign-in', text: 'Other ways to sign in' },
    );
  }
  return found;
}

async function accountByIdentity(house: House, { issuer, subject }: Claims): Promise<string | undefined> {
  const [row] = await house.pool.single<{ account_id: string }>(
    'select account_id from access.account_identity where issuer = $1 and subject = $2',
    [issuer, subject],
  );
  return row?.account_id;
}

async function isOfAgency(
  house: House,
  provider: IdentityProvider,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const [link] = await house.pool.single<{ person_id: string }>(
    'select person_id from access.account_person where account_id = $1 and partnership_id = $2',
    [accountId, provider.partnership_id],
  );
  return link !== undefined && (await belongsTo(house, provider, link.person_id, now));
}

async function accountByEmail(
  house: House,
  provider: IdentityProvider,
  claims: Claims,
  now: Date,
): Promise<string | undefined> {
  const { email } = claims;
  if (email === undefined || !provider.email_domains.includes(domainOf(email))) return undefined;
  if (!claims.email_verified && !provider.trusts_email) return undefined;
  const [account] = await house.pool.single<{ id: string }>(
    'select id from access.account where email = $1',
    [email],
  );
  if (account !== undefined && (await isOfAgency(house, provider, account.id, now))) {
    await house.pool.transaction((transaction) => remember(transaction, account.id, claims, now));
    return account.id;
  }
  return accountOfInvited(house, provider, { ...claims, email }, now);
}

async function accountOfInvited(
  house: House,
  provider: IdentityProvider,
  claims: Claims & { email: string },
  now: Date,
): Promise<string | undefined> {
  const { partnership_id } = provider;
  const invited = await house.pool.transaction(async (transaction) => {
    const [row] = await transaction.text<{ person_id: string; secret_hash: string }>(
      `select l.person_id, l.secret_hash from access.one_time_link l
       join governance.person p on p.partnership_id = $1 and p.id = l.person_id and lower(p.email) = l.email
       where l.kind = 'invitation' and l.partnership_id = $1 and l.email = $2 and l.used_at is null and l.void_at is null
         and l.expires_at > $3
       order by l.made_at desc limit 1`,
      [partnership_id, claims.email, now],
    );
    return row;
  }, partnership_id);
  if (invited === undefined || !(await belongsTo(house, provider, invited.person_id, now))) return undefined;
  return house.pool.transaction(async (transaction) => {
    const taken = await transaction.text(
      `update access.one_time_link set used_at = $2
       where secret_hash = $1 and used_at is null and void_at is null returning person_id`,
      [invited.secret_hash, now],
    );
    if (taken.length === 0) return undefined;
    const { id: account_id } = await accountAt(transaction, claims.email);
    await joinPerson(transaction, { account_id, partnership_id, person_id: invited.person_id }, now);
    await remember(transaction, account_id, claims, now);
    return account_id;
  }, partnership_id);
}

async function remember(
  transaction: Transaction,
  accountId: string,
  { issuer, subject }: Claims,
  now: Date,
): Promise<void> {
  await transaction.text(
    `insert into access.account_identity (issuer, subject, account_id, made_at) values ($1, $2, $3, $4)
     on conflict (issuer, subject) do nothing`,
    [issuer, subject, accountId, now],
  );
}
