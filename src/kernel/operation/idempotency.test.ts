import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { workThrough } from '../jobs/worker.ts';
import { kernelRoom } from '../kernel-room.ts';
import { Conflict } from './refusals.ts';

const school = { kind: 'relevant-agency', legal_type: 'school' } as const;
let home: TestHouse;
let fern: TestPartnership;
let owner: pg.Client;

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

test('an answer is kept for thirty days and then emptied; its key is refused from then on', async () => {
  const send = (key: string, name: string) =>
    resultOf(home.house, addAgency, { ...fern.manager, key }, { ...school, name });
  await send('old', 'Ash School');
  const young = await send('young', 'Beech School');
  await owner.query(`update kernel.request set at = case key when 'old' then $1 else $2 end::timestamptz`, [
    '2025-08-16T08:59:00Z',
    '2025-08-16T09:01:00Z',
  ]);
  await workThrough(home.house, [kernelRoom], () => testClock);
  const { rows } = await owner.query('select key, result from kernel.request order by key');
  assert.deepEqual(rows, [
    { key: 'old', result: null },
    { key: 'young', result: { id: young.id } },
  ]);
  await assert.rejects(send('old', 'Ash School'), Conflict);
  assert.deepEqual(await send('young', 'Beech School'), young);
});
