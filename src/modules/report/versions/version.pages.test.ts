import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Browsing, browsing } from '../../../ground/browsing/testing.ts';
import { resultOf, type TestHouse, type TestPartnership } from '../../../ground/testing.ts';
import { publish, signOff } from '../edition.operations.ts';
import { reportRoom } from '../index.ts';
import { threeLeads, waiveHigh } from '../testing.ts';
import {
  alt,
  answers,
  assertedClaim,
  babies,
  outside,
  texts,
  versionHouse,
  writeAll,
  year,
} from './testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let pages: Browsing;
let manager: Browser;
const list = `/report/${year}/versions`;
const here = `${list}/children`;
const open = '/published/fern/2024-25/children';

before(async () => {
  ({ home, fern } = await versionHouse());
  pages = await browsing(home, [reportRoom]);
  manager = await pages.as(fern.manager);
});
after(async () => {
  await pages.close();
  await home.close();
});

test('the list says of both where they stand and what comes next', async () => {
  const { status, body } = await manager.get(list);
  assert.equal(status, 200);
  assert.equal(body.split('Not begun').length, 3);
  assert(body.includes('Write the opening words, then a short text for each priority.'));
  assert((await manager.get(`/report/${year}`)).body.includes(`href="${list}"`));
});

test('a form with a text saved shows its reading age, its guide and what the report claims', async () => {
  const words = `${here}/priorities/${babies}/words`;
  const sent = await manager.fill(words, { told: texts.told });
  assert.equal(sent.location, `${here}/priorities/${babies}`);
  const { body } = await manager.get(words);
  assert.match(body, /data-reading-age="children"/);
  assert.match(body, /Reading age: about \d+\. The guide is 9 to 11\./);
  assert(body.includes('Fathers feel welcome.') && body.includes('Asserted: nothing shows it'));
  const part = (await manager.get(`${here}/priorities/${babies}`)).body;
  assert(part.includes('Still to write: what we did, what changed, what is next.'));
});

test('a text that is too long comes back with what was typed and what to do', async () => {
  const told = 'We talk. '.repeat(80);
  const { status, body } = await manager.fill(`${here}/priorities/${babies}/words`, { told });
  assert.equal(status, 422);
  assert(
    body.includes('What you told us must be 600 characters or fewer') && body.includes('We talk. We talk.'),
  );
});

test('a claim is chosen with a button, and the page says what “what changed” rests on', async () => {
  const part = `${here}/priorities/${babies}`;
  await manager.fill(part, { claim_ref: assertedClaim }, `${part}/claim`);
  assert.match((await manager.get(part)).body, /It rests on: <a[^>]*>Fathers feel welcome\./);
  await manager.fill(part, { claim_ref: '' }, `${part}/claim`);
  assert((await manager.get(part)).body.includes('On nothing in the report yet.'));
});

test('whoever only reads is offered nothing to write or sign', async () => {
  await writeAll(home, fern, 'children');
  const member = await pages.as(await fern.personWith('member'));
  const { body } = await member.get(here);
  for (const act of ['/opening', '/signature']) assert(!body.includes(`href="${here}${act}"`), act);
  assert((await member.get(`${here}/priorities/${outside}`)).body.includes(`alt="${alt}"`));
  assert(!(await member.get(`${here}/priorities/${outside}`)).body.includes('/picture-removal'));
});

test('the preview shows the picture from its own address, and the texts go out as CSV', async () => {
  const { body } = await manager.get(`${here}/preview`);
  assert(body.includes(`src="${here}/priorities/${outside}/picture-file"`));
  assert.equal((await manager.get(`${here}/priorities/${outside}/picture-file`)).status, 200);
  const { body: csv } = await manager.get(`${list}.csv`);
  assert(csv.includes('Harm outside the home') && csv.includes(alt));
});

test('the form to sign asks which children read it, and what is missing in the answer is said beside the question', async () => {
  const { shown_to, they_said, changed_because } = answers;
  const sent = {
    shown_to,
    they_said,
    changed_because,
    shown_count: '4',
    'shown_on-day': '1',
    'shown_on-month': '9',
    'shown_on-year': '2025',
  };
  const { status, body } = await manager.fill(`${here}/signature`, sent);
  assert.equal(status, 422);
  assert(
    body.includes('Who read it before you signed') &&
      body.includes('Nothing in the report shows what changed'),
  );
  const all = { ...sent, without_evidence: answers.without_evidence, nobody_known: 'yes' };
  assert.equal((await manager.fill(`${here}/signature`, all)).location, here);
  assert((await manager.get(here)).body.includes('Anybody can read it once the report is published.'));
});

test('its public address is not found until the report is published, and then shows it to anybody', async () => {
  assert.equal((await pages.stranger(open)).status, 404);
  await waiveHigh(home, fern, year);
  for (const lead of await threeLeads(home, fern)) await resultOf(home.house, signOff, lead, { year });
  await resultOf(home.house, publish, fern.manager, { year });
  const { status, body } = await pages.stranger(open);
  assert.equal(status, 200);
  assert(body.includes('a small group') && body.includes(`alt="${alt}"`) && body.includes('data:image/png'));
  assert.equal((await pages.stranger('/published/fern/2024-25/easy-read')).status, 404);
  assert.equal((await pages.stranger('/published/marl/2024-25/children')).status, 404);
});

test('taken back to draft it is gone from its public address at once', async () => {
  await manager.fill(here, {}, `${here}/return-to-draft`);
  assert.equal((await pages.stranger(open)).status, 404);
  assert((await manager.get(here)).body.includes('Only the partnership can read it yet.'));
});

test('a version of another name is not there', async () => {
  assert.equal((await manager.get(`${list}/braille`)).status, 404);
});
