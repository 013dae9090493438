import assert from 'node:assert/strict';
import { isAbsolute, join, resolve } from 'node:path';
import { test } from 'node:test';
import { type Mode, readConfiguration, StartProblem } from './configuration.ts';
import { listSettings } from './settings.ts';

const service = { SESSION_SECRET: 's'.repeat(32), PUBLIC_URL: 'https://safeguarding.example.org/' };

function problemOf(environment: Record<string, string>, mode: Mode = 'demonstration'): string {
  try {
    readConfiguration(environment, { mode });
  } catch (problem) {
    assert.ok(problem instanceof StartProblem);
    return problem.message;
  }
  return '';
}

test('the demonstration needs nothing and can be reached from this machine only', () => {
  const { host, port, publicUrl, database, dataFolder } = readConfiguration({}, { mode: 'demonstration' });
  assert.deepEqual([host, port, publicUrl], ['127.0.0.1', 3000, 'http://127.0.0.1:3000']);
  assert.deepEqual(database, { kind: 'embedded', folder: join(dataFolder, 'postgres') });
  assert.equal(dataFolder, resolve(import.meta.dirname, '..', 'data'));
});

test('each demonstration makes a session secret of its own', () => {
  const secrets = [1, 2].map(() => readConfiguration({}, { mode: 'demonstration' }).sessionSecret);
  assert.ok(secrets.every((secret) => secret.length >= 32));
  assert.notEqual(secrets[0], secrets[1]);
});

test('the demonstration refuses to listen to other machines', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org']) {
    assert.match(problemOf({ HOST }), /^HOST must be this machine itself/, HOST);
  }
  for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.0.0.53'])
    assert.equal(problemOf({ HOST }), '', HOST);
});

test('a service names every setting it lacks, one to a line', () => {
  const lines = problemOf({}, 'serve').split('\n');
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    ['SESSION_SECRET', 'PUBLIC_URL'],
  );
});

test('a setting left empty counts as missing', () => {
  assert.match(problemOf({ ...service, SESSION_SECRET: '  ' }, 'serve'), /^SESSION_SECRET is not set/);
});

test('a service with its secret and address starts, and the address loses its closing slash', () => {
  const { publicUrl, sessionSecret } = readConfiguration(service, { mode: 'serve' });
  assert.deepEqual([publicUrl, sessionSecret], ['https://safeguarding.example.org', service.SESSION_SECRET]);
});

test('a service is reached over https, or http on this machine itself', () => {
  for (const PUBLIC_URL of [
    'http://example.org',
    'example.org',
    'https://example.org/path',
    'ftp://example.org',
  ]) {
    assert.match(
      problemOf({ ...service, PUBLIC_URL }, 'serve'),
      /^PUBLIC_URL must be the https address/,
      PUBLIC_URL,
    );
  }
  assert.equal(problemOf({ ...service, PUBLIC_URL: 'http://localhost:3000' }, 'serve'), '');
  assert.equal(problemOf({ ...service, PUBLIC_URL: 'http://[::1]:3000' }, 'serve'), '');
});

test('a message about a secret does not show it', () => {
  const environment = {
    ...service,
    SESSION_SECRET: 'too-short',
    DATABASE_URL: 'mysql://app:hush@host/name',
    DATABASE_OWNER_URL: 'not-an-address-hush',
  };
  const message = problemOf(environment, 'serve');
  assert.deepEqual(
    message.split('\n').map((line) => line.split(' ')[0]),
    ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SESSION_SECRET'],
  );
  assert.doesNotMatch(message, /too-short|hush/);
});

test('the two database addresses come together, under two roles', () => {
  const app = 'postgres://app:secret@db.example.org/thread';
  const owner = 'postgresql://owner:secret@db.example.org/thread';
  assert.match(problemOf({ DATABASE_URL: app }), /^DATABASE_OWNER_URL is not set/);
  assert.match(problemOf({ DATABASE_OWNER_URL: owner }), /^DATABASE_URL is not set/);
  assert.match(problemOf({ DATABASE_URL: app, DATABASE_OWNER_URL: app }), /same role/);
  const { database } = readConfiguration(
    { DATABASE_URL: app, DATABASE_OWNER_URL: owner },
    { mode: 'demonstration' },
  );
  assert.deepEqual(database, { kind: 'server', appUrl: app, ownerUrl: owner });
});

test('a port is a whole number up to 65535', () => {
  for (const PORT of ['web', '-1', '65536', '3000.5', '3e3'])
    assert.match(problemOf({ PORT }), /^PORT must/, PORT);
  assert.equal(readConfiguration({ PORT: '0' }, { mode: 'demonstration' }).port, 0);
});

test('a misspelt setting of ours is noticed, and other programs keep theirs', () => {
  assert.match(problemOf({ GOLDEN_THREAD_DATE: '/srv' }), /^GOLDEN_THREAD_DATE is not a setting/);
  assert.equal(problemOf({ PGHOST: 'elsewhere', EDITOR: 'ed' }), '');
});

test('a data folder is read from where the command was started', () => {
  const { dataFolder } = readConfiguration({ GOLDEN_THREAD_DATA: 'kept' }, { mode: 'demonstration' });
  assert.ok(isAbsolute(dataFolder));
  assert.equal(dataFolder, resolve('kept'));
});

test('the list of settings tells each one’s purpose and whether it is set, and never the value of a secret', () => {
  const hidden = 'hush'.repeat(10);
  const set = Object.fromEntries(listSettings({}).map(({ name }) => [name, hidden]));
  for (const { name, what, otherwise, secret, value } of listSettings(set)) {
    assert(what.length > 20 && otherwise.length > 0, name);
    assert.equal(value, secret ? null : hidden, name);
  }
  const secrets = listSettings({}).filter(({ secret }) => secret);
  assert(secrets.length >= 4);
  for (const name of ['SESSION_SECRET', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'METRICS_TOKEN'])
    assert(
      secrets.some((setting) => setting.name === name),
      name,
    );
  assert(listSettings({}).every(({ set: given, value }) => !given && value === null));
  assert.equal(listSettings({ PORT: ' ' }).find(({ name }) => name === 'PORT')?.set, false);
});

test('every secret-looking setting is marked as a secret', () => {
  for (const { name, secret } of listSettings({})) {
    if (/SECRET|TOKEN|PASSWORD|KEY$|DATABASE.*URL|SMTP_URL/.test(name)) assert(secret, name);
  }
});

test('proxies that are believed are addresses or networks, and this machine’s own is always one', () => {
  const proxies = (TRUSTED_PROXIES: string) =>
    readConfiguration({ ...service, TRUSTED_PROXIES }, { mode: 'serve' }).trustedProxies;
  assert.deepEqual(proxies('10.0.0.7, 10.1.0.0/16,fd00::/8'), [
    'loopback',
    '10.0.0.7',
    '10.1.0.0/16',
    'fd00::/8',
  ]);
  assert.deepEqual(readConfiguration(service, { mode: 'serve' }).trustedProxies, ['loopback']);
  for (const TRUSTED_PROXIES of ['everybody', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.7,', 'true', '::/129'])
    assert.match(
      problemOf({ ...service, TRUSTED_PROXIES }, 'serve'),
      /^TRUSTED_PROXIES must/,
      TRUSTED_PROXIES,
    );
});
