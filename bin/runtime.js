// Golden Thread runs its TypeScript directly, which takes Node 24. npm brings that along (optional dependencies
// node-<system>-<processor>), so whatever Node a command was started with, it goes on under the right one.
// Plain JavaScript, because this file and those beside it must run on Node 20 too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));
export const neededNode = 24;

export const isNewEnough = Number(process.versions.node.split('.')[0]) >= neededNode;

/** The Node that npm brought for this machine, or null where it has none. */
export function broughtNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const name = `node-${system}-${process.arch}`;
  const path = join(projectFolder, 'node_modules', name, 'bin', `node${ending}`);
  return existsSync(path) ? path : null;
}

/**
 * Where Node keeps what it made of our TypeScript, so that the next process starts in half the time. Beside the installed
 * libraries and not in a folder that others can write to, because what lies there is run.
 */
export const compileCache = join(projectFolder, 'node_modules', '.cache', 'compiled');

/** One line for someone whose machine has neither. */
export const noNode = () =>
  `Golden Thread needs Node ${neededNode} or later, this is Node ${process.versions.node}, and npm has brought none for this machine (${process.platform} ${process.arch}). Install Node ${neededNode} from https://nodejs.org and try again.`;

/** Runs this same command again under Node 24, passing on signals, and ends this process as that one ends. */
export function runAgainUnderNewNode() {
  const node = broughtNode();
  if (node === null) {
    console.error(noNode());
    process.exit(1);
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // At a terminal Ctrl-C reaches the child by itself; sent twice it would cut a tidy ending short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (problem) => {
    console.error(`Node ${neededNode} could not be started (${problem.message}). Run npm ci and try again.`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}
