// Which tables a backup holds, their columns, and the order in which they can be loaded again: read from the database's
// own catalogue and held against the registry, so that no table is ever left out without anybody having decided it.
import type pg from 'pg';
import { notBackedUp, tableClasses } from '../database/table-classes.ts';
import { BackupProblem } from './format.ts';

export interface BackedUpTable {
  table: string;
  /** All but generated ones, which the database computes again. */
  columns: string[];
  /** The primary key as an ordering that is the same on every server, whatever its collations. */
  order_by: string;
}

interface FoundTable {
  table: string;
  columns: string[];
  key: { column: string; is_text: boolean }[];
  /** Tables that must have been loaded before: foreign keys that are checked at once. */
  after: string[];
}

export interface TablesOfDatabase {
  /** In an order in which each can be loaded. */
  tables: BackedUpTable[];
  left_out: { table: string; reason: string }[];
}

/** Throws BackupProblem when the database holds a table that the registry does not know. */
export async function tablesOf(client: pg.Client): Promise<TablesOfDatabase> {
  const found = (await readCatalogue(client)).filter(({ table }) => table !== 'public.migration');
  const unknown = found.filter(({ table }) => registered(table) === undefined);
  if (unknown.length > 0) {
    throw new BackupProblem(
      `This copy of Golden Thread does not know ${unknown.map(({ table }) => table).join(', ')}, so a backup might leave something out. Use the copy that made this database, or a later one.`,
    );
  }
  const reasonOf = (table: string) => leftOut[table];
  const kept = found.filter(({ table }) => reasonOf(table) === undefined);
  return {
    tables: loadable(kept).map(({ table, columns, key }) => ({
      table,
      columns,
      order_by: orderOf(table, key),
    })),
    left_out: found.flatMap(({ table }) => {
      const reason = reasonOf(table);
      return reason === undefined ? [] : [{ table, reason }];
    }),
  };
}

const classes: Record<string, string | undefined> = tableClasses;
const leftOut: Record<string, string | undefined> = notBackedUp;

/** A history twin is registered with its table. */
function registered(table: string): string | undefined {
  return classes[table] ?? classes[table.replace(/_history$/, '')];
}

const schemas = [...new Set(Object.keys(tableClasses).map((table) => table.split('.')[0]))];

/** What an extension or the operator keeps in `public`, or in schemas that are not ours, is not ours to back up. */
async function readCatalogue(client: pg.Client): Promise<FoundTable[]> {
  const { rows } = await client.query<FoundTable>(
    `select n.nspname || '.' || c.relname as table,
       (select json_agg(a.attname order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(json_agg(json_build_object('column', a.attname, 'is_text', a.attcollation <> 0) order by k.at), '[]')
         from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k (attnum, at)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key,
       (select coalesce(json_agg(distinct rn.nspname || '.' || r.relname), '[]') from pg_constraint f
         join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid and not f.condeferred) as after
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
       and (n.nspname <> 'public' or c.relname = 'migration')
     order by 1`,
    [schemas],
  );
  return rows;
}

/** Each table after those its rows point to. A key of a table to itself is checked when all its rows are there. */
function loadable(tables: FoundTable[]): FoundTable[] {
  const ordered: FoundTable[] = [];
  let left = tables;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ table }) => table));
    const ready = left.filter(({ after }) => !after.some((table) => waiting.has(table)));
    if (ready.length === 0) {
      throw new BackupProblem(
        `${[...waiting].join(', ')} point at each other by foreign keys that are checked at once, so no order can load them. Make one of the keys deferrable initially deferred.`,
      );
    }
    ordered.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}

function orderOf(table: string, key: FoundTable['key']): string {
  if (key.length === 0)
    throw new BackupProblem(`${table} has no primary key, so its rows have no order to be compared in.`);
  return key.map(({ column, is_text }) => `"${column}"${is_text ? ' collate "C"' : ''}`).join(', ');
}
