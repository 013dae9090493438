// Two web servers over one database, as when several processes stand behind a balancer: whoever is sent to either finds the
// same sessions, the same limits on guessing, and a command sent to both is carried out once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { governanceRoom } from '../../ground/governance/index.ts';
import { type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { startSession } from '../../kernel/access/session.ts';
import { buildServer } from './server.ts';
import { realSettings } from '../../ground/browsing/testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let one: FastifyInstance;
let other: FastifyInstance;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  const server = () => buildServer({ ...home.house }, [governanceRoom], realSettings, { logger: false });
  [one, other] = [await server(), await server()];
});
after(async () => {
  await one.close();
  await other.close();
  await home.close();
});

async function signedIn(): Promise<{ headers: Record<string, string>; form_token: string }> {
  const { identity, partnership_id } = fern.manager;
  const person_id = identity.kind === 'person' ? identity.person_id : null;
  const secret = await startSession(home.house, { account_id: null, partnership_id, person_id }, new Date());
  const headers = { cookie: `session=${secret}` };
  const { form_token } = (await one.inject({ url: '/api/session', headers })).json<{ form_token: string }>();
  return { headers, form_token };
}

test('a session begun at one process holds at the other, and ends at both at once', async () => {
  const { headers, form_token } = await signedIn();
  assert.equal((await other.inject({ url: '/api/session', headers })).statusCode, 200);
  const left = await one.inject({
    method: 'POST',
    url: '/leave',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _form: form_token }).toString(),
  });
  assert.equal(left.statusCode, 303);
  assert.notEqual((await other.inject({ url: '/api/session', headers })).statusCode, 200);
});

test('guesses at a password are counted together, whichever process they are sent to', async () => {
  const guess = async (app: FastifyInstance, i: number) =>
    (
      await app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email: 'ada@example.org', password: `guess number ${i}` }).toString(),
      })
    ).statusCode;
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push(await guess(i % 2 === 0 ? one : other, i));
  assert.deepEqual(statuses.slice(0, 4), [422, 422, 422, 422]);
  assert.deepEqual(statuses.slice(-2), [429, 429], statuses.join(' '));
});

test('a command sent to both with one key is carried out once, and both give the same answer', async () => {
  const { headers, form_token } = await signedIn();
  const sent = {
    method: 'POST',
    url: '/api/governance.add-agency',
    headers: { ...headers, 'x-form-token': form_token, 'idempotency-key': 'once' },
    payload: { name: 'Heath School', kind: 'relevant-agency', legal_type: 'school' },
  } as const;
  const [first, second] = await Promise.all([one.inject(sent), other.inject(sent)]);
  assert.deepEqual([first.statusCode, second.statusCode], [200, 200], first.body);
  assert.deepEqual(first.json(), second.json());
});
