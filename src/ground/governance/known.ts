// What a form offered may be gone, or never have been there, when it is sent: a choice that is not known here is refused
// at its field, instead of failing in the database.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';

export type ChosenFrom =
  | 'governance.agency'
  | 'governance.body'
  | 'governance.person'
  | 'kernel.circle'
  | 'thread.recommendation';

/** Throws InvalidInput naming each field whose record does not exist here or may not be seen. Null is "not recorded". */
export async function refuseUnknown(
  { db, partnership }: Pick<QueryContext, 'db' | 'partnership'>,
  chosen: Record<string, [ChosenFrom, string | null]>,
): Promise<void> {
  const unknown = await Promise.all(
    Object.entries(chosen).map(async ([field, [table, id]]) => {
      if (id === null) return [];
      const there = await db.text(`select id from ${table} where partnership_id = $1 and id = $2`, [
        partnership.id,
        id,
      ]);
      return there.length === 1 ? [] : [field];
    }),
  );
  const fields = unknown.flat();
  if (fields.length > 0) {
    throw new InvalidInput(
      Object.fromEntries(fields.map((field) => [field, 'Choose one that is in the list'])),
    );
  }
}
