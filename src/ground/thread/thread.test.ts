import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { command } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { addCircle } from '../circles/circle.operations.ts';
import { addMember } from '../circles/member.operations.ts';
import { resultOf } from '../testing.ts';
import { type ThreadSetting, threadSetting } from './setting/testing.ts';
import { addAction, readAction, reportOnAction } from './action.operations.ts';
import { listChecks, makeCheck } from './check.operations.ts';
import { addEffect, readEffect } from './effect.operations.ts';
import { addFinding, listFindings, readFinding } from './finding.operations.ts';
import { connectAfter, recordAction, recordFinding, threadRoom } from './index.ts';
import { connect } from './place.operations.ts';
import { addRecommendation } from './recommendation.operations.ts';

let set: ThreadSetting;

before(async () => {
  set = await threadSetting();
});
after(() => set.home.close());

test('a thread runs from finding to effect, and each end sees the whole of it', async () => {
  const { home, fern, chair, health, finding, action } = set;
  const found = await finding();
  const recommended = await resultOf(home.house, addRecommendation, fern.manager, {
    gist: 'Send papers in time',
    made_by: 'Independent scrutineer',
    after: [found.ref],
  });
  const act = await action({ owner_agency_id: health, after: [recommended.ref] });
  await resultOf(home.house, reportOnAction, fern.manager, {
    id: act.id,
    state: 'done',
    done_on: '2025-09-01',
  });
  const check = await resultOf(home.house, makeCheck, chair, {
    action_id: act.id,
    text: 'Looked at three meetings',
    checked_on: '2025-09-10',
    checked_by_role: 'Chair',
    result: 'in-place',
  });
  const effect = await resultOf(home.house, addEffect, fern.manager, {
    expected: 'Members come prepared',
    after: [check.ref],
  });
  const whole = [found.ref, recommended.ref, act.ref, check.ref, effect.ref];
  const ofFinding = await resultOf(home.house, readFinding, fern.manager, { id: found.id });
  assert.deepEqual(
    ofFinding.place.strands.map((s) => s.ref),
    whole,
  );
  const ofEffect = await resultOf(home.house, readEffect, fern.manager, { id: effect.id });
  assert.deepEqual(
    ofEffect.place.strands.map((s) => s.ref),
    whole,
  );
  assert.equal((await resultOf(home.house, readAction, fern.manager, { id: act.id })).state, 'checked');
});

test('the thread is refused backwards, at nothing, and round in a circle', async () => {
  const { home, fern, chair, finding, action } = set;
  const found = await finding();
  const act = await action({ after: [found.ref] });
  await assert.rejects(finding({ after: [act.ref] }), InvalidInput);
  await assert.rejects(
    action({ after: ['thread.finding/0199aaaa-0000-7000-8000-000000000000'] }),
    InvalidInput,
  );
  await assert.rejects(action({ after: ['not a reference'] }), InvalidInput);
  await resultOf(home.house, reportOnAction, fern.manager, { id: act.id, state: 'done' });
  const check = await resultOf(home.house, makeCheck, chair, {
    action_id: act.id,
    text: 'Not there',
    checked_on: '2025-09-10',
    checked_by_role: 'Chair',
    result: 'not-in-place',
  });
  await assert.rejects(
    resultOf(home.house, connect, fern.manager, { from_ref: check.ref, to_ref: found.ref }),
    Conflict,
  );
  await assert.rejects(
    resultOf(home.house, connect, fern.manager, { from_ref: found.ref, to_ref: act.ref }),
    Conflict,
  );
});

test('a refused connection leaves no strand behind', async () => {
  const { home, fern, finding, action } = set;
  const before = (await resultOf(home.house, listFindings, fern.manager, {})).rows.length;
  const act = await action();
  await assert.rejects(finding({ title: 'Never kept', after: [act.ref] }), InvalidInput);
  assert.equal((await resultOf(home.house, listFindings, fern.manager, {})).rows.length, before);
});

test('a member reads the thread and may not write it', async () => {
  const { home, fern, finding } = set;
  const member = await fern.personWith('member');
  const found = await finding();
  assert.equal((await resultOf(home.house, readFinding, member, { id: found.id })).title, 'Late papers');
  await assert.rejects(resultOf(home.house, addFinding, member, { title: 'Mine', text: 'Mine' }), NotAllowed);
});

test('another partnership sees nothing of the thread, and cannot follow from it', async () => {
  const { home, marl, finding } = set;
  const found = await finding();
  await assert.rejects(resultOf(home.house, readFinding, marl.manager, { id: found.id }), NotFound);
  assert.deepEqual((await resultOf(home.house, listFindings, marl.manager, {})).rows, []);
  await assert.rejects(
    resultOf(home.house, addAction, marl.manager, { text: 'Follow', after: [found.ref] }),
    InvalidInput,
  );
});

test('what is in a circle is not there for others: row, list, picture, choice and report', async () => {
  const { home, fern, chair, finding, action, asking } = set;
  const circle = await resultOf(home.house, addCircle, fern.manager, { name: 'Panel', purpose: 'A panel' });
  await assert.rejects(finding({ circle_id: circle.id }), InvalidInput);
  assert(fern.manager.identity.kind === 'person');
  await resultOf(home.house, addMember, fern.manager, {
    member_of: circle.id,
    person_id: fern.manager.identity.person_id,
    from_on: '2025-01-01',
    reason: 'Secretary of the panel',
  });
  const secret = await finding({ title: 'Behind the circle', circle_id: circle.id, found_on: '2025-05-01' });
  const open = await action({ text: 'Seen by all', after: [secret.ref] });
  const seen = await resultOf(home.house, readAction, fern.manager, { id: open.id });
  assert.equal(seen.place.strands.length, 2);

  await assert.rejects(resultOf(home.house, readFinding, chair, { id: secret.id }), NotFound);
  const listed = await resultOf(home.house, listFindings, chair, {});
  assert(!listed.rows.some((f) => f.id === secret.id));
  const hidden = await resultOf(home.house, readAction, chair, { id: open.id });
  assert.deepEqual(hidden.place.edges, []);
  assert.deepEqual(
    hidden.place.strands.map((s) => s.ref),
    [open.ref],
  );
  const offered = await asking(
    chair,
    (context) => threadRoom.choices?.['strands']?.(context) ?? Promise.resolve([]),
  );
  assert(!offered.some((choice) => choice.value === secret.ref));
  const year = { label: '2025-26', from_on: '2025-04-01', to_on: '2026-03-31' };
  const items = await asking(
    fern.manager,
    (context) => threadRoom.evidence?.itemsOf(context, year) ?? Promise.resolve([]),
  );
  assert(!items.some((item) => item.ref === secret.ref), 'not even for somebody in the circle');
});

test('a check stands in the circle of its action', async () => {
  const { home, fern, chair, action } = set;
  const circle = await resultOf(home.house, addCircle, fern.manager, { name: 'Review', purpose: 'A review' });
  for (const request of [fern.manager, chair]) {
    assert(request.identity.kind === 'person');
    await resultOf(home.house, addMember, fern.manager, {
      member_of: circle.id,
      person_id: request.identity.person_id,
      from_on: '2025-01-01',
      reason: 'In the review team',
    });
  }
  const act = await action({ circle_id: circle.id });
  const check = await resultOf(home.house, makeCheck, chair, {
    action_id: act.id,
    text: 'Looked, in the circle',
    checked_on: '2025-09-10',
    checked_by_role: 'Chair',
    result: 'partly-in-place',
  });
  const outside = await fern.personWith('independent-scrutineer');
  assert(!(await resultOf(home.house, listChecks, outside, {})).rows.some((c) => c.id === check.id));
  assert((await resultOf(home.house, listChecks, chair, {})).rows.some((c) => c.id === check.id));
});

test('another room records strands in its own transaction, or none of them', async () => {
  const { home, fern } = set;
  const both = command({
    name: 'thread.record-both',
    summary: 'What another room does',
    permission: 'thread.write',
    input: z.strictObject({ fail: z.boolean() }),
    async run(context, { fail }) {
      const found = await recordFinding(context, { title: 'From elsewhere', text: 'Found elsewhere' });
      const act = await recordAction(context, { text: 'Act on it' });
      await connectAfter(context, act.ref, [found.ref]);
      if (fail) throw new Conflict('No');
      return found;
    },
  });
  const count = async () =>
    (await resultOf(home.house, listFindings, fern.manager, {})).rows.filter(
      (f) => f.title === 'From elsewhere',
    ).length;
  await assert.rejects(resultOf(home.house, both, fern.manager, { fail: true }), Conflict);
  assert.equal(await count(), 0);
  const { id } = await resultOf(home.house, both, fern.manager, { fail: false });
  assert.equal((await resultOf(home.house, readFinding, fern.manager, { id })).place.strands.length, 2);
});
