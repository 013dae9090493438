import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browsing, browsing, headingOf } from '../browsing/testing.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { addBody } from '../governance/body.operations.ts';
import { governanceRoom } from '../governance/index.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { threadRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, [governanceRoom, threadRoom]);
});
after(async () => {
  await site.close();
  await home.close();
});

test('every list of the thread opens with its heading, and downloads', async () => {
  const manager = await site.as(fern.manager);
  assert.equal(headingOf(await manager.get('/thread')), 'The thread');
  for (const [folder, heading] of [
    ['findings', 'Findings'],
    ['recommendations', 'Recommendations'],
    ['decisions', 'Decisions'],
    ['actions', 'Actions'],
    ['checks', 'Checks'],
    ['effects', 'Effects'],
  ] as const) {
    const answer = await manager.get(`/thread/${folder}?state=`);
    assert.equal(answer.status, 200, answer.body);
    assert.equal(headingOf(answer), heading);
    assert.equal((await manager.get(`/thread/${folder}.csv`)).status, 200);
  }
});

test('a thread is recorded from page to page, and its picture says where it breaks', async () => {
  const manager = await site.as(fern.manager);
  const chair = await site.as(await fern.personWith('partnership-chair'));
  const health = await resultOf(home.house, addAgency, fern.manager, {
    name: 'Fern Health',
    kind: 'other',
    legal_type: 'nhs-trust',
  });
  const group = await resultOf(home.house, addBody, fern.manager, {
    name: 'Learning group',
    kind: 'sub-group',
  });

  const found = await manager.fill('/thread/findings/new', {
    title: 'Late <papers>',
    text: 'Papers came late',
  });
  assert.equal(found.status, 303, found.body);
  const finding = found.location ?? '';
  const findingPage = await manager.get(finding);
  assert.match(findingPage.body, /Nothing follows from this finding yet/);
  assert.match(findingPage.body, /Late &lt;papers&gt;/);

  const follow = /href="(\/thread\/recommendations\/new\?after=[^"]+)"/.exec(findingPage.body)?.[1] ?? '';
  const recommended = await manager.fill(follow, { gist: 'Send papers in time', made_by: 'Scrutineer' });
  assert.equal(recommended.status, 303, recommended.body);
  const recommendation = recommended.location ?? '';
  assert.match((await manager.get(recommendation)).body, /No response yet/);
  const answered = await manager.fill(`${recommendation}/response`, { response: 'accepted' });
  assert.equal(answered.location, recommendation, answered.body);
  assert.match((await manager.get(recommendation)).body, /No action yet/);

  const ref = encodeURIComponent(`thread.recommendation/${recommendation.split('/').at(-1)}`);
  const decided = await manager.fill(`/thread/decisions/new?after=${ref}`, {
    body_id: group.id,
    'taken_on-day': '1',
    'taken_on-month': '6',
    'taken_on-year': '2025',
    text: 'Fund a clerk',
    matter: 'funding',
  });
  assert.equal(decided.status, 303, decided.body);
  const decisionPage = await manager.get(decided.location ?? '');
  assert.match(decisionPage.body, /This decision has to be ratified/);

  const acted = await manager.fill(`/thread/actions/new?after=${ref}`, {
    text: 'Send papers a week before',
    owner_agency_id: health.id,
    due_on: '2025-09-14',
  });
  const action = acted.location ?? '';
  assert.match((await manager.get(action)).body, /Overdue/);
  assert.match((await manager.get(`/thread/agencies/${health.id}`)).body, /Send papers a week before/);
  assert.equal((await manager.get(`/thread/agencies/${health.id}.csv`)).status, 200);
  const reported = await manager.fill(`${action}/report`, { state: 'done', done_note: 'Sent' });
  assert.equal(reported.location, action, reported.body);
  assert.match((await manager.get(action)).body, /Not checked/);
  assert.doesNotMatch((await manager.get(action)).body, /Record a check/);

  const actionId = action.split('/').at(-1) ?? '';
  const checked = await chair.fill(`/thread/checks/new?action_id=${actionId}`, {
    action_id: actionId,
    text: 'Looked at three meetings',
    checked_on: '2025-09-10',
    checked_by_role: 'Chair',
    result: 'in-place',
  });
  assert.equal(checked.status, 303, checked.body);
  assert.match((await chair.get(checked.location ?? '')).body, /aria-current="true"/);
  assert.match((await manager.get(action)).body, /No effect looked for yet/);

  const effect = await manager.fill(
    `/thread/effects/new?after=${encodeURIComponent(`thread.action/${actionId}`)}`,
    { expected: 'Members come prepared' },
  );
  const seen = await manager.fill(`${effect.location}/observation`, {
    state: 'seen',
    observed: 'They did',
    observed_on: '2025-09-12',
  });
  assert.equal(seen.status, 303, seen.body);
  assert.match((await manager.get(effect.location ?? '')).body, /not yet a measured effect/);
  const whole = await manager.get(finding);
  for (const word of ['Recommendation', 'Decision', 'Action', 'Check', 'Effect']) {
    assert.match(whole.body, new RegExp(`gt-thread__kind">${word}`));
  }
});

test('a connection between two things already recorded is made through its form', async () => {
  const manager = await site.as(fern.manager);
  const found = (await manager.fill('/thread/findings/new', { title: 'One', text: 'One' })).location ?? '';
  const acted = (await manager.fill('/thread/actions/new', { text: 'Two' })).location ?? '';
  const from_ref = `thread.finding/${found.split('/').at(-1)}`;
  const to_ref = `thread.action/${acted.split('/').at(-1)}`;
  const made = await manager.fill(`/thread/connections/new?from_ref=${encodeURIComponent(from_ref)}`, {
    from_ref,
    to_ref,
  });
  assert.equal(made.location, found, made.body);
  const back = await manager.fill('/thread/connections/new', { from_ref: to_ref, to_ref: from_ref });
  assert.equal(back.status, 422);
  assert.match(back.body, /cannot follow from/);
});

test('a member meets no form of the thread, and another partnership not even the page', async () => {
  const manager = await site.as(fern.manager);
  const member = await site.as(await fern.personWith('member'));
  const path = (await manager.fill('/thread/findings/new', { title: 'Ours', text: 'Ours' })).location ?? '';
  const read = await member.get(path);
  assert.equal(read.status, 200);
  assert.doesNotMatch(read.body, /Record an action that follows/);
  assert.equal((await member.get('/thread/findings/new')).status, 403);
  const stranger = await site.as(marl.manager);
  assert.equal((await stranger.get(path)).status, 404);
  assert.equal((await stranger.get(`${path}/state`)).status, 404);
  assert.doesNotMatch((await stranger.get('/thread/findings')).body, /Ours/);
});
