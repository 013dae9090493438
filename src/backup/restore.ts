// Restoring a backup into an empty database: the whole file is checked before a row is written, everything is loaded in one
// transaction, and what then lies in the database and the file store is proved equal to the manifest before it is kept.
import type pg from 'pg';
import { connectOwner } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import type { Anchors } from '../kernel/audit-trail/anchors.ts';
import type { FileStorage } from '../kernel/files/storage.ts';
import { letterKind } from '../kernel/mail/mail.ts';
import { BackupProblem, type FileStart, type TableStart } from './format.ts';
import { readBackup, type ReadBackup } from './read-backup.ts';
import { continueNumbering, loadRows, rowsOf, settle, tallying } from './rows.ts';
import { bringTo, refuseOtherHistory, refuseUnlessEmpty } from './schema.ts';
import { tablesOf } from './tables.ts';
import { trailsOf } from './trails.ts';

export interface RestoreOptions {
  path: string;
  passphrase: string | undefined;
  ownerUrl: string;
  appUrl: string;
  files: FileStorage;
  anchors: Anchors;
  /** UTC instant. */
  now: string;
  tell: (progress: string) => void;
}

/** @throws {BackupProblem} when nothing was restored; the database is as empty as it was, and no file of the backup stays. */
export async function restoreBackup(options: RestoreOptions): Promise<ReadBackup> {
  const { path, passphrase, tell } = options;
  tell(`checking ${path}`);
  const checked = await readBackup(path, passphrase);
  refuseOtherHistory(path, checked.header);
  const client = await connectOwner(options.ownerUrl);
  try {
    await refuseUnlessEmpty(client);
    await bringTo(client, options, checked.header.migrations);
    await loadAndProve(client, options, checked);
    await migrate(options);
    await client.query('analyze');
    return checked;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function loadAndProve(client: pg.Client, options: RestoreOptions, checked: ReadBackup): Promise<void> {
  const added: FileStart[] = [];
  const undo = async (problem: unknown) => {
    await client.query('rollback').catch(() => undefined);
    for (const { partnership_id, sha256 } of added) await options.files.remove(partnership_id, sha256);
    throw problem;
  };
  try {
    await load(client, options, checked, added);
    await prove(client, options, checked);
    await holdBackLetters(client);
    // Before they are committed: were they kept afterwards and could not be, a later check would take the restore for tampering.
    await keepHeads(options, checked);
  } catch (error) {
    await undo(error);
  }
  const { command } = await client.query('commit').catch((error: unknown) => {
    // Whether it was kept nobody knows, so the files stay; where it was not, `files check` shows them.
    throw new BackupProblem(
      `The connection was lost in the moment in which the restore of ${options.path} was to be kept. Run golden-thread restore once more: if it says that the database is not empty, the restore was kept whole; otherwise it is done anew.`,
      { cause: error },
    );
  });
  if (command !== 'COMMIT') await undo(differs(options.path, 'the database did not keep it'));
}

async function load(
  client: pg.Client,
  options: RestoreOptions,
  checked: ReadBackup,
  added: FileStart[],
): Promise<void> {
  await client.query('begin');
  await settle(client);
  // Nobody founds a partnership while the rows of others come in.
  await client.query('lock table kernel.partnership in share row exclusive mode');
  await refuseUnlessEmpty(client);
  const read = await readBackup(options.path, options.passphrase, loading(client, options, added));
  if (read.whole.sha256 !== checked.whole.sha256) throw differs(options.path, 'the file changed meanwhile');
  const tables = checked.manifest.tables.map(({ table }) => table);
  await continueNumbering(client, tables);
  await client.query('set constraints all immediate');
}

function loading(client: pg.Client, { path, files, tell }: RestoreOptions, added: FileStart[]) {
  let stored = 0;
  return {
    async table(start: TableStart, rows: AsyncIterable<Buffer>) {
      const kept = await loadRows(client, start, rows);
      if (kept > 0) tell(`${start.table}: ${kept} rows`);
    },
    async file(file: FileStart, bytes: Buffer) {
      if (!(await files.has(file.partnership_id, file.sha256))) added.push(file);
      const { sha256 } = await files.put(file.partnership_id, bytes);
      // Read again from where it lies; a damaged one throws.
      const back = await files.get(file.partnership_id, sha256);
      if (back?.length !== file.size)
        throw differs(path, `the stored file ${sha256} is not what the backup holds`);
      stored += 1;
      if (stored % 1000 === 0) tell(`stored files: ${stored}`);
    },
  };
}

/** Counts and hashes every table again from the database, and follows every audit trail to its head. */
async function prove(
  client: pg.Client,
  { path, tell }: RestoreOptions,
  { manifest }: ReadBackup,
): Promise<void> {
  tell('comparing what was restored with the manifest');
  const { tables, left_out } = await tablesOf(client);
  const expected = new Map(manifest.tables.map((each) => [each.table, each]));
  for (const table of tables) {
    const wanted = expected.get(table.table);
    const tally = tallying();
    for await (const _ of tally.pass(rowsOf(client, table))) continue;
    const found = tally.result();
    if (
      wanted === undefined ? found.rows > 0 : wanted.rows !== found.rows || wanted.sha256 !== found.sha256
    ) {
      throw differs(path, `${table.table} holds other rows than the manifest says`);
    }
    expected.delete(table.table);
  }
  for (const table of expected.keys()) {
    if (!left_out.some((each) => each.table === table)) throw differs(path, `there is no table ${table}`);
  }
  if (JSON.stringify(await trailsOf(client)) !== JSON.stringify(manifest.trails)) {
    throw differs(path, 'an audit trail does not end where the manifest says');
  }
}

/**
 * A letter that was waiting when the backup was made may have been sent since, so a person decides. What else was waiting
 * goes on: done twice it is as if done once.
 */
async function holdBackLetters(client: pg.Client): Promise<void> {
  await client.query(
    `update kernel.job set state = 'failed', problem = $1 where state = 'waiting' and kind ~ $2`,
    [
      'A backup was restored while this letter was waiting; it may have been sent before. Try it again if not.',
      letterKind,
    ],
  );
}

/** What anchors of a later day say is no tampering where a restore has set the trail back: so the restore is written down. */
async function keepHeads({ anchors, now }: RestoreOptions, { manifest }: ReadBackup): Promise<void> {
  for (const { partnership_id, partnership, seq, hash } of manifest.trails) {
    await anchors.keep({ kind: 'restored', at: now, partnership_id, partnership, seq, hash });
  }
}

function differs(path: string, how: string): BackupProblem {
  return new BackupProblem(
    `The restore of ${path} was undone, because ${how}. The database is empty again. Try again; if it happens again, use another copy of the backup and tell whoever supports Golden Thread.`,
  );
}
