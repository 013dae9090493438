// The rows of a table as bytes that are the same on every server: COPY's text form, in the order of the primary key, under
// settings that leave nothing to the server's own taste. What is hashed when a backup is made is hashed again after a restore.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { copyIn, copyOut } from '../database/copy.ts';
import { migrationLock } from '../database/migrate.ts';
import type { BackedUpTable } from './tables.ts';

/** A transaction in which every table is read as of one moment, whoever writes meanwhile; no migration runs beside it. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', migrationLock);
  await client.query('begin transaction isolation level repeatable read, read only');
  await settle(client);
}

/** Values as text: days and instants in ISO and UTC, numbers with every digit, nothing hidden by a policy. */
export async function settle(client: pg.Client): Promise<void> {
  const settings = {
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    TimeZone: 'UTC',
    client_encoding: 'UTF8',
    bytea_output: 'hex',
    extra_float_digits: '1',
    // Rows that a policy would hide are an error and not a gap.
    row_security: 'off',
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    transaction_timeout: '0',
    // On a distributed server: one connection to each node, so that all that is read there is of one moment.
    'citus.max_adaptive_executor_pool_size': '1',
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`set local ${name} = ${client.escapeLiteral(value)}`);
  }
}

export function rowsOf(
  client: pg.Client,
  { table, columns, order_by }: BackedUpTable,
): AsyncIterable<Buffer> {
  return copyOut(client, `copy (select ${listOf(columns)} from ${table} order by ${order_by}) to stdout`);
}

/** Resolves with the number of rows the server kept. */
export function loadRows(
  client: pg.Client,
  { table, columns }: Pick<BackedUpTable, 'table' | 'columns'>,
  rows: AsyncIterable<Uint8Array>,
): Promise<number> {
  return copyIn(client, `copy ${table} (${listOf(columns)}) from stdin`, rows);
}

/** Numbers that the database gives out go on after the highest one loaded. */
export async function continueNumbering(client: pg.Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname as column,
       pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) as sequence
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname || '.' || c.relname = any($1) and pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) is not null`,
    [tables],
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval($1, coalesce(max("${column}"), 1), max("${column}") is not null) from ${table}`,
      [sequence],
    );
  }
}

export interface Tally {
  rows: number;
  sha256: string;
}

/** Counts and hashes rows as they pass; `result` is right once all have passed. */
export function tallying(): { pass(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer>; result(): Tally } {
  const hash = createHash('sha256');
  let counted = 0;
  return {
    async *pass(rows) {
      for await (const chunk of rows) {
        hash.update(chunk);
        counted += lineBreaksIn(chunk);
        yield chunk;
      }
    },
    result: () => ({ rows: counted, sha256: hash.digest('hex') }),
  };
}

/** In COPY's text form every row ends with the only line break it holds. */
function lineBreaksIn(chunk: Buffer): number {
  let found = 0;
  for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) found += 1;
  return found;
}

const listOf = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');
