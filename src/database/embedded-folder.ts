// The folder the built-in server lives in: made when it is not there, and refused in one line when it cannot be written to.
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from '../configuration.ts';

/** The folder any user may pass through (the server may run as another one) but only its owner may list. */
export function prepareFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (problem) {
    throw new StartProblem(
      `Golden Thread cannot write to its data folder ${folder}. Start it as the user who owns the folder, or set GOLDEN_THREAD_DATA to a folder you may write to.`,
      { cause: problem },
    );
  }
}

/** One folder at a time: Node's recursive mkdir never returns where a parent exists but takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (problem) {
    // Another process may have made it in between.
    if (!existsSync(folder)) throw problem;
  }
}
