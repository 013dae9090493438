// A record moves from circle to circle with everything that belongs to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { companionsOf } from '../../../ground/circles/kinds.ts';
import { reclassifying } from '../../../ground/circles/reclassify.operations.ts';
import { circleWith } from '../../../ground/circles/testing.ts';
import { resultOf } from '../../../ground/testing.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../../kernel/operation/refusals.ts';
import { tableClasses } from '../../../database/table-classes.ts';
import { readFile } from '../item-file.operations.ts';
import { rooms } from '../../index.ts';
import { readItem } from '../register.operations.ts';
import type { Request } from '../../../kernel/operation/perform.ts';
import { itemWithFile, kinds, setting, type Setting } from './testing.ts';

const { reclassify, readPlacement } = reclassifying(kinds, companionsOf(rooms));

/** The circles that anything of a record carries, in every table, as the owner of the database sees it. */
async function circlesOf(ref: string): Promise<(string | null)[]> {
  const id = ref.split('/')[1];
  const { rows } = await owner.query(
    `select circle_id from evidence.item where id = $1 union select circle_id from evidence.item_history where id = $1
     union select circle_id from kernel.file where owner_ref = $2
     union select circle_id from kernel.file_history where owner_ref = $2
     union select circle_id from circles.move where ref = $2 union select circle_id from circles.move_history where ref = $2`,
    [id, ref],
  );
  return rows.map((row) => row.circle_id);
}

let it: Setting;
let home: Setting['home'];
let fern: Setting['fern'];
let owner: Setting['owner'];
let officer: Request;
let analyst: Request;

before(async () => {
  it = await setting();
  ({ home, fern, owner, officer, analyst } = it);
});
after(() => it.close());

test('every table whose rows a circle may close belongs to a kind of record that moves as one, or says why not', async () => {
  const { rows } = await owner.query<{ table: string }>(
    `select n.nspname || '.' || c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'circle_id' and not a.attisdropped and c.relkind = 'r' and c.relname !~ '_history$'`,
  );
  const tables = rows.map(({ table }) => table).filter((table) => table in tableClasses);
  // What was asked of an originator stays in the originator's circle, and a withdrawn edition with those it was sealed for.
  const apart = [
    'circles.release_request',
    'report.sealed_edition',
    ...companionsOf(rooms).map(({ table }) => table),
  ];
  const moving = [...kinds.values()].flatMap(({ table, parts = [] }) => [
    table,
    ...parts.map((part) => part.table),
  ]);
  assert(moving.length >= 8);
  assert.deepEqual(
    tables.filter((table) => !apart.includes(table) && !moving.includes(table)),
    [],
  );
  assert.deepEqual(new Set(moving).size, moving.length);
});

test('a record moves with its files, its history and the reasons of earlier moves, and back into the open', async () => {
  const both = [fern.manager, officer];
  const first = await circleWith(home, fern, 'First panel', both);
  const second = await circleWith(home, fern, 'Second panel', [fern.manager, analyst]);
  const { id, ref, file_id } = await itemWithFile(it, first);
  await resultOf(home.house, readItem, officer, { id });

  const before = await resultOf(home.house, readPlacement, fern.manager, { ref });
  assert.deepEqual([before.files, before.earlier, before.circle?.id], [1, 3, first]);
  await resultOf(home.house, reclassify, fern.manager, {
    ref,
    circle_id: second,
    reason: 'The other panel leads',
  });
  assert.deepEqual(await circlesOf(ref), [second]);
  await assert.rejects(resultOf(home.house, readItem, officer, { id }), NotFound);
  await assert.rejects(resultOf(home.house, readFile, officer, { id, file_id }), NotFound);
  const seen = await resultOf(home.house, readItem, analyst, { id });
  assert.deepEqual(
    seen.history.map((revision) => revision.title),
    ['Known to few, said better', 'Known to few, said better', 'Known to few'],
  );
  assert.deepEqual(
    seen.placement.moves.map(({ reason, opened }) => [reason, opened]),
    [['The other panel leads', false]],
  );
  assert.equal((await resultOf(home.house, readFile, analyst, { id, file_id })).name, 'minutes.txt');

  await resultOf(home.house, reclassify, fern.manager, { ref, open_to_all: true, reason: 'Published since' });
  assert.deepEqual(await circlesOf(ref), [null]);
  assert.equal((await resultOf(home.house, readItem, officer, { id })).history.length, 4);
});

test('nobody moves what they may not see, into where they are not, or opens it without saying so', async () => {
  const mine = await circleWith(home, fern, 'Mine', [fern.manager]);
  const theirs = await circleWith(home, fern, 'Theirs', [officer]);
  const { ref } = await itemWithFile(it, mine);
  const other = await fern.personWith('business-manager');
  const reason = 'Because';
  await assert.rejects(resultOf(home.house, reclassify, other, { ref, open_to_all: true, reason }), NotFound);
  await assert.rejects(resultOf(home.house, readPlacement, other, { ref }), NotFound);
  await assert.rejects(
    resultOf(home.house, reclassify, fern.manager, { ref, circle_id: theirs, reason }),
    (error: unknown) => error instanceof InvalidInput && 'circle_id' in error.fields,
  );
  await assert.rejects(resultOf(home.house, reclassify, fern.manager, { ref, reason }), InvalidInput);
  await assert.rejects(
    resultOf(home.house, reclassify, fern.manager, { ref, circle_id: mine, reason }),
    Conflict,
  );
  for (const strange of [
    'evidence.source/1',
    'kernel.circle_member/1',
    "evidence.item/1' or true",
    'nonsense',
  ]) {
    await assert.rejects(
      resultOf(home.house, reclassify, fern.manager, { ref: strange, open_to_all: true, reason }),
      NotFound,
      strange,
    );
  }
  await assert.rejects(
    resultOf(home.house, reclassify, analyst, { ref, open_to_all: true, reason }),
    NotAllowed,
  );
  assert.deepEqual(await circlesOf(ref), [mine]);
});

test('the function that moves history opens nothing by itself: it follows the row, for whoever sees the row', async () => {
  const mine = await circleWith(home, fern, 'Followed', [fern.manager]);
  const { id } = await itemWithFile(it, mine);
  const called = (circles: string) =>
    home.pool.transaction(async (transaction) => {
      await transaction.text('select kernel.set_context($1, $2)', [fern.id, circles]);
      return transaction.text<{ moved: number }>(
        "select kernel.reclassify_history('evidence.item'::regclass, $1::uuid[])::int as moved",
        [[id]],
      );
    });
  assert.deepEqual(await called(''), [{ moved: 0 }]);
  assert.deepEqual(await called(mine), [{ moved: 0 }]);
  assert.deepEqual(await circlesOf(`evidence.item/${id}`), [mine]);
  // Planted: a history that stayed behind follows only for whoever sees the row.
  await owner.query('update evidence.item_history set circle_id = null where id = $1 and revision = 1', [id]);
  assert.deepEqual(await called(''), [{ moved: 0 }]);
  assert.deepEqual(await called(mine), [{ moved: 1 }]);
  await assert.rejects(
    home.pool.transaction((transaction) =>
      transaction.text("select kernel.reclassify_history('governance.agency'::regclass, '{}')", []),
    ),
    /holds no records that a circle may close/,
  );
});
