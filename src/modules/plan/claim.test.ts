import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCircle } from '../../ground/circles/circle.operations.ts';
import { addMember } from '../../ground/circles/member.operations.ts';
import { resultOf, type TestHouse, type TestPartnership } from '../../ground/testing.ts';
import { Conflict, InvalidInput, NotFound } from '../../kernel/operation/refusals.ts';
import { evidenceRoom } from '../evidence/index.ts';
import { addItem, changeItem } from '../evidence/item.operations.ts';
import { citeEvidence, readClaim, removeCitation } from './claim.operations.ts';
import { changeClaim, withdrawClaim } from './entry.operations.ts';
import { figureInput, type PlanHouse, planHouse } from './testing.ts';

let plan: PlanHouse;
let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let neglect: string;

before(async () => {
  plan = await planHouse();
  ({ home, fern, marl, neglect } = plan);
});
after(() => home.close());

test('a claim’s grade follows from what it rests on, whenever it is read', async () => {
  const id = await plan.claim('Fewer children wait');
  const gradeNow = async () => (await resultOf(home.house, readClaim, fern.manager, { id })).grade;
  const cite = (evidence_ref: string, purpose: 'baseline' | 'follow-up') =>
    resultOf(home.house, citeEvidence, fern.manager, { claim_id: id, evidence_ref, purpose });
  assert.equal(await gradeNow(), 'asserted');
  await cite(await plan.figure('Waiting in 2023/24', 60), 'baseline');
  assert.equal(await gradeNow(), 'single-source');
  const after = await plan.figure('Waiting in 2024/25', 40);
  await cite(after, 'follow-up');
  assert.equal(await gradeNow(), 'measured');
  await resultOf(home.house, removeCitation, fern.manager, {
    claim_id: id,
    evidence_ref: after,
    purpose: 'follow-up',
  });
  assert.equal(await gradeNow(), 'single-source');
});

test('a figure that changed after it was cited shows as moved, until it is cited as it is now', async () => {
  const claim_id = await plan.claim('More children are seen early');
  const evidence_ref = await plan.figure('Seen early', 30);
  const cite = { claim_id, evidence_ref, purpose: 'supports' } as const;
  const moved = async () =>
    (await resultOf(home.house, readClaim, fern.manager, { id: claim_id })).rests_on.map(
      (cited) => cited.moved,
    );
  await resultOf(home.house, citeEvidence, fern.manager, cite);
  assert.deepEqual(await moved(), [false]);
  const id = evidence_ref.split('/')[1] ?? '';
  await resultOf(home.house, changeItem, fern.manager, { ...figureInput('Seen early', 31), id });
  assert.deepEqual(await moved(), [true]);
  const home_items = await plan.asking(
    fern.manager,
    (context) => evidenceRoom.needsYou?.(context) ?? Promise.resolve([]),
  );
  assert(home_items.some((item) => item.href === '/evidence?show=moved'));
  const item = (await plan.itemsOf(fern.manager)).find((one) => one.ref === `plan.claim/${claim_id}`);
  assert.equal(item?.claim?.rests_on[0]?.moved, true);
  await resultOf(home.house, citeEvidence, fern.manager, cite);
  assert.deepEqual(await moved(), [false]);
});

test('evidence that is not there, or of another partnership, cannot be cited', async () => {
  const claim_id = await plan.claim('Something changed');
  const purpose = 'supports' as const;
  for (const evidence_ref of [
    'evidence.item/0190a000-0000-7000-8000-000000000000',
    'nonsense',
    'no.room/1',
  ]) {
    await assert.rejects(
      resultOf(home.house, citeEvidence, fern.manager, { claim_id, evidence_ref, purpose }),
      (error: unknown) => error instanceof InvalidInput && 'evidence_ref' in error.fields,
      evidence_ref,
    );
  }
  const theirs = await resultOf(home.house, addItem, marl.manager, figureInput('Marl’s', 1));
  await assert.rejects(
    resultOf(home.house, citeEvidence, fern.manager, {
      claim_id,
      evidence_ref: `evidence.item/${theirs.id}`,
      purpose,
    }),
    InvalidInput,
  );
  await assert.rejects(
    resultOf(home.house, citeEvidence, marl.manager, {
      claim_id,
      evidence_ref: `evidence.item/${theirs.id}`,
      purpose,
    }),
    NotFound,
  );
});

test('a claim that rests on a circle’s figure says so only to the circle, and never in the report', async () => {
  const circle = await resultOf(home.house, addCircle, fern.manager, { name: 'Panel', purpose: 'A panel' });
  assert(fern.manager.identity.kind === 'person');
  await resultOf(home.house, addMember, fern.manager, {
    member_of: circle.id,
    person_id: fern.manager.identity.person_id,
    from_on: '2025-01-01',
    reason: 'Secretary',
  });
  const claim_id = await plan.claim('A quiet change');
  const evidence_ref = await plan.figure('Behind the circle', 3, {
    circle_id: circle.id,
    group_ref: `plan.priority/${neglect}`,
    as_of_on: '2024-06-30',
  });
  await resultOf(home.house, citeEvidence, fern.manager, { claim_id, evidence_ref, purpose: 'supports' });
  const inside = await resultOf(home.house, readClaim, fern.manager, { id: claim_id });
  assert.deepEqual([inside.grade, inside.rests_on.length], ['single-source', 1]);
  const support = await fern.personWith('business-support');
  const outside = await resultOf(home.house, readClaim, support, { id: claim_id });
  assert.deepEqual([outside.grade, outside.rests_on.length], ['asserted', 0]);
  for (const request of [fern.manager, support]) {
    const item = (await plan.itemsOf(request)).find((one) => one.ref === `plan.claim/${claim_id}`);
    assert.deepEqual([item?.claim?.grade, item?.claim?.rests_on.length], ['asserted', 0]);
  }
});

test('a claim taken out leaves the plan and the report, and can be neither changed nor cited', async () => {
  const id = await plan.claim('To be taken out');
  const change = { ...plan.place(), id, statement: 'Changed', about: 'children', headline: false } as const;
  await resultOf(home.house, changeClaim, fern.manager, { ...change, seen_revision: 1 });
  await assert.rejects(
    resultOf(home.house, changeClaim, fern.manager, { ...change, seen_revision: 1 }),
    Conflict,
  );
  await resultOf(home.house, withdrawClaim, fern.manager, { id, reason: 'Not so' });
  await assert.rejects(resultOf(home.house, readClaim, fern.manager, { id }), NotFound);
  await assert.rejects(resultOf(home.house, changeClaim, fern.manager, change), Conflict);
  const evidence_ref = await plan.figure('Too late', 1);
  await assert.rejects(
    resultOf(home.house, citeEvidence, fern.manager, { claim_id: id, evidence_ref, purpose: 'supports' }),
    Conflict,
  );
  assert(!(await plan.itemsOf(fern.manager)).some((item) => item.ref === `plan.claim/${id}`));
});
