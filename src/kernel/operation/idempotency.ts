// A command sent twice (a double click, a lost answer, a retry) is carried out once. The key belongs to the person and
// the operation; the same key with other words is a Conflict.
import type { Transaction } from '../../database/connection.ts';
import { contentHash } from '../evidence/evidence.ts';
import type { Job } from '../records/room.ts';
import { Conflict } from './refusals.ts';

export interface Sent {
  partnership_id: string;
  person_id: string;
  operation: string;
  key: string;
}

/** The earlier result, or undefined when this is the first time. A second sender waits here for the first. */
export async function replayOf(
  transaction: Transaction,
  sent: Sent,
  input: unknown,
): Promise<{ result: unknown } | undefined> {
  const hash = contentHash(input);
  const identity = [sent.partnership_id, sent.person_id, sent.operation, sent.key];
  const first = await transaction.text(
    `insert into kernel.request (partnership_id, person_id, operation, key, input_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning key`,
    [...identity, hash],
  );
  if (first.length === 1) return undefined;
  const [before] = await transaction.text<{ input_hash: string; result: unknown }>(
    `select input_hash, result from kernel.request
     where partnership_id = $1 and person_id = $2 and operation = $3 and key = $4`,
    identity,
  );
  if (before?.input_hash !== hash) {
    throw new Conflict('This form was already sent with other words. Open it again and send it once more.');
  }
  return { result: before.result };
}

export async function keepResult(transaction: Transaction, sent: Sent, result: unknown): Promise<void> {
  await transaction.text(
    `update kernel.request set result = $5
     where partnership_id = $1 and person_id = $2 and operation = $3 and key = $4`,
    [sent.partnership_id, sent.person_id, sent.operation, sent.key, JSON.stringify(result ?? null)],
  );
}

/** Days for which a key answers with what was done; the answer may hold what a record says, so it is not kept longer. */
const keptFor = 30;

/** Empties answers that have been kept long enough. The same key, used again after that, is refused. */
export const forgetOldResults: Job = async ({ db, partnership, now }) => {
  await db.text(
    `update kernel.request set result = null, input_hash = 'forgotten'
     where partnership_id = $1 and result is not null and at < $2::timestamptz - make_interval(days => $3)`,
    [partnership.id, now, keptFor],
  );
};
