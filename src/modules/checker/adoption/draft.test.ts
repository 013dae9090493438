import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import type { DraftKind } from '../../../kernel/adopting/draft.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import {
  ChangedMeanwhile,
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
} from '../../../kernel/operation/refusals.ts';
import { readItem } from '../../evidence/register.operations.ts';
import { readSource } from '../../evidence/source.operations.ts';
import { rooms } from '../../index.ts';
import { addReportingYear } from '../../plan/reporting-year.operations.ts';
import type { QueuedDraft } from './draft.operations.ts';
import { closeAdoption, dropDraft, takeBackDraft } from './dropping.operations.ts';
import { acceptDrafts, accepting, adopted, published, queueOf, readDraft } from './testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let adoption = '';

before(async () => {
  home = await testHouse(rooms.flatMap(({ evidence }) => evidence ?? []));
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  adoption = await adopted(home, fern);
});
after(() => home.close());

async function draftOf(kind: DraftKind, at = 0, id = adoption): Promise<QueuedDraft> {
  const draft = (await queueOf(home, fern.manager, id, kind)).drafts[at];
  assert(draft);
  return draft;
}

async function toldOf(id: string): Promise<Record<string, unknown>> {
  return (await resultOf(home.house, readDraft, fern.manager, { id })).told;
}

/** Accepts as its form would send it. */
async function take(kind: DraftKind, id: string, more: object = {}, request: Request = fern.manager) {
  return resultOf(home.house, accepting(kind), request, { id, ...(await toldOf(id)), ...more });
}

const text = <O extends Record<string, unknown>>(sql: string, values: unknown[]) =>
  home.pool.transaction((transaction) => transaction.text<O>(sql, values), fern.id);

test('accepting a figure writes the item with its history, its source, the line it stands on and an audit entry', async () => {
  const draft = await draftOf('figure');
  const { ref } = await take('figure', draft.id);
  const id = ref.slice('evidence.item/'.length);
  const { item, history } = await resultOf(home.house, readItem, fern.manager, { id });
  assert(item.content.shape === 'measure');
  const { value, unit, numerator, denominator, basis } = item.content;
  assert.deepEqual([value, unit, numerator, denominator, basis], [62, 'per cent', 31, 50, 'not-stated']);
  assert.deepEqual(
    [item.period_from_on, item.period_to_on, item.period_label],
    ['2024-04-01', '2025-03-31', '2024/25'],
  );
  assert.equal(item.locator, `line ${draft.line}`);
  assert.equal(item.part, 'difference');
  assert.equal(history.length, 1);
  assert.equal(history[0]?.operation, 'checker.accept-figure');
  const source = await resultOf(home.house, readSource, fern.manager, { id: item.source_id ?? '' });
  assert.equal(source.title, 'Fernshire Safeguarding Children Partnership Annual Report 2024/25');
  const after = await draftOf('figure');
  assert.deepEqual([after.state, after.record_ref, after.decided_on], ['accepted', ref, testClock.today]);
  const entries = await text<{ body: { refs: string[] } }>(
    `select body::jsonb as body from kernel.audit_entry where partnership_id = $1 and operation = 'checker.accept-figure'`,
    [fern.id],
  );
  assert(
    entries.some(({ body }) => body.refs.includes(ref) && body.refs.includes(`checker.draft/${draft.id}`)),
  );
});

test('everything accepted of one report stands under one source', async () => {
  await take('statement', (await draftOf('statement', 1)).id);
  const sources = await text<{ many: number }>(
    'select count(*)::int as many from evidence.source where partnership_id = $1',
    [fern.id],
  );
  assert.equal(sources[0]?.many, 1);
});

test('a change is kept as one, and the printed words stay beside it', async () => {
  const draft = await draftOf('statement', 3);
  const { ref } = await take('statement', draft.id, { text: 'Help came early enough.' });
  const { draft: after } = await resultOf(home.house, readDraft, fern.manager, { id: draft.id });
  assert.equal(after.state, 'changed');
  assert.equal(after.quote, draft.quote);
  const { item } = await resultOf(home.house, readItem, fern.manager, {
    id: ref.slice('evidence.item/'.length),
  });
  assert(item.content.shape === 'statement');
  assert.equal(item.content.text, 'Help came early enough.');
});

test('a table keeps its rows and the total as printed', async () => {
  const { ref } = await take('table', (await draftOf('table')).id);
  const { item } = await resultOf(home.house, readItem, fern.manager, {
    id: ref.slice('evidence.item/'.length),
  });
  assert(item.content.shape === 'table');
  assert.deepEqual(item.content.rows, [
    ['Working together', 4, 80],
    ['Early help', 3, 45],
  ]);
  assert.deepEqual(item.content.printed_total, ['Total', 7, 125]);
});

test('a case study is not accepted before somebody says whether consent is recorded and names were changed', async () => {
  const { id } = await draftOf('case-study');
  await assert.rejects(take('case-study', id), (error) => {
    assert(error instanceof InvalidInput);
    assert.deepEqual(Object.keys(error.fields).toSorted(), ['consent', 'names_changed']);
    return true;
  });
  await take('case-study', id, { consent: 'not-recorded', names_changed: 'no' });
  assert.equal((await draftOf('case-study')).state, 'accepted');
});

test('a priority and its next step need the year, which only a person adds; then one leads to the other', async () => {
  const priority = await draftOf('priority');
  await assert.rejects(take('priority', priority.id), /no year 2024-25|There is a problem/);
  assert.equal((await draftOf('priority')).state, 'waiting');
  const before = await text('select id from plan.priority where partnership_id = $1', [fern.id]);
  assert.equal(before.length, 0);
  await resultOf(home.house, addReportingYear, fern.manager, { label: '2024-25' });
  const { ref } = await take('priority', priority.id);
  const step = await draftOf('next-step');
  assert.equal((await toldOf(step.id))['priority_id'], ref.slice('plan.priority/'.length));
  await take('next-step', step.id);
  const [row] = await text<{ due_label: string; locator: string; priority_id: string }>(
    'select due_label, locator, priority_id from plan.next_step where partnership_id = $1',
    [fern.id],
  );
  assert.deepEqual(row, {
    due_label: 'By March 2026',
    locator: `line ${step.line}`,
    priority_id: ref.slice('plan.priority/'.length),
  });
});

test('a body that is there already is taken as that one, and not added twice', async () => {
  const first = await take('body', (await draftOf('body')).id);
  const again = await adopted(home, fern, published.replace('every quarter', 'often'));
  const { drafts } = await queueOf(home, fern.manager, again, 'body');
  const second = await take('body', drafts[0]?.id ?? '');
  assert.equal(second.ref, first.ref);
});

test('an analyst takes figures over and no priorities', async () => {
  const analyst = await fern.personWith('analyst');
  const id = await adopted(home, fern, published.replace('every quarter', 'monthly'));
  const { drafts } = await queueOf(home, analyst, id, 'priority');
  assert.equal(drafts[0]?.mine, false);
  await assert.rejects(take('priority', drafts[0]?.id ?? '', {}, analyst), NotAllowed);
  const figures = await queueOf(home, analyst, id, 'figure');
  const [priority, figure] = [drafts[0]?.id ?? '', figures.drafts[0]?.id ?? ''];
  await assert.rejects(
    resultOf(home.house, acceptDrafts, analyst, { adoption_id: id, drafts: [priority, figure], topic: null }),
    NotAllowed,
  );
  assert.equal((await queueOf(home, analyst, id, 'figure')).drafts[0]?.state, 'waiting');
  await take('figure', figure, {}, analyst);
});

test('two who accept the same draft at once leave one record', async () => {
  const id = await adopted(home, fern, published.replace('every quarter', 'weekly'));
  const { drafts } = await queueOf(home, fern.manager, id, 'figure');
  const draft = drafts[0]?.id ?? '';
  const given = { id: draft, ...(await toldOf(draft)), title: 'Taken by two' };
  const other = await fern.personWith('business-support');
  const results = await Promise.allSettled([
    resultOf(home.house, accepting('figure'), fern.manager, given),
    resultOf(home.house, accepting('figure'), other, given),
  ]);
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const items = await text(
    `select id from evidence.item where partnership_id = $1 and title = 'Taken by two'`,
    [fern.id],
  );
  assert.equal(items.length, 1);
  await assert.rejects(resultOf(home.house, accepting('figure'), fern.manager, given), Conflict);
});

test('one who accepts and one who drops the same draft at once: the first is right, and the other is told', async () => {
  const id = await adopted(home, fern, published.replace('every quarter', 'each week'));
  const { drafts } = await queueOf(home, fern.manager, id, 'table');
  const draft = drafts[0]?.id ?? '';
  const given = { id: draft, ...(await toldOf(draft)) };
  const results = await Promise.allSettled([
    resultOf(home.house, accepting('table'), fern.manager, given),
    resultOf(home.house, dropDraft, fern.manager, { id: draft, reason: 'Not ours.' }),
  ]);
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const after = (await resultOf(home.house, readDraft, fern.manager, { id: draft })).draft;
  assert.equal(after.record_ref === null, after.state === 'dropped');
});

test('a draft is dropped with its reason, put back, and never both', async () => {
  const id = await adopted(home, fern, published.replace('every quarter', 'twice'));
  const { drafts } = await queueOf(home, fern.manager, id, 'statement');
  const [draft] = drafts;
  assert(draft);
  const drop = { id: draft.id, reason: 'It says nothing of this area.', seen_revision: draft.revision };
  await resultOf(home.house, dropDraft, fern.manager, drop);
  const dropped = (await resultOf(home.house, readDraft, fern.manager, { id: draft.id })).draft;
  assert.deepEqual([dropped.state, dropped.dropped_reason], ['dropped', drop.reason]);
  await assert.rejects(take('statement', draft.id, { topic: 'area' }), Conflict);
  await assert.rejects(
    resultOf(home.house, takeBackDraft, fern.manager, { id: draft.id, seen_revision: draft.revision }),
    ChangedMeanwhile,
  );
  await resultOf(home.house, takeBackDraft, fern.manager, { id: draft.id, seen_revision: dropped.revision });
  const back = (await resultOf(home.house, readDraft, fern.manager, { id: draft.id })).draft;
  assert.deepEqual([back.state, back.dropped_reason, back.decided_on], ['waiting', null, null]);
});

test('several are accepted at once; what still needs an answer stays, unless it is its place and one is given', async () => {
  const id = await adopted(home, fern, published.replace('every quarter', 'every month'));
  const all = (await queueOf(home, fern.manager, id, 'statement')).drafts.map((draft) => draft.id);
  const quotation = (await queueOf(home, fern.manager, id, 'quotation')).drafts[0]?.id ?? '';
  const without = { adoption_id: id, drafts: [...all, quotation], topic: null };
  const first = await resultOf(home.house, acceptDrafts, fern.manager, without);
  assert.deepEqual([first.accepted, first.left], [all.length - 1, 2]);
  const { drafts } = await queueOf(home, fern.manager, id, 'statement', 'waiting');
  assert.deepEqual(
    drafts.map(({ readiness }) => readiness),
    ['place'],
  );
  const topic = { adoption_id: id, drafts: drafts.map((draft) => draft.id), topic: 'arrangements' as const };
  assert.equal((await resultOf(home.house, acceptDrafts, fern.manager, topic)).accepted, 1);
  await assert.rejects(
    resultOf(home.house, acceptDrafts, fern.manager, { adoption_id: id, drafts: [quotation], topic: null }),
    /still needs an answer/,
  );
  await assert.rejects(resultOf(home.house, acceptDrafts, fern.manager, topic), Conflict);
});

test('closing the queue drops what waits and keeps what was accepted', async () => {
  const closed = await resultOf(home.house, closeAdoption, fern.manager, {
    adoption_id: adoption,
    reason: 'Done.',
  });
  assert(closed.dropped > 0);
  const { counts, adoption: row } = await queueOf(home, fern.manager, adoption, 'figure');
  assert.equal(counts.waiting, 0);
  assert(counts.accepted > 0);
  assert.equal(row.closed_on, testClock.today);
  await assert.rejects(
    resultOf(home.house, closeAdoption, fern.manager, { adoption_id: adoption, reason: 'Again.' }),
    Conflict,
  );
});

test('another partnership neither reads nor decides a draft', async () => {
  const { id } = await draftOf('figure');
  await assert.rejects(resultOf(home.house, readDraft, marl.manager, { id }), NotFound);
  await assert.rejects(
    resultOf(home.house, dropDraft, marl.manager, { id, reason: 'Not theirs.' }),
    NotFound,
  );
  await assert.rejects(take('figure', id, {}, marl.manager), NotFound);
  await assert.rejects(
    resultOf(home.house, acceptDrafts, marl.manager, { adoption_id: adoption, drafts: [id], topic: null }),
    NotFound,
  );
});
