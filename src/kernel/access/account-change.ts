// A change of how somebody signs in: the change, its line among the account's events and the letter that tells of it are
// one transaction. An account belongs to no partnership, so the letter goes by the outbox of one of those it is a person in.
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import type { AccountChange } from './account-event.ts';

/** The outbox's kind of job; see account-letters.ts. */
export const tellOfChangeKind = 'accounts.tell-of-change';

/** `work` says whether anything was changed: where not, nothing is noted and nobody is told. */
export async function changeAccount(
  house: House,
  change: { account_id: string; kind: AccountChange; browser?: string },
  now: Date,
  work: (transaction: Transaction) => Promise<boolean>,
): Promise<boolean> {
  const { account_id, kind, browser } = change;
  const [link] = await house.pool.single<{ partnership_id: string }>(
    'select partnership_id from access.account_person where account_id = $1 order by partnership_id limit 1',
    [account_id],
  );
  return house.pool.transaction(async (transaction) => {
    if (!(await work(transaction))) return false;
    await transaction.text(
      'insert into access.account_event (account_id, at, kind, browser) values ($1, $2, $3, $4)',
      [account_id, now, kind, browser ?? null],
    );
    if (link === undefined) return true;
    await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
      link.partnership_id,
      tellOfChangeKind,
      JSON.stringify({ account_id, event: kind, at: now.toISOString() }),
    ]);
    return true;
  }, link?.partnership_id);
}
