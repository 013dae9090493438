// The pages of keeping and forgetting, through the real server, on the demonstration.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadDemonstration } from '../../../demo/load.ts';
import { fernshire } from '../../../demo/fernshire/index.ts';
import { type Browser, type Browsing, browsing, headingOf } from '../../ground/browsing/testing.ts';
import { type TestHouse, testClock, testHouse } from '../../ground/testing.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { rooms } from '../index.ts';
import { risks } from './assessment/assessment.ts';

let home: TestHouse;
let site: Browsing;
const named = new Map<string, Browser>();

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  await loadDemonstration(home.house, fernshire);
  site = await browsing(home, rooms);
  const [{ id } = { id: '' }] = await home.pool.single<{ id: string }>(
    "select id from kernel.partnership where short_name = 'fernshire'",
    [],
  );
  const people = await home.pool.transaction(
    (transaction) =>
      transaction.text<{ id: string; role: string }>(
        `select distinct p.id, a.role from governance.person p
         join governance.appointment a on a.partnership_id = p.partnership_id and a.person_id = p.id
         where p.partnership_id = $1 and a.until_on is null`,
        [id],
      ),
    id,
  );
  for (const role of ['business-manager', 'delegated-safeguarding-partner', 'member']) {
    const person = people.find((one) => one.role === role);
    assert(person, role);
    const request: Request = {
      partnership_id: id,
      identity: { kind: 'person', person_id: person.id },
      clock: testClock,
      via: 'web',
    };
    named.set(role, await site.as(request));
  }
});
after(async () => {
  await site.close();
  await home.close();
});

function as(role: string): Browser {
  const browser = named.get(role);
  assert(browser);
  return browser;
}

test('every page opens with its heading, and not to somebody without the permission', async () => {
  const pages: Record<string, string> = {
    '/information-governance': 'Information governance',
    '/information-governance/register': 'Register of processing',
    '/information-governance/due': 'Past its retention',
    '/information-governance/holds': 'Legal holds',
    '/information-governance/holds/new': 'Place a legal hold',
    '/information-governance/disposals': 'Disposals',
    '/information-governance/disposals/new': 'Propose a disposal',
    '/information-governance/redactions': 'Redactions',
    '/information-governance/rules/new': 'Set how long a kind of record is kept',
    '/information-governance/assessment': 'Data protection impact assessment',
  };
  for (const [path, heading] of Object.entries(pages)) {
    const opened = await as('business-manager').get(path);
    assert.equal(opened.status, 200, `${path}: ${opened.body.slice(0, 500)}`);
    assert.equal(headingOf(opened), heading);
    assert.equal((await as('member').get(path)).status, 403, path);
  }
});

test('the register and the impact assessment can be taken away, and say whose decision each retention is', async () => {
  const register = await as('business-manager').get('/information-governance/register');
  assert.match(register.body, /Your own rule: Fernshire County Council retention schedule 2024, line 31/);
  assert.match(register.body, /Proposed; no rule of your own yet/);
  const csv = await as('business-manager').get('/information-governance/register.csv');
  assert.match(csv.body, /3 years after the last appointment ended/);
  assert.match(csv.body, /Who a child is.*paragraph 18/);
  const file = await as('business-manager').get('/information-governance/assessment/file');
  assert.match(file.body, /^<!doctype html>/);
  assert.match(file.body, /Nobody has written this yet/);
  assert.match(file.body, /data protection officer read this assessment in May 2025/);
});

test('every measure the impact assessment claims rests on an operation that is there', () => {
  const names = new Set(rooms.flatMap((room) => room.operations.map(({ name }) => name)));
  const claimed = risks.flatMap(({ measures }) => measures.flatMap(({ rests_on }) => rests_on ?? []));
  assert(claimed.length > 5);
  assert.deepEqual(
    claimed.filter((name) => !names.has(name)),
    [],
  );
});

test('a disposal goes from the list through the second person to its certificate', async () => {
  const manager = as('business-manager');
  const partner = as('delegated-safeguarding-partner');
  const list = await manager.get('/information-governance/disposals');
  const path = /href="(\/information-governance\/disposals\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
  const waiting = await manager.get(path);
  assert.match(waiting.body, /The next step is for somebody else/);
  assert.doesNotMatch(waiting.body, /Agree to this disposal/);
  const refused = await manager.fill(`${path}/agreement`, {});
  assert.equal(refused.status, 403);
  const agreed = await partner.fill(`${path}/agreement`, {});
  assert.equal(agreed.location, path);
  assert.match((await partner.get(path)).body, /Carry it out/);
  const done = await partner.fill(`${path}/completion`, {});
  assert.equal(done.location, path, done.body.slice(0, 2000));
  const certificate = await manager.get(path);
  assert.match(headingOf(certificate), /Certificate of disposal/);
  assert.match(certificate.body, /Backups made before a disposal still hold/);
  assert.match(
    (await manager.get('/information-governance/disposals.json')).body,
    /"partnership": "fernshire"/,
  );
});

test('a finding is redacted from its own page, which says so from then on', async () => {
  const manager = as('business-manager');
  const findings = await manager.get('/thread/findings');
  const path = /href="(\/thread\/findings\/[0-9a-f-]{36})"/.exec(findings.body)?.[1] ?? '';
  const finding = await manager.get(path);
  const link = /href="(\/information-governance\/redactions\/record\?[^"]+)"/.exec(finding.body)?.[1] ?? '';
  const record = await manager.get(link);
  assert.equal(headingOf(record), 'Take something out of a record');
  const form =
    /href="(\/information-governance\/redactions\/new\?[^"]*field=text)"/.exec(record.body)?.[1] ?? '';
  const words = /What was found[\s\S]*?<dd[^>]*>\s*(\w+ \w+)/.exec(finding.body)?.[1] ?? '';
  assert.notEqual(words, '');
  const sent = await manager.fill(form.replaceAll('&amp;', '&'), {
    passages: words,
    reason: 'It named somebody',
  });
  assert.match(sent.location ?? '', /^\/information-governance\/redactions\/[0-9a-f-]{36}$/, sent.body);
  const after = await manager.get(path);
  assert.match(after.body, /A passage was redacted on 15 September 2025/);
  assert.match(after.body, /\[redacted\]/);
});

test('the public page says what is kept about people, on which basis, and how to ask', async () => {
  const { body, status } = await site.stranger('/privacy');
  assert.equal(status, 200);
  assert.match(body, /Who a child is/);
  assert.match(body, /Schedule 1 paragraph 18/);
  assert.match(body, /You can ask to see what is held about you/);
});
