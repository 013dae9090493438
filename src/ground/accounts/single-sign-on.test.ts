import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { setProvider } from '../../kernel/access/identity-provider.ts';
import { setPassword } from '../../kernel/access/sign-in.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { governanceRoom } from '../governance/index.ts';
import { addPerson, appoint } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { agencyServer, atAgency, begin, clientSecret } from './agency/testing.ts';
import { accountsRoom } from './index.ts';
import { invitePerson } from './people.operations.ts';
import { lettersAfterWork, stranger } from './testing.ts';
import { realSettings } from '../browsing/testing.ts';

let home: TestHouse;
let house: House;
let fern: TestPartnership;
let marl: TestPartnership;
let police: string;
let health: string;
let app: FastifyInstance;
let owner: pg.Client;
let agency: { issuer: string; close(): void };
let provider: { id: string };
const rooms = [kernelRoom, governanceRoom, accountsRoom([])];

before(async () => {
  home = await testHouse();
  house = {
    ...home.house,
    providerSecret: (name) => (name === 'SSO_SECRET_POLICE' ? clientSecret : undefined),
  };
  [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
  const add = async (name: string, kind: 'police' | 'charity') =>
    (await resultOf(house, addAgency, fern.manager, { name, kind: 'other', legal_type: kind })).id;
  [police, health] = [await add('Fernshire Police', 'police'), await add('Fernshire Health', 'charity')];
  app = await buildServer(house, rooms, realSettings, { logger: false });
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  agency = await agencyServer();
  provider = await joined();
});
after(async () => {
  agency.close();
  await owner.end();
  await app.close();
  await home.close();
});

function joined(change: Partial<Parameters<typeof setProvider>[1]> = {}) {
  return setProvider(house, {
    partnership_id: fern.id,
    agency_id: police,
    name: 'police',
    issuer: agency.issuer,
    client_id: 'golden-thread',
    email_domains: ['police.example'],
    trusts_email: false,
    required: false,
    ...change,
  });
}

async function through(who: string, browser = stranger(app)) {
  const back = await atAgency(await begin(browser, provider.id), who);
  return { browser, back, answer: await browser.get(back) };
}

let people = 0;
async function personOf(
  agency_id: string | null,
  { email = '', account = false, role = 'member' as const } = {},
) {
  const address = email || `officer-${++people}@police.example`;
  const { id } = await resultOf(house, addPerson, fern.manager, {
    name: `Officer ${people}`,
    email: address,
    agency_id,
  });
  await resultOf(house, appoint, fern.manager, { person_id: id, role, from_on: '2020-01-01' });
  if (account)
    await setPassword(house, {
      email: address,
      password: 'three unrelated words',
      partnership_id: fern.id,
      person_id: id,
    });
  return { id, email: address };
}

test('the page goes by the address’s domain, lists nobody, and leads to the agency and in', async () => {
  const officer = await personOf(police, { account: true });
  const browser = stranger(app);
  const asked = await browser.post('/sign-in/organisation', { email: 'somebody-else@police.example' });
  assert.match(asked.body, /Continue to police/);
  const elsewhere = await browser.post('/sign-in/organisation', { email: 'x@other.example' });
  assert.equal(elsewhere.status, 422);
  assert.doesNotMatch(elsewhere.body, /police/);
  const href = /href="(\/sign-in\/organisation\/[^"]+\/start)"/.exec(asked.body)?.[1] ?? '';
  const started = await browser.get(href);
  const address = new URL(started.location ?? '');
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(address.searchParams.get('redirect_uri'), 'http://localhost/sign-in/organisation/callback');
  assert(!address.href.includes('officer'));
  const answer = await browser.get(await atAgency(address.href, `one|${officer.email}|verified`));
  assert.equal(answer.status, 303, answer.body);
  assert.equal(answer.location, '/');
  assert.match((await browser.get('/governance')).body, /Officer/);
});

test('afterwards the subject is known, whatever address the agency gives', async () => {
  const officer = await personOf(police, { account: true });
  assert.equal((await through(`two|${officer.email}|verified`)).answer.status, 303);
  await owner.query(
    "update access.account_identity set subject = 'known|new@police.example|no' where subject = $1",
    [`two|${officer.email}|verified`],
  );
  assert.equal((await through('known|new@police.example|no')).answer.status, 303);
});

test('an invited person comes in without a password, and the invitation is used up', async () => {
  const officer = await personOf(police);
  await resultOf(house, invitePerson, fern.manager, { person_id: officer.id });
  await lettersAfterWork(home, rooms);
  const { browser, answer } = await through(`three|${officer.email}|verified`);
  assert.equal(answer.status, 303, answer.body);
  assert.equal((await browser.get('/governance')).status, 200);
  const { rows } = await owner.query('select used_at from access.one_time_link where email = $1', [
    officer.email,
  ]);
  assert.notEqual(rows[0].used_at, null);
});

test('nobody is made a person: not the uninvited, not the agency’s other staff, not an address at another domain', async () => {
  const uninvited = await personOf(police);
  const nurse = await personOf(health, { email: 'nurse@police.example', account: true });
  const elsewhere = await personOf(police, { email: 'officer@home.example', account: true });
  const accounts = async () => (await owner.query('select count(*) as n from access.account')).rows[0].n;
  const before = await accounts();
  const words = new Set<string>();
  for (const [subject, email] of [
    ['four', uninvited.email],
    ['five', 'stranger@police.example'],
    ['six', nurse.email],
    ['seven', elsewhere.email],
    ['eight', ''],
  ]) {
    const { browser, answer } = await through(`${subject}|${email}|verified`);
    assert.equal(answer.status, 409, email);
    words.add(/<p class="govuk-body">([^<]+)<\/p>/.exec(answer.body)?.[1] ?? '');
    assert.equal((await browser.get('/governance')).status, 303);
  }
  assert.equal(words.size, 1);
  assert.equal(await accounts(), before);
});

test('a subject whose person has moved to another agency comes in no more', async () => {
  const officer = await personOf(police, { account: true });
  const who = `moved|${officer.email}|verified`;
  assert.equal((await through(who)).answer.status, 303);
  await owner.query('update governance.person set agency_id = $2 where id = $1', [officer.id, health]);
  assert.equal((await through(who)).answer.status, 409);
});

test('an address that the agency has not verified is not believed, unless the operator trusts it for its domains', async () => {
  const officer = await personOf(police, { account: true });
  assert.equal((await through(`nine|${officer.email}|no`)).answer.status, 409);
  await joined({ trusts_email: true });
  const { answer } = await through(`nine|${officer.email}|no`);
  await joined();
  assert.equal(answer.status, 303);
});

test('a wrong state, another browser, a second use and an attempt of long ago are refused', async () => {
  const officer = await personOf(police, { account: true });
  const who = `ten|${officer.email}|verified`;
  const browser = stranger(app);
  const back = await atAgency(await begin(browser, provider.id), who);
  const forged = back.replace(/state=[^&]+/, 'state=forged');
  assert.equal((await browser.get(forged)).status, 409);
  assert.equal((await stranger(app).get(back)).status, 409);
  const again = { ...browser.cookies };
  assert.equal((await browser.get(back)).status, 303);
  const replaying = stranger(app);
  Object.assign(replaying.cookies, again);
  assert.equal((await replaying.get(back)).status, 409);

  const slow = stranger(app);
  const late = await atAgency(await begin(slow, provider.id), who);
  await owner.query('update access.single_sign_on_attempt set expires_at = now() where used_at is null');
  assert.equal((await slow.get(late)).status, 409);
});

test('of one answer sent twice at once exactly one comes in', async () => {
  const officer = await personOf(police, { account: true });
  const first = stranger(app);
  const back = await atAgency(await begin(first, provider.id), `eleven|${officer.email}|verified`);
  const second = stranger(app);
  Object.assign(second.cookies, first.cookies);
  const answers = await Promise.all([first.get(back), second.get(back)]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  );
});

test('a code of somebody else, put into one’s own sign-in, is refused', async () => {
  const officer = await personOf(police, { account: true });
  const [thief, victim] = [stranger(app), stranger(app)];
  const stolen = await atAgency(await begin(victim, provider.id), `twelve|${officer.email}|verified`);
  const own = await atAgency(await begin(thief, provider.id), 'thief|thief@police.example|verified');
  const code = new URL(stolen, 'http://localhost').searchParams.get('code') ?? '';
  const mixed = own.replace(/code=[^&]+/, `code=${code}`);
  assert.equal((await thief.get(mixed)).status, 503);
  assert.equal((await thief.get('/governance')).status, 303);
});

test('an agency that does not let somebody in, is down, or whose secret is not set, is said kindly and without detail', async () => {
  const refused = await through('refused');
  assert.equal(refused.answer.status, 409);
  assert.match(refused.answer.body, /did not let you in/);

  const down = await joined({ name: 'down', issuer: 'http://127.0.0.1:9' });
  await owner.query(
    "update access.identity_provider set secret_name = 'SSO_SECRET_POLICE' where name = 'down'",
  );
  const nobody = await stranger(app).get(`/sign-in/organisation/${down.id}/start`);
  assert.equal(nobody.status, 503);
  assert.match(nobody.body, /did not work just now/);
  assert.doesNotMatch(nobody.body, /127\.0\.0\.1|ECONN|fetch/);

  const unset = await joined({ name: 'unset' });
  const answer = await stranger(app).get(`/sign-in/organisation/${unset.id}/start`);
  assert.equal(answer.status, 503);
  assert.doesNotMatch(answer.body, /SSO_SECRET/);
  assert.equal((await stranger(app).get('/sign-in/organisation/nonsense/start')).status, 404);
});

test('an agency that goes down between leaving and coming back lets nobody in', async () => {
  const officer = await personOf(police, { account: true });
  const second = await agencyServer();
  const other = await joined({ name: 'second', issuer: second.issuer });
  await owner.query(
    "update access.identity_provider set secret_name = 'SSO_SECRET_POLICE' where name = 'second'",
  );
  const browser = stranger(app);
  const back = await atAgency(await begin(browser, other.id), `thirteen|${officer.email}|verified`);
  second.close();
  const answer = await browser.get(back);
  assert.equal(answer.status, 503);
  assert.equal((await browser.get('/governance')).status, 303);
});

test('where the agency asks for it, its people’s passwords are refused kindly, and only theirs', async () => {
  const officer = await personOf(police, { account: true });
  const nurse = await personOf(health, { email: 'nurse2@health.example', account: true });
  const signIn = (email: string, password = 'three unrelated words') =>
    stranger(app).post('/sign-in', { email, password });
  assert.equal((await signIn(officer.email)).status, 303);
  await joined({ required: true });
  const refused = await signIn(officer.email);
  assert.equal(refused.status, 422);
  assert.match(refused.body, /asks its people to sign in with their account there/);
  assert.doesNotMatch((await signIn(officer.email, 'wrong password')).body, /asks its people/);
  assert.equal((await signIn(nurse.email)).status, 303);
  const joiner = await personOf(police);
  await resultOf(house, invitePerson, fern.manager, { person_id: joiner.id });
  const [letter] = await lettersAfterWork(home, rooms);
  assert.match(letter?.text ?? '', /You sign in with your account of police/);
  assert.doesNotMatch(letter?.text ?? '', /\/invitation\//);
  assert.equal((await through(`fourteen|${joiner.email}|verified`)).answer.status, 303);
  await joined();
});

test('the provider of one partnership opens nothing in another', async () => {
  const { id } = await resultOf(house, addPerson, marl.manager, {
    name: 'Of Marl',
    email: 'marl@police.example',
  });
  await setPassword(house, {
    email: 'marl@police.example',
    password: 'three unrelated words',
    partnership_id: marl.id,
    person_id: id,
  });
  assert.equal((await through('fifteen|marl@police.example|verified')).answer.status, 409);
});

test('neither code, state, verifier nor the cookie’s secret is in the database', async () => {
  const browser = stranger(app);
  const address = new URL(await begin(browser, provider.id));
  const text = JSON.stringify((await owner.query('select * from access.single_sign_on_attempt')).rows);
  for (const kept of [
    ...Object.values(browser.cookies),
    address.searchParams.get('state') ?? '',
    address.searchParams.get('nonce') ?? '',
  ])
    assert(!text.includes(kept));
});
