import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browsing, type Browser, type Browsing, headingOf } from '../../ground/browsing/testing.ts';
import { accept, type Areas, finding, inbox, makeAreas, rooms, send, work } from './testing.ts';

let areas: Areas;
let web: Browsing;
let panel: Browser;
let fern: Browser;
let marl: Browser;

before(async () => {
  areas = await makeAreas();
  web = await browsing(areas.home, rooms);
  panel = await web.as(areas.panel.manager);
  fern = await web.as(areas.fern.manager);
  marl = await web.as(areas.marl.manager);
});
after(async () => {
  await web.close();
  await areas.home.close();
});

test('the joint body sends by a form, sees how it stands, and withdraws', async () => {
  const ref = await finding(areas.home, areas.panel.manager, 'Sent on a page');
  const sent = await panel.fill('/joint-bodies/copies/new', { ref, home_id: areas.fern.id });
  assert.match(sent.location ?? '', /^\/joint-bodies\/copies\//);
  const path = sent.location ?? '';
  assert.match((await panel.get(path)).body, /On its way/);
  await work(areas.home);
  const delivered = await panel.get(path);
  assert.match(delivered.body, /Delivered/);
  assert.match(delivered.body, /Sent on a page: what was found\./);
  await panel.fill(`${path}/withdrawal`, { reason: 'It was of another year.' });
  assert.match((await panel.get(path)).body, /It was of another year\./);
});

test('a home finds what came, takes it in, and its origin leads nowhere', async () => {
  const ref = await finding(areas.home, areas.panel.manager, 'Taken in on a page');
  await send(areas, ref, areas.fern);
  await work(areas.home);
  const list = await fern.get('/joint-bodies');
  assert.equal(headingOf(list), 'From joint bodies');
  const copy = (await inbox(areas, areas.fern.manager)).find(
    (one) => one.copy.title === 'Taken in on a page',
  );
  const path = `/joint-bodies/received/${copy?.id}`;
  assert(list.body.includes(path));
  const shown = await fern.get(path);
  assert.match(shown.body, /panel partnership/);
  assert.doesNotMatch(shown.body, new RegExp(`href="[^"]*${ref.split('/')[1]}`));
  const taken = await fern.fill(`${path}/taking-in`, { as: 'finding' });
  assert.equal(taken.location, path);
  assert.match((await fern.get(path)).body, /href="\/thread\/findings\/[^"]+">Taken in on a page/);
});

test('a withdrawal stands first on the copy’s page until somebody has seen it', async () => {
  const ref = await finding(areas.home, areas.panel.manager, 'Withdrawn on a page');
  const sharing = await send(areas, ref, areas.fern);
  await work(areas.home);
  await panel.fill(`/joint-bodies/copies/${sharing}/withdrawal`, { reason: 'It was wrong.' });
  await work(areas.home);
  const copy = (await inbox(areas, areas.fern.manager)).find(
    (one) => one.copy.title === 'Withdrawn on a page',
  );
  const path = `/joint-bodies/received/${copy?.id}`;
  assert.match(
    (await fern.get(path)).body,
    /panel partnership withdrew this on 15 September 2025: It was wrong\./,
  );
  const noted = await fern.fill(path, {}, `${path}/withdrawal`);
  assert.equal(noted.location, path);
  assert.doesNotMatch((await fern.get(path)).body, /We have seen it/);
});

test('a home that agreed to nothing is told so, and how to agree', async () => {
  const { body } = await marl.get('/joint-bodies');
  assert.match(body, /takes copies from no joint body/);
  assert.match(body, /\/joint-bodies\/acceptances\/new/);
  await accept(areas.home, areas.marl);
  assert.doesNotMatch((await marl.get('/joint-bodies')).body, /takes copies from no joint body/);
});

test('the pages of the one are nothing to the other, and a copy of another home is not found', async () => {
  const ref = await finding(areas.home, areas.panel.manager, 'For Fern’s eyes');
  const sharing = await send(areas, ref, areas.fern);
  await work(areas.home);
  const copy = (await inbox(areas, areas.fern.manager)).find((one) => one.copy.title === 'For Fern’s eyes');
  for (const path of [`/joint-bodies/received/${copy?.id}`, `/joint-bodies/copies/${sharing}`])
    assert.equal((await marl.get(path)).status, 404);
  assert.equal((await fern.get(`/joint-bodies/copies/${sharing}`)).status, 404);
  const refused = await fern.fill('/joint-bodies/copies/new', { ref, home_id: areas.fern.id });
  assert.match(refused.body, /Only a joint body does this/);
});
