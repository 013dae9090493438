// Making the bundle: from what was decided, read afresh as the person who makes it, and kept as a file of the request.
import { z } from 'zod';
import { attachFile, fileOf } from '../../../kernel/files/file.operations.ts';
import { UploadedFile } from '../../../kernel/files/uploaded-file.ts';
import { command, query, type QueryContext } from '../../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../../kernel/operation/refusals.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { type Bundle, bundleOf, type Decided } from './bundle.ts';
import { bundleFile } from './bundle-word.ts';
import { progressOf, type RequestItem } from './subject-item.operations.ts';
import { findRequest, openRequest, requestRef, type SubjectRequest } from './subject-found.ts';
import { decisionsHash } from './subject-request.operations.ts';

function decidedOf(items: readonly RequestItem[]): Decided[] {
  return items
    .flatMap(({ record, decision, ground, spans, settled }) =>
      settled && record !== null && decision !== null ? [{ record, decision, ground, spans }] : [],
    )
    .toSorted((a, b) => a.record.kind.word.localeCompare(b.record.kind.word, 'en-GB'));
}

function composed(
  { partnership, today }: QueryContext,
  request: SubjectRequest,
  items: readonly RequestItem[],
): Bundle {
  const { asked_by, about_names, received_on } = request;
  return bundleOf(
    { partnership: partnership.name, asked_by, about_names, received_on, made_on: today },
    decidedOf(items),
  );
}

export function bundleOperations(declarations: readonly RecordDeclaration[]) {
  const previewBundle = query({
    name: 'information.preview-subject-bundle',
    summary: 'What the bundle of a request would say, as far as it is decided',
    permission: 'information.rights',
    input: z.strictObject({ id: z.uuid() }),
    async run(context, { id }) {
      const request = await findRequest(context, id);
      const { items, undecided } = await progressOf(context, declarations, request);
      return { id, undecided, bundle: composed(context, request, items) };
    },
  });

  const makeBundle = command({
    name: 'information.make-subject-bundle',
    summary: 'Make the bundle of a request as a Word file, once everything is decided',
    permission: 'information.rights',
    input: z.strictObject({ id: z.uuid().meta({ label: 'Request', widget: 'hidden' }) }),
    async run(context, { id }) {
      const request = await openRequest(context, id);
      const { items, undecided } = await progressOf(context, declarations, request);
      refuseUnready(request, items, undecided);
      const bytes = await bundleFile(composed(context, request, items));
      const file = new UploadedFile(`Subject access ${context.today}.docx`, bytes);
      const bundle_file_id = await attachFile(
        context,
        { ref: requestRef(id), circle_id: request.circle_id },
        file,
      );
      await context.write.update('information.subject_request', id, {
        bundle_file_id,
        bundle_hash: decisionsHash(items),
      });
      return { id };
    },
  });

  return { previewBundle, makeBundle };
}

function refuseUnready(request: SubjectRequest, items: readonly RequestItem[], undecided: number): void {
  if (request.identity_checked_on === null)
    throw new Conflict('Check first who asks and that they may: then the bundle can be made.');
  if (request.gathered_on === null) throw new Conflict('Gather the records first.');
  if (undecided > 0) {
    throw new Conflict(
      undecided === 1
        ? 'One record is not decided yet, or was changed since. Decide about it first.'
        : `${undecided} records are not decided yet, or were changed since. Decide about them first.`,
    );
  }
  const held = items.filter(({ originator, decision }) => originator !== null && decision !== 'withhold');
  const [first] = held;
  if (first !== undefined) {
    throw new Conflict(
      `${first.originator} gave a record and has not agreed that it leaves its circle. Ask them, or decide not to give it with the ground they name.`,
      {
        href: `/circles/releases/new?${new URLSearchParams({ ref: first.ref, act: 'export' }).toString()}`,
        text: `Ask ${first.originator}`,
      },
    );
  }
}

export const readBundle = query({
  name: 'information.read-subject-bundle',
  summary: 'The bundle of a request, as a Word file',
  permission: 'information.rights',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { bundle_file_id } = await findRequest(context, id);
    if (bundle_file_id === null) throw new NotFound('The bundle of this request is not made yet.');
    return fileOf(context, requestRef(id), bundle_file_id);
  },
});
