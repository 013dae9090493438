// Rows thought up from nothing but a table's description, for tables that the demonstration leaves empty: so that they
// too have something to hide.
import type pg from 'pg';
import type { Column, TableFacts } from './catalogue.ts';
import { idOf, insertRows, type Planting, type Row, twinId } from './plant.ts';

interface Given {
  partnership_id: string;
  id: string;
  entry_id: string;
  circle_id: string | null;
  /** What a text that is a reference points at. */
  ref: string;
  /** The id of a row of a table that it refers to. */
  referred: (table: string) => string;
}

/** One row that the readers may see in each empty table; what can be in a circle is in this one, or in its parent's. */
export async function fillEmpty(
  { owner, tables, rows, partnershipId }: Planting,
  circleId: string,
): Promise<void> {
  const empty = tables.filter(({ class: kind, name }) => kind !== 'local' && rows.get(name)?.length === 0);
  for (const table of empty) {
    const choices = inventRows(table, {
      partnership_id: partnershipId,
      id: inventedId(table.name),
      entry_id: idOf(rows.get('kernel.audit_entry')?.[0] ?? {}),
      circle_id: circleOfParent(rows, table) ?? circleId,
      ref: `thread.finding/${idOf(rows.get('thread.finding')?.[0] ?? {})}`,
      // What is shared by all is the partnership itself.
      referred: (to) =>
        to === 'kernel.partnership'
          ? partnershipId
          : rows.get(to)?.[0]
            ? idOf(rows.get(to)?.[0] ?? {})
            : inventedId(to),
    });
    await insertFirstThatFits(owner, table, choices);
  }
}

/** A record's children carry its circle, so that a key of both says where they are. */
function circleOfParent(rows: Planting['rows'], { references }: TableFacts): string | undefined {
  const parent = references.find(
    ({ to, columns }) => to !== 'kernel.circle' && columns.includes('circle_id'),
  )?.to;
  const circle = parent === undefined ? undefined : rows.get(parent)?.[0]?.['circle_id'];
  return typeof circle === 'string' ? circle : undefined;
}

/** It follows from the table's name, so that others can refer to it. */
function inventedId(table: string): string {
  return twinId(table, '01990000-0000-7000-8000-000000000000');
}

async function insertFirstThatFits(
  owner: pg.Client,
  table: TableFacts,
  choices: readonly Row[],
): Promise<void> {
  let refused: unknown;
  for (const row of choices) {
    try {
      return void (await insertRows(owner, table, [row]));
    } catch (error) {
      refused ??= error;
    }
  }
  throw refused;
}

/**
 * What may be left out is left out. Checks often say what may stand beside what, so there is a row for every choice of
 * filling the optional columns that a check speaks of; one of them fits.
 */
function inventRows(table: TableFacts, given: Given): Row[] {
  const columns = table.columns.filter(({ generated }) => !generated);
  const open = columns.filter(({ checked, not_null }) => checked && !not_null).slice(0, 6);
  return Array.from({ length: 2 ** open.length }, (_, choice) => {
    const filled = new Set(open.filter((_column, i) => choice & (1 << i)).map(({ name }) => name));
    return Object.fromEntries(
      columns.map((column) => [column.name, valueOf(table, column, given, filled.has(column.name))]),
    );
  });
}

function valueOf(table: TableFacts, column: Column, given: Given, filled: boolean): unknown {
  const { name, not_null } = column;
  if (name === 'partnership_id' || name === 'id' || name === 'entry_id') return given[name];
  if (name === 'circle_id') return given.circle_id;
  if (name === 'revision') return 1;
  if (!not_null && !filled) return null;
  const reference = table.references.find(({ columns }) => columns.includes(name));
  if (reference !== undefined) {
    return reference.to === table.name ? null : given.referred(reference.to);
  }
  if (column.type === 'text' && /(^|_)ref$/.test(name)) return given.ref;
  return column.codes[0] ?? ofType(column.type);
}

function ofType(type: string): unknown {
  if (type === 'uuid') return '01990000-0000-7000-8000-00000000ffff';
  if (type === 'date') return '2025-06-01';
  if (type.startsWith('timestamp')) return '2025-06-01T09:00:00Z';
  if (type === 'boolean') return false;
  if (/^(integer|bigint|smallint|numeric|double precision|real)/.test(type)) return 1;
  if (type === 'jsonb' || type === 'json') return {};
  if (type === 'bytea') return '\\x00';
  if (type.endsWith('[]')) return type === 'text[]' ? ['planted'] : [];
  return 'planted';
}
