// The front door of children's records: who a child is, the circles that decide who sees them, and emergency access.
import { showDay, showInstant } from '../drawing.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { RecordDeclaration } from '../../kernel/records/declaration.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import {
  addChild,
  changeChild,
  findChild,
  listChildren,
  readChild,
  readChildToChange,
} from './child.operations.ts';
import { childPages } from './child.pages.ts';
import {
  addCircle,
  addMember,
  endMembership,
  listCircles,
  ownCircleChoices,
  readCircle,
  readMembership,
} from './circle.operations.ts';
import { circlePages } from './circle.pages.ts';
import { askEmergencyAccess, recentEmergencies, tellEmergency } from './emergency.operations.ts';

const records: RecordDeclaration[] = [
  {
    tables: ['children.child'],
    name: 'Who a child is',
    controller: 'Each agency for the children it records; the host council for the register',
    purpose: 'To know which child a piece of the partnership’s work is about',
    lawful_basis:
      'Public task (UK GDPR article 6(1)(e)); safeguarding of children (article 9(2)(g), Data Protection Act 2018 schedule 1 paragraph 18)',
    retention: { years: 25, after: 'the child was born' },
    about_children: true,
  },
];

/** Business managers see at once that somebody opened a record in an emergency, and for a week after. */
async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('access.manage')) return [];
  const accesses = await recentEmergencies(context);
  return accesses.map(({ circle_id, circle, person, from_on, expires_at, reason }) => ({
    text: `${person} was given emergency access to “${circle}”`,
    href: `/circles/${circle_id}`,
    urgency: 'due' as const,
    detail: `On ${showDay(from_on)}, until ${showInstant(expires_at, 'Europe/London')}. Reason: ${reason}`,
  }));
}

export const childrenRoom: Room = {
  name: 'children',
  title: 'Children',
  operations: [
    listChildren,
    findChild,
    readChild,
    readChildToChange,
    addChild,
    changeChild,
    askEmergencyAccess,
    listCircles,
    readCircle,
    addCircle,
    addMember,
    endMembership,
    readMembership,
  ],
  pages: [...childPages, ...circlePages],
  records,
  choices: {
    circles: ownCircleChoices,
    async schools({ db }) {
      const rows = await db.all(
        db.from('governance.agency').select(['id', 'name']).where('kind', '=', 'education').orderBy('name'),
      );
      return rows.map(({ id, name }) => ({ value: id, text: name }));
    },
  },
  needsYou,
  jobs: { 'children.tell-emergency': tellEmergency },
};
