// Circles for tests: one with people in it, at once.
import assert from 'node:assert/strict';
import type { Request } from '../../kernel/operation/perform.ts';
import { resultOf, type TestHouse, type TestPartnership } from '../testing.ts';
import { addCircle } from './circle.operations.ts';
import { addMember } from './member.operations.ts';

export function personOf({ identity }: Request): string {
  assert(identity.kind === 'person');
  return identity.person_id;
}

export async function circleWith(
  { house }: TestHouse,
  at: TestPartnership,
  name: string,
  people: Request[],
  handling: { originator_agency_id?: string; handling?: string; review_on?: string } = {},
): Promise<string> {
  const { id } = await resultOf(house, addCircle, at.manager, { name, purpose: 'A test', ...handling });
  for (const person of people) {
    await resultOf(house, addMember, at.manager, {
      member_of: id,
      person_id: personOf(person),
      from_on: '2025-01-01',
      reason: 'Sits on the panel',
    });
  }
  return id;
}
