// PDF and Word files are made at arm's length: they take seconds of computing and hundreds of megabytes, Typst is native
// code that could hang or crash, and the server must go on answering. One process does it, one file at a time: started
// when first needed, kept warm, ended when idle, replaced when it dies or overruns.
import { type ChildProcess, fork } from 'node:child_process';
import type { ReportDocument } from '../document.ts';

export type PressJob =
  /** A Typst source whose data is the JSON text `document`, as its file `/report.json`; makes a PDF/UA-1. */
  | { form: 'PDF'; template: string; document: string }
  /** A document in reading order. */
  | { form: 'Word file'; document: ReportDocument };

export type PressAnswer = { file: Uint8Array } | { failure: string };

export interface Press {
  /** Rejects with a PressFailure when the document is refused, overruns or kills the process; the next is unaffected. */
  print(job: PressJob): Promise<Uint8Array>;
  /** The process at work or waiting, if any. */
  pid(): number | undefined;
  /** Ends the process; the next job starts another. */
  close(): void;
}

export class PressFailure extends Error {
  override name = 'PressFailure';
}

export interface PressLimits {
  /** For one document. A report of sixty pages takes about two seconds. */
  timeLimitMs: number;
  /** Without work for so long, the process ends and its memory returns. */
  idleMs: number;
}

export function startPress({ timeLimitMs, idleMs }: PressLimits): Press {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const close = () => {
    if (idle) clearTimeout(idle);
    child?.kill('SIGKILL');
    child = null;
  };

  const living = (): ChildProcess => {
    if (child?.connected) return child;
    const started = fork(new URL('./press-process.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('exit', () => {
      if (child === started) child = null;
    });
    child = started;
    return started;
  };

  /** Only a process with a job keeps this program running. */
  const hold = (process: ChildProcess, held: boolean) => {
    const act = held ? 'ref' : 'unref';
    process[act]();
    process.channel?.[act]();
  };

  const run = (job: PressJob) =>
    new Promise<Uint8Array>((resolve, reject) => {
      if (idle) clearTimeout(idle);
      const worker = living();
      hold(worker, true);
      const settle = (outcome: () => void) => {
        clearTimeout(limit);
        worker.off('message', answered).off('exit', died).off('error', failed);
        hold(worker, false);
        idle = setTimeout(close, idleMs).unref();
        outcome();
      };
      const answered = (answer: unknown) => {
        const given = answer as PressAnswer;
        settle(() =>
          'file' in given
            ? resolve(given.file)
            : reject(new PressFailure(`The ${job.form} could not be made: ${given.failure}`)),
        );
      };
      const died = (code: number | null, signal: string | null) =>
        settle(() =>
          reject(
            new PressFailure(`The ${job.form} could not be made: its process ended (${signal ?? code})`),
          ),
        );
      const failed = (error: Error) => {
        close();
        settle(() =>
          reject(new PressFailure(`The ${job.form} could not be made: ${error.message}`, { cause: error })),
        );
      };
      const limit = setTimeout(() => {
        close();
        const seconds = timeLimitMs / 1000;
        settle(() =>
          reject(new PressFailure(`The ${job.form} was not ready after ${seconds} s and was given up`)),
        );
      }, timeLimitMs);
      worker.on('message', answered).on('exit', died).on('error', failed);
      worker.send(job);
    });

  return {
    print(job) {
      const result = queue.then(() => run(job));
      queue = result.catch(() => undefined);
      return result;
    },
    pid: () => child?.pid,
    close,
  };
}

/** The one every report goes through. */
export const press: Press = startPress({ timeLimitMs: 60_000, idleMs: 120_000 });
