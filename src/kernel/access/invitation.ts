// Taking up an invitation: the person it names gets an account at the address it was sent to, or joins the account that is
// already there. Nothing here makes a person: that is done by appointment.
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import { Conflict } from '../operation/refusals.ts';
import { noteChange } from './account-change.ts';
import { findLink, takeLink } from './one-time-link.ts';
import { hashPassword, refuseWeakPassword } from './password.ts';

export const linkIsOver =
  'This link no longer works: it was used, it is too old, or a newer one was sent. Ask for a new one.';

export interface Invited {
  partnership: string;
  /** Whether somebody already signs in with the address it was sent to: then no password is asked. */
  has_account: boolean;
}

/** What the invitation's page shows; undefined when the link does not work. It shows neither name nor address. */
export async function readInvitation(house: House, secret: string, now: Date): Promise<Invited | undefined> {
  const link = await findLink(house, 'invitation', secret, now);
  if (link === undefined) return undefined;
  const [row] = await house.pool.single<Invited>(
    `select q.name as partnership, exists (select from access.account a where a.email = $2 and ${signsIn}) as has_account
     from kernel.partnership q where q.id = $1`,
    [link.partnership_id, link.email],
  );
  return row;
}

/**
 * Uses the invitation up. `has_account`: the account was there before and keeps its password, so its owner signs in as ever.
 * Throws Conflict when the link does not work, InvalidInput when the password will not do (the link stays).
 */
export async function acceptInvitation(
  house: House,
  secret: string,
  password: string,
  now: Date,
): Promise<{ account_id: string; has_account: boolean }> {
  const [invited, link] = await Promise.all([
    readInvitation(house, secret, now),
    findLink(house, 'invitation', secret, now),
  ]);
  if (invited === undefined || link === undefined) throw new Conflict(linkIsOver);
  if (!invited.has_account) refuseWeakPassword(password, link.email);
  const password_hash = invited.has_account ? null : await hashPassword(password);
  return house.pool.transaction(async (transaction) => {
    const taken = await takeLink(house, transaction, 'invitation', secret, now);
    if (taken === undefined || !(await isTheirAddress(transaction, taken))) throw new Conflict(linkIsOver);
    const account = await accountAt(transaction, taken.email);
    if (!account.signs_in && password_hash !== null) {
      await transaction.text('update access.account set password_hash = $2 where id = $1', [
        account.id,
        password_hash,
      ]);
    }
    const { partnership_id, person_id } = taken;
    await joinPerson(transaction, { account_id: account.id, partnership_id, person_id }, now);
    return { account_id: account.id, has_account: account.signs_in };
  }, link.partnership_id);
}

/** An address that was corrected after the invitation went out was the wrong one. */
async function isTheirAddress(
  transaction: Transaction,
  link: { partnership_id: string; person_id: string; email: string },
): Promise<boolean> {
  const found = await transaction.text(
    'select id from governance.person where partnership_id = $1 and id = $2 and lower(email) = $3',
    [link.partnership_id, link.person_id, link.email],
  );
  return found.length === 1;
}

/** Whether an account `a` has anything by which its owner signs in. */
const signsIn = `(a.password_hash is not null
  or exists (select from access.account_identity i where i.account_id = a.id)
  or exists (select from access.passkey k where k.account_id = a.id))`;

/** The account at an address, made when there is none; locked until the transaction ends. */
export async function accountAt(
  transaction: Transaction,
  email: string,
): Promise<{ id: string; signs_in: boolean }> {
  await transaction.text('insert into access.account (email) values ($1) on conflict (email) do nothing', [
    email,
  ]);
  const [account] = await transaction.text<{ id: string; signs_in: boolean }>(
    `select a.id, ${signsIn} as signs_in from access.account a where a.email = $1 for update`,
    [email],
  );
  if (account === undefined) throw new Error('The account was not written.');
  return account;
}

/**
 * Lets an account be a person. Another account that was this person before (an old e-mail address) is so no longer, its
 * sessions there end, and a letter tells its owner: an address that somebody changed behind their back shows. Throws Conflict when the account is somebody else in that partnership.
 */
export async function joinPerson(
  transaction: Transaction,
  who: { account_id: string; partnership_id: string; person_id: string },
  now: Date,
): Promise<void> {
  const { account_id, partnership_id, person_id } = who;
  await transaction.text(
    `insert into access.account_person (account_id, partnership_id, person_id) values ($1, $2, $3)
     on conflict (account_id, partnership_id) do nothing`,
    [account_id, partnership_id, person_id],
  );
  const [linked] = await transaction.text<{ person_id: string }>(
    'select person_id from access.account_person where account_id = $1 and partnership_id = $2',
    [account_id, partnership_id],
  );
  if (linked?.person_id !== person_id) {
    throw new Conflict(
      'Somebody else in this partnership already signs in with your e-mail address. Ask the business manager to put it right, then use a new invitation.',
    );
  }
  const moved = await transaction.text<{ account_id: string }>(
    `delete from access.account_person where partnership_id = $2 and person_id = $3 and account_id <> $1
     returning account_id`,
    [account_id, partnership_id, person_id],
  );
  for (const before of moved)
    await noteChange(transaction, partnership_id, { ...before, kind: 'person-moved' }, now);
  await transaction.text(
    `update access.session set ended_at = $4
     where account_id <> $1 and partnership_id = $2 and person_id = $3 and ended_at is null`,
    [account_id, partnership_id, person_id, now],
  );
}
