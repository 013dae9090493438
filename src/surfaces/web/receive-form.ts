// What a browser sent with a form: its fields and, where it has any, its file. A file that is too large is told to the
// person at its field, like anything else that does not fit.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { defaultMaxBytes } from '../../kernel/files/file-types.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import type { Sent } from '../../kernel/forms/fields.ts';

export interface Received {
  sent: Sent;
  files: Record<string, UploadedFile>;
  /** What could not be taken, by field. */
  refused?: Record<string, string>;
}

export async function receive(request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) return { sent: (request.body ?? {}) as Sent, files: {} };
  const received: Received = { sent: {}, files: {} };
  for await (const part of request.parts({ limits: { fileSize: defaultMaxBytes } })) {
    if (part.type === 'file') await takeFile(part, received);
    else if (typeof part.value === 'string') add(received.sent, part.fieldname, part.value);
  }
  return received;
}

/** A browser sends an empty, nameless file where none was chosen. */
async function takeFile(part: MultipartFile, received: Received): Promise<void> {
  try {
    const bytes = await part.toBuffer();
    if (part.filename !== '' && bytes.length > 0) {
      received.files[part.fieldname] = new UploadedFile(part.filename, bytes);
    }
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    received.refused = {
      [part.fieldname]: 'The file is larger than 25 MB. Make it smaller or split it, then choose it again',
    };
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
}

/** A name that comes more than once is a list, as in an ordinary form. */
function add(sent: Sent, name: string, value: string): void {
  const before = sent[name];
  if (before === undefined) sent[name] = value;
  else sent[name] = [...(Array.isArray(before) ? before : [before]), value];
}
