// Notes of rectification: what somebody says is wrong in a record, and the note that stands beside it from then on. The
// record itself never changes (UK GDPR articles 16 and 18; safeguarding records keep what was thought at the time). Any room
// shows them; they are made in the room of information governance. Seen by whoever may see the record.
import type { Ref } from '../evidence/evidence.ts';
import type { QueryContext } from '../operation/operation.ts';

export interface RectificationNote {
  id: string;
  disputed: string;
  capacity: string;
  raised_on: string;
  note: string;
  state: string;
  reason: string | null;
  decided_on: string | null;
}

/** The notes beside one record, the earliest first. A dispute that is not decided yet counts: the reader is to know. */
export async function rectificationsOf(
  { actor, db, partnership }: QueryContext,
  ref: Ref,
): Promise<RectificationNote[]> {
  return db.text<RectificationNote & Record<string, unknown>>(
    `select id, disputed, capacity, raised_on, note, state, reason, decided_on from information.rectification
     where partnership_id = $1 and about_ref = $2 and (circle_id is null or circle_id = any($3::uuid[]))
     order by raised_on, id`,
    [partnership.id, ref, actor.circle_ids],
  );
}

/** Marks the records that somebody says are wrong, or that were found wrong, as far as everybody may know of it. */
export async function withDisputes<R extends { ref: Ref }>(
  { db, partnership }: QueryContext,
  records: readonly R[],
): Promise<(R & { disputed?: boolean })[]> {
  const rows = await db.text<{ about_ref: Ref }>(
    `select distinct about_ref from information.rectification
     where partnership_id = $1 and circle_id is null and about_ref = any($2)`,
    [partnership.id, records.map(({ ref }) => ref)],
  );
  const disputed = new Set(rows.map((row) => row.about_ref));
  return records.map((record) => (disputed.has(record.ref) ? { ...record, disputed: true } : record));
}
