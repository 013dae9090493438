// What the operator does about information: after an older backup is restored, dispose again of what it brought back.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Command } from '../../kernel/operation/operation.ts';
import { perform } from '../../kernel/operation/perform.ts';
import { rooms } from '../../modules/index.ts';
import { UsageProblem } from './arguments.ts';
import type { OperatorCommand } from './operator-commands.ts';
import { choosePartnership } from './who.ts';

const counted = z.object({ listed: z.number(), blanked: z.number(), held: z.number() });

export const informationCommands: readonly OperatorCommand[] = [
  {
    words: ['information', 'reapply-disposals'],
    summary: 'After a restore: dispose again of what the backup brought back, by the list kept beside it',
    usage: 'golden-thread information reapply-disposals [--partnership …] [--from disposals.json]',
    async run(house, given, clock) {
      const partnership = await choosePartnership(house, given.options['partnership']);
      const { from } = given.options;
      const list = typeof from === 'string' ? await listIn(from) : null;
      const operation = rooms
        .flatMap((room) => room.operations)
        .find(({ name }) => name === 'information.reapply-disposals');
      const request = {
        partnership_id: partnership.id,
        identity: { kind: 'operator' },
        clock,
        via: 'command-line',
      } as const;
      const { result } = await perform(house, operation as Command, request, { list });
      const { listed, blanked, held } = counted.parse(result);
      return [
        `${listed} records are on the list of disposals.`,
        blanked === 0 ? 'None of them had come back.' : `${blanked} had come back and are disposed of again.`,
        held > 0 && `${held} had come back and are under a legal hold, so they stay.`,
        blanked > 0 && 'Their files leave the store when the server runs next.',
      ]
        .filter((line) => line !== false)
        .join('\n');
    },
  },
];

async function listIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageProblem(
      `${path} cannot be read as a list of disposals. Download it from the page “Disposals”.`,
    );
  }
}
