// The front door of circles: who may see which restricted records, how these are handled, and who looked at them. Other rooms
// say of their own records what a circle may close (`records`), and draw here who may see one.
import type { Room } from '../../kernel/records/room.ts';
import { addCircle, changeCircle, listCircles, ownCircleChoices, readCircle } from './circle.operations.ts';
import { circlePages } from './circle.pages.ts';
import { circlesNeedYou } from './circles.home.ts';
import { tellEmergency, tellOriginator } from './circles.jobs.ts';
import { circlesRecords } from './circles.records.ts';
import { sendLetter, sendLetterKind } from './letters.ts';
import { listEmergencies, readEmergency, reviewEmergency } from './emergency.operations.ts';
import { emergencyPages } from './emergency.pages.ts';
import { companionsOf, kindsOf } from './kinds.ts';
import { addMember, endMembership, readMembership, reviewMembers } from './member.operations.ts';
import { reclassifying } from './reclassify.operations.ts';
import { reclassifyPages } from './reclassify.pages.ts';
import { answerRelease, asking, listReleases, readRelease } from './releases/release.operations.ts';
import { releasePages } from './releases/release.pages.ts';
import { listStatements, stating } from './statements/statement.operations.ts';
import { statementPages } from './statements/statement.pages.ts';

export { emergencyHours, emergencyReason } from './emergency.ts';
export { grantEmergency, openInEmergency } from './emergency.operations.ts';
export { type Placement, placementOf } from './placement.operations.ts';
export { recordNotes, whoMaySee } from './placement.view.ts';
export { openedForPurpose } from './statements/look.operations.ts';

/** `rooms`: those whose records a circle may close. */
export function circlesRoom(rooms: readonly Pick<Room, 'records'>[]): Room {
  const kinds = kindsOf(rooms);
  const moving = reclassifying(kinds, companionsOf(rooms));
  const asked = asking(kinds);
  const statements = stating(kinds);
  return {
    name: 'circles',
    title: 'Circles',
    operations: [
      listCircles,
      readCircle,
      addCircle,
      changeCircle,
      addMember,
      readMembership,
      endMembership,
      reviewMembers,
      moving.readPlacement,
      moving.reclassify,
      asked.beforeAsking,
      asked.askRelease,
      listReleases,
      readRelease,
      answerRelease,
      listEmergencies,
      readEmergency,
      reviewEmergency,
      listStatements,
      statements.readStatement,
    ],
    pages: [
      ...circlePages,
      ...reclassifyPages(moving),
      ...releasePages(kinds, asked),
      ...emergencyPages,
      ...statementPages(statements),
    ],
    records: circlesRecords,
    choices: { circles: ownCircleChoices },
    needsYou: (context) => circlesNeedYou(context, kinds),
    jobs: {
      'circles.tell-emergency': tellEmergency,
      'circles.tell-originator': tellOriginator,
      [sendLetterKind]: sendLetter,
      'circles.monthly-statement': statements.makeStatements,
    },
    schedule: { 'circles.monthly-statement': 'monthly' },
  };
}
