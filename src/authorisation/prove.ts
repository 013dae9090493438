// The proof that nobody gets at what is not theirs (design 3, 2.8): every way there is, for every table, operation, list of
// choices and address of the house. It knows none of them by name: what is added later is proven too.
import type { Room } from '../kernel/records/room.ts';
import { type Addresses, proveAddresses } from './addresses-proof.ts';
import { proveAnswers, proveChoices, proveEvidence } from './answers-proof.ts';
import { proveDatabase } from './database-proof.ts';
import type { Examples } from './examples.ts';
import type { Hole } from './hole.ts';
import { proveRefusals } from './refusals-proof.ts';
import type { World } from './world.ts';

export interface Asked {
  rooms: readonly Room[];
  examples: Examples;
  addresses: Addresses;
}

/** Every hole there is; none proves the house. */
export async function prove(world: World, asked: Asked): Promise<Hole[]> {
  return [...(await proveDatabase(world)), ...(await proveRooms(world, asked))];
}

/** Those of operations, choices, evidence and addresses. */
export async function proveRooms(world: World, { rooms, examples, addresses }: Asked): Promise<Hole[]> {
  return [
    ...(await proveAnswers(world, rooms, examples)),
    ...(await proveChoices(world, rooms)),
    ...(await proveEvidence(world, rooms)),
    ...(await proveRefusals(world, rooms, examples)),
    ...(await proveAddresses(world, rooms, addresses, examples)),
  ];
}
