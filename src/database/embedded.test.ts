import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { type EmbeddedDatabase, joinOrStartEmbedded, startEmbedded } from './embedded.ts';
import { testSettings } from './testing.ts';

const settings = testSettings;
const root = mkdtempSync(join(tmpdir(), 'golden-thread-embedded-'));
chmodSync(root, 0o711);
const folder = join(root, 'postgres');
const otherProcess = new URL('embedded-other-process.ts', import.meta.url);

const isRunning = () => existsSync(join(folder, 'cluster', 'postmaster.pid'));

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another Node process that uses the folder: it tells its port when the database answers, and obeys "stop" and signals. */
async function startElsewhere(how: 'server' | 'guest') {
  const child = fork(otherProcess, [folder, how]);
  const [port]: unknown[] = await once(child, 'message');
  return { child, port };
}

describe('the embedded database', () => {
  const inUse: EmbeddedDatabase[] = [];
  const start = async () => {
    const database = await startEmbedded({ folder, settings });
    inUse.push(database);
    return database;
  };
  afterEach(async () => {
    for (const database of inUse.splice(0)) await database.stop();
  });
  after(() => rmSync(root, { recursive: true }));

  test('keeps its rows over a restart, speaks UTF-8 and UTC, and gives the application a login without power', async () => {
    const before = await start();
    await ask(
      before.ownerUrl,
      `create table kept (name text); insert into kept values ('Ælfgifu'), ('Zoë'), ('zebra')`,
    );
    await before.stop();
    assert.equal(isRunning(), false);

    const again = await start();
    const names = await ask(again.ownerUrl, 'select name from kept order by name');
    assert.deepEqual(names, [{ name: 'Ælfgifu' }, { name: 'zebra' }, { name: 'Zoë' }]);
    assert.deepEqual(await ask(again.appUrl, `select current_setting('timezone') as zone`), [
      { zone: 'UTC' },
    ]);
    const [power] = await ask(
      again.appUrl,
      'select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls as powerful from pg_roles where rolname = current_user',
    );
    assert.deepEqual(power, { powerful: false });
    await assert.rejects(ask(again.appUrl, 'select * from kept'), /permission denied/);
  });

  test('wants the password it made, which only the owner of the folder can read', async () => {
    const { ownerUrl } = await start();
    assert.equal(statSync(join(folder, 'passwords.json')).mode & 0o777, 0o600);
    const wrong = new URL(ownerUrl);
    wrong.password = 'password';
    await assert.rejects(ask(wrong.href, 'select 1'), /password authentication failed/);
  });

  test('listens on the loopback address and on no other of this machine', async () => {
    const { port, ownerUrl } = await start();
    const listening = await ask(
      ownerUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    assert.deepEqual(listening, [{ addresses: '127.0.0.1', sockets: '' }]);
    const outside = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address } of outside.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      const socket = connect(port, address);
      await assert.rejects(once(socket, 'connect'), /ECONNREFUSED/, address);
    }
  });

  test('is left running by a process that was killed, and taken on by the next with its rows', async () => {
    const { child, port } = await startElsewhere('server');
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(isRunning(), true);
    const adopted = await start();
    assert.equal(adopted.port, port);
    assert.equal((await ask(adopted.ownerUrl, 'select from kept')).length, 3);
    await adopted.stop();
    assert.equal(isRunning(), false);
  });

  test('stops with a process that ends without saying so', async () => {
    const { child } = await startElsewhere('server');
    child.send('exit');
    await once(child, 'exit');
    // The signal is sent on the way out; the next start waits for the server's own end or takes it on.
    const next = await start();
    assert.equal((await ask(next.ownerUrl, 'select from kept')).length, 3);
  });

  test('is joined by a second process, and runs on when either of them leaves first', async () => {
    const mine = await start();
    const guest = await startElsewhere('guest');
    assert.equal(guest.port, mine.port);
    guest.child.send('stop');
    await once(guest.child, 'exit');
    await ask(mine.ownerUrl, 'select 1');

    const staying = await startElsewhere('guest');
    await mine.stop();
    await ask(mine.ownerUrl, 'select 1');
    staying.child.send('stop');
    await once(staying.child, 'exit');
    assert.equal(isRunning(), false);
  });

  test('refuses a second web server on one folder, but not a guest', async () => {
    await start();
    await assert.rejects(
      start(),
      (problem) => problem instanceof StartProblem && /already running/.test(problem.message),
    );
    inUse.push(await joinOrStartEmbedded(folder, { settings }));
  });

  test('is made once by two processes that start together', async () => {
    const together = join(root, 'together');
    const both = await Promise.all([1, 2].map(() => joinOrStartEmbedded(together, { settings })));
    inUse.push(...both);
    assert.equal(both[0]?.port, both[1]?.port);
    assert.equal(both[0]?.ownerUrl, both[1]?.ownerUrl);
  });

  test('starts over the pid file of a crash, also when the number now belongs to another process', async () => {
    writeFileSync(
      join(folder, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${join(folder, 'cluster')}\n1790000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const { ownerUrl } = await start();
    assert.equal((await ask(ownerUrl, 'select from kept')).length, 3);
  });

  test('refuses a folder of another PostgreSQL version, and says how to move it', async () => {
    const older = join(root, 'older');
    cpSync(folder, older, { recursive: true });
    writeFileSync(join(older, 'cluster', 'PG_VERSION'), '17\n');
    await assert.rejects(
      startEmbedded({ folder: older }),
      (problem) =>
        problem instanceof StartProblem &&
        problem.message.includes(
          'made by PostgreSQL 17, and this copy of Golden Thread brings PostgreSQL 18',
        ) &&
        problem.message.includes('npx golden-thread backup before-upgrade.backup') &&
        problem.message.includes(`mv ${older} ${older}-17`) &&
        problem.message.includes('npx golden-thread restore before-upgrade.backup'),
    );
  });

  test('refuses a folder it cannot make or write to', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    await assert.rejects(
      startEmbedded({ folder: join(file, 'postgres') }),
      (problem) => problem instanceof StartProblem && /cannot write to its data folder/.test(problem.message),
    );
  });

  test('names the port that is taken', async () => {
    const { port } = await start();
    await assert.rejects(
      startEmbedded({ folder: join(root, 'together'), port }),
      (problem) => problem instanceof StartProblem && problem.message.includes(`port ${port} is in use`),
    );
    assert.match(readFileSync(join(root, 'together', 'server.log'), 'utf8'), /could not bind/);
  });
});

test('a folder that cannot be made is a message of one line, also where the parent exists but takes none', {
  timeout: 20_000,
}, async () => {
  const impossible = existsSync('/proc/self') ? '/proc/golden-thread/postgres' : '/dev/null/postgres';
  await assert.rejects(
    startEmbedded({ folder: impossible }),
    (problem: unknown) =>
      problem instanceof StartProblem &&
      /cannot write to its data folder/.test(problem.message) &&
      !problem.message.includes('\n'),
  );
});
