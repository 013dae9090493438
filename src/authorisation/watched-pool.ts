// A pool that leaves no trace and remembers what was asked: every transaction is carried out and then rolled back, so that
// one and the same world can be asked a thousand times, also by commands; and the statements that were sent are listed,
// because work that is done only for a record that exists tells that it exists, as surely as words would.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, Transaction } from '../database/connection.ts';

export interface Watched {
  pool: Pool;
  /** Carries something out and gives the statements it sent, in their order. */
  listening<T>(work: () => Promise<T>): Promise<{ outcome: T; statements: string[] }>;
}

class Undone extends Error {}

export function watchedPool(pool: Pool): Watched {
  const listener = new AsyncLocalStorage<string[]>();
  const note = (sql: string) => listener.getStore()?.push(sql);
  return {
    async listening(work) {
      const statements: string[] = [];
      return { outcome: await listener.run(statements, work), statements };
    },
    pool: {
      ...pool,
      single(sql, values) {
        note(sql);
        return pool.single(sql, values);
      },
      async transaction<T>(work: (transaction: Transaction) => Promise<T>, within?: string): Promise<T> {
        let ended: { value: T } | { error: unknown } | undefined;
        await pool
          .transaction(async (transaction) => {
            ended = await work(heard(transaction, note)).then(
              (value) => ({ value }),
              (error: unknown) => ({ error }),
            );
            throw new Undone('Rolled back, as everything here is.');
          }, within)
          .catch((error: unknown) => {
            if (!(error instanceof Undone)) throw error;
          });
        if (ended === undefined) throw new Error('The transaction ended before its work.');
        if ('error' in ended) throw ended.error;
        return ended.value;
      },
    },
  };
}

function heard(transaction: Transaction, note: (sql: string) => void): Transaction {
  return {
    ...transaction,
    all(query) {
      note(query.compile().sql);
      return transaction.all(query);
    },
    text(sql, values) {
      note(sql);
      return transaction.text(sql, values);
    },
    atCommit(sql, values) {
      note(sql);
      transaction.atCommit(sql, values);
    },
  };
}
