import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { resultOf } from '../testing.ts';
import { type ThreadSetting, threadSetting } from './setting/testing.ts';
import {
  listActions,
  listAgencyActions,
  readAction,
  reportOnAction,
  resumeAction,
} from './action.operations.ts';
import { makeCheck } from './check.operations.ts';
import { addEffect } from './effect.operations.ts';
import { threadRoom } from './index.ts';
import { readThread } from './overview/overview.operations.ts';

let set: ThreadSetting;

before(async () => {
  set = await threadSetting();
});
after(() => set.home.close());

test('an agency reports on its own actions and not on another’s', async () => {
  const { home, fern, health, police, ofAgency, action } = set;
  const lead = await ofAgency('agency-lead', health);
  const own = await action({ owner_agency_id: health });
  const other = await action({ owner_agency_id: police });
  await resultOf(home.house, reportOnAction, lead, { id: own.id, state: 'in-progress' });
  await assert.rejects(
    resultOf(home.house, reportOnAction, lead, { id: other.id, state: 'in-progress' }),
    NotAllowed,
  );
  await resultOf(home.house, reportOnAction, fern.manager, { id: other.id, state: 'in-progress' });
  const { rows } = await resultOf(home.house, listAgencyActions, lead, { id: health });
  assert(rows.some((a) => a.id === own.id) && !rows.some((a) => a.id === other.id));
});

test('an action moves only as its lifecycle allows, and not on an old revision', async () => {
  const { home, fern, action } = set;
  const act = await action();
  await resultOf(home.house, reportOnAction, fern.manager, {
    id: act.id,
    state: 'stopped',
    seen_revision: 1,
  });
  await assert.rejects(
    resultOf(home.house, reportOnAction, fern.manager, { id: act.id, state: 'done' }),
    (error: unknown) => error instanceof Conflict && error.message.includes('“Stopped”'),
  );
  await assert.rejects(
    resultOf(home.house, resumeAction, fern.manager, { id: act.id, seen_revision: 1 }),
    Conflict,
  );
  await resultOf(home.house, resumeAction, fern.manager, { id: act.id, seen_revision: 2 });
  await assert.rejects(
    resultOf(home.house, reportOnAction, fern.manager, { id: act.id, state: 'done', done_on: '2025-09-16' }),
    InvalidInput,
  );
});

test('a check is refused to the owner, to the owning agency, and before the action is done', async () => {
  const { home, fern, chair, health, police, ofAgency, action } = set;
  const ownerAgency = await ofAgency('independent-chair', health);
  assert(chair.identity.kind === 'person');
  const owned = await action({ owner_person_id: chair.identity.person_id });
  const ofHealth = await action({ owner_agency_id: health });
  const checking = (request: Request, action_id: string) =>
    resultOf(home.house, makeCheck, request, {
      action_id,
      text: 'Looked',
      checked_on: '2025-09-10',
      checked_by_role: 'Chair',
      result: 'in-place',
    });
  await assert.rejects(checking(chair, ofHealth.id), Conflict);
  await resultOf(home.house, reportOnAction, fern.manager, { id: owned.id, state: 'done' });
  await resultOf(home.house, reportOnAction, fern.manager, { id: ofHealth.id, state: 'done' });
  await assert.rejects(checking(chair, owned.id), /You own this action/);
  await assert.rejects(checking(ownerAgency, ofHealth.id), /Your agency owns/);
  await assert.rejects(checking(await ofAgency('agency-lead', police), ofHealth.id), NotAllowed);
  await checking(chair, ofHealth.id);
});

test('a check that finds an action not in place gives it back to its owner', async () => {
  const { home, fern, chair, action } = set;
  const act = await action();
  await resultOf(home.house, reportOnAction, fern.manager, {
    id: act.id,
    state: 'done',
    done_on: '2025-08-01',
  });
  await resultOf(home.house, makeCheck, chair, {
    action_id: act.id,
    text: 'Half of it',
    checked_on: '2025-09-10',
    checked_by_role: 'Chair',
    result: 'partly-in-place',
  });
  const read = await resultOf(home.house, readAction, fern.manager, { id: act.id });
  assert.equal(read.state, 'in-progress');
  assert.equal(read.done_on, null);
});

test('overdue means past its day and still owed; the overview and the owner’s home say so', async () => {
  const { home, police, ofAgency, action, asking } = set;
  const lead = await ofAgency('agency-lead', police);
  const late = await action({ text: 'Late one', owner_agency_id: police, due_on: '2025-09-14' });
  const onTime = await action({ text: 'Due today', owner_agency_id: police, due_on: '2025-09-15' });
  const { rows } = await resultOf(home.house, listActions, lead, { agency: police, overdue: 'yes' });
  assert.deepEqual(
    rows.map((a) => a.id),
    [late.id],
  );
  const now = await resultOf(home.house, readThread, lead, {});
  assert(
    now.overdue.first.some((a) => a.id === late.id) && !now.overdue.first.some((a) => a.id === onTime.id),
  );
  const needs = await asking(lead, (context) => threadRoom.needsYou?.(context) ?? Promise.resolve([]));
  assert.deepEqual(
    needs.map((item) => [item.urgency, item.href]),
    [['overdue', `/thread/actions/${late.id}`]],
  );
});

test('a checked action leaves the list of those without effect once an effect follows its check', async () => {
  const { home, fern, chair, action } = set;
  const act = await action({ text: 'To be effective', due_on: '2020-01-01' });
  await resultOf(home.house, reportOnAction, fern.manager, { id: act.id, state: 'done' });
  const check = await resultOf(home.house, makeCheck, chair, {
    action_id: act.id,
    text: 'There',
    checked_on: '2025-09-15',
    checked_by_role: 'Chair',
    result: 'in-place',
  });
  const without = async () =>
    (await resultOf(home.house, readThread, fern.manager, {})).without_effect.first.some(
      (a) => a.id === act.id,
    );
  assert(await without());
  await resultOf(home.house, addEffect, fern.manager, { expected: 'Better', after: [check.ref] });
  assert(!(await without()));
});
