import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openPool, type Pool } from './connection.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
let pool: Pool;
let owner: pg.Client;

before(async () => {
  database = await testDatabase();
  pool = openPool(database.appUrl, 1);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`create table public.kept (word text primary key);
    create table public.promise (word text references public.kept (word) deferrable initially deferred);
    grant select, insert on public.kept, public.promise to golden_thread_app`);
});
after(async () => {
  await pool.close();
  await owner.end();
  await database.close();
});

const keep = (word: string) => pool.single('insert into public.kept (word) values ($1)', [word]);
const processOf = async () =>
  (await pool.single<{ pid: number }>('select pg_backend_pid() as pid', []))[0]?.pid;
const wordsIn = async (table: string) =>
  (await owner.query<{ word: string }>(`select word from public.${table}`)).rows;

test('a COMMIT that fails is a failure, and nothing of the transaction is kept', async () => {
  const promise = pool.transaction(async (transaction) => {
    await transaction.text('insert into public.promise (word) values ($1)', ['broken']);
    return 'done';
  });
  await assert.rejects(promise, { code: '23503' });
  assert.deepEqual(await wordsIn('promise'), []);
});

test('a COMMIT that the server answers with ROLLBACK is a failure, although nothing was thrown before it', async () => {
  await keep('there');
  const swallowed = pool.transaction(async (transaction) => {
    await transaction.text('insert into public.kept (word) values ($1)', ['also']);
    await transaction.text('insert into public.kept (word) values ($1)', ['there']).catch(() => undefined);
    return 'done';
  });
  await assert.rejects(swallowed, /rolled the change back/);
  assert.deepEqual(await wordsIn('kept'), [{ word: 'there' }]);
});

test('a statement kept for the end runs after all others, and where it fails nothing is kept', async () => {
  await pool.transaction(async (transaction) => {
    transaction.atCommit(
      `insert into public.kept (word) select 'counted ' || count(*) from public.kept where word like 'early%'`,
      [],
    );
    await transaction.text('insert into public.kept (word) values ($1)', ['early one']);
    await transaction.text('insert into public.kept (word) values ($1)', ['early two']);
  });
  assert.deepEqual(
    (await wordsIn('kept')).filter(({ word }) => word.startsWith('counted')),
    [{ word: 'counted 2' }],
  );
  const failing = pool.transaction(async (transaction) => {
    transaction.atCommit('insert into public.kept (word) values (null)', []);
    await transaction.text('insert into public.kept (word) values ($1)', ['never']);
    return 'done';
  });
  await assert.rejects(failing, { code: '23502' });
  const ignored = pool.transaction(async (transaction) => {
    transaction.atCommit('select 1', []);
    await transaction.text('insert into public.kept (word) values ($1)', ['never either']);
    throw new Error('not today');
  });
  await assert.rejects(ignored, /not today/);
  assert((await wordsIn('kept')).every(({ word }) => !word.startsWith('never')));
  await owner.query(`delete from public.kept where word <> 'there'`);
});

test('a refusal costs no connection: the next transaction has the same one', async () => {
  const before = await processOf();
  const refused = pool.transaction(() => Promise.reject(new Error('not today')));
  await assert.rejects(refused, /not today/);
  assert.equal(await processOf(), before);
});

test('a connection that dies within a transaction fails that transaction alone, and the next has a new one', async () => {
  const before = await processOf();
  const cut = pool.transaction(async (transaction) => {
    await transaction.text('insert into public.kept (word) values ($1)', ['lost']);
    await owner.query('select pg_terminate_backend($1)', [before]);
    await transaction.text('select 1', []);
  });
  await assert.rejects(cut);
  assert.notEqual(await processOf(), before);
  assert.equal((await wordsIn('kept')).length, 1);
});

test('a connection that dies while nobody asks anything of it does not end the program', async () => {
  const idle = await processOf();
  await owner.query('select pg_terminate_backend($1)', [idle]);
  const gone = async () =>
    (await owner.query('select from pg_stat_activity where pid = $1', [idle])).rowCount === 0;
  while (!(await gone())) continue;
  const now = await processOf().catch(() => processOf());
  assert.notEqual(now, idle);
});

test('a transaction whose context is refused asks and keeps nothing', async () => {
  await assert.rejects(
    pool.transaction((transaction) => transaction.text('select 1 as one', []), 'no partnership’s number'),
    /invalid input syntax|does not exist|transaction is aborted/,
  );
  assert.deepEqual(await pool.single('select 2 as two', []), [{ two: 2 }]);
});
