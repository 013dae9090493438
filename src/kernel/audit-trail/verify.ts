// Verifying the chain of one partnership: reads every entry in order and recomputes its hash. Read through the owner's
// connection or the application's; it needs no actor, because it opens no record.
import type { Transaction } from '../../database/connection.ts';
import { genesis, nextHash } from './entry.ts';

export interface Verified {
  entries: number;
  head: string;
  /** The first entry that does not fit, or null when the chain is whole. */
  broken: { seq: number; problem: string } | null;
}

const batch = 5000;

/** The caller has set the transaction's context to the partnership. */
export async function verifyChain(
  transaction: Pick<Transaction, 'text'>,
  partnershipId: string,
): Promise<Verified> {
  let previous = genesis;
  let seq = 0;
  for (;;) {
    const entries = await transaction.text<{
      seq: number;
      id: string;
      body: string;
      previous_hash: string;
      hash: string;
    }>(
      `select seq, id, body, previous_hash, hash from kernel.audit_entry
       where partnership_id = $1 and seq > $2 order by seq limit ${batch}`,
      [partnershipId, seq],
    );
    for (const entry of entries) {
      const problem = faultOf(entry, seq + 1, previous);
      if (problem !== null) return { entries: seq, head: previous, broken: { seq: seq + 1, problem } };
      previous = entry.hash;
      seq = entry.seq;
    }
    if (entries.length < batch) break;
  }
  return {
    entries: seq,
    head: previous,
    broken: await faultOfHead(transaction, partnershipId, seq, previous),
  };
}

function faultOf(
  entry: { seq: number; body: string; previous_hash: string; hash: string },
  expected: number,
  previous: string,
): string | null {
  if (entry.seq !== expected) return `entry ${expected} is missing; the next one there is ${entry.seq}`;
  if (entry.previous_hash !== previous) return 'it does not follow the entry before it';
  if (nextHash(previous, entry.body) !== entry.hash) return 'its text was changed after it was written';
  return null;
}

async function faultOfHead(
  transaction: Pick<Transaction, 'text'>,
  partnershipId: string,
  seq: number,
  hash: string,
): Promise<{ seq: number; problem: string } | null> {
  const [head] = await transaction.text<{ seq: number; hash: string }>(
    'select seq, hash from kernel.audit_head where partnership_id = $1',
    [partnershipId],
  );
  if (head === undefined) return { seq: 0, problem: 'the chain has no head' };
  if (head.seq > seq)
    return { seq: seq + 1, problem: `the head says ${head.seq} entries; entries are missing at the end` };
  if (head.seq < seq || head.hash !== hash) return { seq, problem: 'the head does not match the last entry' };
  return null;
}
