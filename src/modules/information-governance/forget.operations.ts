// Disposing of one record with everything that belongs to it: rows, history, files and the copies that requests hold.
// Used by a disposal that is carried out, and again after a restored backup has brought disposed records back.
import type { Ref } from '../../kernel/evidence/evidence.ts';
import { refParts } from '../../kernel/evidence/evidence.ts';
import { forgetBytes } from '../../kernel/files/file.operations.ts';
import type { CommandContext, QueryContext } from '../../kernel/operation/operation.ts';
import { blankCopies, blankRecord } from '../../kernel/records/blanking.ts';
import type { Job } from '../../kernel/records/room.ts';
import type { Declared } from './declared.ts';

export interface ToForget {
  ref: Ref;
  /** The record it belongs to, or itself. */
  with_ref: Ref;
}

/** The record and every row that belongs to it, or to a row that does. */
export async function withBelongings(
  { db }: QueryContext,
  declared: Declared,
  record: Ref,
): Promise<ToForget[]> {
  const found = new Map<Ref, ToForget>([[record, { ref: record, with_ref: record }]]);
  for (let newest = [record]; newest.length > 0; ) {
    const asked = newest.flatMap((ref) => whereItsRowsStand(declared, ref));
    const rows = await db.text<{ concept: string; id: string }>(
      `select a.concept, b.id from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as a (concept, named, key, value)
       cross join lateral information.belonging(a.named, a.key, a.value) as b (id)`,
      [
        asked.map(({ concept }) => concept),
        asked.map(({ table }) => table),
        asked.map(({ key }) => key),
        asked.map(({ value }) => value),
      ],
    );
    newest = [...new Set(rows.map(({ concept, id }) => `${concept}/${id}`))].filter((ref) => !found.has(ref));
    for (const ref of newest) found.set(ref, { ref, with_ref: record });
  }
  return [...found.values()];
}

/** Tables whose rows may belong to this record, and the column and value by which they do. */
function whereItsRowsStand(declared: Declared, ref: Ref) {
  const of = declared.kindOf(ref);
  return declared.kinds.flatMap(({ table, concept, contents: { belongs_to } }) => {
    if (belongs_to === undefined) return [];
    if ('ref' in belongs_to) return [{ table, concept, key: belongs_to.ref, value: ref }];
    return belongs_to.table === of?.table
      ? [{ table, concept, key: belongs_to.by, value: refParts(ref).id }]
      : [];
  });
}

/** Hashes of the files among these, before their rows are blanked. */
export async function fileHashes({ db }: QueryContext, rows: readonly ToForget[]): Promise<string[]> {
  const found = await db.text<{ hash: string }>(
    'select file_hashes as hash from information.file_hashes($1)',
    [rows.map(({ ref }) => ref)],
  );
  return found.map(({ hash }) => hash);
}

/** Blanks one row by its declaration, under the warrant of its line in information.disposed; gives its versions. */
export async function forgetRow(
  context: CommandContext,
  declared: Declared,
  ref: Ref,
  warrant_id: string,
): Promise<number> {
  const kind = declared.kindOf(ref);
  if (kind === undefined) throw new Error(`No room declares what becomes of ${ref}.`);
  const { blanks, closes = {} } = kind.contents;
  return blankRecord(
    context,
    { table: kind.table, id: refParts(ref).id },
    { table: 'information.disposed', id: warrant_id },
    { blanks, closing: closes },
  );
}

/** Last of all: copies in requests, jobs and drafts, and the order to take the bytes out of the store. */
export async function forgetCopies(
  context: CommandContext,
  rows: readonly ToForget[],
  hashes: readonly string[],
): Promise<number> {
  const copies = await blankCopies(
    context,
    rows.map(({ ref }) => refParts(ref).id),
  );
  if (hashes.length > 0) await context.write.enqueue('information.forget-bytes', { hashes });
  return copies;
}

/** After the disposal is committed: the bytes leave the store, but for those that a living file still has. */
export const forgetFileBytes: Job = async (context, { hashes }) => {
  for (const hash of hashes as string[]) await forgetBytes(context, hash);
};
