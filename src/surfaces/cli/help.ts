// What `--help` says: the list of commands by room, or one command with its options.
import { fieldsOf } from '../../kernel/forms/fields.ts';
import type { Operation } from '../../kernel/operation/operation.ts';
import type { Room } from '../../kernel/records/room.ts';
import { installationCommands } from './installation-commands.ts';
import { operatorCommands } from './operator-commands.ts';
import { usageOf, wordsOf } from './arguments.ts';

const line = (words: string, summary: string) => `  ${words.padEnd(40)} ${summary}`;

export function helpForAll(rooms: readonly Room[]): string {
  return [
    'golden-thread: the platform a local safeguarding children partnership runs on.',
    '',
    'Usage: golden-thread <room> <command> [<arguments>] [options]',
    '',
    'Options everywhere:',
    line('--partnership <short-name>', 'which partnership, where there are several'),
    line('--as <name or e-mail>', 'who acts; the business manager unless said otherwise'),
    line('--json', 'print the result as JSON'),
    line('--input <file>', 'take the whole input as JSON from a file, or - for standard input'),
    line('--out <file>', 'write a report or other file there'),
    line('--purpose <why>', 'why a record about a child is opened'),
    line('--help', 'this text, or that of one command'),
    '',
    'For the operator of this installation:',
    ...[...operatorCommands, ...installationCommands].map((command) =>
      line(command.words.join(' '), command.summary),
    ),
    ...rooms
      .filter((room) => room.operations.length > 0)
      .flatMap((room) => [
        '',
        `${room.title}:`,
        ...room.operations.map((operation) => line(wordsOf(operation).join(' '), operation.summary)),
      ]),
    '',
    'Exit codes: 0 done; 1 a fault, or a check that failed; 2 the command line or input does not fit; 3 not allowed; 4 not found; 5 not possible as things stand.',
  ].join('\n');
}

/** The commands that begin with a word, such as all of `circles`; undefined where there are none. */
export function helpForWord(rooms: readonly Room[], word: string | undefined): string | undefined {
  const commands = [
    ...[...operatorCommands, ...installationCommands].map(({ words, summary }) => ({ words, summary })),
    ...rooms.flatMap((room) =>
      room.operations.map((operation) => ({ words: wordsOf(operation), summary: operation.summary })),
    ),
  ].filter(({ words }) => words[0] === word);
  if (commands.length === 0) return undefined;
  return [
    ...commands.map(({ words, summary }) => line(words.join(' '), summary)),
    '',
    `golden-thread ${word} <command> --help says more of one.`,
  ].join('\n');
}

export function helpForOne(operation: Operation): string {
  const fields = fieldsOf(operation.input);
  const named = operation.command_line?.arguments ?? [];
  return [
    `${operation.summary}.`,
    '',
    usageOf(operation),
    ...(fields.length > 0 ? [''] : []),
    ...fields.map((field) => {
      const name = named.includes(field.name)
        ? `<${field.name.replaceAll('_', '-')}>`
        : `--${field.name.replaceAll('_', '-')}`;
      const choices = Object.keys(field.choices);
      const list = choices.length > 0 ? ` One of: ${choices.join(', ')}.` : '';
      return `  ${name.padEnd(26)} ${field.words.label}.${field.words.hint ? ` ${field.words.hint}.` : ''}${list}${field.required ? '' : ' Optional.'}`;
    }),
  ].join('\n');
}
