// Files at the command line are named, and read here: an operation is given what is in them, as from a form or the API.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { fieldsOf } from '../../kernel/forms/fields.ts';
import type { Operation } from '../../kernel/operation/operation.ts';
import { tooLargeWords } from '../../kernel/records/field.ts';
import { type Given, UsageProblem, usageOf } from './arguments.ts';

/** What is in the files that words and options name, by field. Throws UsageProblem where one cannot be read. */
export async function filesGiven(
  operation: Operation,
  rest: readonly string[],
  { options }: Given,
): Promise<Record<string, UploadedFile | UploadedFile[]>> {
  const places = operation.command_line?.arguments ?? [];
  const files: Record<string, UploadedFile | UploadedFile[]> = {};
  for (const { name, kind, words } of fieldsOf(operation.input)) {
    if (kind !== 'file' && kind !== 'files') continue;
    const named = rest[places.indexOf(name)] ?? options[name];
    if (named === undefined) continue;
    if (named === true)
      throw new UsageProblem(`Name a file after --${name.replaceAll('_', '-')}. ${usageOf(operation)}`);
    const read = await Promise.all([named].flat().map((path) => readGiven(path, words.largest)));
    const [first] = read;
    if (kind === 'files') files[name] = read;
    else if (read.length === 1 && first) files[name] = first;
    else throw new UsageProblem(`${words.label} is one file, and ${read.length} were named.`);
  }
  return files;
}

async function readGiven(path: string, largest: number | undefined): Promise<UploadedFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      throw new UsageProblem(`${path} is a folder. Give the name of one file, such as a PDF or Word file.`);
    if (!found.isFile()) throw new UsageProblem(`${path} is not an ordinary file. Give the name of one.`);
    if (largest !== undefined && found.size > largest)
      throw new UsageProblem(`${path}: ${tooLargeWords(largest)}.`);
    if (found.size === 0)
      throw new UsageProblem(`${path} is empty. Check that it was saved, and that it is the right file.`);
    return new UploadedFile(basename(path), await readFile(path));
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    throw new UsageProblem(`${path} ${whyNot((error as { code?: string }).code)}`);
  }
}

function whyNot(code: string | undefined): string {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return 'is not there. Check its name and the folder it lies in.';
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read by you. Ask whoever owns it for the right to read it, or for a copy.';
  return `cannot be read (${code ?? 'no reason given'}). Copy it to this machine and try again.`;
}
