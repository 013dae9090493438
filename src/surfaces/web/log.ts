// The server's log: one JSON line for each event, written by Fastify's own pino. A request is its route's pattern, never its
// address; what Fastify would say by itself is left out, except the kind and place of a fault.
import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { events, faultWords } from '../../kernel/log/log.ts';

export interface LogSettings {
  level: string;
  /** Where the lines go; standard output unless a test reads them. */
  stream?: Writable;
}

type LogOptions = Pick<FastifyServerOptions, 'logger' | 'logController' | 'requestIdHeader' | 'genReqId'>;

export function logOptions(settings: LogSettings | false): LogOptions {
  return {
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    // Never taken from the sender, who could write anything into the log with it.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    logger: settings && {
      level: settings.level,
      ...(settings.stream && { stream: settings.stream }),
      base: { process: process.pid },
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      hooks: {
        logMethod(words, write) {
          const said = sayable(words);
          if (said) write.apply(this, said);
        },
      },
    },
  };
}

/** The line as it may be written, or undefined for one that says nothing we may keep. */
function sayable([facts, event]: unknown[]): [object, string] | undefined {
  if (typeof facts === 'object' && facts !== null && events.some((known) => known === event))
    return [facts, String(event)];
  const error = facts instanceof Error ? facts : (facts as { err?: unknown } | undefined)?.err;
  return error instanceof Error ? [{ fault: faultWords(error) }, 'fault'] : undefined;
}

/** One line for each request when it is answered; its id goes back with the answer, to find the line by. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const facts = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    request.log.info(facts, 'request');
  });
}

/** The pattern that the address fitted (`/items/:id`), never the address. */
export function routeOf(request: { is404: boolean; routeOptions: { url?: string | undefined } }): string {
  return request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
}
