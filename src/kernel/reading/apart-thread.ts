// The thread in which a document is read for apart-process.ts; its memory is limited, and it is ended from outside.
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { InvalidInput } from '../operation/refusals.ts';
import type { ApartAnswer } from './apart.ts';
import type { Asked, Told } from './apart-process.ts';

const { name, bytes, cache } = workerData as Asked;
if (cache !== null) module.enableCompileCache(cache);
const { readDocument } = await import('./formats/index.ts');
tell({ answer: await answer() });

async function answer(): Promise<ApartAnswer> {
  try {
    return { document: await readDocument(name, bytes, (done, pages) => tell({ done, pages })) };
  } catch (error) {
    if (error instanceof InvalidInput) return { refused: { fields: error.fields, message: error.message } };
    return { failed: whereItFailed(error) };
  }
}

/** The place in our program, without the message: it may quote the document. */
function whereItFailed(error: unknown): string {
  if (!(error instanceof Error)) return 'no error was given';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6)].join('\n');
}

function tell(told: Told): void {
  parentPort?.postMessage(told, []);
}
