import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { addBody } from '../governance/body.operations.ts';
import { giveAuthority } from '../governance/seat.operations.ts';
import { resultOf } from '../testing.ts';
import { type ThreadSetting, threadSetting } from './setting/testing.ts';
import { addDecision, listDecisions, ratifyDecision, readDecision } from './decision.operations.ts';
import { addEffect, readEffect, reportEffect } from './effect.operations.ts';
import { moveFinding } from './finding.operations.ts';
import { threadRoom } from './index.ts';
import {
  addRecommendation,
  listRecommendations,
  moveRecommendation,
  readRecommendation,
  respondToRecommendation,
} from './recommendation.operations.ts';

let set: ThreadSetting;

before(async () => {
  set = await threadSetting();
});
after(() => set.home.close());

test('a decision without authority is recorded, flagged, and ratified only by a body that has it', async () => {
  const { home, fern } = set;
  const make = (name: string, kind: 'sub-group' | 'executive' | 'lead-safeguarding-partners') =>
    resultOf(home.house, addBody, fern.manager, { name, kind });
  const group = await make('Case group', 'sub-group');
  const executive = await make('Executive', 'executive');
  const leads = await make('Lead partners', 'lead-safeguarding-partners');
  const decide = (body_id: string, matter: 'funding' | 'ordinary') =>
    resultOf(home.house, addDecision, fern.manager, {
      body_id,
      taken_on: '2025-06-01',
      text: 'Share the cost',
      matter,
    });
  assert.equal((await decide(group.id, 'ordinary')).authority, 'held');
  const lacking = await decide(group.id, 'funding');
  assert.equal(lacking.authority, 'lacking');
  const flagged = await resultOf(home.house, listDecisions, fern.manager, { state: 'lacking' });
  assert(flagged.rows.some((d) => d.id === lacking.id));
  const ratify = (ratified_by_id: string, ratified_on: string) =>
    resultOf(home.house, ratifyDecision, fern.manager, { id: lacking.id, ratified_by_id, ratified_on });
  await assert.rejects(ratify(executive.id, '2025-07-01'), /does not hold the authority/);
  await assert.rejects(ratify(leads.id, '2025-05-01'), /before it was taken/);
  await resultOf(home.house, giveAuthority, fern.manager, {
    body_id: executive.id,
    matter: 'funding',
    from_on: '2025-08-01',
  });
  await assert.rejects(ratify(executive.id, '2025-07-31'), Conflict);
  await ratify(executive.id, '2025-08-01');
  const read = await resultOf(home.house, readDecision, fern.manager, { id: lacking.id });
  assert.equal(read.authority, 'ratified');
  assert.equal(read.ratified_by?.name, 'Executive');
  await assert.rejects(ratify(leads.id, '2025-08-02'), /needs no ratification/);
});

test('a recommendation is accepted by a response, keeps its owner, and cannot be turned down afterwards', async () => {
  const { home, fern, health } = set;
  const first = await resultOf(home.house, addRecommendation, fern.manager, {
    gist: 'Ask children',
    made_by: 'Scrutineer',
    made_on: '2024-05-01',
    owner_agency_id: health,
    due_on: '2025-01-01',
  });
  const { id } = await resultOf(home.house, addRecommendation, fern.manager, {
    gist: 'Ask children, again',
    made_by: 'Scrutineer',
    repeats_id: first.id,
  });
  await assert.rejects(
    resultOf(home.house, moveRecommendation, fern.manager, { id: first.id, state: 'in-progress' }),
    Conflict,
  );
  await resultOf(home.house, respondToRecommendation, fern.manager, {
    id: first.id,
    response: 'partly-accepted',
  });
  await resultOf(home.house, moveRecommendation, fern.manager, { id: first.id, state: 'in-progress' });
  await assert.rejects(
    resultOf(home.house, respondToRecommendation, fern.manager, { id: first.id, response: 'not-accepted' }),
    Conflict,
  );
  const read = await resultOf(home.house, readRecommendation, fern.manager, { id: first.id });
  assert.equal(read.owner_agency?.name, 'Fern Health');
  assert.deepEqual(
    read.repeated_by.map((r) => r.id),
    [id],
  );
  const late = await resultOf(home.house, listRecommendations, fern.manager, {
    overdue: 'yes',
    agency: health,
  });
  assert.deepEqual(
    late.rows.map((r) => r.id),
    [first.id],
  );
});

test('an effect keeps its measures before and after, and says when one moved', async () => {
  const { home, fern, finding, action } = set;
  const act = await action();
  const before = await finding({ title: 'Measure before', text: '10 of 20' });
  const later = await finding({ title: 'Measure after', text: '18 of 20' });
  const { id } = await resultOf(home.house, addEffect, fern.manager, {
    expected: 'More on time',
    after: [act.ref],
  });
  const seen = { id, state: 'seen', observed: 'More came on time', observed_on: '2025-09-01' } as const;
  await assert.rejects(
    resultOf(home.house, reportEffect, fern.manager, { ...seen, baseline_ref: 'evidence.item/none' }),
    (error: unknown) => error instanceof InvalidInput && 'baseline_ref' in error.fields,
  );
  await assert.rejects(
    resultOf(home.house, reportEffect, fern.manager, {
      ...seen,
      baseline_ref: later.ref,
      follow_up_ref: later.ref,
    }),
    InvalidInput,
  );
  await resultOf(home.house, reportEffect, fern.manager, {
    ...seen,
    baseline_ref: before.ref,
    follow_up_ref: later.ref,
  });
  const read = await resultOf(home.house, readEffect, fern.manager, { id });
  assert.deepEqual(
    read.rests_on.map(({ ref, purpose, moved }) => ({ ref, purpose, moved })),
    [
      { ref: before.ref, purpose: 'baseline', moved: false },
      { ref: later.ref, purpose: 'follow-up', moved: false },
    ],
  );
});

test('the report hears of open recommendations, the year’s decisions with their authority, and actions by agency', async () => {
  const { home, fern, agency, action, asking } = set;
  const year = { label: '2023-24', from_on: '2023-04-01', to_on: '2024-03-31' };
  const body = await resultOf(home.house, addBody, fern.manager, { name: 'Old group', kind: 'sub-group' });
  const recommend = (gist: string, made_on: string) =>
    resultOf(home.house, addRecommendation, fern.manager, { gist, made_by: 'Scrutineer', made_on });
  const open = await recommend('Still open', '2022-01-01');
  const later = await recommend('Made later', '2024-04-01');
  const closed = await recommend('Turned down before', '2022-01-01');
  await resultOf(home.house, respondToRecommendation, fern.manager, {
    id: closed.id,
    response: 'not-accepted',
    responded_on: '2022-06-01',
  });
  const decided = await resultOf(home.house, addDecision, fern.manager, {
    body_id: body.id,
    taken_on: '2023-05-01',
    text: 'Fund the post',
    matter: 'funding',
  });
  await action({ owner_agency_id: await agency('Fern Probation'), due_on: '2023-12-01' });
  const items = await asking(
    fern.manager,
    (context) => threadRoom.evidence?.itemsOf(context, year) ?? Promise.resolve([]),
  );
  const refs = items.map((item) => item.ref);
  assert(refs.includes(open.ref) && !refs.includes(later.ref) && !refs.includes(closed.ref));
  assert.deepEqual(items.find((item) => item.ref === decided.ref)?.decision, {
    body_ref: `governance.body/${body.id}`,
    body_name: 'Old group',
    taken_on: '2023-05-01',
    authority: 'lacking',
    authority_needed: 'the lead safeguarding partners',
  });
  const table = items.find((item) => item.content.shape === 'table')?.content;
  assert(table?.shape === 'table');
  assert.deepEqual(
    table.rows.find(([owner]) => owner === 'Fern Probation'),
    ['Fern Probation', 1, 0, 0, 0, 0],
  );
});

test('a finding that was closed is opened again, and nothing moves to where it stands', async () => {
  const { home, fern, finding } = set;
  const { id } = await finding();
  await resultOf(home.house, moveFinding, fern.manager, { id, state: 'closed' });
  await assert.rejects(resultOf(home.house, moveFinding, fern.manager, { id, state: 'answered' }), Conflict);
  await resultOf(home.house, moveFinding, fern.manager, { id, state: 'open' });
  await assert.rejects(resultOf(home.house, moveFinding, fern.manager, { id, state: 'open' }), Conflict);
});
