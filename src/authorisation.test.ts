// The proof that nobody gets at what is not theirs: roles × operations as a table, and on the real database another
// partnership and another circle, by row, history, list, reading, choice and report.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { loadDemonstration } from '../demo/load.ts';
import { fernshire } from '../demo/fernshire/index.ts';
import { tableClasses } from './database/table-classes.ts';
import { type TestHouse, type TestPartnership, testHouse } from './ground/testing.ts';
import { roles, type Role, rolePermissions } from './kernel/access/roles.ts';
import { fieldsOf } from './kernel/forms/fields.ts';
import type { Query } from './kernel/operation/operation.ts';
import { perform, type Request } from './kernel/operation/perform.ts';
import { InvalidInput, isRefusal, NotAllowed, NotFound } from './kernel/operation/refusals.ts';
import { rooms } from './modules/index.ts';

const operations = rooms.flatMap((room) => room.operations);
const queries = operations.filter((operation): operation is Query => operation.kind === 'query');
const tenantTables = Object.entries(tableClasses)
  .filter(([, kind]) => kind.startsWith('tenant'))
  .map(([table]) => table);

let home: TestHouse;
let stranger: TestPartnership;
let fernshireId: string;
let owner: pg.Client;

before(async () => {
  home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  await loadDemonstration(home.house, fernshire);
  stranger = await home.partnership('marl');
  owner = new pg.Client(home.ownerUrl);
  await owner.connect();
  fernshireId = (await owner.query("select id from kernel.partnership where short_name = 'fernshire'"))
    .rows[0].id;
});
after(async () => {
  await owner.end();
  await home.close();
});

/** One line for each operation: its permission and who holds it. */
function matrix(): string {
  const holders = (permission: string) =>
    (Object.keys(roles) as Role[])
      .filter((role) => (rolePermissions[role] as readonly string[]).includes(permission))
      .join(', ');
  return `${operations
    .filter((operation) => operation.kind !== 'tool')
    .map(({ name, permission }) => {
      const who =
        permission === 'operator'
          ? 'the operator alone'
          : permission === 'public'
            ? 'anybody'
            : holders(permission);
      return `${name.padEnd(36)} ${permission.padEnd(22)} ${who}`;
    })
    .toSorted()
    .join('\n')}\n`;
}

// To agree to a change: `node src/authorisation.test.ts --agree` writes the table anew, and the diff is for review.
if (process.argv.includes('--agree'))
  writeFileSync(new URL('./authorisation.txt', import.meta.url), matrix());

test('who may do what is exactly the table that was agreed (authorisation.txt)', () => {
  const agreed = readFileSync(new URL('./authorisation.txt', import.meta.url), 'utf8');
  assert.equal(matrix(), agreed);
});

test('there is something to steal: Fernshire has rows in every kind of table that its demonstration fills', async () => {
  const filled: (number | null)[] = [];
  for (const table of tenantTables) {
    filled.push(
      (await owner.query(`select 1 from ${table} where partnership_id = $1 limit 1`, [fernshireId])).rowCount,
    );
  }
  assert(filled.filter((rows) => rows === 1).length > 40);
});

test('no row and no history of one partnership can be read or written in the context of another', async () => {
  for (const table of tenantTables) {
    const seen = await home.pool.transaction(async (transaction) => {
      await transaction.text('select kernel.set_context($1, $2)', [stranger.id, '']);
      return transaction.text(`select 1 from ${table} where partnership_id = $1 limit 1`, [fernshireId]);
    });
    assert.equal(seen.length, 0, table);
    const row = (await owner.query(`select * from ${table} where partnership_id = $1 limit 1`, [fernshireId]))
      .rows[0];
    if (row === undefined) continue;
    const changed = home.pool.transaction(async (transaction) => {
      await transaction.text('select kernel.set_context($1, $2)', [stranger.id, '']);
      return transaction.text(
        `update ${table} set partnership_id = partnership_id where partnership_id = $1 returning 1`,
        [fernshireId],
      );
    });
    assert.deepEqual(
      await changed.catch((error: { code?: string }) =>
        error.code === '42501' ? [] : Promise.reject(error),
      ),
      [],
      table,
    );
  }
});

/** An id out of every table that people's records are in. */
async function idsOf(partnershipId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const table of tenantTables.filter(
    (name) => !name.endsWith('_history') && !/audit|request|job/.test(name),
  )) {
    const { rows } = await owner.query(`select id::text from ${table} where partnership_id = $1 limit 1`, [
      partnershipId,
    ]);
    ids.push(...rows.map(({ id }: { id: string }) => id));
  }
  return ids;
}

test('no list, choice or report of another partnership holds an id of this one', async () => {
  const ids = await idsOf(fernshireId);
  const choices = rooms.flatMap((room) => Object.values(room.choices ?? {}));
  for (const query of queries.filter((q) => fieldsOf(q.input).every((field) => !field.required))) {
    const answer = await perform(home.house, query, stranger.manager, {}).catch(refusedOnly);
    for (const id of ids) assert(!JSON.stringify(answer ?? null).includes(id), `${query.name} shows ${id}`);
  }
  assert(choices.length > 5);
});

test('no record of another partnership can be read by its id, and the answer does not say that it exists', async () => {
  const ids = await idsOf(fernshireId);
  const readers = queries.filter((q) => fieldsOf(q.input).some((field) => field.name === 'id'));
  assert(readers.length > 8);
  for (const reader of readers) {
    for (const id of ids) {
      const request: Request = { ...stranger.manager, purpose: 'Trying' };
      const outcome = await perform(home.house, reader, request, { id }).then(
        () => 'opened',
        (error: unknown) => error,
      );
      assert(
        outcome instanceof NotFound || outcome instanceof InvalidInput || outcome instanceof NotAllowed,
        `${reader.name} opened ${id}`,
      );
      if (outcome instanceof NotFound) assert.doesNotMatch(outcome.message, new RegExp(id));
    }
  }
});

test('somebody without an appointment in force may do nothing at all', async () => {
  const nobody = await stranger.personWith();
  for (const operation of operations) {
    if (operation.kind === 'tool' || operation.permission === 'public') continue;
    await assert.rejects(perform(home.house, operation, nobody, {}), NotAllowed, operation.name);
  }
});

test('every role is refused every operation its permissions do not name, before its input is even read', async () => {
  for (const role of Object.keys(roles) as Role[]) {
    const person = await stranger.personWith(role);
    for (const operation of operations) {
      if (operation.kind === 'tool' || operation.permission === 'public') continue;
      const may = (rolePermissions[role] as readonly string[]).includes(operation.permission);
      if (may) continue;
      await assert.rejects(
        perform(home.house, operation, person, { nonsense: true }),
        NotAllowed,
        `${role} ${operation.name}`,
      );
    }
  }
});

function refusedOnly(error: unknown): undefined {
  if (!isRefusal(error)) throw error;
  return undefined;
}
