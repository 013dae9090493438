// Ways round the second factor that somebody who knows the password might try, and two things done at once.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { governanceRoom } from '../../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../../ground/testing.ts';
import { makeRecoveryCodes, takeRecoveryCode } from '../../../kernel/access/recovery-codes.ts';
import { factorsOf, removeAuthenticator, removePasskey } from '../../../kernel/access/second-factor.ts';
import { findAccount, setPassword } from '../../../kernel/access/sign-in.ts';
import { listPasskeys } from '../../../kernel/access/passkey.ts';
import { SoftDevice } from '../../../kernel/access/testing.ts';
import { kernelRoom } from '../../../kernel/kernel-room.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { buildServer } from '../server.ts';
import { codeOf, headingOf, keyOn, Visitor } from './testing.ts';

const origin = 'https://gt.example';
const password = 'correct horse battery';
let home: TestHouse;
let house: House;
let fern: TestPartnership;
let app: FastifyInstance;
let count = 0;
let email = '';
let accountId = '';

before(async () => {
  home = await testHouse();
  house = { ...home.house, secondFactor: 'required', publicUrl: origin };
  fern = await home.partnership('fern');
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
beforeEach(async () => {
  email = `somebody-${++count}@example.org`;
  const { partnership_id, identity } = await fern.personWith('member');
  assert(identity.kind === 'person');
  await setPassword(house, { email, password, partnership_id, person_id: identity.person_id });
  accountId = (await findAccount(house, email)) ?? '';
});

const visitor = (host = count) => new Visitor(app, `192.0.2.${host}`);
const signIn = (who: Visitor) => who.post('/sign-in', { email, password });

async function setUpApp(who: Visitor): Promise<string> {
  await signIn(who);
  const key = keyOn(await who.get('/sign-in/set-up/authenticator'));
  await who.post('/sign-in/set-up/authenticator', { code: codeOf(key) });
  assert.equal((await who.get('/governance')).status, 200);
  return key;
}

async function addPasskey(who: Visitor): Promise<void> {
  const page = '/account/passkeys/new';
  await who.get(page);
  const options = await who.json<Parameters<SoftDevice['create']>[0]>(`${page}/options`);
  await who.post(page, { name: 'laptop', credential: new SoftDevice(origin).create(options) });
}

test('somebody with a stolen password who waits at the set-up replaces nothing once its owner has set up a second step', async () => {
  const thief = visitor(200);
  assert.equal((await signIn(thief)).location, '/sign-in/set-up');
  const key = keyOn(await thief.get('/sign-in/set-up/authenticator'));
  await setUpApp(visitor());
  const before = await factorsOf(house, accountId);
  const tried = await thief.post('/sign-in/set-up/authenticator', { code: codeOf(key) });
  assert.equal(tried.status, 303);
  assert.equal((await thief.get('/governance')).status, 303);
  assert.deepEqual(await factorsOf(house, accountId), before);
  const passkey = await thief.get('/sign-in/set-up/passkey');
  assert.equal(passkey.status, 303, headingOf(passkey));
});

test('of two second steps removed at once one stays where one is required', async () => {
  const who = visitor();
  await setUpApp(who);
  await addPasskey(who);
  const [passkey] = await listPasskeys(house, accountId);
  assert(passkey !== undefined);
  const now = new Date();
  const done = await Promise.allSettled([
    removeAuthenticator(house, accountId, now),
    removePasskey(house, accountId, passkey.id, now, 'a browser'),
  ]);
  assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const { passkeys, authenticator_at } = await factorsOf(house, accountId);
  assert.equal(passkeys + (authenticator_at === null ? 0 : 1), 1);
});

test('a recovery code sent twice at once is taken once, and codes made twice at once leave ten', async () => {
  const [code = ''] = await makeRecoveryCodes(house, accountId, new Date());
  const taken = await Promise.all(
    Array.from({ length: 4 }, () => takeRecoveryCode(house, accountId, code, new Date())),
  );
  assert.equal(taken.filter(Boolean).length, 1);
  await Promise.all([1, 2, 3].map(() => makeRecoveryCodes(house, accountId, new Date())));
  assert.equal((await factorsOf(house, accountId)).codes_left, 10);
});

test('an app’s code sent by two sessions at once lets one in', async () => {
  const key = await setUpApp(visitor());
  const both = [visitor(201), visitor(202)];
  for (const who of both) {
    await signIn(who);
    await who.get('/sign-in/second-factor');
  }
  const answers = await Promise.all(
    both.map((who) => who.post('/sign-in/second-factor', { code: codeOf(key, 1) })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  );
});
