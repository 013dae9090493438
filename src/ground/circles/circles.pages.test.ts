import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Request } from '../../kernel/operation/perform.ts';
import { type Browsing, browsing, headingOf } from '../browsing/testing.ts';
import { childrenRoom } from '../children/index.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { governanceRoom } from '../governance/index.ts';
import { addPerson, appoint } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { addFinding } from '../thread/finding.operations.ts';
import { threadRoom } from '../thread/index.ts';
import { circlesRoom } from './index.ts';
import { circleWith } from './testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let site: Browsing;
let police: string;
let officer: Request;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  site = await browsing(home, [
    governanceRoom,
    threadRoom,
    childrenRoom,
    circlesRoom([threadRoom, childrenRoom]),
  ]);
  const facts = { name: 'Fern Police', kind: 'safeguarding-partner', legal_type: 'police' } as const;
  police = (await resultOf(home.house, addAgency, fern.manager, facts)).id;
  const { id } = await resultOf(home.house, addPerson, fern.manager, {
    name: 'An officer',
    agency_id: police,
  });
  const post = { person_id: id, role: 'agency-lead', agency_id: police, from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, fern.manager, post);
  officer = { ...fern.manager, identity: { kind: 'person', person_id: id } };
});
after(async () => {
  await site.close();
  await home.close();
});

async function findingIn(circle_id: string | null): Promise<{ path: string; asked: string }> {
  const { id, ref } = await resultOf(home.house, addFinding, fern.manager, {
    title: 'A finding',
    text: 'Found',
    circle_id,
  });
  return { path: `/thread/findings/${id}`, asked: `ref=${encodeURIComponent(ref)}` };
}

test('an open finding is closed into a circle, says so on its page, and is opened again after a second thought', async () => {
  const panel = await circleWith(home, fern, 'Panel', [fern.manager]);
  const manager = await site.as(fern.manager);
  const { path, asked } = await findingIn(null);
  assert.match((await manager.get(path)).body, /Close it into a circle/);
  const moved = await manager.fill(`/circles/moves/new?${asked}`, {
    circle_id: panel,
    reason: 'It names a family',
  });
  assert.equal(moved.location, path, moved.body);
  const page = await manager.get(path);
  assert.match(page.body, /Only the people of the circle “Panel” can see this record/);
  assert.match(page.body, /Moved to a circle on 15 September 2025 by Business manager: It names a family/);
  assert.equal((await (await site.as(officer)).get(path)).status, 404);

  const thought = await manager.get(`/circles/openings/new?${asked}`);
  assert.equal(headingOf(thought), 'Open this finding to everybody?');
  assert.match(thought.body, /everything it said before: 2 revisions/);
  const opened = await manager.fill(`/circles/openings/new?${asked}`, { reason: 'The names are gone' });
  assert.equal(opened.location, path, opened.body);
  assert.equal((await (await site.as(officer)).get(path)).status, 200);
});

test('what an originator keeps is refused with the form to ask, and the answer goes the whole way back', async () => {
  const circle = await circleWith(home, fern, 'Intelligence', [fern.manager, officer], {
    originator_agency_id: police,
    handling: 'For planning only',
    review_on: '2025-09-01',
  });
  const { path, asked } = await findingIn(circle);
  const manager = await site.as(fern.manager);
  const page = (await manager.get(path)).body;
  assert.match(page, /Fern Police keeps control of it/);
  assert.match(page, /Handling conditions: For planning only/);
  assert.match(page, /were to be looked at again on 1 September 2025/);
  const refused = await manager.fill(`/circles/openings/new?${asked}`, { reason: 'Useful' });
  assert.equal(refused.status, 422);
  const form = /href="(\/circles\/releases\/new[^"]+)">Ask Fern Police/
    .exec(refused.body)?.[1]
    ?.replaceAll('&amp;', '&');
  assert(form !== undefined, refused.body);
  const sent = await manager.fill(form, { act: 'move', reason: 'For the plan' });
  const request = sent.location ?? '';
  assert.match(request, /^\/circles\/releases\//, sent.body);
  const twice = await manager.fill(form, { act: 'move', reason: 'Again' });
  assert.equal(twice.status, 422);
  assert.match(twice.body, new RegExp(`href="${request}"`));

  const outsider = await site.as(await fern.personWith('agency-lead'));
  assert.equal((await outsider.get(request)).status, 404);
  assert.equal((await outsider.get(form)).status, 404);
  assert.doesNotMatch((await outsider.get('/circles/releases')).body, /Intelligence/);

  const theirs = await site.as(officer);
  await theirs.get(path);
  assert.match((await theirs.get(request)).body, /Answer for your agency/);
  const answered = await theirs.fill(`${request}/answer`, {
    answer: 'agreed',
    'expires_on-day': '20',
    'expires_on-month': '9',
    'expires_on-year': '2025',
  });
  assert.equal(answered.location, request, answered.body);
  assert.match((await manager.get(request)).body, /Agreed until 20 September 2025/);
  assert.equal((await manager.fill(`/circles/openings/new?${asked}`, { reason: 'Useful' })).location, path);
});

test('a circle’s page lets the business manager change its handling, look through its members and see who is left', async () => {
  const circle = await circleWith(home, fern, 'Few', [officer]);
  const manager = await site.as(fern.manager);
  const changed = await manager.fill(`/circles/${circle}/change`, {
    name: 'Few',
    purpose: 'A test',
    handling: 'Spoken word only',
  });
  assert.equal(changed.location, `/circles/${circle}`, changed.body);
  assert.match((await manager.get(`/circles/${circle}`)).body, /Spoken word only/);
  const reviewed = await manager.fill(`/circles/${circle}/members/review`, {});
  assert.equal(reviewed.location, `/circles/${circle}`, reviewed.body);
  const membership =
    /href="(\/circles\/memberships\/[^"]+)"/.exec((await manager.get(`/circles/${circle}`)).body)?.[1] ?? '';
  const last = await manager.get(membership);
  assert.match(last.body, /Nobody else is in this circle/);
  await manager.fill(membership, { until_on: '2025-09-14' });
  assert.match((await manager.get(`/circles/${circle}`)).body, /Nobody is in this circle now/);
  assert.equal((await (await site.as(officer)).get('/circles')).status, 403);
});

test('statements and emergencies open with their headings, to those who may', async () => {
  const manager = await site.as(fern.manager);
  assert.equal(headingOf(await manager.get('/circles/emergencies')), 'Emergency access');
  assert.equal(headingOf(await manager.get('/circles/statements')), 'Who looked at what');
  const statement = await manager.get(`/circles/statements/${police}/2025-09`);
  assert.equal(headingOf(statement), 'Who looked at what');
  assert.match(statement.body, /An officer \(agency lead\)/);
  assert.match((await manager.get(`/circles/statements/${police}/2025-09.csv`)).body, /finding/);
  assert.equal((await manager.get(`/circles/statements/${police}/2025-13`)).status, 404);
  const analyst = await site.as(await fern.personWith('analyst'));
  assert.equal((await analyst.get(`/circles/statements/${police}/2025-09`)).status, 403);
  const stranger = await site.as(await fern.personWith('agency-lead'));
  assert.equal((await stranger.get(`/circles/statements/${police}/2025-09`)).status, 404);
});
