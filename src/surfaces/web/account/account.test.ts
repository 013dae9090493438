import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { accountsRoom } from '../../../ground/accounts/index.ts';
import { governanceRoom } from '../../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../../ground/testing.ts';
import { startSession } from '../../../kernel/access/session.ts';
import { setPassword } from '../../../kernel/access/sign-in.ts';
import { SoftDevice } from '../../../kernel/access/testing.ts';
import { workThrough } from '../../../kernel/jobs/worker.ts';
import { kernelRoom } from '../../../kernel/kernel-room.ts';
import type { House } from '../../../kernel/operation/perform.ts';
import { codeOf, headingOf, keyOn, Visitor } from '../entrance/testing.ts';
import { buildServer } from '../server.ts';

const origin = 'https://gt.example';
const password = 'correct horse battery';
const rooms = [kernelRoom, governanceRoom, accountsRoom([])];
let home: TestHouse;
let offered: House;
let fern: TestPartnership;
let app: FastifyInstance;
let strict: FastifyInstance;
let accounts = 0;
let email = '';

before(async () => {
  home = await testHouse();
  offered = { ...home.house, publicUrl: origin };
  fern = await home.partnership('fern');
  const settings = { clock: () => testClock, fixedDay: null, mode: 'serve', publicUrl: origin } as const;
  app = await buildServer(offered, rooms, settings, { logger: false });
  strict = await buildServer({ ...offered, secondFactor: 'required' }, rooms, settings, { logger: false });
});
after(async () => {
  await app.close();
  await strict.close();
  await home.close();
});
beforeEach(async () => {
  email = `somebody-${++accounts}@example.org`;
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  await setPassword(offered, { email, password, partnership_id: fern.id, person_id: identity.person_id });
  home.letters.length = 0;
});

async function signedIn(to = app, agent?: string): Promise<Visitor> {
  const who = new Visitor(to, `198.51.100.${accounts}`, agent);
  assert.equal((await who.post('/sign-in', { email, password })).status, 303);
  return who;
}

async function letters(): Promise<string[]> {
  await workThrough(offered, rooms, () => testClock);
  return home.letters.filter(({ to }) => to === email).map(({ text }) => text);
}

/** As if the last proof of who it is were an hour old. */
const letProofGoStale = () =>
  home.pool.single(
    `update access.session set proved_at = proved_at - interval '1 hour' where account_id = (select id from access.account where email = $1)`,
    [email],
  );

async function addPasskey(who: Visitor, device: SoftDevice): Promise<void> {
  await who.get('/account/passkeys/new');
  const options = await who.json<Parameters<SoftDevice['create']>[0]>('/account/passkeys/new/options');
  await who.post('/account/passkeys/new', { name: 'work laptop', credential: device.create(options) });
}

test('where a second factor is only offered, a password is enough and the account offers to add one', async () => {
  const who = await signedIn();
  const page = await who.get('/account');
  assert.equal(page.status, 200);
  assert.match(page.body, /Authenticator app[\s\S]*Not set up/);
  assert.match(page.body, /Signed in with the password/);
  assert.match((await who.get('/governance')).body, /href="\/account">Your account</);
});

test('changing the password asks for the present one, signs out other browsers, and a letter tells of it', async () => {
  const who = await signedIn();
  const elsewhere = await signedIn();
  const change = (values: Record<string, string>) =>
    who.post('/account/password', {
      present: password,
      password: 'otters ford the Ouse',
      again: 'otters ford the Ouse',
      ...values,
    });
  await who.get('/account/password');
  assert.match((await change({ present: 'wrong' })).body, /not your present password/);
  assert.match((await change({ again: 'another' })).body, /not the same/);
  assert.match((await change({ password: 'password1234', again: 'password1234' })).body, /try first/);
  assert.equal((await change({})).location, '/account');
  assert.equal((await who.get('/account')).status, 200);
  assert.equal((await elsewhere.get('/account')).status, 303);
  const [text = ''] = await letters();
  assert.match(text, /The password was changed on/);
  assert.doesNotMatch(text, /otters|192\.|198\./);
  assert.equal((await new Visitor(app).post('/sign-in', { email, password })).status, 422);
});

test('a change to how one signs in needs a fresh proof, which a wrong password is not', async () => {
  const who = await signedIn();
  await letProofGoStale();
  const asked = await who.get('/account/passkeys/new');
  assert.equal(asked.location, '/account/proof?to=%2Faccount%2Fpasskeys%2Fnew');
  await who.follow(asked);
  const wrong = await who.post('/account/proof/password?to=%2Faccount%2Fpasskeys%2Fnew', {
    password: 'wrong',
  });
  assert.equal(wrong.status, 422);
  assert.equal((await who.get('/account/passkeys/new')).status, 303);
  const before = who.cookies['__Host-session'];
  await who.get('/account/proof');
  const right = await who.post('/account/proof/password?to=%2Faccount%2Fpasskeys%2Fnew', { password });
  assert.equal(right.location, '/account/passkeys/new');
  assert.notEqual(who.cookies['__Host-session'], before);
  assert.equal((await who.get('/account/passkeys/new')).status, 200);
  await who.get('/account/proof?to=%2Fgovernance');
  const astray = await who.post('/account/proof/password?to=https%3A%2F%2Fevil.example', { password });
  assert.equal(astray.location, '/account');
});

test('a passkey is added, told of by letter, proves who is there, and is removed', async () => {
  const device = new SoftDevice(origin);
  const who = await signedIn();
  await addPasskey(who, device);
  assert.match((await who.get('/account')).body, /work laptop/);
  assert((await letters()).some((text) => text.includes('A passkey was added')));
  await letProofGoStale();
  await who.get('/account/proof');
  const credential = device.get(await who.json('/account/proof/passkey/options'));
  assert.equal((await who.post('/account/proof/passkey', { credential })).location, '/account');
  const page = await who.get('/account');
  const removal = /href="(\/account\/passkeys\/[^"]+\/removal)"/.exec(page.body)?.[1] ?? '';
  await who.get(removal);
  assert.equal((await who.post(removal)).location, '/account');
  assert.doesNotMatch((await who.get('/account')).body, /work laptop/);
  assert((await letters()).some((text) => text.includes('A passkey was removed')));
  assert.equal((await who.get(removal)).status, 404);
});

test('nobody can remove somebody else’s passkey', async () => {
  const who = await signedIn();
  await addPasskey(who, new SoftDevice(origin));
  const removal =
    /href="(\/account\/passkeys\/[^"]+\/removal)"/.exec((await who.get('/account')).body)?.[1] ?? '';
  email = `thief-${accounts}@example.org`;
  const { identity } = await fern.personWith('member');
  assert(identity.kind === 'person');
  await setPassword(offered, { email, password, partnership_id: fern.id, person_id: identity.person_id });
  const thief = await signedIn();
  await addPasskey(thief, new SoftDevice(origin));
  assert.equal((await thief.get(removal)).status, 404);
  assert.equal((await thief.post(removal)).status, 404);
});

test('the last second factor stays while one is required, and goes while it is only offered', async () => {
  const who = await signedIn(strict);
  const key = keyOn(await who.get('/sign-in/set-up/authenticator'));
  await who.post('/sign-in/set-up/authenticator', { code: codeOf(key) });
  const refused = await who.post('/account/authenticator/removal');
  assert.equal(refused.status, 409);
  assert.match(refused.body, /only second step/);
  await addPasskey(who, new SoftDevice(origin));
  await who.get('/account');
  assert.equal((await who.post('/account/authenticator/removal')).location, '/account');
  assert.match((await who.get('/account')).body, /Authenticator app[\s\S]*Not set up/);
});

test('new recovery codes take the place of the old', async () => {
  const who = await signedIn();
  const key = keyOn(await who.get('/account/authenticator'));
  const codesOn = ({ body }: { body: string }) =>
    [...body.matchAll(/<li><code>([^<]+)</g)].map((m) => m[1] ?? '');
  const [old = ''] = codesOn(await who.post('/account/authenticator', { code: codeOf(key) }));
  await who.get('/account/recovery-codes');
  const made = codesOn(await who.post('/account/recovery-codes'));
  assert.equal(new Set([old, ...made]).size, 11);
  const other = new Visitor(app, `203.0.113.${accounts}`);
  await other.follow(await other.post('/sign-in', { email, password }));
  assert.equal((await other.post('/sign-in/second-factor', { code: old })).status, 422);
  assert.equal((await other.post('/sign-in/second-factor', { code: made[3] ?? '' })).location, '/');
});

test('one sees where one is signed in, signs out one browser, and everywhere', async () => {
  const who = await signedIn();
  const phone = await signedIn(
    app,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Version/18.0 Safari/604.1',
  );
  const page = await who.get('/account');
  assert.match(page.body, /Firefox on Windows <strong>\(this one\)/);
  assert.match(page.body, /Safari on iPhone/);
  const session_id = /name="session_id" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  assert.equal((await who.post('/account/sessions/end', { session_id })).location, '/account');
  assert.equal((await phone.get('/account')).status, 303);
  assert.equal((await who.post('/account/sessions/end', { session_id })).status, 404);
  const third = await signedIn();
  await who.get('/account');
  assert.equal((await who.post('/account/sessions/end-all')).location, '/sign-in');
  for (const gone of [who, third]) assert.equal((await gone.get('/account')).status, 303);
});

test('nobody can sign out somebody else, and no form works without the session’s token', async () => {
  const victim = await signedIn();
  const [session] = await home.pool.single<{ id: string }>(
    `select s.id from access.session s join access.account a on a.id = s.account_id where a.email = $1`,
    [email],
  );
  email = `other-${accounts}@example.org`;
  const { identity } = await fern.personWith('member');
  assert(identity.kind === 'person' && session);
  await setPassword(offered, { email, password, partnership_id: fern.id, person_id: identity.person_id });
  const other = await signedIn();
  await other.get('/account');
  assert.equal((await other.post('/account/sessions/end', { session_id: session.id })).status, 404);
  assert.equal((await victim.get('/account')).status, 200);
  for (const path of [
    '/account/sessions/end-all',
    '/account/password',
    '/account/recovery-codes',
    '/account/authenticator',
  ])
    assert.equal((await other.post(path, { _form: 'forged' })).status, 403, path);
});

test('the events of an account cannot be rewritten by the application and hold no address in clear', async () => {
  const who = await signedIn();
  await who.get('/account');
  await new Visitor(app, '203.0.113.77').post('/sign-in', { email, password: 'wrong' });
  const page = await who.get('/account');
  assert.match(page.body, /A wrong password was given/);
  const rows = JSON.stringify(await home.pool.single('select * from access.account_event', []));
  assert.doesNotMatch(rows, /203\.0\.113/);
  await assert.rejects(
    home.pool.single(`update access.account_event set kind = 'signed-in-by-link'`, []),
    /permission/,
  );
  await assert.rejects(home.pool.single('delete from access.account_event', []), /permission/);
});

test('a visit without an account, such as the demonstration’s, is told that there is none', async () => {
  const page = await app.inject({
    url: '/account',
    cookies: { '__Host-session': await visitWithoutAccount() },
  });
  assert.match(headingOf({ status: 200, body: page.body, location: undefined }), /Your account/);
  assert.match(page.body, /visit without an account/);
});

async function visitWithoutAccount(): Promise<string> {
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  return startSession(
    offered,
    { account_id: null, partnership_id: fern.id, person_id: identity.person_id },
    new Date(),
  );
}
