// What a load balancer and a monitoring system ask, on the real server.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { openPool } from '../../database/connection.ts';
import { governanceRoom } from '../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../ground/testing.ts';
import { folderStorage } from '../../kernel/files/storage.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { buildServer } from './server.ts';

const token = 'm'.repeat(40);
const settings = {
  mode: 'serve',
  publicUrl: 'https://gt.example',
  fixedDay: null,
  clock: () => testClock,
} as const;

let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;
const open: FastifyInstance[] = [];

async function serving(house: House, metricsToken?: string): Promise<FastifyInstance> {
  const app = await buildServer(house, [governanceRoom], settings, { logger: false, metricsToken });
  open.push(app);
  return app;
}

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  for (const app of open) await app.close();
  await owner.end();
  await home.close();
});

test('a healthy house says so to anybody, however often they ask', async () => {
  const app = await serving(home.house);
  assert.deepEqual((await app.inject('/health')).json(), { status: 'up' });
  for (let i = 0; i < 700; i++) assert.equal((await app.inject('/ready')).statusCode, 200);
  const limited = await Promise.all(Array.from({ length: 700 }, () => app.inject('/sign-in')));
  assert(
    limited.some(({ statusCode }) => statusCode === 429),
    'the limit that /ready is free of',
  );
});

test('without its database the process is up and not ready, and the answer names no address', async () => {
  const pool = openPool('postgres://golden_thread_login:hush@127.0.0.1:1/thread');
  const app = await serving({ ...home.house, pool });
  assert.equal((await app.inject('/health')).statusCode, 200);
  const answer = await app.inject('/ready');
  assert.equal(answer.statusCode, 503);
  assert.equal(answer.json<{ database: string }>().database, 'The database cannot be reached.');
  assert.doesNotMatch(answer.body, /hush|127\.0\.0\.1|login/);
});

test('a database that does not answer within two seconds makes it not ready, and probes do not fill the pool', async () => {
  const { pool } = home.house;
  const app = await serving(home.house);
  const blocker = new pg.Client(home.ownerUrl);
  await blocker.connect();
  await blocker.query('begin; lock table public.migration in access exclusive mode');
  try {
    const answers = await Promise.all(Array.from({ length: 8 }, () => app.inject('/ready')));
    for (const answer of answers) {
      assert.equal(answer.statusCode, 503);
      assert.match(answer.json<{ database: string }>().database, /did not answer within 2 seconds/);
    }
    assert.equal(pool.counts().in_use, 1);
    assert.equal(pool.counts().waiting, 0);
  } finally {
    await blocker.query('rollback');
    await blocker.end();
  }
  assert.equal((await app.inject('/ready')).statusCode, 200);
});

test('a database that lacks a migration of this copy makes it not ready; one that is ahead does not', async () => {
  const app = await serving(home.house);
  await owner.query(`insert into public.migration (name, sha256) values ('9999-of-tomorrow.sql', '')`);
  assert.equal((await app.inject('/ready')).statusCode, 200);
  await owner.query(`update public.migration set name = 'away' where name = '0001-kernel.sql'`);
  const answer = await app.inject('/ready');
  assert.equal(answer.statusCode, 503);
  assert.equal(
    answer.json<{ database: string }>().database,
    'The database lacks the migrations 0001-kernel.sql.',
  );
  await owner.query(`update public.migration set name = '0001-kernel.sql' where name = 'away'`);
});

test('a folder of files that cannot be written to makes it not ready', async () => {
  // A file in place of the folder: that stops the superuser too.
  const place = join(import.meta.dirname, `not-a-folder-${process.pid}`);
  await writeFile(place, '');
  try {
    const app = await serving({ ...home.house, files: folderStorage(join(place, 'files')) });
    const answer = await app.inject('/ready');
    assert.equal(answer.statusCode, 503);
    assert.match(answer.json<{ files: string }>().files, /cannot be written to/);
    assert.equal(answer.json<{ database: string }>().database, 'ready');
  } finally {
    await rm(place);
  }
});

test('metrics are there for the token alone, and without the setting for nobody', async () => {
  const app = await serving(home.house, token);
  const asked = (authorization?: string) =>
    app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
  for (const wrong of [undefined, token, `Bearer ${token}x`, `bearer ${token.slice(1)}`, 'Bearer '])
    assert.equal((await asked(wrong)).statusCode, 404, String(wrong));
  assert.equal((await asked(`Bearer ${token}`)).statusCode, 200);
  const without = await serving(home.house);
  assert.equal(
    (await without.inject({ url: '/metrics', headers: { authorization: 'Bearer ' } })).statusCode,
    404,
  );
  assert.equal(
    (await without.inject({ url: '/metrics', headers: { authorization: 'Bearer undefined' } })).statusCode,
    404,
  );
});

test('metrics count requests by route, connections, jobs and audit entries, and name no partnership and no address', async () => {
  const app = await serving(home.house, token);
  await app.inject(`/governance/agencies/${fern.id}?text=fern`);
  await app.inject('/nowhere/at-all');
  await owner.query(
    `insert into kernel.job (partnership_id, kind, payload, state, run_after) values
      ($1, 'x.a', '{}', 'waiting', now() - interval '1 hour'), ($1, 'x.b', '{}', 'waiting', now() + interval '1 hour'),
      ($1, 'x.c', '{}', 'failed', now()), ($1, 'x.d', '{}', 'done', now())`,
    [fern.id],
  );
  const { body } = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } });
  const value = (name: string) => Number(new RegExp(`^golden_thread_${name} (\\S+)$`, 'm').exec(body)?.[1]);
  assert.equal(value('jobs_waiting'), 2);
  assert.equal(value('jobs_failed'), 1);
  assert(value('oldest_job_seconds') >= 3600 && value('oldest_job_seconds') < 3700);
  const { rows } = await owner.query<{ entries: string }>(
    'select count(*) as entries from kernel.audit_entry',
  );
  assert(value('audit_entries') > 0);
  assert.equal(value('audit_entries'), Number(rows[0]?.entries));
  assert.equal(value('database_up'), 1);
  assert.equal(value('database_connections_limit'), 5);
  assert(value('database_connections') > 0);
  assert.match(
    body,
    /request_duration_seconds_count\{method="GET",route="\/governance\/agencies\/:id",status="303"\} 1/,
  );
  assert.match(body, /request_duration_seconds_count\{method="GET",route="none",status="404"\} 1/);
  assert.match(body, /^process_resident_memory_bytes /m);
  assert.doesNotMatch(body, /fern|nowhere|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('metrics are still given while the database is away, and say that it is', async () => {
  const pool = openPool('postgres://golden_thread_login@127.0.0.1:1/thread');
  const app = await serving({ ...home.house, pool }, token);
  const { body, statusCode } = await app.inject({
    url: '/metrics',
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(statusCode, 200);
  assert.match(body, /^golden_thread_database_up 0$/m);
  assert.doesNotMatch(body, /^golden_thread_jobs_waiting/m);
});
