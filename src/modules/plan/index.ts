// The front door of the plan: reporting years, priorities, strategies, and for each year what was done, what changed and
// what comes next.
import type { HomeItem, Room } from '../../kernel/records/room.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import type { ChoiceSource } from '../../kernel/pages/page.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { planAdopts } from './adopting.ts';
import { citeEvidence, claimsOf, readClaim, removeCitation } from './claim.operations.ts';
import { claimPages } from './claim.pages.ts';
import { showYearLabel } from './drawing.ts';
import {
  addActivity,
  addClaim,
  addNextStep,
  changeActivity,
  changeClaim,
  changeNextStep,
  completeNextStep,
  readActivity,
  readNextStep,
  withdrawActivity,
  withdrawClaim,
  withdrawNextStep,
} from './entry.operations.ts';
import { entryPages } from './entry.pages.ts';
import { nextStepsOf } from './frame.operations.ts';
import { framePages } from './frame.pages.ts';
import { planHome } from './home.ts';
import { isPastDue, prioritiesOf, readPriorityYear, readTopicYear, readYear } from './overview.operations.ts';
import { overviewPages } from './overview.pages.ts';
import { pathOf, planEvidence } from './plan.evidence.ts';
import {
  addPriority,
  addPriorityFocus,
  changePriority,
  changePriorityFocus,
  listPriorities,
  namePriority,
  readPriority,
  setPriorityYear,
} from './priority.operations.ts';
import { priorityPages } from './priority.pages.ts';
import { addReportingYear, listYears } from './reporting-year.operations.ts';
import { addStrategy, changeStrategy, listStrategies, readStrategy } from './strategy.operations.ts';
import { strategyPages } from './strategy.pages.ts';
import { currentYear, listedYears } from './year.ts';
import { planRecords } from './plan.records.ts';

const choices: Record<string, ChoiceSource> = {
  priorities: (context) => prioritiesAs(context, (id) => id),
  /** The same as references: what evidence is gathered under. */
  'priority-groups': (context) => prioritiesAs(context, (id) => `plan.priority/${id}`),
  async strategies({ db }) {
    const rows = await db.all(db.from('plan.strategy').select(['id', 'name']).orderBy('name'));
    return rows.map(({ id, name }) => ({ value: id, text: name }));
  },
  async years(context) {
    const years = await listedYears(context);
    return years.map(({ label }) => ({ value: label, text: showYearLabel(label) }));
  },
  /** Claims of the latest three years. */
  async claims({ db, partnership }) {
    const rows = await db.text<{ id: string; statement: string; label: string }>(
      `select c.id, c.statement, y.label from plan.claim c
       join plan.reporting_year y on y.partnership_id = c.partnership_id and y.id = c.year_id
       where c.partnership_id = $1 and c.withdrawn_on is null and y.label in (
         select label from plan.reporting_year where partnership_id = $1 order by label desc limit 3)
       order by y.label desc, c.position, c.id`,
      [partnership.id],
    );
    return rows.map(({ id, statement, label }) => ({
      value: id,
      text: `${showYearLabel(label)}: ${statement.length > 120 ? `${statement.slice(0, 119)}…` : statement}`,
    }));
  },
};

async function prioritiesAs({ db }: QueryContext, valueOf: (id: string) => string) {
  const rows = await db.all(db.from('plan.priority').select(['id', 'name']).orderBy('name'));
  return rows.map(({ id, name }) => ({ value: valueOf(id), text: name }));
}

/** For whoever keeps the plan: priorities with no claim that rests on evidence, and next steps that are past due. */
async function needsYou(context: QueryContext): Promise<HomeItem[]> {
  if (!context.actor.can('plan.write')) return [];
  const year = currentYear(await listedYears(context), context.today);
  if (year === undefined) return [];
  const [claims, next_steps, priorities] = await Promise.all([
    claimsOf(context, year.id),
    nextStepsOf(context, year),
    prioritiesOf(context, year),
  ]);
  const late = next_steps.filter((step) => isPastDue(step, context.today));
  const unproven = priorities.filter(
    ({ id }) => !claims.some((claim) => claim.priority_id === id && claim.grade !== 'asserted'),
  );
  return [
    ...late.map((step) => ({
      text: step.text.length > 120 ? `${step.text.slice(0, 119)}…` : step.text,
      href: pathOf(step, year.label, 'next-step'),
      urgency: 'overdue' as const,
      detail: `A next step of the plan, due on ${showDay(step.due_on ?? context.today)}`,
    })),
    ...unproven.map(({ id, name }) => ({
      text: `${name}: no claim of change rests on evidence yet`,
      href: `/plan/years/${year.label}/priorities/${id}`,
      urgency: 'look' as const,
      detail: `In the plan for ${showYearLabel(year.label)}. Link what shows a difference.`,
    })),
  ];
}

export const planRoom: Room = {
  name: 'plan',
  title: 'Plan',
  operations: [
    addReportingYear,
    listYears,
    readYear,
    readPriorityYear,
    readTopicYear,
    addPriority,
    changePriority,
    namePriority,
    addPriorityFocus,
    changePriorityFocus,
    setPriorityYear,
    listPriorities,
    readPriority,
    addStrategy,
    changeStrategy,
    listStrategies,
    readStrategy,
    addActivity,
    changeActivity,
    withdrawActivity,
    readActivity,
    addClaim,
    changeClaim,
    withdrawClaim,
    readClaim,
    citeEvidence,
    removeCitation,
    addNextStep,
    changeNextStep,
    completeNextStep,
    withdrawNextStep,
    readNextStep,
  ],
  pages: [...overviewPages, ...framePages, ...claimPages, ...entryPages, ...priorityPages, ...strategyPages],
  records: planRecords,
  choices,
  evidence: planEvidence,
  adopts: planAdopts,
  home: planHome,
  needsYou,
};
