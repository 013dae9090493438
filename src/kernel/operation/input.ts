// What was sent, read by an operation's schema, and the tools, which need nothing besides it. Apart from perform.ts, because a
// tool at the command line should not have to wait for everything that records need.
import type { z } from 'zod';
import { UploadedFile } from '../files/uploaded-file.ts';
import type { Tool } from './operation.ts';
import { InvalidInput } from './refusals.ts';

/** Runs a tool: no actor, no database. */
export async function use<I extends z.ZodType, O>(operation: Tool<I, O>, input: unknown): Promise<O> {
  return operation.run(parseInput(operation.input, input));
}

/** Parses by the operation's schema; says what is wrong field by field. */
export function parseInput<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const fields: Record<string, string> = {};
  refuseUnstorable(input, '', fields);
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[key] ??= 'This field is not known here. Leave it out';
      continue;
    }
    fields[issue.path.join('.')] ??= wordsFor(issue);
  }
  throw new InvalidInput(fields);
}

/** No database text holds a null byte or half a character; wherever one stands, it is refused there. */
export function refuseUnstorable(value: unknown, path: string, fields: Record<string, string>): void {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\u0000')) return;
    fields[path] = 'This holds a character that cannot be kept. Type it again';
  } else if (typeof value === 'object' && value !== null && !(value instanceof UploadedFile)) {
    for (const [name, part] of Object.entries(value)) {
      refuseUnstorable(part, path === '' ? name : `${path}.${name}`, fields);
    }
  }
}

function wordsFor(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('Invalid input') ? 'Enter this, or correct it' : issue.message;
}
