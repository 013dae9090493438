import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { addCircle, addMember } from '../children/circle.operations.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { addBody } from '../governance/body.operations.ts';
import { addPerson, appoint } from '../governance/person.operations.ts';
import { giveAuthority } from '../governance/seat.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import {
  addAction,
  listActions,
  listAgencyActions,
  readAction,
  reportOnAction,
  resumeAction,
} from './action.operations.ts';
import { listChecks, makeCheck } from './check.operations.ts';
import { addDecision, listDecisions, ratifyDecision, readDecision } from './decision.operations.ts';
import { addEffect, readEffect, reportEffect } from './effect.operations.ts';
import { addFinding, listFindings, moveFinding, readFinding } from './finding.operations.ts';
import { connectAfter, recordAction, recordFinding, threadRoom } from './index.ts';
import { readThread } from './overview.operations.ts';
import { connect } from './place.operations.ts';
import {
  addRecommendation,
  listRecommendations,
  moveRecommendation,
  readRecommendation,
  respondToRecommendation,
} from './recommendation.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let chair: Request;
let health: string;
let police: string;

before(async () => {
  home = await testHouse([threadRoom.evidence ?? { itemsOf: () => Promise.resolve([]) }]);
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  chair = await fern.personWith('partnership-chair');
  health = await agency('Fern Health');
  police = await agency('Fern Police');
});
after(() => home.close());

async function agency(name: string): Promise<string> {
  const made = await resultOf(home.house, addAgency, fern.manager, {
    name,
    kind: 'other',
    legal_type: 'charity',
  });
  return made.id;
}

/** Somebody with a role for an agency. */
async function ofAgency(role: 'agency-lead' | 'independent-chair', agency_id: string): Promise<Request> {
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: `${role} of an agency` });
  await resultOf(home.house, appoint, fern.manager, {
    person_id: id,
    role,
    agency_id,
    from_on: '2024-01-01',
  });
  return { ...fern.manager, identity: { kind: 'person', person_id: id } };
}

const finding = (more: object = {}) =>
  resultOf(home.house, addFinding, fern.manager, { title: 'Late papers', text: 'Papers came late', ...more });
const action = (more: object = {}) =>
  resultOf(home.house, addAction, fern.manager, { text: 'Send papers a week before', ...more });

test('a thread runs from finding to effect, and each end sees the whole of it', async () => {
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
  const before = (await resultOf(home.house, listFindings, fern.manager, {})).rows.length;
  const act = await action();
  await assert.rejects(finding({ title: 'Never kept', after: [act.ref] }), InvalidInput);
  assert.equal((await resultOf(home.house, listFindings, fern.manager, {})).rows.length, before);
});

test('a member reads the thread and may not write it', async () => {
  const member = await fern.personWith('member');
  const found = await finding();
  assert.equal((await resultOf(home.house, readFinding, member, { id: found.id })).title, 'Late papers');
  await assert.rejects(resultOf(home.house, addFinding, member, { title: 'Mine', text: 'Mine' }), NotAllowed);
});

test('another partnership sees nothing of the thread, and cannot follow from it', async () => {
  const found = await finding();
  await assert.rejects(resultOf(home.house, readFinding, marl.manager, { id: found.id }), NotFound);
  assert.deepEqual((await resultOf(home.house, listFindings, marl.manager, {})).rows, []);
  await assert.rejects(
    resultOf(home.house, addAction, marl.manager, { text: 'Follow', after: [found.ref] }),
    InvalidInput,
  );
});

test('what is in a circle is not there for others: row, list, picture, choice and report', async () => {
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
  assert.deepEqual(hidden.place, { ref: open.ref, edges: [], strands: hidden.place.strands });
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

test('an agency reports on its own actions and not on another’s', async () => {
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

test('a decision without authority is recorded, flagged, and ratified only by a body that has it', async () => {
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

test('overdue means past its day and still owed; the overview and the owner’s home say so', async () => {
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

test('the report hears of open recommendations, the year’s decisions with their authority, and actions by agency', async () => {
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
    authority_needed: 'Funding and each partner’s share',
  });
  const table = items.find((item) => item.content.shape === 'table')?.content;
  assert(table?.shape === 'table');
  assert.deepEqual(
    table.rows.find(([owner]) => owner === 'Fern Probation'),
    ['Fern Probation', 1, 0, 0, 0, 0],
  );
});

test('another room records strands in its own transaction, or none of them', async () => {
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

test('a finding that was closed is opened again, and nothing moves to where it stands', async () => {
  const { id } = await finding();
  await resultOf(home.house, moveFinding, fern.manager, { id, state: 'closed' });
  await assert.rejects(resultOf(home.house, moveFinding, fern.manager, { id, state: 'answered' }), Conflict);
  await resultOf(home.house, moveFinding, fern.manager, { id, state: 'open' });
  await assert.rejects(resultOf(home.house, moveFinding, fern.manager, { id, state: 'open' }), Conflict);
});

/** Asks something of the room as a person, in a transaction of its own. */
function asking<O>(request: Request, run: Parameters<typeof query<z.ZodObject, O>>[0]['run']): Promise<O> {
  const asked = query({
    name: 'thread.ask',
    summary: 'Asked by a test',
    permission: 'thread.read',
    input: z.object({}),
    run,
  });
  return resultOf(home.house, asked, request, {});
}
