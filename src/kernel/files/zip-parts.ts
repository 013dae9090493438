// A zip archive opened with its guards up, for the Office formats, which are all zip archives of XML parts.
// Nothing is ever written to disk: a part's name is only a key, so a name that tries to climb out of a folder has nowhere to go.

import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Limits in parts, bytes and times. A workbook of 100,000 rows by 20 columns unpacks to about 100 MB. */
export type ZipLimits = { max_parts: number; max_unpacked_bytes: number; max_ratio: number };

export const defaultZipLimits: ZipLimits = {
  max_parts: 2_000,
  max_unpacked_bytes: 200 * 1024 * 1024,
  max_ratio: 250,
};

/** Below this size a high ratio is harmless: small repetitive XML shrinks a thousandfold without ill intent. */
const RATIO_MATTERS_ABOVE_BYTES = 1024 * 1024;

/** The archive cannot be opened, or would unpack to more than is reasonable. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

export type ZipParts = {
  /** Part names, lower case (Office part names ignore case). */
  names: ReadonlySet<string>;
  /** The part as a stream of unpacked bytes; undefined when there is none of that name. Throws ZipRefused when it cannot be unpacked. */
  stream(name: string): Promise<AsyncIterable<Buffer> | undefined>;
  /** A small part as UTF-8 text; undefined when absent. Throws ZipRefused above max_bytes. */
  text(name: string, max_bytes?: number): Promise<string | undefined>;
};

export async function openZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  const zip = await listEntries(bytes, limits, entries);

  async function stream(name: string): Promise<AsyncIterable<Buffer> | undefined> {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    try {
      return unpacked(await zip.openReadStreamPromise(entry));
    } catch {
      throw damaged();
    }
  }

  async function text(name: string, max_bytes = 2 * 1024 * 1024): Promise<string | undefined> {
    const chunks = await stream(name);
    if (chunks === undefined) return undefined;
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > max_bytes) throw tooLarge();
      parts.push(chunk);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  return { names: new Set(entries.keys()), stream, text };
}

async function listEntries(
  bytes: Uint8Array,
  limits: ZipLimits,
  entries: Map<string, Entry>,
): Promise<ZipFile> {
  let unpackedBytes = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > limits.max_parts) throw tooLarge();
    for await (const entry of zip.eachEntry()) {
      unpackedBytes += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const suspicious = entry.uncompressedSize > RATIO_MATTERS_ABOVE_BYTES && ratio > limits.max_ratio;
      if (unpackedBytes > limits.max_unpacked_bytes || suspicious) throw tooLarge();
      if (entry.isEncrypted()) {
        throw new ZipRefused(
          'The file is locked with a password.',
          'Save a copy without a password and send that one.',
        );
      }
      const name = entry.fileName.toLowerCase();
      // Two parts of one name let two programs see two different files in one archive.
      if (entries.has(name)) throw damaged();
      entries.set(name, entry);
    }
    return zip;
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw damaged();
  }
}

/** yauzl stops a part that unpacks to more than it declares, so the declared sizes added up above can be relied on. */
async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) {
      if (Buffer.isBuffer(chunk)) yield chunk;
    }
  } catch {
    throw damaged();
  } finally {
    source.destroy();
  }
}

function tooLarge(): ZipRefused {
  return new ZipRefused(
    'The file unpacks to far more than a document of this kind holds, so it was not opened.',
    'Open it, copy the part that is needed into a new file, and send that one.',
  );
}

function damaged(): ZipRefused {
  return new ZipRefused(
    'The file is damaged or was not sent completely.',
    'Open it in Word or Excel, save it again under a new name, and send the new file.',
  );
}
