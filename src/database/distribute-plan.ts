// The statements that spread this schema over several machines with the Citus extension, in the order that was measured to
// work: shared tables become reference tables, tenant tables are distributed by partnership_id and lie together, local ones
// stay on the coordinator and are made known to it. Read from the registry of table classes and the database's own catalogue.
import type pg from 'pg';
import { StartProblem } from '../configuration.ts';
import { type TableClass, tableClasses } from './table-classes.ts';

export interface Step {
  /** What it is for, in a few words. */
  what: string;
  sql: string;
}

type Class = TableClass | 'twin';
interface Table {
  name: string;
  class: Class;
}
interface Reference {
  name: string;
  from: string;
  to: string;
  definition: string;
}

/** @throws {StartProblem} for a table that the registry does not know, and for references that go round in a circle */
export async function planDistribution(
  client: pg.ClientBase,
  classes: Record<string, TableClass | undefined> = tableClasses,
): Promise<Step[]> {
  const tables = await readTables(client, classes);
  const references = await readReferences(client);
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  const of = (...wanted: Class[]) =>
    inOrder(
      tables.filter((table) => wanted.includes(table.class)).map(({ name }) => name),
      references,
    );
  const shared = of('shared');
  const tenant = of('tenant', 'tenant-append-only', 'tenant-machinery', 'twin');
  const local = of('local');
  const bound = references.filter(({ from }) => local.includes(from));
  const text = (name: string) => client.escapeLiteral(name);

  return [
    // The context of a transaction (app.partnership_id) must reach the machine where the rows lie.
    {
      what: 'settings of every machine',
      sql: `alter database ${client.escapeIdentifier(rows[0]?.database ?? '')} set citus.propagate_set_commands = 'local'`,
    },
    // Otherwise the first call would make every table that is linked to it a local one.
    { what: 'settings of this session', sql: 'set citus.enable_local_reference_table_foreign_keys = off' },
    ...bound.map(({ name, from }) => ({
      what: 'a local table lets go of its reference, until its target is in place',
      sql: `alter table ${from} drop constraint ${client.escapeIdentifier(name)}`,
    })),
    ...shared.map((name) => ({ what: 'shared', sql: `select create_reference_table(${text(name)})` })),
    ...tenant.map((name, i) => ({
      what: 'tenant',
      sql: `select create_distributed_table(${text(name)}, 'partnership_id'${
        i === 0 ? '' : `, colocate_with := ${text(tenant[0] ?? '')}`
      })`,
    })),
    ...local.map((name) => ({
      what: 'local',
      sql: `select citus_add_local_table_to_metadata(${text(name)})`,
    })),
    // The rows were copied to the machines; what is left of them here is never read again.
    ...[...tenant, ...shared].map((name) => ({
      what: 'old rows on the coordinator',
      sql: `select truncate_local_data_after_distributing_table(${text(name)})`,
    })),
    ...bound.map(({ name, from, definition }) => ({
      what: 'the reference is taken up again',
      sql: `alter table ${from} add constraint ${client.escapeIdentifier(name)} ${definition}`,
    })),
  ];
}

async function readTables(
  client: pg.ClientBase,
  classes: Record<string, TableClass | undefined>,
): Promise<Table[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`,
  );
  const classOf = (name: string): Class | undefined => {
    const own = classes[name];
    if (own !== undefined) return own;
    const kept = name.replace(/_history$/, '');
    return kept !== name && classes[kept] === 'tenant' ? 'twin' : undefined;
  };
  const unknown = rows.filter(({ name }) => classOf(name) === undefined).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new StartProblem(
      `The registry of tables does not know ${unknown.join(', ')}, so nothing was planned. Add each to src/database/table-classes.ts with its class, or drop it if it is not Golden Thread’s.`,
    );
  }
  return rows.map(({ name }) => ({ name, class: classOf(name) ?? 'local' }));
}

async function readReferences(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select k.conname as name, pg_get_constraintdef(k.oid) as definition,
       fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
     from pg_constraint k
       join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
       join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conparentid = 0 order by 3, 1`,
  );
  return rows;
}

/** Whatever is referred to comes first; otherwise by name, so that the plan is the same each time. */
function inOrder(names: string[], references: Reference[]): string[] {
  const ordered: string[] = [];
  const left = new Set(names);
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !references.some(({ from, to }) => from === name && to !== name && left.has(to)),
    );
    if (free.length === 0) {
      throw new StartProblem(
        `The tables ${[...left].join(', ')} refer to each other in a circle, so none of them can be distributed first.`,
      );
    }
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}
