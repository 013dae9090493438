// One account in several partnerships, with agencies of their own in each: what one agency vouches for opens nothing of
// another's, and no way round an agency that asks for its own sign-in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { admit } from '../../kernel/access/admission.ts';
import { type IdentityProvider, setProvider } from '../../kernel/access/identity-provider.ts';
import { makeLink } from '../../kernel/access/one-time-link.ts';
import { findSession } from '../../kernel/access/session.ts';
import { findAccount, setPassword } from '../../kernel/access/sign-in.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { governanceRoom } from '../governance/index.ts';
import { addPerson, appoint } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { agencyServer, atAgency, begin, clientSecret } from './agency/testing.ts';
import { accountsRoom } from './index.ts';
import { stranger } from './testing.ts';
import { realSettings } from '../browsing/testing.ts';

const email = 'ada@trust.example';
const password = 'three unrelated words';
const entry = { address: '10.9.9.9', user_agent: undefined };
let home: TestHouse;
let house: House;
let app: FastifyInstance;
let trustServer: { issuer: string; close(): void };
let fern: TestPartnership;
let marl: TestPartnership;
let trust: IdentityProvider;
let police: IdentityProvider;
let accountId: string;

before(async () => {
  home = await testHouse();
  house = { ...home.house, providerSecret: () => clientSecret };
  [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
  trustServer = await agencyServer();
  app = await buildServer(house, [kernelRoom, governanceRoom, accountsRoom([])], realSettings, {
    logger: false,
  });
  const inFern = await member(fern, 'Fern Schools Trust');
  const inMarl = await member(marl, 'Marl Police');
  trust = await joined(fern, inFern.agency_id, trustServer.issuer, false);
  police = await joined(marl, inMarl.agency_id, 'http://127.0.0.1:9', false);
  const found = await findAccount(house, email);
  assert(found !== undefined);
  accountId = found;
});
after(async () => {
  trustServer.close();
  await app.close();
  await home.close();
});

async function member(at: TestPartnership, agency: string) {
  const { id: agency_id } = await resultOf(house, addAgency, at.manager, {
    name: agency,
    kind: 'other',
    legal_type: 'charity',
  });
  const { id } = await resultOf(house, addPerson, at.manager, { name: 'Ada', email, agency_id });
  await resultOf(house, appoint, at.manager, { person_id: id, role: 'member', from_on: '2020-01-01' });
  await setPassword(house, { email, password, partnership_id: at.id, person_id: id });
  return { agency_id, person_id: id };
}

function joined(at: TestPartnership, agency_id: string, issuer: string, required: boolean) {
  return setProvider(house, {
    partnership_id: at.id,
    agency_id,
    name: at === fern ? 'trust' : 'police',
    issuer,
    client_id: 'golden-thread',
    email_domains: ['trust.example'],
    trusts_email: false,
    required,
  });
}
const requiring = (at: TestPartnership, required: boolean) =>
  at === fern
    ? joined(fern, trust.agency_id, trust.issuer, required)
    : joined(marl, police.agency_id, police.issuer, required);

async function throughTheTrust(wanted = '') {
  const browser = stranger(app);
  const started = await browser.get(`/sign-in/organisation/${trust.id}/start${wanted}`);
  const answer = await browser.get(await atAgency(started.location ?? '', `ada|${email}|verified`));
  return { browser, answer };
}

test('an agency’s sign-in opens the partnership it is set up for, and not the person’s other one', async () => {
  const { browser, answer } = await throughTheTrust();
  assert.equal(answer.location, '/', 'there is nothing to choose');
  const page = await browser.get('/partnerships');
  assert.match(page.body, /marl partnership<\/strong> is not open to you by the way you signed in/);
  const token = /name="_form" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const chosen = await browser.post('/partnerships', { _form: token, partnership_id: marl.id });
  assert.equal(chosen.status, 403);
  assert.equal((await browser.post('/partnerships', { _form: token, partnership_id: fern.id })).status, 303);
});

test('nor does it change how the account signs in everywhere, without the person’s own proof', async () => {
  const { browser } = await throughTheTrust();
  const passkey = await browser.get('/account/passkeys/new');
  assert.match(passkey.location ?? '', /^\/account\/proof/);
});

test('a password opens both, and only the other one where an agency asks for its own sign-in', async () => {
  const signIn = () => stranger(app).post('/sign-in', { email, password });
  assert.equal((await signIn()).location, '/partnerships');
  await requiring(marl, true);
  const browser = stranger(app);
  assert.equal((await browser.post('/sign-in', { email, password })).location, '/');
  const page = await browser.get('/partnerships');
  assert.match(page.body, /police asks its people to sign in with their account there/);
  await requiring(fern, true);
  const refused = await signIn();
  assert.equal(refused.status, 422);
  await requiring(fern, false);
  await requiring(marl, false);
});

test('where both ask for it, neither passkey nor link is a way round', async () => {
  await requiring(fern, true);
  await requiring(marl, true);
  for (const how of ['passkey', 'link', 'password'] as const)
    await assert.rejects(
      admit(house, { account_id: accountId, how, ...entry }, new Date()),
      (error: unknown) => error instanceof InvalidInput && /asks its people/.test(error.message),
      how,
    );
  assert.equal((await throughTheTrust()).answer.location, '/');
  await requiring(fern, false);
  await requiring(marl, false);
});

test('after single sign-on the person lands on the page first wanted, and never on another site', async () => {
  const asked = await stranger(app).get('/sign-in?to=%2Fgovernance%2Fpeople');
  assert.match(asked.body, /href="\/sign-in\/organisation\?to=%2Fgovernance%2Fpeople"/);
  const chosen = await stranger(app).post('/sign-in/organisation?to=%2Fgovernance%2Fpeople', { email });
  assert.match(chosen.body, /\/start\?to=%2Fgovernance%2Fpeople"/);
  assert.equal((await throughTheTrust('?to=%2Fgovernance%2Fpeople')).answer.location, '/governance/people');
  for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    assert.equal((await throughTheTrust(`?to=${encodeURIComponent(elsewhere)}`)).answer.location, '/');
});

test('signing in again ends the session the browser held before', async () => {
  const browser = stranger(app);
  await browser.post('/sign-in', { email, password });
  const first = browser.cookies['session'] ?? '';
  assert.notEqual(await findSession(house, first, new Date()), undefined);
  await browser.post('/sign-in', { email, password });
  assert.notEqual(browser.cookies['session'], first);
  assert.equal(await findSession(house, first, new Date()), undefined);
  assert.notEqual(await begin(browser, trust.id), '');
});

test('an invitation of more than seven days ago brings nobody in by way of their agency', async () => {
  const late = 'late@trust.example';
  const { id } = await resultOf(house, addPerson, fern.manager, {
    name: 'Late',
    email: late,
    agency_id: trust.agency_id,
  });
  await resultOf(house, appoint, fern.manager, { person_id: id, role: 'member', from_on: '2020-01-01' });
  const invited = (at: Date) =>
    house.pool.transaction(
      (transaction) =>
        makeLink(
          house,
          transaction,
          { kind: 'invitation', email: late, partnership_id: fern.id, person_id: id },
          at,
        ),
      fern.id,
    );
  const come = async () => {
    const browser = stranger(app);
    return browser.get(await atAgency(await begin(browser, trust.id), `late|${late}|verified`));
  };
  await invited(new Date(Date.now() - 8 * 86_400_000));
  assert.equal((await come()).status, 409);
  await invited(new Date());
  assert.equal((await come()).status, 303);
});
