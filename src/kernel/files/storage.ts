// Where uploaded bytes live: one folder for each partnership, each file under the SHA-256 of its content.
// Content is shared only within a partnership, so nobody can learn that another partnership holds the same file.
// A reader who asks for a file must already have been allowed the record that owns it (design.md, section 2, rule 8).

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export type StoredFile = { sha256: string; size: number };

export interface FileStorage {
  /** Keeps the bytes for this partnership; the same bytes are kept once. On return they are on disk. */
  put(partnership_id: string, bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes, undefined when this partnership holds none of that hash. Throws DamagedFile when they no longer match. */
  get(partnership_id: string, sha256: string): Promise<Uint8Array | undefined>;
  has(partnership_id: string, sha256: string): Promise<boolean>;
}

/** The bytes on disk are no longer the bytes that were stored. A fault, not the person's mistake: restore from a backup. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly sha256: string;
  readonly mend = 'Ask whoever runs the system to restore it from a backup.';
  constructor(sha256: string) {
    super(`The stored file ${sha256} has been changed or damaged since it was added, so it was not opened.`);
    this.sha256 = sha256;
  }
}

/**
 * Files in a folder of the operator's: `<root>/<partnership>/<first two of the hash>/<hash>`, folders 0700, files 0600.
 * A write goes to `<root>/<partnership>/incoming/`, is flushed to disk and renamed, so that a crash leaves either the whole
 * file or none; what a crash leaves in `incoming` is never read.
 */
export function folderStorage(root: string): FileStorage {
  async function put(partnership_id: string, bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = hashOf(bytes);
    const place = placeOf(root, partnership_id, sha256);
    const stored = { sha256, size: bytes.length };
    const existing = await readIfPresent(place.path);
    // A damaged copy is replaced by the good bytes that are in hand.
    if (existing !== undefined && hashOf(existing) === sha256) return stored;
    await mkdir(place.incoming, { recursive: true, mode: 0o700 });
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    const temporary = join(place.incoming, randomUUID());
    try {
      await writeAndFlush(temporary, bytes);
      await rename(temporary, place.path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    for (const folder of [place.folder, place.partnership, root]) await flushFolder(folder);
    return stored;
  }

  async function get(partnership_id: string, sha256: string): Promise<Uint8Array | undefined> {
    const bytes = await readIfPresent(placeOf(root, partnership_id, sha256).path);
    if (bytes !== undefined && hashOf(bytes) !== sha256) throw new DamagedFile(sha256);
    return bytes;
  }

  async function has(partnership_id: string, sha256: string): Promise<boolean> {
    try {
      const file = await open(placeOf(root, partnership_id, sha256).path, 'r');
      await file.close();
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  return { put, get, has };
}

type Place = { partnership: string; incoming: string; folder: string; path: string };

/** Both parts are checked against a closed pattern, so no value can name a path outside the root. */
function placeOf(root: string, partnership_id: string, sha256: string): Place {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(partnership_id)) {
    throw new RangeError('partnership_id must be a UUID in lower case');
  }
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new RangeError('sha256 must be 64 hexadecimal digits in lower case');
  const partnership = join(root, partnership_id);
  const folder = join(partnership, sha256.slice(0, 2));
  return { partnership, incoming: join(partnership, 'incoming'), folder, path: join(folder, sha256) };
}

async function writeAndFlush(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is only sure to survive a power cut once its folder is flushed. Windows cannot open a folder to do so. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
