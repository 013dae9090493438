import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { appoint } from '../../../ground/governance/person.operations.ts';
import { governanceRoom } from '../../../ground/governance/index.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../../ground/testing.ts';
import { setPassword } from '../../../kernel/access/sign-in.ts';
import { SoftDevice } from '../../../kernel/access/testing.ts';
import { kernelRoom } from '../../../kernel/kernel-room.ts';
import type { House, Request } from '../../../kernel/operation/perform.ts';
import { buildServer } from '../server.ts';
import { codeOf, headingOf, keyOn, Visitor } from './testing.ts';

const origin = 'https://gt.example';
const password = 'correct horse battery';
let home: TestHouse;
let house: House;
let fern: TestPartnership;
let marl: TestPartnership;
let app: FastifyInstance;
let addresses = 0;
let email = '';

before(async () => {
  home = await testHouse();
  house = { ...home.house, secondFactor: 'required', publicUrl: origin };
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  app = await buildServer(
    house,
    [kernelRoom, governanceRoom],
    { clock: () => testClock, fixedDay: null, mode: 'serve', publicUrl: origin },
    { logger: false },
  );
});
after(async () => {
  await app.close();
  await home.close();
});
// Each test has an account of its own, so that failures of one are none of another's.
beforeEach(async () => {
  email = `somebody-${++addresses}@example.org`;
  await accountFor(fern.manager);
});

async function accountFor({ partnership_id, identity }: Request): Promise<void> {
  assert(identity.kind === 'person');
  await setPassword(house, { email, password, partnership_id, person_id: identity.person_id });
}

const visitor = () => new Visitor(app, `192.0.2.${addresses}`);
const signIn = (who: Visitor, to = '/sign-in') => who.post(to, { email, password });

/** Sets an authenticator app up on the way in; gives its key and the recovery codes. */
async function setUpApp(who: Visitor): Promise<{ key: string; code: string; codes: string[] }> {
  await signIn(who);
  const key = keyOn(await who.get('/sign-in/set-up/authenticator'));
  const code = codeOf(key);
  const done = await who.post('/sign-in/set-up/authenticator', { code });
  const codes = [...done.body.matchAll(/<li><code>([^<]+)</g)].map((match) => match[1] ?? '');
  assert.equal(codes.length, 10, done.body.slice(0, 500));
  return { key, code, codes };
}

async function setUpPasskey(who: Visitor, device: SoftDevice): Promise<void> {
  await signIn(who);
  await who.get('/sign-in/set-up/passkey');
  const options = await who.json<Parameters<SoftDevice['create']>[0]>('/sign-in/set-up/passkey/options');
  const added = await who.post('/sign-in/set-up/passkey', {
    name: 'laptop',
    credential: device.create(options),
  });
  assert.match(headingOf(added), /recovery codes/, added.body.slice(0, 500));
}

test('where a second factor is required, a password alone opens nothing but the setting up of one', async () => {
  const who = visitor();
  const answer = await signIn(who, '/sign-in?to=%2Fgovernance');
  assert.equal(answer.location, '/sign-in/set-up?to=%2Fgovernance');
  for (const path of ['/governance', '/account', '/partnerships', '/api/governance.list-agencies']) {
    const { status, body } = await who.get(path);
    assert(status === 303 || status === 401 || status === 403, `${path} answered ${status}`);
    assert.doesNotMatch(body, /fern partnership/);
  }
  assert.match(headingOf(await who.follow(await who.get('/governance'))), /Set up a second step/);
});

test('an authenticator app is confirmed by a code, gives ten recovery codes, and opens the page that was wanted', async () => {
  const who = visitor();
  await signIn(who, '/sign-in?to=%2Fgovernance');
  const page = await who.get('/sign-in/set-up/authenticator?to=%2Fgovernance');
  assert.match(page.body, /<svg class="gt-qr"/);
  assert.doesNotMatch(page.body, /style=/);
  const wrong = await who.post('/sign-in/set-up/authenticator?to=%2Fgovernance', { code: '000000' });
  assert.equal(wrong.status, 422);
  assert.equal(keyOn(wrong), keyOn(page), 'a wrong code must not change the key that was scanned');
  const before = who.cookies['__Host-session'];
  const done = await who.post('/sign-in/set-up/authenticator?to=%2Fgovernance', {
    code: codeOf(keyOn(page)),
  });
  assert.equal(done.body.match(/<li><code>[0-9A-Z]{5}-[0-9A-Z]{5}</g)?.length, 10);
  assert.match(done.body, /href="\/governance"/);
  assert.notEqual(who.cookies['__Host-session'], before, 'more power must come with a new secret');
  assert.equal((await who.get('/governance')).status, 200);
  const rows = await home.pool.single('select * from access.authenticator', []);
  assert(!JSON.stringify(rows).includes(keyOn(page).replaceAll(' ', '')), 'the key must be sealed');
});

test('after the password comes the code; a code is good once, and an old session cookie opens nothing', async () => {
  const { key, code: first } = await setUpApp(visitor());
  const who = visitor();
  const asked = await signIn(who);
  assert.equal(asked.location, '/sign-in/second-factor');
  const half = who.cookies['__Host-session'] ?? '';
  await who.get('/sign-in/second-factor');
  const used = await who.post('/sign-in/second-factor', { code: first });
  assert.equal(used.status, 422, 'the code that confirmed the app was used already');
  const code = codeOf(key, 1);
  const opened = await who.post('/sign-in/second-factor', { code });
  assert.equal(opened.location, '/');
  assert.equal((await who.get('/governance')).status, 200);
  const thief = visitor();
  thief.cookies['__Host-session'] = half;
  assert.equal((await thief.get('/governance')).status, 303);
  const other = visitor();
  await signIn(other);
  await other.get('/sign-in/second-factor');
  assert.equal((await other.post('/sign-in/second-factor', { code })).status, 422);
});

test('a recovery code opens once, however it is typed, and says how many are left', async () => {
  const { codes } = await setUpApp(visitor());
  const [code = ''] = codes;
  const who = visitor();
  await signIn(who);
  await who.get('/sign-in/second-factor');
  const sent = await who.post('/sign-in/second-factor', { code: ` ${code.toLowerCase().replace('-', ' ')}` });
  assert.equal(sent.location, '/');
  const account = await who.follow(await who.get('/account'));
  assert.match(account.body, /9 recovery codes are left/);
  const again = visitor();
  await signIn(again);
  await again.get('/sign-in/second-factor');
  assert.equal((await again.post('/sign-in/second-factor', { code })).status, 422);
  const rows = JSON.stringify(await home.pool.single('select * from access.recovery_code', []));
  assert(!rows.includes(code));
});

test('wrong codes count like wrong passwords: after ten in a quarter of an hour nothing more is tried', async () => {
  const { key } = await setUpApp(visitor());
  const who = visitor();
  await signIn(who);
  await who.get('/sign-in/second-factor');
  for (let i = 0; i < 10; i++)
    assert.equal((await who.post('/sign-in/second-factor', { code: '000000' })).status, 422);
  assert.equal((await who.post('/sign-in/second-factor', { code: codeOf(key, 1) })).status, 429);
  assert.equal((await signIn(who)).status, 429);
});

test('a passkey alone signs in, and asks for no password and no code', async () => {
  const device = new SoftDevice(origin);
  await setUpPasskey(visitor(), device);
  const who = visitor();
  const options = await who.json<{ challenge: string; userVerification: string }>('/sign-in/passkey/options');
  assert.equal(options.userVerification, 'required');
  const opened = await who.post('/sign-in/passkey?to=%2Fgovernance', { credential: device.get(options) });
  assert.equal(opened.location, '/governance');
  assert.equal((await who.get('/governance')).status, 200);
});

test('a passkey’s answer is good once, for the session that was asked, and only in time', async () => {
  const device = new SoftDevice(origin);
  await setUpPasskey(visitor(), device);
  const who = visitor();
  const answer = device.get(await who.json('/sign-in/passkey/options'));
  const other = visitor();
  await other.json('/sign-in/passkey/options');
  assert.equal((await other.post('/sign-in/passkey', { credential: answer })).status, 422, 'another session');
  assert.equal((await who.post('/sign-in/passkey', { credential: answer })).status, 303);
  await who.json('/sign-in/passkey/options');
  assert.equal((await who.post('/sign-in/passkey', { credential: answer })).status, 422, 'replayed');
  const late = visitor();
  const tooLate = device.get(await late.json('/sign-in/passkey/options'));
  await home.pool.single(`update access.session set challenge_at = challenge_at - interval '6 minutes'`, []);
  assert.equal((await late.post('/sign-in/passkey', { credential: tooLate })).status, 422, 'too late');
});

test('a passkey’s answer for another site, for another challenge or without a fingerprint opens nothing', async () => {
  const device = new SoftDevice(origin);
  await setUpPasskey(visitor(), device);
  const tryWith = async (change: (asked: { challenge: string; rpId: string }) => string) => {
    const who = visitor();
    const asked = await who.json<{ challenge: string; rpId: string }>('/sign-in/passkey/options');
    return (await who.post('/sign-in/passkey', { credential: change(asked) })).status;
  };
  const lookAlike = Object.assign(Object.create(device) as SoftDevice, { origin: 'https://gt-example.org' });
  assert.equal(await tryWith((asked) => lookAlike.get(asked)), 422, 'another origin');
  assert.equal(
    await tryWith((asked) => device.get({ ...asked, challenge: 'AAAA' })),
    422,
    'another challenge',
  );
  const careless = Object.assign(Object.create(device) as SoftDevice, { verifies: false });
  assert.equal(await tryWith((asked) => careless.get(asked)), 422, 'nobody verified');
  assert.equal(await tryWith(() => 'no JSON'), 422);
  assert.equal(await tryWith((asked) => device.get(asked)), 303, 'and the right one does');
});

test('a passkey of one account is no second factor of another', async () => {
  const device = new SoftDevice(origin);
  await setUpPasskey(visitor(), device);
  email = `another-${addresses}@example.org`;
  await accountFor(marl.manager);
  await setUpApp(visitor());
  const who = visitor();
  await signIn(who);
  await who.get('/sign-in/second-factor');
  const options = await who.json<{ challenge: string; rpId: string }>(
    '/sign-in/second-factor/passkey/options',
  );
  const sent = await who.post('/sign-in/second-factor/passkey', { credential: device.get(options) });
  assert.equal(sent.status, 422);
  assert.equal((await who.get('/governance')).status, 303);
});

test('a passkey is a second factor after the password', async () => {
  const device = new SoftDevice(origin);
  await setUpPasskey(visitor(), device);
  const who = visitor();
  await signIn(who, '/sign-in?to=%2Fgovernance');
  await who.get('/sign-in/second-factor?to=%2Fgovernance');
  const credential = device.get(await who.json('/sign-in/second-factor/passkey/options'));
  const sent = await who.post('/sign-in/second-factor/passkey?to=%2Fgovernance', { credential });
  assert.equal(sent.location, '/governance');
});

test('somebody in two partnerships chooses, and can change', async () => {
  await accountFor(marl.manager);
  const who = visitor();
  await setUpApp(who);
  const choice = await who.follow(await who.get('/governance'));
  assert.equal(headingOf(choice), 'Choose a partnership');
  const sent = await who.post('/partnerships?to=%2Fgovernance', { partnership_id: marl.id });
  const page = await who.follow(sent);
  assert.match(page.body, /marl partnership/);
  assert.match(page.body, /href="\/partnerships">Change partnership</);
});

test('somebody whose appointments have ended, or are to come, is told so on every path and whom to ask', async () => {
  const { identity } = await fern.personWith();
  assert(identity.kind === 'person');
  const person_id = identity.person_id;
  await setPassword(house, { email, password, partnership_id: fern.id, person_id });
  await resultOf(house, appoint, fern.manager, {
    person_id,
    role: 'member',
    from_on: '2020-04-01',
    until_on: '2024-03-31',
  });
  const who = visitor();
  await setUpApp(who);
  for (const path of ['/governance', '/account', '/governance/agencies/new']) {
    const page = await who.get(path);
    assert.equal(page.status, 403, path);
    assert.match(
      page.body,
      /Nobody in particular’s last appointment to fern partnership ended on 31 March 2024/,
    );
    assert.match(page.body, /Business manager/);
  }
  await resultOf(house, appoint, fern.manager, { person_id, role: 'member', from_on: '2026-01-05' });
  assert.match((await who.get('/governance')).body, /begins on 5 January 2026/);
  await resultOf(house, appoint, fern.manager, { person_id, role: 'member', from_on: '2025-09-15' });
  assert.equal((await who.get('/governance')).status, 200);
});
