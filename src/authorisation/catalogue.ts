// The tables of the house as PostgreSQL itself describes them, so that the proof covers a new table without a line written
// for it: columns, code lists of its checks, what it refers to, and what must be unique.
import type pg from 'pg';
import { tableClasses } from '../database/table-classes.ts';

export interface Column {
  name: string;
  type: string;
  not_null: boolean;
  /** The database fills it itself. */
  generated: boolean;
  has_default: boolean;
  /** The values its check allows, where it is a code list. */
  codes: string[];
  /** Some check speaks of it. */
  checked: boolean;
}

export interface Reference {
  columns: string[];
  to: string;
}

export interface TableFacts {
  name: string;
  /** Of the register of table classes; `local` ones are here only where their rows name a partnership. */
  class: string;
  columns: Column[];
  references: Reference[];
  /** Columns of each unique index besides the partnership. */
  uniques: string[][];
  /** Its rows may be in a circle. */
  circled: boolean;
  /** It has a history twin. */
  twin: boolean;
}

const statement = `
  select n.nspname || '.' || c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'not_null', a.attnotnull,
        'generated', a.attgenerated <> '' or a.attidentity <> '', 'has_default', a.atthasdef) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(pg_get_constraintdef(k.oid)), '[]') from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c') as checks,
    (select coalesce(json_agg(json_build_object('to', tn.nspname || '.' || t.relname, 'columns',
        (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey)))), '[]')
      from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where k.conrelid = c.oid and k.contype = 'f') as references,
    (select coalesce(json_agg((select json_agg(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum = any(i.indkey::int2[]))), '[]')
      from pg_index i where i.indrelid = c.oid and i.indisunique) as uniques
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname || '.' || c.relname = any($1)`;

interface Row {
  name: string;
  columns: Omit<Column, 'codes' | 'checked'>[];
  checks: string[];
  references: Reference[];
  uniques: string[][];
}

/** Every table whose rows belong to a partnership; each after those that it refers to. */
export async function readTables(owner: pg.Client): Promise<TableFacts[]> {
  const { rows } = await owner.query<Row>(statement, [Object.keys(tableClasses)]);
  const classes = tableClasses as Record<string, string>;
  const tables = rows
    .map(({ checks, ...row }) => ({
      ...row,
      class: classes[row.name] ?? '',
      columns: row.columns.map((column) => ({
        ...column,
        codes: codesOf(column.name, checks),
        checked: checks.some((check) => new RegExp(`\\b${column.name}\\b`).test(check)),
      })),
      // A row's history names the audit entry of the act that wrote it.
      references: [
        ...row.references.filter(({ to }) => !to.endsWith('_history')),
        ...(classes[row.name] === 'tenant' ? [{ to: 'kernel.audit_entry', columns: ['entry_id'] }] : []),
      ],
      uniques: row.uniques
        .map((columns) => columns.filter((name) => name !== 'partnership_id'))
        .filter((columns) => columns.length > 0),
      circled: row.columns.some(({ name }) => name === 'circle_id'),
      twin: classes[row.name] === 'tenant',
    }))
    .filter(({ columns }) => columns.some(({ name }) => name === 'partnership_id'));
  return inOrder(tables);
}

/** `kind = ANY (ARRAY['a'::text, 'b'::text])` and `kind = 'a'::text`, as PostgreSQL prints a check. */
function codesOf(column: string, checks: readonly string[]): string[] {
  const list = new RegExp(`\\(${column} = (?:ANY \\(ARRAY\\[([^\\]]+)\\]|('[^']*')::text)`);
  const found = checks.flatMap((check) => {
    const match = list.exec(check);
    return match === null ? [] : [match[1] ?? match[2] ?? ''];
  });
  return [...(found[0] ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}

function inOrder(tables: TableFacts[]): TableFacts[] {
  const ordered: TableFacts[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const free = [...left.values()].filter(({ name, references }) =>
      references.every(({ to }) => to === name || !left.has(to)),
    );
    if (free.length === 0)
      throw new Error(`These tables refer to each other: ${[...left.keys()].join(', ')}`);
    for (const table of free) left.delete(table.name);
    ordered.push(...free.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  }
  return ordered;
}
