// The checker: what the author of a report would rather know before it is published (Working Together, chapter on reporting; the
// field's own rules of evidence). A document that is checked is read and forgotten; one that is adopted leaves its drafts.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { Room } from '../../kernel/records/room.ts';
import { adoption } from './adoption/index.ts';
import { checkDocument, listRules, noteCheck, openChecker } from './check.operations.ts';
import { checkerPages } from './check.pages.ts';

/** `rooms`: those that take something over out of a report that is adopted. */
export function checkerRoom(rooms: readonly Pick<Room, 'adopts'>[]): Room {
  const { operations, pages, ...adopted } = adoption(rooms);
  return {
    ...checker,
    ...adopted,
    operations: [...checker.operations, ...operations],
    pages: [...checker.pages, ...pages],
  };
}

const checker = {
  name: 'checker',
  title: 'Checker of reports',
  operations: [checkDocument, listRules, openChecker, noteCheck],
  pages: checkerPages,
  home: async ({ actor }: QueryContext) =>
    actor.can('report.read')
      ? [
          {
            title: 'Check a report',
            href: '/check',
            description:
              'Drop in a report that is already written, in Word, PDF or plain text: what would you rather know before it is published? Nothing is kept.',
          },
        ]
      : [],
} satisfies Omit<Room, 'records'>;
