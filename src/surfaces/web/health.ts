// For whoever watches the machine: is the process up (/health), and may people be sent to it (/ready). Neither says anything
// about what is kept here, and neither needs a session.
import type { FastifyInstance } from 'fastify';
import { databaseProblem } from '../../database/readiness.ts';
import type { House } from '../../kernel/operation/perform.ts';

// Asked every few seconds: not counted against anybody, and not in the log unless something is wrong.
const watched = { config: { rateLimit: false }, logLevel: 'warn' } as const;

/** Set once, when the process is told to stop. */
export interface Stopping {
  begun: boolean;
}

export function serveHealth(app: FastifyInstance, house: House, stopping: Stopping): void {
  // Running requests are finished, and then their connections are not kept open for more.
  app.addHook('onSend', async (_request, reply) => {
    if (stopping.begun) reply.header('connection', 'close');
  });

  app.get('/health', watched, () => ({ status: 'up' }));
  app.get('/ready', watched, async (_request, reply) => {
    const [database, files] = await Promise.all([databaseProblem(house.pool), filesProblem(house)]);
    const server = stopping.begun ? 'This process is stopping.' : null;
    const ready = database === null && files === null && server === null;
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      database: database ?? 'ready',
      files: files ?? 'ready',
      server: server ?? 'ready',
    });
  });
}

const looking = new WeakMap<House, Promise<string | null>>();

/** However many ask at once, the disk is tried once: the address is open to anybody. */
function filesProblem(house: House): Promise<string | null> {
  const look =
    looking.get(house) ??
    house.files
      .check()
      .then(
        () => null,
        () => 'The folder of uploaded files cannot be written to, or its disk is full.',
      )
      .finally(() => looking.delete(house));
  looking.set(house, look);
  return look;
}
