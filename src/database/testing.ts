// Databases for tests: one throw-away server, one migrated template in it, and for each test file a copy of its own
// (a few tens of milliseconds). bin/test.js starts the server and tells us its address; a test file run by itself joins
// or starts one in the temporary folder, which is left running for the next.
import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinOrStartEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { hashOfMigrations, readMigrations } from './migration-files.ts';

export type TestDatabase = { ownerUrl: string; appUrl: string; close: () => Promise<void> };

/** Not durable on purpose: what a test wrote is worth nothing after a power cut. */
export const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

const prefix = 'golden_thread_test_';
const templatePrefix = 'golden_thread_template_';
/** Databases of test runs that were killed are cleared away by later ones after an hour, in milliseconds. */
const forgottenAfter = 3_600_000;

/** A database with all migrations and no rows. Call `close()` when the file's tests are done. */
export function testDatabase(): Promise<TestDatabase> {
  return newDatabase((owner, server) => template(owner, server));
}

/** A database that was never migrated. */
export function emptyTestDatabase(): Promise<TestDatabase> {
  return newDatabase(() => Promise.resolve('template0'));
}

/** A second database with everything that stands in this one of the test server's. Its connections are closed for the length of it. */
export function copyOf(ownerUrl: string): Promise<TestDatabase> {
  const name = new URL(ownerUrl).pathname.slice(1);
  return newDatabase(async (owner) => {
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    return name;
  });
}

type Server = { ownerUrl: string; appUrl: string };

async function newDatabase(
  chooseTemplate: (owner: pg.Client, server: Server) => Promise<string>,
): Promise<TestDatabase> {
  const server = await testServer();
  const name = `${prefix}${Date.now()}_${randomBytes(6).toString('hex')}`;
  await asOwner(server, async (owner) => {
    await forgetOldDatabases(owner);
    const from = await chooseTemplate(owner, server);
    await owner.query(`create database ${name} template ${from} strategy file_copy`);
  });
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    close: () =>
      asOwner(server, async (owner) => {
        await owner.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

let shared: Promise<Server> | undefined;

function testServer(): Promise<Server> {
  const { TEST_DATABASE_URL: appUrl, TEST_DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl !== undefined && ownerUrl !== undefined) return Promise.resolve({ ownerUrl, appUrl });
  const folder = join(tmpdir(), `golden-thread-tests-${userInfo().uid}`, 'postgres');
  return (shared ??= joinOrStartEmbedded(folder, { settings: testSettings, leaveRunning: true }));
}

/** Made once for each state of migrations/, and given its name only when it is complete. */
async function template(owner: pg.Client, server: Server): Promise<string> {
  const name = `${templatePrefix}${hashOfMigrations(readMigrations()).slice(0, 16)}`;
  const exists = async () =>
    (await owner.query('select from pg_database where datname = $1', [name])).rowCount === 1;
  if (await exists()) return name;
  // One at a time: the key is "test" in ASCII.
  await owner.query('select pg_advisory_lock(0, $1)', [0x74657374]);
  if (await exists()) return name;
  const unfinished = `${name}_unfinished`;
  await owner.query(`drop database if exists ${unfinished} with (force)`);
  await owner.query(`create database ${unfinished} template template0 strategy file_copy`);
  await migrate({
    ownerUrl: withDatabase(server.ownerUrl, unfinished),
    appUrl: withDatabase(server.appUrl, unfinished),
  });
  await owner.query(`alter database ${unfinished} rename to ${name}`);
  return name;
}

async function forgetOldDatabases(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) {
    const madeAt = Number(datname.slice(prefix.length).split('_')[0]);
    if (Date.now() - madeAt > forgottenAfter)
      await owner.query(`drop database if exists ${datname} with (force)`);
  }
}

/** Work on the server itself, from a database that no test uses. */
async function asOwner<T>(server: Server, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: withDatabase(server.ownerUrl, 'postgres') });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
