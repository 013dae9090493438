// What the calendar asks for is asked for once in each partnership and period, whoever looks and however often.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type TestHouse, testHouse } from '../../ground/testing.ts';
import type { House } from '../operation/perform.ts';
import type { Room } from '../records/room.ts';
import { askWhatIsDue } from './schedule.ts';

const rooms: Room[] = [
  {
    name: 'x',
    title: 'X',
    operations: [],
    pages: [],
    records: [],
    schedule: { 'x.each-day': 'daily', 'x.each-month': 'monthly' },
  },
];

let home: TestHouse;
let owner: pg.Client;
/** Each process has a house of its own over the one database. */
const process = (): House => ({ ...home.house });

async function asked(short_name: string): Promise<string[]> {
  const { rows } = await owner.query<{ asked: string }>(
    `select j.kind || ' ' || (j.payload ->> 'period') as asked
     from kernel.job j join kernel.partnership p on p.id = j.partnership_id
     where p.short_name = $1 and j.kind like 'x.%' order by 1`,
    [short_name],
  );
  return rows.map((row) => row.asked);
}

before(async () => {
  home = await testHouse();
  await home.partnership('fern');
  await home.partnership('marl');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await home.close();
});

const september = ['x.each-day 2025-09-15', 'x.each-month 2025-09'];

test('two workers that ask at the same moment ask once for each partnership, day and month', async () => {
  await Promise.all(
    [process(), process(), process(), process()].map((one) => askWhatIsDue(one, rooms, '2025-09-15')),
  );
  assert.deepEqual(await asked('fern'), september);
  assert.deepEqual(await asked('marl'), september);
});

test('a process that was started again the same day does not ask again', async () => {
  await askWhatIsDue(process(), rooms, '2025-09-15');
  assert.deepEqual(await asked('fern'), september);
});

test('a partnership founded later the same day is asked about by a process that starts after, and by none before twice', async () => {
  const early = process();
  await askWhatIsDue(early, rooms, '2025-09-15');
  await home.partnership('late');
  await askWhatIsDue(process(), rooms, '2025-09-15');
  assert.deepEqual(await asked('late'), september);
  await askWhatIsDue(early, rooms, '2025-09-15');
  assert.deepEqual(await asked('late'), september);
});

test('the next day asks for the daily job alone, and the next month for both', async () => {
  const running = process();
  await askWhatIsDue(running, rooms, '2025-09-16');
  await askWhatIsDue(running, rooms, '2025-09-16');
  assert.deepEqual(await asked('marl'), [
    'x.each-day 2025-09-15',
    'x.each-day 2025-09-16',
    'x.each-month 2025-09',
  ]);
  await askWhatIsDue(running, rooms, '2025-10-01');
  assert.deepEqual(await asked('marl'), [
    'x.each-day 2025-09-15',
    'x.each-day 2025-09-16',
    'x.each-day 2025-10-01',
    'x.each-month 2025-09',
    'x.each-month 2025-10',
  ]);
});

test('where the job cannot be written the period is not marked, and the next look asks', async () => {
  await owner.query(
    `alter table kernel.job add constraint no_more check (kind <> 'x.each-day' or run_after < '2000-01-01') not valid`,
  );
  const running = process();
  await assert.rejects(askWhatIsDue(running, rooms, '2025-11-01'));
  await owner.query('alter table kernel.job drop constraint no_more');
  await askWhatIsDue(running, rooms, '2025-11-01');
  for (const name of ['fern', 'marl', 'late'])
    assert.deepEqual((await asked(name)).slice(-1), ['x.each-month 2025-11'], name);
});
