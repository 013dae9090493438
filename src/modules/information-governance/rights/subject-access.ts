// The operations of subject access as one value, made for the records that all rooms declare.
import { z } from 'zod';
import { query } from '../../../kernel/operation/operation.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import { bundleOperations } from './bundle.operations.ts';
import { itemOperations, progressOf, type RequestItem } from './subject-item.operations.ts';
import { answerAmong, requestInFull } from './subject-request.operations.ts';

export type SubjectAccess = ReturnType<typeof subjectAccess>;

export function subjectAccess(declarations: readonly RecordDeclaration[]) {
  const readRequest = query({
    name: 'information.read-subject-request',
    summary: 'One request to see what is held: its clock, what was found, what is left to do',
    permission: 'information.rights',
    input: z.strictObject({ id: z.uuid() }),
    async run(context, { id }) {
      let items: RequestItem[] = [];
      const request = await requestInFull(context, id, async (of) => {
        const progress = await progressOf(context, declarations, of);
        items = progress.items;
        return progress;
      });
      return { ...request, items };
    },
  });
  return {
    readRequest,
    answerRequest: answerAmong((context, of) => progressOf(context, declarations, of)),
    ...itemOperations(declarations),
    ...bundleOperations(declarations),
  };
}
