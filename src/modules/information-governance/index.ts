// The front door of information governance: what is kept and why, for how long, what is held, disposed of and taken out, and
// what the law asks to be shown of it (UK GDPR articles 5, 30 and 35). It needs what every other room declares.
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import type { Room } from '../../kernel/records/room.ts';
import { assessmentPages } from './assessment/assessment.pages.ts';
import {
  readAssessmentNote,
  readAssessmentOf,
  writeAssessmentNote,
} from './assessment/assessment.operations.ts';
import { type Declared, declaredBy, kindWord } from './declared.ts';
import { disposalCommands, listDisposals, readDisposalAmong } from './disposal.operations.ts';
import { disposalPages } from './disposal.pages.ts';
import { dueAmong, isFree, listDueAmong } from './due.operations.ts';
import { duePages } from './due.pages.ts';
import { forgetFileBytes } from './forget.operations.ts';
import { keepingRecords } from './information.records.ts';
import { liftHold, listHolds, placeHoldAmong, readHold } from './legal-hold.operations.ts';
import { holdPages } from './legal-hold.pages.ts';
import { keepingNeeds, overviewOf } from './overview.operations.ts';
import { listRedactions, readRedaction, redactionOperations } from './redaction.operations.ts';
import { redactionPages } from './redaction.pages.ts';
import { listRegisterOf } from './register.operations.ts';
import { registerPages } from './register.pages.ts';
import { exportDisposals, reapplyDisposalsAmong } from './restored.operations.ts';
import { setRuleAmong } from './retention-rule.operations.ts';
import { rightsOf, rightsParts, rightsRecords } from './rights/index.ts';

export { rightsRecords } from './rights/index.ts';

export function informationGovernanceRoom(rooms: readonly Room[]): Room {
  const records = [...keepingRecords, ...rightsRecords];
  const declared = declaredBy([...rooms.flatMap((room) => room.records), ...records]);
  const rights = rightsOf(declared.declarations);
  const listDue = listDueAmong(declared, rooms);
  const setRule = setRuleAmong(declared);
  const placeHold = placeHoldAmong(declared);
  const disposal = disposalCommands(declared);
  const readDisposal = readDisposalAmong(declared);
  const redacting = redactionOperations(declared, rooms);
  const listRegister = listRegisterOf(declared);
  const overview = overviewOf(declared, rightsParts);
  const own = [
    overview,
    listRegister,
    listDue,
    setRule,
    listHolds,
    readHold,
    placeHold,
    liftHold,
    listDisposals,
    readDisposal,
    disposal.propose,
    disposal.agree,
    disposal.carryOut,
    disposal.cancel,
    exportDisposals,
    reapplyDisposalsAmong(declared),
    listRedactions,
    readRedaction,
    redacting.readRedactable,
    redacting.redact,
    redacting.removeFile,
    readAssessmentNote,
    writeAssessmentNote,
  ];
  const room: Room = {
    name: 'information',
    title: 'Information governance',
    operations: [...own, ...rights.operations],
    pages: [],
    records,
  };
  const readAssessment = readAssessmentOf(declared, [...rooms, room]);
  return {
    ...room,
    operations: [...room.operations, readAssessment],
    pages: [
      ...registerPages(overview, listRegister),
      ...duePages(listDue, setRule),
      ...holdPages(placeHold),
      ...disposalPages(disposal, readDisposal),
      ...redactionPages(redacting),
      ...assessmentPages(readAssessment),
      ...rights.pages,
    ],
    choices: { ...choicesAmong(declared), ...rights.choices },
    jobs: { 'information.forget-bytes': forgetFileBytes },
    needsYou: async (context) =>
      (await Promise.all([rights.needsYou(context), keepingNeeds(context)])).flat(),
  };
}

function choicesAmong(declared: Declared): Record<string, ChoiceSource> {
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }));
  return {
    'retained-records': async () => named(declared.retained.map(({ name }) => name).toSorted()),
    'due-records': async (context: QueryContext) => {
      const due = await dueAmong(context, declared, declared.retained);
      return due
        .map(({ declaration, records }) => ({
          value: declaration,
          free: records.filter(isFree).length,
        }))
        .filter(({ free }) => free > 0)
        .map(({ value, free }) => ({ value, text: `${value} (${free})` }));
    },
    'held-kinds': async () =>
      declared.kinds
        .map(({ concept }) => ({ value: concept, text: kindWord(concept) }))
        .toSorted((a, b) => (a.text < b.text ? -1 : 1)),
  };
}
