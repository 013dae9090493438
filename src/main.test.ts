// The program as an operator starts it: real processes, a folder of its own, the embedded database.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let folder: string;
let running: ChildProcess | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-main-'));
});
after(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  problems: string;
}

function launch(
  file: string,
  words: string[],
  environment: Record<string, string>,
  input?: string,
): ChildProcess {
  const kept = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/DATABASE|SESSION_SECRET|PUBLIC_URL|PORT|HOST$/.test(name),
    ),
  );
  const child = spawn(process.execPath, [program(file), ...words], {
    env: { ...kept, GOLDEN_THREAD_DATA: folder, ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  return child;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const kept = { out: '', problems: '' };
  child.stdout?.on('data', (text: Buffer) => (kept.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (kept.problems += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...kept };
}

/** Resolves with the address once the server says that it is ready. */
async function ready(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of child.stdout ?? []) {
    said += String(text);
    const address = /ready: (\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`The server ended without being ready: ${said}`);
}

const personas = async (address: string) =>
  (await (await fetch(`${address}/sign-in`)).text()).split('gt-personas__button').length - 1;

test('the real mode does not start without its secrets, and names each one that is missing', async () => {
  const { code, problems } = await ended(launch('./main.ts', ['--serve'], {}));
  assert.equal(code, 1);
  assert.match(problems, /SESSION_SECRET/);
  assert.match(problems, /PUBLIC_URL/);
  assert.doesNotMatch(problems, /\n\s+at /);
});

test('the demonstration does not listen to other machines', async () => {
  const { code, problems } = await ended(launch('./main.ts', [], { HOST: '0.0.0.0' }));
  assert.equal(code, 1);
  assert.match(problems, /HOST/);
});

test('a first start furnishes the house; a second keeps what was there, also after the process was killed', {
  timeout: 110_000,
}, async () => {
  running = launch('./main.ts', [], { PORT: '0' });
  const first = await ready(running);
  const before = await personas(first);
  assert(before > 15);
  running.kill('SIGKILL');
  await once(running, 'exit');
  running = launch('./main.ts', [], { PORT: '0' });
  assert.equal(await personas(await ready(running)), before);
});

test('the command line answers beside the running server, in the words scripts rely on', async () => {
  const cli = (...words: string[]) => ended(launch('./golden-thread.ts', words, {}));
  const day = await cli('calendar', 'add-working-days', '2024-03-28', '10');
  assert.deepEqual([day.code, day.out], [0, '2024-04-15\n']);
  const coverage = await cli('report', 'coverage', '2024-25', '--json', '--partnership', 'york');
  const duties = JSON.parse(coverage.out) as {
    id: string;
    status: string;
    verified: boolean;
    evidence: string[];
    note: string;
  }[];
  assert.equal(duties.find((duty) => duty.id === 'YR23-10')?.status, 'missing');
  assert(
    duties.every(
      (duty) =>
        typeof duty.verified === 'boolean' && Array.isArray(duty.evidence) && typeof duty.note === 'string',
    ),
  );
  const findings = JSON.parse(
    (await cli('report', 'findings', '2024-25', '--json', '--partnership', 'york')).out,
  ) as Record<string, unknown>[];
  for (const key of ['rule', 'severity', 'where', 'quote', 'message', 'mend'])
    assert.equal(typeof findings[0]?.[key], 'string', key);
  const verified = await cli('audit', 'verify', '--partnership', 'york');
  assert.equal(verified.code, 0);
});

test('the command line says what is wrong in one line and ends with the code of the kind of problem', async () => {
  const wrong = async (...words: string[]) => {
    const { code, problems } = await ended(launch('./golden-thread.ts', words, {}));
    assert.doesNotMatch(problems, /\n\s+at /, words.join(' '));
    return [code, problems.trim()] as const;
  };
  assert.deepEqual((await wrong('nonsense', 'word'))[0], 2);
  assert.match(
    (await wrong('report', 'coverage', '2024-25'))[1],
    /several partnerships here: fernshire, fernshire-marlshire, york/,
  );
  assert.equal((await wrong('report', 'coverage', '2024-25', '--partnership', 'nowhere'))[0], 4);
  assert.equal((await wrong('report', 'coverage', '1066-67', '--partnership', 'york'))[0], 4);
  assert.equal(
    (await wrong('report', 'publish', '2024-25', '--format', 'gif', '--partnership', 'york'))[0],
    2,
  );
  assert.equal(
    (
      await wrong(
        'report',
        'publish',
        '2024-25',
        '--partnership',
        'york',
        '--out',
        join(folder, 'no', 'such', 'folder'),
      )
    )[0],
    2,
  );
  assert.equal(
    (await wrong('plan', 'add-priority', '--name', 'X', '--partnership', 'york', '--as', 'Nobody'))[0],
    4,
  );
});

test('a taken port is a message of one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  running?.kill('SIGTERM');
  if (running) await once(running, 'exit');
  const { code, problems } = await ended(launch('./main.ts', [], { PORT: String(port) }));
  other.close();
  assert.equal(code, 1);
  assert.match(problems, new RegExp(`^Port ${port} is in use`));
});

test('the real mode: a partnership is founded, its manager let in, signs in, and the demonstration is nowhere', {
  timeout: 60_000,
}, async () => {
  const real = await mkdtemp(join(tmpdir(), 'golden-thread-real-'));
  const environment = { GOLDEN_THREAD_DATA: real };
  const secret = 'correct horse battery staple';
  const found = await ended(
    launch(
      './golden-thread.ts',
      [
        'partnership',
        'found',
        '--short-name',
        'exampleshire',
        '--name',
        'Exampleshire',
        '--business-manager',
        'Ada Example',
        '--email',
        'ada@example.org',
      ],
      environment,
    ),
  );
  assert.equal(found.code, 0, found.problems);
  const letIn = launch(
    './golden-thread.ts',
    ['account', 'set-password', '--partnership', 'exampleshire', '--email', 'ada@example.org'],
    environment,
    secret,
  );
  assert.equal((await ended(letIn)).code, 0);
  const listed = await ended(launch('./golden-thread.ts', ['partnership', 'list'], environment));
  assert.match(listed.out, /^exampleshire\s+Exampleshire\n$/);

  const refused = await ended(launch('./main.ts', [], { ...environment, PORT: '0' }));
  assert.equal(refused.code, 1);
  assert.match(refused.problems, /real partnership/);

  const port = await freePort();
  const serving = launch('./main.ts', ['--serve'], {
    ...environment,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SESSION_SECRET: 'x'.repeat(40),
    SECOND_FACTOR: 'offered',
  });
  const address = await ready(serving);
  assert.doesNotMatch(await (await fetch(`${address}/sign-in`)).text(), /Demonstration|gt-personas/);
  const signedIn = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: 'ada@example.org', password: secret }).toString(),
  });
  assert.equal(signedIn.status, 303);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const home = await (await fetch(`${address}/`, { headers: { cookie } })).text();
  assert.match(home, /<h1[^>]*>Exampleshire<\/h1>/);
  serving.kill('SIGTERM');
  await once(serving, 'exit');
  await rm(real, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
