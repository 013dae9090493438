import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership } from '../../ground/testing.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { addItem } from '../evidence/item.operations.ts';
import { addSource } from '../evidence/source.operations.ts';
import { addActivity, addNextStep, changeActivity, completeNextStep } from './entry.operations.ts';
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
import { figureInput, type PlanHouse, planHouse, year } from './testing.ts';

let plan: PlanHouse;
let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let neglect: string;
let babies: string;

before(async () => {
  plan = await planHouse();
  ({ home, fern, marl, neglect, babies } = plan);
});
after(() => home.close());

test('the year at a glance counts each priority and topic apart, and the frame holds its own entries in order', async () => {
  const source = await resultOf(home.house, addSource, fern.manager, { title: 'Minutes', kind: 'minutes' });
  const said = { source_id: source.id, locator: 'item 4' };
  await resultOf(home.house, addActivity, fern.manager, {
    ...plan.place({ priority_id: babies, position: 2 }),
    text: 'Second',
  });
  await resultOf(home.house, addActivity, fern.manager, {
    ...plan.place({ priority_id: babies, position: 1, ...said }),
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
    ...plan.place({ priority_id: babies }),
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

  const items = (await plan.itemsOf(fern.manager)).filter((item) => item.group?.order === 2);
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
  assert.deepEqual(items[0]?.content, { shape: 'statement', text: 'First. It reached 1,200 parents.' });
  assert.deepEqual(items[2]?.content, { shape: 'statement', text: 'Late. Due: 30 June 2025.' });
});

test('a next step that is past due needs someone, until it is recorded as done', async () => {
  const { id } = await resultOf(home.house, addNextStep, fern.manager, {
    ...plan.place(),
    text: 'Write to schools',
    due_on: '2025-05-01',
  });
  const needs = (request: Request) =>
    plan.asking(request, (context) => planRoom.needsYou?.(context) ?? Promise.resolve([]));
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
  await plan.figure('Of the old priority', 9, {
    group_ref: `plan.priority/${old.id}`,
    year_label: '2024-25',
  });
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
  const names = await plan.asking(
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
      resultOf(home.house, addActivity, fern.manager, { ...plan.place(), text: 'Done', ...extra }),
      (error: unknown) => error instanceof InvalidInput && field in error.fields,
      field,
    );
  await refused({ year: '2019-20' }, 'year');
  await refused({ priority_id: nowhere }, 'priority_id');
  await refused({ source_id: nowhere }, 'source_id');
  await refused({ agency_id: nowhere }, 'agency_id');
  await refused({ from_on: '2024-06-01', to_on: '2024-05-01' }, 'to_on');
});

test('who may only read changes nothing, and another partnership sees nothing', async () => {
  const member = await fern.personWith('member');
  await assert.rejects(
    resultOf(home.house, addActivity, member, { ...plan.place(), text: 'Refused' }),
    NotAllowed,
  );
  assert.equal((await resultOf(home.house, readYear, member, { label: '2024-25' })).priorities.length, 2);
  assert.equal((await resultOf(home.house, readYear, marl.manager, {})).year, null);
  assert.deepEqual(await resultOf(home.house, listPriorities, marl.manager, {}), []);
  assert.deepEqual((await resultOf(home.house, listStrategies, marl.manager, {})).strategies, []);
  assert.deepEqual(await plan.itemsOf(marl.manager), []);
  await assert.rejects(resultOf(home.house, readPriority, marl.manager, { id: neglect }), NotFound);
  await assert.rejects(
    resultOf(home.house, changePriority, marl.manager, { id: neglect, name: 'Ours' }),
    NotFound,
  );
  const { id } = await resultOf(home.house, addActivity, fern.manager, { ...plan.place(), text: 'Ours' });
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
