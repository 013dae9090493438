// What an operation is given at the command line: words, options and named files, or the whole of it as JSON.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Operation } from '../../kernel/operation/operation.ts';
import { type Given, inputFor, UsageProblem } from './arguments.ts';
import { filesGiven } from './files-given.ts';

export async function inputGiven(
  operation: Operation,
  rest: readonly string[],
  given: Given,
): Promise<unknown> {
  const from = given.options['input'];
  if (typeof from !== 'string')
    return { ...inputFor(operation, rest, given), ...(await filesGiven(operation, rest, given)) };
  const json =
    from === '-'
      ? await text(process.stdin)
      : await readFile(from, 'utf8').catch(() => {
          throw new UsageProblem(`The file ${from} cannot be read.`);
        });
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageProblem(`What is in ${from === '-' ? 'standard input' : from} is not JSON.`);
  }
}
