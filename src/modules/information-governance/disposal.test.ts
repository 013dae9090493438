import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addChild } from '../../ground/children/child.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testClock } from '../../ground/testing.ts';
import { verifyTrail } from '../../kernel/audit-trail/audit-trail.operations.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, NotAllowed } from '../../kernel/operation/refusals.ts';
import { type KeepingHouse, keepingHouse, kind } from './testing.ts';

let house: KeepingHouse;
let home: TestHouse;
let fern: TestPartnership;
let second: Request;
const act: KeepingHouse['act'] = (...given) => house.act(...given);
const placesOf: KeepingHouse['placesOf'] = (words) => house.placesOf(words);

before(async () => {
  house = await keepingHouse();
  ({ home, fern, second } = house);
});
after(() => house.close());

const due = async (request = second) =>
  (await act(request, 'information.list-due', { declaration: kind }))['chosen'] as {
    records: { ref: string; held: string | null; title: string | null }[];
  };

test('a disposed child’s name is nowhere in the database and the file store, and the chain is whole', async () => {
  const id = await house.oldChild('Quillfeather');
  await house.writeBeside(id, 'About Quillfeather');
  const before = await placesOf('Quillfeather');
  assert.deepEqual(before, [
    'children.child',
    'children.child_history',
    'circles.emergency_access',
    'circles.emergency_access_history',
    'circles.move',
    'circles.move_history',
    'circles.release_request',
    'circles.release_request_history',
    'information.rectification',
    'information.rectification_history',
    'kernel.draft',
    'kernel.file',
    'kernel.file_history',
    'kernel.guest_link',
    'kernel.guest_link_history',
    'kernel.job',
    'kernel.redaction',
    'kernel.redaction_history',
    'kernel.request',
    'the file store',
  ]);
  const listed = await due();
  assert.deepEqual(
    listed.records.map(({ ref, held, title }) => [ref, held, title]),
    [[`children.child/${id}`, null, null]],
  );
  const proposed = await act(fern.manager, 'information.propose-disposal', {
    declaration: kind,
    reason: 'The retention is over',
  });
  await assert.rejects(act(fern.manager, 'information.agree-disposal', { id: proposed.id }), NotAllowed);
  await assert.rejects(act(fern.manager, 'information.carry-out-disposal', { id: proposed.id }), Conflict);
  await act(second, 'information.agree-disposal', { id: proposed.id });
  const done = await act(second, 'information.carry-out-disposal', { id: proposed.id });
  assert.deepEqual(
    [done['records'], done['belonging'], done['files'], done['copies']],
    [1, 7, 1, 4],
    JSON.stringify(done),
  );
  await house.work();
  assert.deepEqual(await placesOf('Quillfeather'), []);
  assert.deepEqual(await placesOf('Xanthippe'), []);
  assert.deepEqual(await placesOf('1990-02-03'), []);
  const checked = await resultOf(home.house, verifyTrail, fern.manager, {});
  assert.equal(checked.broken, null);
  const certificate = await act(second, 'information.read-disposal', { id: proposed.id });
  assert.deepEqual(
    [certificate['state'], certificate['intact'], certificate['agreed_by']],
    ['carried-out', true, 'information-governance-lead'],
  );
  assert.match(String(certificate['list_sha256']), /^[0-9a-f]{64}$/);
  const { rows } = await house.owner.query(
    'select given_name, family_name, born_on, revision from children.child where id = $1',
    [id],
  );
  assert.deepEqual(rows, [{ given_name: 'Record', family_name: 'disposed of', born_on: null, revision: 4 }]);
  assert.deepEqual((await due()).records, [], 'what is disposed of is not due again');
});

test('bytes that a living record still has stay in the store', async () => {
  const id = await house.oldChild('Thimblerigg');
  const living = await resultOf(home.house, addChild, fern.manager, {
    given_name: 'Young',
    family_name: 'Person',
    born_on: '2015-05-05',
    expected_on: null,
    sex: 'male',
    nhs_number: null,
    school_id: null,
    circle_id: house.circle_id,
  });
  await house.attach({ id: living.id, bytes: 'About Thimblerigg', in_circle: true });
  await house.attach({ id, bytes: 'Only of the old child', in_circle: false });
  await house.disposeAll();
  assert.deepEqual(await placesOf('About Thimblerigg'), ['the file store']);
  assert.deepEqual(await placesOf('Only of the old child'), []);
});

test('what is held is on no list, and a hold placed after the agreement stops the disposal whole', async () => {
  const id = await house.oldChild('Mumblecrust');
  const ref = `children.child/${id}`;
  const hold = { ref, kind: null, reason: 'An inquiry into care', from_on: testClock.today };
  const { id: proposed } = await act(fern.manager, 'information.propose-disposal', {
    declaration: kind,
    reason: 'Over',
  });
  await act(second, 'information.agree-disposal', { id: proposed });
  const placed = await act(second, 'information.place-hold', { scope: 'record', ...hold });
  await assert.rejects(
    act(second, 'information.carry-out-disposal', { id: proposed }),
    /One record is under a legal hold now/,
  );
  assert((await placesOf('Mumblecrust')).includes('children.child'));
  await act(second, 'information.cancel-disposal', { id: proposed, reason: 'Held' });
  assert.deepEqual(
    (await due()).records.map(({ held }) => held),
    ['An inquiry into care'],
  );
  await assert.rejects(
    act(fern.manager, 'information.propose-disposal', { declaration: kind, reason: 'Over' }),
    Conflict,
  );
  await act(second, 'information.lift-hold', { id: placed.id, reason: 'The inquiry ended' });
  for (const scope of ['kind', 'everything'] as const) {
    const wide = await act(second, 'information.place-hold', {
      ...hold,
      scope,
      ref: null,
      kind: scope === 'kind' ? 'children.child' : null,
    });
    assert.notEqual((await due()).records[0]?.held, null, scope);
    await act(second, 'information.lift-hold', { id: wide.id, reason: 'Over' });
  }
  await house.disposeAll();
  assert.deepEqual(await placesOf('Mumblecrust'), []);
});

test('the database itself blanks nothing without a warrant of the same act, under a hold, or for another partnership', async () => {
  const id = await house.oldChild('Wobbegong');
  const marl = await home.partnership('marl');
  const blank = (partnership: string, warrant: string) =>
    home.pool.transaction(
      (transaction) =>
        transaction.text('select kernel.blank_record($1, $2, $3, $4, $5, $6, $7)', [
          'children.child',
          id,
          'information.disposed',
          warrant,
          '{"given_name": "x"}',
          '{}',
          '{}',
        ]),
      partnership,
    );
  const { rows } = await house.owner.query('select id from information.disposed limit 1');
  for (const [partnership, warrant] of [
    [fern.id, id],
    [fern.id, rows[0].id],
    [marl.id, rows[0].id],
  ] as const) {
    await assert.rejects(blank(partnership, warrant), { code: '42501' });
  }
  const underHold = home.pool.transaction(async (transaction) => {
    const warrant = randomUUID();
    await transaction.text(
      `with written as (insert into information.legal_hold
         (partnership_id, id, revision, entry_id, scope, reason, from_on, placed_by_id)
         select $1, uuidv7(), 1, uuidv7(), 'everything', 'x', '2025-01-01', p.id from governance.person p
         where p.partnership_id = $1 limit 1 returning *)
       insert into information.legal_hold_history select * from written`,
      [fern.id],
    );
    await transaction.text(
      `with written as (insert into information.disposed
         (partnership_id, id, revision, entry_id, disposal_id, ref, with_ref, disposed_on)
         select $1, $2, 1, uuidv7(), d.id, $3, $3, '2025-01-01' from information.disposal d
         where d.partnership_id = $1 limit 1 returning *)
       insert into information.disposed_history select * from written`,
      [fern.id, warrant, `children.child/${id}`],
    );
    await transaction.text(
      `select kernel.blank_record('children.child', $1, 'information.disposed', $2, '{"given_name": "x"}', '{}', '{}')`,
      [id, warrant],
    );
  }, fern.id);
  await assert.rejects(underHold, { code: '55000' });
  for (const sql of [
    `update children.child_history set given_name = 'x' where partnership_id = $1`,
    `delete from children.child where partnership_id = $1`,
  ]) {
    await assert.rejects(
      home.pool.transaction((transaction) => transaction.text(sql, [fern.id]), fern.id),
      { code: '42501' },
    );
  }
  assert((await placesOf('Wobbegong')).includes('children.child_history'));
});

test('the partnership’s own rule decides from its day on', async () => {
  assert.equal((await due()).records.length, 1);
  const rule = { declaration: kind, reason: 'Our schedule', source: 'Council schedule 2024, line 9' };
  await act(second, 'information.set-retention-rule', { ...rule, years: 75, from_on: '2026-01-01' });
  assert.equal((await due()).records.length, 1, 'a rule of next year says nothing today');
  const { id } = await act(fern.manager, 'information.propose-disposal', {
    declaration: kind,
    reason: 'Over',
  });
  await act(second, 'information.agree-disposal', { id });
  await act(second, 'information.set-retention-rule', { ...rule, years: 75, from_on: '2025-01-01' });
  assert.equal((await due()).records.length, 0);
  await assert.rejects(
    act(second, 'information.carry-out-disposal', { id }),
    /One record is not past the retention any more/,
  );
  await act(second, 'information.set-retention-rule', { ...rule, years: 25, from_on: '2025-02-01' });
  await act(second, 'information.carry-out-disposal', { id });
  await house.work();
  assert.deepEqual(await placesOf('Wobbegong'), []);
});

test('what was disposed of is never filled again: a form that was still open is refused, by whichever door', async () => {
  const id = await house.oldChild('Frumious');
  await house.disposeAll();
  const again = {
    id,
    given_name: 'Xanthippe',
    family_name: 'Frumious',
    born_on: '1990-02-03',
    expected_on: null,
    sex: 'female',
    nhs_number: null,
    school_id: null,
  };
  await assert.rejects(act(fern.manager, 'children.change-child', again), (error: unknown) => {
    assert(
      error instanceof Conflict && /disposed of on 15 September 2025/.test(error.message),
      String(error),
    );
    return true;
  });
  assert.deepEqual(await placesOf('Frumious'), []);
});
