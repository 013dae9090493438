import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { setPassword } from '../../kernel/access/sign-in.ts';
import { kernelRoom } from '../../kernel/kernel-room.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { buildServer } from '../../surfaces/web/server.ts';
import { governanceRoom } from '../governance/index.ts';
import { addPerson, appoint, changePerson } from '../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { accountsRoom } from './index.ts';
import { endAccess, invitePerson, listPeopleAccess } from './people.operations.ts';
import { hasLeft, startsSoon, whyNotInvited } from './people.ts';
import { lettersAfterWork, pathIn, stranger, newMember } from './testing.ts';
import { makeToken } from './token.operations.ts';
import { realSettings } from '../browsing/testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let app: FastifyInstance;
let owner: pg.Client;
const rooms = [kernelRoom, governanceRoom, accountsRoom([])];
const password = 'three unrelated words: teapot';
const both = { password, again: password };

before(async () => {
  home = await testHouse();
  [fern, marl] = [await home.partnership('fern'), await home.partnership('marl')];
  app = await buildServer(home.house, rooms, realSettings, { logger: false });
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await app.close();
  await home.close();
});

const newPerson = ({
  at = fern,
  ...post
}: {
  at?: TestPartnership;
  from_on?: string;
  until_on?: string | null;
  email?: string;
} = {}) => newMember(home, at, post);

async function invite(person_id: string, by: Request = fern.manager) {
  await resultOf(home.house, invitePerson, by, { person_id });
  const letters = await lettersAfterWork(home, rooms);
  const letter = letters.find(({ subject }) => subject.startsWith('Your invitation'));
  assert(letter !== undefined);
  return { letter, path: pathIn(letter) };
}

const accessOf = async (id: string, by = fern.manager) =>
  (await resultOf(home.house, listPeopleAccess, by, {})).find((row) => row.id === id);

const signIn = (email: string, using: string) => stranger(app).post('/sign-in', { email, password: using });

test('an invited person chooses a password and is in; the link holds neither name nor address, and works once', async () => {
  const person = await newPerson();
  const { letter, path } = await invite(person.id);
  assert.equal(letter.to, person.email);
  assert.match(path, /^\/invitation\/[\w-]{43}$/);
  assert(!path.includes('person'));
  const guest = stranger(app);
  const opened = await guest.get(path);
  assert.equal(opened.status, 200);
  assert.match(opened.body, /You are invited to fern partnership/);
  assert(!opened.body.includes(person.email) && !opened.body.includes('Person '));

  const weak = await guest.post(path, { password: 'short', again: 'short' });
  assert.equal(weak.status, 422);
  assert.equal((await guest.post(path, { password, again: 'other' })).status, 422);
  const taken = await guest.post(path, both);
  assert.equal(taken.status, 303, taken.body);
  assert.equal((await guest.get('/governance')).status, 200);
  assert.equal((await guest.post(path, both)).status, 410);
  assert.equal((await guest.get(path)).status, 410);
  assert.equal((await signIn(person.email, password)).status, 303);
  const row = await accessOf(person.id);
  assert(row?.account?.credential && row.last_seen_at !== null);
});

test('a scanner that opens the link uses nothing up', async () => {
  const { path } = await invite((await newPerson()).id);
  for (let i = 0; i < 3; i++) assert.equal((await stranger(app).get(path)).status, 200);
  assert.equal((await stranger(app).post(path, both)).status, 303);
});

test('of two who send one link at once exactly one gets in', async () => {
  const person = await newPerson();
  const { path } = await invite(person.id);
  const words = ['first of two long words', 'second of two long words', 'third of three long words'];
  const sent = await Promise.all(words.map((one) => stranger(app).post(path, { password: one, again: one })));
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410, 410],
  );
  const winner = words[sent.findIndex(({ status }) => status === 303)] ?? '';
  for (const word of words)
    assert.equal((await signIn(person.email, word)).status, word === winner ? 303 : 422);
});

test('a second invitation voids the first; one of seven days ago is over; the database holds no link', async () => {
  const person = await newPerson();
  const [first, second] = [await invite(person.id), await invite(person.id)];
  assert.equal((await stranger(app).get(first.path)).status, 410);
  assert.equal((await stranger(app).get(second.path)).status, 200);
  for (const table of ['access.one_time_link', 'kernel.job']) {
    const { rows } = await owner.query(`select * from ${table}`);
    for (const { path } of [first, second])
      assert(!JSON.stringify(rows).includes(path.split('/').at(-1) ?? ''));
  }
  const { rows } = await owner.query(
    "select expires_at::timestamptz - made_at = interval '7 days' as week from access.one_time_link where void_at is null and person_id = $1",
    [person.id],
  );
  assert.deepEqual(rows, [{ week: true }]);
  await owner.query(
    "update access.one_time_link set expires_at = now() - interval '1 second' where person_id = $1",
    [person.id],
  );
  assert.equal((await stranger(app).get(second.path)).status, 410);
  assert.equal((await stranger(app).post(second.path, both)).status, 410);
});

test('an address that was corrected afterwards closes the invitation that went to the wrong one', async () => {
  const person = await newPerson();
  const { path } = await invite(person.id);
  await resultOf(home.house, changePerson, fern.manager, {
    id: person.id,
    name: 'Person',
    email: 'right@example.org',
  });
  assert.equal((await stranger(app).post(path, both)).status, 410);
});

test('somebody who signs in already keeps password and second step, and only gains the partnership', async () => {
  const here = await newPerson({ email: 'both@example.org' });
  const { path } = await invite(here.id);
  assert.equal((await stranger(app).post(path, both)).status, 303);
  const there = await newPerson({ email: 'both@example.org', at: marl });
  const invited = await invite(there.id, marl.manager);
  const guest = stranger(app);
  assert.match((await guest.get(invited.path)).body, /sign in as you always do/);
  const taken = await guest.post(invited.path, {
    password: 'somebody else’s choice',
    again: 'somebody else’s choice',
  });
  assert.equal(taken.status, 200);
  assert.match(taken.body, /you can now choose marl partnership/);
  assert.equal((await guest.get('/governance')).status, 303);
  assert.equal((await signIn('both@example.org', 'somebody else’s choice')).status, 422);
  assert.equal((await signIn('both@example.org', password)).location, '/partnerships');
});

test('a person with a new address moves to the account of that address, and the old account opens nothing of theirs', async () => {
  const person = await newPerson({ email: 'old@example.org' });
  const first = await invite(person.id);
  const before = stranger(app);
  await before.post(first.path, both);
  assert.equal((await before.get('/governance')).status, 200);
  await resultOf(home.house, changePerson, fern.manager, {
    id: person.id,
    name: 'Moved',
    email: 'new@example.org',
  });
  const second = await invite(person.id);
  const next = 'a quite different phrase';
  assert.equal((await stranger(app).post(second.path, { password: next, again: next })).status, 303);
  assert.equal((await before.get('/governance')).status, 303);
  const old = stranger(app);
  await old.post('/sign-in', { email: 'old@example.org', password });
  assert.notEqual((await old.get('/governance')).status, 200);
  const { rows } = await owner.query('select account_id from access.account_person where person_id = $1', [
    person.id,
  ]);
  assert.equal(rows.length, 1);
});

test('nobody is invited without an address, without an appointment, twice, or by somebody who may not', async () => {
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: 'No address' });
  await assert.rejects(
    resultOf(home.house, invitePerson, fern.manager, { person_id: id }),
    /No e-mail address/,
  );
  const left = await newPerson({ from_on: '2020-01-01', until_on: '2025-09-14' });
  await assert.rejects(
    resultOf(home.house, invitePerson, fern.manager, { person_id: left.id }),
    /no appointment/,
  );
  const person = await newPerson();
  await assert.rejects(
    resultOf(home.house, invitePerson, await fern.personWith('member'), { person_id: person.id }),
    NotAllowed,
  );
  await assert.rejects(resultOf(home.house, invitePerson, marl.manager, { person_id: person.id }), NotFound);
  const { path } = await invite(person.id);
  await stranger(app).post(path, both);
  await assert.rejects(
    resultOf(home.house, invitePerson, fern.manager, { person_id: person.id }),
    (error: unknown) => error instanceof Conflict && /already sign in/.test(error.message),
  );
  const later = await newPerson({ from_on: '2025-10-01' });
  await invite(later.id);
});

test('an appointment that ended yesterday, or starts tomorrow, opens no page to somebody who is signed in', async () => {
  for (const days of [
    { from_on: '2020-01-01', until_on: '2025-09-14' },
    { from_on: '2025-09-16', until_on: null },
  ]) {
    const person = await newPerson(days);
    await setPassword(home.house, {
      email: person.email,
      password,
      partnership_id: fern.id,
      person_id: person.id,
    });
    const guest = stranger(app);
    assert.equal((await guest.post('/sign-in', { email: person.email, password })).status, 303);
    for (const path of ['/governance', '/access/people', '/governance/people.csv'])
      assert.equal((await guest.get(path)).status, 403, path);
  }
});

test('ending a leaver’s access ends session, token and invitation in this partnership and in no other', async () => {
  const person = await newPerson();
  const { path } = await invite(person.id);
  const inside = stranger(app);
  await inside.post(path, both);
  const request: Request = { ...fern.manager, identity: { kind: 'person', person_id: person.id } };
  await resultOf(home.house, appoint, fern.manager, {
    person_id: person.id,
    role: 'analyst',
    from_on: '2020-01-01',
  });
  await resultOf(home.house, makeToken, request, { name: 'X', scopes: ['plan.read'], days: '30' });
  await owner.query(
    'insert into access.account_person select account_id, $2, $3 from access.account_person where person_id = $1',
    [person.id, marl.id, (await newPerson({ at: marl })).id],
  );
  const elsewhere = stranger(app);
  await elsewhere.post('/sign-in', { email: person.email, password });
  await owner.query(
    'update access.session set partnership_id = $1, person_id = (select person_id from access.account_person where partnership_id = $1 limit 1) where partnership_id is null',
    [marl.id],
  );
  await assert.rejects(resultOf(home.house, endAccess, marl.manager, { person_id: person.id }), NotFound);
  await resultOf(home.house, endAccess, fern.manager, { person_id: person.id });
  assert.equal((await inside.get('/governance')).status, 303);
  const row = await accessOf(person.id);
  assert.deepEqual([row?.open_sessions, row?.open_tokens], [0, 0]);
  const { rows } = await owner.query(
    'select count(*) as open from access.session where partnership_id = $1 and ended_at is null',
    [marl.id],
  );
  assert(rows[0].open >= 1);
});

test('joiners within thirty days, leavers with an account and why somebody cannot be invited follow from the dates', () => {
  const row = (
    appointments: { role: string; from_on: string; until_on: string | null }[],
    account = false,
  ) => ({
    id: 'x',
    name: 'X',
    email: 'x@example.org',
    agency: null,
    appointments,
    account: account
      ? { email: 'x@example.org', since: '2025-01-01', second_factor: false, credential: true }
      : null,
    last_seen_at: null,
    invited_at: null,
    invitation_until: null,
    letter: null,
    open_sessions: 0,
    open_tokens: 0,
    open_guest_links: 0,
  });
  const from = (from_on: string, until_on: string | null = null) => [{ role: 'member', from_on, until_on }];
  const today = '2025-09-15';
  assert.equal(startsSoon(row(from('2025-10-15')), today), true);
  assert.equal(startsSoon(row(from('2025-10-16')), today), false);
  assert.equal(startsSoon(row(from('2025-09-15')), today), false);
  assert.equal(hasLeft(row(from('2020-01-01', '2025-09-14'), true), today), true);
  assert.equal(hasLeft(row(from('2020-01-01', '2025-09-15'), true), today), false);
  assert.equal(hasLeft(row(from('2020-01-01', '2025-09-14')), today), false);
  assert.equal(whyNotInvited(row(from('2025-09-16')), today), undefined);
  assert.match(whyNotInvited(row(from('2020-01-01'), true), today) ?? '', /already sign in/);
});
