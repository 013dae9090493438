// A guest's way in: the link from the letter, then a code of six digits to the same address, then a session that opens the
// one form. Opening the link uses nothing up. The database holds keyed hashes of link, code and cookie.
import { randomBytes, randomInt } from 'node:crypto';
import type { Transaction } from '../../database/connection.ts';
import type { House } from '../operation/perform.ts';
import { Conflict, NotFound } from '../operation/refusals.ts';
import { enter } from './actor.ts';
import type { Asked } from './guest-link.ts';
import { keyedHash } from './session.ts';

const minute = 60_000;
const codeLife = 10 * minute;
const mostTries = 5;
/** Letters with a code for one link, however often it is asked for: five tries each leave guessing hopeless. */
const mostCodes = 10;
/** How long a confirmed visit lasts. */
const visitLife = 120 * minute;
export const sendCodeKind = 'accounts.send-guest-code';

export interface GuestLink {
  partnership_id: string;
  link_id: string;
}

interface Clock {
  today: string;
  now: string;
}

/** Makes the secret of a link, voiding one that was sent before; it is kept nowhere. */
export async function makeGuestSecret(
  house: House,
  transaction: Pick<Transaction, 'text'>,
  link: GuestLink,
  now: Date,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const values = [link.partnership_id, link.link_id, now];
  await transaction.text(
    'update access.guest_secret set void_at = $3 where partnership_id = $1 and link_id = $2 and void_at is null',
    values,
  );
  await transaction.text(
    'insert into access.guest_secret (partnership_id, link_id, made_at, secret_hash) values ($1, $2, $3, $4)',
    [...values, keyedHash(house, secret)],
  );
  return secret;
}

export interface Asking {
  link: GuestLink;
  asked: Asked;
  partnership: string;
  /** "Guest: …, asked by …" */
  name: string;
}

/** What a link asks, while it works. Throws NotFound for an unknown one, and what guest-link.ts says of one that is over. */
export async function readGuestLink(house: House, secret: string, clock: Clock): Promise<Asking> {
  const [link] = await house.pool.single<GuestLink>(
    'select partnership_id, link_id from access.guest_secret where secret_hash = $1 and void_at is null',
    [keyedHash(house, secret)],
  );
  if (link === undefined)
    throw new NotFound(
      'This link is not known here. Open it once more from the letter, or ask the person who sent it for a new one.',
    );
  return readAsking(house, link, clock);
}

export async function readAsking(house: House, link: GuestLink, clock: Clock): Promise<Asking> {
  const { actor, partnership } = await house.pool.transaction(
    (transaction) => enter(transaction, link.partnership_id, { kind: 'guest', link_id: link.link_id }, clock),
    link.partnership_id,
  );
  if (actor.asked === null) throw new NotFound();
  return { link, asked: actor.asked, partnership: partnership.name, name: actor.name };
}

/** Begins a visit and asks for a code; gives the secret for the cookie. Throws Conflict after too many codes. */
export async function beginVisit(house: House, link: GuestLink, now: Date): Promise<string> {
  const secret = newSecret();
  const { partnership_id, link_id } = link;
  await house.pool.transaction(async (transaction) => {
    // One at a time for each link, so that requests sent at once count one another.
    await transaction.text(
      'select secret_hash from access.guest_secret where partnership_id = $1 and link_id = $2 for update',
      [partnership_id, link_id],
    );
    const [{ codes } = { codes: 0 }] = await transaction.text<{ codes: number }>(
      'select count(*) as codes from access.guest_visit where partnership_id = $1 and link_id = $2',
      [partnership_id, link_id],
    );
    if (codes >= mostCodes)
      throw new Conflict(
        'Too many codes were asked for with this link. Ask the person who sent it to you for a new one.',
      );
    await transaction.text(
      `insert into access.guest_visit (cookie_hash, partnership_id, link_id, form_token, made_at)
       values ($1, $2, $3, $4, $5)`,
      [keyedHash(house, secret), partnership_id, link_id, newSecret(), now],
    );
    await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
      partnership_id,
      sendCodeKind,
      JSON.stringify({ visit: keyedHash(house, secret) }),
    ]);
  }, partnership_id);
  return secret;
}

/** Makes the code of a visit, when its letter is sent; undefined where the visit is over or confirmed. */
export async function makeCode(
  house: House,
  transaction: Pick<Transaction, 'text'>,
  visit: string,
  now: Date,
): Promise<{ code: string; link_id: string } | undefined> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const [row] = await transaction.text<{ link_id: string }>(
    `update access.guest_visit set code_hash = $2, code_expires_at = $3, tries = 0
     where cookie_hash = $1 and confirmed_at is null and ended_at is null returning link_id`,
    [visit, keyedHash(house, `${visit} ${code}`), new Date(now.getTime() + codeLife)],
  );
  return row && { code, link_id: row.link_id };
}

/** The visit's new secret when the code is right; undefined when it is wrong, too late, or was tried five times. */
export async function giveCode(
  house: House,
  cookie: string,
  typed: string,
  now: Date,
): Promise<string | undefined> {
  const visit = keyedHash(house, cookie);
  // Counted before it is compared, so that guesses sent at once are no more than five.
  const [counted] = await house.pool.single<{ code_hash: string }>(
    `update access.guest_visit set tries = tries + 1
     where cookie_hash = $1 and confirmed_at is null and ended_at is null and tries < ${mostTries}
       and code_expires_at > $2 returning code_hash`,
    [visit, now],
  );
  const code = typed.replaceAll(/\s/g, '');
  if (counted?.code_hash !== keyedHash(house, `${visit} ${code}`)) return undefined;
  const secret = newSecret();
  const confirmed = await house.pool.single(
    `update access.guest_visit set cookie_hash = $2, confirmed_at = $3, code_hash = null
     where cookie_hash = $1 and confirmed_at is null and ended_at is null returning link_id`,
    [visit, keyedHash(house, secret), now],
  );
  return confirmed.length === 1 ? secret : undefined;
}

export interface GuestVisit extends GuestLink {
  form_token: string;
  confirmed: boolean;
}

/** A visit that has not ended: one that waits for its code, or one that is confirmed. */
export async function findVisit(house: House, cookie: string, now: Date): Promise<GuestVisit | undefined> {
  const [row] = await house.pool.single<GuestVisit>(
    `select partnership_id, link_id, form_token, confirmed_at is not null as confirmed from access.guest_visit
     where cookie_hash = $1 and ended_at is null and coalesce(confirmed_at, made_at) > $2`,
    [keyedHash(house, cookie), new Date(now.getTime() - visitLife)],
  );
  return row;
}

export async function endVisit(house: House, cookie: string, now: Date): Promise<void> {
  await house.pool.single('update access.guest_visit set ended_at = $2 where cookie_hash = $1', [
    keyedHash(house, cookie),
    now,
  ]);
}

const newSecret = () => randomBytes(32).toString('base64url');
