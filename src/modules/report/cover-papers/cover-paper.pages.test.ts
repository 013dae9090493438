import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Browsing, browsing } from '../../../ground/browsing/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { rooms } from '../../index.ts';
import { press } from '../output/press.ts';
import { publishReport } from '../testing.ts';
import { listCoverPapers } from './cover-paper.operations.ts';
import { leedsAnswers } from './testing.ts';

const list = '/report/2024-25/cover-papers';
let home: TestHouse;
let fern: TestPartnership;
let site: Browsing;
let manager: Browser;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  await publishReport(home, fern, '2024-25');
  site = await browsing(home, rooms);
  manager = await site.as(fern.manager);
});
after(async () => {
  press.close();
  await site.close();
  await home.close();
});

const asSent = (answers: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`answers.${name}`, value]));

test('a paper is begun, filled in on one form, signed off and taken home in each form', async () => {
  const begun = await manager.fill(`${list}/new`, {
    template_id: 'leeds',
    committee: 'Children’s Scrutiny Committee',
    'meeting_on-day': '14',
    'meeting_on-month': '10',
    'meeting_on-year': '2025',
    decision: 'endorse',
  });
  const form = begun.location ?? '';
  assert.match(form, /^\/report\/2024-25\/cover-papers\/[0-9a-f-]{36}\/answers$/);
  const at = form.replace('/answers', '');
  const opened = (await manager.get(form)).body;
  assert.match(opened, /Filled in from records/);
  assert.match(opened, /id="answers\.wards"/);
  assert.match(opened, /The fern partnership yearly report 2024\/25 covers 1 April 2024/);
  assert.doesNotMatch(opened, /What are the legal implications\? \(optional\)/);

  const shown = (await manager.get(at)).body;
  assert.match(shown, /The next step is to answer what is still open/);
  assert.match(shown, new RegExp(`${form}#answers\\.ward-members`));

  const refused = await manager.fill(form, {
    ...asSent(leedsAnswers),
    'answers.pillars': ['World Peace'],
    'answers.resources': 'Kept as typed.',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /href="#answers\.pillars">Choose from what is offered/);
  assert.match(refused.body, /Kept as typed\./);

  const saved = await manager.fill(form, asSent(leedsAnswers));
  assert.equal(saved.location, at);
  const [row] = (await resultOf(home.house, listCoverPapers, fern.manager, { year: '2024-25' })).papers;
  assert.equal(row?.open, 0);
  assert.match((await manager.get(at)).body, /Nothing is open\. The next step is to sign it off/);

  assert.equal((await manager.fill(`${at}/sign-off`, {})).location, at);
  const signed = (await manager.get(at)).body;
  assert.match(signed, /frozen under this hash/);
  assert.doesNotMatch(signed, /Answer its questions/);
  assert.match(
    (await manager.get(`${list}.csv`)).body,
    /Children’s Scrutiny Committee,2025-10-14,Leeds City Council,To endorse it,Signed off/,
  );
  for (const form of ['html', 'pdf', 'docx'])
    assert.equal((await manager.get(`${at}/paper.${form}`)).status, 200);
});

test('the sign-off of an unfinished paper is refused on its page, with what is missing', async () => {
  const begun = await manager.fill(`${list}/new?committee=Cabinet`, {
    template_id: 'york',
    committee: 'Cabinet',
    'meeting_on-day': '1',
    'meeting_on-month': '11',
    'meeting_on-year': '2025',
    decision: 'decide',
  });
  const at = (begun.location ?? '').replace('/answers', '');
  const refused = await manager.fill(`${at}/sign-off`, {});
  assert.equal(refused.status, 422);
  assert.match(refused.body, /still open: .*Consultation \(Not answered yet\)/);
  const member = await site.as(await fern.personWith('member'));
  assert.doesNotMatch((await member.get(at)).body, /Answer its questions|Sign off the paper/);
  assert.equal((await member.get(`${at}/answers`)).status, 403);
});
