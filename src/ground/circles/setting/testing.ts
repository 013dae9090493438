// A partnership with a police force and a council, a circle in which the police keep control, and a child's record in it.
import { z } from 'zod';
import { query } from '../../../kernel/operation/operation.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { addChild } from '../../children/child.operations.ts';
import { childrenRoom } from '../../children/index.ts';
import { addAgency } from '../../governance/agency.operations.ts';
import { addPerson, appoint, changePerson } from '../../governance/person.operations.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../testing.ts';
import { threadRoom } from '../../thread/index.ts';
import { circlesRoom } from '../index.ts';
import { circleWith, personOf } from '../testing.ts';

export const rooms = [threadRoom, childrenRoom];
export const circles = circlesRoom(rooms);
export const ash = {
  given_name: 'Ash',
  family_name: 'Testwood',
  born_on: '2014-05-01',
  sex: 'not-known',
} as const;

export interface Setting {
  home: TestHouse;
  fern: TestPartnership;
  police: string;
  council: string;
  /** Of the police, in the circle. */
  officer: Request;
  /** Of the council, not in it. */
  worker: Request;
  intelligence: string;
  childId: string;
}

export async function policeSetting(): Promise<Setting> {
  const home = await testHouse();
  const fern = await home.partnership('fern');
  const agency = async (name: string, legal_type: 'police' | 'local-authority') => {
    const facts = { name, kind: 'safeguarding-partner', legal_type } as const;
    return (await resultOf(home.house, addAgency, fern.manager, facts)).id;
  };
  const police = await agency('Fern Police', 'police');
  const council = await agency('Fern Council', 'local-authority');
  const officer = await leadAt({ home, fern }, police, 'officer@police.example');
  const worker = await leadAt({ home, fern }, council, 'worker@council.example');
  await resultOf(home.house, changePerson, fern.manager, {
    id: personOf(fern.manager),
    name: 'Business manager',
    email: 'manager@fern.example',
  });
  const intelligence = await circleWith(home, fern, 'Intelligence', [fern.manager, officer], {
    originator_agency_id: police,
    handling: 'Not to be told to the family',
    review_on: '2025-09-10',
  });
  const child = await resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: intelligence });
  return { home, fern, police, council, officer, worker, intelligence, childId: child.id };
}

/** An agency lead with an address. */
export async function leadAt(
  { home, fern }: Pick<Setting, 'home' | 'fern'>,
  agency_id: string,
  email: string,
): Promise<Request> {
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: email, agency_id, email });
  const post = { person_id: id, role: 'agency-lead', agency_id, from_on: '2020-04-01' } as const;
  await resultOf(home.house, appoint, fern.manager, post);
  return { ...fern.manager, identity: { kind: 'person', person_id: id } };
}

/** The same person at another time (UTC). */
export const at = (request: Request, day: string, time = '09:00'): Request => ({
  ...request,
  clock: { today: day, now: `${day}T${time}:00.000Z` },
});

/** What the home page says to somebody about circles. */
export function needs({ home }: Pick<Setting, 'home'>, request: Request) {
  const asked = query({
    name: 'test.needs',
    summary: 'Asked by a test',
    permission: 'governance.read',
    input: z.object({}),
    run: (context) => circles.needsYou?.(context) ?? Promise.resolve([]),
  });
  return resultOf(home.house, asked, request, {});
}
