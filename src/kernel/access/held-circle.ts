// The circle of a record to which something is added: held until the act is over, so that a record moved at the same moment
// takes what was added along, or is moved only after it.
import type { CommandContext } from '../operation/operation.ts';
import { NotFound } from '../operation/refusals.ts';

/** `table` comes from code. Null for an open record, and for one of a kind that no circle closes. Throws NotFound where it is not there, or was just moved out of sight. */
export async function holdCircle(
  { db, partnership }: CommandContext,
  { table, id }: { table: string; id: string },
): Promise<string | null> {
  const [row] = await db.text<{ circle_id: string | null }>(
    `select to_jsonb(t) ->> 'circle_id' as circle_id from ${table} t
     where t.partnership_id = $1 and t.id = $2 for share of t`,
    [partnership.id, id],
  );
  if (row === undefined) throw new NotFound();
  return row.circle_id;
}
