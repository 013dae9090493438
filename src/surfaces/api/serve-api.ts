// The JSON API: every query at GET /api/<name>, every command at POST /api/<name>, every tool at POST /api/<name>.
// The same operations as the pages; the contract is drawn from their schemas.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentDisposition } from '../../kernel/files/content-disposition.ts';
import { fieldsOf, readFields } from '../../kernel/forms/fields.ts';
import { type House, perform, use } from '../../kernel/operation/perform.ts';
import { NotAllowed } from '../../kernel/operation/refusals.ts';
import type { Room } from '../../kernel/records/room.ts';
import { addressOf, type Visit, visitOf, type WebSettings } from '../web/visit.ts';
import { openApi } from './open-api.ts';

export function serveApi(
  app: FastifyInstance,
  house: House,
  rooms: readonly Room[],
  settings: WebSettings,
): void {
  const operations = rooms.flatMap((room) => room.operations);
  const contract = openApi(operations, settings.publicUrl);
  app.get('/api/openapi.json', () => contract);

  for (const operation of operations) {
    const path = `/api/${operation.name}`;
    if (operation.kind === 'tool') {
      app.post(path, (request) => use(operation, request.body ?? {}));
    } else if (operation.kind === 'query') {
      const fields = fieldsOf(operation.input);
      app.get(path, async (request, reply) => {
        const visit = signedIn(await visitOf(house, settings, request, 'api'));
        const { search } = addressOf(request);
        // In a header, because addresses are kept in logs and histories.
        const purpose = request.headers['x-purpose'];
        const asked = fields.filter((field) => field.name in search);
        const input = { ...search, ...readFields(asked, search) };
        const { result } = await perform(
          house,
          operation,
          { ...visit.request, ...(typeof purpose === 'string' ? { purpose } : {}) },
          input,
        );
        return isFile(result) ? sendFile(reply, result.file) : result;
      });
    } else if (operation.permission !== 'operator') {
      app.post(path, async (request) => {
        const visit = signedIn(await visitOf(house, settings, request, 'api'));
        // A page of another site cannot set this header, and cannot read the token it must hold.
        if (request.headers['x-form-token'] !== visit.session.form_token) {
          throw new NotAllowed(
            'Send the session’s token in the header X-Form-Token; GET /api/session gives it.',
          );
        }
        const key = request.headers['idempotency-key'];
        const { result } = await perform(
          house,
          operation,
          { ...visit.request, ...(typeof key === 'string' ? { key } : {}) },
          request.body ?? {},
        );
        return result;
      });
    }
  }

  app.get('/api/session', async (request) => {
    const visit = signedIn(await visitOf(house, settings, request, 'api'));
    return { form_token: visit.session.form_token };
  });
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

function signedIn(visit: Visit | undefined): Visit {
  if (visit === undefined) throw new NotAllowed('Sign in first: the API uses the same session as the pages.');
  return visit;
}
