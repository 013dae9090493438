// The built-in PostgreSQL server: made on first start in a folder of its own, reachable from this machine only, with
// passwords nobody has to know. It can outlive the process that started it (a crash, kill -9); the next one takes it on.
// Whoever uses the folder last stops the server, so a command line beside a running web server never cuts it off.
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { chooseUser, findPrograms, startProgram, type Programs } from './embedded-binaries.ts';
import {
  createCluster,
  databaseName,
  loginRole,
  ownerRole,
  passwordsOf,
  refuseOtherVersion,
  urlFor,
} from './embedded-cluster.ts';
import { prepareFolder } from './embedded-folder.ts';
import { findPostmaster, isPostmasterRunning, removeStalePidFile } from './embedded-postmaster.ts';
import { arrive, leave, whoIsPresent, withLock, type PresenceKind } from './embedded-presence.ts';
import { keepAlive } from './embedded-watch.ts';

export type EmbeddedDatabase = {
  /** Signs in as the owner of every table; for migrations, backup and restore only. */
  ownerUrl: string;
  /** Signs in as the application, which row-level security binds. */
  appUrl: string;
  port: number;
  /** Lets go of the server, and stops it when nobody else uses it. */
  stop: () => Promise<void>;
};

type EmbeddedOptions = {
  folder: string;
  /** A free one is chosen at each start unless given. */
  port?: number;
  /** Server settings beside our own, such as { fsync: 'off' } for tests. */
  settings?: Record<string, string>;
  /** Leaves the server running when its users have gone: for tests that share one between runs. */
  leaveRunning?: boolean;
};

const attempts = 6;
const startPatience = 120_000;
const stopPatience = 30_000;

/**
 * Starts the server of the web application: one for each folder.
 * @throws {StartProblem} when another web server uses the folder, it is not ours to write, or of another PostgreSQL version.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  return use(options, 'server');
}

/** For every other process: joins the server that runs, or starts it. `stop()` stops it only when nobody else uses it. */
export function joinOrStartEmbedded(
  folder: string,
  options: Omit<EmbeddedOptions, 'folder'> = {},
): Promise<EmbeddedDatabase> {
  return use({ ...options, folder }, 'guest');
}

async function use(options: EmbeddedOptions, kind: PresenceKind): Promise<EmbeddedDatabase> {
  const programs = findPrograms();
  const folder = prepareFolder(options.folder);
  const cluster = join(folder, 'cluster');
  const [port, presence] = await withLock(folder, async () => {
    refuseSecondServer(folder, kind);
    refuseOtherVersion(cluster, programs);
    const arrived = arrive(folder, kind);
    try {
      return [await runningPort(cluster, folder, programs, options), arrived] as const;
    } catch (problem) {
      leave(arrived);
      throw problem;
    }
  });

  const lettingGo = () => {
    leave(presence);
    return options.leaveRunning !== true && whoIsPresent(folder).length === 0;
  };
  // A process that ends without stop() cannot wait; a signal is enough, the server closes its files itself.
  const atExit = () => {
    if (lettingGo()) signal(cluster, 'SIGINT');
  };
  process.once('exit', atExit);
  // A database that was killed under a running web server is started again, at the same address; its log then recovers
  // everything that was acknowledged.
  const revive = async () => {
    await withLock(folder, () => runningPort(cluster, folder, programs, { ...options, port }));
  };
  const watch = kind === 'server' ? keepAlive(() => isPostmasterRunning(cluster), revive) : undefined;
  const stop = async () => {
    await watch?.stop();
    await withLock(folder, async () => {
      process.off('exit', atExit);
      if (lettingGo()) await stopServer(cluster);
    });
  };
  let stopping: Promise<void> | undefined;
  return {
    ownerUrl: urlFor(ownerRole, folder, port, databaseName),
    appUrl: urlFor(loginRole, folder, port, databaseName),
    port,
    stop: () => (stopping ??= stop()),
  };
}

function refuseSecondServer(folder: string, kind: PresenceKind): void {
  const other = kind === 'server' ? whoIsPresent(folder).find((mark) => mark.kind === 'server') : undefined;
  if (other === undefined) return;
  throw new StartProblem(
    `Golden Thread is already running with the data folder ${folder} (process ${other.pid}). Stop it first, or set GOLDEN_THREAD_DATA to another folder.`,
  );
}

/** The port of the server of this cluster, which runs already or is made and started now. */
async function runningPort(
  cluster: string,
  folder: string,
  programs: Programs,
  options: EmbeddedOptions,
): Promise<number> {
  if (!existsSync(cluster)) await createCluster(cluster, folder, programs);
  const running = findPostmaster(cluster);
  if (running !== null) {
    if (options.port !== undefined && options.port !== running.port) {
      throw new StartProblem(
        `The database of ${folder} already runs on port ${running.port}, so it cannot be given port ${options.port}. Leave the port out, or stop the other process first.`,
      );
    }
    try {
      await answering(cluster, folder, running.port, () => !isPostmasterRunning(cluster));
      return running.port;
    } catch (problem) {
      // Its last user may have told it to stop a moment ago.
      if (findPostmaster(cluster)?.isReady === true || !(await hasStopped(cluster))) throw problem;
    }
  }
  removeStalePidFile(cluster);
  return startServer(cluster, folder, programs, options);
}

async function startServer(
  cluster: string,
  folder: string,
  programs: Programs,
  options: EmbeddedOptions,
): Promise<number> {
  const log = join(folder, 'server.log');
  const runAs = chooseUser(programs, cluster);
  // A free port may be taken between our asking and the server's; another is then tried.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    rmSync(log, { force: true });
    const output = openSync(log, 'a', 0o600);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      timezone: 'UTC',
      ...options.settings,
    };
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = startProgram(programs.postgres, ['-D', cluster, ...given], runAs, [
      'ignore',
      output,
      output,
    ]);
    closeSync(output);
    server.unref();
    let ended = false;
    server.once('error', () => (ended = true));
    server.once('exit', () => (ended = true));
    try {
      await answering(cluster, folder, port, () => ended);
      return port;
    } catch (problem) {
      const said = readFileSync(log, 'utf8');
      const taken = /could not bind|Address already in use/.test(said);
      if (ended && taken && options.port === undefined && attempt < attempts) continue;
      // Helper processes of a server that was killed end a moment after it.
      if (ended && /shared memory block .* still in use/.test(said) && attempt < attempts) {
        await pause(250 * attempt);
        continue;
      }
      if (!ended) signal(cluster, 'SIGQUIT');
      const why = taken ? `port ${port} is in use` : (/FATAL: +(.*)/.exec(said)?.[1] ?? 'no reason given');
      throw new StartProblem(`The built-in database did not start: ${why}. Its log is ${log}.`, {
        cause: problem,
      });
    }
  }
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

/**
 * Waits until the server says it is ready, then makes what the application expects to find. Asking before that could
 * reach another server, to which the port belongs.
 */
async function answering(
  cluster: string,
  folder: string,
  port: number,
  hasEnded: () => boolean,
): Promise<void> {
  const giveUpAt = Date.now() + startPatience;
  while (findPostmaster(cluster)?.isReady !== true) {
    if (hasEnded() || Date.now() > giveUpAt)
      throw new StartProblem(`The database of ${folder} did not become ready.`);
    await pause(5);
  }
  const client = new pg.Client({ connectionString: urlFor(ownerRole, folder, port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await makeDatabase(client, cluster, folder);
  } catch (problem) {
    if (problem instanceof StartProblem) throw problem;
    throw new StartProblem(
      `The database of ${folder} does not answer on port ${port} (${problem instanceof Error ? problem.message : String(problem)}). Stop the process named in ${join(cluster, 'postmaster.pid')}, then start again.`,
      { cause: problem },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(client: pg.Client, cluster: string, folder: string): Promise<void> {
  const { rows } = await client.query<{ place: string; has_login: boolean; has_database: boolean }>(
    `select current_setting('data_directory') as place,
       exists (select from pg_roles where rolname = $1) as has_login,
       exists (select from pg_database where datname = $2) as has_database`,
    [loginRole, databaseName],
  );
  const [found] = rows;
  if (found?.place !== cluster)
    throw new StartProblem(`Another database answers in the place of ${cluster}.`);
  if (!found.has_login) {
    await client.query(
      `create role ${loginRole} login nosuperuser nocreatedb nocreaterole nobypassrls password '${passwordsOf(folder).login}'`,
    );
  }
  if (!found.has_database) await client.query(`create database ${databaseName} owner ${ownerRole}`);
}

function signal(cluster: string, name: NodeJS.Signals): void {
  const running = findPostmaster(cluster);
  if (running !== null) process.kill(running.pid, name);
}

/** Ends open connections, then the server (SIGINT, "fast"); one that does not obey is stopped at once and recovers at its next start. */
async function stopServer(cluster: string): Promise<void> {
  signal(cluster, 'SIGINT');
  if (!(await hasStopped(cluster))) signal(cluster, 'SIGQUIT');
}

async function hasStopped(cluster: string): Promise<boolean> {
  const giveUpAt = Date.now() + stopPatience;
  while (isPostmasterRunning(cluster)) {
    if (Date.now() > giveUpAt) return false;
    await pause(5);
  }
  return true;
}
