// Reading a backup from beginning to end, and believing nothing of it: every table and file against its hash, the manifest
// against what was there, the hash over everything, and nothing after the end. Memory does not grow with the size.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  BackupProblem,
  endOfRows,
  type FileStart,
  fileLine,
  formatVersion,
  type Header,
  headerLine,
  type Manifest,
  manifestLine,
  type TableStart,
  tableLine,
  type Whole,
  wholeLine,
} from './format.ts';
import { tallying, type Tally } from './rows.ts';
import { readBackupFile } from './sealed-file.ts';

/** What is done with the contents as they pass. The rows must be read to their end. */
export interface Visitor {
  header?(header: Header): Promise<void>;
  table?(table: TableStart, rows: AsyncIterable<Buffer>): Promise<void>;
  file?(file: FileStart, bytes: Buffer): Promise<void>;
}

export interface ReadBackup {
  header: Header;
  manifest: Manifest;
  whole: Whole;
}

/** @throws {BackupProblem} naming what does not fit; what the visitor did by then must be undone. */
export async function readBackup(
  path: string,
  passphrase: string | undefined,
  visitor: Visitor = {},
): Promise<ReadBackup> {
  const pieces = readBackupFile(path, passphrase);
  try {
    return await readContents(reading(path, pieces), visitor);
  } finally {
    await pieces.return(undefined);
  }
}

async function readContents(contents: Contents, visitor: Visitor): Promise<ReadBackup> {
  const { header } = await headerOf(contents);
  await visitor.header?.(header);
  const tables: ({ table: string } & Tally)[] = [];
  const files = filesTally();
  for (;;) {
    const value = await contents.line();
    const table = tableLine.safeParse(value);
    const file = fileLine.safeParse(value);
    if (table.success) {
      tables.push({ table: table.data.table, ...(await readTable(contents, table.data, visitor)) });
    } else if (file.success) {
      files.add(await readFile(contents, file.data.file, visitor));
    } else {
      const { manifest } = contents.fitting(manifestLine, value);
      const expected = JSON.stringify([manifest.tables, manifest.files]);
      if (JSON.stringify([tables, files.result()]) !== expected) {
        throw contents.refused('its manifest does not fit what it holds');
      }
      return { header, manifest, whole: await ending(contents) };
    }
  }
}

async function headerOf(contents: Contents): Promise<z.infer<typeof headerLine>> {
  const value = await contents.line();
  const { header } = (value ?? {}) as { header?: { format?: unknown } };
  if (typeof header?.format === 'number' && header.format > formatVersion) {
    throw contents.refused(
      `it is of format ${header.format}, and this copy of Golden Thread reads ${formatVersion}`,
    );
  }
  return contents.fitting(headerLine, value);
}

async function readTable(contents: Contents, start: TableStart, visitor: Visitor): Promise<Tally> {
  const tally = tallying();
  const rows = tally.pass(contents.rows());
  await visitor.table?.(start, rows);
  for await (const _ of rows) continue;
  return tally.result();
}

async function readFile(contents: Contents, file: FileStart, visitor: Visitor): Promise<FileStart> {
  const bytes = await contents.bytes(file.size);
  if ((await contents.bytes(1))[0] !== 0x0a) throw contents.refused('a file in it is longer than it says');
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw contents.refused(`the file ${file.sha256} in it was altered`);
  }
  await visitor.file?.(file, bytes);
  return file;
}

async function ending(contents: Contents): Promise<Whole> {
  const found = contents.soFar();
  const { whole } = contents.fitting(wholeLine, await contents.line());
  if (whole.bytes !== found.bytes || whole.sha256 !== found.sha256) throw contents.refused('it was altered');
  if (!(await contents.isAtEnd())) throw contents.refused('something was added after its end');
  return whole;
}

/** What the files of a backup add up to, in their order. */
export function filesTally(): { add(file: FileStart): void; result(): Manifest['files'] } {
  const hash = createHash('sha256');
  let count = 0;
  let bytes = 0;
  return {
    add({ partnership_id, sha256, size }) {
      hash.update(`${partnership_id} ${sha256} ${size}\n`);
      count += 1;
      bytes += size;
    },
    result: () => ({ count, bytes, sha256: hash.copy().digest('hex') }),
  };
}

interface Contents {
  /** The next line as JSON. */
  line(): Promise<unknown>;
  rows(): AsyncGenerator<Buffer>;
  bytes(count: number): Promise<Buffer>;
  isAtEnd(): Promise<boolean>;
  /** How much was read, and its hash. */
  soFar(): Whole;
  fitting<S extends z.ZodType>(schema: S, value: unknown): z.output<S>;
  refused(why: string): BackupProblem;
}

const longestLine = 64 * 1024 * 1024;

function reading(path: string, pieces: AsyncGenerator<Buffer>): Contents {
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  let read = 0;
  const refused = (why: string) =>
    new BackupProblem(
      `${path} is not a whole backup: ${why} (at byte ${read} of its contents). Nothing was written. Use another copy of the backup.`,
    );
  const more = async () => {
    const { done, value } = await pieces.next();
    if (done === true) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  };
  const take = (count: number) => {
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    hash.update(taken);
    read += count;
    return taken;
  };
  const cut = 'it was cut short';
  return {
    async line() {
      let looked = 0;
      for (;;) {
        const at = held.indexOf(0x0a, looked);
        if (at !== -1) {
          const text = take(at + 1).toString('utf8');
          try {
            return JSON.parse(text) as unknown;
          } catch {
            throw refused('a line in it is not what it should be');
          }
        }
        looked = held.length;
        if (looked > longestLine) throw refused('a line in it does not end');
        if (!(await more())) throw refused(cut);
      }
    },
    async *rows() {
      // The end mark counts at the beginning of a line only; the line break before it is still a row's.
      let atLineStart = true;
      for (;;) {
        if (atLineStart && held.subarray(0, endOfRows.length).equals(endOfRows)) {
          take(endOfRows.length);
          return;
        }
        const mark = held.indexOf('\n\\.\n');
        if (mark !== -1) {
          yield take(mark + 1);
          take(endOfRows.length);
          return;
        }
        // Enough is kept back that a mark, or the line break before it, is never looked at in two halves.
        const sure = held.length - endOfRows.length - 1;
        if (sure > 0) {
          const taken = take(sure);
          atLineStart = taken.at(-1) === 0x0a;
          yield taken;
        }
        if (!(await more())) throw refused(cut);
      }
    },
    async bytes(count) {
      const parts: Buffer[] = [];
      for (let missing = count; missing > 0; ) {
        if (held.length === 0 && !(await more())) throw refused(cut);
        const part = take(Math.min(missing, held.length));
        parts.push(part);
        missing -= part.length;
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    isAtEnd: async () => held.length === 0 && !(await more()),
    soFar: () => ({ bytes: read, sha256: hash.copy().digest('hex') }),
    fitting(schema, value) {
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      throw refused('a line in it is not what it should be');
    },
    refused,
  };
}
