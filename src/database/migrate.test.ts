import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { migrate } from './migrate.ts';
import { emptyTestDatabase, testDatabase, type TestDatabase } from './testing.ts';

const first = 'create table public.first (id uuid primary key);';
const second =
  'create table public.second (id uuid primary key);\ngrant select on public.second to golden_thread_app;';

describe('migrate', () => {
  const folders: string[] = [];
  const databases: TestDatabase[] = [];
  let folder: string;
  let database: TestDatabase;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-migrations-'));
    folders.push(folder);
    database = await emptyTestDatabase();
    databases.push(database);
    write('0001-room-first.sql', first);
    write('0002-room-second.sql', second);
  });
  after(async () => {
    for (const each of databases) await each.close();
    for (const each of folders) rmSync(each, { recursive: true });
  });

  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
  const up = (urls: Partial<TestDatabase> = {}) => migrate({ ...database, ...urls, folder });
  const refusal = (pattern: RegExp) => (problem: unknown) =>
    problem instanceof StartProblem && pattern.test(problem.message) && !problem.message.includes('\n');

  async function ask<Row extends pg.QueryResultRow>(sql: string, url = database.ownerUrl): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  test('files are applied once, in order, and what they grant reaches the application login', async () => {
    assert.deepEqual(await up(), ['0001-room-first.sql', '0002-room-second.sql']);
    assert.deepEqual(await up(), []);
    assert.deepEqual(await ask('select * from public.second', database.appUrl), []);
    write('0003-room-third.sql', 'create table public.third (id uuid primary key)');
    assert.deepEqual(await up(), ['0003-room-third.sql']);
  });

  test('two processes that migrate at once apply each file once', async () => {
    const applied = await Promise.all([up(), up(), up()]);
    assert.deepEqual(applied.flat().toSorted(), ['0001-room-first.sql', '0002-room-second.sql']);
  });

  test('a file changed after it was applied is refused, but other line endings are no change', async () => {
    await up();
    write('0002-room-second.sql', second.replaceAll('\n', '\r\n'));
    assert.deepEqual(await up(), []);
    write('0002-room-second.sql', `${second} -- changed`);
    await assert.rejects(up(), refusal(/0002-room-second\.sql was changed/));
  });

  test('a database that knows a migration this copy lacks is refused as newer', async () => {
    await up();
    rmSync(join(folder, '0002-room-second.sql'));
    await assert.rejects(up(), refusal(/newer copy.*0002-room-second\.sql/));
  });

  test('a file numbered before the last applied one is refused', async () => {
    rmSync(join(folder, '0001-room-first.sql'));
    await up();
    write('0001-room-first.sql', first);
    await assert.rejects(up(), refusal(/0001-room-first\.sql comes before 0002-room-second\.sql/));
  });

  test('a failing file leaves nothing of itself, keeps those before it, and names the line', async () => {
    write(
      '0003-room-broken.sql',
      'create table public.half (id uuid);\nselect 1;\nselect nothing from nowhere;',
    );
    await assert.rejects(up(), refusal(/0003-room-broken\.sql failed at line 3: .*nowhere/));
    const tables = await ask<{ relname: string }>(
      `select relname from pg_class where relname in ('first', 'second', 'half') order by 1`,
    );
    assert.deepEqual(
      tables.map(({ relname }) => relname),
      ['first', 'second'],
    );
  });

  test('a file that ends its own transaction, shares a number or has another form of name is refused', async () => {
    write('0003-room-third.sql', 'select 1;\ncommit;');
    await assert.rejects(up(), refusal(/0003-room-third\.sql begins or ends a transaction/));
    write('0003-room-third.sql', 'do $$ begin perform 1; end $$;');
    write('0003-room-other.sql', 'select 1');
    await assert.rejects(up(), refusal(/share a number/));
    rmSync(join(folder, '0003-room-other.sql'));
    write('4-room.sql', 'select 1');
    await assert.rejects(up(), refusal(/4-room\.sql must be named/));
  });

  test('an application login that row-level security would not bind is refused, also when nothing is to be done', async () => {
    await assert.rejects(up({ appUrl: database.ownerUrl }), refusal(/is a superuser/));
    await up();
    await assert.rejects(up({ appUrl: database.ownerUrl }), refusal(/is a superuser/));
    const [login] = [new URL(database.appUrl).username];
    await ask(`create table public.taken (id uuid); alter table public.taken owner to ${login}`);
    await assert.rejects(up(), refusal(/owns tables/));
  });

  test('addresses of two databases are refused', async () => {
    const other = await testDatabase();
    databases.push(other);
    await assert.rejects(up({ appUrl: other.appUrl }), refusal(/two different databases/));
  });

  test('a database that cannot be reached is named without its password', async () => {
    const nowhere = new URL(database.ownerUrl);
    nowhere.port = '1';
    await assert.rejects(
      up({ ownerUrl: nowhere.href }),
      (problem) =>
        refusal(/cannot reach its database with DATABASE_OWNER_URL/)(problem) &&
        !String(problem).includes(nowhere.password),
    );
  });

  test('the project’s own migrations bring up an empty database', async () => {
    const applied = await migrate(database);
    assert.ok(applied.length > 0);
    assert.deepEqual(await migrate(database), []);
  });
});
