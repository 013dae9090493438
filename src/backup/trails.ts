// The audit trail of every partnership as a backup finds it: how long, its head, and whether it is whole. A backup is made
// of a broken trail too, and says so; a restore must find each trail exactly as the manifest has it.
import type pg from 'pg';
import { verifyChain } from '../kernel/audit-trail/verify.ts';
import type { Trail } from './format.ts';

export async function trailsOf(client: pg.Client): Promise<Trail[]> {
  const { rows } = await client.query<{ id: string; short_name: string }>(
    'select id, short_name from kernel.partnership order by id',
  );
  const asOwner = oneByOne(client);
  const trails: Trail[] = [];
  for (const { id, short_name } of rows) {
    const { entries, head, broken } = await verifyChain(asOwner, id);
    trails.push({ partnership_id: id, partnership: short_name, seq: entries, hash: head, broken });
  }
  return trails;
}

/** A connection that does one thing at a time, for whoever asks ahead. */
function oneByOne(client: pg.Client) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    text<O extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<O[]> {
      const answer = last.then(async () => (await client.query<O>(sql, values)).rows);
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** One line for each trail that was not whole. */
export function brokenTrails(trails: readonly Trail[]): string[] {
  return trails.flatMap(({ partnership, broken }) =>
    broken === null
      ? []
      : [`The audit trail of ${partnership} is broken at entry ${broken.seq}: ${broken.problem}.`],
  );
}
