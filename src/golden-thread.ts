// The command line. The checker answers by itself, before the house is loaded: it is tried by people who have nothing else
// here yet. Everything else is a command of the whole house.
import { BackupProblem } from './backup/format.ts';
import { StartProblem } from './configuration.ts';
import { use } from './kernel/operation/input.ts';
import type { Tool } from './kernel/operation/operation.ts';
import { Conflict, InvalidInput, isRefusal, NotAllowed, NotFound } from './kernel/operation/refusals.ts';
import { checkDocument, listRules } from './modules/checker/check.operations.ts';
import { answered } from './surfaces/cli/answer.ts';
import { type Given, operationFor, readArguments, UsageProblem } from './surfaces/cli/arguments.ts';
import { inputGiven } from './surfaces/cli/input-given.ts';

const checker: readonly Tool[] = [checkDocument, listRules];

process.exitCode = await main(readArguments(process.argv.slice(2)));

async function main(given: Given): Promise<number> {
  try {
    return await run(given);
  } catch (error) {
    if (error instanceof InvalidInput) {
      const fields = Object.entries(error.fields).filter(([, words]) => words !== error.message);
      console.error([error.message, ...fields.map(([name, words]) => `  ${name}: ${words}`)].join('\n'));
      return 2;
    }
    if (error instanceof UsageProblem) return said(error, 2);
    if (error instanceof StartProblem || error instanceof BackupProblem) return said(error, 1);
    if (error instanceof NotAllowed) return said(error, 3);
    if (error instanceof NotFound) return said(error, 4);
    if (error instanceof Conflict) return said(error, 5);
    if (isRefusal(error)) return said(error, 1);
    throw error;
  }
}

function said(error: Error, code: number): number {
  console.error(error.message);
  return code;
}

async function run(given: Given): Promise<number> {
  const called = given.options['help'] ? undefined : operationFor(checker, given);
  if (called === undefined) {
    const { runCommand } = await import('./command-line.ts');
    return runCommand(given);
  }
  const { operation, rest } = called;
  const input = await inputGiven(operation, rest, given);
  return answered(operation, given, await use(operation, input));
}
