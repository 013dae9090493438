// Typst at arm's length. It is native code that takes hundreds of megabytes and could hang or crash on a document: so
// it runs in a process of its own, which is started when first needed, kept warm, ended when idle, and replaced when
// it dies or overruns.
import { type ChildProcess, fork } from 'node:child_process';

export interface TypesettingJob {
  /** Typst source; its data is the JSON file `/report.json`. */
  template: string;
  /** JSON text. */
  document: string;
}

export type TypesettingAnswer = { pdf: Uint8Array } | { failure: string };

export interface Typesetter {
  /** Rejects with a TypesettingFailure when Typst refuses the document, overruns or dies; the next job is unaffected. */
  typeset(job: TypesettingJob): Promise<Uint8Array>;
  /** Process that runs Typst now, if any. */
  pid(): number | undefined;
  /** Ends the process; the next job starts another. */
  close(): void;
}

export class TypesettingFailure extends Error {
  override name = 'TypesettingFailure';
}

export interface TypesetterLimits {
  /** For one document. A report of sixty pages takes about two seconds. */
  timeLimitMs: number;
  /** Without work for so long, the process ends and its memory returns. */
  idleMs: number;
}

export function startTypesetter({ timeLimitMs, idleMs }: TypesetterLimits): Typesetter {
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
    const started = fork(new URL('./typesetter-process.ts', import.meta.url), {
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

  const run = (job: TypesettingJob) =>
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
        const given = answer as TypesettingAnswer;
        settle(() =>
          'pdf' in given
            ? resolve(given.pdf)
            : reject(new TypesettingFailure(`The PDF could not be made: ${given.failure}`)),
        );
      };
      const died = (code: number | null, signal: string | null) =>
        settle(() =>
          reject(new TypesettingFailure(`The PDF could not be made: its process ended (${signal ?? code})`)),
        );
      const failed = (error: Error) => {
        close();
        settle(() =>
          reject(new TypesettingFailure(`The PDF could not be made: ${error.message}`, { cause: error })),
        );
      };
      const limit = setTimeout(() => {
        close();
        const seconds = timeLimitMs / 1000;
        settle(() =>
          reject(new TypesettingFailure(`The PDF was not ready after ${seconds} s and was given up`)),
        );
      }, timeLimitMs);
      worker.on('message', answered).on('exit', died).on('error', failed);
      worker.send(job);
    });

  return {
    typeset(job) {
      const result = queue.then(() => run(job));
      queue = result.catch(() => undefined);
      return result;
    },
    pid: () => child?.pid,
    close,
  };
}
