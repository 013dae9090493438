// The front door of accounts: who can sign in, invitations and resets, tokens for other systems, and questions to guests.
// Access itself follows from appointments (governance); what is here gives people and systems the means.
import { tellOfChange } from '../../kernel/access/account-letters.ts';
import { tellOfChangeKind } from '../../kernel/access/account-change.ts';
import { sendCodeKind } from '../../kernel/access/guest-visit.ts';
import { sendResetKind } from '../../kernel/access/password-reset.ts';
import { type Permission, permissions } from '../../kernel/access/roles.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import type { Room } from '../../kernel/records/room.ts';
import { accountsNeedYou } from './accounts.home.ts';
import { accountsRecords } from './accounts.records.ts';
import { forgetSpent, forgetSpentKind } from './forget.jobs.ts';
import { guestOperations, listGuestLinks, withdrawGuestLink } from './guest.operations.ts';
import { guestPages } from './guest.pages.ts';
import {
  sendGuestCode,
  sendGuestLinkBy,
  sendGuestLinkKind,
  sendInvitation,
  sendInvitationKind,
  sendReset,
} from './letters.jobs.ts';
import { endAccess, invitePerson, listPeopleAccess, readPersonAccess } from './people.operations.ts';
import { peopleAccessPages } from './people.pages.ts';
import { listTokens, makeToken, revokeToken } from './token.operations.ts';
import { tokenPages } from './token.pages.ts';

const choices: Record<string, ChoiceSource> = {
  /** What the person may do themselves: a token may do no more. */
  'own-permissions': async ({ actor }) =>
    (Object.keys(permissions) as Permission[])
      .filter((permission) => actor.can(permission))
      .map((permission) => ({ value: permission, text: permissions[permission] })),
};

/** `others` say what a guest may be asked about their records. */
export function accountsRoom(others: readonly Room[]): Room {
  const tasks = others.flatMap((room) => room.guests ?? []);
  const operations = guestOperations(tasks);
  return {
    name: 'accounts',
    title: 'Who can sign in',
    operations: [
      listPeopleAccess,
      readPersonAccess,
      invitePerson,
      endAccess,
      listTokens,
      makeToken,
      revokeToken,
      operations.readGuestTask,
      operations.inviteGuest,
      listGuestLinks,
      withdrawGuestLink,
    ],
    pages: [...peopleAccessPages, ...tokenPages, ...guestPages(tasks, operations)],
    records: accountsRecords,
    choices,
    needsYou: accountsNeedYou,
    jobs: {
      [sendInvitationKind]: sendInvitation,
      [sendResetKind]: sendReset,
      [sendGuestLinkKind]: sendGuestLinkBy(tasks),
      [sendCodeKind]: sendGuestCode,
      [tellOfChangeKind]: tellOfChange,
      [forgetSpentKind]: forgetSpent,
    },
    schedule: { [forgetSpentKind]: 'daily' },
  };
}
