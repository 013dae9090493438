import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { moveFinding, readFinding } from '../../ground/thread/finding.operations.ts';
import { resultOf, testClock } from '../../ground/testing.ts';
import { verifyTrail } from '../../kernel/audit-trail/audit-trail.operations.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { perform } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { readReceived, takeIn } from './received.operations.ts';
import { readShared, share, withdrawShared } from './sharing.operations.ts';
import { acceptBody, addHome, endAcceptance } from './standing.operations.ts';
import {
  accept,
  type Areas,
  arrived,
  circleOf,
  finding,
  inbox,
  makeAreas,
  outbox,
  received,
  rooms,
  send,
  work,
} from './testing.ts';

let areas: Areas;
let owner: pg.Client;
const idOf = (ref: string) => ref.split('/')[1] ?? '';

before(async () => {
  areas = await makeAreas();
  owner = new pg.Client(areas.home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await areas.home.close();
});

test('a copy arrives whole, with who sent it and from where, and in the chains of both audit trails', async () => {
  const { home, panel, fern } = areas;
  const { ref, sharing, copy } = await arrived(areas, 'Safer sleep advice comes too late');
  assert.equal(
    copy.copy.content?.shape === 'statement' && copy.copy.content.text,
    'Safer sleep advice comes too late: what was found.',
  );
  assert.equal(copy.copy.source_title, 'Panel, 2 June 2025');
  assert.deepEqual(
    [copy.origin_name, copy.origin_ref, copy.origin_revision, copy.sent_by, copy.sent_by_role, copy.state],
    ['panel partnership', ref, 1, 'Business manager', 'Business manager', 'waiting'],
  );
  assert.equal((await resultOf(home.house, readShared, panel.manager, { id: sharing })).state, 'delivered');
  for (const [partnership, operation] of [
    [panel.id, 'job.joint-bodies.deliver'],
    [fern.id, 'job.joint-bodies.deliver'],
  ]) {
    const { rowCount } = await owner.query(
      'select 1 from kernel.audit_entry where partnership_id = $1 and operation = $2',
      [partnership, operation],
    );
    assert(rowCount, `${partnership}`);
  }
  for (const at of [panel, fern])
    assert.equal((await resultOf(home.house, verifyTrail, at.manager, {})).broken, null);
});

test('a home that has not agreed to it takes nothing; the sender sees why, and can send again when it has', async () => {
  const { home, panel, marl } = areas;
  const ref = await finding(home, panel.manager, 'Interpreters are not called');
  const id = await send(areas, ref, marl);
  await work(home);
  const refused = await resultOf(home.house, readShared, panel.manager, { id });
  assert.deepEqual(
    [refused.state, refused.refusal],
    ['refused', 'marl partnership has not agreed to take copies from this joint body.'],
  );
  assert.deepEqual(await inbox(areas, marl.manager), []);
  const agreed = await accept(home, marl);
  assert.equal(await send(areas, ref, marl), id);
  await work(home);
  assert.deepEqual(
    (await inbox(areas, marl.manager)).map((one) => one.copy.title),
    ['Interpreters are not called'],
  );
  await resultOf(home.house, endAcceptance, marl.manager, { id: agreed, until_on: '2025-09-14' });
  const later = await finding(home, panel.manager, 'Sent after the agreement ended');
  await send(areas, later, marl);
  await work(home);
  assert.equal((await inbox(areas, marl.manager)).length, 1);
});

test('two homes get different copies, and neither meets the other’s', async () => {
  const { home, panel, fern } = areas;
  const tarn = await home.partnership('tarn');
  await resultOf(home.house, addHome, panel.manager, { short_name: 'tarn', from_on: '2025-01-01' });
  await accept(home, tarn);
  await send(areas, await finding(home, panel.manager, 'For Fern alone'), fern);
  await send(areas, await finding(home, panel.manager, 'For Tarn alone'), tarn);
  await work(home);
  assert.deepEqual(
    (await inbox(areas, tarn.manager)).map((one) => one.copy.title),
    ['For Tarn alone'],
  );
  const titles = (await inbox(areas, fern.manager)).map((one) => one.copy.title);
  assert(titles.includes('For Fern alone') && !titles.includes('For Tarn alone'));
});

test('killed between the two commits, or given twice, the job leaves one copy', async () => {
  const { home, panel, fern } = areas;
  const ref = await finding(home, panel.manager, 'Once and once only');
  const sharing = await send(areas, ref, fern);
  const state = () =>
    owner.query<{ id: string; state: string }>(
      `select id, state from kernel.job where partnership_id = $1 and payload ->> 'sharing_id' = $2`,
      [panel.id, sharing],
    );
  // The worker's own transaction is lost after the home's was committed, as when the process is killed there.
  const died = new Error('Killed');
  let inside = 0;
  const dying = {
    ...home.house,
    pool: {
      ...home.pool,
      transaction: ((run, within) => {
        const outer = within === panel.id && inside++ === 0;
        return home.pool.transaction(async (transaction) => {
          const result = await run(transaction);
          if (outer) throw died;
          return result;
        }, within);
      }) as typeof home.pool.transaction,
    },
  };
  await assert.rejects(
    workThrough(dying, rooms, () => testClock),
    died,
  );
  assert(await received(areas, fern.manager, 'Once and once only'));
  assert.equal((await state()).rows[0]?.state, 'waiting');
  assert.equal((await resultOf(home.house, readShared, panel.manager, { id: sharing })).state, 'waiting');
  await work(home);
  assert.equal((await state()).rows[0]?.state, 'done');
  assert.equal((await resultOf(home.house, readShared, panel.manager, { id: sharing })).state, 'delivered');
  await owner.query(`update kernel.job set state = 'waiting' where partnership_id = $1`, [panel.id]);
  await owner.query(`update joint.sharing set state = 'waiting' where id = $1`, [sharing]);
  await work(home);
  const copies = (await inbox(areas, fern.manager)).filter((one) => one.copy.title === 'Once and once only');
  assert.equal(copies.length, 1);
});

test('a version they have is not sent again; a later one arrives as an amendment that shows what changed', async () => {
  const { home, panel, fern } = areas;
  const { ref, copy } = await arrived(areas, 'Seen by three services');
  await assert.rejects(
    send(areas, ref, fern),
    (error: unknown) => error instanceof Conflict && /have this version/.test(error.message),
  );
  await resultOf(home.house, moveFinding, panel.manager, { id: idOf(ref), state: 'answered' });
  await owner.query(`update thread.finding set title = 'Seen by four services' where id = $1`, [idOf(ref)]);
  await send(areas, ref, fern);
  await work(home);
  const amended = await received(areas, fern.manager, 'Seen by four services');
  assert.equal(amended?.amends_id, copy.id);
  const read = await resultOf(home.house, readReceived, fern.manager, { id: amended?.id ?? '' });
  assert.deepEqual(read.changes, [
    { what: 'Title', before: 'Seen by three services', now: 'Seen by four services' },
  ]);
  assert.equal(read.before?.id, copy.id);
});

test('what is withdrawn before it was delivered never arrives', async () => {
  const { home, panel, fern } = areas;
  const sharing = await send(areas, await finding(home, panel.manager, 'Never sent'), fern);
  await resultOf(home.house, withdrawShared, panel.manager, { id: sharing, reason: 'Sent by mistake.' });
  await work(home);
  assert.equal(await received(areas, fern.manager, 'Never sent'), undefined);
  assert.equal((await resultOf(home.house, readShared, panel.manager, { id: sharing })).state, 'refused');
});

test('what few may see goes only with a reason, into a circle the home named for it, and to nobody outside it', async () => {
  const { home, panel } = areas;
  const reed = await home.partnership('reed');
  await resultOf(home.house, addHome, panel.manager, { short_name: 'reed', from_on: '2025-01-01' });
  const own = await circleOf(home, panel, 'Panel members', [panel.manager]);
  const there = await circleOf(home, reed, 'Child deaths', [reed.manager]);
  await accept(home, reed, there);
  const ref = await finding(home, panel.manager, 'Only for the circle', own);
  await assert.rejects(
    send(areas, ref, reed),
    (error: unknown) =>
      error instanceof InvalidInput && 'reason' in error.fields && 'home_circle' in error.fields,
  );
  const id = await send(areas, ref, reed, { reason: 'It happened there.', home_circle: 'Another circle' });
  await work(home);
  const refused = await resultOf(home.house, readShared, panel.manager, { id });
  assert.match(refused.refusal ?? '', /“Another circle” is not it/);
  await send(areas, ref, reed, { reason: 'It happened there.', home_circle: 'child deaths' });
  await work(home);
  const [copy] = await inbox(areas, reed.manager);
  assert.deepEqual([copy?.copy.title, copy?.circle], ['Only for the circle', 'Child deaths']);
  const outside = await reed.personWith('independent-chair');
  assert.deepEqual(await inbox(areas, outside), []);
  await assert.rejects(resultOf(home.house, readReceived, outside, { id: copy?.id ?? '' }), NotFound);
  const stranger = await panel.personWith('independent-chair');
  await assert.rejects(resultOf(home.house, readShared, stranger, { id }), NotFound);
  await assert.rejects(
    resultOf(home.house, share, stranger, {
      ref,
      home_id: reed.id,
      reason: 'A reason',
      home_circle: 'Child deaths',
    }),
    (error: unknown) => error instanceof InvalidInput && 'ref' in error.fields,
  );
  const { ref: taken } = await resultOf(home.house, takeIn, reed.manager, {
    id: copy?.id ?? '',
    as: 'finding',
  });
  await assert.rejects(resultOf(home.house, readFinding, outside, { id: idOf(taken) }), NotFound);
});

test('a withdrawal finds a copy that the home moved to another circle since', async () => {
  const { home, panel } = areas;
  const beck = await home.partnership('beck');
  await resultOf(home.house, addHome, panel.manager, { short_name: 'beck', from_on: '2025-01-01' });
  await accept(home, beck);
  const sharing = await send(areas, await finding(home, panel.manager, 'Moved there'), beck);
  await work(home);
  const [copy] = await inbox(areas, beck.manager);
  const circle = await circleOf(home, beck, 'Later closed', [beck.manager]);
  for (const table of ['joint.received_copy', 'joint.received_copy_history'])
    await owner.query(`update ${table} set circle_id = $2 where id = $1`, [copy?.id, circle]);
  await resultOf(home.house, withdrawShared, panel.manager, { id: sharing, reason: 'It was wrong.' });
  await work(home);
  assert.equal((await inbox(areas, beck.manager))[0]?.withdrawn_reason, 'It was wrong.');
});

test('nobody of a home reads anything of the joint body, by no operation and no id', async () => {
  const { home, panel, fern } = areas;
  const { ref, sharing } = await arrived(areas, 'Looked for from outside');
  const ids = [idOf(ref), sharing, panel.id];
  for (const operation of rooms.flatMap((room) => room.operations)) {
    if (operation.kind !== 'query') continue;
    for (const input of [{}, ...ids.map((id) => ({ id })), { ref }]) {
      const answer = await perform(home.house, operation, fern.manager, input).catch((error: unknown) => {
        if (error instanceof NotFound || error instanceof InvalidInput || error instanceof NotAllowed)
          return undefined;
        throw error;
      });
      const text = JSON.stringify(answer?.result ?? null).replaceAll(`"${ref}"`, '');
      assert(!text.includes(sharing) && !text.includes(`"id":"${idOf(ref)}"`), operation.name);
    }
  }
});

test('each side keeps to its own: a home sends nothing, a joint body takes nothing, and unknown partnerships are refused', async () => {
  const { home, panel, fern } = areas;
  const own = await finding(home, fern.manager, 'Of Fern itself');
  await assert.rejects(resultOf(home.house, share, fern.manager, { ref: own, home_id: fern.id }), Conflict);
  await assert.rejects(
    resultOf(home.house, acceptBody, panel.manager, {
      short_name: 'panel',
      from_on: '2025-01-01',
      agreed_by: 'Nobody',
    }),
    Conflict,
  );
  for (const short_name of ['nowhere', 'panel']) {
    await assert.rejects(
      resultOf(home.house, addHome, panel.manager, { short_name, from_on: '2025-01-01' }),
      (error: unknown) => error instanceof InvalidInput && 'short_name' in error.fields,
    );
  }
  const member = await panel.personWith('member');
  await assert.rejects(resultOf(home.house, share, member, { ref: own, home_id: fern.id }), NotAllowed);
  assert((await outbox(areas)).every((one) => one.copy.title !== 'Of Fern itself'));
});
