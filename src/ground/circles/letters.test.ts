import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import { command } from '../../kernel/operation/operation.ts';
import type { Room } from '../../kernel/records/room.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { addPerson } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testClock, testHouse } from '../testing.ts';
import { sendLetter, sendLetterKind, writeTo } from './letters.ts';

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

const ask = command({
  name: 'governance.ask',
  summary: 'Asks for letters',
  permission: 'governance.write',
  input: z.strictObject({ people: z.array(z.string()) }),
  run: ({ write }, payload) => write.enqueue('x.letters', payload),
});

test('an address that fails is tried again by itself: nobody else gets their letter twice', async () => {
  const people: string[] = [];
  for (const email of ['ok@example.org', 'broken@example.org', 'fine@example.org'])
    people.push((await resultOf(home.house, addPerson, fern.manager, { name: email, email })).id);
  const room: Room = {
    name: 'x',
    title: 'X',
    operations: [],
    pages: [],
    records: [],
    jobs: {
      'x.letters': async (context) => {
        const rows = people.map((person_id, i) => ({ person_id, email: `${i}@example.org`, agency_ids: [] }));
        await writeTo(context, rows, {
          subject: 'Something to see',
          path: '/x',
          says: 'There is something.',
        });
      },
      [sendLetterKind]: sendLetter,
    },
  };
  const sent: string[] = [];
  const mail = {
    send: ({ to }: { to: string }) =>
      to.startsWith('broken') ? Promise.reject(new Error('full')) : Promise.resolve(void sent.push(to)),
  };
  await resultOf(home.house, ask, fern.manager, { people });
  for (let round = 0; round < 3; round++) {
    await workThrough({ ...home.house, mail }, [room], () => testClock);
    await owner.query("update kernel.job set run_after = now() where state = 'waiting'");
  }
  assert.deepEqual(sent.toSorted(), ['fine@example.org', 'ok@example.org']);
});
