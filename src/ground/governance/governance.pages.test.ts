import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browsing, browsing, headingOf } from '../browsing/testing.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { governanceRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, [governanceRoom]);
});
after(async () => {
  await site.close();
  await home.close();
});

test('every page of governance opens with its heading', async () => {
  const manager = await site.as(fern.manager);
  for (const [path, heading] of [
    ['/governance', 'fern partnership'],
    ['/governance/agencies', 'Agencies'],
    ['/governance/bodies', 'Bodies'],
    ['/governance/people', 'People'],
    ['/governance/abbreviations', 'Abbreviations'],
    ['/governance/permissions', 'Who may do what'],
    ['/governance/area/change', 'Describe the area'],
    ['/governance/names/new', 'Record a name of the partnership'],
    ['/governance/appointments/new', 'Appoint a person to a role'],
  ] as const) {
    const answer = await manager.get(path);
    assert.equal(answer.status, 200, `${path}: ${answer.body}`);
    assert.equal(headingOf(answer), heading);
  }
});

test('the overview says which lead safeguarding partner is missing, and where to go next', async () => {
  const manager = await site.as(fern.manager);
  const { body } = await manager.get('/governance');
  assert.match(body, /No lead safeguarding partner is recorded for the police/);
  assert.match(body, /href="\/governance\/appointments\/new"/);
});

test('an agency is added, changed, named and filtered through its forms', async () => {
  const manager = await site.as(fern.manager);
  const added = await manager.fill('/governance/agencies/new', {
    name: 'Fernshire <Police>',
    kind: 'safeguarding-partner',
    legal_type: 'police',
  });
  assert.equal(added.status, 303, added.body);
  const path = added.location ?? '';
  const changed = await manager.fill(`${path}/change`, {
    name: 'Fernshire Police',
    kind: 'safeguarding-partner',
    legal_type: 'police',
    source: 'Arrangements 2024',
  });
  assert.equal(changed.status, 303, changed.body);
  const named = await manager.fill(`${path}/names/new`, { name: 'FP', kind: 'abbreviation' });
  assert.equal(named.status, 303, named.body);
  const shown = await manager.get(path);
  assert.match(shown.body, /Arrangements 2024/);
  assert.match(shown.body, /Abbreviation/);
  const filtered = await manager.get('/governance/agencies?kind=safeguarding-partner&name=');
  assert.match(filtered.body, /1 agency/);
  const csv = await manager.get('/governance/agencies.csv?kind=safeguarding-partner');
  assert.match(csv.body, /Fernshire Police,Statutory safeguarding partner/);
});

test('a form sent with a gap comes back with what was typed and what is missing', async () => {
  const manager = await site.as(fern.manager);
  const answer = await manager.fill('/governance/bodies/new', {
    name: '',
    cadence: 'monthly',
    kind: 'panel',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.body, /Enter name of the body/);
  assert.match(answer.body, /value="monthly"/);
});

test('a body shows its seats and what it may decide, each ended through its form', async () => {
  const manager = await site.as(fern.manager);
  const group =
    (await manager.fill('/governance/bodies/new', { name: 'Executive', kind: 'executive' })).location ?? '';
  const school = await manager.fill('/governance/agencies/new', {
    name: 'Alder School',
    kind: 'education',
    legal_type: 'school',
  });
  const agency_id = school.location?.split('/').at(-1) ?? '';
  await manager.fill(`${group}/seats/new`, { agency_id, title: 'Head teacher' });
  await manager.fill(`${group}/authorities/new`, { matter: 'funding', from_on: '2024-01-01' });
  const shown = await manager.get(group);
  const seatEnd = /href="(\/governance\/seats\/[^"]+\/end)"/.exec(shown.body)?.[1] ?? '';
  const authorityEnd = /href="(\/governance\/authorities\/[^"]+\/end)"/.exec(shown.body)?.[1] ?? '';
  for (const path of [seatEnd, authorityEnd]) {
    const ended = await manager.fill(path, { until_on: '2025-01-01' });
    assert.equal(ended.location, group, ended.body);
  }
  assert.match((await manager.get('/governance/bodies')).body, /Executive/);
});

test('a member reads, meets no link to change, and is refused the form', async () => {
  const member = await site.as(await fern.personWith('member'));
  const people = await member.get('/governance/people');
  assert.equal(people.status, 200);
  assert.doesNotMatch(people.body, /\/governance\/people\/new/);
  assert.equal((await member.get('/governance/people/new')).status, 403);
});

test('another partnership’s agency is not found on a page', async () => {
  const manager = await site.as(fern.manager);
  const added = await manager.fill('/governance/agencies/new', {
    name: 'Only of Fern',
    kind: 'other',
    legal_type: 'charity',
  });
  const stranger = await site.as(marl.manager);
  assert.equal((await stranger.get(added.location ?? '')).status, 404);
  assert.equal((await stranger.get(`${added.location}/change`)).status, 404);
  assert.doesNotMatch((await stranger.get('/governance/agencies')).body, /Only of Fern/);
});

test('two people on one form: the second sees what the first saved beside their own words, and decides', async () => {
  const first = await site.as(fern.manager);
  const second = await site.as(await fern.personWith('business-manager'));
  const asked = { kind: 'relevant-agency', legal_type: 'nhs-trust' };
  const { location = '' } = await first.fill('/governance/agencies/new', { name: 'Fern Trust', ...asked });
  const opened = { ...asked, seen_revision: '1' };
  const saved = await first.fill(`${location}/change`, { name: 'Fern Foundation Trust', ...opened });
  assert.equal(saved.status, 303, saved.body);
  const refused = await second.fill(`${location}/change`, { name: 'Fern Hospitals', ...opened });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /What changed since you opened this/);
  assert.match(refused.body, /Business manager saved this on 15 September 2025/);
  assert.match(refused.body, /Fern Trust[\s\S]*Fern Foundation Trust/);
  assert.match(refused.body, /value="Fern Hospitals"/);
  assert.match(refused.body, /name="seen_revision" value="2"/);
  const decided = { name: 'Fern Hospitals', ...asked, seen_revision: '2' };
  assert.equal((await second.fill(`${location}/change`, decided)).status, 303);
  assert.match((await second.get(location)).body, /Fern Hospitals/);
});
