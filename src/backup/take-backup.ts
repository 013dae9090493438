// Making a backup while people work: the database first, as of one moment, then the files its rows name, then a manifest of
// what it all adds up to. It appears under its name only when it is complete.
import { connectOwner } from '../database/connection.ts';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { DamagedFile, type FileStorage } from '../kernel/files/storage.ts';
import {
  BackupProblem,
  endOfRows,
  formatVersion,
  type Header,
  lineOf,
  type LostFile,
  type Manifest,
} from './format.ts';
import { isStillNamed, type NamedFile, namedFiles } from './named-files.ts';
import { filesTally } from './read-backup.ts';
import { beginSnapshot, rowsOf, tallying } from './rows.ts';
import { type BackupFile, writeBackupFile } from './sealed-file.ts';
import { tablesOf } from './tables.ts';
import { migrationsOf } from './schema.ts';
import { brokenTrails, trailsOf } from './trails.ts';

export interface BackupOptions {
  ownerUrl: string;
  files: FileStorage;
  path: string;
  /** Without one the file is readable by whoever holds it. */
  passphrase: string | undefined;
  replace: boolean;
  /** Goes on where stored files are missing or damaged, and names them in the manifest. */
  allow_damaged: boolean;
  program: string;
  /** UTC instant. */
  now: string;
  tell: (progress: string) => void;
}

export interface TakenBackup {
  size: number;
  manifest: Manifest;
  /** What the operator must know although the backup was made. */
  warnings: string[];
}

/** @throws {BackupProblem} when no backup was made; nothing of it is left then. */
export async function takeBackup(options: BackupOptions): Promise<TakenBackup> {
  const client = await connectOwner(options.ownerUrl);
  try {
    const file = await writeBackupFile(options.path, options);
    try {
      await beginSnapshot(client);
      const manifest = await writeContents(client, file, options);
      return { size: await file.keep(), manifest, warnings: warningsOf(manifest) };
    } catch (error) {
      await file.abandon();
      throw error;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function writeContents(client: pg.Client, file: BackupFile, options: BackupOptions): Promise<Manifest> {
  const hash = createHash('sha256');
  let bytes = 0;
  const write = async (part: Uint8Array) => {
    hash.update(part);
    bytes += part.length;
    await file.write(part);
  };
  const header = await headerOf(client, options);
  await write(lineOf({ header }));
  const { tables, left_out } = await tablesOf(client);
  const counted: Manifest['tables'] = [];
  for (const table of tables) {
    await write(lineOf({ table: table.table, columns: table.columns }));
    const tally = tallying();
    for await (const chunk of tally.pass(rowsOf(client, table))) await write(chunk);
    await write(endOfRows);
    const result = tally.result();
    counted.push({ table: table.table, ...result });
    if (result.rows > 0) options.tell(`${table.table}: ${result.rows} rows`);
  }
  const trails = await trailsOf(client);
  options.tell(
    `audit trails: ${trails.length} checked, ${trails.reduce((sum, { seq }) => sum + seq, 0)} entries`,
  );
  const { files, lost_files } = await writeFiles(client, write, options);
  const manifest: Manifest = { tables: counted, left_out, files, lost_files, trails };
  await write(lineOf({ manifest }));
  await file.write(lineOf({ whole: { bytes, sha256: hash.digest('hex') } }));
  return manifest;
}

async function headerOf(client: pg.Client, { program, now }: BackupOptions): Promise<Header> {
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) {
    throw new BackupProblem(
      'This database holds nothing of Golden Thread yet, so there is nothing to back up.',
    );
  }
  const { rows } = await client.query<{ server: string }>(
    `select current_setting('server_version') as server`,
  );
  return { format: formatVersion, made_at: now, program, server: rows[0]?.server ?? '', migrations };
}

async function writeFiles(
  client: pg.Client,
  write: (part: Uint8Array) => Promise<void>,
  options: BackupOptions,
): Promise<Pick<Manifest, 'files' | 'lost_files'>> {
  const tally = filesTally();
  const lost_files: LostFile[] = [];
  for await (const named of namedFiles(client)) {
    const bytes = await bytesOf(options, named);
    if (typeof bytes === 'string') {
      lost_files.push({ ...named, problem: bytes });
      continue;
    }
    const file = { ...named, size: bytes.length };
    await write(lineOf({ file }));
    await write(bytes);
    await write(Buffer.from('\n'));
    tally.add(file);
  }
  const files = tally.result();
  if (files.count > 0) options.tell(`stored files: ${files.count}, ${files.bytes} bytes`);
  const unsound = lost_files.filter(({ problem }) => problem === 'missing' || problem === 'damaged');
  if (unsound.length > 0 && !options.allow_damaged) {
    throw new BackupProblem(
      [
        `${unsound.length} stored ${unsound.length === 1 ? 'file is' : 'files are'} not as the records say, so no backup was made:`,
        ...unsound.slice(0, 20).map(lostFileWords),
        'Put them back from an earlier backup, or add --allow-damaged to make a backup that says which are lost.',
      ].join('\n'),
    );
  }
  return { files, lost_files };
}

async function bytesOf(
  { files, ownerUrl }: BackupOptions,
  named: NamedFile,
): Promise<Uint8Array | LostFile['problem']> {
  try {
    const bytes = await files.get(named.partnership_id, named.sha256);
    if (bytes !== undefined) return bytes;
  } catch (error) {
    if (error instanceof DamagedFile) return 'damaged';
    throw error;
  }
  // The rows are of the moment the backup began; somebody may have disposed of the file since.
  const now = await connectOwner(ownerUrl);
  try {
    return (await isStillNamed(now, named)) ? 'missing' : 'disposed of while the backup was made';
  } finally {
    await now.end();
  }
}

export function lostFileWords({ partnership_id, sha256, problem }: LostFile): string {
  return `  ${problem}: ${sha256} of partnership ${partnership_id}`;
}

function warningsOf({ lost_files, trails }: Manifest): string[] {
  const unsound = lost_files.filter(({ problem }) => problem === 'missing' || problem === 'damaged');
  return [
    ...brokenTrails(trails),
    ...(unsound.length > 0
      ? [`The backup lacks ${unsound.length} stored files that records name:`, ...unsound.map(lostFileWords)]
      : []),
  ];
}
