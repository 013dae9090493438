import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { InvalidInput } from '../operation/refusals.ts';
import { TooManyAttempts, unlock } from './attempt.ts';
import { passwordFits, hashPassword } from './password.ts';
import {
  absoluteLimit,
  choosePartnership,
  endSession,
  findSession,
  idleLimit,
  keyedHash,
  startSession,
} from './session.ts';
import { setPassword, signIn } from './sign-in.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
const password = 'correct horse battery';
const now = new Date('2025-09-15T09:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  for (const partnership of [fern, marl]) {
    const { identity } = partnership.manager;
    assert(identity.kind === 'person');
    await setPassword(home.house, {
      email: 'Ada@Example.org',
      password,
      partnership_id: partnership.id,
      person_id: identity.person_id,
    });
  }
});
after(() => home.close());

const attempt = (sent: Partial<Parameters<typeof signIn>[1]>, at = now) =>
  signIn(home.house, { email: 'ada@example.org', password, address: '192.0.2.1', ...sent }, at);

test('a password is kept as an argon2id hash and fits only itself', async () => {
  const hash = await hashPassword(password);
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await passwordFits(password, hash), true);
  assert.equal(await passwordFits(`${password} `, hash), false);
  assert.equal(await passwordFits(password, null), false);
});

test('signing in opens a session whose secret the database does not hold', async () => {
  const { secret } = await attempt({});
  const session = await findSession(home.house, secret, now);
  assert(session?.account_id);
  assert.equal(session.partnership_id, null);
  const rows = await home.pool.single('select * from access.session', []);
  assert(!JSON.stringify(rows).includes(secret));
});

test('one account in two partnerships chooses, and can choose no other', async () => {
  const { secret } = await attempt({});
  const session = await findSession(home.house, secret, now);
  assert(session);
  assert.equal(await choosePartnership(home.house, session, '00000000-0000-7000-8000-000000000000'), false);
  assert.equal(await choosePartnership(home.house, session, marl.id), true);
  assert.equal((await findSession(home.house, secret, now))?.partnership_id, marl.id);
});

test('a wrong password and an unknown address are refused in the same words', async () => {
  const wrong = await attempt({ password: 'wrong' }).catch((error: unknown) => error);
  const unknown = await attempt({ email: 'nobody@example.org' }).catch((error: unknown) => error);
  assert(wrong instanceof InvalidInput && unknown instanceof InvalidInput);
  assert.deepEqual(wrong.fields, unknown.fields);
});

test('guessing is stopped after ten failures for one address, also with the right password, until time has passed', async () => {
  const email = 'grace@example.org';
  for (let i = 0; i < 10; i++)
    await assert.rejects(attempt({ email, address: `198.51.100.${i}` }), InvalidInput);
  await assert.rejects(attempt({ email, address: '198.51.100.99' }), TooManyAttempts);
  await assert.rejects(attempt({ email }, later(16 * 60_000)), InvalidInput);
});

/** So many failures of an e-mail address in the past, from as many networks. */
const failed = (email: string, times: number, at: Date) =>
  home.pool.single(
    `insert into access.failed_sign_in (email_hash, address_hash, at) select $1, 'network ' || n, $3 from generate_series(1, $2::int) n`,
    [keyedHash(home.house, email), times, at],
  );

test('many guesses sent at once are no more than ten', async () => {
  const email = 'crowd@example.org';
  const answers = await Promise.allSettled(
    Array.from({ length: 25 }, (_, i) => attempt({ email, address: `203.0.113.${i}` })),
  );
  const tried = answers.filter(
    (answer) => answer.status === 'rejected' && answer.reason instanceof InvalidInput,
  );
  assert(tried.length <= 10, `${tried.length} were tried`);
});

test('a hundred failures in a day lock the address, with an account or without, in the same words, until it is unlocked', async () => {
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const known = {
    email: 'locked@example.org',
    password,
    partnership_id: fern.id,
    person_id: identity.person_id,
  };
  await setPassword(home.house, known);
  const words: string[] = [];
  for (const email of [known.email, 'unknown@example.org']) {
    await failed(email, 99, later(3_600_000));
    await assert.rejects(attempt({ email, password: 'wrong' }, later(2 * 3_600_000)), InvalidInput);
    const day = await attempt({ email, address: '192.0.2.200' }, later(20 * 3_600_000)).catch(
      (e: unknown) => e,
    );
    assert(day instanceof TooManyAttempts, String(day));
    words.push(day.message);
  }
  assert.equal(words[0], words[1]);
  assert.match(words[0] ?? '', /locked/);
  const next = later(48 * 3_600_000);
  await assert.rejects(attempt({ email: known.email }, next), TooManyAttempts, 'time alone does not unlock');
  assert.equal(await unlock(home.house, known.email, next), true);
  assert.equal(await unlock(home.house, known.email, next), false);
  assert((await attempt({ email: known.email }, next)).secret);
});

test('a new password by link or operator unlocks, and an address that fails afterwards is not locked by the old failures', async () => {
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const known = {
    email: 'again@example.org',
    password,
    partnership_id: fern.id,
    person_id: identity.person_id,
  };
  await setPassword(home.house, known);
  const now = new Date();
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  await failed(known.email, 99, minutesAgo(120));
  await assert.rejects(attempt({ email: known.email, password: 'wrong' }, minutesAgo(90)), InvalidInput);
  await assert.rejects(attempt({ email: known.email }, minutesAgo(60)), /locked/);
  await setPassword(home.house, known);
  const soon = new Date(now.getTime() + 60_000);
  await assert.rejects(attempt({ email: known.email, password: 'wrong' }, soon), InvalidInput);
  assert((await attempt({ email: known.email }, soon)).secret);
});

test('a short password is refused with how long it must be', async () => {
  await assert.rejects(
    setPassword(home.house, {
      email: 'x@example.org',
      password: 'short',
      partnership_id: fern.id,
      person_id: fern.id,
    }),
    /problem/,
  );
});

test('a session ends when it is unused, when it is old, when it is ended, and when the password changes', async () => {
  const who = { account_id: null, partnership_id: fern.id, person_id: null };
  const idle = await startSession(home.house, who, now);
  assert(await findSession(home.house, idle, later(idleLimit - 1000)));
  assert.equal(await findSession(home.house, idle, later(3 * idleLimit)), undefined);

  const old = await startSession(home.house, who, now);
  for (let at = 0; at < absoluteLimit; at += idleLimit / 2)
    assert(await findSession(home.house, old, later(at)));
  assert.equal(await findSession(home.house, old, later(absoluteLimit + 1000)), undefined);

  const ended = await startSession(home.house, who, now);
  const session = await findSession(home.house, ended, now);
  assert(session);
  await endSession(home.house, session, now);
  assert.equal(await findSession(home.house, ended, now), undefined);

  const { secret: signedIn } = await attempt({});
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  await setPassword(home.house, {
    email: 'ada@example.org',
    password: 'another long password',
    partnership_id: fern.id,
    person_id: identity.person_id,
  });
  assert.equal(await findSession(home.house, signedIn, now), undefined);
});

test('a session of one installation’s secret opens nothing under another secret', async () => {
  const secret = await startSession(
    home.house,
    { account_id: null, partnership_id: fern.id, person_id: null },
    now,
  );
  assert.equal(await findSession({ ...home.house, secret: 'another' }, secret, now), undefined);
});
