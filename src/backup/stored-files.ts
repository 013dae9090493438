// Comparing the stored files with the records: damaged ones, missing ones, and those that no record names, left by a crash
// between storing a file and committing its record.
import { connectOwner } from '../database/connection.ts';
import { DamagedFile, type FileStorage } from '../kernel/files/storage.ts';
import type { LostFile } from './format.ts';
import { namedFiles } from './named-files.ts';

export interface CheckedFiles {
  sound: number;
  lost: LostFile[];
  orphans: { partnership_id: string; sha256: string; put_at: string; removed: boolean }[];
}

/** With `remove`, files without a record go for good once they are older than a day: a younger one may be getting its record. */
export async function checkStoredFiles({
  ownerUrl,
  files,
  remove,
  now,
}: {
  ownerUrl: string;
  files: FileStorage;
  remove: boolean;
  /** UTC instant. */
  now: string;
}): Promise<CheckedFiles> {
  const client = await connectOwner(ownerUrl);
  try {
    const found: CheckedFiles = { sound: 0, lost: [], orphans: [] };
    // Listed before the records are read: a file whose record is committed in between is no orphan.
    const { rows } = await client.query<{ id: string }>('select id from kernel.partnership order by id');
    const stored = new Map<string, Map<string, string>>();
    for (const { id } of rows) stored.set(id, await filesOf(files, id));
    for await (const { partnership_id, sha256 } of namedFiles(client)) {
      stored.get(partnership_id)?.delete(sha256);
      const problem = await problemOf(files, partnership_id, sha256);
      if (problem === undefined) found.sound += 1;
      else found.lost.push({ partnership_id, sha256, problem });
    }
    for (const [partnership_id, left] of stored) {
      for (const [sha256, put_at] of left) {
        const removed =
          remove && isOlderThanADay(put_at, now) && (await files.remove(partnership_id, sha256));
        found.orphans.push({ partnership_id, sha256, put_at, removed });
      }
    }
    return found;
  } finally {
    await client.end();
  }
}

async function filesOf(files: FileStorage, partnership_id: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { sha256, put_at } of files.list(partnership_id)) found.set(sha256, put_at);
  return found;
}

async function problemOf(
  files: FileStorage,
  partnership_id: string,
  sha256: string,
): Promise<LostFile['problem'] | undefined> {
  try {
    return (await files.get(partnership_id, sha256)) === undefined ? 'missing' : undefined;
  } catch (error) {
    if (error instanceof DamagedFile) return 'damaged';
    throw error;
  }
}

function isOlderThanADay(put_at: string, now: string): boolean {
  return Date.parse(now) - Date.parse(put_at) > 24 * 60 * 60 * 1000;
}
