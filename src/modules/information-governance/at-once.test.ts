// Two people at once, and somebody who comes in between: with holds, disposals and what belongs to a record.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testClock } from '../../ground/testing.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { type KeepingHouse, keepingHouse, kind } from './testing.ts';

let house: KeepingHouse;
before(async () => {
  house = await keepingHouse();
});
after(() => house.close());

const hold = { kind: null, reason: 'An inquiry', from_on: testClock.today, scope: 'record' };

async function agreed(declaration = kind): Promise<string> {
  const { id } = await house.act(house.fern.manager, 'information.propose-disposal', {
    declaration,
    reason: 'Over',
  });
  await house.act(house.second, 'information.agree-disposal', { id });
  return id;
}

const waiting = async () =>
  (
    await house.owner.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
  ).rowCount ?? 0;

test('two people who carry out one disposal at once: one does, the other is told', async () => {
  await house.oldChild('Snark');
  const id = await agreed();
  const answers = await Promise.allSettled([
    house.act(house.second, 'information.carry-out-disposal', { id }),
    house.act(house.fern.manager, 'information.carry-out-disposal', { id }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  assert(refused.reason instanceof Conflict, String(refused.reason));
  assert.match(refused.reason.message, /carried out/);
});

test('agreeing and cancelling at once: one of them, and the other is told', async () => {
  await house.oldChild('Boojum');
  const { id } = await house.act(house.fern.manager, 'information.propose-disposal', {
    declaration: kind,
    reason: 'Over',
  });
  const answers = await Promise.allSettled([
    house.act(house.second, 'information.agree-disposal', { id }),
    house.act(house.fern.manager, 'information.cancel-disposal', { id, reason: 'Still needed' }),
  ]);
  for (const answer of answers) if (answer.status === 'rejected') assert(answer.reason instanceof Conflict);
  const { state } = await house.act(house.second, 'information.read-disposal', { id });
  if (state === 'agreed') await house.act(house.second, 'information.cancel-disposal', { id, reason: 'x' });
  await assert.rejects(house.act(house.second, 'information.carry-out-disposal', { id }), Conflict);
  await house.disposeAll();
});

test('a hold placed while a disposal is being carried out never looks as if it held what is gone', async () => {
  const child = await house.oldChild('Jubjub');
  const id = await agreed();
  const blocker = new pg.Client(house.home.ownerUrl);
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('select from children.child where id = $1 for update', [child]);
  const carriedOut = house.act(house.second, 'information.carry-out-disposal', { id });
  while ((await waiting()) < 1) await new Promise(setImmediate);
  const placed = house.act(house.second, 'information.place-hold', {
    ...hold,
    ref: `children.child/${child}`,
  });
  const tooEarly = placed.then(
    () => true,
    () => true,
  );
  const waits = async () => (await waiting()) > 1;
  while (!(await waits()) && !(await Promise.race([tooEarly, new Promise(setImmediate)]))) continue;
  await blocker.query('commit');
  await blocker.end();
  await carriedOut;
  await assert.rejects(placed, /disposed of on 15 September 2025/);
});

test('a hold on a record that is not there is refused, because it would hold nothing', async () => {
  const nobody = 'children.child/01900000-0000-7000-8000-00000000abcd';
  await assert.rejects(
    house.act(house.second, 'information.place-hold', { ...hold, ref: nobody }),
    (error: unknown) => error instanceof InvalidInput && 'ref' in error.fields,
  );
});

test('what belongs to a held record is held with it, also where it has a retention of its own', async () => {
  const child = await house.oldChild('Bandersnatch');
  const ref = `children.child/${child}`;
  await house.owner.query(
    `with written as (insert into circles.move (partnership_id, id, revision, entry_id, circle_id, ref, reason, moved_on)
       select partnership_id, uuidv7(), 1, entry_id, circle_id, $2, 'About Bandersnatch', '2010-01-01'
       from children.child where id = $1 returning *)
     insert into circles.move_history select * from written`,
    [child, ref],
  );
  const moves = 'What was asked of originators, and records moved between circles';
  const list = await agreed(moves);
  const placed = await house.act(house.second, 'information.place-hold', { ...hold, ref });
  await assert.rejects(
    house.act(house.second, 'information.carry-out-disposal', { id: list }),
    /under a legal hold now/,
  );
  await house.act(house.second, 'information.cancel-disposal', { id: list, reason: 'Held' });
  await house.act(house.second, 'information.lift-hold', { id: placed.id, reason: 'Over' });
  const wide = { ...hold, scope: 'kind', ref: null, kind: 'children.child' };
  const kindHold = await house.act(house.second, 'information.place-hold', wide);
  await assert.rejects(agreed(moves), Conflict);
  await house.act(house.second, 'information.lift-hold', { id: kindHold.id, reason: 'Over' });
  const again = await agreed(moves);
  await house.act(house.second, 'information.carry-out-disposal', { id: again });
});
