import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import { setPassword } from '../../kernel/access/sign-in.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { governanceRoom } from '../governance/index.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { accountsRoom } from './index.ts';
import { invitePerson, listPeopleAccess } from './people.operations.ts';
import { lettersAfterWork, pathIn, stranger, newMember } from './testing.ts';
import { realSettings } from '../browsing/testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let app: FastifyInstance;
let owner: pg.Client;
const rooms = [kernelRoom, governanceRoom, accountsRoom([])];
const password = 'three unrelated words: teapot';
const both = { password, again: password };

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  app = await buildServer(home.house, rooms, realSettings, { logger: false });
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await app.close();
  await home.close();
});

async function accountOf() {
  const person = await newMember(home, fern);
  await setPassword(home.house, {
    email: person.email,
    password,
    partnership_id: fern.id,
    person_id: person.id,
  });
  return person;
}

const signIn = (email: string, using: string) => stranger(app).post('/sign-in', { email, password: using });

const askForReset = async (email: string) => {
  const answer = await stranger(app).post('/reset', { email });
  // The work is done after the answer: nothing is written before it, so it is waited for by what it writes.
  const { rows } = await owner.query('select 1 from access.account where email = $1', [email]);
  for (let i = 0; rows.length > 0 && i < 500; i++) {
    const waiting = await owner.query(
      "select 1 from kernel.job where kind = 'accounts.send-reset' and state = 'waiting'",
    );
    if (waiting.rows.length > 0) break;
    await new Promise(setImmediate);
  }
  const letters = await lettersAfterWork(home, rooms);
  return { answer, letters: letters.filter(({ subject }) => subject.startsWith('A new password')) };
};

test('asking for a new password is answered alike for an account and for none, and only the account’s address gets a letter', async () => {
  const { email } = await accountOf();
  const known = await askForReset(email);
  const unknown = await askForReset('nobody-at-all@example.org');
  assert.equal(known.answer.body, unknown.answer.body);
  assert.equal(known.answer.status, unknown.answer.status);
  assert.deepEqual(
    known.letters.map(({ to }) => to),
    [email],
  );
  assert.deepEqual(unknown.letters, []);
});

test('the reset’s link sets a new password once, ends every session, keeps the second step, and a letter tells of it', async () => {
  const { email, id } = await accountOf();
  const signedIn = stranger(app);
  await signedIn.post('/sign-in', { email, password });
  const { rows } = await owner.query('select id from access.account where email = $1', [email]);
  await owner.query(
    "insert into access.authenticator (account_id, sealed_secret, confirmed_at, last_step) values ($1, 'x', now(), 0)",
    [rows[0].id],
  );
  const path = pathIn((await askForReset(email)).letters[0]);
  assert.match(path, /^\/reset\/[\w-]{43}$/);
  const guest = stranger(app);
  assert.equal((await guest.get(path)).status, 200);
  const next = 'a second choice of words';
  const sent = await guest.post(path, { password: next, again: next });
  assert.equal(sent.status, 303, sent.body);
  assert.match(sent.location ?? '', /^\/sign-in\/second-factor/);
  assert.equal((await guest.get('/governance')).status, 303);
  assert.equal((await signedIn.get('/governance')).status, 303);
  const letters = await lettersAfterWork(home, rooms);
  assert.match(letters[0]?.text ?? '', /The password was changed/);
  assert.equal((await stranger(app).post(path, both)).status, 410);
  assert.equal((await signIn(email, password)).status, 422);
  assert.equal(
    (await resultOf(home.house, listPeopleAccess, fern.manager, {})).find((row) => row.id === id)?.account
      ?.second_factor,
    true,
  );
});

test('of two who send one reset at once exactly one sets the password; after an hour nobody does', async () => {
  const { email } = await accountOf();
  const path = pathIn((await askForReset(email)).letters[0]);
  const words = ['one of the two phrases', 'other of the two phrases'];
  const sent = await Promise.all(words.map((one) => stranger(app).post(path, { password: one, again: one })));
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410],
  );
  const late = pathIn((await askForReset(email)).letters[0]);
  await owner.query(
    "update access.one_time_link set expires_at = now() where kind = 'reset' and used_at is null",
  );
  assert.equal((await stranger(app).post(late, both)).status, 410);
});

test('three letters an hour at most go to one account, and five requests a minute come from one network address', async () => {
  const { email } = await accountOf();
  let letters = 0;
  for (let i = 0; i < 3; i++) letters += (await askForReset(email)).letters.length;
  const fourth = await stranger(app).post('/reset', { email });
  assert.equal(fourth.status, 200);
  letters += (await lettersAfterWork(home, rooms)).length;
  assert.equal(letters, 3);
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++)
    statuses.push((await stranger(app, '192.0.2.9').post('/reset', { email: 'x@example.org' })).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
});

test('an invitation’s link resets nothing and a reset’s invites nobody', async () => {
  const { email } = await accountOf();
  const reset =
    pathIn((await askForReset(email)).letters[0])
      .split('/')
      .at(-1) ?? '';
  await resultOf(home.house, invitePerson, fern.manager, { person_id: (await newMember(home, fern)).id });
  const invitation =
    pathIn((await lettersAfterWork(home, rooms))[0])
      .split('/')
      .at(-1) ?? '';
  assert.equal((await stranger(app).get(`/invitation/${reset}`)).status, 410);
  assert.equal((await stranger(app).post(`/invitation/${reset}`, both)).status, 410);
  assert.equal((await stranger(app).get(`/reset/${invitation}`)).status, 410);
  assert.equal((await stranger(app).post(`/reset/${invitation}`, both)).status, 410);
});
