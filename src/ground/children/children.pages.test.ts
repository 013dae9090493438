import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browsing, browsing, headingOf } from '../browsing/testing.ts';
import { circlesRoom } from '../circles/index.ts';
import { governanceRoom } from '../governance/index.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { childrenRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, [governanceRoom, childrenRoom, circlesRoom([childrenRoom])]);
});
after(async () => {
  await site.close();
  await home.close();
});

async function circleOf(name: string): Promise<string> {
  const manager = await site.as(fern.manager);
  const made = await manager.fill('/circles/new', { name, purpose: 'A panel' });
  assert(fern.manager.identity.kind === 'person');
  const joined = await manager.fill(`${made.location}/members/new`, {
    person_id: fern.manager.identity.person_id,
    from_on: '2025-01-01',
    reason: 'Secretary of the panel',
  });
  assert.equal(joined.location, made.location, joined.body);
  return made.location?.split('/').at(-1) ?? '';
}

test('circles and children open with their headings, to those who may', async () => {
  const manager = await site.as(fern.manager);
  assert.equal(headingOf(await manager.get('/circles')), 'Circles');
  assert.equal(headingOf(await manager.get('/children')), 'Children');
  assert.equal(headingOf(await manager.get('/children/new')), 'Record who a child is');
  const member = await site.as(await fern.personWith('member'));
  const refused = await member.get('/children');
  assert.equal(refused.status, 403);
  assert.doesNotMatch((await member.get('/governance')).body, /href="\/children"/);
  assert.equal((await member.get('/circles')).status, 403);
});

test('a record asks for the purpose before it shows anything, and is changed through its form', async () => {
  const circle_id = await circleOf('Panel');
  const manager = await site.as(fern.manager);
  const facts = { given_name: 'Juniper', family_name: 'Testwood', sex: 'female' };
  const wrong = await manager.fill('/children/new', { ...facts, circle_id, nhs_number: '1234567890' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /NHS number must be 10 digits that belong together/);
  assert.match(wrong.body, /Enter the day the child was born/);
  const added = await manager.fill('/children/new', {
    ...facts,
    circle_id,
    born_on: '2012-03-04',
    nhs_number: '943 476 5919',
  });
  assert.equal(added.status, 303, added.body);
  const path = added.location ?? '';

  const gate = await manager.get(path);
  assert.equal(headingOf(gate), 'Why are you opening this record?');
  assert.doesNotMatch(gate.body, /Juniper|Testwood/);
  const without = await manager.get(`${path}/record`);
  assert.equal(without.status, 422);
  assert.match(without.body, /Say why you are opening this record/);
  assert.doesNotMatch(without.body, /Juniper|Testwood/);
  assert.equal((await manager.get(`${path}/record?purpose=In+the+address`)).status, 422);
  const opened = await manager.fill(path, { purpose: 'Preparing the meeting' }, `${path}/record`);
  assert.equal(headingOf(opened), 'Juniper Testwood');
  assert.match(opened.body, /943 476 5919/);
  assert.match(opened.body, /4 March 2012/);

  const changed = await manager.fill(`${path}/change`, {
    ...facts,
    given_name: 'June',
    born_on: '2012-03-04',
  });
  assert.equal(changed.location, path, changed.body);
  assert.equal(
    headingOf(await manager.fill(path, { purpose: 'Checking' }, `${path}/record`)),
    'June Testwood',
  );

  const outsider = await site.as(await fern.personWith('agency-lead'));
  assert.equal((await outsider.get(path)).status, 404);
  const curious = await outsider.fill('/children/emergency', { purpose: 'Curious' }, `${path}/record`);
  assert.equal(curious.status, 404);
  assert.equal((await outsider.get(`${path}/change`)).status, 403);
  assert.doesNotMatch((await outsider.get('/children')).body, /June|Testwood/);
  const stranger = await site.as(marl.manager);
  for (const page of [path, `${path}/change`, `/circles/${circle_id}`]) {
    assert.equal((await stranger.get(page)).status, 404);
  }

  const id = path.split('/').at(-1) ?? '';
  const given = await outsider.fill('/children/emergency', {
    record_id: id,
    reason: 'The child has not come home and is in danger',
  });
  assert.match(given.location ?? '', /^\/children\/emergencies\//, given.body);
  const open = await outsider.get(given.location ?? '');
  assert.equal(headingOf(open), 'June Testwood');
  assert.match(open.body, /Open to you alone until/);
  assert.doesNotMatch((await outsider.get('/children')).body, /June Testwood/);
  const review = `/circles/emergencies/${given.location?.split('/').at(-1)}`;
  assert.equal((await outsider.get(review)).status, 403);
  assert.doesNotMatch((await manager.get(review)).body, /June Testwood/);
  const judged = await manager.fill(`${review}/review`, { justified: 'yes' });
  assert.equal(judged.location, review, judged.body);
  assert.match((await manager.get(review)).body, /Justified: /);
});

test('an emergency asked for with a number that means nothing answers as not found', async () => {
  const asker = await site.as(await fern.personWith('agency-lead'));
  const answer = await asker.fill('/children/emergency', {
    record_id: '0199aaaa-0000-7000-8000-000000000000',
    reason: 'The child has not come home and is in danger',
  });
  assert.equal(answer.status, 404);
});
