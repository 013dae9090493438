import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { verifyTrail } from '../audit-trail/audit-trail.operations.ts';
import { command } from '../operation/operation.ts';
import type { Job, Room } from '../records/room.ts';
import { workThrough } from './worker.ts';

let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;

const ask = command({
  name: 'governance.ask',
  summary: 'Asks for work, and may fail afterwards',
  permission: 'governance.write',
  input: z.strictObject({ kind: z.string(), fails: z.boolean() }),
  async run({ write }, { kind, fails }) {
    await write.enqueue(kind, { greeting: 'hello' });
    if (fails) throw new Error('the command failed');
    return {};
  },
});

const roomWith = (jobs: Record<string, Job>): Room[] => [
  { name: 'x', title: 'X', operations: [], pages: [], records: [], jobs },
];
const work = (jobs: Record<string, Job>) => workThrough(home.house, roomWith(jobs), () => testClock);
const jobsOf = async (kind: string) =>
  (await owner.query('select state, attempts, problem from kernel.job where kind = $1', [kind])).rows as {
    state: string;
    attempts: number;
    problem: string | null;
  }[];

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await home.close();
});

test('work asked for by a command that failed is never done', async () => {
  await assert.rejects(resultOf(home.house, ask, fern.manager, { kind: 'x.lost', fails: true }));
  assert.deepEqual(await jobsOf('x.lost'), []);
});

test('a job is carried out once, also when several workers look at the same time', async () => {
  const done: unknown[] = [];
  await resultOf(home.house, ask, fern.manager, { kind: 'x.once', fails: false });
  const once: Job = async (_context, payload) => {
    done.push(payload);
  };
  await Promise.all([work({ 'x.once': once }), work({ 'x.once': once }), work({ 'x.once': once })]);
  assert.deepEqual(done, [{ greeting: 'hello' }]);
  assert.equal((await jobsOf('x.once'))[0]?.state, 'done');
});

test('what a job writes leaves its own audit entry, and the chain stays whole', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.writes', fails: false });
  const writes: Job = async ({ write }) => {
    await write.insert('kernel.circle', { name: 'Made by a job', purpose: 'To see it' });
  };
  await work({ 'x.writes': writes });
  const { rows } = await owner.query(
    "select operation, body::jsonb ->> 'via' as via from kernel.audit_entry where operation like 'job.%'",
  );
  assert.deepEqual(rows, [{ operation: 'job.x.writes', via: 'job' }]);
  assert.equal((await resultOf(home.house, verifyTrail, fern.manager, {})).broken, null);
});

test('a job that fails writes nothing, is tried again, and after five attempts waits for a person', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.fails', fails: false });
  const fails: Job = async ({ write }) => {
    await write.insert('kernel.circle', { name: 'Half done', purpose: 'Never' });
    throw new Error('no paper');
  };
  for (let attempt = 1; attempt <= 5; attempt++) {
    await owner.query("update kernel.job set run_after = now() where kind = 'x.fails'");
    await work({ 'x.fails': fails });
    const [job] = await jobsOf('x.fails');
    assert.deepEqual(job, {
      state: attempt < 5 ? 'waiting' : 'failed',
      attempts: attempt,
      problem: 'no paper',
    });
  }
  const { rowCount } = await owner.query("select 1 from kernel.circle where name = 'Half done'");
  assert.equal(rowCount, 0);
});
