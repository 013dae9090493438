// The rights of the people whom records are about: requests to see them, notes that put them right, the ledger of sharing.
// One part of information governance, made for the records that all rooms declare.
import { showDay } from '../../../ground/drawing.ts';
import type { QueryContext } from '../../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../../kernel/pages/page.ts';
import type { RecordDeclaration } from '../../../kernel/records/declaration.ts';
import type { HomeItem, Room } from '../../../kernel/records/room.ts';
import type { More } from '../overview.operations.ts';
import { readBundle } from './bundle.operations.ts';
import {
  decideRectification,
  openRectifications,
  rectificationOperations,
} from './rectification.operations.ts';
import { rectificationPages } from './rectification.pages.ts';
import { listSharing, sharingOperations } from './sharing-decision.operations.ts';
import { sharingPages } from './sharing-decision.pages.ts';
import { subjectAccess } from './subject-access.ts';
import { itemPages } from './subject-item.pages.ts';
import {
  addRequest,
  changeRequest,
  checkIdentity,
  listRequests,
  requestsSeen,
  subjectChildren,
} from './subject-request.operations.ts';
import { extend, startClock, stopClock } from './subject-time.operations.ts';
import { requestPages } from './subject-request.pages.ts';
import { stepPages } from './subject-steps.pages.ts';

export { rightsRecords } from './rights.records.ts';

/** What the first page of information governance leads on to. */
export const rightsParts = [
  {
    title: 'Requests to see what is held',
    href: '/information-governance/subject-requests',
    permission: 'information.rights',
    description: 'Somebody asks what is held about them: their clock, what was found, what is given.',
  },
  {
    title: 'Records said to be wrong',
    href: '/information-governance/rectifications',
    permission: 'information.read',
    description: 'Notes that stand beside a record, which is never rewritten.',
  },
  {
    title: 'What was shared and what was not',
    href: '/information-governance/sharing',
    permission: 'information.read',
    description: 'The ledger of decisions to share, and not to, with basis and reason.',
  },
  {
    title: 'Information sharing agreements',
    href: '/governance/agreements',
    permission: 'governance.read',
    description: 'Which agencies may give what to the partnership, and which returns can be taken today.',
  },
] as const satisfies readonly More[];

type Rights = Pick<Room, 'operations' | 'pages'> & {
  choices: Record<string, ChoiceSource>;
  needsYou: (context: QueryContext) => Promise<HomeItem[]>;
};

/** `declarations`: what every room keeps, this one included. */
export function rightsOf(declarations: readonly RecordDeclaration[]): Rights {
  const access = subjectAccess(declarations);
  const rectifications = rectificationOperations(declarations);
  const sharing = sharingOperations(declarations);
  return {
    operations: [
      listRequests,
      addRequest,
      changeRequest,
      checkIdentity,
      stopClock,
      startClock,
      extend,
      readBundle,
      ...Object.values(access),
      ...Object.values(rectifications),
      decideRectification,
      listSharing,
      ...Object.values(sharing),
    ],
    pages: [
      ...requestPages(access),
      ...stepPages(access),
      ...itemPages(access),
      ...rectificationPages(rectifications),
      ...sharingPages(sharing),
    ],
    choices: { subjects },
    needsYou,
  };
}

/** Whom a request can be about: children of one's circles, and people of the partnership. */
async function subjects(context: QueryContext) {
  const [children, people] = await Promise.all([
    subjectChildren(context),
    context.db.all(context.db.from('governance.person').select(['id', 'name']).orderBy('name')),
  ]);
  return [
    ...children.map((child) => ({
      value: `children.child/${child.id}`,
      text: `${child.given_name} ${child.family_name} (child)`,
    })),
    ...people.map((person) => ({ value: `governance.person/${person.id}`, text: person.name })),
  ];
}

/** For those who answer requests. Nobody's name: the home page is seen over shoulders. */
async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('information.rights')) return [];
  const [requests, open] = await Promise.all([requestsSeen(context), openRectifications(context)]);
  return [
    ...requests
      .filter((request) => request.state === 'open' && request.clock.waiting_since === null)
      .map(({ id, clock, received_on }): HomeItem => {
        const late = clock.state === 'breach' || clock.state === 'check';
        return {
          text: 'A request to see what is held',
          href: `/information-governance/subject-requests/${id}`,
          urgency: late ? 'overdue' : clock.state === 'due-soon' ? 'due' : 'look',
          detail:
            clock.due_on === null
              ? `Received on ${showDay(received_on)}.`
              : `Received on ${showDay(received_on)}; to be answered by ${showDay(clock.due_on)}.`,
        };
      }),
    ...open.map(
      ({ id, raised_on }): HomeItem => ({
        text: 'A record is said to be wrong',
        href: `/information-governance/rectifications/${id}`,
        urgency: 'look',
        detail: `Since ${showDay(raised_on)}. Look into it and decide.`,
      }),
    ),
  ];
}
