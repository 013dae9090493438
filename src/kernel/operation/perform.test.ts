import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import {
  addAgency,
  changeAgency,
  listAgencies,
  readAgency,
} from '../../ground/governance/agency.operations.ts';
import { verifyChain } from '../audit-trail/verify.ts';
import { command, query, type QueryContext } from './operation.ts';
import { perform } from './perform.ts';
import { ChangedMeanwhile, Conflict, InvalidInput, NotAllowed, NotFound } from './refusals.ts';
import {
  resultOf,
  testClock,
  type TestHouse,
  type TestPartnership,
  testHouse,
} from '../../ground/testing.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;
const school = { name: 'Alder School', kind: 'education', legal_type: 'school' } as const;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  marl = await home.partnership('marl');
});
after(() => home.close());

async function chain(id: string) {
  return home.pool.transaction(async (transaction) => {
    await transaction.text('select kernel.set_context($1, $2)', [id, '']);
    return verifyChain(transaction, id);
  });
}

test('a command writes its row, its history and one audit entry together', async () => {
  const before = (await chain(fern.id)).entries;
  const { id } = await resultOf(home.house, addAgency, fern.manager, school);
  await resultOf(home.house, changeAgency, fern.manager, { ...school, id, name: 'Alder Academy' });
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query(
    'select h.revision, h.name, e.operation, e.refs from governance.agency_history h join kernel.audit_entry e on e.partnership_id = h.partnership_id and e.id = h.entry_id where h.id = $1 order by 1',
    [id],
  );
  await owner.end();
  assert.deepEqual(rows, [
    {
      revision: 1,
      name: 'Alder School',
      operation: 'governance.add-agency',
      refs: [`governance.agency/${id}`],
    },
    {
      revision: 2,
      name: 'Alder Academy',
      operation: 'governance.change-agency',
      refs: [`governance.agency/${id}`],
    },
  ]);
  const after = await chain(fern.id);
  assert.equal(after.entries, before + 2);
  assert.equal(after.broken, null);
});

test('another partnership’s record answers as not found, to reading and to changing', async () => {
  const { id } = await resultOf(home.house, addAgency, fern.manager, { ...school, name: 'Birch School' });
  await assert.rejects(resultOf(home.house, readAgency, marl.manager, { id }), NotFound);
  await assert.rejects(resultOf(home.house, changeAgency, marl.manager, { ...school, id }), NotFound);
  const seen = await resultOf(home.house, listAgencies, marl.manager, {});
  assert.equal(seen.agencies.length, 0);
});

test('a person of one partnership is nobody in another', async () => {
  await assert.rejects(
    resultOf(home.house, listAgencies, { ...fern.manager, partnership_id: marl.id }, {}),
    NotFound,
  );
});

test('a role without the permission is refused and nothing is written', async () => {
  const member = await fern.personWith('member');
  const before = (await chain(fern.id)).entries;
  await assert.rejects(
    resultOf(home.house, addAgency, member, { ...school, name: 'Cedar School' }),
    NotAllowed,
  );
  assert.equal((await chain(fern.id)).entries, before);
});

test('an appointment that has ended opens nothing', async () => {
  const nobody = await fern.personWith();
  await assert.rejects(resultOf(home.house, listAgencies, nobody, {}), NotAllowed);
});

test('input that does not fit is refused field by field', async () => {
  await assert.rejects(
    perform(home.house, addAgency, fern.manager, { name: ' ', kind: 'club', legal_type: 'school', extra: 1 }),
    (error: unknown) => {
      assert(error instanceof InvalidInput);
      assert.deepEqual(Object.keys(error.fields).sort(), ['extra', 'kind', 'name']);
      return true;
    },
  );
});

test('a command sent twice with one key is carried out once, also when both arrive together', async () => {
  const request = { ...fern.manager, key: 'k-1' };
  const both = await Promise.all([
    resultOf(home.house, addAgency, request, { ...school, name: 'Elm School' }),
    resultOf(home.house, addAgency, request, { ...school, name: 'Elm School' }),
  ]);
  assert.equal(both[0].id, both[1].id);
  await assert.rejects(resultOf(home.house, addAgency, request, { ...school, name: 'Fir School' }), Conflict);
});

test('a change made on an old revision is a conflict and changes nothing', async () => {
  const { id } = await resultOf(home.house, addAgency, fern.manager, { ...school, name: 'Gorse School' });
  await resultOf(home.house, changeAgency, fern.manager, {
    ...school,
    id,
    name: 'Gorse Academy',
    seen_revision: 1,
  });
  await assert.rejects(
    resultOf(home.house, changeAgency, fern.manager, {
      ...school,
      id,
      name: 'Gorse College',
      seen_revision: 1,
    }),
    Conflict,
  );
  assert.equal((await resultOf(home.house, readAgency, fern.manager, { id })).name, 'Gorse Academy');
});

test('whoever saves second is told who saved first, and which fields now stand differently', async () => {
  const { id } = await resultOf(home.house, addAgency, fern.manager, { ...school, name: 'Ivy School' });
  const other = await fern.personWith('business-manager');
  for (const [name, seen_revision] of [
    ['Ivy Academy', 1],
    ['Ivy Free School', 2],
  ] as const) {
    await resultOf(home.house, changeAgency, other, { ...school, id, name, seen_revision });
  }
  const mine = { ...school, id, name: 'Ivy College', seen_revision: 1 };
  await assert.rejects(resultOf(home.house, changeAgency, fern.manager, mine), (error) => {
    assert(error instanceof ChangedMeanwhile);
    assert.deepEqual(error.meanwhile, {
      revision: 3,
      by: ['business-manager'],
      at: testClock.now,
      changes: [{ field: 'name', before: 'Ivy School', now: 'Ivy Free School' }],
    });
    return true;
  });
  const again = await resultOf(home.house, changeAgency, fern.manager, { ...mine, seen_revision: 3 });
  assert.equal((await resultOf(home.house, readAgency, fern.manager, again)).name, 'Ivy College');
});

test('a command that fails half way leaves no row and no entry', async () => {
  const halfway = command({
    name: 'governance.fail-halfway',
    summary: 'Fails after writing',
    permission: 'governance.write',
    input: z.strictObject({}),
    async run({ write }) {
      await write.insert('governance.agency', { ...school, name: 'Hazel School' });
      throw new Error('the power went');
    },
  });
  const before = (await chain(fern.id)).entries;
  await assert.rejects(resultOf(home.house, halfway, fern.manager, {}), /the power went/);
  const seen = await resultOf(home.house, listAgencies, fern.manager, { name: 'Hazel' });
  assert.equal(seen.agencies.length, 0);
  assert.equal((await chain(fern.id)).entries, before);
});

test('where the audit trail has no head, nothing is done and no record is shown', async () => {
  const { id } = await resultOf(home.house, addAgency, fern.manager, { ...school, name: 'Juniper School' });
  const looked = query({
    name: 'governance.look-closely',
    summary: 'A read that is noted',
    permission: 'governance.read',
    input: z.strictObject({}),
    run: async (context) => {
      context.saw(`governance.agency/${id}`);
      return 'seen';
    },
  });
  assert.equal(await resultOf(home.house, looked, fern.manager, {}), 'seen');
  const owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  await owner.query('create temp table kept_head as select * from kernel.audit_head');
  await owner.query('delete from kernel.audit_head');
  const change = { ...school, id, name: 'Juniper Academy', seen_revision: 1 };
  await assert.rejects(resultOf(home.house, changeAgency, fern.manager, change), { code: '23502' });
  await assert.rejects(resultOf(home.house, looked, fern.manager, {}), { code: '23502' });
  await owner.query('insert into kernel.audit_head select * from kept_head');
  await owner.end();
  assert.equal((await resultOf(home.house, readAgency, fern.manager, { id })).name, 'Juniper School');
});

test('the application role can write no row without history and no history without an audit entry', async () => {
  await assert.rejects(
    home.pool.transaction(async (transaction) => {
      await transaction.text('select kernel.set_context($1, $2)', [fern.id, '']);
      await transaction.text(
        "insert into governance.agency (partnership_id, id, revision, entry_id, name, kind, legal_type) values ($1, uuidv7(), 1, uuidv7(), 'Ivy', 'other', 'charity')",
        [fern.id],
      );
    }),
    { code: '23503' },
  );
  await assert.rejects(
    home.pool.transaction(async (transaction) => {
      await transaction.text('select kernel.set_context($1, $2)', [fern.id, '']);
      await transaction.text(
        "with w as (insert into governance.agency (partnership_id, id, revision, entry_id, name, kind, legal_type) values ($1, uuidv7(), 1, uuidv7(), 'Ivy', 'other', 'charity') returning *) insert into governance.agency_history select * from w",
        [fern.id],
      );
    }),
    { code: '23503' },
  );
});

test('a statement that forgets its context sees nothing', async () => {
  const rows = await home.pool.transaction((transaction) =>
    transaction.text('select id from governance.agency', []),
  );
  assert.equal(rows.length, 0);
});

test('what a query asks twice in the same words is asked of the database once; a command sees what it has changed', async () => {
  const drawn = (context: QueryContext) =>
    context.db.text<{ one: string }>('select gen_random_uuid()::text as one', []);
  const asking = { summary: 'Asks twice', permission: 'governance.read', input: z.strictObject({}) } as const;
  const asked = query({
    ...asking,
    name: 'governance.ask-twice',
    async run(context) {
      const [first, second] = await Promise.all([drawn(context), drawn(context)]);
      first.pop();
      return [second, await drawn(context)];
    },
  });
  const [second, third] = await resultOf(home.house, asked, fern.manager, {});
  assert.equal(second?.length, 1, 'what one reader does with its rows is nothing to the other');
  assert.deepEqual(second, third);
  const changing = command({
    ...asking,
    name: 'governance.change-and-ask',
    run: async (context) => [await drawn(context), await drawn(context)],
  });
  const [before, after] = await resultOf(home.house, changing, fern.manager, {});
  assert.notDeepEqual(before, after);
});
