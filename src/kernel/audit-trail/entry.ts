// The audit trail: one chain for each partnership. An entry says who did or saw what, when and through which door;
// it holds references and names of fields, never values, so that records can be disposed of and the chain stay whole.
import { hash } from 'node:crypto';
import type { Transaction } from '../../database/connection.ts';

export interface EntryBody {
  at: string;
  person_id: string | null;
  /** The name the person went by then. */
  person: string;
  roles: string[];
  operation: string;
  via: 'web' | 'api' | 'command-line' | 'job';
  refs: string[];
  fields: string[];
  purpose: string | null;
  /** The token by which another system acted for the person; absent otherwise. */
  token?: string;
}

/** The hash of the head before the first entry. */
export const genesis = '0'.repeat(64);

export function nextHash(previous: string, body: string): string {
  return hash('sha256', previous + body);
}

/**
 * Appends one entry when the transaction ends: head and entry in one statement, sent with COMMIT, so that writers of one
 * partnership wait for each other only for the length of it (schema rules A4). Where the trail has no head, max() of no
 * row gives an entry without a number: that is refused, and with it the whole transaction.
 */
export function appendEntry(
  transaction: Transaction,
  partnershipId: string,
  entryId: string,
  body: EntryBody,
): void {
  transaction.atCommit(
    `with head as (update kernel.audit_head set seq = seq + 1,
       hash = encode(sha256(convert_to(hash || $3, 'UTF8')), 'hex')
       where partnership_id = $1 returning new.seq, old.hash as previous_hash, new.hash)
     insert into kernel.audit_entry (partnership_id, seq, id, body, previous_hash, hash)
     select $1, max(seq), $2, $3, max(previous_hash), max(hash) from head`,
    [partnershipId, entryId, JSON.stringify(body)],
  );
}
