// The outside of a backup: one file that appears under its name only when it is complete and on disk, and that is sealed
// where a passphrase is given (scrypt, then AES-256-GCM piece by piece), because it holds children's records.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID, scrypt } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { flushFolder } from '../kernel/files/flush-folder.ts';
import { BackupProblem } from './format.ts';

/** Plain bytes in one sealed piece. */
const pieceSize = 256 * 1024;
const tagSize = 16;
const saltSize = 16;
const plainTitle = Buffer.from('golden-thread-backup 1 plain\n');
const sealedTitle = 'golden-thread-backup 1 sealed scrypt-2^17-8-1 aes-256-gcm ';
const longestTitle = sealedTitle.length + 2 * saltSize + 1;

export interface BackupFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Everything is on disk and under its name; gives the size in bytes. */
  keep(): Promise<number>;
  /** Nothing of it stays. */
  abandon(): Promise<void>;
}

/** Throws BackupProblem when the file is there already (unless `replace`), or cannot be written. */
export async function writeBackupFile(
  path: string,
  { passphrase, replace }: { passphrase: string | undefined; replace: boolean },
): Promise<BackupFile> {
  const refuseExisting = async () => {
    if (replace || (await stat(path).catch(() => undefined)) === undefined) return;
    throw new BackupProblem(
      `${path} is there already, and was left as it is. Choose another name, or add --force to replace it.`,
    );
  };
  await refuseExisting();
  // Its own name, so that two backups at once cannot take each other's.
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  const file = await saying(path, () => open(part, 'wx', 0o600));
  let size = 0;
  const put = async (bytes: Uint8Array) => {
    await saying(path, () => file.writeFile(bytes));
    size += bytes.length;
  };
  const abandon = async () => {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
  };
  try {
    const seal = passphrase === undefined ? undefined : await sealing(passphrase, randomBytes(saltSize));
    await put(seal?.title ?? plainTitle);
    const gathered = gathering(async (piece, last) => put(seal?.close(piece, last) ?? piece));
    return {
      write: (bytes) => gathered.write(bytes),
      async keep() {
        await gathered.end();
        await saying(path, () => file.sync());
        await file.close();
        await refuseExisting();
        await saying(path, () => rename(part, path));
        await flushFolder(dirname(resolve(path)));
        return size;
      },
      abandon,
    };
  } catch (error) {
    await abandon();
    throw error;
  }
}

/** The contents of a backup file, unsealed. Throws BackupProblem where it is no backup, cut, altered, or sealed otherwise. */
export async function* readBackupFile(path: string, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupProblem(
      `${path} cannot be read (${error.code ?? error.message}). Check the name, and that you may read it.`,
    );
  });
  try {
    const title = await titleOf(file, path);
    if (title.equals(plainTitle)) yield* plainPieces(file, title.length);
    else yield* unsealedPieces(file, path, title, passphrase);
  } finally {
    await file.close();
  }
}

async function titleOf(file: FileHandle, path: string): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(longestTitle), 0, longestTitle, 0);
  const title = buffer.subarray(0, buffer.indexOf(0x0a) + 1);
  const text = title.toString('latin1');
  const isOurs =
    title.equals(plainTitle) ||
    (text.startsWith(sealedTitle) && /^[0-9a-f]{32}\n$/.test(text.slice(sealedTitle.length)));
  if (bytesRead > 0 && isOurs) return title;
  throw new BackupProblem(
    `${path} is not a backup of Golden Thread that this copy can read: its first line is not one. Nothing was done.`,
  );
}

async function* plainPieces(file: FileHandle, from: number): AsyncGenerator<Buffer> {
  for (let at = from; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(pieceSize), 0, pieceSize, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* unsealedPieces(
  file: FileHandle,
  path: string,
  title: Buffer,
  passphrase: string | undefined,
): AsyncGenerator<Buffer> {
  if (passphrase === undefined) {
    throw new BackupProblem(
      `${path} is sealed. Set BACKUP_PASSPHRASE to the passphrase it was made with, and try again.`,
    );
  }
  const salt = Buffer.from(title.toString('latin1', sealedTitle.length, title.length - 1), 'hex');
  const seal = await sealing(passphrase, salt);
  const sealedSize = pieceSize + tagSize;
  let at = title.length;
  for (let piece = await readUpTo(file, sealedSize, at); ; ) {
    at += piece.length;
    const next = await readUpTo(file, sealedSize, at);
    const opened = seal.open(piece, next.length === 0);
    if (opened === undefined) {
      throw new BackupProblem(
        at === title.length + piece.length
          ? `${path} does not open: BACKUP_PASSPHRASE is not the one it was made with, or the file was altered or cut. Nothing was written.`
          : `${path} was altered or cut short at or before byte ${at}. Nothing was written. Use another copy of the backup.`,
      );
    }
    yield opened;
    if (next.length === 0) return;
    piece = next;
  }
}

async function readUpTo(file: FileHandle, most: number, from: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(most);
  let filled = 0;
  while (filled < most) {
    const { bytesRead } = await file.read(buffer, filled, most - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

interface Seal {
  title: Buffer;
  close(piece: Uint8Array, last: boolean): Buffer;
  /** Undefined when the piece is not what was closed, in this place. */
  open(piece: Buffer, last: boolean): Buffer | undefined;
}

/**
 * The key belongs to this one file (its salt is random), so a piece's nonce is its number, and whether it is the last:
 * pieces cannot change places, be left out or be added. The first line is authenticated with each.
 */
async function sealing(passphrase: string, salt: Buffer): Promise<Seal> {
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  const key = await derive(passphrase.normalize('NFKC'), salt, 32, {
    N: 2 ** 17,
    r: 8,
    p: 1,
    maxmem: 2 ** 28,
  });
  const title = Buffer.from(`${sealedTitle}${salt.toString('hex')}\n`);
  let number = 0n;
  const nonce = (last: boolean) => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigUInt64BE(number++, 3);
    bytes[11] = last ? 1 : 0;
    return bytes;
  };
  return {
    title,
    close(piece, last) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(last)).setAAD(title);
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    },
    open(piece, last) {
      const at = nonce(last);
      if (piece.length < tagSize) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, at, { authTagLength: tagSize }).setAAD(title);
      decipher.setAuthTag(piece.subarray(piece.length - tagSize));
      const opened = decipher.update(piece.subarray(0, piece.length - tagSize));
      try {
        decipher.final();
        return opened;
      } catch {
        return undefined;
      }
    },
  };
}

/** Makes pieces of one size out of whatever is written; the last one may be shorter, and there is always one. */
function gathering(put: (piece: Uint8Array, last: boolean) => Promise<void>): {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
} {
  const piece = Buffer.allocUnsafe(pieceSize);
  let filled = 0;
  return {
    async write(bytes) {
      for (let from = 0; from < bytes.length; ) {
        // A full piece goes out only when more follows it, so that the last is known to be the last.
        if (filled === pieceSize) {
          await put(piece, false);
          filled = 0;
        }
        const taken = Math.min(pieceSize - filled, bytes.length - from);
        piece.set(bytes.subarray(from, from + taken), filled);
        filled += taken;
        from += taken;
      }
    },
    end: () => put(piece.subarray(0, filled), true),
  };
}

async function saying<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
      throw new BackupProblem(
        `There is no room for ${path}: the disk, or what this user may fill of it, is full. No backup was made; choose another disk.`,
        { cause: error },
      );
    }
    if (typeof code !== 'string') throw error;
    throw new BackupProblem(
      `${path} cannot be written (${code}). No backup was made; choose a folder that you may write to.`,
      { cause: error },
    );
  }
}
