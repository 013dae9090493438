// Tokens of the API: by which another system acts as a person, within that person's appointments in force and the
// permissions the token was made for. Only a keyed hash is kept; the token is shown once.
import { randomBytes } from 'node:crypto';
import type { House } from '../operation/perform.ts';
import { newId } from '../records/identity.ts';
import type { Permission } from './roles.ts';
import { keyedHash } from './session.ts';

/** Begins with a word of its own, so that scanners for leaked secrets know it. */
const prefix = 'gt_';
const longestDays = 366;
/** Milliseconds; the use of a token is noted no more finely than this. */
const markEvery = 5 * 60_000;

/** The token by which an act was asked for. */
export interface UsedToken {
  id: string;
  scopes: readonly Permission[];
}

/** Nobody is asking, or by a token that opens nothing: answered with 401, so that the other system knows what to do. */
export class Unauthenticated extends Error {
  constructor(why: keyof typeof words) {
    super(words[why]);
    this.name = 'Unauthenticated';
  }
}

const words = {
  nobody: 'Sign in first: send a token as Authorization: Bearer gt_…, or use the session of the pages.',
  unknown: 'This token is not known here. Send it whole, as Authorization: Bearer gt_…, or make a new one.',
  revoked: 'This token was revoked. Make a new one on the page “Tokens for other systems”.',
  expired: 'This token has expired. Make a new one on the page “Tokens for other systems”.',
  left: 'The person this token belongs to has no appointment in force, so it opens nothing.',
} as const;

export interface FoundToken {
  id: string;
  partnership_id: string;
  person_id: string;
  scopes: Permission[];
}

export function newToken(): { id: string; token: string } {
  return { id: newId(), token: `${prefix}${randomBytes(32).toString('base64url')}` };
}

/** When a token made now for so many days ends; never more than a year. */
export function endOfToken(now: Date, days: number): Date {
  return new Date(now.getTime() + Math.min(days, longestDays) * 86_400_000);
}

/** Throws Unauthenticated. Whether the person may still do anything is found when they enter. */
export async function findToken(house: House, token: string, now: Date): Promise<FoundToken> {
  const [row] = await house.pool.single<
    FoundToken & { expires_at: string; revoked_at: string | null; last_used_at: string | null }
  >(
    `select id, partnership_id, person_id, scopes, expires_at, revoked_at, last_used_at
     from access.api_token where secret_hash = $1`,
    [keyedHash(house, token)],
  );
  if (row === undefined) throw new Unauthenticated('unknown');
  if (row.revoked_at !== null) throw new Unauthenticated('revoked');
  if (Date.parse(row.expires_at) <= now.getTime()) throw new Unauthenticated('expired');
  const mark = new Date(Math.floor(now.getTime() / markEvery) * markEvery);
  if (row.last_used_at === null || Date.parse(row.last_used_at) < mark.getTime()) {
    await house.pool.single('update access.api_token set last_used_at = $2 where id = $1', [row.id, mark]);
  }
  const { id, partnership_id, person_id, scopes } = row;
  return { id, partnership_id, person_id, scopes };
}
