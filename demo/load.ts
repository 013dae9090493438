// Brings the demonstration partnerships in through the same commands that people use, each done by somebody of the
// demonstration on a day of theirs. Nothing here writes to the database.
import { found } from '../src/ground/governance/founding.ts';
import { inForce } from '../src/ground/governance/person.ts';
import { demonstrationDay } from '../src/house.ts';
import type { Command } from '../src/kernel/operation/operation.ts';
import { type House, perform, type Request } from '../src/kernel/operation/perform.ts';
import { workThrough } from '../src/kernel/jobs/worker.ts';
import { rooms } from '../src/modules/index.ts';
import type { Demonstration, PersonFacts } from './demonstration.ts';
import { fernshire } from './fernshire/index.ts';
import { loadAdoption } from './load-adoption.ts';
import { loadChildren } from './load-children.ts';
import { loadEditions } from './load-editions.ts';
import { loadGovernance } from './load-governance.ts';
import { loadJointBody } from './load-joint-body.ts';
import { loadKeeping } from './load-keeping.ts';
import { loadRecords } from './load-records.ts';
import { loadRights } from './load-rights.ts';
import { loadThread } from './load-thread.ts';
import { loadVersions } from './load-versions.ts';
import { york } from './york/index.ts';

/** What a loader works with: acts by name, and the ids of what was brought in, by the keys of the facts. */
export interface Loader {
  facts: Demonstration;
  partnershipId: string;
  /** Performs a command; by the business manager on the demonstration's day unless said otherwise. */
  act: (
    operation: string,
    input: Record<string, unknown>,
    how?: { by?: string; on?: string },
  ) => Promise<{ id: string }>;
  /** The id behind a key or name; throws on one that was not brought in. */
  id: (kind: Kind, key: string) => string;
  /** The same, or null where the facts name nothing. */
  idOrNull: (kind: Kind, key: string | undefined) => string | null;
  keep: (kind: Kind, key: string, id: string) => void;
  /** The business manager on a day. */
  managerOn: (day: string) => string;
}

export type Told = (command: Command, request: Request, input: Record<string, unknown>) => void;

type Kind =
  | 'agency'
  | 'body'
  | 'person'
  | 'source'
  | 'item'
  | 'claim'
  | 'priority'
  | 'strategy'
  | 'strand'
  | 'circle'
  | 'child';

const operations = new Map(
  rooms.flatMap((room) => room.operations.map((operation) => [operation.name, operation])),
);

export async function loadDemonstrations(house: House): Promise<void> {
  await loadDemonstration(house, york);
  await loadDemonstration(house, fernshire);
  const clock = () => ({ today: demonstrationDay, now: `${demonstrationDay}T09:00:00.000Z` });
  await workThrough(house, rooms, clock);
}

/** `told` hears of every act, for tests that want real inputs to start from. */
export async function loadDemonstration(house: House, facts: Demonstration, told?: Told): Promise<void> {
  const loader = await begin(house, facts, told);
  await loadGovernance(loader);
  await loadRecords(loader);
  await loadThread(loader);
  if (facts === fernshire) await loadChildren(loader);
  await loadEditions(loader);
  await loadVersions(loader);
  if (facts === fernshire) {
    await loadRights(loader);
    await loadKeeping(loader);
    await loadJointBody(house, loader);
    await loadAdoption(house, loader);
  }
}

/** Founds the partnership with the business manager who is in post on the demonstration's day. */
async function begin(house: House, facts: Demonstration, told?: Told): Promise<Loader> {
  const manager = managerOn(facts, demonstrationDay);
  const appointment = manager.appointments.find((a) => a.role === 'business-manager');
  const clockOn = (day: string) => ({ today: day, now: `${day}T09:00:00.000Z` });
  const founded = await found(
    house,
    {
      short_name: facts.short_name,
      name: facts.name,
      kind: 'home',
      demonstration: true,
      business_manager: {
        name: manager.name,
        job_title: manager.job_title ?? null,
        email: manager.email ?? null,
      },
      from_on: appointment?.from_on ?? demonstrationDay,
    },
    clockOn(demonstrationDay),
  );
  const ids = new Map([[`person ${manager.key}`, founded.person_id]]);
  const id: Loader['id'] = (kind, key) => {
    const there = ids.get(`${kind} ${key}`);
    if (there === undefined)
      throw new Error(
        `The demonstration ${facts.short_name} names the ${kind} “${key}”, which it does not hold.`,
      );
    return there;
  };
  return {
    facts,
    partnershipId: founded.partnership_id,
    id,
    idOrNull: (kind, key) => (key === undefined ? null : id(kind, key)),
    keep: (kind, key, value) => ids.set(`${kind} ${key}`, value),
    managerOn: (day) => managerOn(facts, day).key,
    async act(name, input, { by = manager.key, on = demonstrationDay } = {}) {
      const operation = operations.get(name);
      if (operation?.kind !== 'command') throw new Error(`There is no command ${name}.`);
      const request = {
        partnership_id: founded.partnership_id,
        identity: { kind: 'person', person_id: id('person', by) },
        clock: clockOn(on),
        via: 'command-line',
      } as const;
      told?.(operation, request, input);
      try {
        return (await perform(house, operation as Command<never, { id: string }>, request, input)).result;
      } catch (error) {
        throw new Error(
          `${facts.short_name}: ${name} by ${by} on ${on} was refused: ${JSON.stringify(input).slice(0, 300)}`,
          { cause: error },
        );
      }
    },
  };
}

function managerOn(facts: Demonstration, day: string): PersonFacts {
  const manager = facts.people.find((person) =>
    person.appointments.some(
      (a) =>
        a.role === 'business-manager' && inForce({ from_on: a.from_on, until_on: a.until_on ?? null }, day),
    ),
  );
  if (manager === undefined)
    throw new Error(`The demonstration ${facts.short_name} has no business manager on ${day}.`);
  return manager;
}
