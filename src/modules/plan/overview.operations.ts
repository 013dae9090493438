// The plan of a year at a glance, and one of its priorities or topics in full.
import { z } from 'zod';
import { grades, type Grade } from '../../kernel/evidence/evidence.ts';
import type { EvidenceTally } from '../../kernel/evidence/source.ts';
import { type Topic, topicNames } from '../../kernel/evidence/topics.ts';
import { type QueryContext, query } from '../../kernel/operation/operation.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import type { Claim } from './claim.operations.ts';
import { entriesOf, frameOf } from './frame.operations.ts';
import { yearLabel } from './plan.ts';
import { focusesOf } from './priority.operations.ts';
import { currentYear, listedYears, type Year, yearOf } from './year.ts';

export interface Counts {
  done: number;
  claims: number;
  by_grade: Record<Grade, number>;
  next: number;
  past_due: number;
  /** Items in the register that belong here. */
  evidence: number;
  /** The claim that stands strongest, if any rests on something; what only says how many were reached comes last. */
  strongest: Claim | null;
}

export interface PriorityAtAGlance extends Counts {
  id: string;
  number: number;
  name: string;
  statement: string | null;
}

export interface TopicAtAGlance extends Counts {
  topic: Topic;
}

type Entries = Awaited<ReturnType<typeof entriesOf>>;
type Placed = { priority_id: string | null; topic: Topic };

function countsOf(
  entries: Entries,
  evidence: number,
  today: string,
  belongs: (of: Placed) => boolean,
): Counts {
  const claims = entries.claims.filter(belongs);
  const steps = entries.next_steps.filter(belongs);
  const by_grade = Object.fromEntries(
    grades.map((grade) => [grade, claims.filter((claim) => claim.grade === grade).length]),
  ) as Record<Grade, number>;
  const ranked = claims
    .filter((claim) => claim.grade !== 'asserted')
    .toSorted(
      (a, b) =>
        Number(a.about === 'reach') - Number(b.about === 'reach') ||
        grades.indexOf(a.grade) - grades.indexOf(b.grade) ||
        Number(b.headline) - Number(a.headline),
    );
  return {
    done: entries.activities.filter(belongs).length,
    claims: claims.length,
    by_grade,
    next: steps.length,
    past_due: steps.filter((step) => isPastDue(step, today)).length,
    evidence,
    strongest: ranked[0] ?? null,
  };
}

export function isPastDue(step: { due_on: string | null; done_on: string | null }, today: string): boolean {
  return step.done_on === null && step.due_on !== null && step.due_on < today;
}

interface InYear {
  id: string;
  name: string;
  number: number;
  statement: string | null;
}

/** The priorities of a year in the order of their numbers. */
export function prioritiesOf({ db, partnership }: QueryContext, year: Year): Promise<InYear[]> {
  return db.text<InYear & Record<string, unknown>>(
    `select p.id, p.name, py.number, py.statement from plan.priority_year py
     join plan.priority p on p.partnership_id = py.partnership_id and p.id = py.priority_id
     where py.partnership_id = $1 and py.year_id = $2 order by py.number`,
    [partnership.id, year.id],
  );
}

export interface YearAtAGlance {
  year: Year | null;
  years: Year[];
  priorities: PriorityAtAGlance[];
  topics: TopicAtAGlance[];
}

export const readYear = query({
  name: 'plan.read-year',
  summary:
    'The plan of a year at a glance: priorities, claims by grade, next steps; without a year, the current one',
  permission: 'plan.read',
  input: z.strictObject({ label: yearLabel.optional() }),
  async run(context, { label }): Promise<YearAtAGlance> {
    const years = await listedYears(context);
    const year =
      label === undefined ? currentYear(years, context.today) : years.find((y) => y.label === label);
    if (year === undefined) {
      if (label !== undefined) throw new NotFound(`The plan has no year ${label} yet.`);
      return { year: null, years, priorities: [], topics: [] };
    }
    const [entries, inYear, tally] = await Promise.all([
      entriesOf(context, year),
      prioritiesOf(context, year),
      tallyOf(context, year),
    ]);
    const sum = (of: EvidenceTally[]) => of.reduce((total, { items }) => total + items, 0);
    const priorities = inYear.map((priority) => ({
      ...priority,
      ...countsOf(
        entries,
        sum(tally.filter(({ group }) => group === `plan.priority/${priority.id}`)),
        context.today,
        (entry) => entry.priority_id === priority.id,
      ),
    }));
    const topics = topicNames
      .map((topic) => ({
        topic,
        ...countsOf(
          entries,
          sum(tally.filter((t) => t.topic === topic && t.group === null)),
          context.today,
          (entry) => entry.priority_id === null && entry.topic === topic,
        ),
      }))
      .filter(({ done, claims, next, evidence }) => done + claims + next + evidence > 0);
    return { year, years, priorities, topics };
  },
});

async function tallyOf(context: QueryContext, year: Year): Promise<EvidenceTally[]> {
  const lists = await Promise.all(
    context.evidence.map((source) => source.tallyOf?.(context, year) ?? Promise.resolve([])),
  );
  return lists.flat();
}

export const readPriorityYear = query({
  name: 'plan.read-priority-year',
  summary: 'A priority in a year: what was done, how we know it made a difference, what comes next',
  permission: 'plan.read',
  input: z.strictObject({ label: yearLabel, id: z.uuid() }),
  async run(context, { label, id }) {
    const year = await yearOf(context, label);
    const [inYear, frame, focuses] = await Promise.all([
      prioritiesOf(context, year),
      frameOf(context, year, { priority_id: id }),
      focusesOf(context, id),
    ]);
    const priority = inYear.find((one) => one.id === id);
    if (priority === undefined) throw new NotFound(`This priority is not in the plan of ${label}.`);
    return {
      year,
      priority,
      siblings: inYear,
      frame,
      focuses: focuses.filter(
        (f) => f.priority_id === id && (f.until_on === null || f.until_on >= year.from_on),
      ),
      /** Focuses of other priorities that this one carries on, which ended before the year did. */
      taken_over: focuses.filter(
        (f) =>
          f.successor_id === id && f.priority_id !== id && (f.until_on === null || f.until_on <= year.to_on),
      ),
    };
  },
});

export const readTopicYear = query({
  name: 'plan.read-topic-year',
  summary: 'Another topic in a year: what was done, how we know it made a difference, what comes next',
  permission: 'plan.read',
  input: z.strictObject({ label: yearLabel, topic: z.enum(topicNames) }),
  async run(context, { label, topic }) {
    const year = await yearOf(context, label);
    return { year, topic, frame: await frameOf(context, year, { topic }) };
  },
});
