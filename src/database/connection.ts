// The pool and the transaction. Statements of one transaction go out in a pipeline; a COMMIT that the server
// answers with ROLLBACK is a failure, never a success.
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import { beginWith, commitWith, type Statement } from './edge-statement.ts';
import type { Database } from './tables.ts';

/** Builds typed SQL; it never runs it. `tables.selectFrom('plan.priority')…` is given to a transaction. */
export const tables = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

// Days stay ISO text, instants become ISO text, whole and decimal numbers become numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export interface Pool {
  /** One statement by itself, for the local tables that are read before a partnership is known. */
  single<O extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<O[]>;
  /** One transaction; with `within`, in the context of that partnership from its first packet on. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, within?: string): Promise<T>;
  /** How busy it is at this moment. */
  counts(): { open: number; in_use: number; waiting: number; limit: number };
  close(): Promise<void>;
}

export interface Transaction {
  /** Runs built SQL and gives its rows. Statements sent without waiting travel together. */
  all<O>(query: Compilable<O>): Promise<O[]>;
  /** Runs SQL text with parameters; for the few statements a builder cannot say. */
  text<O extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<O[]>;
  /**
   * Keeps a statement for the very end: it leaves in one message with COMMIT, so that what it locks is locked no longer than
   * the commit takes. Where it fails nothing is committed, so it must fail when it did not do its work.
   */
  atCommit(sql: string, values: string[]): void;
}

export function openPool(url: string, size = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    application_name: 'golden-thread',
    options: '-c timezone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s',
  });
  // An idle connection that the server closes must not end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  // Nor one that is closed between two statements of a transaction: the next statement is refused, and that is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    async single(sql, values) {
      return (await pool.query({ text: sql, values, ...named(sql) })).rows;
    },
    async transaction(work, within) {
      const client = await pool.connect();
      let lost = false;
      try {
        return await runTransaction(client, work, within, () => {
          lost = true;
        });
      } finally {
        client.release(lost);
      }
    },
    counts: () => ({
      open: pool.totalCount,
      in_use: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
      limit: size,
    }),
    close: () => pool.end(),
  };
}

/** One connection as the owner of the tables, which no policy binds: for backup, restore and the operator's checks. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'golden-thread owner' });
  // A connection that breaks is told by the query that was waiting for it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function runTransaction<T>(
  client: pg.PoolClient,
  work: (transaction: Transaction) => Promise<T>,
  within: string | undefined,
  onLost: () => void,
): Promise<T> {
  const together = gathering(client);
  together();
  // The context is a statement of its own, as schema rule R5 asks. Where it fails, every later one does.
  const begun =
    within === undefined
      ? client.query('begin')
      : beginWith(client, {
          name: 'context',
          text: 'select kernel.set_context($1, $2)',
          values: [within, ''],
        });
  begun.catch(() => undefined);
  let last: Statement | undefined;
  const transaction: Transaction = {
    async all(query) {
      const { sql, parameters } = query.compile();
      together();
      const result = await client.query({ text: sql, values: parameters as unknown[], ...named(sql) });
      return result.rows as never[];
    },
    async text(sql, values) {
      together();
      const result = await client.query({ text: sql, values, ...named(sql) });
      return result.rows;
    },
    atCommit(sql, values) {
      if (last !== undefined) throw new Error('A transaction has one last statement.');
      last = { name: nameOf(sql), text: sql, values };
    },
  };
  try {
    const outcome = await work(transaction);
    together();
    const ended =
      last === undefined ? (await client.query('commit')).command : await commitWith(client, last);
    if (ended !== 'COMMIT') throw new Error('The database rolled the change back instead of keeping it.');
    await begun;
    return outcome;
  } catch (error) {
    // A connection that cannot even roll back is gone, and goes back to nobody.
    await client.query('rollback').catch(onLost);
    throw error;
  }
}

/** Statements asked for in one turn leave in one packet: each write to the socket costs as much as a small query. */
function gathering(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let gathered = false;
  return () => {
    if (gathered) return;
    gathered = true;
    stream.cork();
    process.nextTick(() => {
      gathered = false;
      stream.uncork();
    });
  };
}

const names = new Map<string, string>();

/** Reads and the writes of rows are named, so that the server plans them once for each connection; what is rare is not. */
function named(sql: string): { name?: string } {
  if (!/^(select|with written as) /.test(sql)) return {};
  return names.has(sql) || names.size < 500 ? { name: nameOf(sql) } : {};
}

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
}
