// The one writing function of every room. A row, its history and the note for the audit trail are one act: the
// statement that writes a row writes the same revision into its history twin (design 4).
import type { Insertable, Updateable } from 'kysely';
import type { Transaction } from '../../database/connection.ts';
import type { Database } from '../../database/tables.ts';
import type { Ref } from '../evidence/evidence.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { newId } from '../records/identity.ts';
import { meanwhileOf } from './meanwhile.ts';
import type { TenantTable } from './reads.ts';
import { ChangedMeanwhile, Conflict, NotFound } from './refusals.ts';

/** Tenant tables with a history twin: those whose rows carry a revision. */
export type RecordTable = {
  [T in TenantTable]: Database[T] extends { revision: unknown }
    ? T extends `${string}_history`
      ? never
      : T
    : never;
}[TenantTable] &
  string;

type Kept = 'partnership_id' | 'id' | 'revision' | 'entry_id';

export interface Writes {
  /** Adds a row; gives its id. Unknown columns do not compile, missing ones are refused by the database. */
  insert<T extends RecordTable>(
    table: T,
    row: Omit<Insertable<Database[T]>, Kept> & { id?: string },
  ): Promise<string>;
  /**
   * Changes a row. With `seen`, somebody else's change in between is a Conflict that says so.
   * Throws NotFound where the row does not exist or may not be seen, and Conflict where it was disposed of.
   */
  update<T extends RecordTable>(
    table: T,
    id: string,
    change: Omit<Updateable<Database[T]>, Kept>,
    seen?: number,
  ): Promise<void>;
  /** Puts work into the outbox; it happens only if the command is committed. */
  enqueue(kind: string, payload: Record<string, unknown>): Promise<void>;
}

/** What a command touched, for its audit entry: references and the names of fields, never values. */
export interface Touched {
  refs: Set<Ref>;
  fields: Set<string>;
}

export function conceptOf(table: string): string {
  return table.replaceAll('_', '-');
}

export function writesFor(
  transaction: Transaction,
  partnershipId: string,
  entryId: string,
  touched: Touched,
): Writes {
  return {
    async insert(table, row) {
      const { id = newId(), ...rest } = row as { id?: string } & Record<string, unknown>;
      const names = Object.keys(rest).filter((name) => rest[name] !== undefined);
      const values = names.map((name) => stored(rest[name]));
      const places = names.map((_, i) => `$${i + 4}`);
      note(touched, table, id, names);
      await transaction.text(
        `with written as (insert into ${table} (partnership_id, id, revision, entry_id${list(names)}) ` +
          `values ($1, $2, 1, $3${list(places)}) returning *) insert into ${table}_history select * from written`,
        [partnershipId, id, entryId, ...values],
      );
      return id;
    },

    async update(table, id, change, seen) {
      const rest = change as Record<string, unknown>;
      const names = Object.keys(rest).filter((name) => rest[name] !== undefined);
      const values = names.map((name) => stored(rest[name]));
      const sets = names.map((name, i) => `${quoted(name)} = $${i + 4}`);
      note(touched, table, id, names);
      const written = await transaction.text(
        `with written as (update ${table} set revision = revision + 1, entry_id = $3${sets.map((s) => `, ${s}`).join('')} ` +
          `where partnership_id = $1 and id = $2${seen === undefined ? '' : ` and revision = $${names.length + 4}`} ` +
          `and not exists (select from information.disposed d where d.partnership_id = $1 and d.ref = '${conceptOf(table)}/' || $2) ` +
          `returning *) insert into ${table}_history select * from written returning revision`,
        [partnershipId, id, entryId, ...values, ...(seen === undefined ? [] : [seen])],
      );
      if (written.length === 1) return;
      await refuseDisposed(transaction, partnershipId, `${conceptOf(table)}/${id}`);
      const meanwhile = await meanwhileOf(transaction, partnershipId, table, id, seen);
      if (meanwhile === undefined) throw new NotFound();
      throw new ChangedMeanwhile(meanwhile);
    },

    async enqueue(kind, payload) {
      await transaction.text('insert into kernel.job (partnership_id, kind, payload) values ($1, $2, $3)', [
        partnershipId,
        kind,
        JSON.stringify(payload),
      ]);
    },
  };
}

/** Whoever still had it open, or a program that knows its id, would bring back what is gone for good. */
async function refuseDisposed(transaction: Transaction, partnershipId: string, record: Ref): Promise<void> {
  const [gone] = await transaction.text<{ disposed_on: string }>(
    'select disposed_on from information.disposed where partnership_id = $1 and ref = $2',
    [partnershipId, record],
  );
  if (gone === undefined) return;
  throw new Conflict(
    `This record was disposed of on ${showDay(gone.disposed_on)}, because it was kept long enough. It cannot be filled again; if it is needed once more, begin a new one.`,
  );
}

function note(touched: Touched, table: string, id: string, names: string[]): void {
  touched.refs.add(`${conceptOf(table)}/${id}`);
  for (const name of names) touched.fields.add(name);
}

function list(parts: string[]): string {
  return parts.map((part) => `, ${part.startsWith('$') ? part : quoted(part)}`).join('');
}

/** Column names come from code, never from people; a name that is not one is a fault. */
function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`Not a column name: ${name}`);
  return `"${name}"`;
}

/** Objects go to jsonb as text; lists of text stay lists (text[] columns) unless they hold objects or lists. */
function stored(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value;
  return JSON.stringify(value);
}
