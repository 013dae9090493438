// What about signing in needs the business manager now: leavers who still hold something, joiners who cannot sign in yet,
// letters that did not leave.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeItem } from '../../kernel/records/room.ts';
import { hasLeft, startsSoon, stillOpen, whyNotInvited } from './people.ts';
import { listPeopleAccess } from './people.operations.ts';

export async function accountsNeedYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('access.manage')) return [];
  const { today } = context;
  const rows = await listPeopleAccess.run(context, {});
  return [
    ...rows
      .filter((row) => hasLeft(row, today) && stillOpen(row) > 0)
      .map(({ id, name }) => ({
        text: `${name} has left and still holds a session, token or link`,
        href: `/access/people/${id}/end`,
        urgency: 'due' as const,
        detail: 'It opens nothing without an appointment. End it all the same.',
      })),
    ...rows
      .filter((row) => row.letter?.state === 'failed')
      .map(({ id, name }) => ({
        text: `The invitation to ${name} could not be sent`,
        href: `/access/people/${id}/invitation`,
        urgency: 'due' as const,
        detail:
          'Ask the person who runs Golden Thread for you to look at the mail server, then invite again.',
      })),
    ...rows
      .filter(
        (row) => startsSoon(row, today) && row.invited_at === null && whyNotInvited(row, today) === undefined,
      )
      .map(({ id, name }) => ({
        text: `${name} starts soon and cannot sign in yet`,
        href: `/access/people/${id}/invitation`,
        urgency: 'look' as const,
        detail: 'Invite them, so that they can begin on their first day.',
      })),
  ];
}
