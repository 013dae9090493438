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

function launch(file: string, words: string[], environment: Record<string, string>): ChildProcess {
  const kept = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/DATABASE|SESSION_SECRET|PUBLIC_URL|PORT|HOST$/.test(name),
    ),
  );
  return spawn(process.execPath, [program(file), ...words], {
    env: { ...kept, GOLDEN_THREAD_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
    /several partnerships here: fernshire, york/,
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
