// Files of an item: added by whoever may change the item, opened by whoever may read it.
import { z } from 'zod';
import { ref } from '../../kernel/evidence/evidence.ts';
import { attachFile, fileOf } from '../../kernel/files/file.operations.ts';
import { command, query } from '../../kernel/operation/operation.ts';
import { file } from '../../kernel/records/field.ts';
import { ownItem } from './item.operations.ts';
import { findItem } from './register.operations.ts';

export const addFile = command({
  name: 'evidence.add-file',
  summary: 'Add a file to an item of evidence',
  permission: 'evidence.contribute',
  input: z.strictObject({
    id: z.uuid().meta({ label: 'Item', widget: 'hidden' }),
    file: file({ label: 'File', hint: 'PDF, Word, Excel, CSV, plain text or a picture; at most 25 MB' }),
  }),
  async run(context, { id, file: uploaded }) {
    await ownItem(context, id);
    const { circle_id } = await findItem(context, id);
    return { id, file_id: await attachFile(context, { ref: ref('evidence.item', id), circle_id }, uploaded) };
  },
});

export const readFile = query({
  name: 'evidence.read-file',
  summary: 'A file of an item of evidence',
  permission: 'evidence.read',
  input: z.strictObject({ id: z.uuid(), file_id: z.uuid() }),
  async run(context, { id, file_id }) {
    await findItem(context, id);
    return fileOf(context, ref('evidence.item', id), file_id);
  },
});
