import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listAgencies } from '../../ground/governance/agency.operations.ts';
import { addPerson, appoint, endAppointment, listPeople } from '../../ground/governance/person.operations.ts';
import {
  resultOf,
  type TestHouse,
  type TestPartnership,
  testClock,
  testHouse,
} from '../../ground/testing.ts';
import { NotAllowed } from '../../kernel/operation/refusals.ts';
import { UsageProblem } from './arguments.ts';
import { choosePerson } from './who.ts';

let home: TestHouse;
let fern: TestPartnership;
before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
});
after(() => home.close());

const chosen = (as: string | undefined) =>
  choosePerson(home.house, { id: fern.id, short_name: 'fern', demonstration: false }, as, testClock.today);

test('whoever left yesterday, or starts tomorrow, may do nothing at the command line today', async () => {
  for (const [name, from_on, until_on] of [
    ['Leaver', '2020-01-01', '2025-09-14'],
    ['Joiner', '2025-09-16', null],
  ] as const) {
    const { id } = await resultOf(home.house, addPerson, fern.manager, { name });
    const appointment = { person_id: id, role: 'business-manager' as const, from_on, until_on };
    await resultOf(home.house, appoint, fern.manager, appointment);
    const identity = { kind: 'person', person_id: await chosen(name) } as const;
    const request = { ...fern.manager, identity, via: 'command-line' } as const;
    await assert.rejects(resultOf(home.house, listAgencies, request, {}), NotAllowed);
  }
});

test('a business manager who left is not the one who acts when nobody is named', async () => {
  assert.equal(await chosen(undefined), await chosen('Business manager'));
  const { appointments } = await resultOf(home.house, listPeople, fern.manager, {});
  const held = appointments.find((a) => a.person === 'Business manager');
  await resultOf(home.house, endAppointment, fern.manager, { id: held?.id ?? '', until_on: '2025-09-14' });
  await assert.rejects(chosen(undefined), UsageProblem);
});
