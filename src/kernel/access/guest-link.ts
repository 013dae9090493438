// A guest: a person without an account whom somebody asked to do one thing about one record, by a link and a short-lived
// code. The link stands on whoever asked: when that person leaves, or may no longer ask, it stops.
import { Conflict, NotAllowed } from '../operation/refusals.ts';
import type { Writes } from '../operation/writes.ts';
import type { Ref } from '../evidence/evidence.ts';
import type { Permission } from './roles.ts';

/** What the guest may do, and about which record. */
export interface Asked {
  link_id: string;
  revision: number;
  operation: string;
  ref: Ref;
  /** Who asks, and what they wrote to the guest. */
  asker: string;
  reason: string;
  /** Whether whoever asked could do it now: a guest never may more. */
  inviterCan(permission: Permission): boolean;
}

export interface AskedRow extends Record<string, unknown> {
  id: string;
  revision: number;
  asked_by_id: string;
  name: string;
  operation: string;
  ref: string;
  reason: string;
  until_on: string;
  used_at: string | null;
  revoked_at: string | null;
}

export const guestLinkStatement = `select id, revision, asked_by_id, name, operation, ref, reason, until_on, used_at, revoked_at
  from kernel.guest_link where partnership_id = $1 and id = $2`;

const answered = 'What you were asked for has already been sent. Thank you; there is nothing more to do.';
const closed =
  'This link no longer works. Ask the person who sent it to you for a new one, if they still need your answer.';

/** Throws Conflict when it was already answered, NotAllowed when it has ended, was withdrawn, or whoever asked may no longer ask. */
export function askedBy(
  link: AskedRow,
  inviter: { name: string; can(permission: Permission): boolean },
  today: string,
): Asked {
  if (link.used_at !== null) throw new Conflict(answered);
  if (link.revoked_at !== null || link.until_on < today || !inviter.can('guests.invite'))
    throw new NotAllowed(closed);
  return {
    link_id: link.id,
    revision: link.revision,
    operation: link.operation,
    ref: link.ref,
    asker: inviter.name,
    reason: link.reason,
    inviterCan: (permission) => inviter.can(permission),
  };
}

/** Uses the link up, in the transaction of what it was used for: of two answers sent at once, one is taken. */
export async function consume(write: Writes, { link_id, revision }: Asked, now: string): Promise<void> {
  try {
    await write.update('kernel.guest_link', link_id, { used_at: now }, revision);
  } catch (error) {
    if (error instanceof Conflict) throw new Conflict(answered);
    throw error;
  }
}
