import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { governanceRoom } from '../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testClock, testHouse } from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import { setPassword } from '../../kernel/access/sign-in.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import { query } from '../../kernel/operation/operation.ts';
import { page } from '../../kernel/pages/page.ts';
import { html } from '../../kernel/pages/html.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import type { Room } from '../../kernel/records/room.ts';
import { z } from 'zod';
import { buildServer } from './server.ts';

let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let real: FastifyInstance;

const failing = query({
  name: 'governance.fail',
  summary: 'A fault',
  permission: 'governance.read',
  input: z.strictObject({}),
  run: () => Promise.reject(new Error('secret detail of the database')),
});
const faulty: Room = {
  name: 'faulty',
  title: 'Faulty',
  operations: [failing],
  pages: [page({ path: '/fault', title: 'Fault', query: failing, draw: () => html`never` })],
  records: [],
};
const rooms = [kernelRoom, governanceRoom, faulty];

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  const common = { clock: () => testClock, fixedDay: null } as const;
  app = await buildServer(
    home.house,
    rooms,
    { ...common, mode: 'demonstration', publicUrl: 'http://127.0.0.1', fixedDay: '2025-09-15' },
    { logger: false },
  );
  real = await buildServer(
    home.house,
    rooms,
    { ...common, mode: 'serve', publicUrl: 'https://gt.example' },
    { logger: false },
  );
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  await setPassword(home.house, {
    email: 'ada@example.org',
    password: 'correct horse battery',
    partnership_id: fern.id,
    person_id: identity.person_id,
  });
});
after(async () => {
  await app.close();
  await real.close();
  await home.close();
});

async function cookieOf(request: Request = fern.manager): Promise<string> {
  const person_id = request.identity.kind === 'person' ? request.identity.person_id : null;
  return `session=${await startSession(home.house, { account_id: null, partnership_id: fern.id, person_id }, new Date())}`;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const fieldsIn = (body: string) => ({
  _form: /name="_form" value="([^"]+)"/.exec(body)?.[1] ?? '',
  _key: /name="_key" value="([^"]+)"/.exec(body)?.[1] ?? '',
});
const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

test('every page forbids scripts and styles that are not ours, framing, and being kept by caches', async () => {
  const { headers } = await app.inject({ url: '/sign-in' });
  assert.match(String(headers['content-security-policy']), /default-src 'self'/);
  assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*/);
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('a stranger is sent to sign in and back to the page they wanted', async () => {
  const answer = await app.inject({ url: '/governance?a=1' });
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/sign-in?to=%2Fgovernance%3Fa%3D1');
});

test('after signing in nobody is sent to another site', async () => {
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/ok?x=1']) {
    const answer = await real.inject({
      method: 'POST',
      url: `/sign-in?to=${encodeURIComponent(to)}`,
      headers: form,
      payload: encoded({ email: 'ada@example.org', password: 'correct horse battery' }),
    });
    assert.equal(answer.statusCode, 303);
    assert.equal(answer.headers.location, to === '/ok?x=1' ? to : '/');
  }
});

test('the real mode signs in by e-mail and password with a cookie that scripts and plain http never see', async () => {
  const answer = await real.inject({
    method: 'POST',
    url: '/sign-in',
    headers: form,
    payload: encoded({ email: 'ada@example.org', password: 'correct horse battery' }),
  });
  const cookie = String(answer.headers['set-cookie']);
  assert.match(cookie, /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const wrong = await real.inject({
    method: 'POST',
    url: '/sign-in',
    headers: form,
    payload: encoded({ email: 'ada@example.org', password: 'no' }),
  });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /The e-mail address or the password is not right/);
  assert.doesNotMatch(wrong.body, /value="no"/);
});

test('choosing a persona does not exist in the real mode', async () => {
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const payload = encoded({ partnership_id: fern.id, person_id: identity.person_id });
  const answer = await real.inject({ method: 'POST', url: '/sign-in', headers: form, payload });
  assert.equal(answer.statusCode, 422);
  assert.equal(answer.headers['set-cookie'], undefined);
});

test('a person of a real partnership is no persona, even in demonstration mode', async () => {
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const payload = encoded({ partnership_id: fern.id, person_id: identity.person_id });
  const answer = await app.inject({ method: 'POST', url: '/sign-in', headers: form, payload });
  assert.equal(answer.statusCode, 403);
});

test('a form is carried out once however often it is sent, and only with the token of its session', async () => {
  const cookie = await cookieOf();
  const opened = await app.inject({ url: '/governance/agencies/new', headers: { cookie } });
  assert.equal(opened.statusCode, 200);
  const fields = { ...fieldsIn(opened.body), name: 'Alder School', kind: 'education', legal_type: 'school' };
  const send = (extra: Record<string, string>, from = cookie) =>
    app.inject({
      method: 'POST',
      url: '/governance/agencies/new',
      headers: { ...form, cookie: from },
      payload: encoded({ ...fields, ...extra }),
    });
  assert.equal((await send({ _form: 'forged' })).statusCode, 403);
  assert.equal((await send({}, await cookieOf())).statusCode, 403);
  const [first, second] = await Promise.all([send({}), send({})]);
  assert.deepEqual([first.statusCode, second.statusCode], [303, 303]);
  assert.equal(first.headers.location, second.headers.location);
  const list = await app.inject({ url: '/governance/agencies', headers: { cookie } });
  assert.equal(list.body.split('Alder School').length - 1, 1);
});

test('what a person typed is shown as text and never run', async () => {
  const cookie = await cookieOf();
  const opened = await app.inject({ url: '/governance/agencies/new', headers: { cookie } });
  const name = '<script>alert(1)</script> "quoted" & \u202Eright to left';
  const payload = encoded({ ...fieldsIn(opened.body), name, kind: 'other', legal_type: 'charity' });
  const made = await app.inject({
    method: 'POST',
    url: '/governance/agencies/new',
    headers: { ...form, cookie },
    payload,
  });
  const shown = await app.inject({ url: String(made.headers.location), headers: { cookie } });
  assert(!shown.body.includes('<script>alert'));
  assert(
    shown.body.includes('&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; \u202Eright to left'),
  );
});

test('a refusal is a page in plain words with its own status', async () => {
  const member = await fern.personWith('member');
  const forbidden = await app.inject({
    url: '/governance/agencies/new',
    headers: { cookie: await cookieOf(member) },
  });
  assert.equal(forbidden.statusCode, 403);
  assert.match(forbidden.body, /You cannot do this/);
  const missing = await app.inject({
    url: '/governance/agencies/0199f0c0-0000-7000-8000-000000000000',
    headers: { cookie: await cookieOf() },
  });
  assert.equal(missing.statusCode, 404);
  const unreadable = await app.inject({
    url: '/governance/agencies/not-an-id',
    headers: { cookie: await cookieOf() },
  });
  assert.equal(unreadable.statusCode, 404);
});

test('a fault shows a reference and nothing of its cause', async () => {
  for (const url of ['/fault', '/api/governance.fail']) {
    const answer = await app.inject({ url, headers: { cookie: await cookieOf() } });
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /secret detail|node_modules|\.ts:/);
    assert.match(answer.body, /[0-9a-f]{8}/);
  }
});

test('a list can be had as CSV, and cells that a spreadsheet would run are made harmless', async () => {
  const cookie = await cookieOf();
  const opened = await app.inject({ url: '/governance/agencies/new', headers: { cookie } });
  const payload = encoded({
    ...fieldsIn(opened.body),
    name: '=HYPERLINK("http://x")',
    kind: 'other',
    legal_type: 'charity',
  });
  await app.inject({
    method: 'POST',
    url: '/governance/agencies/new',
    headers: { ...form, cookie },
    payload,
  });
  const csv = await app.inject({ url: '/governance/agencies.csv', headers: { cookie } });
  assert.match(String(csv.headers['content-type']), /text\/csv/);
  assert.match(csv.body, /'=HYPERLINK/);
});

test('the API does what the pages do: same session, token for commands, problems as JSON', async () => {
  const cookie = await cookieOf();
  assert.equal((await app.inject({ url: '/api/governance.list-agencies' })).statusCode, 401);
  const { form_token } = (await app.inject({ url: '/api/session', headers: { cookie } })).json<{
    form_token: string;
  }>();
  const post = (headers: Record<string, string>, body: unknown) =>
    app.inject({
      method: 'POST',
      url: '/api/governance.add-agency',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
  assert.equal((await post({}, {})).statusCode, 403);
  const refused = await post({ 'x-form-token': form_token }, { name: '' });
  assert.equal(refused.statusCode, 422);
  assert.equal(refused.json<{ fields: Record<string, string> }>().fields['name'], 'Enter name of the agency');
  const made = await post(
    { 'x-form-token': form_token, 'idempotency-key': 'k' },
    { name: 'Birch School', kind: 'education', legal_type: 'school' },
  );
  const again = await post(
    { 'x-form-token': form_token, 'idempotency-key': 'k' },
    { name: 'Birch School', kind: 'education', legal_type: 'school' },
  );
  assert.deepEqual(made.json(), again.json());
  const listed = (
    await app.inject({ url: '/api/governance.list-agencies?name=Birch', headers: { cookie } })
  ).json<{ agencies: unknown[] }>();
  assert.equal(listed.agencies.length, 1);
});

test('the contract names every operation the API offers, and no operator’s', async () => {
  const contract = (await app.inject({ url: '/api/openapi.json' })).json<{
    openapi: string;
    paths: Record<string, unknown>;
  }>();
  assert.equal(contract.openapi, '3.1.0');
  assert(contract.paths['/api/governance.add-agency']);
  assert.equal(contract.paths['/api/governance.found-partnership'], undefined);
});

test('signing out ends the session for good', async () => {
  const cookie = await cookieOf();
  const opened = await app.inject({ url: '/leave', headers: { cookie } });
  await app.inject({
    method: 'POST',
    url: '/leave',
    headers: { ...form, cookie },
    payload: encoded(fieldsIn(opened.body)),
  });
  assert.equal((await app.inject({ url: '/governance', headers: { cookie } })).statusCode, 303);
});
