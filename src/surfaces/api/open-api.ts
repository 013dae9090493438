// The API's contract (OpenAPI 3.1), drawn from the operations' own schemas.
import { z } from 'zod';
import type { Operation } from '../../kernel/operation/operation.ts';
import { fieldsOf } from '../../kernel/forms/fields.ts';

type Json = Record<string, unknown>;

const problem = {
  type: 'object',
  properties: {
    status: { type: 'integer' },
    title: { type: 'string' },
    message: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    reference: { type: 'string' },
  },
};

export function openApi(operations: readonly Operation[], publicUrl: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Golden Thread',
      version: '1',
      description:
        'The operations of a safeguarding children partnership. Send a token (page “Tokens for other systems”) as a bearer token, or use the session of the pages. Without either, or with a token that no longer works, the answer is 401; what the person or the token may not do is 403.',
    },
    servers: [{ url: publicUrl }],
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'gt_…',
          description:
            'A token a person made; never more than that person may, and only what it was made for',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
    },
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(
      offered(operations).map((operation) => [`/api/${operation.name}`, pathOf(operation)]),
    ),
  };
}

function refused(description: string): Json {
  return {
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function pathOf(operation: Operation): Json {
  const described = {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split('.')[0]],
    responses: {
      200: { description: 'Done', content: { 'application/json': {} } },
      401: refused('Nobody is signed in, or the token is unknown, revoked, expired or of somebody who left'),
      403: refused('The person, or the token, may not do this'),
      default: refused('Refused, or a fault with its reference'),
    },
  };
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json;
  delete schema['$schema'];
  if (operation.kind === 'query') {
    const properties = (schema['properties'] ?? {}) as Record<string, Json>;
    const parameters = fieldsOf(operation.input).map((field) => ({
      name: field.name,
      in: 'query',
      required: field.required,
      description: field.words.hint ?? field.words.label,
      schema: properties[field.name] ?? {},
    }));
    const purpose = {
      name: 'X-Purpose',
      in: 'header',
      required: true,
      description: 'Why the record is opened; it goes to the audit trail',
      schema: { type: 'string' },
    };
    return { get: { ...described, parameters: operation.audited ? [...parameters, purpose] : parameters } };
  }
  const keyed = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    description: 'Send again with the same key, and it is carried out once',
  };
  const token = {
    name: 'X-Form-Token',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    description: 'From GET /api/session; needed with a session, not with a token',
  };
  return {
    post: {
      ...described,
      ...(operation.kind === 'command' && { parameters: [token, keyed] }),
      ...(operation.kind === 'tool' && !operation.costly && { security: [] }),
      requestBody: { required: true, content: { 'application/json': { schema } } },
    },
  };
}

/** Operations that the API offers: all but those of the operator. */
function offered(operations: readonly Operation[]): Operation[] {
  return operations.filter(
    (operation) => operation.kind !== 'command' || operation.permission !== 'operator',
  );
}
