// Files that belong to a record. They have no permission of their own: a room calls these from within an operation that
// has already read the owner as this actor (design 2.8), and the file carries the owner's circle.
import type { CommandContext, QueryContext } from '../operation/operation.ts';
import { InvalidInput, NotFound } from '../operation/refusals.ts';
import type { Ref } from '../evidence/evidence.ts';
import { createHash } from 'node:crypto';
import { checkFile, FileRefused } from './file-types.ts';
import type { StoredFile } from './storage.ts';
import type { UploadedFile } from './uploaded-file.ts';

export interface FileFacts {
  id: string;
  name: string;
  media_type: string;
  /** In bytes. */
  size: number;
}

export interface FileBytes {
  name: string;
  media_type: string;
  bytes: Uint8Array;
}

/**
 * Keeps a file with its record; gives the file's id. The bytes are on disk before the row is written, so a row never
 * points at nothing. Throws InvalidInput on the field `file` when it is not a file we take.
 */
export async function attachFile(
  context: CommandContext,
  owner: { ref: Ref; circle_id: string | null },
  uploaded: UploadedFile,
): Promise<string> {
  const checked = await refusedAsInput(() => checkFile(uploaded));
  const { sha256, size } = await keepBytes(context, uploaded.bytes);
  return context.write.insert('kernel.file', {
    circle_id: owner.circle_id,
    owner_ref: owner.ref,
    name: checked.safe_name,
    media_type: checked.media_type,
    size,
    sha256,
  });
}

/** Puts bytes into the store, and keeps a disposal of the same bytes waiting until the row that needs them is there. */
export async function keepBytes(
  { db, files, partnership }: CommandContext,
  bytes: Uint8Array,
): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db.text('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [
    lockOf(partnership.id, sha256),
  ]);
  return files.put(partnership.id, bytes);
}

/** Takes bytes out of the store, unless a file of the partnership still has them; true when they are gone. */
export async function forgetBytes(
  { db, files, partnership }: CommandContext,
  sha256: string,
): Promise<boolean> {
  await db.text('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(partnership.id, sha256)]);
  const [answer] = await db.text<{ used: boolean }>('select kernel.file_in_use($1) as used', [sha256]);
  if (answer?.used !== false) return false;
  await files.remove(partnership.id, sha256);
  return true;
}

const lockOf = (partnership_id: string, sha256: string) => `${partnership_id}/${sha256}`;

/** Stands where the hash of a disposed file stood; no bytes have it. */
const disposedHash = '0'.repeat(64);

export function filesOf({ db }: QueryContext, owner: Ref): Promise<FileFacts[]> {
  return db.all(
    db
      .from('kernel.file')
      .select(['id', 'name', 'media_type', 'size'])
      .where('owner_ref', '=', owner)
      .where('sha256', '<>', disposedHash)
      .orderBy('id'),
  );
}

/** Throws NotFound unless the file is this record's. */
export async function fileOf(
  { db, files, partnership }: QueryContext,
  owner: Ref,
  id: string,
): Promise<FileBytes> {
  const row = await db.one(
    db
      .from('kernel.file')
      .select(['name', 'media_type', 'sha256'])
      .where('owner_ref', '=', owner)
      .where('id', '=', id),
  );
  const bytes = await files.get(partnership.id, row.sha256);
  if (bytes === undefined) {
    throw new NotFound(
      'The file is listed, but its bytes are not in the store. Ask whoever runs the system.',
    );
  }
  return { name: row.name, media_type: row.media_type, bytes };
}

async function refusedAsInput<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof FileRefused) throw new InvalidInput({ file: `${error.message} ${error.mend}` });
    throw error;
  }
}
