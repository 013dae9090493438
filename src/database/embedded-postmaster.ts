// The running server process of a cluster ("postmaster"), read from the postmaster.pid file that PostgreSQL keeps in it.
// A file left by a crash may name a process that is gone or, after a restart of the machine, one that is something else.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type Postmaster = { pid: number; port: number; isReady: boolean };

/** The server of this cluster, or null when none runs. */
export function findPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return null;
  }
  // Line 1 the process, 2 the folder, 3 the start, 4 the port, 8 the state (PostgreSQL source, miscadmin.h, LOCK_FILE_LINE_*).
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port)) return null;
  return commandOf(pid).includes(cluster) ? { pid, port, isReady: lines[7]?.trim() === 'ready' } : null;
}

export function isPostmasterRunning(cluster: string): boolean {
  return findPostmaster(cluster) !== null;
}

/** PostgreSQL clears a file whose process is gone, but refuses to start when its number now belongs to another process. */
export function removeStalePidFile(cluster: string): void {
  if (!isPostmasterRunning(cluster)) rmSync(pidFile(cluster), { force: true });
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

/** The command line of a process; empty when it has ended. */
function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
    } catch {
      return '';
    }
  }
  if (process.platform === 'win32') {
    const question = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
    return spawnSync('powershell', ['-NoProfile', '-Command', question], { encoding: 'utf8' }).stdout;
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}
