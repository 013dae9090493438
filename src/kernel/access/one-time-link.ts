// Links that prove whoever opens them reads the mailbox they were sent to: an invitation, or the reset of a password. The
// secret stands in the letter alone; the database holds its keyed hash. Opening a link shows a page, and only sending that
// page's form uses it up, so that a mail scanner that opens every link uses none.
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import { keyedHash } from './session.ts';

const hour = 3_600_000;
export const lifetimes = { invitation: 7 * 24 * hour, reset: hour } as const;
/** Days after which a link that is over is forgotten, with the e-mail address in it. */
export const forgottenAfterDays = 90;

export type LinkFor =
  | { kind: 'invitation'; email: string; partnership_id: string; person_id: string }
  | { kind: 'reset'; email: string; account_id: string };

export type OneTimeLink = LinkFor & { expires_at: string };

/** Makes a link and voids the earlier ones for the same person or account; gives the secret, which is kept nowhere. */
export async function makeLink(
  house: House,
  transaction: Pick<Transaction, 'text'>,
  link: LinkFor,
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const account_id = link.kind === 'reset' ? link.account_id : null;
  const [partnership_id, person_id] =
    link.kind === 'invitation' ? [link.partnership_id, link.person_id] : [null, null];
  await voidLinks(transaction, link, now);
  await transaction.text(
    `insert into access.one_time_link
       (secret_hash, kind, email, account_id, partnership_id, person_id, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      keyedHash(house, secret),
      link.kind,
      link.email.toLowerCase(),
      account_id,
      partnership_id,
      person_id,
      now,
      new Date(now.getTime() + lifetimes[link.kind]),
    ],
  );
  return secret;
}

type Whose =
  | { kind: 'invitation'; partnership_id: string; person_id: string }
  | { kind: 'reset'; account_id: string };

export async function voidLinks(
  transaction: Pick<Transaction, 'text'>,
  whose: Whose,
  now: Date,
): Promise<void> {
  const open = 'kind = $1 and used_at is null and void_at is null';
  if (whose.kind === 'reset') {
    await transaction.text(`update access.one_time_link set void_at = $3 where ${open} and account_id = $2`, [
      whose.kind,
      whose.account_id,
      now,
    ]);
  } else {
    await transaction.text(
      `update access.one_time_link set void_at = $4 where ${open} and partnership_id = $2 and person_id = $3`,
      [whose.kind, whose.partnership_id, whose.person_id, now],
    );
  }
}

const columns = 'kind, email, account_id, partnership_id, person_id, expires_at';
const works = 'secret_hash = $1 and kind = $2 and used_at is null and void_at is null and expires_at > $3';

/** What the link is for while it works; undefined for one that is unknown, used, void or over. */
export async function findLink<K extends LinkFor['kind']>(
  house: House,
  kind: K,
  secret: string,
  now: Date,
): Promise<Extract<OneTimeLink, { kind: K }> | undefined> {
  const values = [keyedHash(house, secret), kind, now];
  const [row] = await house.pool.single<Extract<OneTimeLink, { kind: K }>>(
    `select ${columns} from access.one_time_link where ${works}`,
    values,
  );
  return row;
}

/** Uses the link up, in the transaction of what it is used for: of two that are sent at once, one gets it. */
export async function takeLink<K extends LinkFor['kind']>(
  house: House,
  transaction: Transaction,
  kind: K,
  secret: string,
  now: Date,
): Promise<Extract<OneTimeLink, { kind: K }> | undefined> {
  const [row] = await transaction.text<Extract<OneTimeLink, { kind: K }> & Record<string, unknown>>(
    `update access.one_time_link set used_at = $3 where ${works} returning ${columns}`,
    [keyedHash(house, secret), kind, now],
  );
  return row;
}
