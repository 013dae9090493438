// A house as its operator runs it, for tests that kill it: the real server process in the real mode, with a folder and an
// embedded database of its own, both durable.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const password = 'a long password for a test';
const email = 'manager@example.org';

export interface RunningHouse {
  folder: string;
  address: string;
  server: ChildProcess;
  /** Of the embedded database, read from its own file; null when there is none. */
  postmaster(): number | null;
  start(): Promise<void>;
  /** Stops the server as an operator would, and waits until it has ended. */
  stop(): Promise<void>;
  cli(words: string[], input?: string): Promise<{ code: number | null; out: string; problems: string }>;
  signIn(): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface SignedIn {
  headers: Record<string, string>;
}

/** In a new folder of the temporary one, or in the one given; it is deleted at the end. */
export async function runningHouse(given?: string): Promise<RunningHouse> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'golden-thread-durability-')));
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const settings = {
    GOLDEN_THREAD_DATA: folder,
    SESSION_SECRET: 'the secret of a house that is killed again and again',
    PUBLIC_URL: address,
    SECOND_FACTOR: 'offered',
    PORT: port,
  };
  const launch = (file: string, words: string[]) =>
    spawn(process.execPath, [program(file), ...words], { env: { ...plainEnvironment(), ...settings } });
  const house: RunningHouse = {
    folder,
    address,
    server: undefined as unknown as ChildProcess,
    postmaster() {
      const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
    },
    async start() {
      house.server = launch('main.ts', ['--serve']);
      house.server.stderr?.pipe(process.stderr);
      await ready(house.server);
    },
    async stop() {
      if (house.server.exitCode !== null || house.server.signalCode !== null) return;
      const over = once(house.server, 'exit');
      house.server.kill('SIGTERM');
      await over;
    },
    async cli(words, input = '') {
      const child = launch('golden-thread.ts', words);
      const kept = { out: '', problems: '' };
      child.stdout.on('data', (text: Buffer) => (kept.out += text.toString()));
      child.stderr.on('data', (text: Buffer) => (kept.problems += text.toString()));
      child.stdin.end(input);
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, ...kept };
    },
    async signIn() {
      const answer = await fetch(`${house.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ email, password }),
      });
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const session = await fetch(`${house.address}/api/session`, { headers: { cookie } });
      if (!session.ok) throw new Error(`Signing in answered ${answer.status}, the session ${session.status}`);
      const { form_token } = (await session.json()) as { form_token: string };
      return { headers: { cookie, 'x-form-token': form_token, 'content-type': 'application/json' } };
    },
    async close() {
      house.server.kill('SIGKILL');
      for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  const founding = ['--short-name', 'fern', '--name', 'Fern partnership', '--business-manager', 'Manager'];
  await house.cli(['partnership', 'found', ...founding, '--email', email]);
  await house.cli(['account', 'set-password', '--partnership', 'fern', '--email', email], password);
  await house.start();
  return house;
}

/** Ids of every process of this machine that names the folder in its command line. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandOf(pid).includes(folder));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function plainEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/DATABASE|SESSION_SECRET|PUBLIC_URL|PORT|HOST$/.test(name),
    ),
  );
}

/** Resolves once the server says that it is ready. */
async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const text of child.stdout ?? []) {
    said += String(text);
    if (said.includes('is ready')) return;
  }
  throw new Error(`The server ended without being ready: ${said}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
