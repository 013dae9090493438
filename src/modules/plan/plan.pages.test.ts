import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Browsing, browsing, headingOf } from '../../ground/browsing/testing.ts';
import { governanceRoom } from '../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { evidenceRoom } from '../evidence/index.ts';
import { planRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;
let manager: Browser;
const rooms = [governanceRoom, planRoom, evidenceRoom];

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, rooms);
  manager = await site.as(fern.manager);
});
after(async () => {
  await site.close();
  await home.close();
});

const idIn = (location: string | undefined) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location ?? '')?.[0] ?? '';
const figure = (title: string, value: string, from: string, to: string) =>
  manager.fill('/evidence/figures/new', {
    title,
    value,
    unit: 'per cent',
    qualifier: 'exactly',
    basis: 'flow',
    topic: 'priority',
    period_from_on: from,
    period_to_on: to,
    position: '1',
  });

test('a plan is made from page to page, and the year says kindly what is missing until it is there', async () => {
  assert.match((await manager.get('/plan')).body, /None is recorded yet/);
  const year = await manager.fill('/plan/years/new', { label: '2024-25' });
  assert.equal(year.location, '/plan/years/2024-25', year.body);
  const made = await manager.fill('/plan/priorities/new', { name: 'Neglect <early>' });
  const id = idIn(made.location);
  const put = await manager.fill('/plan/priority-years/new', {
    priority_id: id,
    year: '2024-25',
    number: '1',
  });
  const chapter = `/plan/years/2024-25/priorities/${id}`;
  assert.equal(put.location, chapter, put.body);

  const empty = await manager.get('/plan/years/2024-25');
  assert.equal(headingOf(empty), 'The plan for 2024/25');
  assert.match(empty.body, /Neglect &lt;early&gt;/);
  assert.match(empty.body, /Nothing is recorded for this priority yet/);
  assert.match(empty.body, /href="\/report\/2024-25"/);

  const place = { year: '2024-25', priority_id: id, topic: 'priority', position: '1' };
  const claimed = await manager.fill('/plan/claims/new', {
    ...place,
    statement: 'More plans name neglect',
    about: 'practice',
    headline: 'yes',
  });
  assert.equal(claimed.location, chapter, claimed.body);
  assert.match((await manager.get('/plan')).body, /None of its claims rests on evidence yet/);
  const claim_id = /\/plan\/claims\/([0-9a-f-]{36})/.exec((await manager.get(chapter)).body)?.[1] ?? '';

  const before = await figure('Plans that name neglect', '62', '2023-04-01', '2024-03-31');
  const after = await figure('Plans that name neglect', '81', '2024-04-01', '2025-03-31');
  const cite = (evidence: string | undefined, purpose: string) =>
    manager.fill('/plan/citations/new', {
      claim_id,
      evidence_ref: `evidence.item/${idIn(evidence)}`,
      purpose,
    });
  assert.equal((await cite(before.location, 'baseline')).location, `/plan/claims/${claim_id}`);
  await cite(after.location, 'follow-up');

  const glance = await manager.get('/plan');
  assert.match(glance.body, /62%[\s\S]*→[\s\S]*81%/);
  assert.match(glance.body, /Measured/);
  assert.match(glance.body, /April 2023 to March 2024, then April 2024 to March 2025/);
  const full = await manager.get(chapter);
  for (const heading of ['What we have done', 'How we know it made a difference', 'What we will do next']) {
    assert(full.body.includes(heading), heading);
  }
  assert.match(full.body, new RegExp(`href="/evidence/items/${idIn(after.location)}"`));

  await manager.fill(`/evidence/figures/${idIn(after.location)}/change`, {
    title: 'Plans that name neglect',
    value: '80',
    unit: 'per cent',
    qualifier: 'exactly',
    basis: 'flow',
    topic: 'priority',
    period_from_on: '2024-04-01',
    period_to_on: '2025-03-31',
    position: '1',
  });
  assert.match((await manager.get(`/plan/claims/${claim_id}`)).body, /Changed since it was cited/);
  assert.match(
    (await manager.get(after.location ?? '')).body,
    /More plans name neglect[\s\S]*This has changed/,
  );
});

test('activities and next steps are added, changed and taken out from their forms', async () => {
  const place = { year: '2024-25', topic: 'training', position: '1' };
  const done = await manager.fill('/plan/activities/new', {
    ...place,
    text: 'Ran a course',
    reach: '1,200',
    reach_label: 'people',
  });
  assert.equal(done.location, '/plan/years/2024-25/topics/training', done.body);
  await manager.fill('/plan/next-steps/new', { ...place, text: 'Run it again', due_on: '2025-06-01' });
  const page = await manager.get('/plan/years/2024-25/topics/training');
  assert.equal(page.status, 200);
  assert.match(page.body, /Reached 1,200 people/);
  assert.match(page.body, /Past due/);
  const activity = /\/plan\/activities\/([0-9a-f-]{36})\/change/.exec(page.body)?.[1] ?? '';
  const step = /\/plan\/next-steps\/([0-9a-f-]{36})\/change/.exec(page.body)?.[1] ?? '';
  assert.match((await manager.get(`/plan/activities/${activity}/change`)).body, /Ran a course/);
  const out = await manager.fill(`/plan/activities/${activity}/withdrawal`, {
    reason: 'It was another year',
  });
  assert.equal(out.status, 303, out.body);
  const taken = await manager.fill(`/plan/next-steps/${step}/completion`, { done_on: '2025-09-01' });
  assert.equal(taken.status, 303, taken.body);
  const now = await manager.get('/plan/years/2024-25/topics/training');
  assert(!now.body.includes('Ran a course'));
  assert.match(now.body, /Done on 1 September 2025/);
});

test('priorities and strategies open, and download', async () => {
  for (const [path, heading] of [
    ['/plan/priorities', 'Priorities'],
    ['/plan/strategies', 'Strategies and other plans'],
    ['/plan/strategies/new', 'Add a strategy or other plan'],
  ] as const) {
    const answer = await manager.get(path);
    assert.equal(answer.status, 200, answer.body);
    assert.equal(headingOf(answer), heading);
  }
  const added = await manager.fill('/plan/strategies/new', { name: 'Neglect Strategy', kind: 'strategy' });
  assert.equal(added.status, 303, added.body);
  assert.match((await manager.get('/plan/strategies.csv')).body, /Neglect Strategy/);
  assert.match((await manager.get('/plan/years/2024-25.csv')).body, /Neglect <early>/);
  const priority =
    /\/plan\/priorities\/[0-9a-f-]{36}/.exec((await manager.get('/plan/priorities')).body)?.[0] ?? '';
  for (const path of [priority, `${priority}/change`, `${priority}/names/new`, `${priority}/focuses/new`]) {
    assert.equal((await manager.get(path)).status, 200, path);
  }
  const focus = await manager.fill(`${priority}/focuses/new`, { focus: 'Early signs' });
  assert.equal(focus.location, priority, focus.body);
  const change = /\/plan\/focuses\/[0-9a-f-]{36}\/change/.exec((await manager.get(priority)).body)?.[0] ?? '';
  assert.equal((await manager.get(change)).status, 200, change);
});

test('who may not change the plan gets no form, and another partnership’s plan is not there', async () => {
  const member = await site.as(await fern.personWith('member'));
  const seen = await member.get('/plan');
  assert.equal(seen.status, 200);
  assert(!seen.body.includes('/plan/years/new'));
  assert.equal((await member.get('/plan/claims/new')).status, 403);
  const other = await site.as(marl.manager);
  assert.equal((await other.get('/plan/years/2024-25')).status, 404);
  const priority =
    /\/plan\/priorities\/[0-9a-f-]{36}/.exec((await manager.get('/plan/priorities')).body)?.[0] ?? '';
  assert.equal((await other.get(priority)).status, 404);
});
