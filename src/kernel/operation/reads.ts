// Reads of one transaction. Every statement names the partnership besides the policies that enforce it
// (schema rules R10), so `from` starts each query with it.
import type { Compilable, SelectQueryBuilder } from 'kysely';
import { type Transaction, tables } from '../../database/connection.ts';
import type { Database } from '../../database/tables.ts';
import { NotFound } from './refusals.ts';

/** Tables that belong to a partnership. */
export type TenantTable = {
  [T in keyof Database]: Database[T] extends { partnership_id: unknown } ? T : never;
}[keyof Database];

export interface Reads {
  /** Starts a select on a tenant table, already narrowed to the partnership. Join on partnership_id too. */
  from<T extends TenantTable & string>(table: T): SelectQueryBuilder<Database, T, object>;
  all<O>(query: Compilable<O>): Promise<O[]>;
  /** The only row, or undefined. */
  find<O>(query: Compilable<O>): Promise<O | undefined>;
  /** The only row, or the refusal NotFound. */
  one<O>(query: Compilable<O>): Promise<O>;
  text<O extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<O[]>;
}

/** What reads need of a transaction. */
type Asked = Pick<Transaction, 'all' | 'text'>;

/** Whoever reads a whole trail asks for it part by part and lets go of each. */
const keptRows = 1_000;

/**
 * The same, for a query: nothing is written between its reads, so what several rooms ask in the same words is asked of the
 * database once.
 */
export function askedOnce(transaction: Transaction): Asked {
  const answers = new Map<string, Promise<unknown[]>>();
  const text = async <O extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<O[]> => {
    const question = JSON.stringify([sql, values]);
    const answer = answers.get(question) ?? transaction.text<O>(sql, values);
    answers.set(question, answer);
    const rows = (await answer) as O[];
    if (rows.length > keptRows) answers.delete(question);
    return [...rows];
  };
  return {
    text,
    all(query) {
      const { sql, parameters } = query.compile();
      return text<never>(sql, [...parameters]);
    },
  };
}

export function readsFor(transaction: Asked, partnershipId: string): Reads {
  return {
    from(table) {
      const start = tables.selectFrom(table as never) as unknown as SelectQueryBuilder<
        Database,
        never,
        object
      >;
      return start.where(`${table}.partnership_id` as never, '=', partnershipId as never) as never;
    },
    all: (query) => transaction.all(query),
    async find(query) {
      return (await transaction.all(query))[0];
    },
    async one(query) {
      const row = (await transaction.all(query))[0];
      if (row === undefined) throw new NotFound();
      return row;
    },
    text: (sql, values) => transaction.text(sql, values),
  };
}
