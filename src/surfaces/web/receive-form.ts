// What a browser sent with a form: its fields and, where a file was chosen, the file. A file that is too large is told to the
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
  let field = '';
  try {
    for await (const part of request.parts({ limits: { fileSize: defaultMaxBytes } })) {
      field = part.fieldname;
      if (part.type === 'file') await takeFile(part, received);
      else if (typeof part.value === 'string') add(received.sent, field, part.value);
    }
  } catch (error) {
    // Whatever else goes wrong here, the parts could not be read: no boundary, an end that never comes.
    if (!isTooLarge(error))
      throw Object.assign(new Error('Unreadable parts', { cause: error }), { statusCode: 400 });
    const words = 'The file is larger than 25 MB. Make it smaller or split it, then choose it again';
    return { ...received, refused: { [field]: words } };
  }
  return received;
}

/** A browser sends an empty, nameless file where none was chosen. */
async function takeFile(part: MultipartFile, { files }: Received): Promise<void> {
  const bytes = await part.toBuffer();
  if (part.filename !== '' && bytes.length > 0)
    files[part.fieldname] = new UploadedFile(part.filename, bytes);
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
