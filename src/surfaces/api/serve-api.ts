// The JSON API: every query at GET /api/<name>, every command at POST /api/<name>, every tool at POST /api/<name>.
// The same operations as the pages; the contract is drawn from their schemas. Who asks is known by a token, or by the
// session of the pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keyedHash } from '../../kernel/access/session.ts';
import { findToken, Unauthenticated } from '../../kernel/access/api-token.ts';
import { contentDisposition } from '../../kernel/files/content-disposition.ts';
import { fieldsOf, readFields } from '../../kernel/forms/fields.ts';
import { use } from '../../kernel/operation/input.ts';
import { type House, perform, type Request } from '../../kernel/operation/perform.ts';
import { NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Room } from '../../kernel/records/room.ts';
import { addressOf, visitOf, type WebSettings } from '../web/visit.ts';
import { openApi } from './open-api.ts';

export function serveApi(
  app: FastifyInstance,
  house: House,
  rooms: readonly Room[],
  settings: WebSettings,
): void {
  const operations = rooms.flatMap((room) => room.operations);
  const contract = openApi(operations, settings.publicUrl);
  const callerOf = callersOf(app, house, settings);
  app.get('/api/openapi.json', () => contract);

  for (const operation of operations) {
    const path = `/api/${operation.name}`;
    if (operation.kind === 'tool') {
      app.post(path, async (request) => {
        if (operation.costly) await callerOf(request);
        return use(operation, request.body ?? {});
      });
    } else if (operation.kind === 'query') {
      const fields = fieldsOf(operation.input);
      app.get(path, async (request, reply) => {
        const caller = await callerOf(request);
        const { search } = addressOf(request);
        // In a header, because addresses are kept in logs and histories.
        const purpose = request.headers['x-purpose'];
        const asked = fields.filter((field) => field.name in search);
        const input = { ...search, ...readFields(asked, search) };
        const { result } = await perform(
          house,
          operation,
          { ...caller.request, ...(typeof purpose === 'string' ? { purpose } : {}) },
          input,
        );
        return isFile(result) ? sendFile(reply, result.file) : result;
      });
    } else if (operation.permission !== 'operator') {
      app.post(path, async (request) => {
        const caller = await callerOf(request);
        // A page of another site cannot set this header, and cannot read the token it must hold. Nor can it send a bearer
        // token, which no browser adds by itself.
        if (caller.form_token !== null && request.headers['x-form-token'] !== caller.form_token) {
          throw new NotAllowed(
            'Send the session’s token in the header X-Form-Token; GET /api/session gives it.',
          );
        }
        const key = request.headers['idempotency-key'];
        const { result } = await perform(
          house,
          operation,
          { ...caller.request, ...(typeof key === 'string' ? { key } : {}) },
          request.body ?? {},
        );
        return result;
      });
    }
  }

  app.get('/api/session', async (request) => {
    const { form_token } = await callerOf(request);
    return { form_token };
  });
}

interface Caller {
  request: Request;
  /** Null for a token, which needs none. */
  form_token: string | null;
}

/** Requests by one token in a minute. */
const mostByToken = 300;

/** Finds who asks. Throws Unauthenticated, and what the rate limit throws. */
function callersOf(
  app: FastifyInstance,
  house: House,
  settings: WebSettings,
): (request: FastifyRequest) => Promise<Caller> {
  const limit = app.createRateLimit({
    max: mostByToken,
    timeWindow: '1 minute',
    keyGenerator: (request) => keyedHash(house, request.headers.authorization ?? ''),
  });
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const visit = await visitOf(house, settings, request, 'api');
      if (visit === undefined) throw new Unauthenticated('nobody');
      return { request: visit.request, form_token: visit.session.form_token };
    }
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Unauthenticated('unknown');
    const { id, partnership_id, person_id, scopes } = await findToken(house, token, new Date());
    const used = await limit(request);
    if (!used.isAllowed && used.isExceeded)
      throw Object.assign(new Error('Too many requests'), { statusCode: 429 });
    const identity = { kind: 'person', person_id, token: { id, scopes } } as const;
    const clock = settings.clock();
    return { request: { partnership_id, identity, clock, via: 'api' }, form_token: null };
  };
}

interface GivenFile {
  file: { name: string; media_type: string; bytes: Uint8Array };
}

/** Some queries give a file (a report as PDF): it is handed out as bytes, not as JSON. */
function isFile(result: unknown): result is GivenFile {
  return (result as Partial<GivenFile> | null)?.file?.bytes instanceof Uint8Array;
}

function sendFile(reply: FastifyReply, { name, media_type, bytes }: GivenFile['file']): FastifyReply {
  return reply
    .type(media_type)
    .header('content-disposition', contentDisposition(name))
    .send(Buffer.from(bytes));
}
