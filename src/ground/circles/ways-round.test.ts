// Ways to see what one should not: by a token, by emergencies without end, by a form that shows a record without a purpose.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { workThrough } from '../../kernel/jobs/worker.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { addChild, listChildren, readChild, readChildToChange } from '../children/child.operations.ts';
import { askEmergencyAccess } from '../children/emergency.operations.ts';
import { appoint } from '../governance/person.operations.ts';
import { resultOf, testClock } from '../testing.ts';
import { addFinding, listFindings } from '../thread/finding.operations.ts';
import { changeCircle, readCircle } from './circle.operations.ts';
import { listEmergencies, reviewEmergency } from './emergency.operations.ts';
import { addMember, endMembership } from './member.operations.ts';
import { ash, at, circles, leadAt, policeSetting, type Setting } from './setting/testing.ts';
import { circleWith, personOf } from './testing.ts';

const reason = 'A child is missing since this morning';
let it: Setting;
let home: Setting['home'];
let fern: Setting['fern'];
let free: string;

before(async () => {
  it = await policeSetting();
  ({ home, fern } = it);
  free = await circleWith(home, fern, 'Free', [fern.manager, it.officer]);
});
after(() => home.close());

const byToken = (
  request: Request,
  ...scopes: ('thread.read' | 'children.read' | 'children.emergency')[]
): Request => ({
  ...request,
  identity: { kind: 'person', person_id: personOf(request), token: { id: 'a token', scopes } },
  via: 'api',
});

test('a token carries nothing out of a circle that an agency keeps control of, and its person still sees it', async () => {
  for (const [title, circle_id] of [
    ['Kept', it.intelligence],
    ['Free', free],
    ['Open', null],
  ] as const)
    await resultOf(home.house, addFinding, fern.manager, { title, text: title, circle_id });
  const titles = async (who: Request) =>
    (await resultOf(home.house, listFindings, who, {})).rows.map(({ title }) => title).toSorted();
  assert.deepEqual(await titles(fern.manager), ['Free', 'Kept', 'Open']);
  assert.deepEqual(await titles(byToken(fern.manager, 'thread.read')), ['Free', 'Open']);
  const token = { ...byToken(fern.manager, 'children.read'), purpose: 'For the dashboard' };
  assert.deepEqual((await resultOf(home.house, listChildren, token, {})).rows, []);
  await assert.rejects(resultOf(home.house, readChild, token, { id: it.childId }), NotFound);
});

test('emergencies are asked for by people, one at a time for a record, and not without end while nobody reviews them', async () => {
  const asker = await leadAt(it, it.council, 'again@council.example');
  const ask = (record_id: string, when = asker) =>
    resultOf(home.house, askEmergencyAccess, when, { record_id, reason });
  await assert.rejects(ask(it.childId, byToken(asker, 'children.emergency')), NotAllowed);

  const both = await Promise.allSettled([ask(it.childId), ask(it.childId)]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  await assert.rejects(ask(it.childId), Conflict);
  await ask(it.childId, at(asker, '2025-09-16'));

  for (let i = 0; i < 3; i++) {
    const child = await resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: free });
    await ask(child.id);
  }
  const later = at(asker, '2025-09-17');
  const words = await Promise.all(
    [it.childId, '0199aaaa-0000-7000-8000-000000000000'].map((id) =>
      ask(id, later).then(
        () => 'opened',
        (error: unknown) => String(error),
      ),
    ),
  );
  assert.match(words[0] ?? '', /nobody has reviewed yet. Ring a business manager/);
  assert.equal(words[0], words[1], 'the refusal tells nothing about the record');
  for (const { id } of await resultOf(home.house, listEmergencies, fern.manager, {}))
    await resultOf(home.house, reviewEmergency, fern.manager, { id, justified: 'yes', review_note: null });
  await ask(it.childId, later);
});

test('the form that changes a child’s record shows nothing to whoever has not said why they open it that day', async () => {
  const open = (who: Request) => resultOf(home.house, readChildToChange, who, { id: it.childId });
  await assert.rejects(
    open(fern.manager),
    (error: unknown) => error instanceof Conflict && error.offer?.href === `/children/${it.childId}`,
  );
  await assert.rejects(resultOf(home.house, readChildToChange, it.worker, { id: it.childId }), NotAllowed);
  await resultOf(home.house, readChild, { ...fern.manager, purpose: 'To mend a date' }, { id: it.childId });
  assert.equal((await open(fern.manager)).given_name, 'Ash');
  await assert.rejects(open(at(fern.manager, '2025-09-16')), Conflict);
});

test('whoever asked is not the one who is told: where no other business manager is in post, the job fails and is seen', async () => {
  const marl = await home.partnership('marl');
  const post = { person_id: personOf(marl.manager), role: 'agency-lead', from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, marl.manager, post);
  const keeper = await marl.personWith('member');
  const circle_id = await circleWith(home, marl, 'Others', [marl.manager]);
  const child = await resultOf(home.house, addChild, marl.manager, { ...ash, circle_id });
  const [held] = (await resultOf(home.house, readCircle, marl.manager, { id: circle_id })).members;
  assert(held !== undefined);
  await resultOf(home.house, endMembership, marl.manager, { id: held.id, until_on: '2025-09-14' });
  await resultOf(home.house, askEmergencyAccess, marl.manager, { record_id: child.id, reason });
  const told = async () => {
    await workThrough(home.house, [circles], () => testClock);
    const [job] = await home.pool.transaction(
      (transaction) =>
        transaction.text<{ state: string; problem: string | null }>(
          "select state, problem from kernel.job where partnership_id = $1 and kind = 'circles.tell-emergency'",
          [marl.id],
        ),
      marl.id,
    );
    return job;
  };
  assert.match((await told())?.problem ?? '', /no business manager is in post besides/);
  const second = { person_id: personOf(keeper), role: 'business-manager', from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, marl.manager, second);
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  await owner.query("update kernel.job set run_after = now() where state = 'waiting'");
  await owner.end();
  assert.equal((await told())?.state, 'done');
});

test('an agency hears by letter when somebody else is let into the circle it controls, or its conditions change', async () => {
  const sent = async () => {
    await workThrough(home.house, [circles], () => testClock);
    return home.letters.splice(0).filter(({ subject }) => /has changed/.test(subject));
  };
  await sent();
  const join = { person_id: personOf(it.worker), from_on: '2025-09-15', reason: 'Needs to see it' };
  await resultOf(home.house, addMember, fern.manager, { ...join, member_of: it.intelligence });
  const [letter, ...more] = await sent();
  assert.equal(letter?.to, 'officer@police.example');
  assert.match(letter?.text ?? '', /let into a circle/);
  assert.doesNotMatch(letter?.text ?? '', /Intelligence|worker|Needs to see it/);
  assert.deepEqual(more, []);
  const { name, purpose, originator_agency_id } = await resultOf(home.house, readCircle, fern.manager, {
    id: it.intelligence,
  });
  const change = {
    id: it.intelligence,
    name,
    purpose,
    originator_agency_id,
    handling: null,
    review_on: null,
  };
  await resultOf(home.house, changeCircle, fern.manager, change);
  assert.equal((await sent())[0]?.to, 'officer@police.example');
  await resultOf(home.house, addMember, fern.manager, { ...join, member_of: free });
  assert.deepEqual(await sent(), []);
});
