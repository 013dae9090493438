// COPY in both directions as a stream, on PostgreSQL's own protocol: the way to move a whole table without holding it in
// memory. The connection must be a plain client in no pipeline, and does nothing else until the COPY has ended.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';

/** Bytes that are handed on at a time, and that may wait unread before the server is told to pause. */
const chunkSize = 256 * 1024;
const mostWaiting = 8 * chunkSize;

/** What of pg's connection a COPY needs; pg documents custom queries only by the packages that are some. */
interface Connection {
  stream: Writable & { pause(): void; resume(): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Runs `copy … to stdout` and gives what the server sends, in pieces that end anywhere. */
export async function* copyOut(client: pg.Client, sql: string): AsyncGenerator<Buffer> {
  const received = new Received();
  client.query(new CopyQuery(sql, { data: (chunk, { stream }) => received.take(chunk, stream) }, received));
  try {
    for (let chunk = await received.next(); chunk !== undefined; chunk = await received.next()) yield chunk;
  } finally {
    received.discard();
  }
}

/** Runs `copy … from stdin` with what the source gives; resolves with the number of rows the server kept. */
export async function copyIn(
  client: pg.Client,
  sql: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let ended = false;
  const finish = (error: Error | undefined, rows: number) => {
    ended = true;
    if (error === undefined) resolve(rows);
    else reject(error);
  };
  let problemOfSource: unknown;
  const send = async (connection: Connection) => {
    try {
      for await (const chunk of source) {
        if (ended) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain)
          await Promise.race([once(connection.stream, 'drain'), promise]);
      }
      connection.endCopyFrom();
    } catch (error) {
      if (ended) return;
      problemOfSource = error;
      connection.sendCopyFail('its source failed');
    }
  };
  client.query(new CopyQuery(sql, { start: (connection) => void send(connection) }, { finish }));
  try {
    return await promise;
  } catch (error) {
    throw problemOfSource ?? error;
  }
}

interface Ending {
  finish(error: Error | undefined, rows: number): void;
}

interface Hooks {
  start?: (connection: Connection) => void;
  data?: (chunk: Buffer, connection: Connection) => void;
}

/** A query in the form pg lets others bring: it submits itself and is told what the server answers. */
class CopyQuery implements pg.Submittable {
  readonly #sql: string;
  readonly #hooks: Hooks;
  readonly #ending: Ending;
  #rows = 0;
  constructor(sql: string, hooks: Hooks, ending: Ending) {
    this.#sql = sql;
    this.#hooks = hooks;
    this.#ending = ending;
  }
  submit(connection: unknown): void {
    (connection as Connection).query(this.#sql);
  }
  handleCopyInResponse(connection: Connection): void {
    this.#hooks.start?.(connection);
  }
  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    this.#hooks.data?.(chunk, connection);
  }
  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
  }
  handleReadyForQuery(): void {
    this.#ending.finish(undefined, this.#rows);
  }
  handleError(error: Error): void {
    this.#ending.finish(error, 0);
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/** What has come and was not read yet. The server sends each row by itself; they are gathered into larger pieces. */
class Received implements Ending {
  readonly #full: Buffer[] = [];
  #gathering = Buffer.allocUnsafe(chunkSize);
  #gathered = 0;
  #waiting = 0;
  #paused: Connection['stream'] | undefined;
  #ended = false;
  #discarded = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;

  take(chunk: Buffer, stream: Connection['stream']): void {
    if (this.#discarded) return;
    // Copied at once: the driver uses its memory again.
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.copy(this.#gathering, this.#gathered, from);
      from += taken;
      this.#gathered += taken;
      if (this.#gathered === chunkSize) this.#putAway();
    }
    if (this.#waiting < mostWaiting || this.#paused !== undefined) return;
    this.#paused = stream;
    stream.pause();
  }

  async next(): Promise<Buffer | undefined> {
    for (;;) {
      const chunk = this.#full.shift();
      if (chunk !== undefined) {
        this.#waiting -= chunk.length;
        if (this.#waiting < mostWaiting / 2) this.#resume();
        return chunk;
      }
      if (this.#error !== undefined) throw this.#error;
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  finish(error: Error | undefined): void {
    this.#putAway();
    this.#error = error;
    this.#ended = true;
    this.#wake?.();
  }

  /** Whoever reads has stopped: what still comes is let go by. */
  discard(): void {
    this.#discarded = true;
    this.#full.length = 0;
    this.#resume();
  }

  #putAway(): void {
    if (this.#gathered === 0) return;
    this.#full.push(this.#gathering.subarray(0, this.#gathered));
    this.#waiting += this.#gathered;
    this.#gathering = Buffer.allocUnsafe(chunkSize);
    this.#gathered = 0;
    this.#wake?.();
  }

  #resume(): void {
    this.#paused?.resume();
    this.#paused = undefined;
  }
}
