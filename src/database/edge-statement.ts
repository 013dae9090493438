// The first and the last statement of a transaction. BEGIN goes before the one and COMMIT after the other in the same
// message of the protocol, so that the server answers the two at once: an answer costs it as much as a small statement, and
// what the last statement locks stays locked while it is sent.
import pg from 'pg';

/** What of the driver's protocol is used here, which its types leave out. */
interface Protocol {
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string }): void;
  execute(portal: { portal: string }): void;
  sync(): void;
}

export interface Statement {
  name: string;
  text: string;
  values: string[];
}

/** Ways of the driver's own query that it means to be built upon, which its types leave out too. */
interface Preparing {
  prepare(connection: Protocol): void;
}

class EdgeStatement extends pg.Query {
  private readonly first: string | undefined;
  private readonly last: string | undefined;

  constructor(statement: Statement, also: { first?: string; last?: string }, answered: Answered) {
    super(statement, undefined, answered as never);
    this.first = also.first;
    this.last = also.last;
  }

  /** Called by the driver when it sends the statement. */
  prepare(connection: Protocol): void {
    if (this.first !== undefined) say(connection, this.first);
    (pg.Query.prototype as unknown as Preparing).prepare.call(this, connection);
  }

  /** Called by the driver to have the statement carried out and its message ended. */
  _getRows(connection: Protocol): void {
    connection.execute({ portal: '' });
    if (this.last !== undefined) say(connection, this.last);
    connection.sync();
  }
}

function say(connection: Protocol, text: string): void {
  connection.parse({ name: '', text });
  connection.bind({ statement: '' });
  connection.execute({ portal: '' });
}

type Answered = (error: Error | null, results: pg.QueryResult[]) => void;

export function beginWith(client: pg.ClientBase, statement: Statement): Promise<void> {
  return send(client, statement, { first: 'begin' }).then(() => undefined);
}

/** Gives the word the server ended the transaction with: COMMIT, or ROLLBACK where it could not. */
export function commitWith(client: pg.ClientBase, statement: Statement): Promise<string> {
  return send(client, statement, { last: 'commit' }).then((results) => results.at(-1)?.command ?? '');
}

function send(
  client: pg.ClientBase,
  statement: Statement,
  also: { first?: string; last?: string },
): Promise<pg.QueryResult[]> {
  return new Promise((resolve, reject) => {
    client.query(
      new EdgeStatement(statement, also, (error, results) => (error ? reject(error) : resolve(results))),
    );
  });
}
