// The real program is told to stop while somebody is sending a form.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

let folder: string;
let child: ChildProcess;
let port: number;
let said = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-stopping-'));
  port = await freePort();
  const kept = Object.entries(process.env).filter(([name]) => !/DATABASE|URL|PORT|HOST$/.test(name));
  child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), '--serve'], {
    env: {
      ...Object.fromEntries(kept),
      GOLDEN_THREAD_DATA: folder,
      SESSION_SECRET: 's'.repeat(40),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      DRAIN_SECONDS: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  await until(async () => said.includes('is ready') || child.exitCode !== null);
});
after(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const askReady = () =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ status }) => status,
    () => 'refused',
  );
const body = 'email=nobody%40example.org&password=not-the-password';

test('a request in flight is answered, new people are sent elsewhere, and the process ends with 0', {
  timeout: 60_000,
}, async () => {
  assert.equal(await askReady(), 200);
  const slow = connect(port, '127.0.0.1');
  const answer = readAll(slow);
  slow.write(
    `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  // The server has read the head of the request, and waits for the rest of it.
  await until(async () => answer.text.includes('100 Continue'));
  slow.write(body.slice(0, 10));

  child.kill('SIGTERM');
  await until(async () => (await askReady()) === 503);
  await until(async () => (await askReady()) === 'refused');
  assert.equal(child.exitCode, null, 'it waits for the request');
  slow.write(body.slice(10));
  await answer.ended;
  assert.match(answer.text, /HTTP\/1\.1 422 .*\r\n/);
  assert.match(answer.text, /The e-mail address or the password is not right/);
  const [code] = child.exitCode === null ? ((await once(child, 'exit')) as [number]) : [child.exitCode];
  assert.equal(code, 0);
});

test('its log says in order that it started, was asked, stopped, and nothing else', () => {
  const lines = said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string; route?: string });
  assert.deepEqual(
    lines.map(({ event, route }) => (route ? `${event} ${route}` : event)),
    ['started', 'stopping', 'request /sign-in', 'stopped'],
  );
});

function readAll(socket: Socket): { text: string; ended: Promise<unknown> } {
  const kept = { text: '', ended: once(socket, 'close') };
  socket.on('data', (text: Buffer) => (kept.text += text.toString()));
  return kept;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return free;
}
