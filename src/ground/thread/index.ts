// The front door of the thread. Other rooms record their findings, recommendations, decisions, actions, checks and expected
// effects here, in their own transaction, and say what each follows from.
import { showDay } from '../drawing.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import {
  actionGuestTask,
  addAction,
  changeActionOwner,
  listActions,
  listAgencyActions,
  readAction,
  readAskedAction,
  reportOnAction,
  resumeAction,
} from './action.operations.ts';
import { actionPages } from './action.pages.ts';
import { listChecks, makeCheck, readCheck } from './check.operations.ts';
import { checkPages } from './check.pages.ts';
import { threadChoices } from './choices.ts';
import { addDecision, listDecisions, ratifyDecision, readDecision } from './decision.operations.ts';
import { decisionPages } from './decision.pages.ts';
import { addEffect, listEffects, readEffect, reportEffect, resumeEffect } from './effect.operations.ts';
import { effectPages } from './effect.pages.ts';
import { addFinding, listFindings, moveFinding, readFinding } from './finding.operations.ts';
import { findingPages } from './finding.pages.ts';
import { countToCheck, countUnanswered, ownOverdue, readThread } from './overview/overview.operations.ts';
import { overviewPages } from './overview/overview.pages.ts';
import { connect, findStrand } from './place.operations.ts';
import {
  addRecommendation,
  listRecommendations,
  moveRecommendation,
  readRecommendation,
  respondToRecommendation,
} from './recommendation.operations.ts';
import { recommendationPages } from './recommendation.pages.ts';
import { shortText } from './strand.ts';
import { threadEvidence } from './thread.evidence.ts';
import { threadRecords } from './thread.records.ts';

export { recordAction } from './action.operations.ts';
export { recordCheck } from './check.operations.ts';
export { recordDecision } from './decision.operations.ts';
export { recordEffect } from './effect.operations.ts';
export { recordFinding } from './finding.operations.ts';
export { threadPicture } from './picture.view.ts';
export { connectAfter, placeOf, strandsByRef } from './place.operations.ts';
export { recordRecommendation, repliesTo, type Replied } from './recommendation.operations.ts';
export { responses, type Response } from './thread.ts';
export type { Recorded } from './recording.ts';
export { type StrandRow, strandPath, strandRef } from './strand.ts';

async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  const { actor } = context;
  if (!actor.can('thread.read')) return [];
  const [late, toCheck, { unanswered, to_ratify }] = await Promise.all([
    actor.can('thread.act') ? ownOverdue(context) : [],
    actor.can('thread.check') ? countToCheck(context) : 0,
    actor.can('thread.write') ? countUnanswered(context) : { unanswered: 0, to_ratify: 0 },
  ]);
  const items: (HomeItem | false)[] = [
    ...late.map((action) => ({
      text: shortText(action.text, 100),
      href: `/thread/actions/${action.id}`,
      urgency: 'overdue' as const,
      detail: `Action due ${showDay(action.due_on ?? context.today)}. Say how far it has come.`,
    })),
    to_ratify > 0 && {
      text: to_ratify === 1 ? 'A decision has to be ratified' : `${to_ratify} decisions have to be ratified`,
      href: '/thread/decisions?state=lacking',
      urgency: 'due',
      detail: 'Taken by a body that does not hold the authority. The lead safeguarding partners can ratify.',
    },
    unanswered > 0 && {
      text:
        unanswered === 1
          ? 'A recommendation has no response'
          : `${unanswered} recommendations have no response`,
      href: '/thread/recommendations?state=made',
      urgency: 'due',
      detail: 'Record whether the partnership accepts them.',
    },
    toCheck > 0 && {
      text: toCheck === 1 ? 'An action waits for a check' : `${toCheck} actions wait for a check`,
      href: '/thread/actions?state=done',
      urgency: 'look',
      detail: 'They are reported as done, and you are not their owner.',
    },
  ];
  return items.filter((item) => item !== false);
}

export const threadRoom: Room = {
  name: 'thread',
  title: 'Thread',
  operations: [
    readThread,
    listFindings,
    readFinding,
    addFinding,
    moveFinding,
    listRecommendations,
    readRecommendation,
    addRecommendation,
    respondToRecommendation,
    moveRecommendation,
    listDecisions,
    readDecision,
    addDecision,
    ratifyDecision,
    listActions,
    listAgencyActions,
    readAction,
    readAskedAction,
    addAction,
    reportOnAction,
    changeActionOwner,
    resumeAction,
    listChecks,
    readCheck,
    makeCheck,
    listEffects,
    readEffect,
    addEffect,
    reportEffect,
    resumeEffect,
    findStrand,
    connect,
  ],
  pages: [
    ...overviewPages,
    ...findingPages,
    ...recommendationPages,
    ...decisionPages,
    ...actionPages,
    ...checkPages,
    ...effectPages,
  ],
  records: threadRecords,
  choices: threadChoices,
  guests: [actionGuestTask],
  evidence: threadEvidence,
  needsYou,
};
