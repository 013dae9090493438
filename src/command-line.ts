// Commands of the whole house: the operator's own, and every operation of every room. Opens the house where one needs it, takes a
// partnership and a person, and performs.
import { text } from 'node:stream/consumers';
import { modeSaidBy, readConfiguration } from './configuration.ts';
import { clockOf, openHouse, type OpenHouse } from './house.ts';
import { use } from './kernel/operation/input.ts';
import { perform } from './kernel/operation/perform.ts';
import { rooms } from './modules/index.ts';
import { withAnchors } from './surfaces/cli/anchors-given.ts';
import { answered, printed } from './surfaces/cli/answer.ts';
import { type Given, operationFor, UsageProblem } from './surfaces/cli/arguments.ts';
import { helpForAll, helpForOne, helpForWord } from './surfaces/cli/help.ts';
import { inputGiven } from './surfaces/cli/input-given.ts';
import { installationCommands } from './surfaces/cli/installation-commands.ts';
import { operatorCommands } from './surfaces/cli/operator-commands.ts';
import { choosePartnership, choosePerson } from './surfaces/cli/who.ts';

/** Carries out what the words say; gives the exit code. */
export async function runCommand(given: Given): Promise<number> {
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
  const called = operationFor(operations, given);
  if (!called) {
    const ofWord = helpForWord(rooms, words[0]);
    if (ofWord !== undefined && words.length === 1 && options['help']) return printed(ofWord);
    throw new UsageProblem(
      `There is no command “${words.slice(0, 2).join(' ')}”. golden-thread ${ofWord === undefined ? '' : `${words[0]} `}--help lists them all.`,
    );
  }
  const { operation, rest } = called;
  if (options['help']) return printed(helpForOne(operation));
  const input = await inputGiven(operation, rest, await withAnchors(operation, given, backupPassphrase));
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
