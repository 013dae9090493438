// From `npm start` to the first page, on a first start and on a second; and Node's memory at rest.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const data = await mkdtemp(join(tmpdir(), 'golden-thread-start-'));
const port = 4700 + Math.floor(Math.random() * 200);

async function start(name: string): Promise<ChildProcess> {
  const from = performance.now();
  const child = spawn(process.execPath, [join(project, 'src/main.ts')], {
    env: { ...process.env, GOLDEN_THREAD_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/sign-in`).then(
      (r) => r.ok,
      () => false,
    );
    if (answered) break;
    if (child.exitCode !== null) throw new Error('The server stopped before it answered.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(`${name}: first page after ${((performance.now() - from) / 1000).toFixed(2)} s`);
  return child;
}

const first = await start('first start (empty folder, both demonstrations loaded)');
first.kill('SIGTERM');
await once(first, 'exit');
const second = await start('second start');
const status = await readFile(`/proc/${second.pid}/status`, 'utf8').catch(() => '');
console.log(`Node at rest: ${/VmRSS:\s+(\d+ kB)/.exec(status)?.[1] ?? 'not known on this system'}`);
second.kill('SIGTERM');
await once(second, 'exit');
await rm(data, { recursive: true, force: true });
