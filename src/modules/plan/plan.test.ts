import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { addCircle, addMember } from '../../ground/children/circle.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { type QueryContext, query } from '../../kernel/operation/operation.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { evidenceRoom } from '../evidence/index.ts';
import { addItem, changeItem } from '../evidence/item.operations.ts';
import { addSource } from '../evidence/source.operations.ts';
import { citeEvidence, readClaim, removeCitation } from './claim.operations.ts';
import {
  addActivity,
  addClaim,
  addNextStep,
  changeActivity,
  changeClaim,
  completeNextStep,
  withdrawClaim,
} from './entry.operations.ts';
import { planRoom } from './index.ts';
import { readPriorityYear, readTopicYear, readYear } from './overview.operations.ts';
import {
  addPriority,
  addPriorityFocus,
  changePriority,
  listPriorities,
  namePriority,
  readPriority,
  setPriorityYear,
} from './priority.operations.ts';
import { addReportingYear } from './reporting-year.operations.ts';
import { addStrategy, listStrategies } from './strategy.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let neglect: string;
let babies: string;
const sources = [planRoom, evidenceRoom].flatMap((room) => room.evidence ?? []);
const year = { label: '2024-25', from_on: '2024-04-01', to_on: '2025-03-31' };

before(async () => {
  home = await testHouse(sources);
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  for (const label of ['2023-24', '2024-25'])
    await resultOf(home.house, addReportingYear, fern.manager, { label });
  neglect = (await resultOf(home.house, addPriority, fern.manager, { name: 'Neglect' })).id;
  babies = (await resultOf(home.house, addPriority, fern.manager, { name: 'Safe babies' })).id;
  const inYear = { year: '2024-25', statement: 'Seen early' } as const;
  await resultOf(home.house, setPriorityYear, fern.manager, { ...inYear, priority_id: neglect, number: 1 });
  await resultOf(home.house, setPriorityYear, fern.manager, { ...inYear, priority_id: babies, number: 2 });
});
after(() => home.close());

const place = (extra: object = {}) => ({
  year: '2024-25',
  priority_id: neglect,
  topic: 'priority' as const,
  ...extra,
});
const asking = <T>(request: Request, ask: (context: QueryContext) => Promise<T>): Promise<T> =>
  resultOf(
    home.house,
    query({
      name: 'test.ask',
      summary: 'Asks',
      permission: 'plan.read',
      input: z.strictObject({}),
      run: (c) => ask(c),
    }),
    request,
    {},
  );
const itemsOf = (request: Request): Promise<EvidenceItem[]> =>
  asking(request, (context) => planRoom.evidence?.itemsOf(context, year) ?? Promise.resolve([]));

const figure = async (title: string, value: number, extra: object = {}) =>
  `evidence.item/${(await resultOf(home.house, addItem, fern.manager, figureInput(title, value, extra))).id}`;
const figureInput = (title: string, value: number, extra: object = {}) => ({
  title,
  topics: ['priority' as const],
  content: {
    shape: 'measure' as const,
    value,
    unit: 'children',
    decimals: 0,
    qualifier: 'exactly' as const,
    numerator: null,
    denominator: null,
    basis: 'flow' as const,
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
  },
  ...extra,
});
const claim = async (statement: string, extra: object = {}) =>
  (
    await resultOf(home.house, addClaim, fern.manager, {
      ...place(),
      statement,
      about: 'children',
      headline: false,
      ...extra,
    })
  ).id;

test('a claim’s grade follows from what it rests on, whenever it is read', async () => {
  const id = await claim('Fewer children wait');
  const gradeNow = async () => (await resultOf(home.house, readClaim, fern.manager, { id })).grade;
  const cite = (evidence_ref: string, purpose: 'baseline' | 'follow-up') =>
    resultOf(home.house, citeEvidence, fern.manager, { claim_id: id, evidence_ref, purpose });
  assert.equal(await gradeNow(), 'asserted');
  await cite(await figure('Waiting in 2023/24', 60), 'baseline');
  assert.equal(await gradeNow(), 'single-source');
  const after = await figure('Waiting in 2024/25', 40);
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
  const claim_id = await claim('More children are seen early');
  const evidence_ref = await figure('Seen early', 30);
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
  const home_items = await asking(
    fern.manager,
    (context) => evidenceRoom.needsYou?.(context) ?? Promise.resolve([]),
  );
  assert(home_items.some((item) => item.href === '/evidence?show=moved'));
  const item = (await itemsOf(fern.manager)).find((one) => one.ref === `plan.claim/${claim_id}`);
  assert.equal(item?.claim?.rests_on[0]?.moved, true);
  await resultOf(home.house, citeEvidence, fern.manager, cite);
  assert.deepEqual(await moved(), [false]);
});

test('evidence that is not there, or of another partnership, cannot be cited', async () => {
  const claim_id = await claim('Something changed');
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
  const claim_id = await claim('A quiet change');
  const evidence_ref = await figure('Behind the circle', 3, {
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
    const item = (await itemsOf(request)).find((one) => one.ref === `plan.claim/${claim_id}`);
    assert.deepEqual([item?.claim?.grade, item?.claim?.rests_on.length], ['asserted', 0]);
  }
});

test('the year at a glance counts each priority and topic apart, and the frame holds its own entries in order', async () => {
  const source = await resultOf(home.house, addSource, fern.manager, { title: 'Minutes', kind: 'minutes' });
  const said = { source_id: source.id, locator: 'item 4' };
  await resultOf(home.house, addActivity, fern.manager, {
    ...place({ priority_id: babies, position: 2 }),
    text: 'Second',
  });
  await resultOf(home.house, addActivity, fern.manager, {
    ...place({ priority_id: babies, position: 1, ...said }),
    text: 'First',
    reach: 1200,
    reach_label: 'parents',
  });
  await resultOf(home.house, addActivity, fern.manager, {
    year: '2024-25',
    topic: 'voice',
    text: 'Young people were asked',
  });
  await resultOf(home.house, addNextStep, fern.manager, {
    ...place({ priority_id: babies }),
    text: 'Late',
    due_on: '2025-06-30',
  });
  await resultOf(
    home.house,
    addItem,
    fern.manager,
    figureInput('Plans before birth', 12, {
      group_ref: `plan.priority/${babies}`,
      part: 'done',
      year_label: '2024-25',
    }),
  );

  const read = await resultOf(home.house, readYear, fern.manager, {});
  assert.equal(read.year?.label, '2024-25', 'the year whose report is being written');
  assert.deepEqual(
    read.priorities.map(({ number, name }) => [number, name]),
    [
      [1, 'Neglect'],
      [2, 'Safe babies'],
    ],
  );
  const [, second] = read.priorities;
  assert.deepEqual(
    [second?.done, second?.claims, second?.next, second?.past_due, second?.evidence],
    [2, 0, 1, 1, 1],
  );
  assert.equal(read.topics.find((t) => t.topic === 'voice')?.done, 1);

  const { frame } = await resultOf(home.house, readPriorityYear, fern.manager, {
    label: '2024-25',
    id: babies,
  });
  assert.deepEqual(
    frame.activities.map((a) => a.text),
    ['First', 'Second'],
  );
  assert.equal(frame.sources[source.id]?.title, 'Minutes');
  assert.deepEqual(
    frame.items.map((item) => item.title),
    ['Plans before birth'],
  );
  const voice = await resultOf(home.house, readTopicYear, fern.manager, { label: '2024-25', topic: 'voice' });
  assert.deepEqual(
    voice.frame.activities.map((a) => a.text),
    ['Young people were asked'],
  );
  await assert.rejects(
    resultOf(home.house, readPriorityYear, fern.manager, { label: '2023-24', id: babies }),
    NotFound,
  );

  const items = (await itemsOf(fern.manager)).filter((item) => item.group?.order === 2);
  assert.deepEqual(
    items.map(({ part, title, group, source: from }) => [
      part,
      title,
      group?.title,
      from?.title,
      from?.locator,
    ]),
    [
      ['done', 'First', 'Safe babies', 'Minutes', 'item 4'],
      ['done', 'Second', 'Safe babies', undefined, undefined],
      ['next', 'Late', 'Safe babies', undefined, undefined],
    ],
  );
  assert.deepEqual(items[0]?.content, { shape: 'statement', text: 'First It reached 1,200 parents.' });
  assert.deepEqual(items[2]?.content, { shape: 'statement', text: 'Late Due: 30 June 2025.' });
});

test('a next step that is past due needs someone, until it is recorded as done', async () => {
  const { id } = await resultOf(home.house, addNextStep, fern.manager, {
    ...place(),
    text: 'Write to schools',
    due_on: '2025-05-01',
  });
  const needs = (request: Request) =>
    asking(request, (context) => planRoom.needsYou?.(context) ?? Promise.resolve([]));
  assert(
    (await needs(fern.manager)).some(
      (item) => item.text === 'Write to schools' && item.urgency === 'overdue',
    ),
  );
  assert.deepEqual(await needs(await fern.personWith('member')), []);
  await assert.rejects(
    resultOf(home.house, completeNextStep, fern.manager, { id, done_on: '2025-09-16' }),
    InvalidInput,
  );
  await resultOf(home.house, completeNextStep, fern.manager, { id, done_on: '2025-09-01', seen_revision: 1 });
  assert(!(await needs(fern.manager)).some((item) => item.text === 'Write to schools'));
});

test('a focus that another priority carries on does not bring its measures along', async () => {
  const old = await resultOf(home.house, addPriority, fern.manager, { name: 'Early help' });
  await figure('Of the old priority', 9, { group_ref: `plan.priority/${old.id}`, year_label: '2024-25' });
  await resultOf(home.house, addPriorityFocus, fern.manager, {
    priority_id: old.id,
    focus: 'Help before birth',
    until_on: '2024-03-31',
    became: 'priority',
    successor_id: babies,
  });
  const read = await resultOf(home.house, readPriorityYear, fern.manager, { label: '2024-25', id: babies });
  assert.deepEqual(
    read.taken_over.map(({ focus, priority }) => [focus, priority]),
    [['Help before birth', 'Early help']],
  );
  assert(!read.frame.items.some((item) => item.title === 'Of the old priority'));
});

test('names of the year: other names with whether they may be used, and old titles once the new one began', async () => {
  await resultOf(home.house, namePriority, fern.manager, {
    priority_id: neglect,
    name: 'Neglect work',
    allowed: true,
  });
  await resultOf(home.house, namePriority, fern.manager, {
    priority_id: neglect,
    name: 'Neglect board',
    allowed: true,
    until_on: '2023-03-31',
  });
  await assert.rejects(
    resultOf(home.house, namePriority, fern.manager, {
      priority_id: neglect,
      name: 'Neglect work',
      allowed: false,
    }),
    Conflict,
  );
  const old = await resultOf(home.house, addStrategy, fern.manager, {
    name: 'Strategy 2020',
    kind: 'strategy',
  });
  const next = {
    name: 'Strategy 2024',
    kind: 'strategy',
    supersedes_id: old.id,
    from_on: '2024-10-01',
  } as const;
  await resultOf(home.house, addStrategy, fern.manager, next);
  const later = await resultOf(home.house, addStrategy, fern.manager, {
    name: 'Pledge 2021',
    kind: 'pledge',
  });
  await resultOf(home.house, addStrategy, fern.manager, {
    name: 'Pledge 2025',
    kind: 'pledge',
    supersedes_id: later.id,
    from_on: '2025-10-01',
  });
  const names = await asking(
    fern.manager,
    (context) => planRoom.evidence?.namesOf?.(context, year) ?? Promise.resolve([]),
  );
  const othersOf = (name: string) => names.find((known) => known.name === name)?.others;
  assert.deepEqual(othersOf('Neglect'), [
    { name: 'Neglect board', allowed: false },
    { name: 'Neglect work', allowed: true },
  ]);
  assert.deepEqual(othersOf('Strategy 2024'), [{ name: 'Strategy 2020', allowed: false }]);
  assert.equal(othersOf('Pledge 2025'), undefined);
  assert.deepEqual(othersOf('Pledge 2021'), []);
});

test('one name, one number, one year: what is taken is refused', async () => {
  await assert.rejects(resultOf(home.house, addReportingYear, fern.manager, { label: '2024-25' }), Conflict);
  await assert.rejects(
    resultOf(home.house, addReportingYear, fern.manager, { label: '2024-26' }),
    InvalidInput,
  );
  await assert.rejects(resultOf(home.house, addPriority, fern.manager, { name: 'Neglect' }), Conflict);
  await assert.rejects(
    resultOf(home.house, setPriorityYear, fern.manager, { priority_id: babies, year: '2024-25', number: 1 }),
    (error: unknown) => error instanceof InvalidInput && 'number' in error.fields,
  );
  await resultOf(home.house, setPriorityYear, fern.manager, {
    priority_id: babies,
    year: '2024-25',
    number: 3,
  });
  const { years } = await resultOf(home.house, readPriority, fern.manager, { id: babies });
  assert.deepEqual(years, [{ label: '2024-25', number: 3, statement: null }]);
  await resultOf(home.house, setPriorityYear, fern.manager, {
    priority_id: babies,
    year: '2024-25',
    number: 2,
  });
});

test('an entry that points at nothing is refused at the field', async () => {
  const nowhere = '0190a000-0000-7000-8000-000000000000';
  const refused = (extra: object, field: string) =>
    assert.rejects(
      resultOf(home.house, addActivity, fern.manager, { ...place(), text: 'Done', ...extra }),
      (error: unknown) => error instanceof InvalidInput && field in error.fields,
      field,
    );
  await refused({ year: '2019-20' }, 'year');
  await refused({ priority_id: nowhere }, 'priority_id');
  await refused({ source_id: nowhere }, 'source_id');
  await refused({ agency_id: nowhere }, 'agency_id');
  await refused({ from_on: '2024-06-01', to_on: '2024-05-01' }, 'to_on');
});

test('a claim taken out leaves the plan and the report, and can be neither changed nor cited', async () => {
  const id = await claim('To be taken out');
  const change = { ...place(), id, statement: 'Changed', about: 'children', headline: false } as const;
  await resultOf(home.house, changeClaim, fern.manager, { ...change, seen_revision: 1 });
  await assert.rejects(
    resultOf(home.house, changeClaim, fern.manager, { ...change, seen_revision: 1 }),
    Conflict,
  );
  await resultOf(home.house, withdrawClaim, fern.manager, { id, reason: 'Not so' });
  await assert.rejects(resultOf(home.house, readClaim, fern.manager, { id }), NotFound);
  await assert.rejects(resultOf(home.house, changeClaim, fern.manager, change), Conflict);
  const evidence_ref = await figure('Too late', 1);
  await assert.rejects(
    resultOf(home.house, citeEvidence, fern.manager, { claim_id: id, evidence_ref, purpose: 'supports' }),
    Conflict,
  );
  assert(!(await itemsOf(fern.manager)).some((item) => item.ref === `plan.claim/${id}`));
});

test('who may only read changes nothing, and another partnership sees nothing', async () => {
  const member = await fern.personWith('member');
  await assert.rejects(
    resultOf(home.house, addActivity, member, { ...place(), text: 'Refused' }),
    NotAllowed,
  );
  assert.equal((await resultOf(home.house, readYear, member, { label: '2024-25' })).priorities.length, 2);
  assert.equal((await resultOf(home.house, readYear, marl.manager, {})).year, null);
  assert.deepEqual(await resultOf(home.house, listPriorities, marl.manager, {}), []);
  assert.deepEqual((await resultOf(home.house, listStrategies, marl.manager, {})).strategies, []);
  assert.deepEqual(await itemsOf(marl.manager), []);
  await assert.rejects(resultOf(home.house, readPriority, marl.manager, { id: neglect }), NotFound);
  await assert.rejects(
    resultOf(home.house, changePriority, marl.manager, { id: neglect, name: 'Ours' }),
    NotFound,
  );
  const { id } = await resultOf(home.house, addActivity, fern.manager, { ...place(), text: 'Ours' });
  await assert.rejects(
    resultOf(home.house, changeActivity, marl.manager, {
      year: '2024-25',
      topic: 'voice',
      text: 'Theirs',
      id,
    }),
    NotFound,
  );
});
