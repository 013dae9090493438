// The operator's commands as they are typed, in a process of their own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '../../database/testing.ts';

const program = fileURLToPath(new URL('../../golden-thread.ts', import.meta.url));
const hidden = 'hush'.repeat(10);
let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function cli(words: string[], environment: Record<string, string>) {
  const kept = Object.entries(process.env).filter(([name]) => !/DATABASE|SECRET|URL|PORT|HOST$/.test(name));
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...Object.fromEntries(kept), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, problems };
}

const ofOurs = () => ({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });

test('settings are listed also where they are wrong, and a secret is never shown', async () => {
  const environment = { SESSION_SECRET: hidden, METRICS_TOKEN: hidden, PORT: 'not a port' };
  const plain = await cli(['settings'], environment);
  assert.equal(plain.code, 0, plain.problems);
  assert.match(plain.out, /^PORT\n {2}.*\n {2}Set: not a port$/m);
  assert.match(plain.out, /^SESSION_SECRET\n {2}.*\n {2}Set\.$/m);
  const json = await cli(['settings', '--json'], environment);
  const listed = JSON.parse(json.out) as { name: string; set: boolean; value: string | null }[];
  assert.deepEqual(
    listed.filter(({ set }) => set).map(({ name, value }) => [name, value]),
    [
      ['PORT', 'not a port'],
      ['SESSION_SECRET', null],
      ['METRICS_TOKEN', null],
    ],
  );
  assert.doesNotMatch(plain.out + json.out, /hush/);
});

test('the plan of distribution is printed on any PostgreSQL; without the extension nothing is done and the code is 1', async () => {
  const plan = await cli(['database', 'distribute', '--plan'], ofOurs());
  assert.equal(plan.code, 0, plan.problems);
  assert.match(plan.out, /select create_reference_table\('kernel\.partnership'\); -- shared/);
  const done = await cli(['database', 'distribute'], ofOurs());
  assert.equal(done.code, 1);
  assert.equal(done.out, '');
  assert.match(done.problems, /no Citus extension, so nothing was distributed/);
  assert.doesNotMatch(done.problems, /\n\s+at /);
});
