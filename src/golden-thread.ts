// The command line. Tools need nothing; everything else opens the house, takes a partnership and a person, and performs.
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { BackupProblem } from './backup/format.ts';
import { modeSaidBy, readConfiguration, StartProblem } from './configuration.ts';
import { clockOf, openHouse, type OpenHouse } from './house.ts';
import type { Operation } from './kernel/operation/operation.ts';
import { perform, use } from './kernel/operation/perform.ts';
import { Conflict, InvalidInput, isRefusal, NotAllowed, NotFound } from './kernel/operation/refusals.ts';
import { rooms } from './modules/index.ts';
import { withAnchors } from './surfaces/cli/anchors-given.ts';
import { type Given, inputFor, operationFor, readArguments, UsageProblem } from './surfaces/cli/arguments.ts';
import { helpForAll, helpForOne, helpForWord } from './surfaces/cli/help.ts';
import { installationCommands } from './surfaces/cli/installation-commands.ts';
import { operatorCommands } from './surfaces/cli/operator-commands.ts';
import { choosePartnership, choosePerson } from './surfaces/cli/who.ts';

process.exitCode = await main(readArguments(process.argv.slice(2)));

async function main(given: Given): Promise<number> {
  try {
    return await run(given);
  } catch (error) {
    if (error instanceof InvalidInput) {
      console.error(
        [error.message, ...Object.entries(error.fields).map(([name, words]) => `  ${name}: ${words}`)].join(
          '\n',
        ),
      );
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
  const operations = rooms.flatMap((room) => room.operations);
  const { words, options } = given;
  if (words.length === 0) {
    console.log(helpForAll(rooms));
    return options['help'] ? 0 : 2;
  }
  const own = installationCommands.find((command) => command.words.every((word, i) => words[i] === word));
  if (own) {
    if (options['help']) return printed(`${own.summary}.\n\nUsage: ${own.usage}`);
    return (await own.run(given, process.env)) ?? 0;
  }
  const operator = operatorCommands.find((command) => command.words.every((word, i) => words[i] === word));
  if (operator) {
    if (options['help']) return printed(`${operator.summary}.\n\nUsage: ${operator.usage}`);
    return inHouse({ furnish: false }, async (house, clock) =>
      printed(await operator.run(house, given, clock, () => text(process.stdin).then((t) => t.trimEnd()))),
    );
  }
  const called = operationFor(operations, words);
  if (!called) {
    const ofWord = helpForWord(rooms, words[0]);
    if (ofWord !== undefined && words.length === 1 && options['help']) return printed(ofWord);
    throw new UsageProblem(
      `There is no command “${words.slice(0, 2).join(' ')}”. golden-thread ${ofWord === undefined ? '' : `${words[0]} `}--help lists them all.`,
    );
  }
  const { operation, rest } = called;
  if (options['help']) return printed(helpForOne(operation));
  const input = await inputOf(operation, rest, await withAnchors(operation, given, backupPassphrase));
  if (operation.kind === 'tool') return answered(operation, given, await use(operation, input));
  return inHouse({ furnish: true }, async (house) => {
    const partnership = await choosePartnership(house, options['partnership']);
    const clock = clockOf(partnership.demonstration ? 'demonstration' : 'serve')();
    const person_id = await choosePerson(house, partnership, options['as'], clock.today);
    const purpose = typeof options['purpose'] === 'string' ? { purpose: options['purpose'] } : {};
    const request = {
      partnership_id: partnership.id,
      identity: { kind: 'person', person_id },
      clock,
      via: 'command-line',
      ...purpose,
    } as const;
    return answered(operation, given, (await perform(house, operation, request, input)).result);
  });
}

function backupPassphrase(): string | undefined {
  return readConfiguration(process.env, { mode: modeSaidBy(process.env) }).backupPassphrase;
}

async function inputOf(operation: Operation, rest: string[], given: Given): Promise<unknown> {
  const from = given.options['input'];
  if (typeof from !== 'string') return inputFor(operation, rest, given);
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

/** Opens the house for one act. To look around, an empty one is furnished with the demonstration; to found one, never. */
async function inHouse(
  { furnish }: { furnish: boolean },
  act: (house: OpenHouse, clock: { today: string; now: string }) => Promise<number>,
): Promise<number> {
  const mode = modeSaidBy(process.env);
  const house = await openHouse(readConfiguration(process.env, { mode }), 'guest');
  try {
    const [any] = await house.pool.single('select 1 from kernel.partnership limit 1', []);
    if (
      furnish &&
      any === undefined &&
      mode === 'demonstration' &&
      process.env['DATABASE_URL'] === undefined
    ) {
      console.error('Loading the demonstration partnerships (once) …');
      const { loadDemonstrations } = await import('../demo/load.ts');
      await loadDemonstrations(house);
    }
    return await act(house, clockOf(mode)());
  } finally {
    await house.close();
  }
}

interface MayHoldFile {
  file?: { name: string; bytes: Uint8Array };
  warnings?: string[];
}

async function answered(operation: Operation, given: Given, result: unknown): Promise<number> {
  const { file, warnings } = (result ?? {}) as MayHoldFile;
  for (const warning of warnings ?? []) console.error(warning);
  if (file) return gaveFile(file, given.options['out']);
  const print = operation.command_line?.print as ((result: unknown) => string) | undefined;
  const failed = operation.command_line?.failed as ((result: unknown) => boolean) | undefined;
  console.log(print && !given.options['json'] ? print(result) : JSON.stringify(result, null, 2));
  return failed?.(result) ? 1 : 0;
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

function printed(words: string): number {
  console.log(words);
  return 0;
}
