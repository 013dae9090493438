import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import { query } from '../../kernel/operation/operation.ts';
import { perform, type Request } from '../../kernel/operation/perform.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../kernel/operation/refusals.ts';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../testing.ts';
import { addChild, changeChild, findChild, listChildren, readChild } from './child.operations.ts';
import { addCircle, listCircles, readCircle } from '../circles/circle.operations.ts';
import { circlesRoom } from '../circles/index.ts';
import { addMember, endMembership } from '../circles/member.operations.ts';
import { askEmergencyAccess, readInEmergency } from './emergency.operations.ts';
import { childrenRoom } from './index.ts';

const circles = circlesRoom([childrenRoom]);

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
let inside: Request;
let outside: Request;
let circle: string;
let childId: string;
const ash = { given_name: 'Ash', family_name: 'Testwood', born_on: '2014-05-01', sex: 'not-known' } as const;
const reason = 'A child is missing since this morning';

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
  inside = await fern.personWith('agency-lead');
  outside = await fern.personWith('agency-lead');
  circle = await circleWith(fern, 'Missing', [fern.manager, inside]);
  childId = (await resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: circle })).id;
});
after(() => home.close());

const personOf = (request: Request) => {
  assert(request.identity.kind === 'person');
  return request.identity.person_id;
};
const forPurpose = (request: Request): Request => ({ ...request, purpose: 'Preparing the meeting' });

async function circleWith(at: TestPartnership, name: string, people: Request[]): Promise<string> {
  const { id } = await resultOf(home.house, addCircle, at.manager, { name, purpose: 'A test' });
  for (const request of people) {
    await resultOf(home.house, addMember, at.manager, {
      member_of: id,
      person_id: personOf(request),
      from_on: '2025-01-01',
      reason: 'Sits on the panel',
    });
  }
  return id;
}

async function entries(operation: string) {
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ refs: string[]; person_id: string; purpose: string | null }>(
    `select refs, person_id, body::jsonb ->> 'purpose' as purpose from kernel.audit_entry
     where partnership_id = $1 and operation = $2 order by seq`,
    [fern.id, operation],
  );
  await owner.end();
  return rows;
}

test('a record opens only for a purpose, which is kept with who saw which child', async () => {
  for (const purpose of [undefined, ' ']) {
    await assert.rejects(
      resultOf(home.house, readChild, purpose === undefined ? inside : { ...inside, purpose }, {
        id: childId,
      }),
      (error: unknown) => error instanceof InvalidInput && 'purpose' in error.fields,
    );
  }
  const before = (await entries('children.read-child')).length;
  const read = await resultOf(home.house, readChild, forPurpose(inside), { id: childId });
  assert.equal(read.given_name, 'Ash');
  const kept = (await entries('children.read-child')).slice(before);
  assert.deepEqual(kept, [
    {
      refs: [`children.child/${childId}`, `kernel.circle/${circle}`],
      person_id: personOf(inside),
      purpose: 'Preparing the meeting',
    },
  ]);
});

test('who was shown in a list is written down, and a list of nobody is not', async () => {
  const before = (await entries('children.list-children')).length;
  await resultOf(home.house, listChildren, inside, {});
  await resultOf(home.house, listChildren, outside, {});
  const kept = (await entries('children.list-children')).slice(before);
  assert.equal(kept.length, 1);
  assert(kept[0]?.refs.includes(`children.child/${childId}`));
});

test('nobody outside the circle meets the child: row, list, history, change, or choice of circle', async () => {
  await assert.rejects(resultOf(home.house, readChild, forPurpose(outside), { id: childId }), NotFound);
  await assert.rejects(resultOf(home.house, findChild, outside, { id: childId }), NotFound);
  assert.deepEqual((await resultOf(home.house, listChildren, outside, { name: 'Ash' })).rows, []);
  const other = await fern.personWith('business-manager');
  await assert.rejects(
    resultOf(home.house, changeChild, other, { ...ash, id: childId, given_name: 'Taken' }),
    NotFound,
  );
  const asked = query({
    name: 'children.ask',
    summary: 'Asked by a test',
    permission: 'children.read',
    input: z.object({}),
    run: async (context) => ({
      history: await context.db.text('select id from children.child_history where partnership_id = $1', [
        fern.id,
      ]),
      choices: await circles.choices?.['circles']?.(context),
    }),
  });
  assert.deepEqual(await resultOf(home.house, asked, outside, {}), { history: [], choices: [] });
  const seen = await resultOf(home.house, asked, inside, {});
  assert(seen.history.length > 0);
  assert.deepEqual(seen.choices, [{ value: circle, text: 'Missing' }]);
});

test('another partnership finds neither child nor circle', async () => {
  const theirs = await circleWith(marl, 'Theirs', [marl.manager]);
  await assert.rejects(resultOf(home.house, readChild, forPurpose(marl.manager), { id: childId }), NotFound);
  await assert.rejects(resultOf(home.house, readCircle, marl.manager, { id: circle }), NotFound);
  await assert.rejects(
    resultOf(home.house, addMember, marl.manager, {
      member_of: circle,
      person_id: personOf(marl.manager),
      from_on: '2025-01-01',
      reason: 'Wants in',
    }),
    InvalidInput,
  );
  assert.deepEqual(
    (await resultOf(home.house, listCircles, marl.manager, {})).map((c) => c.id),
    [theirs],
  );
});

test('roles without the permission are refused, also where they are in the circle', async () => {
  const member = await fern.personWith('member');
  await resultOf(home.house, addMember, fern.manager, {
    member_of: circle,
    person_id: personOf(member),
    from_on: '2025-01-01',
    reason: 'Sits on the panel',
  });
  await assert.rejects(resultOf(home.house, readChild, forPurpose(member), { id: childId }), NotAllowed);
  await assert.rejects(resultOf(home.house, addChild, inside, { ...ash, circle_id: circle }), NotAllowed);
  await assert.rejects(resultOf(home.house, listCircles, inside, {}), NotAllowed);
});

test('a record is made only in a circle of one’s own', async () => {
  const empty = await circleWith(fern, 'Empty', []);
  await assert.rejects(
    resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: empty }),
    (error: unknown) => error instanceof InvalidInput && 'circle_id' in error.fields,
  );
});

test('two people changing a record at once are told, and its history keeps both states', async () => {
  const { id } = await resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: circle });
  const change = { ...ash, id, nhs_number: '9434765919', seen_revision: 1 };
  await resultOf(home.house, changeChild, fern.manager, change);
  await assert.rejects(resultOf(home.house, changeChild, fern.manager, change), Conflict);
  const read = await resultOf(home.house, readChild, forPurpose(fern.manager), { id });
  assert.deepEqual(
    read.history.map((h) => [h.revision, h.operation]),
    [
      [2, 'children.change-child'],
      [1, 'children.add-child'],
    ],
  );
});

test('somebody whose membership ended yesterday sees the record no more', async () => {
  const leaver = await fern.personWith('agency-lead');
  const held = await resultOf(home.house, addMember, fern.manager, {
    member_of: circle,
    person_id: personOf(leaver),
    from_on: '2025-01-01',
    reason: 'Sits on the panel',
  });
  await resultOf(home.house, readChild, forPurpose(leaver), { id: childId });
  await assert.rejects(
    resultOf(home.house, addMember, fern.manager, {
      member_of: circle,
      person_id: personOf(leaver),
      from_on: '2025-01-01',
      reason: 'Twice',
    }),
    Conflict,
  );
  await resultOf(home.house, endMembership, fern.manager, { id: held.id, until_on: '2025-09-14' });
  await assert.rejects(resultOf(home.house, readChild, forPurpose(leaver), { id: childId }), NotFound);
});

test('emergency access opens one record for four hours, with a reason, and the business managers are told', async () => {
  const asker = await fern.personWith('agency-lead');
  const other = await resultOf(home.house, addChild, fern.manager, { ...ash, circle_id: circle });
  await assert.rejects(
    resultOf(home.house, askEmergencyAccess, asker, { record_id: childId, reason: 'Too short' }),
    InvalidInput,
  );
  const given = await resultOf(home.house, askEmergencyAccess, asker, { record_id: childId, reason });
  assert.equal(given.expires_at, '2025-09-15T13:00:00.000Z');
  const opened = await resultOf(home.house, readInEmergency, asker, { id: given.id });
  assert.equal(opened.given_name, 'Ash');
  const [kept] = (await entries('children.read-in-emergency')).slice(-1);
  assert.deepEqual(kept?.refs, [
    `children.child/${childId}`,
    `kernel.circle/${circle}`,
    `circles.emergency-access/${given.id}`,
  ]);

  // The rest of the circle stays closed: the list, the neighbour, and the record's own page.
  assert.deepEqual((await resultOf(home.house, listChildren, asker, {})).rows, []);
  for (const id of [childId, other.id]) {
    await assert.rejects(resultOf(home.house, readChild, forPurpose(asker), { id }), NotFound);
  }
  // Nobody else opens it, and nobody after its time.
  await assert.rejects(resultOf(home.house, readInEmergency, outside, { id: given.id }), NotFound);
  const at = (now: string) => ({ ...asker, clock: { today: '2025-09-15', now } });
  await resultOf(home.house, readInEmergency, at('2025-09-15T12:59:00.000Z'), { id: given.id });
  await assert.rejects(
    resultOf(home.house, readInEmergency, at('2025-09-15T13:00:00.000Z'), { id: given.id }),
    NotFound,
  );

  const told = await needsOf(fern.manager);
  assert(
    told.some((item) => item.detail.includes(reason) && item.href === `/circles/emergencies/${given.id}`),
  );
  assert((await needsOf(asker)).some((item) => item.href === `/children/emergencies/${given.id}`));
  assert.deepEqual(await needsOf(inside), []);
});

test('the id of a circle opens nothing in an emergency', async () => {
  const asker = await fern.personWith('agency-lead');
  await assert.rejects(
    resultOf(home.house, askEmergencyAccess, asker, { record_id: circle, reason }),
    NotFound,
  );
});

test('an id that means nothing, and one of another partnership, answer emergencies alike', async () => {
  const stranger = await marl.personWith('agency-lead');
  const refusals = await Promise.all(
    [childId, '0199aaaa-0000-7000-8000-000000000000'].map((record_id) =>
      resultOf(home.house, askEmergencyAccess, stranger, { record_id, reason }).then(
        () => assert.fail('It was opened'),
        (error: unknown) => error,
      ),
    ),
  );
  assert(refusals.every((error) => error instanceof NotFound));
  assert.equal(String(refusals[0]), String(refusals[1]));
});

test('only those who may ask for emergency access get it', async () => {
  const analyst = await fern.personWith('analyst');
  await assert.rejects(
    resultOf(home.house, askEmergencyAccess, analyst, { record_id: childId, reason }),
    NotAllowed,
  );
});

async function needsOf(request: Request) {
  const asked = query({
    name: 'children.ask',
    summary: 'Asked by a test',
    permission: 'governance.read',
    input: z.object({}),
    run: (context) => circles.needsYou?.(context) ?? Promise.resolve([]),
  });
  return (await perform(home.house, asked, request, {})).result;
}
