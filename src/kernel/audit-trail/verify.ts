// Verifying the chain of one partnership: reads every entry in order, recomputes its hash, and compares it with what is known
// from outside the database (anchors.ts), which alone can show that the whole end of the chain was cut off or rewritten.
// It needs no actor, because it opens no record.
import type { Transaction } from '../../database/connection.ts';
import { genesis, nextHash } from './entry.ts';

export interface Verified {
  entries: number;
  head: string;
  /** The first entry that does not fit, or null when the chain is whole. */
  broken: { seq: number; problem: string } | null;
  /** How many entries were compared with a hash known from outside, and the last one that agreed (0: none). */
  anchors: { compared: number; agreed_up_to: number };
}

/** What somebody outside the database knows of an entry. */
export interface Expected {
  seq: number;
  hash: string;
  /** Where it is known from: "the letter", "what was kept on 3 March 2025". */
  from: string;
}

interface Entry extends Record<string, unknown> {
  seq: number;
  body: string;
  previous_hash: string;
  hash: string;
}

interface Head extends Record<string, unknown> {
  seq: number;
  hash: string;
  beyond: number | null;
}

const batch = 2000;
/** The server reads the next entries while these are hashed. */
const batchesAhead = 2;

/** The caller has set the transaction's context to the partnership, or owns the tables. People may write meanwhile. */
export async function verifyChain(
  transaction: Pick<Transaction, 'text'>,
  partnershipId: string,
  expected: readonly Expected[] = [],
): Promise<Verified> {
  // One statement, so one moment: every entry up to this head is there to be read, whatever is written from now on.
  const [head] = await transaction.text<Head>(
    `select h.seq, h.hash,
       (select min(e.seq) from kernel.audit_entry e where e.partnership_id = $1 and e.seq > h.seq) as beyond
     from kernel.audit_head h where h.partnership_id = $1`,
    [partnershipId],
  );
  const anchors = anchorsBySeq(expected);
  const state = { seq: 0, previous: genesis, compared: 0, agreed_up_to: 0 };
  const answer = (broken: Verified['broken']): Verified => ({
    entries: state.seq,
    head: state.previous,
    broken,
    anchors: { compared: state.compared, agreed_up_to: state.agreed_up_to },
  });
  if (head === undefined) return answer({ seq: 0, problem: 'the chain has no head' });
  for await (const entries of batchesOf(transaction, partnershipId, head.seq)) {
    for (const entry of entries) {
      const problem =
        faultOf(entry, state.seq + 1, state.previous) ?? faultOfAnchors(entry, anchors.get(entry.seq), state);
      if (problem !== null) return answer({ seq: state.seq + 1, problem });
      state.previous = entry.hash;
      state.seq = entry.seq;
    }
  }
  return answer(faultOfEnd(head, state) ?? faultOfMissing(expected, state.seq));
}

function anchorsBySeq(expected: readonly Expected[]): Map<number, readonly Expected[]> {
  return Map.groupBy(expected, ({ seq }) => seq);
}

async function* batchesOf(
  transaction: Pick<Transaction, 'text'>,
  partnershipId: string,
  last: number,
): AsyncGenerator<Entry[]> {
  const asked: Promise<Entry[]>[] = [];
  try {
    for (let from = 0; from < last || asked.length > 0; ) {
      while (from < last && asked.length <= batchesAhead) {
        const until = Math.min(from + batch, last);
        const answer = transaction.text<Entry>(
          `select seq, body, previous_hash, hash from kernel.audit_entry
           where partnership_id = $1 and seq > $2 and seq <= $3 order by seq`,
          [partnershipId, from, until],
        );
        answer.catch(() => undefined);
        asked.push(answer);
        from = until;
      }
      yield (await asked.shift()) ?? [];
    }
  } finally {
    await Promise.allSettled(asked);
  }
}

function faultOf(entry: Entry, expected: number, previous: string): string | null {
  if (entry.seq !== expected) return `entry ${expected} is missing; the next one there is ${entry.seq}`;
  if (entry.previous_hash !== previous) return 'it does not follow the entry before it';
  if (nextHash(previous, entry.body) !== entry.hash) return 'its text was changed after it was written';
  return null;
}

/** Says what was expected, and where: a chain rewritten from some entry on fits itself, and no longer what was known of it. */
function faultOfAnchors(
  entry: Entry,
  anchors: readonly Expected[] | undefined,
  state: { compared: number; agreed_up_to: number },
): string | null {
  for (const anchor of anchors ?? []) {
    state.compared += 1;
    if (anchor.hash !== entry.hash) {
      const since =
        state.agreed_up_to > 0
          ? `after entry ${state.agreed_up_to}, which still agrees`
          : 'somewhere before it';
      return `it is not what it was: ${anchor.from} has the hash ${anchor.hash} for it, and now it has ${entry.hash}. It, or an entry ${since}, was rewritten, moved, put in or taken out`;
    }
    state.agreed_up_to = entry.seq;
  }
  return null;
}

function faultOfEnd(head: Head, state: { seq: number; previous: string }): Verified['broken'] {
  if (head.seq > state.seq) {
    return {
      seq: state.seq + 1,
      problem: `the head says ${head.seq} entries; entries are missing at the end`,
    };
  }
  if (head.hash !== state.previous)
    return { seq: state.seq, problem: 'the head does not match the last entry' };
  if (head.beyond !== null)
    return { seq: head.beyond, problem: `the head says ${head.seq} entries and knows nothing of it` };
  return null;
}

/** An end that was cut off together with its head leaves a chain that fits itself, and is shorter than it once was. */
function faultOfMissing(expected: readonly Expected[], last: number): Verified['broken'] {
  const [furthest] = expected.filter(({ seq }) => seq > last).toSorted((a, b) => b.seq - a.seq);
  if (furthest === undefined) return null;
  return {
    seq: last + 1,
    problem: `the trail ends at entry ${last}, and ${furthest.from} knows entry ${furthest.seq} with the hash ${furthest.hash}: ${furthest.seq - last} entries at the end were taken away`,
  };
}
