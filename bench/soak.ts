// A real server process under mixed load at half its measured top rate, for as long as wanted: lists, home, report and a form
// that is sent. Tells failures, response times for each five minutes, what Node holds resident each minute, and what it has
// in use, by a full collection each five minutes: that must not grow.
// Usage: node bench/soak.ts [--minutes 60] [--rate pages-a-second]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Agent, request } from 'node:http';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, rate: { type: 'string' } },
});
const minutes = Number(values.minutes);
const readers = 40;
/** Growth of memory in use that is taken for none, in MB an hour. */
const steady = 5;
/** Minutes. */
const liveEvery = 5;

const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), ['1000', 'durable'], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  execArgv: ['--expose-gc'],
});
const { address, cookie } = await started(child);
const agent = new Agent({ keepAlive: true, maxSockets: readers });

interface Answer {
  status: number;
  body: string;
}

interface Timing {
  at: number;
  took: number;
}

let failures = 0;
const told = new Map<string, number>();
let timings: Timing[] = [];

const token =
  /name="_form" value="([^"]+)"/.exec((await ask('GET', '/evidence/sources/new')).body)?.[1] ?? '';
let sent = 0;
await ask('POST', '/evidence/sources/new', sourceForm());
// One source is changed again and again: thousands of new ones would make every list longer than any partnership's.
const source = /\/evidence\/sources\/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(
  (await ask('GET', '/evidence/sources')).body,
)?.[0];
if (source === undefined) throw new Error('There is no source to change.');
/** What people do, in turn: seven pages looked at for each form sent, which makes none of the seven longer. */
const visits: (() => Promise<Answer>)[] = [
  () => ask('GET', '/'),
  () => ask('GET', '/evidence'),
  () => ask('GET', '/plan'),
  () => ask('GET', '/evidence?text=Figure+7'),
  () => ask('GET', '/report/2024-25'),
  () => ask('GET', '/evidence'),
  () => ask('GET', '/governance'),
  () => ask('POST', `${source}/change`, sourceForm()),
];

const top = values.rate === undefined ? await topRate() : Number(values.rate) * 2;
const rate = top / 2;
console.log(
  `top rate ${top.toFixed(0)} pages a second; soaking at ${rate.toFixed(0)} for ${minutes} minutes`,
);
timings = [];
const { resident, live } = await soak();
tellTimes();
const trend = slope(live) * (60 / liveEvery);
console.log(`resident: ${listed(resident)} MB`);
console.log(
  `in use: ${listed(live)} MB; trend after the first fifth ${trend >= 0 ? '+' : ''}${trend.toFixed(1)} MB an hour`,
);
for (const [what, times] of told) console.log(`failed ${times} times: ${what}`);
const grows = minutes >= 30 && trend > steady;
console.log(
  `${timings.length} answers, ${failures} failures: ${failures === 0 && !grows ? 'passed' : 'FAILED'}${minutes < 30 ? ' (too short to judge memory)' : ''}`,
);
agent.destroy();
child.kill('SIGTERM');
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = failures === 0 && !grows && code === 0 ? 0 : 1;

async function started(server: ChildProcess): Promise<{ address: string; cookie: string }> {
  if (server.stdout === null) throw new Error('The server under test has no output.');
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  return JSON.parse(line) as { address: string; cookie: string };
}

function sourceForm(): string {
  sent += 1;
  return new URLSearchParams({
    _form: token,
    _key: `soak-${process.pid}-${sent}`,
    title: `Source ${sent} of the soak`,
    kind: 'minutes',
  }).toString();
}

function ask(method: string, path: string, payload?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      ...(payload && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(payload),
      }),
    };
    const asking = request(address + path, { method, headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(payload);
  });
}

async function visit(i: number): Promise<void> {
  const at = performance.now();
  const act = visits[i % visits.length];
  try {
    const status = (await act?.())?.status ?? 0;
    if (status >= 400 || status < 200) fail(`status ${status} at visit ${i % visits.length}`);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  timings.push({ at, took: performance.now() - at });
}

function fail(what: string): void {
  failures += 1;
  told.set(what, (told.get(what) ?? 0) + 1);
}

/** As fast as it goes with all readers at once, for ten seconds after five of warming up. */
async function topRate(): Promise<number> {
  let i = 0;
  const over = new AbortController();
  const lanes = Array.from({ length: readers }, async () => {
    while (!over.signal.aborted) await visit(i++);
  });
  await seconds(5);
  const before = timings.length;
  await seconds(10);
  const done = timings.length - before;
  over.abort();
  await Promise.all(lanes);
  return done / 10;
}

interface Memory {
  /** MB, each minute. */
  resident: number[];
  /** MB, each five minutes. */
  live: number[];
}

/** Visits at an even rate, whether or not the ones before were answered. */
async function soak(): Promise<Memory> {
  const from = performance.now();
  const until = from + minutes * 60_000;
  const memory: Memory = { resident: [residentNow(child)], live: [await liveNow(child)] };
  const running = new Set<Promise<void>>();
  let i = 0;
  while (performance.now() < until) {
    const due = ((performance.now() - from) / 1000) * rate;
    while (i < due) {
      const one = visit(i++);
      running.add(one);
      void one.finally(() => running.delete(one));
    }
    const passed = (performance.now() - from) / 60_000;
    if (passed > memory.resident.length) memory.resident.push(residentNow(child));
    if (passed > memory.live.length * liveEvery) memory.live.push(await liveNow(child));
    await seconds(0.01);
  }
  await Promise.all(running);
  memory.live.push(await liveNow(child));
  return memory;
}

function tellTimes(): void {
  const from = timings.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
  const parts = Map.groupBy(timings, ({ at }) => Math.floor((at - from) / 300_000));
  for (const [part, some] of [...parts].toSorted(([one], [other]) => one - other)) {
    const took = some.map((timing) => timing.took).toSorted((a, b) => a - b);
    const at = (share: number) => took[Math.floor(took.length * share)]?.toFixed(0);
    console.log(
      `minutes ${part * 5} to ${part * 5 + 5}: ${some.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
    );
  }
}

function residentNow(server: ChildProcess): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
}

async function liveNow(server: ChildProcess): Promise<number> {
  server.send('memory');
  const [{ live }] = (await once(server, 'message')) as [{ live: number }];
  return live / 1e6;
}

function listed(mb: number[]): string {
  return mb.map((one) => one.toFixed(0)).join(' ');
}

/** MB from one to the next by least squares, without the first fifth, in which caches fill. */
function slope(all: number[]): number {
  const some = all.slice(Math.floor(all.length / 5));
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const x = some.map((_, i) => i);
  const [mx, my] = [mean(x), mean(some)];
  const over = some.reduce((sum, y, i) => sum + (i - mx) * (y - my), 0);
  const under = x.reduce((sum, i) => sum + (i - mx) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
