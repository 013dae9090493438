// Stopping without losing anything: no new people, running requests finish, the worker finishes the job in hand, then the
// database is let go. Each part has its time; what takes longer is cut off and said, and its transaction is rolled back.
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Worker } from './kernel/jobs/worker.ts';

const requestLimit = 20_000;
const restLimit = 15_000;

interface Parts {
  app: FastifyInstance;
  worker: Worker;
  house: { close(): Promise<void> };
  /** How long people are still taken while /ready already says no. */
  drainSeconds: number;
}

/** Gives the exit code: 0 when all was finished, 1 when something had to be cut off. */
export async function stopInOrder(
  { app, worker, house, drainSeconds }: Parts,
  signal: string,
): Promise<number> {
  app.log.info({ signal }, 'stopping');
  // Both at once: while requests finish, no further job is begun.
  const resting = worker.stop();
  await setTimeout(drainSeconds * 1000);
  const closing = app.close();
  const answered = await within(requestLimit, closing);
  if (!answered) {
    app.log.warn({ what: 'requests' }, 'stopped late');
    app.server.closeAllConnections();
  }
  const released = await within(
    restLimit,
    closing.then(() => resting).then(() => house.close()),
  );
  if (!released) app.log.warn({ what: 'jobs' }, 'stopped late');
  app.log.info({}, 'stopped');
  return answered && released ? 0 : 1;
}

/** Whether it was done in time. Throws what it throws. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = setTimeout(milliseconds, false, { signal: over.signal });
  late.catch(() => undefined);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    over.abort();
  }
}
