// The server under test, in a process of its own: a furnished partnership, and one route that answers plain text on the
// same server to compare with. Prints its address and a session's cookie as JSON, then serves until it is stopped.
// Usage: serve.ts [items 1000] [durable]: on the tests' database, or on one where every commit reaches the disk.
import { startSession } from '../src/kernel/access/session.ts';
import { keepWorking } from '../src/kernel/jobs/worker.ts';
import { testClock, testHouse } from '../src/ground/testing.ts';
import { rooms } from '../src/modules/index.ts';
import { buildServer } from '../src/surfaces/web/server.ts';
import { durableHouse } from './durable-house.ts';
import { furnish } from './furnish.ts';

const [items = '1000', durable] = process.argv.slice(2);
const { home, manager } = durable === undefined ? await onTestDatabase() : await onDisk();
await furnish(home, manager, Number(items));
const settings = {
  mode: 'demonstration',
  publicUrl: 'http://127.0.0.1',
  fixedDay: null,
  clock: () => testClock,
} as const;
const app = await buildServer(home.house, rooms, settings, { logger: false });
app.get('/plain', (_request, reply) => reply.type('text/plain').send('plain'));
const worker = keepWorking(home.house, rooms, () => testClock, app.log);
const { identity, partnership_id } = manager;
const person_id = identity.kind === 'person' ? identity.person_id : null;
const secret = await startSession(home.house, { account_id: null, partnership_id, person_id }, new Date());
const address = await app.listen({ host: '127.0.0.1', port: 0 });
console.log(JSON.stringify({ address, cookie: `session=${secret}` }));
process.on('message', () => {
  const { rss } = process.memoryUsage();
  // With --expose-gc: what is in use once all that nobody needs any more is let go.
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, live: heapUsed + external });
});
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => worker.stop())
      .then(() => home.close())
      .then(() => process.exit(0)),
);

async function onTestDatabase() {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  return { home, manager: (await home.partnership('fern')).manager };
}

async function onDisk() {
  const home = await durableHouse();
  return { home, manager: await home.found('fern') };
}
