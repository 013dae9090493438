// Reads a document in a process of its own, which is gone afterwards with all its memory: a file made to harm cannot stop or fill
// the server or the command line. The process knows no secret, and nothing is written to disk.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInput } from '../operation/refusals.ts';
import type { ReadDocument } from './document.ts';
import { refused } from './formats/refused.ts';

const program = fileURLToPath(new URL('./apart-process.ts', import.meta.url));
/** As for every file that is added; larger ones are not even handed over. */
export const largestFile = 25 * 1024 * 1024;
/** A document read is smaller than its file; one of 600 pages has about 4 MB. */
const largestAnswer = 48 * 1024 * 1024;
/** The process ends itself much earlier; this is for one that cannot. */
const wallLimitMs = 30_000;

export type ApartAnswer =
  | { document: ReadDocument }
  | { refused: { fields: Record<string, string>; message: string } }
  | { failed: string };

/** Throws InvalidInput, worded for the person who gave the file, where it cannot be read or asks too much. */
export async function readApart(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (bytes.length > largestFile) {
    throw refused('This file is larger than 25 MB. Save it without its pictures, or in parts, and add that.');
  }
  const text = await answerOf(name, bytes);
  if (text === null) throw tooMuch();
  const answer = JSON.parse(text) as ApartAnswer;
  if ('document' in answer) return answer.document;
  if ('refused' in answer) throw new InvalidInput(answer.refused.fields, answer.refused.message);
  throw new Error(`The document could not be read: ${answer.failed}`);
}

function tooMuch(): InvalidInput {
  return refused(
    'This file is too large or too complicated to read. Save it without pictures and tables of data, or in parts, and add that.',
  );
}

/** Null where the process gave none. */
function answerOf(name: string, bytes: Uint8Array): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const cache = module.getCompileCacheDir();
    const child = spawn(process.execPath, ['--max-semi-space-size=4', program, name, String(bytes.length)], {
      env: cache === undefined ? {} : { NODE_COMPILE_CACHE: dirname(cache) },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const limit = setTimeout(() => child.kill('SIGKILL'), wallLimitMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestAnswer) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    // It may end before it has taken all of the file; what it says of that comes with `close`.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null);
    });
    child.stdin.end(bytes);
  });
}
