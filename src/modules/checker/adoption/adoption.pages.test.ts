import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Browsing, browsing, headingOf } from '../../../ground/browsing/testing.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { rooms } from '../../index.ts';
import { adopted, published, queueOf } from './testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let pages: Browsing;
let manager: Browser;
let id = '';

before(async () => {
  home = await testHouse(rooms.flatMap(({ evidence }) => evidence ?? []));
  fern = await home.partnership('fern');
  pages = await browsing(home, rooms);
  manager = await pages.as(fern.manager);
  id = await adopted(
    home,
    fern,
    published.replace('every quarter', '<script>alert(1)</script> every quarter'),
  );
});
after(async () => {
  await pages.close();
  await home.close();
});

const queue = (search = '') => manager.get(`/check/adoptions/${id}${search}`);

test('the queue says how far it is, what is missing, and leads to the next draft', async () => {
  const { status, body } = await queue();
  assert.equal(status, 200);
  assert.match(body, /0 of 12 drafts decided/);
  assert.match(body, /The plan has no year 2024\/25 yet/);
  assert.match(body, /href="\/plan\/years\/new\?label=2024-25"/);
  assert.match(body, /Look at the next one/);
  assert.match(body, /line 5/);
});

test('what a document holds is shown as text and never runs', async () => {
  const { body } = await queue('?kind=statement');
  assert(!body.includes('<script>alert'));
  assert(body.includes('&lt;script&gt;alert(1)'));
});

test('a draft’s form opens filled in, is accepted, and leads to the next of its kind', async () => {
  const { drafts } = await queueOf(home, fern.manager, id, 'figure');
  const [first, second] = drafts;
  assert(first);
  const path = `/check/drafts/${first.id}/figure`;
  const { body } = await manager.get(path);
  assert.match(body, /value="62"/);
  assert.match(body, /value="per cent"/);
  assert.match(body, /line 11/);
  const values = {
    title: first.title,
    value: '62',
    unit: 'per cent',
    topic: 'priority',
    position: '3',
    qualifier: 'exactly',
    basis: 'not-stated',
  };
  const sent = await manager.fill(path, values);
  assert.equal(sent.status, 303);
  assert.equal(sent.location, second ? `/check/drafts/${second.id}/figure` : `/check/adoptions/${id}`);
  const again = await manager.get(path);
  assert.equal(again.status, 409);
  assert.match(again.body, new RegExp(`href="/check/drafts/${first.id}"`));
  const seen = await manager.get(`/check/drafts/${first.id}`);
  assert.match(seen.body, /See the record it became/);
});

test('ticked drafts are accepted together, without scripts', async () => {
  const { body } = await queue('?kind=statement');
  const ticked = [...body.matchAll(/name="drafts"[^>]*value="([^"]+)"/g)].map((match) => match[1] ?? '');
  assert(ticked.length > 2);
  const token = /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? '';
  assert.notEqual(token, '');
  const sent = await manager.fill(`/check/adoptions/${id}/acceptance`, { drafts: ticked, topic: '' });
  assert.equal(sent.location, `/check/adoptions/${id}`);
  assert.match((await queue()).body, /accepted/);
});

test('a draft is dropped with a reason on its own form, and put back', async () => {
  const { drafts } = await queueOf(home, fern.manager, id, 'quotation');
  const draft = drafts[0]?.id ?? '';
  const none = await manager.fill(`/check/drafts/${draft}/removal`, { reason: '' });
  assert.equal(none.status, 422);
  assert.equal((await manager.fill(`/check/drafts/${draft}/removal`, { reason: 'Not ours.' })).status, 303);
  assert.match((await manager.get(`/check/drafts/${draft}`)).body, /Not ours\./);
  assert.equal((await manager.fill(`/check/drafts/${draft}/return`, {})).status, 303);
});

test('the list of drafts is a CSV with its pages and lines', async () => {
  const { status, body } = await manager.get(`/check/adoptions/${id}.csv`);
  assert.equal(status, 200);
  assert.match(body, /Kind,Title,State,Page,Line/);
  assert.match(body, /priority,Safe at Home,Waits,,5/);
});

test('home tells whoever adopted a report that drafts wait, and nobody else', async () => {
  const waiting = /drafts wait to be looked at/;
  assert.match((await manager.get('/')).body, waiting);
  const other = await pages.as(await fern.personWith('business-support'));
  assert.doesNotMatch((await other.get('/')).body, waiting);
});

test('whoever may not mend evidence has no page of it', async () => {
  const member = await pages.as(await fern.personWith('member'));
  for (const path of ['/check/adopt', '/check/adoptions', `/check/adoptions/${id}`])
    assert.equal((await member.get(path)).status, 403, path);
  assert.equal(headingOf(await manager.get('/check/adopt')), 'Adopt a report');
});
