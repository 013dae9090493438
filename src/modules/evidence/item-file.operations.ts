// Files of an item: added by whoever may change the item, opened by whoever may read it.
import { z } from 'zod';
import { requireAgreement } from '../../ground/governance/index.ts';
import type { GuestTask } from '../../kernel/access/guest-task.ts';
import { holdCircle } from '../../kernel/access/held-circle.ts';
import { requireRelease } from '../../kernel/access/release.ts';
import { ref } from '../../kernel/evidence/evidence.ts';
import { attachFile, fileOf } from '../../kernel/files/file.operations.ts';
import { type CommandContext, command, query, type QueryContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotAllowed } from '../../kernel/operation/refusals.ts';
import { file } from '../../kernel/records/field.ts';
import { contributingFor, ownItem } from './item.operations.ts';
import { findItem, mayChange, type ReadItem } from './register.operations.ts';

export const addFile = command({
  name: 'evidence.add-file',
  summary: 'Add a file to an item of evidence',
  permission: 'evidence.contribute',
  guest: ({ id }) => ref('evidence.item', id),
  input: z.strictObject({
    id: z.uuid().meta({ label: 'Item', widget: 'hidden' }),
    file: file({ label: 'File', hint: 'PDF, Word, Excel, CSV, plain text or a picture; at most 25 MB' }),
  }),
  async run(context, { id, file: uploaded }) {
    await itemToAddTo(context, id);
    const circle_id = await holdCircle(context, { table: 'evidence.item', id });
    return { id, file_id: await attachFile(context, { ref: ref('evidence.item', id), circle_id }, uploaded) };
  },
});

/** Throws the refusal where this person may not add to the item; a guest was asked by somebody who may. */
async function itemToAddTo(context: CommandContext, id: string): Promise<ReadItem> {
  if (context.actor.asked !== null) return itemToAskFor(context, id);
  const { agency_id } = await ownItem(context, id);
  await contributingFor(context, agency_id);
  return findItem(context, id);
}

/** What an agency gives by way of a guest needs its agreement in force, like what it enters itself. */
async function itemToAskFor(context: QueryContext, id: string): Promise<ReadItem> {
  const item = await findItem(context, id);
  if (item.withdrawn_on !== null)
    throw new Conflict('This evidence was withdrawn, so nothing can be added to it.');
  if (context.actor.asked === null && !mayChange(context, item)) throw new NotAllowed();
  if (item.agency_id !== null) await requireAgreement(context, item.agency_id, 'evidence');
  return item;
}

/** For a guest: what the item is called, and nothing else of the register. */
export const readAskedItem = query({
  name: 'evidence.read-asked-item',
  summary: 'What an item of evidence is called, for whoever is asked for a file to it',
  permission: 'evidence.contribute',
  guest: ({ id }) => ref('evidence.item', id),
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { title } = await itemToAskFor(context, id);
    return { title: 'Send a file', facts: [{ label: 'What it belongs to', value: title }], values: {} };
  },
});

/** Somebody without an account may be asked for a file to an item. */
export const itemGuestTask: GuestTask = {
  concept: 'evidence.item',
  command: addFile,
  read: readAskedItem,
  ask: 'send a file that belongs to its evidence',
  offer: 'Ask somebody without an account for a file',
  button: 'Send the file',
  leave_out: [],
  path: (id) => `/evidence/items/${id}`,
};

export const readFile = query({
  name: 'evidence.read-file',
  summary: 'A file of an item of evidence',
  permission: 'evidence.read',
  input: z.strictObject({ id: z.uuid(), file_id: z.uuid() }),
  async run(context, { id, file_id }) {
    const { circle_id } = await findItem(context, id);
    await requireRelease(context, { ref: ref('evidence.item', id), circle_id }, 'export');
    return fileOf(context, ref('evidence.item', id), file_id);
  },
});
