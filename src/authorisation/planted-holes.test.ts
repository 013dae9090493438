// The proof is only worth what it finds. So a hole of each kind is made, the proof is seen to find it, and the hole is
// closed again: in the database, and in operations, pages and choices as somebody might one day write them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { fileOf } from '../kernel/files/file.operations.ts';
import { command, type Operation, type QueryContext } from '../kernel/operation/operation.ts';
import { NotFound } from '../kernel/operation/refusals.ts';
import { html } from '../kernel/pages/html.ts';
import { type AnyPage, download, page } from '../kernel/pages/page.ts';
import { rooms } from '../modules/index.ts';
import { proveDatabase } from './database-proof.ts';
import { saidOf } from './hole.ts';
import { agreedMatrix, matrixOf, provePermissions } from './matrix.ts';
import { found, plantForgetful, planted, proofOf } from './planting/testing.ts';
import { furnish } from './testing.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let close: (() => Promise<void>) | undefined;

before(async () => {
  world = await makeWorld(rooms, furnish);
  close = () => world.close();
  await plantForgetful(world);
});
after(() => close?.());

/** Makes a hole in the database, and closes it whatever the proof says. */
async function withHole(make: string, close: string, check: () => Promise<void>): Promise<void> {
  await world.with.owner.query(make);
  try {
    await check();
  } finally {
    await world.with.owner.query(close);
  }
}

const visibleOf = (table: string) => {
  const id = [...world.visible].find(
    ([one, name]) => name === table && world.twin('not-in', one) !== undefined,
  )?.[0];
  assert(id, table);
  return id;
};

test('the proof finds nothing in a room that does nothing wrong', async () => {
  const look = planted(({ db }) => db.all(db.from('thread.finding').select(['id', 'title']).orderBy('id')));
  const read = planted(
    ({ db }, { id = '' }) => db.one(db.from('thread.finding').selectAll().where('id', '=', id)),
    'planted.read',
  );
  const holes = await proofOf(
    world,
    { operations: [look, read] },
    { 'planted.look': [{}], 'planted.read': [{ id: visibleOf('thread.finding') }] },
  );
  assert.deepEqual(holes.map(saidOf), []);
});

test('the proof finds a table whose row-level security is off', () =>
  withHole(
    'alter table thread.finding disable row level security',
    'alter table thread.finding enable row level security',
    async () => {
      const holes = await proveDatabase(world);
      found(holes, 'row', 'thread.finding');
      found(holes, 'write', 'thread.finding');
    },
  ));

test('the proof finds a policy that was dropped, because then nobody sees what is theirs', () =>
  withHole(
    'alter policy tenant on thread.action to golden_thread_owner',
    'alter policy tenant on thread.action to golden_thread_app',
    async () => found(await proveDatabase(world), 'lost', 'thread.action'),
  ));

test('the proof finds a policy that forgets the circle', () =>
  withHole(
    `create policy wide on evidence.item for select to golden_thread_app
       using (partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid)`,
    'drop policy wide on evidence.item',
    async () => found(await proveDatabase(world), 'row', 'evidence.item'),
  ));

test('the proof finds a history twin that lets everybody in', () =>
  withHole(
    'create policy wide on thread.finding_history for select to golden_thread_app using (true)',
    'drop policy wide on thread.finding_history',
    async () => {
      const holes = await proveDatabase(world);
      found(holes, 'history', 'thread.finding_history');
      assert.deepEqual([...new Set(holes.map(({ way }) => way))], ['history']);
    },
  ));

for (const [what, policy, table] of [
  ['added to another partnership', 'for insert to golden_thread_app with check (true)', 'governance.agency'],
  ['moved into a circle one is not in', 'for update to golden_thread_app with check (true)', 'thread.effect'],
  [
    'added to the history of another',
    'for insert to golden_thread_app with check (true)',
    'children.child_history',
  ],
] as const) {
  test(`the proof finds that a row can be ${what}`, () =>
    withHole(`create policy wide on ${table} ${policy}`, `drop policy wide on ${table}`, async () =>
      found(await proveDatabase(world), 'write', table),
    ));
}

test('the proof finds a query that forgets the circle, in a function that runs as its owner', async () => {
  const look = planted(({ db }) => db.text('select id, title from planted.findings() order by id', []));
  found(await proofOf(world, { operations: [look] }), 'answer', 'planted.look');
});

test('the proof finds a query that forgets the partnership', async () => {
  const look = planted(({ db, actor }) =>
    db.text(
      'select title from planted.everywhere() where circle_id is null or circle_id = any($1) order by id',
      [actor.circle_ids],
    ),
  );
  found(await proofOf(world, { operations: [look] }), 'answer', 'planted.look');
});

test('the proof finds a search that looks in what is hidden', async () => {
  const look = planted(({ db }, { text = '' }) =>
    db.text(
      `select title from planted.findings() where $1 <> '' and title ilike '%' || $1 || '%' order by id`,
      [text],
    ),
  );
  const asked = { ...look, input: z.looseObject({ text: z.string().optional() }) };
  found(await proofOf(world, { operations: [asked] }), 'answer', 'planted.look');
});

test('the proof finds a count over all rows', async () => {
  const look = planted(({ db }) => db.text('select count(*) from planted.findings()', []));
  const holes = await proofOf(world, { operations: [look] });
  found(holes, 'answer', 'planted.look');
  assert.match(holes[0]?.what ?? '', /count is \d+ without and \d+ with/);
});

test('the proof finds a list of links that shows ends one may not see', async () => {
  const look = planted(({ db }) =>
    db.all(db.from('thread.connection').select(['from_ref', 'to_ref']).orderBy('id')),
  );
  found(await proofOf(world, { operations: [look] }), 'answer', 'planted.look');
});

test('the proof finds a file that is handed out without asking for its owner', async () => {
  const give = planted(async (context, { id = '' }) => {
    const row = await context.db.one(context.db.from('kernel.file').select('owner_ref').where('id', '=', id));
    return fileOf(context, row.owner_ref, id);
  });
  const { rows } = await world.without.owner.query<{ id: string }>(
    `select id from kernel.file where name = 'minutes.txt' and owner_ref like 'evidence.item/%'`,
  );
  const id = rows.map((row) => row.id).find((one) => world.twin('beside', one) !== undefined);
  assert(id);
  const holes = await proofOf(
    world,
    {
      operations: [give],
      pages: [download({ path: '/planted/:id', query: give, give: (given) => given as never })],
    },
    { 'planted.look': [{ id }] },
    [`/planted/${id}`],
  );
  found(holes, 'refusal', 'planted.look');
  found(holes, 'page', `/planted/${id}`);
});

test('the proof finds a CSV that reads by other rules than its page', async () => {
  const look = planted(async ({ db }) => ({
    shown: await db.all(db.from('thread.finding').select('title').orderBy('id')),
    all: await db.text<{ title: string }>('select title from planted.findings() order by id', []),
  }));
  const list: AnyPage = page({
    path: '/planted',
    title: 'Planted',
    query: look,
    draw: (result) => html`${(result as { shown: { title: string }[] }).shown.map(({ title }) => title)}`,
    csv: (result) => ({
      name: 'planted',
      columns: ['Title'],
      rows: (result as { all: { title: string }[] }).all.map(({ title }) => [title]),
    }),
  });
  const holes = await proofOf(world, { pages: [list] }, {}, ['/planted', '/planted.csv']);
  assert.deepEqual(
    holes.map(({ way, where }) => [way, where]),
    [['page', '/planted.csv']],
  );
});

test('the proof finds an address of the API that answers otherwise', async () => {
  const look = planted(({ db }) => db.text('select count(*) from planted.files()', []));
  found(await proofOf(world, { operations: [look] }), 'page', '/api/planted.look');
});

test('the proof finds a refusal that says that the record is in another circle', async () => {
  const look = planted(async ({ db }, { id = '' }) => {
    const seen = await db.find(db.from('thread.finding').selectAll().where('id', '=', id));
    if (seen) return seen;
    const there = await db.text('select 1 from planted.findings() where id = $1', [id]);
    throw new NotFound(there.length > 0 ? 'It belongs to another circle.' : 'There is no such finding.');
  });
  const id = visibleOf('thread.finding');
  found(
    await proofOf(world, { operations: [look] }, { 'planted.look': [{ id }] }),
    'refusal',
    'planted.look',
  );
});

test('the proof finds a refusal that takes one more statement for a record that is there', async () => {
  const look = planted(async ({ db }, { id = '' }) => {
    const there = await db.text<{ circle_id: string }>(
      'select circle_id from planted.findings() where id = $1',
      [id],
    );
    if (there[0]) await db.text('select name from kernel.circle where id = $1', [there[0].circle_id]);
    return db.one(db.from('thread.finding').selectAll().where('id', '=', id));
  });
  const id = visibleOf('thread.finding');
  const holes = await proofOf(world, { operations: [look] }, { 'planted.look': [{ id }] });
  found(holes, 'work', 'planted.look');
  assert(!holes.some(({ way }) => way === 'refusal'));
});

test('the proof finds a command that changes what its actor may not see', async () => {
  const change = command({
    name: 'planted.change',
    summary: 'Planted by a test',
    permission: 'thread.write',
    input: z.strictObject({ ref: z.string() }),
    async run({ db, write }, { ref }) {
      const link = await db.one(db.from('thread.connection').select('id').where('to_ref', '=', ref).limit(1));
      await write.update('thread.connection', link.id, { to_ref: ref });
      return { id: link.id };
    },
  });
  const to = (
    await world.without.owner.query(
      `select to_ref from thread.connection where to_ref like 'thread.action/%' limit 1`,
    )
  ).rows[0];
  found(
    await proofOf(world, { operations: [change] }, { 'planted.change': [{ ref: to.to_ref }] }),
    'refusal',
    'planted.change',
  );
});

test('the proof finds a list of choices that offers what is hidden', async () => {
  const findings = async ({ db }: QueryContext) =>
    (
      await db.text<{ id: string; title: string }>('select id, title from planted.findings() order by id', [])
    ).map(({ id, title }) => ({ value: id, text: title }));
  found(await proofOf(world, { choices: { findings } }), 'choice', 'findings');
});

test('the proof finds evidence that is offered to the report, and a reference resolved, past the circle', async () => {
  const rowsOf = ({ db }: QueryContext, ids: string[]) =>
    db.text<{ id: string; title: string }>('select id, title from planted.findings() where id = any($1)', [
      ids,
    ]);
  const resolve = async (context: QueryContext, ids: string[]) =>
    (await rowsOf(context, ids)).map(({ id, title }) => ({
      ref: `thread.finding/${id}`,
      title,
      path: '/',
      hash: '',
    }));
  const evidence = { itemsOf: () => Promise.resolve([]), resolves: { 'thread.finding': resolve } };
  found(await proofOf(world, { evidence }), 'evidence', 'planted.evidence');
});

test('the proof finds an operation with another permission than was agreed', () => {
  const [room] = rooms.filter(({ name }) => name === 'children');
  assert(room);
  const operations = room.operations.map((operation) =>
    operation.name === 'children.read-child' ? { ...operation, permission: 'governance.read' } : operation,
  ) as Operation[];
  const opened = rooms.map((one) => (one === room ? { ...one, operations } : one));
  assert.deepEqual(provePermissions(rooms, matrixOf(rooms)), []);
  found(provePermissions(opened, matrixOf(rooms)), 'permission', 'children.read-child');
  assert(agreedMatrix().length > 1000);
});
