// Where a record stands: open, or in a circle; what its originator asks of those who read it; what somebody says is wrong in
// it, and what was taken out; who looked at it; and why it was moved. Rooms ask this for the pages of their own records,
// which they have read as the same person.
import type { Ref } from '../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { type Redacted, redactionsOf } from '../../kernel/records/redactions.ts';
import { type RectificationNote, rectificationsOf } from '../../kernel/records/rectification.ts';
import { type CircleRow, findCircle } from './circle.operations.ts';
import type { Look } from './statements/look.ts';
import { looksAt } from './statements/look.operations.ts';

export interface Move extends Record<string, unknown> {
  moved_on: string;
  person: string | null;
  reason: string;
  opened: boolean;
}

export interface Placement {
  ref: Ref;
  circle: CircleRow | null;
  moves: Move[];
  /** What somebody says is wrong in it. */
  rectifications: RectificationNote[];
  /** The latest; none for an open record, whose reading leaves no trace. */
  looks: Look[];
  /** What was taken out of the record. */
  redactions: Redacted[];
}

export async function placementOf(
  context: QueryContext,
  { ref, circle_id }: { ref: Ref; circle_id: string | null },
): Promise<Placement> {
  const { db, partnership, actor } = context;
  const [circle, looks, rectifications, moves, redactions] = await Promise.all([
    circle_id === null ? undefined : findCircle(context, circle_id),
    circle_id === null ? [] : looksAt(context, ref),
    rectificationsOf(context, ref),
    db.text<Move>(
      `select m.moved_on, p.name as person, m.reason, m.to_circle_id is null as opened
       from circles.move m
       left join governance.person p on p.partnership_id = m.partnership_id and p.id = m.moved_by_id
       where m.partnership_id = $1 and m.ref = $2 and (m.circle_id is null or m.circle_id = any($3::uuid[]))
       order by m.id desc`,
      [partnership.id, ref, actor.circle_ids],
    ),
    redactionsOf(context, ref),
  ]);
  return { ref, circle: circle ?? null, moves, rectifications, looks, redactions };
}
