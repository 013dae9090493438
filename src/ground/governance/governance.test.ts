import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { perform, type Request } from '../../kernel/operation/perform.ts';
import { query } from '../../kernel/operation/operation.ts';
import { z } from 'zod';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { addAgency, nameAgency } from './agency.operations.ts';
import { addBody, changeBody, listBodies, nameBody, readBody } from './body.operations.ts';
import { governanceEvidence } from './governance.evidence.ts';
import { governanceRoom } from './index.ts';
import { listPermissions, readOverview } from './overview.operations.ts';
import { changeAbbreviation, expandAbbreviation } from './partnership.operations.ts';
import { addPerson, appoint, endAppointment, listPeople, readPerson } from './person.operations.ts';
import { addSeat, endSeat, giveAuthority } from './seat.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
const year = { label: '2024-25', from_on: '2024-04-01', to_on: '2025-03-31' };

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

const school = (name: string) =>
  resultOf(home.house, addAgency, fern.manager, { name, kind: 'education', legal_type: 'school' });
const body = (name: string, more: object = {}) =>
  resultOf(home.house, addBody, fern.manager, { name, kind: 'sub-group', ...more });

/** Asks something of the room as a person, in a transaction of its own. */
function asking<O>(request: Request, run: Parameters<typeof query<z.ZodObject, O>>[0]['run']): Promise<O> {
  const asked = query({
    name: 'governance.ask',
    summary: 'Asked by a test',
    permission: 'governance.read',
    input: z.object({}),
    run,
  });
  return resultOf(home.house, asked, request, {});
}

test('seats of education are counted while they are held, and not after they ended', async () => {
  const group = await body('Learning group');
  const held = await resultOf(home.house, addSeat, fern.manager, {
    body_id: group.id,
    agency_id: (await school('Alder School')).id,
    title: 'Head teacher',
    from_on: '2024-09-01',
  });
  const counted = async () =>
    (await resultOf(home.house, listBodies, fern.manager, {})).find((b) => b.id === group.id);
  assert.equal((await counted())?.education_seats, 1);
  await resultOf(home.house, endSeat, fern.manager, { id: held.id, until_on: '2025-09-15' });
  assert.equal((await counted())?.education_seats, 0);
  await assert.rejects(
    resultOf(home.house, endSeat, fern.manager, { id: held.id, until_on: '2024-09-01' }),
    InvalidInput,
  );
});

test('a seat for an agency that is not here is refused at its field', async () => {
  const group = await body('Empty group');
  const elsewhere = await resultOf(home.house, addAgency, marl.manager, {
    name: 'Marl School',
    kind: 'education',
    legal_type: 'school',
  });
  await assert.rejects(
    resultOf(home.house, addSeat, fern.manager, {
      body_id: group.id,
      agency_id: elsewhere.id,
      title: 'Governor',
    }),
    (error: unknown) => error instanceof InvalidInput && 'agency_id' in error.fields,
  );
});

test('another partnership sees no body, in the list or by its id', async () => {
  const group = await body('Panel of Fern');
  await assert.rejects(resultOf(home.house, readBody, marl.manager, { id: group.id }), NotFound);
  assert.deepEqual(await resultOf(home.house, listBodies, marl.manager, {}), []);
});

test('a member may read governance and may not change it', async () => {
  const member = await fern.personWith('member');
  const group = await body('Board of Fern');
  assert.equal((await resultOf(home.house, readBody, member, { id: group.id })).name, 'Board of Fern');
  await assert.rejects(
    resultOf(home.house, giveAuthority, member, {
      body_id: group.id,
      matter: 'funding',
      from_on: '2024-01-01',
    }),
    NotAllowed,
  );
});

test('two bodies cannot have one name, nor one body report to itself', async () => {
  const group = await body('Missing group');
  await assert.rejects(body('Missing group'), Conflict);
  await assert.rejects(
    resultOf(home.house, changeBody, fern.manager, {
      id: group.id,
      name: 'Missing group',
      kind: 'sub-group',
      reports_to_id: group.id,
    }),
    InvalidInput,
  );
});

test('somebody who chairs and scrutinises is asked about, and not refused', async () => {
  const both = await fern.personWith('independent-chair', 'independent-scrutineer');
  assert(both.identity.kind === 'person');
  const id = both.identity.person_id;
  assert((await resultOf(home.house, listPeople, fern.manager, {})).chair_and_scrutineer.includes(id));
  assert((await resultOf(home.house, readPerson, fern.manager, { id })).chair_and_scrutineer);
  const overview = await resultOf(home.house, readOverview, fern.manager, {});
  assert.deepEqual(overview.chair_and_scrutineer, [
    { id, name: 'independent-chair and independent-scrutineer' },
  ]);
  const needs = await asking(
    fern.manager,
    (context) => governanceRoom.needsYou?.(context) ?? Promise.resolve([]),
  );
  assert(needs.some((item) => item.href === `/governance/people/${id}` && item.urgency === 'look'));
});

test('an appointment that ends within 60 days is said, one that ends later is not', async () => {
  const { id } = await resultOf(home.house, addPerson, fern.manager, { name: 'Ada Ending' });
  const held = await resultOf(home.house, appoint, fern.manager, {
    person_id: id,
    role: 'member',
    from_on: '2024-01-01',
  });
  const ending = async () =>
    (await resultOf(home.house, readOverview, fern.manager, {})).ending.filter((o) => o.person_id === id);
  await resultOf(home.house, endAppointment, fern.manager, { id: held.id, until_on: '2025-11-15' });
  assert.equal((await ending()).length, 0);
  await resultOf(home.house, endAppointment, fern.manager, { id: held.id, until_on: '2025-11-14' });
  assert.equal((await ending()).length, 1);
});

test('the permission matrix says what the roles really hold', async () => {
  const matrix = await resultOf(home.house, listPermissions, fern.manager, {});
  const sign = matrix.permissions.find((p) => p.permission === 'report.sign');
  assert.deepEqual(sign?.held_by, ['lead-safeguarding-partner']);
});

test('one abbreviation has one meaning, which can be changed with the revision one saw', async () => {
  const added = await resultOf(home.house, expandAbbreviation, fern.manager, {
    short: 'CDOP',
    expansion: 'Child Death Overview Panel',
  });
  await assert.rejects(
    resultOf(home.house, expandAbbreviation, fern.manager, { short: 'CDOP', expansion: 'Another' }),
    Conflict,
  );
  const change = { id: added.id, expansion: 'Child death overview panel', seen_revision: 1 };
  await resultOf(home.house, changeAbbreviation, fern.manager, change);
  await assert.rejects(resultOf(home.house, changeAbbreviation, fern.manager, change), Conflict);
});

test('the report hears of bodies that existed in the year, of education’s seats, and of no others', async () => {
  const group = await body('Voice group', { from_on: '2024-06-01' });
  await body('Ended group', { from_on: '2020-01-01', until_on: '2024-04-01' });
  await body('Later group', { from_on: '2025-04-01' });
  await resultOf(home.house, addSeat, fern.manager, {
    body_id: group.id,
    agency_id: (await school('Birch School')).id,
    title: 'Governor',
  });
  const items = await asking(fern.manager, (context) => governanceEvidence.itemsOf(context, year));
  const table = items.find((item) => item.topics[0] === 'arrangements')?.content;
  assert(table?.shape === 'table');
  const names = table.rows.map(([name]) => name);
  assert(names.includes('Voice group'));
  assert(!names.includes('Ended group') && !names.includes('Later group'));
  const education = items.find((item) => item.topics[0] === 'education')?.content;
  assert(education?.shape === 'table');
  assert.deepEqual(
    education.rows.find(([name]) => name === 'Voice group'),
    ['Voice group', 1, 'Birch School (Governor)'],
  );
});

test('abbreviations of a body may be used in a report, its former names may not', async () => {
  const group = await body('Child exploitation panel');
  for (const [name, kind] of [
    ['CEP', 'abbreviation'],
    ['Exploitation group', 'former'],
  ] as const) {
    await resultOf(home.house, nameBody, fern.manager, { body_id: group.id, name, kind });
  }
  const agency = await school('Elm School');
  await resultOf(home.house, nameAgency, fern.manager, {
    agency_id: agency.id,
    name: 'Elms',
    kind: 'mistaken',
  });
  const names = await asking(
    fern.manager,
    (context) => governanceEvidence.namesOf?.(context, year) ?? Promise.resolve([]),
  );
  const others = (ref: string) =>
    names.find((name) => name.ref === ref)?.others.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  assert.deepEqual(others(`governance.body/${group.id}`), [
    { name: 'CEP', allowed: true },
    { name: 'Exploitation group', allowed: false },
  ]);
  assert.deepEqual(others(`governance.agency/${agency.id}`), [{ name: 'Elms', allowed: false }]);
});

test('the operator may look after governance and may not read it', async () => {
  await assert.rejects(
    perform(home.house, readOverview, { ...fern.manager, identity: { kind: 'operator' } }, {}),
    NotAllowed,
  );
});
