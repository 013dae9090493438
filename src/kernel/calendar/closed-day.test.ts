import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { listTimescales, settleTimescale } from '../frameworks/local-timescale.operations.ts';
import { Conflict, InvalidInput, NotAllowed } from '../operation/refusals.ts';
import { addClosedDay, findDueDay, listClosedDays } from './closed-day.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

test('a day the administrator closed is not counted, in that partnership alone', async () => {
  const asked = { day: '2025-09-15', working_days: 1 };
  assert.equal((await resultOf(home.house, findDueDay, fern.manager, asked)).day, '2025-09-16');
  await resultOf(home.house, addClosedDay, fern.manager, { on_day: '2025-09-16', name: 'Proclaimed' });
  assert.equal((await resultOf(home.house, findDueDay, fern.manager, asked)).day, '2025-09-17');
  assert.equal((await resultOf(home.house, findDueDay, marl.manager, asked)).day, '2025-09-16');
  assert.deepEqual(await resultOf(home.house, listClosedDays, marl.manager, {}), []);
});

test('a day is closed once, and only by those who look after the calendar', async () => {
  await assert.rejects(
    resultOf(home.house, addClosedDay, fern.manager, { on_day: '2025-09-16', name: 'Again' }),
    Conflict,
  );
  const member = await fern.personWith('member');
  await assert.rejects(
    resultOf(home.house, addClosedDay, member, { on_day: '2025-09-18', name: 'Mine' }),
    NotAllowed,
  );
});

const local = {
  amount: 10,
  unit: 'working-days',
  start_event: null,
  verified: false,
  reason: 'Local procedure',
  source: 'Procedures 4.2',
  in_force_from: '2025-01-01',
  in_force_until: null,
} as const;

test('a limit the law leaves open can be settled locally and is then shown so', async () => {
  await resultOf(home.house, settleTimescale, fern.manager, { ...local, rule_id: 'CP-10' });
  const rule = (await resultOf(home.house, listTimescales, fern.manager, {})).find(
    ({ id }) => id === 'CP-10',
  );
  assert.deepEqual(rule?.limit, { amount: 10, unit: 'working-days' });
  assert.equal(rule?.settled_by?.reason, 'Local procedure');
  const other = (await resultOf(home.house, listTimescales, marl.manager, {})).find(
    ({ id }) => id === 'CP-10',
  );
  assert.equal(other?.settled_by, null);
});

test('a confirmed national limit cannot be bent, and an unknown one is named', async () => {
  for (const rule_id of ['SIN-01', 'XX-99']) {
    await assert.rejects(
      resultOf(home.house, settleTimescale, fern.manager, { ...local, rule_id }),
      (error: unknown) => error instanceof InvalidInput && 'rule_id' in error.fields,
    );
  }
});
