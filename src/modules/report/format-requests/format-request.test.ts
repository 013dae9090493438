import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import { ChangedMeanwhile, Conflict, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import {
  addFormatRequest,
  answerFormatRequest,
  listFormatRequests,
  readFormatRequest,
} from './format-request.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

const asked = {
  year: '2024-25',
  format: 'language' as const,
  wish: 'Polish',
  asked_on: '2025-09-01',
  lies_in: 'The partnership’s mailbox, 1 September',
};
const answer = {
  outcome: 'sent' as const,
  answered_on: testClock.today,
  answer: 'A translation of the summary.',
};
const add = (more: object = {}, request = fern.manager) =>
  resultOf(home.house, addFormatRequest, request, { ...asked, ...more });

test('a request waits at the head of the list until it is answered, once', async () => {
  const old = await add();
  const young = await add({ format: 'large-print', asked_on: '2025-09-10' });
  const order = async () =>
    (await resultOf(home.house, listFormatRequests, fern.manager, {})).map(({ id }) => id);
  assert.deepEqual(await order(), [young.id, old.id]);
  const given = { ...answer, id: young.id, seen_revision: 1 };
  await resultOf(home.house, answerFormatRequest, fern.manager, given);
  assert.deepEqual(await order(), [old.id, young.id]);
  await assert.rejects(
    resultOf(home.house, answerFormatRequest, fern.manager, { ...given, seen_revision: 2 }),
    /answered on 15 September 2025 already/,
  );
});

test('days that cannot be are refused: asked tomorrow, answered before it was asked', async () => {
  await assert.rejects(add({ asked_on: '2025-09-16' }), Conflict);
  const { id } = await add();
  await assert.rejects(
    resultOf(home.house, answerFormatRequest, fern.manager, {
      ...answer,
      id,
      answered_on: '2025-08-31',
      seen_revision: 1,
    }),
    /cannot have been answered before/,
  );
});

test('of two who answer at once, the second is told; another partnership and a member reach nothing', async () => {
  const { id } = await add();
  await resultOf(home.house, readFormatRequest, fern.manager, { id });
  const two = await Promise.allSettled(
    [1, 2].map(() =>
      resultOf(home.house, answerFormatRequest, fern.manager, { ...answer, id, seen_revision: 1 }),
    ),
  );
  const refused = two.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 1);
  const reason: unknown = refused[0]?.reason;
  assert(reason instanceof ChangedMeanwhile || reason instanceof Conflict);
  await assert.rejects(resultOf(home.house, readFormatRequest, marl.manager, { id }), NotFound);
  const member = await fern.personWith('member');
  await assert.rejects(add({}, member), NotAllowed);
  await assert.rejects(resultOf(home.house, listFormatRequests, member, {}), NotAllowed);
});
