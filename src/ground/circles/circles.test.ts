// Emergency access told and reviewed; control, conditions and members looked after.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Conflict, InvalidInput, NotAllowed } from '../../kernel/operation/refusals.ts';
import { workThrough } from '../../kernel/jobs/worker.ts';
import { addChild } from '../children/child.operations.ts';
import { askEmergencyAccess } from '../children/emergency.operations.ts';
import { resultOf, testClock } from '../testing.ts';
import { addCircle, changeCircle, readCircle } from './circle.operations.ts';
import { readEmergency, reviewEmergency } from './emergency.operations.ts';
import { endMembership, readMembership, reviewMembers } from './member.operations.ts';
import { circleWith } from './testing.ts';
import { ash, circles, leadAt, at, needs, policeSetting } from './setting/testing.ts';

const reason = 'A child is missing since this morning';
const it = await policeSetting();
const { home, fern, police, council, officer, worker, intelligence, childId } = it;
after(() => it.home.close());

test('emergency access is told at once by letters that name nobody, to the business managers and to the originator', async () => {
  const asker = await leadAt(it, council, 'asker@council.example');
  const { id } = await resultOf(home.house, askEmergencyAccess, at(asker, '2025-09-15', '13:02'), {
    record_id: childId,
    reason,
  });
  await workThrough(home.house, [circles], () => testClock);
  const letters = home.letters.filter(({ subject }) => subject === 'Emergency access was used');
  assert.deepEqual(letters.map(({ to }) => to).toSorted(), [
    'manager@fern.example',
    'officer@police.example',
  ]);
  for (const { text, subject } of letters) {
    assert.match(text, /Emergency access was used in fern partnership at 14:02\./);
    assert.match(text, /http:\/\/localhost\//);
    assert.doesNotMatch(`${subject} ${text}`, /asker|Ash|Testwood|missing|Intelligence/);
  }
  assert(letters.some(({ text }) => text.includes(`/circles/emergencies/${id}`)));

  const judged = { id, justified: 'no', review_note: 'The duty desk was open' } as const;
  await assert.rejects(resultOf(home.house, reviewEmergency, asker, judged), NotAllowed);
  await assert.rejects(
    resultOf(home.house, reviewEmergency, fern.manager, { id, justified: 'no' }),
    (error: unknown) => error instanceof InvalidInput && 'review_note' in error.fields,
  );
  assert((await needs(it, fern.manager)).some((item) => item.href === `/circles/emergencies/${id}`));
  await resultOf(home.house, reviewEmergency, fern.manager, judged);
  await assert.rejects(resultOf(home.house, reviewEmergency, fern.manager, judged), Conflict);
  assert(!(await needs(it, fern.manager)).some((item) => item.href === `/circles/emergencies/${id}`));
  const read = await resultOf(home.house, readEmergency, fern.manager, { id });
  assert.deepEqual(
    [read.justified, read.reviewed_by, read.reviewed_on],
    [false, 'Business manager', '2025-09-15'],
  );
});

test('where no business manager is in post, the job that tells of an emergency fails and waits to be seen', async () => {
  const marl = await home.partnership('marl');
  const lead = await marl.personWith('agency-lead');
  const circle_id = await circleWith(home, marl, 'Marl', [marl.manager]);
  const { id } = await resultOf(home.house, addChild, marl.manager, { ...ash, circle_id });
  await resultOf(home.house, askEmergencyAccess, lead, { record_id: id, reason });
  await workThrough(home.house, [circles], () => ({ today: '2019-01-01', now: testClock.now }));
  const states = await home.pool.transaction(
    (transaction) =>
      transaction.text<{ state: string; problem: string }>(
        "select state, problem from kernel.job where partnership_id = $1 and kind = 'circles.tell-emergency'",
        [marl.id],
      ),
    marl.id,
  );
  assert.deepEqual(
    states.map(({ state, problem }) => [state, /no business manager is in post/.test(problem)]),
    [['waiting', true]],
  );
});

test('an originator’s control is given up by its own people alone', async () => {
  const { revision: _, ...read } = await resultOf(home.house, readCircle, fern.manager, { id: intelligence });
  const change = { id: read.id, name: read.name, purpose: read.purpose, review_on: '2026-03-10' };
  await assert.rejects(resultOf(home.house, changeCircle, fern.manager, change), Conflict);
  await resultOf(home.house, changeCircle, fern.manager, {
    ...change,
    originator_agency_id: police,
    review_on: '2025-09-10',
  });
  await assert.rejects(
    resultOf(home.house, addCircle, fern.manager, { name: 'Intelligence', purpose: 'Twice' }),
    Conflict,
  );
  await assert.rejects(
    resultOf(home.house, addCircle, fern.manager, {
      name: 'By nobody',
      purpose: 'x',
      originator_agency_id: '0199aaaa-0000-7000-8000-000000000000',
    }),
    InvalidInput,
  );
});

test('conditions whose day has come are shown to the business manager and to the originator’s people, and to no others', async () => {
  const due = (items: { text: string }[]) =>
    items.some(({ text }) => /handling conditions of “Intelligence”/.test(text));
  assert(due(await needs(it, fern.manager)));
  assert(due(await needs(it, officer)));
  assert(!due(await needs(it, worker)));
  assert(!due(await needs(it, at(fern.manager, '2025-09-09'))));
});

test('members not looked through for a year, and a circle that nobody is in, are said to the business manager', async () => {
  const id = await circleWith(home, fern, 'Yearly', [worker]);
  const said = async (day: string) =>
    (await needs(it, at(fern.manager, day)))
      .filter((item) => item.href === `/circles/${id}`)
      .map((item) => item.text);
  assert.deepEqual(await said('2026-09-14'), []);
  assert.deepEqual(await said('2026-09-15'), ['Look through the members of “Yearly”']);
  await resultOf(home.house, reviewMembers, at(fern.manager, '2026-09-15'), { id });
  assert.deepEqual(await said('2026-09-15'), []);
  const [member] = (await resultOf(home.house, readCircle, fern.manager, { id })).members;
  const membership = await resultOf(home.house, readMembership, fern.manager, { id: member?.id ?? '' });
  assert.equal(membership.others, 0);
  await resultOf(home.house, endMembership, fern.manager, { id: member?.id ?? '', until_on: '2025-09-14' });
  assert.deepEqual(await said('2025-09-15'), ['Nobody is in the circle “Yearly”']);
});
