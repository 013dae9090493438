// Every query, list of choices and source of evidence, asked by every reader in both worlds: what is hidden may change
// nothing, no row, no count, no order. Commands too: what they answer or refuse may not depend on it either.
import { z } from 'zod';
import { reportingYear } from '../kernel/calendar/reporting-year.ts';
import { query, type QueryContext } from '../kernel/operation/operation.ts';
import type { Permission } from '../kernel/access/roles.ts';
import type { Room } from '../kernel/records/room.ts';
import { allowed, ask, type Asked, eachOf, parting, type Reply, withoutIds } from './asking.ts';
import { type Examples, operationsOf } from './examples.ts';
import type { Hole, Way } from './hole.ts';
import type { Reader, World } from './world.ts';

export async function proveAnswers(
  world: World,
  rooms: readonly Room[],
  examples: Examples,
): Promise<Hole[]> {
  const holes: Hole[] = [];
  await eachOf(operationsOf(rooms), async (operation) => {
    const readers = allowed(world, operation);
    const asking = operation.kind === 'query' ? readers : readers.slice(0, 1);
    for (const input of inputsOf(operation, examples)) {
      for (const reader of asking)
        holes.push(...(await differing(world, 'answer', operation, reader, input)));
    }
  });
  return firstOfEach(holes);
}

export async function proveChoices(world: World, rooms: readonly Room[]): Promise<Hole[]> {
  const holes: Hole[] = [];
  for (const [name, source] of rooms.flatMap((room) => Object.entries(room.choices ?? {}))) {
    const asked = asQuery(name, source);
    for (const reader of world.readers) holes.push(...(await differing(world, 'choice', asked, reader, {})));
  }
  return firstOfEach(holes);
}

/** What each room offers the report for every year, and every reference that it can resolve, hidden ones too. */
export async function proveEvidence(world: World, rooms: readonly Room[]): Promise<Hole[]> {
  const refs = Map.groupBy(
    [...world.visible, ...[...world.hidden.values()].flatMap((planted) => [...planted])],
    ([, table]) => table.replaceAll('_', '-'),
  );
  const holes: Hole[] = [];
  for (const { name, evidence } of rooms) {
    if (evidence === undefined) continue;
    const asked = asQuery(`${name}.evidence`, async (context) => {
      const offered: unknown[] = [];
      for (const { label } of await context.db.all(context.db.from('plan.reporting_year').select('label'))) {
        const year = { label, from_on: reportingYear(label).from, to_on: reportingYear(label).to };
        const groups = (await evidence.groupsOf?.(context, year)) ?? [];
        offered.push(await evidence.itemsOf(context, year), await evidence.tallyOf?.(context, year), groups);
        offered.push(await evidence.namesOf?.(context, year));
        for (const { ref } of groups) offered.push(await evidence.itemsOfGroup?.(context, year, ref));
      }
      for (const [concept, resolve] of Object.entries(evidence.resolves ?? {})) {
        const ids = concept === 'thread.check' ? [] : (refs.get(concept) ?? []).map(([id]) => id);
        offered.push([concept, (await resolve(context, ids)).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))]);
      }
      return offered;
    });
    for (const reader of world.readers)
      holes.push(...(await differing(world, 'evidence', asked, reader, {})));
  }
  return firstOfEach(holes);
}

function asQuery(name: string, run: (context: QueryContext) => Promise<unknown>): Asked {
  const permission: Permission = 'governance.read';
  return query({ name, summary: 'Asked by the proof', permission, input: z.object({}), run }) as Asked;
}

/** Its examples, and each of its filters by itself. */
function inputsOf(operation: Asked, examples: Examples): unknown[] {
  const there = examples.get(operation.name) ?? [];
  if (operation.kind === 'command') return there.slice(0, 2);
  const base = (there[0] ?? {}) as Record<string, unknown>;
  const { shape = {} } = operation.input.def as { shape?: Record<string, z.ZodType> };
  const filters = Object.entries(shape)
    .filter(([name]) => base[name] === undefined && !/(id|ref)$/.test(name))
    .flatMap(([name, schema]) => valuesOf(schema).map((value) => ({ ...base, [name]: value })));
  return [...(there.length > 0 ? there : [{}]), ...filters];
}

/** Every choice of a code list, and a letter that most texts hold to search for. */
function valuesOf(schema: z.ZodType): unknown[] {
  const {
    type,
    innerType,
    in: before,
    options,
    entries,
  } = schema.def as {
    type: string;
    innerType?: z.ZodType;
    in?: z.ZodType;
    options?: z.ZodType[];
    entries?: Record<string, string>;
  };
  if (entries !== undefined) return Object.values(entries);
  if (type === 'string') return ['e'];
  return [innerType, before, ...(options ?? [])].flatMap((inner) =>
    inner === undefined ? [] : valuesOf(inner),
  );
}

async function differing(
  world: World,
  way: Way,
  operation: Asked,
  reader: Reader,
  input: unknown,
): Promise<Hole[]> {
  const [without, withHidden] = await Promise.all([
    ask(world.without, operation, reader, input),
    ask(world.with, operation, reader, input),
  ]);
  if (textIn(operation, without) === textIn(operation, withHidden)) return [];
  const asked = JSON.stringify(input)?.slice(0, 120);
  const what = `${parting(without.text, withHidden.text)} (asked ${asked} by the ${reader.name})`;
  return [{ way, where: operation.name, what }];
}

/** A command's new ids differ each time it is carried out. */
function textIn(operation: Asked, { kind, text }: Reply): string {
  return `${kind} ${operation.kind === 'command' ? withoutIds(text) : text}`;
}

/** One is enough to mend it. */
function firstOfEach(holes: readonly Hole[]): Hole[] {
  return [...new Map(holes.toReversed().map((hole) => [hole.where, hole])).values()];
}
