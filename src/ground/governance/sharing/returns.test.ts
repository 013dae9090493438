import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { query } from '../../../kernel/operation/operation.ts';
import { z } from 'zod';
import { type Browsing, browsing } from '../../browsing/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../testing.ts';
import { addAgency } from '../agency.operations.ts';
import { governanceRoom, requireAgreement } from '../index.ts';
import { addPerson, appoint } from '../person.operations.ts';
import {
  addAgreement,
  addAgreementFile,
  changeAgreement,
  endAgreement,
  listAgreements,
  readAgreement,
  readAgreementFile,
  recordSignature,
  signAgreement,
} from './agreement.operations.ts';
import { endWaiver, listReturns, waiveAgreements } from './returns.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let site: Browsing;
let council: string;
let police: string;
let youth: string;
let policeLead: Request;
let youthLead: Request;

const words = {
  title: 'Yearly report',
  kinds: ['evidence' as const],
  purpose: 'To compose the yearly report',
  lawful_basis: 'Public task',
  from_on: '2024-04-01',
  review_on: '2026-04-01',
};

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  site = await browsing(home, [governanceRoom]);
  const partner = { kind: 'safeguarding-partner' } as const;
  const add = async (name: string, more: object) =>
    (await resultOf(home.house, addAgency, fern.manager, { ...partner, legal_type: 'police', name, ...more }))
      .id;
  council = await add('Council', { legal_type: 'local-authority' });
  police = await add('Police', {});
  youth = await add('Youth justice', {
    kind: 'relevant-agency',
    legal_type: 'council-service',
    part_of_id: council,
  });
  policeLead = await leadOf(police);
  youthLead = await leadOf(youth);
});
after(async () => {
  await site.close();
  await home.close();
});

async function leadOf(agency_id: string, role: 'agency-lead' | 'member' = 'agency-lead'): Promise<Request> {
  const { id } = await resultOf(home.house, addPerson, fern.manager, {
    name: `${role} ${agency_id}`,
    agency_id,
  });
  await resultOf(home.house, appoint, fern.manager, { person_id: id, role, from_on: '2020-04-01' });
  return { ...fern.manager, identity: { kind: 'person', person_id: id } };
}

const require = (request: Request, agency_id: string) =>
  resultOf(
    home.house,
    query({
      name: 'test.require',
      summary: 'Whether a return would be taken',
      permission: 'governance.read',
      input: z.strictObject({}),
      run: async (context) => {
        await requireAgreement(context, agency_id, 'evidence');
        return 'taken';
      },
    }),
    request,
    {},
  );
const made = (more: object = {}) =>
  resultOf(home.house, addAgreement, fern.manager, { ...words, agency_ids: [council, police], ...more });
const onPaper = (id: string, agency_id: string) =>
  resultOf(home.house, recordSignature, fern.manager, {
    id,
    agency_id,
    signatory: 'Chief executive',
    signed_on: '2024-03-01',
  });

test('a return is refused until the agency’s agreement is signed by two, and again when it ends', async () => {
  await assert.rejects(require(policeLead, police), (error: unknown) => {
    assert(error instanceof Conflict);
    assert.match(error.message, /No information sharing agreement names Police.*business manager/);
    return true;
  });
  const { id } = await made();
  await assert.rejects(require(policeLead, police), /not signed yet for Police/);
  await resultOf(home.house, signAgreement, policeLead, { id, agency_id: police });
  await assert.rejects(require(policeLead, police), /Nobody but Police/);
  await onPaper(id, council);
  assert.equal(await require(policeLead, police), 'taken');
  assert.equal(await require(youthLead, youth), 'taken');
  await resultOf(home.house, endAgreement, fern.manager, {
    id,
    until_on: '2025-09-14',
    ended_reason: 'Replaced',
  });
  await assert.rejects(require(policeLead, police), /lapsed after 14 September 2025/);
  await assert.rejects(resultOf(home.house, signAgreement, policeLead, { id, agency_id: police }), Conflict);
});

test('only who leads or acts for an agency signs for it, and for no other', async () => {
  const { id } = await made();
  await assert.rejects(
    resultOf(home.house, signAgreement, policeLead, { id, agency_id: council }),
    NotAllowed,
  );
  const member = await leadOf(police, 'member');
  await assert.rejects(resultOf(home.house, signAgreement, member, { id, agency_id: police }), NotAllowed);
  await assert.rejects(
    resultOf(home.house, recordSignature, policeLead, {
      id,
      agency_id: council,
      signatory: 'X',
      signed_on: '2025-01-01',
    }),
    NotAllowed,
  );
  await assert.rejects(
    resultOf(home.house, recordSignature, fern.manager, {
      id,
      agency_id: youth,
      signatory: 'X',
      signed_on: '2025-01-01',
    }),
    InvalidInput,
  );
  await resultOf(home.house, signAgreement, policeLead, { id, agency_id: police });
  const read = await resultOf(home.house, readAgreement, policeLead, { id });
  assert.deepEqual(
    read.parties.map((p) => [p.agency, p.signed_on]),
    [
      ['Council', null],
      ['Police', '2025-09-15'],
    ],
  );
});

test('a change of what was signed asks for the signatures again; a new review day or title does not', async () => {
  const { id } = await made();
  await onPaper(id, council);
  await onPaper(id, police);
  const change = (more: object) =>
    resultOf(home.house, changeAgreement, fern.manager, {
      ...words,
      agency_ids: [council, police],
      id,
      ...more,
    });
  const signed = async () =>
    (await resultOf(home.house, readAgreement, fern.manager, { id })).parties.filter(
      (p) => p.signed_on !== null,
    ).length;
  await change({ review_on: '2027-01-01', title: 'Another title' });
  assert.equal(await signed(), 2);
  await change({ kinds: ['evidence', 'children'] });
  assert.equal(await signed(), 0);
  await change({ agency_ids: [council, youth] });
  const read = await resultOf(home.house, readAgreement, fern.manager, { id });
  assert.deepEqual(
    read.parties.map((p) => p.agency),
    ['Council', 'Youth justice'],
  );
  assert.deepEqual(
    read.left.map((p) => [p.agency, p.left_on]),
    [['Police', '2025-09-15']],
  );
});

test('for a while and with a reason returns are taken without an agreement; the page says so, and who still has none', async () => {
  const alone = await leadOf(
    (
      await resultOf(home.house, addAgency, fern.manager, {
        name: 'New trust',
        kind: 'relevant-agency',
        legal_type: 'nhs-trust',
      })
    ).id,
  );
  const trust = (await resultOf(home.house, listReturns, fern.manager, {})).rows.find(
    (r) => r.agency === 'New trust',
  );
  assert.equal(trust?.kinds[0]?.cover.by, null);
  const id = trust?.agency_id ?? '';
  await assert.rejects(require(alone, id), Conflict);
  const given = {
    from_on: '2025-09-01',
    until_on: '2025-12-31',
    reason: 'The agreement is with the lawyers',
  };
  await assert.rejects(
    resultOf(home.house, waiveAgreements, fern.manager, { ...given, until_on: '2027-01-01' }),
    InvalidInput,
  );
  await assert.rejects(resultOf(home.house, waiveAgreements, alone, given), NotAllowed);
  const waiver = await resultOf(home.house, waiveAgreements, fern.manager, given);
  assert.equal(await require(alone, id), 'taken');
  const page = await (await site.as(alone)).get('/governance/returns');
  assert.match(page.body, /The agreement is with the lawyers/);
  assert.match(
    page.body,
    /No information sharing agreement names New trust for evidence for the yearly report/,
  );
  const csv = await (await site.as(alone)).get('/governance/returns.csv');
  assert.match(csv.body, /New trust,agency-lead [^,]+,Evidence for the yearly report,No,/);
  await resultOf(home.house, endWaiver, fern.manager, { id: waiver.id });
  assert.equal(await require(alone, id), 'taken');
  const tomorrow = { ...alone, clock: { today: '2025-09-16', now: '2025-09-16T09:00:00.000Z' } };
  await assert.rejects(require(tomorrow, id), Conflict);
});

test('an agreement is recorded, signed, given its document and ended through its pages', async () => {
  const manager = await site.as(fern.manager);
  const { location = '' } = await manager.fill('/governance/agreements/new', {
    title: 'Through the page',
    agency_ids: [council, police],
    kinds: ['evidence', 'audits'],
    purpose: 'Learning',
    lawful_basis: 'Public task',
    ...day('from_on', '1', '4', '2025'),
    ...day('review_on', '1', '10', '2025'),
  });
  assert.match(location, /^\/governance\/agreements\//);
  const id = location.split('/').at(-1) ?? '';
  const lead = await site.as(policeLead);
  assert.match((await lead.get(location)).body, /Sign it for your agency/);
  assert.equal((await lead.fill(`${location}/signature`, { agency_id: police })).location, location);
  assert.doesNotMatch((await lead.get(location)).body, /Sign it for your agency/);
  await manager.fill(`${location}/paper-signature`, {
    agency_id: council,
    signatory: 'Chief executive',
    ...day('signed_on', '1', '4', '2025'),
  });
  assert.match((await manager.get(location)).body, /review due/);
  const file = new UploadedFile('agreement.txt', Buffer.from('We agree'));
  await resultOf(home.house, addAgreementFile, fern.manager, { id, file });
  const { files } = await resultOf(home.house, readAgreement, fern.manager, { id });
  assert.equal((await manager.get(`${location}/files/${files[0]?.id}`)).body, 'We agree');
  await manager.fill(`${location}/end`, { ...day('until_on', '1', '9', '2025'), ended_reason: 'Over' });
  assert.match((await manager.get('/governance/agreements')).body, /Lapsed/);
  await assert.rejects(resultOf(home.house, readAgreement, marl.manager, { id }), NotFound);
  await assert.rejects(
    resultOf(home.house, readAgreementFile, marl.manager, { id, file_id: files[0]?.id ?? '' }),
    NotFound,
  );
  assert.deepEqual(await resultOf(home.house, listAgreements, marl.manager, {}), []);
});

const day = (name: string, d: string, m: string, y: string) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
});

test('home tells the manager of a review that is due and of agencies without cover, and a lead what to sign', async () => {
  const { id } = await made({ review_on: '2025-10-01', title: 'Due soon' });
  await onPaper(id, council);
  const needs = (request: Request) =>
    resultOf(
      home.house,
      query({
        name: 'test.needs',
        summary: 'What needs somebody',
        permission: 'governance.read',
        input: z.strictObject({}),
        run: async (context) => (await governanceRoom.needsYou?.(context)) ?? [],
      }),
      request,
      {},
    );
  assert(
    (await needs(policeLead)).some((item) => item.text === '“Due soon” waits for the signature of Police'),
  );
  await resultOf(home.house, signAgreement, policeLead, { id, agency_id: police });
  assert(!(await needs(policeLead)).some((item) => item.text.includes('Due soon')));
  const tomorrow = { today: '2025-09-16', now: '2025-09-16T09:00:00.000Z' };
  const texts = (await needs({ ...fern.manager, clock: tomorrow })).map((item) => item.text);
  assert(texts.includes('“Due soon” is to be reviewed'), texts.join('; '));
  assert(
    texts.some((text) => text.endsWith('cannot give returns')),
    texts.join('; '),
  );
});
