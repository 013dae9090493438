// The server's clock is set back by two days, by hand or by a broken battery. Nothing is lost, nothing is done twice, the trail
// stays whole and in its order, and nobody stays signed in for longer than the limits say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { addAgency, changeAgency } from '../ground/governance/agency.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../ground/testing.ts';
import { findSession, startSession } from '../kernel/access/session.ts';
import { verifyChain } from '../kernel/audit-trail/verify.ts';
import { workThrough } from '../kernel/jobs/worker.ts';
import type { Job, Room } from '../kernel/records/room.ts';

const late = { today: '2025-09-17', now: '2025-09-17T09:00:00.000Z' };
const early = { today: '2025-09-15', now: '2025-09-15T09:00:00.000Z' };
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

test('what is written after the clock went back follows what was written before it, in trail and history', async () => {
  const then = { ...fern.manager, clock: late };
  const now = { ...fern.manager, clock: early };
  const { id } = await resultOf(home.house, addAgency, then, { ...school, name: 'Elm School' });
  await resultOf(home.house, changeAgency, then, { ...school, id, name: 'Elm Academy', seen_revision: 1 });
  await resultOf(home.house, changeAgency, now, { ...school, id, name: 'Elm College', seen_revision: 2 });
  const { rows } = await owner.query(
    `select h.revision, e.at from governance.agency_history h
     join kernel.audit_entry e on e.partnership_id = h.partnership_id and e.id = h.entry_id
     where h.id = $1 order by e.seq`,
    [id],
  );
  assert.deepEqual(rows, [
    { revision: 1, at: late.now },
    { revision: 2, at: late.now },
    { revision: 3, at: early.now },
  ]);
  const verified = await home.pool.transaction((transaction) => verifyChain(transaction, fern.id), fern.id);
  assert.equal(verified.broken, null);
});

test('what the calendar asked for is not asked for again when a day comes twice', async () => {
  let done = 0;
  const greet: Job = () => {
    done += 1;
    return Promise.resolve();
  };
  const room: Room = {
    name: 'x',
    title: 'X',
    operations: [],
    pages: [],
    records: [],
    jobs: { 'x.greet': greet },
    schedule: { 'x.greet': 'daily' },
  };
  for (const clock of [early, late, early, late]) {
    await workThrough(home.house, [room], () => clock);
  }
  assert.equal(done, 2);
});

test('a session that was seen by the later clock is over, instead of lasting two days longer', async () => {
  const who = { account_id: null, partnership_id: null, person_id: null };
  const secret = await startSession(home.house, who, new Date(late.now));
  assert(await findSession(home.house, secret, new Date(late.now)));
  assert.equal(await findSession(home.house, secret, new Date(early.now)), undefined);
});
