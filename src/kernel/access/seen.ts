// What a person was shown of restricted records goes to the audit trail, with the circle it was in at the time: so "who
// looked" can be answered later, for a record and for the agency that gave what a circle holds (design 3, read audit).
import { ref } from '../evidence/evidence.ts';
import type { QueryContext } from '../operation/operation.ts';

export const circleConcept = 'kernel.circle';

/** Notes those of the rows that a circle closes; open ones leave no trace. A list that shows what they say counts too. */
export function noteSeen(
  { saw }: Pick<QueryContext, 'saw'>,
  concept: string,
  rows: readonly { id: string; circle_id: string | null }[],
): void {
  for (const { id, circle_id } of rows) {
    if (circle_id === null) continue;
    saw(ref(concept, id));
    saw(ref(circleConcept, circle_id));
  }
}
