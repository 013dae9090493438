import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../database/testing.ts';
import { filledIn } from '../../kernel/records/blanking.ts';
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { fernshire } from '../../../demo/fernshire/index.ts';
import { testHouse } from '../../ground/testing.ts';
import { rooms } from '../index.ts';

const declarations = rooms.flatMap((room) => room.records);
let database: TestDatabase;
let owner: pg.Client;

before(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.close();
});

interface Column {
  name: string;
  type: string;
  filled: boolean;
}

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select attname as name, atttypid::regtype::text as type, attnotnull as filled from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return rows;
}

/** Columns that could hold somebody's words, and of which no room says what becomes of them. */
async function unsaid(): Promise<string[]> {
  const found: string[] = [];
  for (const { tables, whose, contents } of declarations) {
    if (whose.length === 0) continue;
    for (const table of tables) {
      const said = contents[table];
      const names = new Set([...Object.keys(said?.blanks ?? {}), ...Object.values(said?.keeps ?? {}).flat()]);
      for (const { name, type } of await columnsOf(table)) {
        if (/^(text|text\[\]|jsonb|bytea)$/.test(type) && !names.has(name)) found.push(`${table}.${name}`);
      }
    }
  }
  return found;
}

test('every column that may hold words about somebody is blanked by a disposal, or kept for a reason', async () => {
  assert.deepEqual(await unsaid(), []);
});

test('a new column of which nobody said anything is found', async () => {
  await owner.query('alter table children.child add column worry text');
  assert.deepEqual(await unsaid(), ['children.child.worry']);
  await owner.query('alter table children.child drop column worry');
});

test('what is declared is there: every table, every column, every day that is counted from', async () => {
  const wrong: string[] = [];
  for (const { tables, contents, retention } of declarations) {
    for (const [table, { blanks, keeps, closes = {}, codes = [], belongs_to }] of Object.entries(contents)) {
      if (!tables.includes(table)) wrong.push(`${table} is another declaration’s`);
      const there = new Map((await columnsOf(table)).map((column) => [column.name, column]));
      const named = [
        ...Object.keys(blanks),
        ...Object.keys(closes),
        ...Object.values(keeps).flat(),
        ...codes,
      ];
      if (belongs_to) named.push('table' in belongs_to ? belongs_to.by : belongs_to.ref);
      for (const name of named) if (!there.has(name)) wrong.push(`${table} has no ${name}`);
      for (const [name, value] of Object.entries(blanks)) {
        if (value === null && there.get(name)?.filled) wrong.push(`${table}.${name} cannot be empty`);
      }
    }
    for (const [table, counts] of Object.entries(retention?.counts ?? {})) {
      if (contents[table] === undefined) wrong.push(`${table} is counted and says nothing of its columns`);
      const [from, names] =
        'columns' in counts
          ? ['parent' in counts ? counts.parent : table, counts.columns]
          : 'latest_of' in counts
            ? [counts.latest_of, [counts.by, counts.column]]
            : [table, []];
      const there = (await columnsOf(from)).map(({ name }) => name);
      for (const name of names) if (!there.includes(name)) wrong.push(`${from} has no day ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every kind of record says why it is kept, on which basis and for whom; what is about children names its condition', () => {
  const names = declarations.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, 'a retention rule finds its kind by name');
  const thin = declarations.filter(({ controller, purpose, lawful_basis, recipients }: RecordDeclaration) =>
    [controller, purpose, lawful_basis, recipients].some((words) => words.trim().length < 10),
  );
  assert.deepEqual(thin, []);
  for (const { name, about_children, special_category, whose } of declarations.filter(
    (one) => one.about_children,
  )) {
    assert(about_children && 'condition' in special_category, name);
    assert(whose.includes('children'), name);
  }
});

test('every record of the demonstration can be blanked as its room declares, whatever its checks and unique names', async () => {
  const home = await testHouse(rooms.flatMap((room) => room.evidence ?? []));
  const furnished = new pg.Client(home.ownerUrl);
  await furnished.connect();
  try {
    await loadDemonstration(home.house, fernshire);
    const tried: string[] = [];
    for (const { contents, retention } of declarations) {
      for (const [table, { blanks, closes = {}, belongs_to }] of Object.entries(contents)) {
        if (retention?.counts[table] === undefined && belongs_to === undefined) continue;
        const columns = Object.keys({ ...blanks, ...closes });
        const { rows } = await furnished.query(`select id from ${table} limit 3`);
        if (columns.length === 0 || rows.length === 0) continue;
        const names = columns.map((name) => `"${name}"`).join(', ');
        tried.push(table);
        await furnished.query('begin');
        for (const { id } of rows) {
          await furnished.query(
            `update ${table} set (${names}) = (select ${names} from jsonb_populate_record(null::${table}, $2)) where id = $1`,
            [id, JSON.stringify(filledIn({ ...blanks, ...closes }, id, '2025-09-15'))],
          );
        }
        await furnished.query('rollback');
      }
    }
    for (const table of [
      'children.child',
      'evidence.item',
      'thread.finding',
      'plan.claim',
      'report.edition',
    ]) {
      assert(tried.includes(table), table);
    }
  } finally {
    await furnished.end();
    await home.close();
  }
});
