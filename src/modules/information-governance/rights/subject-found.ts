// A request as whoever asks may see it: only in their circles.
import { noteSeen } from '../../../kernel/access/seen.ts';
import { ref } from '../../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';

export const requestRef = (id: string) => ref('information.subject-request', id);
/** A list for SQL is never empty; the nil id is nobody’s circle. */
export const noCircle = '00000000-0000-0000-0000-000000000000';

/** A request of this person's circles. Throws NotFound. */
export async function findRequest(context: QueryContext, id: string) {
  const { actor, db } = context;
  const found = await db.one(
    db
      .from('information.subject_request')
      .selectAll()
      .where('id', '=', id)
      .where('circle_id', 'in', [...actor.circle_ids, noCircle]),
  );
  noteSeen(context, 'information.subject-request', [found]);
  return found;
}
export type SubjectRequest = Awaited<ReturnType<typeof findRequest>>;

export async function openRequest(context: QueryContext, id: string): Promise<SubjectRequest> {
  const found = await findRequest(context, id);
  if (found.state !== 'open')
    throw new Conflict('This request is answered. What was decided and given stays as it is.');
  return found;
}
