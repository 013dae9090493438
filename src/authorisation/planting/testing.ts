// What tests plant so that the proof has something to find: queries of a room that somebody might add, and functions in
// the database that forget to ask.
import assert from 'node:assert/strict';
import { z } from 'zod';
import { query, type QueryContext } from '../../kernel/operation/operation.ts';
import type { Room } from '../../kernel/records/room.ts';
import type { Examples } from '../examples.ts';
import { type Hole, saidOf, type Way } from '../hole.ts';
import { proveRooms } from '../prove.ts';
import type { World } from '../world.ts';

// Functions that run as their owner, whom no policy binds: what a query could forget to ask for.
const forgetful = `
  create schema planted;
  grant usage on schema planted to golden_thread_app;
  create function planted.findings() returns setof thread.finding language sql stable security definer as
    'select * from thread.finding where partnership_id = nullif(current_setting(''app.partnership_id'', true), '''')::uuid';
  create function planted.everywhere() returns setof thread.finding language sql stable security definer as
    'select * from thread.finding';
  create function planted.files() returns setof kernel.file language sql stable security definer as
    'select * from kernel.file where partnership_id = nullif(current_setting(''app.partnership_id'', true), '''')::uuid';`;

export async function plantForgetful(world: World): Promise<void> {
  for (const side of [world.without, world.with]) await side.owner.query(forgetful);
}

/** What the proof finds of a room that somebody added. */
export function proofOf(
  world: World,
  planted: Partial<Room>,
  inputs: Record<string, unknown[]> = {},
  urls: string[] = [],
): Promise<Hole[]> {
  const room: Room = {
    name: 'planted',
    title: 'Planted',
    operations: [],
    pages: [],
    records: [],
    ...planted,
  };
  const examples: Examples = new Map(Object.entries(inputs));
  const [reader] = world.readers;
  assert(reader);
  const addresses = { urls: urls.map((url) => ({ url, reader })), unvisited: [] };
  return proveRooms(world, { rooms: [room], examples, addresses });
}

export function found(holes: readonly Hole[], way: Way, where: string): void {
  assert(
    holes.some((hole) => hole.way === way && hole.where.startsWith(where)),
    `Not found (${way} ${where}); found was: ${holes.map(saidOf).join('\n') || 'nothing'}`,
  );
}

export function planted(
  run: (context: QueryContext, input: Record<string, string>) => Promise<unknown>,
  name = 'planted.look',
) {
  return query({
    name,
    summary: 'Planted by a test',
    permission: 'thread.read',
    input: z.looseObject({}),
    run: (context, input) => run(context, input as Record<string, string>),
  });
}
