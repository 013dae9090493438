import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { addCircle } from '../../ground/circles/circle.operations.ts';
import { addMember } from '../../ground/circles/member.operations.ts';
import { addAgency } from '../../ground/governance/agency.operations.ts';
import { addPerson, appoint } from '../../ground/governance/person.operations.ts';
import { agreementInForce } from '../../ground/governance/testing.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../ground/testing.ts';
import { linkEvidence } from '../../kernel/evidence/links.ts';
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import { command, query } from '../../kernel/operation/operation.ts';
import type { Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { evidenceRoom } from './index.ts';
import { addFile, readFile } from './item-file.operations.ts';
import { addItem, changeItem, withdrawItem } from './item.operations.ts';
import { sourcesOffered } from './register.ts';
import { listItems, readItem } from './register.operations.ts';
import { addSource, listSources, readSource } from './source.operations.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let police: string;
let health: string;
let lead: Request;

const statement = (title: string, extra: object = {}) => ({
  title,
  topics: ['training' as const],
  content: { shape: 'statement' as const, text: `${title}, in words` },
  ...extra,
});
const year = { label: '2024-25', from_on: '2024-04-01', to_on: '2025-03-31' };

before(async () => {
  home = await testHouse(evidenceRoom.evidence ? [evidenceRoom.evidence] : []);
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  const agency = { kind: 'safeguarding-partner', legal_type: 'police' } as const;
  police = (await resultOf(home.house, addAgency, fern.manager, { ...agency, name: 'Fern Police' })).id;
  health = (await resultOf(home.house, addAgency, fern.manager, { ...agency, name: 'Fern Health' })).id;
  const person = await resultOf(home.house, addPerson, fern.manager, {
    name: 'Police lead',
    agency_id: police,
  });
  await resultOf(home.house, appoint, fern.manager, {
    person_id: person.id,
    role: 'agency-lead',
    from_on: '2020-04-01',
  });
  lead = { ...fern.manager, identity: { kind: 'person', person_id: person.id } };
  await agreementInForce(home, fern, [police]);
});
after(() => home.close());

const add = (request: Request, given: z.input<typeof addItem.input>) =>
  resultOf(home.house, addItem, request, given);
const itemsOf = async (request: Request): Promise<EvidenceItem[]> =>
  resultOf(
    home.house,
    query({
      name: 'test.items-of',
      summary: 'Items of the year',
      permission: 'evidence.read',
      input: z.strictObject({}),
      run: (context) => evidenceRoom.evidence?.itemsOf(context, year) ?? Promise.resolve([]),
    }),
    request,
    {},
  );

test('an agency’s lead enters evidence for their own agency and no other, and changes no other’s', async () => {
  const own = await add(lead, statement('Police statement'));
  assert.equal((await resultOf(home.house, readItem, lead, { id: own.id })).item.agency_id, police);
  await assert.rejects(add(lead, statement('Not theirs', { agency_id: health })), NotAllowed);

  const others = await add(fern.manager, statement('Health statement', { agency_id: health }));
  await assert.rejects(
    resultOf(home.house, changeItem, lead, {
      ...statement('Taken over', { agency_id: police }),
      id: others.id,
    }),
    NotAllowed,
  );
  await assert.rejects(
    resultOf(home.house, changeItem, lead, { ...statement('Given away', { agency_id: health }), id: own.id }),
    NotAllowed,
  );
  await assert.rejects(
    resultOf(home.house, withdrawItem, lead, { id: others.id, reason: 'Not liked' }),
    NotAllowed,
  );
  assert.equal((await resultOf(home.house, readItem, lead, { id: others.id })).mine, false);
});

test('somebody who may only read enters nothing', async () => {
  const member = await fern.personWith('member');
  await assert.rejects(add(member, statement('Refused')), NotAllowed);
  await assert.rejects(
    resultOf(home.house, addSource, member, { title: 'Refused', kind: 'report' }),
    NotAllowed,
  );
});

test('another partnership’s evidence is not there: item, list, source, change', async () => {
  const source = await resultOf(home.house, addSource, fern.manager, {
    title: 'Fern report',
    kind: 'report',
    code: 'FR',
  });
  const { id } = await add(fern.manager, statement('Only Fern’s', { source_id: source.id }));
  await assert.rejects(resultOf(home.house, readItem, marl.manager, { id }), NotFound);
  await assert.rejects(resultOf(home.house, readSource, marl.manager, { id: source.id }), NotFound);
  await assert.rejects(
    resultOf(home.house, changeItem, marl.manager, { ...statement('Mine now'), id }),
    NotFound,
  );
  assert.equal((await resultOf(home.house, listItems, marl.manager, {})).items.length, 0);
  assert.equal((await resultOf(home.house, listSources, marl.manager, {})).sources.length, 0);
  await assert.rejects(
    add(marl.manager, statement('Points across', { source_id: source.id })),
    (error: unknown) => error instanceof InvalidInput && 'source_id' in error.fields,
  );
});

test('a change on an old revision is a conflict, a change of shape is refused, and the history tells who said what', async () => {
  const { id } = await add(fern.manager, statement('First words', { agency_id: police }));
  await resultOf(home.house, changeItem, lead, {
    ...statement('Second words', { agency_id: police }),
    id,
    seen_revision: 1,
  });
  await assert.rejects(
    resultOf(home.house, changeItem, fern.manager, { ...statement('Third words'), id, seen_revision: 1 }),
    Conflict,
  );
  const quotation = { shape: 'quotation', text: 'It helped', speaker: 'a young person' } as const;
  await assert.rejects(
    resultOf(home.house, changeItem, fern.manager, { ...statement('Other shape'), id, content: quotation }),
    (error: unknown) => error instanceof InvalidInput && 'content' in error.fields,
  );
  const { history } = await resultOf(home.house, readItem, fern.manager, { id });
  assert.deepEqual(
    history.map(({ title, person }) => [title, person]),
    [
      ['Second words', 'Police lead'],
      ['First words', 'Business manager'],
    ],
  );
});

test('a withdrawn item leaves the list and the report, keeps its page, and cannot be changed', async () => {
  const { id } = await add(fern.manager, statement('To be withdrawn', { as_of_on: '2024-06-30' }));
  assert((await itemsOf(fern.manager)).some((item) => item.ref === `evidence.item/${id}`));
  await resultOf(home.house, withdrawItem, fern.manager, { id, reason: 'Counted twice', seen_revision: 1 });
  const listed = await resultOf(home.house, listItems, fern.manager, { text: 'To be withdrawn' });
  assert.equal(listed.items.length, 0);
  assert(!(await itemsOf(fern.manager)).some((item) => item.ref === `evidence.item/${id}`));
  assert.equal(
    (await resultOf(home.house, readItem, fern.manager, { id })).item.withdrawn_reason,
    'Counted twice',
  );
  await assert.rejects(
    resultOf(home.house, changeItem, fern.manager, { ...statement('Again'), id }),
    Conflict,
  );
  const withdrawn = await resultOf(home.house, listItems, fern.manager, { show: 'withdrawn' });
  assert(withdrawn.items.some((item) => item.id === id));
});

test('what is in a circle is not there for others: page, list, count, citation, file and report', async () => {
  const circle = await resultOf(home.house, addCircle, fern.manager, { name: 'Panel', purpose: 'A panel' });
  const secret = statement('Behind the circle', { circle_id: circle.id, as_of_on: '2024-06-30' });
  await assert.rejects(
    add(fern.manager, secret),
    (error: unknown) => error instanceof InvalidInput && 'circle_id' in error.fields,
  );
  assert(fern.manager.identity.kind === 'person');
  await resultOf(home.house, addMember, fern.manager, {
    member_of: circle.id,
    person_id: fern.manager.identity.person_id,
    from_on: '2025-01-01',
    reason: 'Secretary of the panel',
  });
  const { id } = await add(fern.manager, secret);
  const open = await add(fern.manager, statement('Rests on it'));
  const file = new UploadedFile('minutes.txt', Buffer.from('What was said'));
  const { file_id } = await resultOf(home.house, addFile, fern.manager, { id, file });
  const ref = `evidence.item/${id}`;
  const cite = command({
    name: 'test.cite',
    summary: 'Cites',
    permission: 'evidence.write',
    input: z.strictObject({}),
    run: (context) =>
      linkEvidence(context, {
        from_ref: ref,
        to_ref: `evidence.item/${open.id}`,
        purpose: 'supports',
        cited_hash: 'old',
      }),
  });
  await resultOf(home.house, cite, fern.manager, {});

  const inside = await resultOf(home.house, readItem, fern.manager, { id: open.id });
  assert.deepEqual(
    inside.cited_by.map((citer) => [citer.ref, citer.moved]),
    [[ref, true]],
  );
  assert.equal((await resultOf(home.house, readFile, fern.manager, { id, file_id })).name, 'minutes.txt');

  const analyst = await fern.personWith('analyst');
  await assert.rejects(resultOf(home.house, readItem, analyst, { id }), NotFound);
  await assert.rejects(resultOf(home.house, readFile, analyst, { id, file_id }), NotFound);
  await assert.rejects(resultOf(home.house, readFile, analyst, { id: open.id, file_id }), NotFound);
  await assert.rejects(
    resultOf(home.house, withdrawItem, analyst, { id, reason: 'Guessed the address' }),
    NotFound,
  );
  for (const page of ['1', 'all'] as const) {
    const listed = await resultOf(home.house, listItems, analyst, { text: 'Behind the circle', page });
    assert.deepEqual([listed.items.length, listed.found], [0, 0]);
  }
  assert.deepEqual((await resultOf(home.house, readItem, analyst, { id: open.id })).cited_by, []);
  assert(!(await itemsOf(analyst)).some((item) => item.ref === ref));
  assert(!(await itemsOf(fern.manager)).some((item) => item.ref === ref), 'a report is for everybody');
});

test('an item counts for the year it names, else for every year its period or day touches', async () => {
  const placed = [
    ['inside', { period_from_on: '2024-10-01', period_to_on: '2024-12-31' }, true],
    ['touching the start', { period_from_on: '2024-01-01', period_to_on: '2024-04-01' }, true],
    ['ended before', { period_from_on: '2023-04-01', period_to_on: '2024-03-31' }, false],
    [
      'named although before',
      { period_from_on: '2022-04-01', period_to_on: '2023-03-31', year_label: '2024-25' },
      true,
    ],
    ['named elsewhere although inside', { as_of_on: '2024-06-30', year_label: '2023-24' }, false],
    ['on its last day', { as_of_on: '2025-03-31' }, true],
    ['the day after', { as_of_on: '2025-04-01' }, false],
    ['open to the end', { period_from_on: '2025-01-01' }, true],
    ['period unknown, named', { year_label: '2024-25' }, true],
    ['period unknown', {}, false],
  ] as const;
  for (const [title, extra] of placed) await add(fern.manager, statement(`Year: ${title}`, extra));
  const titles = (await itemsOf(fern.manager)).map((item) => item.title);
  const listed = await resultOf(home.house, listItems, fern.manager, { year: '2024-25', page: 'all' });
  for (const [title, , counts] of placed) {
    assert.equal(titles.includes(`Year: ${title}`), counts, title);
    assert.equal(
      listed.items.some((item) => item.title === `Year: ${title}`),
      counts,
      `${title} in the list`,
    );
  }
});

test('a list can be narrowed to the latest sources, and to the one it is narrowed to already, however old', async () => {
  const room = await home.partnership('many-sources');
  const ids: string[] = [];
  for (let i = 0; i <= sourcesOffered; i++) {
    const source = { title: `Source ${i}`, kind: 'minutes' } as const;
    ids.push((await resultOf(home.house, addSource, room.manager, source)).id);
  }
  const [oldest] = ids;
  const offered = async (filter: object) =>
    (await resultOf(home.house, listItems, room.manager, filter)).sources.map(({ value }) => value);
  assert.deepEqual((await offered({})).toSorted(), ids.slice(1).toSorted());
  assert.deepEqual((await offered({ source_id: oldest })).toSorted(), ids.toSorted());
});
