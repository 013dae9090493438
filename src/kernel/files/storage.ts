// Where uploaded bytes live: one folder for each partnership, each file under the SHA-256 of its content.
// Content is shared only within a partnership, so nobody can learn that another partnership holds the same file.
// A reader who asks for a file must already have been allowed the record that owns it (design.md, section 2, rule 8).

import { createHash, randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, open, opendir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from './flush-folder.ts';

export type StoredFile = { sha256: string; size: number };

export interface FileStorage {
  /** Keeps the bytes for this partnership; the same bytes are kept once. On return they are on disk. */
  put(partnership_id: string, bytes: Uint8Array): Promise<StoredFile>;
  /** The bytes, undefined when this partnership holds none of that hash. Throws DamagedFile when they no longer match. */
  get(partnership_id: string, sha256: string): Promise<Uint8Array | undefined>;
  has(partnership_id: string, sha256: string): Promise<boolean>;
  /** Takes the bytes away for good; false when there were none. On return their name is gone from the disk. */
  remove(partnership_id: string, sha256: string): Promise<boolean>;
  /** Every file this partnership holds, by its hash; none of another's, and nothing that was never finished. */
  list(partnership_id: string): AsyncIterable<HeldFile>;
  /** Throws when nothing can be kept here now: no folder, no right to write, no room. */
  check(): Promise<void>;
}

/** A file as it lies in the store; nobody has looked inside it. */
export interface HeldFile extends StoredFile {
  /** When the bytes were put there (UTC instant). */
  put_at: string;
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

  async function remove(partnership_id: string, sha256: string): Promise<boolean> {
    const place = placeOf(root, partnership_id, sha256);
    try {
      await unlink(place.path);
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
    await flushFolder(place.folder);
    return true;
  }

  async function* list(partnership_id: string): AsyncGenerator<HeldFile> {
    const { partnership } = placeOf(root, partnership_id, '0'.repeat(64));
    for await (const folder of entriesOf(partnership)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for await (const sha256 of entriesOf(join(partnership, folder))) {
        if (!/^[0-9a-f]{64}$/.test(sha256) || !sha256.startsWith(folder)) continue;
        const found = await statIfPresent(join(partnership, folder, sha256));
        if (found?.isFile()) yield { sha256, size: found.size, put_at: found.mtime.toISOString() };
      }
    }
  }

  async function check(): Promise<void> {
    await mkdir(root, { recursive: true, mode: 0o700 });
    const trial = join(root, `trial-${randomUUID()}`);
    await writeAndFlush(trial, Buffer.from('trial'));
    await unlink(trial);
  }

  return { put, get, has, remove, list, check };
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

/** The names in a folder; none where there is no such folder. */
async function* entriesOf(path: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(path)) yield entry.name;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** Undefined where a disposal took the file away in between. */
async function statIfPresent(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
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
