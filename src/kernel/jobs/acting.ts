// Golden Thread acting by itself, for a partnership and not for a person: the outbox's jobs, and what a job hands to another
// partnership. It leaves an audit entry like any command.
import type { Transaction } from '../../database/connection.ts';
import { type Actor, operatorActor } from '../access/actor.ts';
import { keyedHash } from '../access/session.ts';
import { appendEntry } from '../audit-trail/entry.ts';
import { demonstrationMail } from '../mail/mail.ts';
import type { House } from '../operation/perform.ts';
import { readsFor } from '../operation/reads.ts';
import { type Touched, writesFor } from '../operation/writes.ts';
import { newId } from '../records/identity.ts';
import type { JobContext } from '../records/room.ts';

export interface Acting {
  partnershipId: string;
  clock: { today: string; now: string };
  /** What the audit trail says was done. */
  operation: string;
}

/** In a transaction of its own, in that partnership's context. */
export function actIn<T>(
  house: House,
  acting: Acting,
  work: (context: JobContext) => Promise<T>,
): Promise<T> {
  return house.pool.transaction(
    (transaction) => actWithin(house, transaction, acting, work),
    acting.partnershipId,
  );
}

/** Within a transaction that is in the partnership's context already. */
export async function actWithin<T>(
  house: House,
  transaction: Transaction,
  { partnershipId, clock, operation }: Acting,
  work: (context: JobContext) => Promise<T>,
): Promise<T> {
  const [row] = await transaction.text<{ short_name: string; name: string; demonstration: boolean }>(
    'select short_name, name, demonstration from kernel.partnership where id = $1',
    [partnershipId],
  );
  if (row === undefined) throw new Error('The partnership of this job is gone.');
  const entryId = newId();
  const touched: Touched = { refs: new Set(), fields: new Set() };
  const actor: Actor = { ...operatorActor(), name: 'Golden Thread', operator: false, can: () => true };
  const outcome = await work({
    house: row.demonstration ? { ...house, mail: demonstrationMail } : house,
    actor,
    partnership: { id: partnershipId, ...row },
    ...clock,
    db: readsFor(transaction, partnershipId),
    write: writesFor(transaction, partnershipId, entryId, touched),
    files: house.files,
    anchors: house.anchors,
    evidence: house.evidence,
    keyedHash: (secret) => keyedHash(house, secret),
    saw: (ref) => touched.refs.add(ref),
  });
  if (touched.refs.size === 0) return outcome;
  appendEntry(transaction, partnershipId, entryId, {
    at: clock.now,
    person_id: null,
    person: actor.name,
    roles: [],
    operation,
    via: 'job',
    refs: [...touched.refs],
    fields: [...touched.fields],
    purpose: null,
  });
  return outcome;
}
