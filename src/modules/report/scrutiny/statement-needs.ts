// What the statement asks of people: of the scrutineer to write it, of the partnership to reply.
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import type { HomeItem } from '../../../kernel/records/room.ts';
import { shownYear } from '../edition.ts';
import type { Edition } from '../gather.ts';
import { readAll, rowOf } from './statement.operations.ts';

/** For whoever answers: recommendations of a signed statement without a reply. */
export async function statementNeeds(
  context: QueryContext,
  editions: readonly Edition[],
): Promise<HomeItem[]> {
  const { actor } = context;
  const edition = editions[0];
  if (edition === undefined || edition.state === 'withdrawn') return [];
  if (actor.can('report.scrutinise')) {
    const row = await rowOf(context, edition.id);
    if (row !== undefined && row.signed_on !== null) return [];
    return [
      {
        text: `${row === undefined ? 'Write' : 'Finish and sign'} your statement for ${shownYear(edition.year)}`,
        href: `/report/${edition.year}/scrutiny-statement`,
        urgency: 'look',
        detail: 'It stands beside the yearly report.',
      },
    ];
  }
  if (!actor.can('thread.write')) return [];
  const { statement: read, recommendations } = await readAll(context, edition);
  const waiting = recommendations.filter(({ response }) => response === 'not-yet').length;
  if (read === null || read.signed_on === null || waiting === 0) return [];
  return [
    {
      text:
        waiting === 1
          ? 'A recommendation of the scrutineer waits for a reply'
          : `${waiting} recommendations of the scrutineer wait for a reply`,
      href: `/report/${edition.year}/scrutiny-statement`,
      urgency: 'due',
      detail: 'The reply stands beside the recommendation in the published statement.',
    },
  ];
}
