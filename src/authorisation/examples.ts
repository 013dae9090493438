// Inputs that lead somewhere, for every operation: those that the demonstration was loaded with, those that the pages ask
// with, and for what is left some made from the schema and from records the reader may see.
import { fieldsOf, type Field } from '../kernel/forms/fields.ts';
import { UploadedFile } from '../kernel/files/uploaded-file.ts';
import type { QueryContext } from '../kernel/operation/operation.ts';
import type { Room } from '../kernel/records/room.ts';
import { allowed, ask, type Asked, eachOf, textOf } from './asking.ts';
import { idsIn } from './plant.ts';
import type { World } from './world.ts';

/** By the operation's name. */
export type Examples = Map<string, unknown[]>;

const most = 4;

export function operationsOf(rooms: readonly Room[]): Asked[] {
  return rooms
    .flatMap((room) => room.operations)
    .filter((operation): operation is Asked => operation.kind !== 'tool');
}

/** From now until `stop`, keeps what the operations are asked with and do not refuse. */
export function harvest(rooms: readonly Room[]): { examples: Examples; stop: () => void } {
  const examples: Examples = new Map();
  const undo = operationsOf(rooms).map((operation) => {
    const run = operation.run as (context: QueryContext, input: unknown) => Promise<unknown>;
    operation.run = async (context: QueryContext, input: unknown) => {
      const result = await run(context, input);
      keep(examples, operation.name, input);
      return result;
    };
    return () => void (operation.run = run as never);
  });
  return { examples, stop: () => undo.forEach((one) => one()) };
}

function keep(examples: Examples, name: string, input: unknown): void {
  const there = examples.get(name) ?? [];
  if (there.length >= most || there.some((one) => textOf(one) === textOf(input))) return;
  examples.set(name, [...there, input]);
}

/** Adds an example for each operation that has none: every id tried in its place until one is not refused. */
export async function complete(world: World, rooms: readonly Room[], examples: Examples): Promise<void> {
  for (const room of rooms) await completeRoom(world, room, examples);
}

async function completeRoom(world: World, room: Room, examples: Examples): Promise<void> {
  const tables = new Set(room.records.flatMap((record) => record.tables));
  await eachOf(operationsOf([room]), async (operation) => {
    const [reader] = allowed(world, operation);
    if (reader === undefined) return;
    if (examples.has(operation.name)) return;
    for (const input of [...made(world, tables, operation, examples)].slice(0, 80)) {
      const { kind } = await ask(world.without, operation, reader, input);
      // What is refused because of how things stand has found its record all the same.
      if (kind === 'answer' || kind === 'Conflict') keep(examples, operation.name, input);
      if ((examples.get(operation.name)?.length ?? 0) > 1) return;
    }
  });
}

/**
 * Inputs made from the fields, and from how the like was added where something is changed; one for each record that
 * could be meant where an id is needed.
 */
function* made(
  world: World,
  tables: ReadonlySet<string>,
  { name, input }: Asked,
  examples: Examples,
): Generator<Record<string, unknown>> {
  const fields = fieldsOf(input);
  const known = new Set(fields.map((field) => field.name));
  const [added] = examples.get(name.replace(/\.[a-z]+-/, '.add-')) ?? [];
  const like = Object.entries(added ?? {}).filter(([field]) => known.has(field));
  const plain = fields.filter((field) => field.required || field.words.widget === 'hidden');
  const ids = plain.filter((field) => isId(field));
  const base = Object.fromEntries([
    ...plain
      .filter((field) => !isId(field))
      .map((field): [string, unknown] => [field.name, valueOf(field)])
      .filter(([, value]) => value !== undefined),
    ...like,
  ]);
  if (ids.length === 0) yield base;
  const [first, ...others] = ids;
  if (first === undefined) return;
  const rest = others.map((field): [string, string | undefined] => [
    field.name,
    candidates(world, tables, field)[0],
  ]);
  for (const id of candidates(world, tables, first))
    yield { ...base, ...Object.fromEntries(rest), [first.name]: id };
}

function isId({ name, kind, words }: Field): boolean {
  return (
    kind === 'text' &&
    (name === 'id' || name.endsWith('_id') || name.endsWith('ref') || words.choose_from !== undefined)
  );
}

/** Ids, or references, of visible records: of tables named like the field first, then of the room's own. */
function candidates(world: World, own: ReadonlySet<string>, field: Field): string[] {
  const word =
    field.name
      .replace(/_(id|ref)$/, '')
      .split('_')
      .at(-1) ?? '';
  const byTable = Map.groupBy(world.visible, ([, table]) => table);
  const rank = (table: string) =>
    table.includes(word) && word !== '' && word !== 'id' ? 0 : own.has(table) ? 1 : 2;
  return [...byTable.keys()]
    .filter((table) => rank(table) < 2 || table.startsWith('kernel.circle') || table === 'kernel.file')
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((table) => {
      const ids = (byTable.get(table) ?? []).map(([id]) => id);
      const few = [ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)].filter((id) => id !== undefined);
      return field.name.endsWith('ref') ? few.map((id) => `${table.replaceAll('_', '-')}/${id}`) : few;
    });
}

function valueOf({ kind, choices, words, required }: Field): unknown {
  if (!required) return undefined;
  if (kind === 'day') return '2025-09-01';
  if (kind === 'number') return 1;
  if (kind === 'yes') return true;
  if (kind === 'one') return Object.keys(choices)[0];
  if (kind === 'many') return Object.keys(choices).slice(0, 1);
  if (kind === 'list' || kind === 'cells') return [];
  if (words.label === 'year' || words.label === 'Reporting year') return '2024-25';
  if (kind === 'file') return new UploadedFile('words.txt', new TextEncoder().encode('Words'));
  return /mail/i.test(words.label) ? 'reader@example.org' : 'Words of the proof, with a reason';
}

/** The visible ids that an input names. */
export function namedIn({ visible }: World, input: unknown): string[] {
  return [...new Set(idsIn(plainOf(input)))].filter((id) => visible.has(id));
}

function plainOf(input: unknown): unknown {
  return input instanceof UploadedFile ? null : input;
}

/** The same input with one id in another's place. */
export function substituted(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(from, to);
  if (Array.isArray(value)) return value.map((one) => substituted(one, from, to));
  if (value === null || typeof value !== 'object' || value instanceof UploadedFile) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, substituted(one, from, to)]));
}
