// Hidden records, made from visible ones: each row of the demonstration has a twin in a circle that the reader is not in
// and a twin in another partnership, alike in everything but its ids. So whatever shows, counts or finds a visible record
// would show, count or find its twin too if nothing held it back. Planted by the tables' owner, whom no policy binds.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { TableFacts } from './catalogue.ts';

export type Row = Record<string, unknown>;

/** How a twin is hidden from the reader; `own` is not: the reader is in that circle. */
export type Hiding = 'own' | 'not-in' | 'ended' | 'expired' | 'elsewhere' | 'beside';

export const hidingWords: Record<Hiding, string> = {
  own: 'a circle of one’s own',
  'not-in': 'a circle one is not in',
  ended: 'a circle one’s membership of which ended',
  expired: 'a circle that emergency access opened until an hour ago',
  elsewhere: 'another partnership',
  beside: 'what points at a record one may not see',
};

/** The twin's id for the id of a visible row; sorts beside it, because lists show the latest ids first. */
export function twinId(hiding: string, id: string): string {
  const hex = createHash('sha256').update(`${hiding} ${id}`).digest('hex');
  return `${id.slice(0, 15)}${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export interface Planting {
  owner: pg.Client;
  tables: readonly TableFacts[];
  /** The rows as they were before anything was planted. */
  rows: ReadonlyMap<string, readonly Row[]>;
  partnershipId: string;
}

/** Where each planted row is: its table by its id. */
export type Planted = Map<string, string>;

export async function readRows(
  owner: pg.Client,
  tables: readonly TableFacts[],
  partnershipId: string,
): Promise<Map<string, Row[]>> {
  const rows = new Map<string, Row[]>();
  for (const { name } of tables) {
    const found = await owner.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${name} t where partnership_id = $1`,
      [partnershipId],
    );
    rows.set(
      name,
      found.rows.map(({ row }) => row),
    );
  }
  return rows;
}

/** Twins of everything that can be in a circle, in this one. `most`: at most so many of each table, and what they refer to. */
export async function plantInCircle(
  planting: Planting,
  hiding: Hiding,
  circleId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Planted> {
  const { tables, rows } = planting;
  const circled = tables.filter((table) => table.circled);
  const chosen = closed(
    planting,
    new Set(circled.flatMap(({ name }) => (rows.get(name) ?? []).slice(0, most).map(idOf))),
  );
  const planted: Planted = new Map();
  for (const table of circled) {
    const twins = (rows.get(table.name) ?? [])
      .filter((row) => chosen.has(idOf(row)))
      .map((row) => ({ ...mapped(row, hiding, chosen), circle_id: circleId }));
    for (const id of await insertRows(planting.owner, table, distinct(table, twins, hiding))) {
      planted.set(id, table.name);
    }
  }
  return planted;
}

/**
 * Registers of what was done about a record, for those who answer for it: they are meant to say that it was done, whoever
 * may see the record, and hold nothing that it says.
 */
const registers = new Set(['circles.emergency_access', 'kernel.guest_link', 'information.disposed']);

/**
 * Rows without a circle of their own that name a hidden record: links and connections with one end hidden or both, and
 * files whose own circle was forgotten. Their rows are open to the partnership, so every operation has to ask for the ends.
 */
export async function plantBeside(planting: Planting, hiding: Hiding): Promise<Planted> {
  const { tables, rows } = planting;
  const hidden = new Set(
    tables.filter((t) => t.circled).flatMap(({ name }) => (rows.get(name) ?? []).map(idOf)),
  );
  const planted: Planted = new Map();
  for (const table of tables.filter(
    (t) => t.twin && (!t.circled || t.name === 'kernel.file') && !registers.has(t.name),
  )) {
    const there = rows.get(table.name) ?? [];
    const twins = [
      ...there.flatMap((row) => besides(row, pointing(there), hiding, hidden)),
      ...crossings(there, pointing(there), hiding, hidden),
    ];
    const made = await insertRows(planting.owner, table, distinct(table, twins, 'beside'));
    for (const id of made) planted.set(id, table.name);
  }
  return planted;
}

/** One for each column that names a record with a twin, and one with all of them. */
function besides(row: Row, columns: readonly string[], hiding: Hiding, hidden: ReadonlySet<string>): Row[] {
  const naming = columns.filter((name) => idsIn(row[name]).some((id) => hidden.has(id)));
  const choices = naming.length > 1 ? [naming, ...naming.map((name) => [name])] : [naming];
  return choices
    .filter((names) => names.length > 0)
    .map((names) =>
      beside(
        row,
        Object.fromEntries(names.map((name) => [name, mapped(row[name], hiding, hidden)])),
        names.length === naming.length ? '' : names.join(),
      ),
    );
}

function beside(row: Row, change: Row, apart: string): Row {
  return {
    ...row,
    ...change,
    ...('circle_id' in row ? { circle_id: null } : {}),
    id: twinId(`beside${apart}`, idOf(row)),
  };
}

/** Columns whose text is a reference to a record. */
function pointing(rows: readonly Row[]): string[] {
  const names = Object.keys(rows[0] ?? {});
  return names.filter((name) =>
    rows.some(({ [name]: value }) => typeof value === 'string' && wholeRef.test(value)),
  );
}

const wholeRef = new RegExp(`^[a-z-]+\\.[a-z-]+/${uuids.source}$`);
const conceptOf = (ref: unknown) => String(ref).split('/')[0] ?? '';

/**
 * Of links with two ends: from each record that may be seen to a hidden one of each kind that such links lead to, and the
 * other way round, because "what has no link yet" is a list as well.
 */
function crossings(
  rows: readonly Row[],
  columns: readonly string[],
  hiding: Hiding,
  hidden: ReadonlySet<string>,
): Row[] {
  const [one, other] = columns;
  if (one === undefined || other === undefined) return [];
  return [
    [one, other],
    [other, one],
  ].flatMap(([near = '', far = '']) => {
    const pairs = Map.groupBy(
      rows.filter((row) => hidden.has(idsIn(row[far])[0] ?? '')),
      (row) => `${conceptOf(row[near])} ${conceptOf(row[far])}`,
    );
    const nears = [...new Set(rows.flatMap((row) => [String(row[one]), String(row[other])]))];
    return nears.flatMap((ref) =>
      [...pairs].flatMap(([pair, [row]]) =>
        row !== undefined && pair.startsWith(`${conceptOf(ref)} `)
          ? [beside(row, { [near]: ref, [far]: mapped(row[far], hiding, hidden) }, `${ref} ${pair} ${near}`)]
          : [],
      ),
    );
  });
}

/** The whole partnership again, as another one. */
export async function plantElsewhere(planting: Planting, shortName: string): Promise<Planted> {
  const { owner, tables, rows, partnershipId } = planting;
  const known = new Set([
    partnershipId,
    ...[...rows.values()].flat().flatMap((row) => (row['id'] ? [idOf(row)] : [])),
  ]);
  const elsewhere = twinId('elsewhere', partnershipId);
  await owner.query(
    `insert into kernel.partnership (id, short_name, name, kind, demonstration)
     select $1, $2, name, kind, demonstration from kernel.partnership where id = $3`,
    [elsewhere, shortName, partnershipId],
  );
  const planted: Planted = new Map([[elsewhere, 'kernel.partnership']]);
  for (const table of tables) {
    const twins = (rows.get(table.name) ?? []).map((row) => mapped(row, 'elsewhere', known));
    const made = await insertRows(owner, table, distinct(table, twins, 'elsewhere'));
    for (const id of made) planted.set(id, table.name);
  }
  return planted;
}

/**
 * Gives the ids of the rows that could be added: where there may be only one of its kind (one seal for each edition) a twin
 * in the same partnership cannot be.
 */
export async function insertRows(
  owner: pg.Client,
  table: TableFacts,
  rows: readonly Row[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const names = table.columns.filter((column) => !column.generated).map(({ name }) => `"${name}"`);
  const insert = (into: string) =>
    owner.query<{ row: Row }>(
      `insert into ${into} as t (${names.join()})
       select ${names.join()} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)
       on conflict do nothing returning to_jsonb(t) as row`,
      [JSON.stringify(rows)],
    );
  try {
    if (table.twin) await insert(`${table.name}_history`);
    return (await insert(table.name)).rows.flatMap(({ row }) => (row['id'] ? [idOf(row)] : []));
  } catch (cause) {
    throw new Error(`No row could be made for ${table.name}`, { cause });
  }
}

/** Text that must be unique in its partnership is told apart; elsewhere the partnership tells it apart already. */
function distinct(table: TableFacts, rows: readonly Row[], hiding: Hiding): Row[] {
  if (hiding === 'elsewhere' && table.class !== 'local') return [...rows];
  return rows.map((row) => {
    const apart = new Set(
      table.uniques.flatMap((columns) => {
        if (columns.some((name) => name === 'id' || idsIn(row[name]).length > 0)) return [];
        return columns.filter((name) => typeof row[name] === 'string').slice(-1);
      }),
    );
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        apart.has(name) ? `${String(value)} ${hiding}` : value,
      ]),
    );
  });
}

/** With everything in circles that the chosen rows refer to. */
function closed({ tables, rows }: Planting, chosen: Set<string>): Set<string> {
  const all = new Map(
    tables.filter((t) => t.circled).flatMap(({ name }) => (rows.get(name) ?? []).map((r) => [idOf(r), r])),
  );
  const queue = [...chosen];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const other of idsIn(all.get(id))) {
      if (!all.has(other) || chosen.has(other)) continue;
      chosen.add(other);
      queue.push(other);
    }
  }
  return chosen;
}

/** The value with each of these ids replaced by its twin's, also inside texts and documents. */
function mapped<T>(value: T, hiding: Hiding, ids: ReadonlySet<string>): T {
  const text = JSON.stringify(value).replaceAll(uuids, (id) => (ids.has(id) ? twinId(hiding, id) : id));
  return JSON.parse(text) as T;
}

export function idsIn(value: unknown): string[] {
  return value === undefined ? [] : [...(JSON.stringify(value).match(uuids) ?? [])];
}

export function idOf(row: Row): string {
  return String(row['id']);
}
