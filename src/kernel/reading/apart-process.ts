// The process that reads one document for apart.ts: takes its bytes, has them read in a thread, and watches over it. It ends itself
// when the reading takes too long or too much memory, or when whoever asked is gone.
import { Worker } from 'node:worker_threads';
import type { ApartAnswer } from './apart.ts';

/** Of processor time, so that a busy machine refuses nothing; a report of 200 pages takes about three. */
const secondsAllowed = 4;
/** For a file whose pages keep coming, at a pace that ends before this. */
const secondsWithProgress = 12;
/** Of the whole process; with the command line beside it less than 300 MB in all. */
const mostMemory = 190 * 1024 * 1024;
const looksEveryMs = 10;
const tooMuch = 3;

export interface Asked {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where what Node made of our TypeScript is kept, so that the thread starts sooner. */
  cache: string | null;
}
export type Told = { done: number; pages: number } | { answer: ApartAnswer };

const [, , name = '', length = '0'] = process.argv;
const bytes = await taken(Number(length));
const asked: Asked = { name, bytes, cache: process.env['NODE_COMPILE_CACHE'] ?? null };
const worker = new Worker(new URL('./apart-thread.ts', import.meta.url), {
  workerData: asked,
  transferList: [bytes.buffer],
  resourceLimits: { maxOldGenerationSizeMb: 72, maxYoungGenerationSizeMb: 12, stackSizeMb: 4 },
  env: {},
});
let share = 0;
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.exit(tooMuch);
  const { user, system } = process.cpuUsage();
  const seconds = (user + system) / 1e6;
  const getsOn = share > 0 && seconds / share < secondsWithProgress;
  if (seconds > secondsAllowed && !getsOn) process.exit(tooMuch);
}, looksEveryMs);
worker.on('message', (told: Told) => {
  if ('answer' in told) process.stdout.write(JSON.stringify(told.answer), () => process.exit(0));
  else share = told.done / told.pages;
});
// Out of its memory.
worker.on('error', () => process.exit(tooMuch));
process.stdout.on('error', () => process.exit(1));

async function taken(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(size);
  let at = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (at + chunk.length > size) process.exit(1);
    all.set(chunk, at);
    at += chunk.length;
  }
  if (at < size) process.exit(1);
  return all;
}
