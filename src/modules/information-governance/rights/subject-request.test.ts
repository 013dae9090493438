import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { circleWith } from '../../../ground/circles/testing.ts';
import { addFinding } from '../../../ground/thread/finding.operations.ts';
import { resultOf } from '../../../ground/testing.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { Conflict } from '../../../kernel/operation/refusals.ts';
import { addRequest } from './subject-request.operations.ts';
import { extend, startClock, stopClock } from './subject-time.operations.ts';
import { access, type RightsSetting, rightsSetting } from './testing.ts';

let setting: RightsSetting;
let house: House;

before(async () => {
  setting = await rightsSetting();
  ({ house } = setting.home);
});
after(() => setting.close());

test('a handler who is not in a record’s circle sees that one is there, never what it is, and cannot decide it', async () => {
  const both = await circleWith(setting.home, setting.fern, 'Both', [
    setting.colleague,
    setting.fern.manager,
  ]);
  const shared = await resultOf(house, addRequest, setting.fern.manager, {
    ...setting.given,
    circle_id: both,
  });
  const own = await circleWith(setting.home, setting.fern, 'Intelligence', [setting.fern.manager]);
  await resultOf(house, addFinding, setting.fern.manager, {
    title: 'From the police',
    text: 'Juniper Testwood was seen by an informant',
    circle_id: own,
  });
  await resultOf(house, access.gather, setting.fern.manager, { id: shared.id });
  const { items } = await resultOf(house, access.readRequest, setting.colleague, { id: shared.id });
  const closed = items.filter((item) => item.record === null);
  assert.equal(closed.length, 1);
  await assert.rejects(
    resultOf(house, access.decideItem, setting.colleague, {
      id: shared.id,
      item_id: closed[0]?.id ?? '',
      seen_hash: 'a'.repeat(64),
      decision: 'include',
    }),
    Conflict,
  );
  const { body } = await (await setting.site.as(setting.colleague)).get(
    `/information-governance/subject-requests/${shared.id}`,
  );
  assert.match(body, /A record of another circle/);
  assert.doesNotMatch(body, /informant|From the police/);
});

test('the clock stops for a question and is made longer only within the first month', async () => {
  const { id: request } = await resultOf(house, addRequest, setting.fern.manager, setting.given);
  const read = () => resultOf(house, access.readRequest, setting.fern.manager, { id: request });
  const asked = {
    id: request,
    kind: 'clarification' as const,
    question: 'Which years?',
    from_on: '2025-09-08',
  };
  await resultOf(house, stopClock, setting.fern.manager, asked);
  assert.equal((await read()).clock.waiting_since, '2025-09-08');
  await assert.rejects(resultOf(house, stopClock, setting.fern.manager, asked), Conflict);
  await resultOf(house, startClock, setting.fern.manager, { id: request, until_on: '2025-09-12' });
  assert.equal((await read()).clock.due_on, '2025-10-07');
  const november = {
    ...setting.fern.manager,
    clock: { today: '2025-11-01', now: '2025-11-01T09:00:00.000Z' },
  };
  const longer = { id: request, extended_reason: 'Much to read' };
  await assert.rejects(
    resultOf(house, extend, november, { ...longer, extended_on: '2025-10-08' }),
    /no more time/,
  );
  await resultOf(house, extend, november, { ...longer, extended_on: '2025-10-01' });
  assert.equal((await read()).clock.due_on, '2025-12-08');
});

test('a request is taken in and worked through its pages, and home says so without a name', async () => {
  const manager = await setting.site.as(setting.fern.manager);
  const { location = '', body } = await manager.fill('/information-governance/subject-requests/new', {
    about_names: 'Kestrel Ashdown',
    asked_by: 'Kestrel Ashdown',
    capacity: 'self',
    asked_for: 'My records',
    'received_on-day': '10',
    'received_on-month': '9',
    'received_on-year': '2025',
    circle_id: setting.rights,
  });
  assert.match(location, /subject-requests\//, body);
  await manager.fill(`${location}/identity`, { identity_note: 'A colleague' });
  await manager.fill(`${location}/gathering`, {});
  const shown = await manager.get(location);
  const item = /href="([^"]+\/items\/[^"]+)"/.exec(shown.body)?.[1] ?? '';
  const decided = await manager.fill(item, {
    seen_hash: /name="seen_hash" value="([^"]+)"/.exec((await manager.get(item)).body)?.[1] ?? '',
    decision: 'include',
  });
  assert.equal(decided.status, 303, decided.body);
  for (const page of ['bundle', 'question', 'extension', 'answer', 'change']) {
    assert.equal((await manager.get(`${location}/${page}`)).status, 200, page);
  }
  assert.match((await manager.get('/')).body, /A request to see what is held/);
  assert.doesNotMatch((await manager.get('/')).body, /Kestrel/);
});
