import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browsing, browsing } from '../../ground/browsing/testing.ts';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { governanceRoom } from '../../ground/governance/index.ts';
import { addPerson, appoint } from '../../ground/governance/person.operations.ts';
import { endAgreement } from '../../ground/governance/sharing/agreement.operations.ts';
import { agreementInForce } from '../../ground/governance/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { addFile } from './item-file.operations.ts';
import { changeItem, withdrawItem } from './item.operations.ts';
import { evidenceRoom } from './index.ts';

let home: TestHouse;
let fern: TestPartnership;
let site: Browsing;
let police: string;
let lead: Request;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  site = await browsing(home, [evidenceRoom, governanceRoom]);
  const agency = { name: 'Fern Police', kind: 'safeguarding-partner', legal_type: 'police' } as const;
  police = (await resultOf(home.house, addAgency, fern.manager, agency)).id;
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: 'Lead', agency_id: police });
  await resultOf(home.house, appoint, fern.manager, {
    person_id: id,
    role: 'agency-lead',
    from_on: '2020-04-01',
  });
  lead = { ...fern.manager, identity: { kind: 'person', person_id: id } };
});
after(async () => {
  await site.close();
  await home.close();
});

const typed = {
  title: 'What we did',
  text: 'We listened to forty young people',
  topic: 'training',
  position: '100',
};

test('without an agreement a return is refused with everything typed still there, and said before anything is typed', async () => {
  const browser = await site.as(lead);
  assert.match((await browser.get('/evidence/new')).body, /Evidence cannot be taken from your agency today/);
  const refused = await browser.fill('/evidence/statements/new', typed);
  assert.equal(refused.status, 422);
  assert.match(refused.body, /No information sharing agreement names Fern Police/);
  assert.match(refused.body, /We listened to forty young people/);
  assert.match(refused.body, /who can give returns today/);
  assert.doesNotMatch((await browser.get('/evidence')).body, /What we did/);
});

test('under an agreement it is taken; after its last day it can be withdrawn and no longer changed or added to', async () => {
  const agreement = await agreementInForce(home, fern, [police]);
  const browser = await site.as(lead);
  assert.doesNotMatch((await browser.get('/evidence/new')).body, /cannot be taken/);
  const taken = await browser.fill('/evidence/statements/new', typed);
  assert.equal(taken.status, 303, taken.body);
  const id = taken.location?.split('/').at(-1) ?? '';
  const end = { id: agreement, until_on: '2025-09-14', ended_reason: 'Over' };
  await resultOf(home.house, endAgreement, fern.manager, end);
  const content = { shape: 'statement' as const, text: 'Other words' };
  const change = { id, title: 'Changed', topics: ['training' as const], content };
  await assert.rejects(resultOf(home.house, changeItem, lead, change), Conflict);
  const file = new UploadedFile('notes.txt', Buffer.from('Notes'));
  await assert.rejects(resultOf(home.house, addFile, lead, { id, file }), Conflict);
  await resultOf(home.house, withdrawItem, lead, { id, reason: 'No longer ours to give' });
});

test('whoever enters evidence for everybody needs no agreement', async () => {
  const browser = await site.as(fern.manager);
  assert.equal((await browser.fill('/evidence/statements/new', typed)).status, 303);
});
