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
  for (const { ref } of found.values()) {
    const of = declared.kindOf(ref);
    for (const { table, concept, contents } of declared.kinds) {
      const { belongs_to } = contents;
      if (belongs_to === undefined) continue;
      if ('table' in belongs_to && belongs_to.table !== of?.table) continue;
      const [key, value] = 'table' in belongs_to ? [belongs_to.by, refParts(ref).id] : [belongs_to.ref, ref];
      const rows = await db.text<{ id: string }>(
        'select belonging as id from information.belonging($1, $2, $3)',
        [table, key, value],
      );
      for (const { id } of rows) {
        const own = `${concept}/${id}`;
        if (!found.has(own)) found.set(own, { ref: own, with_ref: record });
      }
    }
  }
  return [...found.values()];
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
