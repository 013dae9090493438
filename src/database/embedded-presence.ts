// Who is using an embedded database's folder. Several processes may share one server (the web server, the command line):
// each leaves a presence file while it runs, and the last to leave stops the server. A lock guards starting and stopping.
// Files name a process by its id and the moment it started, so an id used again after a restart fools nobody.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from '../configuration.ts';

/** A server is the one web server of a folder; a guest is any other process, of which there may be many. */
export type PresenceKind = 'server' | 'guest';

type Mark = { pid: number; started: string; kind: PresenceKind };

const lockFile = 'lock';
const presencePrefix = 'present-';
const patience = 120_000;
/** A lock that still cannot be read after this many milliseconds was left by a process killed while writing it. */
const halfWritten = 5_000;

/** Runs `work` while no other process starts or stops the server of this folder. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, lockFile);
  const waitedSince = Date.now();
  while (!tryLock(path)) {
    if (Date.now() - waitedSince > patience) {
      throw new StartProblem(
        `Another process has been starting or stopping the database in ${folder} for two minutes. Stop it, then try again.`,
      );
    }
    await pause(25);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(markOf('guest')), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem;
  }
  const holder = readMark(path);
  if (holder === null ? ageOf(path) > halfWritten : !isAlive(holder)) takeAway(path, holder);
  return false;
}

/** Moved aside before it is deleted: another process may have taken the lock since the dead holder was seen in it. */
function takeAway(path: string, seen: Mark | null): void {
  const aside = `${path}-${process.pid}-${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readMark(aside);
  if (taken?.pid !== seen?.pid || taken?.started !== seen?.started) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/** Marks this process as using the folder; returns what `leave` needs. */
export function arrive(folder: string, kind: PresenceKind): string {
  const path = join(folder, `${presencePrefix}${process.pid}-${randomUUID()}`);
  writeFileSync(path, JSON.stringify(markOf(kind)), { mode: 0o600 });
  return path;
}

export function leave(presence: string): void {
  rmSync(presence, { force: true });
}

/** Living processes that use the folder, this one included; files left by dead ones are cleared away. */
export function whoIsPresent(folder: string): Mark[] {
  const present: Mark[] = [];
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(presencePrefix))) {
    const mark = readMark(join(folder, name));
    if (mark !== null && isAlive(mark)) present.push(mark);
    else rmSync(join(folder, name), { force: true });
  }
  return present;
}

function markOf(kind: PresenceKind): Mark {
  return { pid: process.pid, started: startOf(process.pid) ?? '', kind };
}

function readMark(path: string): Mark | null {
  try {
    const mark: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof mark !== 'object' || mark === null) return null;
    if (!('pid' in mark && 'started' in mark && 'kind' in mark)) return null;
    if (typeof mark.pid !== 'number' || typeof mark.started !== 'string') return null;
    return { pid: mark.pid, started: mark.started, kind: mark.kind === 'server' ? 'server' : 'guest' };
  } catch {
    return null;
  }
}

function isAlive(mark: Mark): boolean {
  return startOf(mark.pid) === mark.started;
}

/** A text that differs for every process that ever has this id, or null when no such process runs. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name, in brackets, may itself hold spaces and brackets; the fields proper follow the last one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') {
    try {
      process.kill(pid, 0);
      return 'running';
    } catch {
      return null;
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
}
