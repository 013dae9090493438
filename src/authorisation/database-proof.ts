// On the database itself, beneath every operation: what the application's role can read and write in a reader's context.
// Rows, their history twins, and writing into another partnership or a circle one is not in.
import type { Transaction } from '../database/connection.ts';
import type { TableFacts } from './catalogue.ts';
import type { Hole } from './hole.ts';
import { type Hiding, hidingWords, type Row, twinId } from './plant.ts';
import type { World } from './world.ts';

/** What the server answers where a policy or a grant forbids it. */
const forbidden = '42501';

export async function proveDatabase(world: World): Promise<Hole[]> {
  const holes: Hole[] = [];
  for (const table of world.tables.filter(({ class: kind }) => kind.startsWith('tenant'))) {
    holes.push(
      ...(await unseen(world, table, table.name, 'row')),
      ...(table.twin ? await unseen(world, table, `${table.name}_history`, 'history') : []),
      ...(await seen(world, table)),
      ...(await unwritten(world, table, table.name)),
      ...(table.twin ? await unwritten(world, table, `${table.name}_history`) : []),
    );
  }
  return holes;
}

/** Carries something out as the application in the first reader's context, and takes it back. */
function asReader<T>(world: World, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return world.with.house.pool.transaction(async (transaction) => {
    await transaction.text('select kernel.set_context($1, $2)', [
      world.partnershipId,
      world.openCircles.join(),
    ]);
    return work(transaction);
  });
}

function hiddenIn(world: World, table: TableFacts): [Hiding, string[]][] {
  return [...world.hidden]
    .filter(([hiding]) => hiding !== 'beside')
    .map(([hiding, planted]): [Hiding, string[]] => [
      hiding,
      [...planted].filter(([, name]) => name === table.name).map(([id]) => id),
    ])
    .filter(([hiding, ids]) => ids.length > 0 || hiding === 'elsewhere');
}

async function unseen(
  world: World,
  table: TableFacts,
  name: string,
  way: 'row' | 'history',
): Promise<Hole[]> {
  const holes: Hole[] = [];
  for (const [hiding, ids] of hiddenIn(world, table)) {
    const found = await asReader(world, (transaction) =>
      hiding === 'elsewhere'
        ? transaction.text(`select 1 from ${name} where partnership_id <> $1 limit 1`, [world.partnershipId])
        : transaction.text(`select 1 from ${name} where id = any($1) limit 1`, [ids]),
    );
    if (found.length > 0)
      holes.push({ way, where: name, hiding, what: `rows of ${hidingWords[hiding]} can be read` });
  }
  return holes;
}

/** A proof that sees nothing at all would prove nothing. */
async function seen(world: World, table: TableFacts): Promise<Hole[]> {
  const open = `partnership_id = $1${table.circled ? ' and (circle_id is null or circle_id = any($2))' : ' and $2::uuid[] is not null'}`;
  const count = `select count(*)::int as there from ${table.name} where ${open}`;
  const values = [world.partnershipId, world.openCircles];
  const { rows } = await world.with.owner.query<{ there: number }>(count, values);
  const [read] = await asReader(world, (transaction) => transaction.text<{ there: number }>(count, values));
  if (read?.there === rows[0]?.there) return [];
  return [
    {
      way: 'lost',
      where: table.name,
      what: `${rows[0]?.there} rows are open to the reader, who sees ${read?.there}`,
    },
  ];
}

async function unwritten(world: World, table: TableFacts, name: string): Promise<Hole[]> {
  const holes: Hole[] = [];
  const attempt = async (what: string, hiding: Hiding, sql: string, values: unknown[]) => {
    const written = await asReader(world, (transaction) => transaction.text(sql, values)).then(
      (rows) => rows.length > 0 || !sql.includes('returning'),
      (error: { code?: string }) => error.code !== forbidden,
    );
    if (written)
      holes.push({ way: 'write', where: name, hiding, what: `a row can be ${what} ${hidingWords[hiding]}` });
  };
  for (const [hiding] of hiddenIn(world, table)) {
    const hidden = await rowOf(world, table, hiding);
    if (hidden === undefined) continue;
    const key = 'id' in hidden ? 'id' : 'partnership_id';
    await attempt(
      'changed in',
      hiding,
      `update ${name} set partnership_id = partnership_id where ${key} = $1 returning 1`,
      [hidden[key]],
    );
    const added = { ...hidden, ...('id' in hidden ? { id: twinId('attempt', String(hidden['id'])) } : {}) };
    // Nothing is asked back of these two: what they return would have to pass the policy for reading as well.
    await attempt('added to', hiding, insertOf(table, name), [JSON.stringify(added)]);
    if ((await rowOf(world, table, 'own')) === undefined) continue;
    const moved = hiding === 'elsewhere' ? 'partnership_id' : 'circle_id';
    await attempt('moved to', hiding, `update ${name} set ${moved} = $1`, [hidden[moved]]);
  }
  return holes;
}

const insertOf = (table: TableFacts, name: string) => {
  const names = table.columns.filter((column) => !column.generated).map((column) => `"${column.name}"`);
  return `insert into ${name} (${names.join()}) select ${names.join()} from jsonb_populate_record(null::${table.name}, $1::jsonb)`;
};

/** One row that is hidden in this way, or (`own`) one that the reader may see. */
async function rowOf(world: World, { name, circled }: TableFacts, hiding: Hiding): Promise<Row | undefined> {
  const planted = [...(world.hidden.get(hiding) ?? [])].find(([, table]) => table === name)?.[0];
  const [condition, value] =
    planted !== undefined
      ? ['id = $1', planted]
      : hiding === 'elsewhere'
        ? ['partnership_id <> $1', world.partnershipId]
        : [`partnership_id = $1${circled ? ' and circle_id is null' : ''}`, world.partnershipId];
  const { rows } = await world.with.owner.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${name} t where ${condition} limit 1`,
    [value],
  );
  return rows[0]?.row;
}
