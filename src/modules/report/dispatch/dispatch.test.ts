import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import { query } from '../../../kernel/operation/operation.ts';
import { ChangedMeanwhile, Conflict, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { startEdition } from '../edition.operations.ts';
import { reportRoom } from '../index.ts';
import { readCoverage } from '../report.operations.ts';
import { publishReport } from '../testing.ts';
import { askedRecipients, kindNamed, standingOf } from './dispatch.ts';
import {
  acknowledgeDispatch,
  dropDispatch,
  planDispatch,
  readDispatch,
  readDispatches,
  recordDispatch,
  sendDispatch,
} from './dispatch.operations.ts';

const year = '2024-25';
let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  await publishReport(home, fern, year);
  await resultOf(home.house, startEdition, marl.manager, { year });
});
after(() => home.close());

const listed = async (of = fern) => resultOf(home.house, readDispatches, of.manager, { year });
const plan = (recipient: string, more: object = {}) =>
  resultOf(home.house, planDispatch, fern.manager, {
    year,
    recipient_kind: 'board',
    recipient,
    form: 'file',
    ...more,
  });
const revisionOf = async (id: string) =>
  (await resultOf(home.house, readDispatch, fern.manager, { id })).revision;

test('Working Together asks for the Panel and the What Works centre, by a day that is never called missed while it is unconfirmed', async () => {
  const { missing } = await listed();
  assert.deepEqual(
    missing.map(({ recipient_kind, due_on }) => [recipient_kind, due_on]),
    [
      ['panel', '2025-09-22'],
      ['what-works', '2025-09-22'],
    ],
  );
  const late = askedRecipients('WT2023', '2025-01-01');
  for (const { due_on, verified } of late) {
    const open = { due_on, sent_on: null, acknowledged_on: null, dropped_on: null };
    assert.equal(standingOf(open, '2025-09-15', verified), 'check');
    assert.equal(standingOf(open, '2025-09-15', true), 'late');
  }
});

test('a recipient is planned with form and day, sent, and what came back is kept', async () => {
  const { id } = await plan('Health and Wellbeing Board', { form: 'cover-paper', due_on: '2025-09-20' });
  const standing = async () => (await listed()).rows.find((row) => row.id === id)?.standing;
  assert.equal(await standing(), 'due');
  const back = { id, acknowledged_on: testClock.today, acknowledgement: 'Noted.' };
  await assert.rejects(
    resultOf(home.house, acknowledgeDispatch, fern.manager, { ...back, seen_revision: 1 }),
    /Record first when it was sent/,
  );
  const sent = { id, sent_on: testClock.today, method: 'E-mail', seen_revision: await revisionOf(id) };
  await resultOf(home.house, sendDispatch, fern.manager, sent);
  await assert.rejects(resultOf(home.house, sendDispatch, fern.manager, sent), Conflict);
  assert.equal(await standing(), 'sent');
  await assert.rejects(
    resultOf(home.house, acknowledgeDispatch, fern.manager, { ...back, seen_revision: 1 }),
    ChangedMeanwhile,
  );
  await resultOf(home.house, acknowledgeDispatch, fern.manager, {
    ...back,
    seen_revision: await revisionOf(id),
  });
  assert.equal(await standing(), 'acknowledged');
});

test('nothing was sent before it was published, nor from a report that is not', async () => {
  const sent = { year, recipient: 'Child Safeguarding Practice Review Panel', method: 'E-mail' };
  await assert.rejects(
    resultOf(home.house, recordDispatch, fern.manager, { ...sent, sent_on: '2025-09-01' }),
    /before it was published/,
  );
  await assert.rejects(
    resultOf(home.house, recordDispatch, marl.manager, { ...sent, sent_on: testClock.today }),
    /Publish the report first/,
  );
  const { id } = await resultOf(home.house, planDispatch, marl.manager, {
    year,
    recipient_kind: 'panel',
    recipient: sent.recipient,
    form: 'file',
  });
  assert.deepEqual(
    (await listed(marl)).missing.map(({ recipient_kind }) => recipient_kind),
    ['what-works'],
  );
  await assert.rejects(
    resultOf(home.house, sendDispatch, marl.manager, {
      id,
      sent_on: testClock.today,
      method: 'Post',
      seen_revision: 1,
    }),
    /Publish the report first/,
  );
});

test('whom a name means is read from it, and a panel of the council is not the national Panel', () => {
  for (const name of ['Child Safeguarding Practice Review Panel', 'The National Panel', 'the Panel'])
    assert.equal(kindNamed(name), 'panel', name);
  for (const name of ['Foundations', 'What Works for Children’s Social Care'])
    assert.equal(kindNamed(name), 'what-works', name);
  for (const name of ['Corporate Parenting Panel', 'Health and Wellbeing Board'])
    assert.equal(kindNamed(name), null);
});

test('only what was sent counts for the duty to send copies', async () => {
  const status = async () =>
    (await resultOf(home.house, readCoverage, fern.manager, { year })).find(({ id }) => id === 'YR23-18')
      ?.status;
  const { id } = await plan('Child Safeguarding Practice Review Panel', { recipient_kind: 'panel' });
  assert.equal(await status(), 'missing');
  const sent = { id, sent_on: testClock.today, method: 'E-mail', seen_revision: 1 };
  await resultOf(home.house, sendDispatch, fern.manager, sent);
  assert.equal(await status(), 'partly');
});

test('a planned recipient who need not have it stays on the list with the reason, and nothing can be sent to them', async () => {
  const { id } = await plan('Council cabinet');
  const reason = 'The committee has it already.';
  await resultOf(home.house, dropDispatch, fern.manager, { id, seen_revision: 1, reason });
  const row = (await listed()).rows.find((one) => one.id === id);
  assert.deepEqual([row?.standing, row?.dropped_reason], ['dropped', reason]);
  await assert.rejects(
    resultOf(home.house, sendDispatch, fern.manager, {
      id,
      sent_on: testClock.today,
      method: 'Post',
      seen_revision: 2,
    }),
    /need not have it/,
  );
});

test('another partnership’s recipients are not there, and a member plans none', async () => {
  const { id } = await plan('Corporate parenting board');
  await assert.rejects(resultOf(home.house, readDispatch, marl.manager, { id }), NotFound);
  const member = await fern.personWith('member');
  await assert.rejects(
    resultOf(home.house, planDispatch, member, {
      year,
      recipient_kind: 'board',
      recipient: 'A board',
      form: 'file',
    }),
    NotAllowed,
  );
});

test('the home page asks whoever publishes to send it on, and nobody else', async () => {
  const asked = query({
    name: 'report.needs-you',
    summary: 'What the report asks of this person',
    permission: 'report.read',
    input: z.strictObject({}),
    run: async (context) => (await reportRoom.needsYou?.(context))?.map(({ text }) => text) ?? [],
  });
  const needs = (request: typeof fern.manager) => resultOf(home.house, asked, request, {});
  assert((await needs(fern.manager)).includes('Send the yearly report for 2024/25'));
  assert(!(await needs(await fern.personWith('member'))).some((text) => text.startsWith('Send')));
});
