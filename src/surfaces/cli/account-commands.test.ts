import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { changePerson } from '../../ground/governance/person.operations.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { admit } from '../../kernel/access/admission.ts';
import { TooManyAttempts } from '../../kernel/access/attempt.ts';
import { setProvider } from '../../kernel/access/identity-provider.ts';
import { makeRecoveryCodes } from '../../kernel/access/recovery-codes.ts';
import { findSession, keyedHash } from '../../kernel/access/session.ts';
import { findAccount, setPassword, signIn } from '../../kernel/access/sign-in.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { accountCommands } from './account-commands.ts';
import { readArguments, UsageProblem } from './arguments.ts';

const email = 'ada@example.org';
const password = 'correct horse battery';
let home: TestHouse;
let fern: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  await setPassword(home.house, { email, password, partnership_id: fern.id, person_id: identity.person_id });
});
after(() => home.close());

function run(...words: string[]): Promise<string> {
  const given = readArguments(words);
  const command = accountCommands.find(({ words: own }) => own.every((word, i) => given.words[i] === word));
  assert(command);
  return command.run(home.house, given, testClock, () => Promise.resolve(''));
}

test('the operator unlocks an e-mail address that was locked, and is told where there was nothing to unlock', async () => {
  await home.pool.single('insert into access.locked_email (email_hash, locked_at) values ($1, now())', [
    keyedHash(home.house, email),
  ]);
  const attempt = () => signIn(home.house, { email, password, address: '192.0.2.1' }, new Date());
  await assert.rejects(attempt, TooManyAttempts);
  assert.match(await run('account', 'unlock', '--email', 'Ada@example.org'), /can sign in again/);
  assert((await attempt()).secret);
  assert.match(await run('account', 'unlock', '--email', email), /was not locked/);
});

test('the operator takes away a lost second factor: its codes are gone, every session ends, and the next sign-in sets one up', async () => {
  const account_id = await findAccount(home.house, email);
  assert(account_id);
  const strict = { ...home.house, secondFactor: 'required' } as const;
  const now = new Date();
  await home.pool.single(
    `insert into access.passkey (id, account_id, name, public_key, counter, transports, synchronised, made_at)
     values ('lost', $1, 'lost laptop', '\\x00', 0, '{}', false, now())`,
    [account_id],
  );
  await makeRecoveryCodes(strict, account_id, now);
  const entry = { account_id, address: '192.0.2.1', user_agent: undefined };
  const { secret } = await admit(strict, { ...entry, how: 'passkey' }, now);
  assert.equal((await admit(strict, { ...entry, how: 'password' }, now)).next, 'second-factor');
  assert.match(await run('account', 'reset-second-factor', '--email', email), /signed out everywhere/);
  assert.equal(await findSession(strict, secret, now), undefined);
  assert.equal((await admit(strict, { ...entry, how: 'password' }, now)).next, 'set-up-second-factor');
  const [left] = await home.pool.single<{ codes: number }>(
    'select count(*) as codes from access.recovery_code',
    [],
  );
  assert.equal(left?.codes, 0);
});

test('single sign-on needs no second factor here; a link needs the one there is', async () => {
  const account_id = await findAccount(home.house, email);
  assert(account_id);
  const strict = { ...home.house, secondFactor: 'required' } as const;
  const entry = { account_id, address: '192.0.2.1', user_agent: undefined };
  const facts = { name: 'Fern Trust', kind: 'other', legal_type: 'charity' } as const;
  const { id: agency_id } = await resultOf(home.house, addAgency, fern.manager, facts);
  const { identity } = fern.manager;
  assert(identity.kind === 'person');
  const who = { id: identity.person_id, name: 'Business manager', agency_id };
  await resultOf(home.house, changePerson, fern.manager, who);
  const provider = await setProvider(home.house, {
    partnership_id: fern.id,
    agency_id,
    name: 'trust',
    issuer: 'https://trust.example',
    client_id: 'x',
    email_domains: ['trust.example'],
    trusts_email: false,
    required: false,
  });
  const bySingleSignOn = { ...entry, how: 'single-sign-on', provider_id: provider.id } as const;
  assert.equal((await admit(strict, bySingleSignOn, new Date())).next, 'home');
  assert.equal((await admit(strict, { ...entry, how: 'link' }, new Date())).next, 'set-up-second-factor');
  assert.equal((await admit(home.house, { ...entry, how: 'link' }, new Date())).next, 'home');
});

test('without an e-mail address, or with one nobody has, the operator is told', async () => {
  await assert.rejects(run('account', 'unlock'), UsageProblem);
  await assert.rejects(run('account', 'reset-second-factor', '--email', 'nobody@example.org'), NotFound);
});
