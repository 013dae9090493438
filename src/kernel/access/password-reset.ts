// A forgotten password: whoever asks gets the same answer in the same time, whether or not there is an account; the letter
// goes to the address of the account alone. Using the link ends every session and leaves the second factor as it is.
import type { House } from '../operation/perform.ts';
import { Conflict } from '../operation/refusals.ts';
import { changeAccount } from './account-change.ts';
import { unlock } from './attempt.ts';
import { browserWords } from './browser-words.ts';
import { linkIsOver } from './invitation.ts';
import { findLink, takeLink } from './one-time-link.ts';
import { hashPassword, refuseWeakPassword } from './password.ts';

/** The outbox's kind of job that makes the link and sends it. */
export const sendResetKind = 'accounts.send-reset';
/** Letters to one account in an hour; further requests are passed over in silence. */
const mostInAnHour = 3;

/** Asks for a letter, if the address has an account and has not had too many. Gives nothing away by its result. */
export async function askForReset(house: House, email: string, now: Date): Promise<void> {
  const [account] = await house.pool.single<{ id: string; partnership_id: string }>(
    `select a.id, p.partnership_id from access.account a join access.account_person p on p.account_id = a.id
     where a.email = $1 order by p.partnership_id limit 1`,
    [email.trim().toLowerCase()],
  );
  if (account === undefined) return;
  await house.pool.transaction(async (transaction) => {
    // One at a time for each account, so that requests sent at once count one another.
    await transaction.text('select id from access.account where id = $1 for update', [account.id]);
    const [{ asked } = { asked: 0 }] = await transaction.text<{ asked: number }>(
      `select (select count(*) from access.one_time_link
          where account_id = $2 and kind = 'reset' and made_at > $3::timestamptz - interval '1 hour')
        + (select count(*) from kernel.job
          where partnership_id = $1 and kind = $4 and state = 'waiting' and payload ->> 'account_id' = $2::text) as asked`,
      [account.partnership_id, account.id, now, sendResetKind],
    );
    if (asked >= mostInAnHour) return;
    await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
      account.partnership_id,
      sendResetKind,
      JSON.stringify({ account_id: account.id }),
    ]);
  }, account.partnership_id);
}

/**
 * Sets a new password by a link, once. Throws Conflict when the link does not work, InvalidInput when the password will not
 * do (the link stays). The account's owner gets a letter that it was changed.
 */
export async function resetPassword(
  house: House,
  secret: string,
  password: string,
  user_agent: string | undefined,
  now: Date,
): Promise<{ account_id: string }> {
  const link = await findLink(house, 'reset', secret, now);
  if (link === undefined) throw new Conflict(linkIsOver);
  const { account_id, email } = link;
  refuseWeakPassword(password, email);
  const password_hash = await hashPassword(password);
  const change = { account_id, kind: 'password-changed', browser: browserWords(user_agent) } as const;
  const changed = await changeAccount(house, change, now, async (transaction) => {
    if ((await takeLink(house, transaction, 'reset', secret, now)) === undefined) return false;
    await transaction.text('update access.account set password_hash = $2 where id = $1', [
      account_id,
      password_hash,
    ]);
    await transaction.text(
      'update access.session set ended_at = $2 where account_id = $1 and ended_at is null',
      [account_id, now],
    );
    return true;
  });
  if (!changed) throw new Conflict(linkIsOver);
  await unlock(house, email, now);
  return { account_id };
}
