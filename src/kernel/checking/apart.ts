// Checks in a thread of its own, which is ended when it takes too long or too much memory: a document may be written to keep a
// rule busy for ever, and a server has others to serve. The thread makes ready while the documents are still being read.
import module from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvalidInput } from '../operation/refusals.ts';
import type { ReadDocument } from '../reading/document.ts';
import type { DutyAnswer } from './duties.ts';
import type { Finding } from './finding.ts';
import type { KindOfDocument } from './kind-of-document.ts';

export interface Read {
  document: ReadDocument;
  /** What it is compared with. */
  earlier: readonly ReadDocument[];
}

export interface Checked {
  kind: KindOfDocument;
  findings: Finding[];
  /** Of a yearly report. */
  duties: DutyAnswer[];
}

/** Of processor time, so that a busy machine refuses nothing; a report of 200 pages takes about one. */
const secondsAllowed = 5;
/** For a thread that waits for a processor and gets none. */
const wallSeconds = 20;
const looksEveryMs = 50;
/** Each may take 300 MB for a moment. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws InvalidInput where the documents ask too much, and whatever `reading` throws. */
export async function checkApart(reading: () => Promise<Read>): Promise<Read & Checked> {
  // Whoever is done hands its place on, so that no newcomer takes it first.
  if (running < atOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  const cache = module.getCompileCacheDir();
  const worker = new Worker(new URL('./apart-thread.ts', import.meta.url), {
    workerData: { cache: cache === undefined ? null : dirname(cache) },
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 },
    env: {},
  });
  try {
    const read = await reading();
    return { ...read, ...(await answerOf(worker, read)) };
  } finally {
    await worker.terminate();
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function answerOf(worker: Worker, read: Read): Promise<Checked> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  return new Promise<Checked>((resolve, reject) => {
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      const seconds = (performance.now() - begun) / 1000;
      if ((user + system) / 1e6 > secondsAllowed && seconds > secondsAllowed) reject(tooMuch());
      if (seconds > wallSeconds) reject(tooMuch());
    }, looksEveryMs);
    const over = (end: () => void) => {
      clearInterval(watch);
      end();
    };
    worker.once('message', (checked: Checked) => over(() => resolve(checked)));
    worker.once('error', (error: Error & { code?: string }) =>
      over(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error)),
    );
    worker.once('exit', () => over(() => reject(tooMuch())));
    worker.postMessage(read, []);
  });
}

function tooMuch(): InvalidInput {
  const message =
    'This file is too large or too complicated to check. Save it in parts, chapter by chapter, and check those.';
  return new InvalidInput({ file: message }, message);
}
