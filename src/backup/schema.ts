// Bringing a database to exactly the migrations a backup was made with, so that its rows fit; the later ones follow when
// the rows are in. Only a database without a single row is touched.
import type pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { readMigrations } from '../database/migration-files.ts';
import { BackupProblem, type Header } from './format.ts';
import { tablesOf } from './tables.ts';

type Migrations = Header['migrations'];

interface Place {
  ownerUrl: string;
  appUrl: string;
}

/** Those the database has run; none where it was never brought up. */
export async function migrationsOf(client: pg.Client): Promise<Migrations> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  );
  if (there[0]?.there !== true) return [];
  const { rows } = await client.query<Migrations[number]>(
    'select name, sha256 from public.migration order by name',
  );
  return rows;
}

/** Throws BackupProblem unless the backup's migrations are the first ones of this copy of the program. */
export function refuseOtherHistory(path: string, { migrations, program }: Header): void {
  const here = readMigrations();
  migrations.forEach((past, at) => {
    const ours = here[at];
    if (ours?.name === past.name && ours.sha256 === past.sha256) return;
    const isNewer = !here.some(({ name }) => name === past.name) && past.name > (here.at(-1)?.name ?? '');
    throw new BackupProblem(
      isNewer
        ? `${path} was made by a newer copy of Golden Thread (${program}; it knows ${past.name}, which this copy lacks). Restore it with that copy or a later one. Nothing was written.`
        : `${path} was made by a copy of Golden Thread whose migration ${past.name} is not the one here. Restore it with the copy that made it (${program}). Nothing was written.`,
    );
  });
}

/** Throws BackupProblem when there is a row in any table that a backup holds. */
export async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  if ((await migrationsOf(client)).length === 0) return;
  const { tables } = await tablesOf(client);
  const { rows } = await client.query<{ table: string }>(
    tables
      .map(({ table }) => `select '${table}' as table where exists (select from ${table})`)
      .join(' union all '),
  );
  if (rows.length === 0) return;
  throw new BackupProblem(
    `This database is not empty (there are rows in ${rows
      .slice(0, 3)
      .map(({ table }) => table)
      .join(
        ', ',
      )}${rows.length > 3 ? ' and others' : ''}). A backup is restored into an empty one only: set GOLDEN_THREAD_DATA to a new folder, or DATABASE_URL and DATABASE_OWNER_URL to a new database. Nothing was written.`,
  );
}

/** Leaves the database, which is empty, with the backup's migrations and no others. */
export async function bringTo(client: pg.Client, place: Place, wanted: Migrations): Promise<void> {
  const last = wanted.at(-1)?.name;
  if (last === undefined) throw new BackupProblem('The backup names no migration.');
  if ((await migrationsOf(client)).some(({ name }) => name > last)) await clearAway(client);
  await migrate({ ...place, last });
}

/** An empty database of a later copy is made anew: schemas without a row, and the record of migrations. */
async function clearAway(client: pg.Client): Promise<void> {
  const { tables, left_out } = await tablesOf(client);
  const schemas = new Set([...tables, ...left_out].map(({ table }) => table.split('.')[0]));
  await client.query('begin');
  try {
    await refuseUnlessEmpty(client);
    for (const schema of schemas) await client.query(`drop schema ${schema} cascade`);
    await client.query('drop table public.migration');
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the server answered COMMIT with ${command}`);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
