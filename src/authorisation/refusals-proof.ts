// Guessing ids: every operation is asked with the id of a hidden record in the place of one that may be seen, and with an id
// that means nothing. Answer, words and work (the statements sent) must be the same, so that nobody learns that it exists.
import { type Asked, allowed, ask, eachOf, type Reply, withoutIds } from './asking.ts';
import type { Room } from '../kernel/records/room.ts';
import { type Examples, namedIn, operationsOf, substituted } from './examples.ts';
import type { Hole } from './hole.ts';
import { hidingWords, twinId } from './plant.ts';
import { hidings, type World } from './world.ts';

/**
 * Operations that are meant to answer for a record one may not see yet, and why; for records of one's own partnership
 * only.
 */
const meant: Record<string, string> = {
  'children.ask-emergency-access':
    'It opens the record for four hours, with a reason that is kept, and the business managers are told at once',
};

export async function proveRefusals(
  world: World,
  rooms: readonly Room[],
  examples: Examples,
): Promise<Hole[]> {
  const holes: Hole[] = [];
  await eachOf(operationsOf(rooms), async (operation) => {
    for (const input of (examples.get(operation.name) ?? []).slice(0, 2)) {
      for (const id of namedIn(world, input)) holes.push(...(await guessed(world, operation, input, id)));
    }
  });
  return [...new Map(holes.map((hole) => [`${hole.way} ${hole.where} ${hole.hiding}`, hole])).values()];
}

/** Operations whose input names a record and that no example reaches, so that nothing was proven of them. */
export function unreached(world: World, rooms: readonly Room[], examples: Examples): string[] {
  return operationsOf(rooms)
    .filter((operation) => allowed(world, operation).length > 0 && !examples.has(operation.name))
    .map(({ name }) => name);
}

/** What was asked of the database; in which order statements left that were asked side by side says nothing. */
function workOf({ statements }: Reply): string {
  return statements.toSorted().join('\n');
}

async function guessed(world: World, operation: Asked, input: unknown, id: string): Promise<Hole[]> {
  const [reader] = allowed(world, operation);
  if (reader === undefined) return [];
  const holes: Hole[] = [];
  let absent: Reply | undefined;
  for (const hiding of hidings) {
    const twin = world.twin(hiding, id);
    if (twin === undefined || (hiding !== 'elsewhere' && operation.name in meant)) continue;
    absent ??= await ask(world.with, operation, reader, substituted(input, id, twinId('nobody', id)));
    const hidden = await ask(world.with, operation, reader, substituted(input, id, twin));
    const where = operation.name;
    const said = `for ${tableOf(world, id)} of ${hidingWords[hiding]}`;
    if (wordsOf(hidden) !== wordsOf(absent)) {
      const what = `${said} it answers ${short(hidden)}, and where there is none ${short(absent)}`;
      holes.push({ way: 'refusal', where, hiding, what });
    } else if (workOf(hidden) !== workOf(absent)) {
      const what = `${said} it sends ${hidden.statements.length} statements, and where there is none ${absent.statements.length}: ${extra(hidden, absent)}`;
      holes.push({ way: 'work', where, hiding, what });
    }
  }
  return holes;
}

const wordsOf = ({ kind, text }: Reply) => `${kind} ${withoutIds(text)}`;
const short = ({ kind, text }: Reply) => `“${kind}: ${withoutIds(text).slice(0, 160)}”`;
const tableOf = ({ visible }: World, id: string) => visible.get(id) ?? 'a record';

function extra(hidden: Reply, absent: Reply): string {
  const at = hidden.statements.findIndex((sql, i) => sql !== absent.statements[i]);
  return (hidden.statements[at] ?? absent.statements[hidden.statements.length] ?? '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 160);
}
