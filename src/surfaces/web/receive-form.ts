// What a browser sent with a form: its fields and, where a file was chosen, the file. A file that is too large is told to the
// person at its field, like anything else that does not fit.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { defaultMaxBytes } from '../../kernel/files/file-types.ts';
import { UploadedFile } from '../../kernel/files/uploaded-file.ts';
import type { Field, Sent } from '../../kernel/forms/fields.ts';
import { tooLargeWords } from '../../kernel/records/field.ts';

/** In one request. */
const mostFiles = 4;

export interface Received {
  sent: Sent;
  /** By field; a list where the field takes several. */
  files: Record<string, UploadedFile | UploadedFile[]>;
  /** What could not be taken, by field. */
  refused?: Record<string, string>;
}

/** `fields`: what is asked for, where files may be larger or more than usual. */
export async function receive(request: FastifyRequest, fields: readonly Field[] = []): Promise<Received> {
  if (!request.isMultipart()) return { sent: (request.body ?? {}) as Sent, files: {} };
  const received: Received = { sent: {}, files: {} };
  const fileSize = Math.max(defaultMaxBytes, ...fields.map(({ words }) => words.largest ?? 0));
  const several = new Set(fields.filter(({ kind }) => kind === 'files').map(({ name }) => name));
  const files = several.size > 0 ? mostFiles : 1;
  let field = '';
  try {
    for await (const part of request.parts({ limits: { fileSize, files } })) {
      field = part.fieldname;
      if (part.type === 'file') await takeFile(part, received, several.has(field));
      else if (typeof part.value === 'string') add(received.sent, field, part.value);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'FST_REQ_FILE_TOO_LARGE')
      return { ...received, refused: { [field]: tooLargeWords(fileSize) } };
    if (code === 'FST_FILES_LIMIT' && several.size > 0)
      return { ...received, refused: { [field]: `Choose at most ${mostFiles} files in all` } };
    // Whatever else goes wrong here, the parts could not be read: no boundary, an end that never comes.
    throw Object.assign(new Error('Unreadable parts', { cause: error }), { statusCode: 400 });
  }
  return received;
}

/** A browser sends an empty, nameless file where none was chosen. */
async function takeFile(part: MultipartFile, { files }: Received, several: boolean): Promise<void> {
  const bytes = await part.toBuffer();
  if (part.filename === '' || bytes.length === 0) return;
  const { fieldname: name } = part;
  const file = new UploadedFile(part.filename, bytes);
  files[name] = several ? [files[name] ?? [], file].flat() : file;
}

/** A name that comes more than once is a list, as in an ordinary form. */
function add(sent: Sent, name: string, value: string): void {
  const before = sent[name];
  if (before === undefined) sent[name] = value;
  else sent[name] = [...(Array.isArray(before) ? before : [before]), value];
}
