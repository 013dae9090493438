// Writes src/database/tables.ts, the row types of every table, from a migrated database, so that a column misspelt or
// forgotten anywhere is a compile error. Run `node src/database/row-types.ts --write` after a migration; a test compares.
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { testDatabase } from './testing.ts';

type Column = {
  table_schema: string;
  table_name: string;
  name: string;
  type: string;
  is_array: boolean;
  labels: string[] | null;
  is_nullable: boolean;
  has_default: boolean;
  is_computed: boolean;
};

// How src/database/connection.ts has the driver read each type: days and instants stay ISO text, amounts become numbers.
const textTypes = ['uuid', 'text', 'varchar', 'bpchar', 'name', 'citext', 'date', 'time', 'timestamptz'];
const otherTextTypes = ['tsvector', 'inet', 'daterange', 'tstzrange', 'int4range'];
const typeScriptTypes: Record<string, string> = {
  ...Object.fromEntries([...textTypes, ...otherTextTypes].map((type) => [type, 'string'])),
  ...Object.fromEntries(
    ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'].map((type) => [type, 'number']),
  ),
  bool: 'boolean',
  bytea: 'Uint8Array',
};
/** Of these the driver reads arrays as the elements are read; arrays of other types would come as something else. */
const elementTypes = ['uuid', 'text', 'varchar', 'date', 'int2', 'int4', 'float8', 'bool'];

const heading = `// Generated from the migrations by src/database/row-types.ts: run \`node src/database/row-types.ts --write\` after
// a change to migrations/, and do not edit. JSON columns are read as unknown, to be parsed, and written as JSON text.
`;

/** The whole text of tables.ts for the database at this address. */
export async function generateRowTypes(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Column>(
      `select n.nspname as table_schema, c.relname as table_name, a.attname as name,
         coalesce(element.typname, under.typname, t.typname) as type,
         element.oid is not null as is_array,
         (select array_agg(e.enumlabel::text order by e.enumsortorder)
            from pg_enum e where e.enumtypid = coalesce(element.oid, t.oid)) as labels,
         not (a.attnotnull or t.typnotnull) as is_nullable,
         a.atthasdef or a.attidentity = 'd' as has_default,
         a.attgenerated <> '' or a.attidentity = 'a' as is_computed
       from pg_class c
         join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         join pg_type t on t.oid = a.atttypid
         left join pg_type under on under.oid = nullif(t.typbasetype, 0)
         left join pg_type element on element.typarray = coalesce(under.oid, t.oid)
       where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       order by n.nspname collate "C", c.relname collate "C", a.attnum`,
    );
    return textOf(rows);
  } finally {
    await client.end();
  }
}

function textOf(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => `${column.table_schema}.${column.table_name}`);
  const body = [...tables]
    .map(([name, its]) => block(`export interface ${interfaceName(name)}`, its.map(line)))
    .concat(
      block(
        'export interface Database',
        [...tables.keys()].map((name) => `'${name}': ${interfaceName(name)}`),
      ),
    )
    .join('\n');
  const uses = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((type) => body.includes(`${type}<`));
  const imports = uses.length === 0 ? '' : `import type { ${uses.join(', ')} } from 'kysely';\n`;
  return `${heading}${imports}\n${body}`;
}

const block = (opening: string, lines: string[]) =>
  `${opening} {\n${lines.map((text) => `  ${text};\n`).join('')}}\n`;

/** 'governance.agency_name' is GovernanceAgencyName. */
const interfaceName = (table: string) =>
  table
    .split(/[._]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

function line(column: Column): string {
  return `${column.name}: ${typeOf(column)}`;
}

function typeOf(column: Column): string {
  const orNull = column.is_nullable ? ' | null' : '';
  if (!column.is_array && (column.type === 'jsonb' || column.type === 'json')) {
    if (column.is_computed) return 'GeneratedAlways<unknown>';
    const written = column.has_default || column.is_nullable ? `string${orNull} | undefined` : 'string';
    return `ColumnType<unknown, ${written}, string${orNull}>`;
  }
  const plain = column.labels?.map((label) => `'${label}'`).join(' | ') ?? typeScriptTypes[column.type];
  if (plain === undefined || (column.is_array && !elementTypes.includes(column.type))) {
    throw new Error(
      `${column.table_schema}.${column.table_name}.${column.name} is of type ${column.type}${column.is_array ? '[]' : ''}, for which src/database/row-types.ts has no TypeScript type: add it there and in connection.ts.`,
    );
  }
  const one = column.is_array ? `${plain.includes(' ') ? `(${plain})` : plain}[]` : plain;
  if (column.is_computed) return `GeneratedAlways<${one}${orNull}>`;
  return column.has_default ? `Generated<${one}${orNull}>` : `${one}${orNull}`;
}

if (import.meta.main && process.argv.includes('--write')) {
  const database = await testDatabase();
  try {
    writeFileSync(new URL('tables.ts', import.meta.url), await generateRowTypes(database.ownerUrl));
  } finally {
    await database.close();
  }
}
