import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { carryOut, distribute, printedPlan } from './distribute.ts';
import { planDistribution, type Step } from './distribute-plan.ts';
import { tableClasses } from './table-classes.ts';
import { testDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
let owner: pg.Client;
let steps: Step[];

before(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  steps = await planDistribution(owner);
});
after(async () => {
  await owner.end();
  await database.close();
});

/** The tables that a call names first, in the order of the plan. */
function given(call: string, to: readonly Step[] = steps): string[] {
  return to.flatMap(({ sql }) => new RegExp(`^select ${call}\\('([^']+)'`).exec(sql)?.[1] ?? []);
}
const reference = () => given('create_reference_table');
const distributed = () => given('create_distributed_table');
const local = () => given('citus_add_local_table_to_metadata');
const position = (name: string) => steps.findIndex(({ sql }) => sql.includes(`_table('${name}'`));

async function references(): Promise<{ from: string; to: string; label: string }[]> {
  const { rows } = await owner.query<{ from: string; to: string; label: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to,
       conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as label
     from pg_constraint where contype = 'f' order by 3`,
  );
  return rows;
}

test('every table of the database is in the plan once, in the class the registry gives it', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const all = rows.map(({ name }) => name);
  assert(all.length > 100);
  assert.deepEqual([...reference(), ...distributed(), ...local()].toSorted(), all.toSorted());
  const wanted = (...classes: string[]) =>
    all.filter((name) => {
      const kind = tableClasses[name as keyof typeof tableClasses];
      return classes.includes(kind ?? 'twin');
    });
  assert.deepEqual(reference().toSorted(), wanted('shared').toSorted());
  assert.deepEqual(local().toSorted(), wanted('local').toSorted());
  assert.deepEqual(
    distributed().toSorted(),
    wanted('tenant', 'tenant-append-only', 'tenant-machinery', 'twin').toSorted(),
  );
});

test('tenant tables lie together, by their partnership', () => {
  const [first, ...others] = steps.filter(({ sql }) => sql.includes('create_distributed_table'));
  const name = distributed()[0] ?? '';
  assert.equal(first?.sql, `select create_distributed_table('${name}', 'partnership_id')`);
  for (const { sql } of others)
    assert.match(sql, new RegExp(`'partnership_id', colocate_with := '${name.replace('.', '\\.')}'\\)$`));
});

test('whatever is referred to is in place before what refers to it, and settings come first of all', async () => {
  assert.match(steps[0]?.sql ?? '', /^alter database .* set citus\.propagate_set_commands = 'local'$/);
  assert.equal(steps[1]?.sql, 'set citus.enable_local_reference_table_foreign_keys = off');
  const inPlace = [...reference(), ...distributed()];
  let seen = 0;
  for (const { from, to } of await references()) {
    if (from === to || !inPlace.includes(from)) continue;
    seen += 1;
    assert(position(to) < position(from), `${to} must come before ${from}`);
  }
  assert(seen > 100);
});

test('the old rows of every table that was copied away are taken off the coordinator, and of no other', () => {
  const emptied = given('truncate_local_data_after_distributing_table');
  assert.deepEqual(emptied.toSorted(), [...reference(), ...distributed()].toSorted());
  const last = steps.findLastIndex(({ sql }) => /create_|citus_add/.test(sql));
  assert(steps.findIndex(({ sql }) => sql.includes('truncate_local')) > last);
});

test('a local table lets its references go before the first call and takes up the same ones after the last', async () => {
  const before = await references();
  const bound = before.filter(({ from }) => local().includes(from));
  assert(bound.length > 0);
  await owner.query('begin');
  // Stand-ins for the extension's functions: each notes its call, and that a local table is bound to nothing meanwhile.
  await owner.query(`
    create temporary table called (name text, bound bigint);
    create function pg_temp.noted(named text) returns void language sql as $$
      insert into called select named, (select count(*) from pg_constraint
        where contype = 'f' and conrelid::regclass::text = any(array[${local()
          .map((name) => `'${name}'`)
          .join(', ')}]))
    $$;`);
  for (const [call, more] of [
    ['create_reference_table', ''],
    ['create_distributed_table', `, text, colocate_with text default ''`],
    ['citus_add_local_table_to_metadata', ''],
    ['truncate_local_data_after_distributing_table', ''],
  ])
    await owner.query(
      `create function public.${call}(named text${more}) returns void language sql as $$ select pg_temp.noted(named) $$`,
    );
  const said: string[] = [];
  await carryOut(owner, steps, (line) => said.push(line));
  const { rows } = await owner.query<{ name: string; bound: string }>('select name, bound from called');
  const after = await references();
  await owner.query('rollback');
  const calls = [...reference(), ...distributed(), ...local()];
  assert.equal(rows.length, calls.length + reference().length + distributed().length);
  assert(rows.every(({ bound: count }) => Number(count) === 0));
  assert.deepEqual(after, before);
  assert.equal(said.length, steps.length);
  assert.match(said[0] ?? '', /^ +1 of \d+ {2}settings/);
});

test('a table that the registry does not know is refused, and nothing is planned', async () => {
  await owner.query('create table kernel.unheard_of (partnership_id uuid not null)');
  await assert.rejects(planDistribution(owner), (problem) => {
    assert(problem instanceof StartProblem);
    assert.match(problem.message, /kernel\.unheard_of/);
    return true;
  });
  await owner.query('drop table kernel.unheard_of');
});

test('tables that refer to each other in a circle are refused', async () => {
  await owner.query('begin');
  await owner.query(`create schema ring; create table ring.one (id uuid primary key);
    create table ring.two (id uuid primary key references ring.one);
    alter table ring.one add foreign key (id) references ring.two`);
  const classes = { ...tableClasses, 'ring.one': 'shared', 'ring.two': 'shared' } as const;
  await assert.rejects(
    planDistribution(owner, classes),
    /ring\.one, ring\.two refer to each other in a circle/,
  );
  await owner.query('rollback');
});

test('without the extension it says so and changes nothing, and the plan is still printed', async () => {
  const before = await references();
  await assert.rejects(distribute(database.ownerUrl, assert.fail), (problem) => {
    assert(problem instanceof StartProblem);
    assert.match(problem.message, /no Citus extension, so nothing was distributed/);
    return true;
  });
  assert.deepEqual(await references(), before);
  const printed = await printedPlan(database.ownerUrl);
  assert.equal(printed.split('\n').filter((line) => /; -- /.test(line)).length, steps.length);
});

test('a step that fails names what is left to do, itself included', async () => {
  const failing = [
    { what: 'one', sql: 'select 1' },
    { what: 'two', sql: 'select no_such_call()' },
    { what: 'three', sql: 'select 3' },
  ];
  await assert.rejects(
    carryOut(owner, failing, () => undefined),
    /Step 2 failed: function no_such_call\(\) does not exist[^]*select no_such_call\(\);\nselect 3;$/,
  );
});
