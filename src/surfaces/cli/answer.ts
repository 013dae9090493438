// What a command answers: text for a person, JSON for a script, or a file; and its exit code.
import { writeFile } from 'node:fs/promises';
import type { Operation } from '../../kernel/operation/operation.ts';
import { type Given, UsageProblem } from './arguments.ts';

interface MayHoldFile {
  file?: { name: string; bytes: Uint8Array };
  warnings?: string[];
}

/** Prints the result; gives the exit code. */
export async function answered(operation: Operation, given: Given, result: unknown): Promise<number> {
  const { file, warnings } = (result ?? {}) as MayHoldFile;
  for (const warning of warnings ?? []) console.error(warning);
  if (file) return gaveFile(file, given.options['out']);
  const print = operation.command_line?.print as ((result: unknown) => string) | undefined;
  const failed = operation.command_line?.failed as ((result: unknown) => boolean) | undefined;
  printed(print && !given.options['json'] ? print(result) : JSON.stringify(result, null, 2));
  return failed?.(result) ? 1 : 0;
}

export function printed(words: string): number {
  console.log(words);
  return 0;
}

async function gaveFile(file: { name: string; bytes: Uint8Array }, out: unknown): Promise<number> {
  const path = typeof out === 'string' ? out : file.name;
  await writeFile(path, file.bytes).catch((error: { code?: string }) => {
    throw new UsageProblem(
      `${path} cannot be written (${error.code ?? 'no reason given'}). Choose another file with --out.`,
    );
  });
  return printed(`Written: ${path} (${file.bytes.length} bytes)`);
}
