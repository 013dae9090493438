// `npm start` (demonstration) and `npm run serve` (the real mode): opens the house, loads the demonstration when there is
// nothing yet, serves until it is told to stop.
import { readConfiguration, StartProblem } from './configuration.ts';
import { clockOf, demonstrationDay, openHouse, type OpenHouse } from './house.ts';
import { keepWorking } from './kernel/jobs/worker.ts';
import { rooms } from './modules/index.ts';
import { stopInOrder } from './stopping.ts';
import { buildServer } from './surfaces/web/server.ts';

const mode = process.argv.includes('--serve') ? 'serve' : 'demonstration';

try {
  await start();
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env, { mode });
  const house = await openHouse(configuration, 'server');
  try {
    await serve(configuration, house);
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function serve(configuration: ReturnType<typeof readConfiguration>, house: OpenHouse): Promise<void> {
  const [any] = await house.pool.single<{ demonstration: boolean }>(
    'select demonstration from kernel.partnership order by demonstration limit 1',
    [],
  );
  if (mode === 'demonstration' && any?.demonstration === false) {
    throw new StartProblem(
      'This database holds a real partnership, and the demonstration has no real sign-in: run `npm run serve`, or set GOLDEN_THREAD_DATA to another folder for the demonstration.',
    );
  }
  if (mode === 'demonstration' && any === undefined) {
    console.log('Loading the demonstration partnerships (once) …');
    // Read only now: its facts are of no use to a house that is furnished.
    const { loadDemonstrations } = await import('../demo/load.ts');
    await loadDemonstrations(house);
  }
  const clock = clockOf(mode);
  const settings = {
    mode,
    publicUrl: configuration.publicUrl,
    fixedDay: mode === 'demonstration' ? demonstrationDay : null,
    clock,
  } as const;
  const stopping = { begun: false };
  const app = await buildServer(house, rooms, settings, {
    logger: { level: configuration.logLevel },
    metricsToken: configuration.metricsToken,
    trustedProxies: configuration.trustedProxies,
    stopping,
  });
  const worker = keepWorking(house, rooms, clock, app.log);
  try {
    const address = await app.listen({ host: configuration.host, port: configuration.port });
    console.log(
      `Golden Thread is ready: ${mode === 'serve' ? configuration.publicUrl : address}\nPress Ctrl+C to stop.`,
    );
    app.log.info({ mode, node: process.version }, 'started');
  } catch (error) {
    await worker.stop();
    throw listenProblem(error, configuration.host, configuration.port);
  }
  const stop = (signal: NodeJS.Signals) => {
    if (stopping.begun) return;
    stopping.begun = true;
    const parts = { app, worker, house, drainSeconds: configuration.drainSeconds };
    void stopInOrder(parts, signal).then((code) => process.exit(code));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function listenProblem(error: unknown, host: string, port: number): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${port} is in use by another program: stop it, or choose another port, for example PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES')
    return new StartProblem(
      `Port ${port} may not be used by this user: choose one above 1023, for example PORT=3000 npm start`,
    );
  if (code === 'EADDRNOTAVAIL')
    return new StartProblem(
      `HOST ${host} is not an address of this machine: leave HOST out, or set it to 127.0.0.1`,
    );
  return error;
}
