// Reads the words of a command line: which operation is meant, and what was given to it.
import type { Sent } from '../../kernel/forms/fields.ts';
import { fieldsOf, readFields } from '../../kernel/forms/fields.ts';
import type { Operation } from '../../kernel/operation/operation.ts';

/** The command line could not be read; the message says what to type. */
export class UsageProblem extends Error {
  override name = 'UsageProblem';
}

export interface Given {
  words: string[];
  /** Options by name; one without a value is `true`. */
  options: Record<string, string | true | string[]>;
}

/** Options that never take a value. */
const switches = new Set([
  'force',
  'allow-damaged',
  'remove-orphans',
  'json',
  'help',
  'yes',
  'plan',
  'trusts-email',
  'required',
  'rules',
]);

export function readArguments(argv: readonly string[]): Given {
  const words: string[] = [];
  const options: Given['options'] = {};
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    const key = name.replaceAll('-', '_');
    const next = argv[i + 1];
    const takesNext =
      inline === undefined && !switches.has(name) && next !== undefined && !next.startsWith('--');
    if (takesNext) i++;
    const value = inline ?? (takesNext ? next : true);
    const before = options[key];
    options[key] =
      before === undefined || value === true
        ? value
        : [...(Array.isArray(before) ? before : [String(before)]), value];
  }
  return { words, options };
}

/** An option that a command cannot do without. Throws UsageProblem naming it. */
export function needed(given: Given, name: string, usage: string): string {
  const value = given.options[name];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageProblem(`--${name.replaceAll('_', '-')} is still needed. Usage: ${usage}`);
}

/** The words that call an operation: its own, or room and name (`plan add-priority`). */
export function wordsOf(operation: Operation): string[] {
  return (operation.command_line?.as ?? operation.name.replace('.', ' ')).split(' ');
}

/** The operation the words begin with (and whose switches are given), and the words left over. The longest match wins. */
export function operationFor<O extends Operation>(
  operations: readonly O[],
  { words, options }: Given,
): { operation: O; rest: string[] } | undefined {
  return operations
    .map((operation) => ({ operation, called: wordsOf(operation) }))
    .filter(({ called }) =>
      called.every((word, i) => words[i] === word || (isSwitch(word) && options[word.slice(2)] === true)),
    )
    .toSorted((a, b) => b.called.length - a.called.length)
    .map(({ operation, called }) => ({
      operation,
      rest: words.slice(called.filter((word) => !isSwitch(word)).length),
    }))[0];
}

const isSwitch = (word: string) => word.startsWith('--');

/** Options that belong to the command line itself and to no operation. */
export const ownOptions = new Set(['json', 'help', 'partnership', 'as', 'out', 'input', 'purpose', 'yes']);

/** The operation's input, from words in its named order and from options. Throws UsageProblem on what it does not know. */
export function inputFor(
  operation: Operation,
  rest: readonly string[],
  given: Given,
): Record<string, unknown> {
  const fields = fieldsOf(operation.input);
  const named = operation.command_line?.arguments ?? [];
  if (rest.length > named.length) {
    throw new UsageProblem(`“${rest[named.length]}” is one word too many. ${usageOf(operation)}`);
  }
  const sent: Sent = {};
  named.forEach((name, i) => {
    if (rest[i] !== undefined) sent[name] = rest[i];
  });
  const called = new Set(wordsOf(operation).filter(isSwitch));
  for (const [name, value] of Object.entries(given.options)) {
    if (called.has(`--${name}`)) continue;
    if (ownOptions.has(name) && !fields.some((field) => field.name === name)) continue;
    if (!fields.some((field) => field.name === name)) {
      throw new UsageProblem(`There is no option --${name.replaceAll('_', '-')} here. ${usageOf(operation)}`);
    }
    sent[name] = value === true ? 'true' : value;
  }
  const missing = fields.filter(
    (field) => field.required && sent[field.name] === undefined && field.kind !== 'yes',
  );
  if (missing.length > 0) {
    throw new UsageProblem(
      `${missing.map((field) => field.words.label).join(', ')}: still needed. ${usageOf(operation)}`,
    );
  }
  return readFields(
    fields.filter((field) => field.required || sent[field.name] !== undefined),
    sent,
  );
}

export function usageOf(operation: Operation): string {
  const named = operation.command_line?.arguments ?? [];
  const options = fieldsOf(operation.input)
    .filter((field) => !named.includes(field.name))
    .map((field) => {
      const option = `--${field.name.replaceAll('_', '-')} …`;
      return field.required ? option : `[${option}]`;
    });
  return `Usage: golden-thread ${[...wordsOf(operation), ...named.map((name) => `<${name.replaceAll('_', '-')}>`), ...options].join(' ')}`;
}
