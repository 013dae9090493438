// A change of how somebody signs in: the change, its line among the account's events and the letter that tells of it are
// one transaction. An account belongs to no partnership, so the letter goes by the outbox of one of those it is a person in.
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import type { AccountChange } from './account-event.ts';

/** The outbox's kind of job; see account-letters.ts. */
export const tellOfChangeKind = 'accounts.tell-of-change';

interface Change {
  account_id: string;
  kind: AccountChange;
  browser?: string;
}

/** `work` says whether anything was changed: where not, nothing is noted and nobody is told. */
export async function changeAccount(
  house: House,
  change: Change,
  now: Date,
  work: (transaction: Transaction) => Promise<boolean>,
): Promise<boolean> {
  const { account_id } = change;
  const [link] = await house.pool.single<{ partnership_id: string }>(
    'select partnership_id from access.account_person where account_id = $1 order by partnership_id limit 1',
    [account_id],
  );
  return house.pool.transaction(async (transaction) => {
    // One change of an account at a time, so that two sent at once count one another.
    await transaction.text('select id from access.account where id = $1 for update', [account_id]);
    if (!(await work(transaction))) return false;
    await noteChange(transaction, link?.partnership_id, change, now);
    return true;
  }, link?.partnership_id);
}

/** The event and its letter, in a transaction of the partnership by whose outbox it goes; without one, the event alone. */
export async function noteChange(
  transaction: Pick<Transaction, 'text'>,
  partnershipId: string | undefined,
  { account_id, kind, browser }: Change,
  now: Date,
): Promise<void> {
  await transaction.text(
    'insert into access.account_event (account_id, at, kind, browser) values ($1, $2, $3, $4)',
    [account_id, now, kind, browser ?? null],
  );
  if (partnershipId === undefined) return;
  await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
    partnershipId,
    tellOfChangeKind,
    JSON.stringify({ account_id, event: kind, at: now.toISOString() }),
  ]);
}
