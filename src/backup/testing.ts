// A partnership with something of every kind in it, a backup of it, and an empty place to restore it to.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { emptyTestDatabase, type TestDatabase } from '../database/testing.ts';
import { addAgency, changeAgency } from '../ground/governance/agency.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../ground/testing.ts';
import { anchorFile, type Anchors } from '../kernel/audit-trail/anchors.ts';
import { type FileStorage, folderStorage } from '../kernel/files/storage.ts';
import { UploadedFile } from '../kernel/files/uploaded-file.ts';
import { addFile } from '../modules/evidence/item-file.operations.ts';
import { addItem } from '../modules/evidence/item.operations.ts';
import { restoreBackup } from './restore.ts';
import { type BackupOptions, takeBackup } from './take-backup.ts';

/** Words that a careless format would lose, cut at or mistake for its own. */
export const nastyWords = [
  'tab\there, line\nbreak, return\r, backslash \\ and \\N and \\.',
  '\\.',
  '\\.\n{"manifest":{}}\n',
  '"quotes" ’ Zoë 🧵 العربية \u202e reversed',
];

export interface Furnished {
  home: TestHouse;
  fern: TestPartnership;
  /** A folder of its own for backups. */
  folder: string;
  addAnother(name: string): Promise<void>;
  backup(path: string, options?: Partial<BackupOptions>): ReturnType<typeof takeBackup>;
  close(): Promise<void>;
}

export async function furnished(): Promise<Furnished> {
  const home = await testHouse();
  const fern = await home.partnership('fern');
  await home.partnership('marl');
  const school = { kind: 'education', legal_type: 'school' } as const;
  for (const [i, words] of nastyWords.entries()) {
    const item = await resultOf(home.house, addItem, fern.manager, {
      title: `Item ${i}`,
      topics: ['training'],
      content: { shape: 'statement', text: words },
    });
    const bytes = Buffer.from(`name,words\n${i},"${'x'.repeat(i * 100_000)}"\n`);
    await resultOf(home.house, addFile, fern.manager, {
      id: item.id,
      file: new UploadedFile(`file ${i}.csv`, bytes),
    });
  }
  const { id } = await resultOf(home.house, addAgency, fern.manager, { ...school, name: 'Alder School' });
  await resultOf(home.house, changeAgency, fern.manager, { ...school, id, name: 'Alder Academy' });
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-backup-'));
  return {
    home,
    fern,
    folder,
    async addAnother(name) {
      await resultOf(home.house, addAgency, fern.manager, { ...school, name });
    },
    backup: (path, options = {}) =>
      takeBackup({
        ownerUrl: home.ownerUrl,
        files: home.house.files,
        path,
        passphrase: undefined,
        replace: false,
        allow_damaged: false,
        program: 'test',
        now: '2025-09-15T09:00:00.000Z',
        tell: () => undefined,
        ...options,
      }),
    async close() {
      await home.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface EmptyPlace {
  database: TestDatabase;
  files: FileStorage;
  anchors: Anchors;
  restore(path: string, passphrase?: string): ReturnType<typeof restoreBackup>;
  /** Rows of the partnerships, or 0 where there is not even such a table; and files in the store. */
  holds(): Promise<{ partnerships: number; files: number }>;
  owner<T extends pg.QueryResultRow>(sql: string): Promise<T[]>;
  close(): Promise<void>;
}

export async function emptyPlace(): Promise<EmptyPlace> {
  const database = await emptyTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-restored-'));
  const stored = join(folder, 'files');
  await mkdir(stored);
  const files = folderStorage(stored);
  const anchors = anchorFile(join(folder, 'anchors.jsonl'));
  const owner = async <T extends pg.QueryResultRow>(sql: string) => {
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    database,
    files,
    anchors,
    owner,
    restore: (path, passphrase) =>
      restoreBackup({
        ...database,
        files,
        anchors,
        path,
        passphrase,
        now: '2025-09-16T09:00:00.000Z',
        tell: () => undefined,
      }),
    async holds() {
      const found = await readdir(stored, { recursive: true, withFileTypes: true });
      const [table] = await owner<{ there: boolean }>(
        `select to_regclass('kernel.partnership') is not null as there`,
      );
      const rows = table?.there === true ? await owner('select from kernel.partnership') : [];
      return { partnerships: rows.length, files: found.filter((entry) => entry.isFile()).length };
    },
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
