// Fernshire, loaded as the demonstration is, with one real act kept for each command: the inputs that hostile ones start from.
import assert from 'node:assert/strict';
import { fernshire } from '../../demo/fernshire/index.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { appoint } from '../ground/governance/person.operations.ts';
import { type TestHouse, testClock, testHouse } from '../ground/testing.ts';
import { type Role, roles } from '../kernel/access/roles.ts';
import type { Command } from '../kernel/operation/operation.ts';
import { perform, type Request } from '../kernel/operation/perform.ts';
import { rooms } from '../modules/index.ts';

export interface Act {
  command: Command;
  input: Record<string, unknown>;
}

export interface HostileHouse {
  home: TestHouse;
  /** Somebody with every role, so that nothing is refused before its input is looked at. */
  everybody: Request;
  /** One act of the demonstration for each command, by its name. */
  acts: ReadonlyMap<string, Act>;
}

export async function hostileHouse(): Promise<HostileHouse> {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const acts = new Map<string, Act>();
  let manager: Request | undefined;
  await loadDemonstration(home.house, fernshire, (command, request, input) => {
    manager ??= request;
    acts.set(command.name, { command, input });
  });
  assert(manager?.identity.kind === 'person');
  const everybody = { ...manager, clock: testClock, purpose: 'A test of hostile input' };
  for (const role of Object.keys(roles) as Role[]) {
    const appointment = { person_id: manager.identity.person_id, role, from_on: '2020-04-01' };
    await perform(home.house, appoint, everybody, appointment);
  }
  return { home, everybody, acts };
}

type Path = string[];

/** Where free text stands in an input: not a code, an id or a day. */
export function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string')
    return /^[0-9a-f]{8}-|^\d{4}-\d\d/.test(value) || !/[A-Z ]/.test(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]));
}

/** A copy of the input with something else in one place. */
export function put(input: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(input))
    return input.map((part, i) => (String(i) === first ? put(part, rest, value) : part));
  const fields = input as Record<string, unknown>;
  return { ...fields, [first]: put(fields[first], rest, value) };
}
