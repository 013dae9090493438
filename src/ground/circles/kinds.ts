// The kinds of record that a circle may close, as the rooms of the house declare them, and one such record as the person
// may see it.
import { type Ref, ref, refParts } from '../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import type { RestrictedKind } from '../../kernel/records/declaration.ts';
import type { Room } from '../../kernel/records/room.ts';

/** By the concept of their references (`thread.check-made`). */
export type Kinds = ReadonlyMap<string, RestrictedKind>;

export const conceptOfTable = (table: string): string => table.replaceAll('_', '-');

export function kindsOf(rooms: readonly Pick<Room, 'records'>[]): Kinds {
  const kinds = rooms.flatMap((room) => room.records.flatMap((record) => record.restricted ?? []));
  return new Map(kinds.map((kind) => [conceptOfTable(kind.table), kind]));
}

/** Rows that go with a record of any kind, by its reference in a column. */
export type Companions = readonly { table: string; by: string }[];

/** Files, redactions and the reasons of earlier moves, and what the rooms add. */
export function companionsOf(rooms: readonly Pick<Room, 'records'>[]): Companions {
  return [
    { table: 'kernel.file', by: 'owner_ref' },
    { table: 'kernel.redaction', by: 'shown_on' },
    { table: 'circles.move', by: 'ref' },
    ...rooms.flatMap((room) => room.records.flatMap((record) => record.goes_with ?? [])),
  ];
}

export interface SeenRecord {
  ref: Ref;
  id: string;
  kind: RestrictedKind;
  circle_id: string | null;
  revision: number;
}

/** Throws NotFound where there is no such record, or the person may not see it: the two answer alike. */
export async function seenRecord(context: QueryContext, kinds: Kinds, of: Ref): Promise<SeenRecord> {
  const { concept, id } = refParts(of);
  const kind = kinds.get(concept);
  if (kind === undefined || !context.actor.can(kind.permission) || !isUuid(id)) throw new NotFound();
  const [row] = await context.db.text<{ circle_id: string | null; revision: number }>(
    `select circle_id, revision from ${kind.table}
     where partnership_id = $1 and id = $2 and (circle_id is null or circle_id = any($3::uuid[]))`,
    [context.partnership.id, id, context.actor.circle_ids],
  );
  if (row === undefined) throw new NotFound();
  return { ref: ref(concept, id), id, kind, ...row };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
