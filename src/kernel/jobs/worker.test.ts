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
import { command, query } from '../operation/operation.ts';
import { Conflict, NotAllowed } from '../operation/refusals.ts';
import type { Job, Room } from '../records/room.ts';
import { noMail } from '../mail/mail.ts';
import { rooms } from '../../modules/index.ts';
import { failedWorkNeeds, listFailedWork, retryJob } from './failed-work.operations.ts';
import { browsing } from '../../ground/browsing/testing.ts';
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

const home_items = query({
  name: 'governance.needs',
  summary: 'What the home page says of work that failed',
  permission: 'governance.read',
  input: z.strictObject({}),
  run: failedWorkNeeds,
});

test('work that was given up stands on a page and a home page, without words that anybody typed, and is tried again', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.quotes', fails: false });
  const quotes: Job = async ({ db }) => {
    await db.text("select 'Dot Quillfeather'::uuid", []);
  };
  await owner.query("update kernel.job set attempts = 4 where kind = 'x.quotes'");
  await work({ 'x.quotes': quotes });
  const listed = await resultOf(home.house, listFailedWork, fern.manager, {});
  const failed = listed.work.find(({ kind }) => kind === 'x.quotes');
  assert(failed);
  assert.match(failed.problem ?? '', /fault in the program/);
  assert.doesNotMatch(JSON.stringify(listed), /Quillfeather/);
  const [item] = await resultOf(home.house, home_items, fern.manager, {});
  assert.match(item?.text ?? '', /did not happen/);
  const scrutineer = await fern.personWith('independent-scrutineer');
  assert.equal((await resultOf(home.house, listFailedWork, scrutineer, {})).work.length, listed.work.length);
  assert.deepEqual(await resultOf(home.house, home_items, scrutineer, {}), []);
  await assert.rejects(resultOf(home.house, retryJob, scrutineer, { id: failed.id }), NotAllowed);
  const marl = await home.partnership('marl');
  await assert.rejects(resultOf(home.house, retryJob, marl.manager, { id: failed.id }), Conflict);
  await resultOf(home.house, retryJob, fern.manager, { id: failed.id });
  await work({ 'x.quotes': async () => undefined });
  assert.deepEqual(await jobsOf('x.quotes'), [{ state: 'done', attempts: 1, problem: null }]);
  await assert.rejects(resultOf(home.house, retryJob, fern.manager, { id: failed.id }), Conflict);
});

test('where no letter can leave, its job is done with a note and is no failure; what it wrote is undone', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.send-note', fails: false });
  const note: Job = async ({ house, write }) => {
    await write.insert('kernel.circle', { name: 'A secret for the letter', purpose: 'Never' });
    await house.mail.send({ to: 'a@example.org', subject: 'x', text: 'x' });
  };
  await workThrough({ ...home.house, mail: noMail }, roomWith({ 'x.send-note': note }), () => testClock);
  const [job] = await jobsOf('x.send-note');
  assert.deepEqual([job?.state, job?.attempts], ['done', 1]);
  assert.match(job?.problem ?? '', /No mail server is set/);
  const { rowCount } = await owner.query(
    "select 1 from kernel.circle where name = 'A secret for the letter'",
  );
  assert.equal(rowCount, 0);
  assert.equal((await resultOf(home.house, listFailedWork, fern.manager, {})).letters_not_sent, 1);
});

test('no letter leaves a demonstration, whatever mail is set', async () => {
  await owner.query('update kernel.partnership set demonstration = true where id = $1', [fern.id]);
  await resultOf(home.house, ask, fern.manager, { kind: 'x.send-invented', fails: false });
  const sent = home.letters.length;
  await work({
    'x.send-invented': ({ house }) => house.mail.send({ to: 'a@example.org', subject: 'x', text: 'x' }),
  });
  await owner.query('update kernel.partnership set demonstration = false where id = $1', [fern.id]);
  assert.equal(home.letters.length, sent);
  assert.match((await jobsOf('x.send-invented'))[0]?.problem ?? '', /demonstration/);
});

test('only a job that is named for it sends a letter', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.other', fails: false });
  await work({
    'x.other': ({ house }) => house.mail.send({ to: 'a@example.org', subject: 'x', text: 'x' }),
  });
  assert.match((await jobsOf('x.other'))[0]?.problem ?? '', /not one that sends a letter/);
  const kinds = rooms
    .flatMap((room) => Object.keys(room.jobs ?? {}))
    .filter((kind) => /\.(send|tell)-/.test(kind));
  assert(kinds.includes('circles.send-letter') && kinds.includes('audit.send-anchor'), kinds.join(' '));
});

test('the page lists the work that was given up, and its button asks for it once more', async () => {
  await resultOf(home.house, ask, fern.manager, { kind: 'x.on-the-page', fails: false });
  await owner.query(
    "update kernel.job set state = 'failed', attempts = 5, problem = 'no paper' where kind = 'x.on-the-page'",
  );
  const { rows } = await owner.query("select id from kernel.job where kind = 'x.on-the-page'");
  const site = await browsing(home, rooms);
  const manager = await site.as(fern.manager);
  const page = await manager.get('/audit/failed-work');
  assert.match(page.body, /X: on the page/);
  const address = `/audit/failed-work/${rows[0].id}/again`;
  assert(page.body.includes(address));
  const sent = await manager.fill(address, {});
  assert.equal(sent.location, '/audit/failed-work');
  await site.close();
  assert.equal((await jobsOf('x.on-the-page'))[0]?.state, 'waiting');
});
