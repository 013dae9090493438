import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { findToken } from '../../kernel/access/api-token.ts';
import type { Permission, Role } from '../../kernel/access/roles.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { type Browsing, browsing, headingOf, realSettings } from '../browsing/testing.ts';
import { governanceRoom } from '../governance/index.ts';
import { addAgency } from '../governance/agency.operations.ts';
import { appoint, endAppointment, listPeople } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { threadRoom } from '../thread/index.ts';
import { accountsRoom } from './index.ts';
import { listTokens, makeToken, revokeToken } from './token.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let app: FastifyInstance;
let site: Browsing;
let owner: pg.Client;
const rooms = [kernelRoom, governanceRoom, threadRoom, accountsRoom([threadRoom])];

before(async () => {
  home = await testHouse();
  [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
  app = await buildServer(home.house, rooms, realSettings, { logger: false });
  site = await browsing(home, rooms);
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await app.close();
  await site.close();
  await home.close();
});

async function tokenOf(request: Request, ...scopes: Permission[]) {
  const made = await resultOf(home.house, makeToken, request, { name: 'Dashboard', scopes, days: '90' });
  assert(made.token !== null);
  return { id: made.id, token: made.token };
}

const ask = (token: string, name: string, payload?: object) =>
  app.inject({
    url: `/api/${name}`,
    headers: { authorization: `Bearer ${token}`, ...(payload && { 'content-type': 'application/json' }) },
    ...(payload ? { method: 'POST' as const, payload } : {}),
  });

const agency = { name: 'Alder School', kind: 'education', legal_type: 'school' };
const personIn = ({ identity }: Request) => {
  assert(identity.kind === 'person');
  return identity.person_id;
};

test('a token opens the API within its scopes, without a form token, and the audit entry names it', async () => {
  const { id, token } = await tokenOf(fern.manager, 'governance.read', 'governance.write');
  assert.match(token, /^gt_[\w-]{43}$/);
  const added = await ask(token, 'governance.add-agency', agency);
  assert.equal(added.statusCode, 200, added.body);
  const listed = await ask(token, 'governance.list-agencies');
  assert.match(listed.body, /Alder School/);
  const { rows } = await owner.query(
    "select body::jsonb as body from kernel.audit_entry where operation = 'governance.add-agency'",
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0].body.via, 'api');
  assert.equal(rows[0].body.token, id);
  assert.equal(rows[0].body.person_id, personIn(fern.manager));
});

test('entries of people, without a token, say nothing of one, so that old entries and new have one form', async () => {
  await resultOf(home.house, addAgency, fern.manager, { ...agency, name: 'Birch School' } as never);
  const { rows } = await owner.query(
    "select body from kernel.audit_entry where operation = 'governance.add-agency' order by seq desc limit 1",
  );
  assert.doesNotMatch(rows[0].body, /token/);
});

test('what the token was not made for is refused with 403, though its person may do it', async () => {
  const { token } = await tokenOf(fern.manager, 'governance.read');
  const refused = await ask(token, 'governance.add-agency', { ...agency, name: 'Cedar School' });
  assert.equal(refused.statusCode, 403);
  assert.equal((await ask(token, 'audit.list-entries')).statusCode, 403);
});

test('what its person may not do is refused, also where the token once could: permissions are those of today', async () => {
  const lead = await fern.personWith('agency-lead', 'business-manager');
  const { token } = await tokenOf(lead, 'governance.write', 'governance.read');
  assert.equal((await ask(token, 'governance.list-agencies')).statusCode, 200);
  const { appointments } = await resultOf(home.house, listPeople, fern.manager, {});
  const managing = appointments.find((a) => a.person_id === personIn(lead) && a.role === 'business-manager');
  await resultOf(home.house, endAppointment, fern.manager, {
    id: managing?.id ?? '',
    until_on: '2025-09-14',
  });
  assert.equal((await ask(token, 'governance.list-agencies')).statusCode, 200);
  assert.equal((await ask(token, 'governance.add-agency', { ...agency, name: 'Elm' })).statusCode, 403);
});

test('a token can hold no permission its maker does not have, and can make no other token', async () => {
  const lead = await fern.personWith('agency-lead');
  const input = { name: 'X', scopes: ['governance.write' as const], days: '30' as const };
  await assert.rejects(resultOf(home.house, makeToken, lead, input), InvalidInput);
  const { id, token } = await tokenOf(fern.manager, 'tokens.make', 'governance.read');
  const second = await ask(token, 'accounts.make-token', { ...input, scopes: ['governance.read'] });
  assert.equal(second.statusCode, 403);
  assert.match(second.body, /cannot make another/);
  const identity = {
    kind: 'person',
    person_id: personIn(fern.manager),
    token: { id, scopes: ['tokens.make'] },
  } as const;
  await assert.rejects(resultOf(home.house, makeToken, { ...fern.manager, identity }, input), NotAllowed);
});

test('nobody, nonsense, a revoked and an expired token are answered with 401 and with why', async () => {
  assert.equal((await app.inject({ url: '/api/governance.list-agencies' })).statusCode, 401);
  const nonsense = await ask('gt_nonsense', 'governance.list-agencies');
  assert.equal(nonsense.statusCode, 401);
  assert.equal(nonsense.headers['www-authenticate'], 'Bearer');
  assert.match(nonsense.json<{ message: string }>().message, /not known here/);
  const basic = await app.inject({ url: '/api/session', headers: { authorization: 'Basic YTpi' } });
  assert.equal(basic.statusCode, 401);

  const { id, token } = await tokenOf(fern.manager, 'governance.read');
  await resultOf(home.house, revokeToken, fern.manager, { id });
  const revoked = await ask(token, 'governance.list-agencies');
  assert.equal(revoked.statusCode, 401);
  assert.match(revoked.body, /revoked/);

  const old = await tokenOf(fern.manager, 'governance.read');
  await owner.query(
    "update access.api_token set made_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1",
    [old.id],
  );
  const expired = await ask(old.token, 'governance.list-agencies');
  assert.equal(expired.statusCode, 401);
  assert.match(expired.body, /expired/);
});

test('a token of somebody whose appointment ended yesterday, or starts tomorrow, is answered with 401', async () => {
  for (const [from_on, until_on] of [
    ['2020-01-01', '2025-09-14'],
    ['2025-09-16', null],
  ] as const) {
    const person = await fern.personWith();
    const appointment = { person_id: personIn(person), role: 'analyst' as Role, from_on: '2020-01-01' };
    const { id } = await resultOf(home.house, appoint, fern.manager, appointment);
    const { token } = await tokenOf(person, 'governance.read');
    assert.equal((await ask(token, 'governance.list-agencies')).statusCode, 200);
    await resultOf(home.house, endAppointment, fern.manager, { id, until_on: '2020-01-02' });
    await resultOf(home.house, appoint, fern.manager, { ...appointment, from_on, until_on });
    const left = await ask(token, 'governance.list-agencies');
    assert.equal(left.statusCode, 401);
    assert.match(left.body, /no appointment in force/);
  }
});

test('a token opens no page and no other partnership', async () => {
  const { token } = await tokenOf(marl.manager, 'governance.read');
  for (const url of ['/governance', '/access/tokens', '/account']) {
    const page = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    assert.equal(page.statusCode, 303, url);
    assert.match(String(page.headers.location), /^\/sign-in/);
  }
  assert.doesNotMatch((await ask(token, 'governance.list-agencies')).body, /Alder School/);
});

test('a token sent with somebody’s cookie counts as the token', async () => {
  const { token } = await tokenOf(fern.manager, 'plan.read');
  const answer = await app.inject({
    url: '/api/governance.list-agencies',
    headers: { authorization: `Bearer ${token}`, cookie: 'session=whatever' },
  });
  assert.equal(answer.statusCode, 403);
});

test('its use is noted to five minutes, and the database holds the token nowhere', async () => {
  const { id, token } = await tokenOf(fern.manager, 'governance.read');
  const at = new Date('2025-11-01T10:07:30Z');
  await owner.query("update access.api_token set expires_at = made_at + interval '365 days' where id = $1", [
    id,
  ]);
  await findToken(home.house, token, at);
  const used = async () =>
    (await owner.query('select last_used_at from access.api_token where id = $1', [id])).rows[0].last_used_at;
  assert.equal(await used(), '2025-11-01T10:05:00.000Z');
  await findToken(home.house, token, new Date('2025-11-01T10:09:59Z'));
  assert.equal(await used(), '2025-11-01T10:05:00.000Z');
  for (const table of ['access.api_token', 'kernel.request', 'kernel.audit_entry']) {
    const { rows } = await owner.query(`select * from ${table}`);
    assert(!JSON.stringify(rows).includes(token.slice(3)), table);
  }
});

test('one token is held to three hundred requests a minute, and another is not slowed by it', async () => {
  const [busy, calm] = [
    await tokenOf(fern.manager, 'governance.read'),
    await tokenOf(fern.manager, 'governance.read'),
  ];
  const statuses = new Set<number>();
  for (let i = 0; i < 300; i++)
    statuses.add((await ask(busy.token, 'governance.read-agency?id=x')).statusCode);
  assert.deepEqual([...statuses], [422]);
  assert.equal((await ask(busy.token, 'governance.list-agencies')).statusCode, 429);
  assert.equal((await ask(calm.token, 'governance.list-agencies')).statusCode, 200);
});

test('the page shows the new token once; sent again it says that it was shown', async () => {
  const manager = await site.as(fern.manager);
  const values = { name: 'Health dashboard', scopes: ['thread.read'], days: '30', _key: 'once' };
  const made = await manager.fill('/access/tokens/new', values);
  assert.equal(made.status, 200, made.body);
  const token = /gt_[\w-]{43}/.exec(made.body)?.[0];
  assert(token !== undefined);
  const again = await manager.fill('/access/tokens/new', values);
  assert.equal(headingOf(again), 'The token was already shown');
  assert.doesNotMatch(again.body, /gt_[\w-]{43}/);
  const list = await manager.get('/access/tokens');
  assert.match(list.body, /Health dashboard/);
  assert.doesNotMatch(list.body, /gt_[\w-]{43}/);
  const offered = await (await site.as(await fern.personWith('analyst'))).get('/access/tokens/new');
  assert.match(offered.body, /See the plan/);
  assert.doesNotMatch(offered.body, /Give people access/);
});

test('one sees one’s own tokens, the business manager all of the partnership, nobody those of another', async () => {
  const analyst = await fern.personWith('analyst');
  const { id } = await tokenOf(analyst, 'plan.read');
  const own = await resultOf(home.house, listTokens, analyst, {});
  assert.deepEqual(
    own.tokens.map((t) => t.id),
    [id],
  );
  assert.doesNotMatch(JSON.stringify(own), /hash/);
  assert((await resultOf(home.house, listTokens, fern.manager, {})).tokens.some((t) => t.id === id));
  assert(!(await resultOf(home.house, listTokens, marl.manager, {})).tokens.some((t) => t.id === id));
  await assert.rejects(resultOf(home.house, revokeToken, marl.manager, { id }), NotFound);
  await assert.rejects(resultOf(home.house, revokeToken, await fern.personWith('analyst'), { id }), NotFound);
  await resultOf(home.house, revokeToken, fern.manager, { id });
});

test('the contract says that a bearer token is taken, and that 401 and 403 differ', async () => {
  const contract = (await app.inject({ url: '/api/openapi.json' })).json<{
    components: { securitySchemes: { token: { scheme: string } } };
    security: object[];
    paths: Record<string, { get?: { responses: object } }>;
  }>();
  assert.equal(contract.components.securitySchemes.token.scheme, 'bearer');
  assert.deepEqual(contract.security[0], { token: [] });
  assert.deepEqual(
    Object.keys(contract.paths['/api/governance.list-agencies']?.get?.responses ?? {}).slice(0, 3),
    ['200', '401', '403'],
  );
});
