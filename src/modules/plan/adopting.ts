// Priorities and next steps of a published report, taken over into the plan when a person accepts them.
import { adopter, type Adopts } from '../../kernel/adopting/adopter.ts';
import { ref, refParts } from '../../kernel/evidence/evidence.ts';
import type { QueryContext } from '../../kernel/operation/operation.ts';
import { optional, recordId, whole } from '../../kernel/records/field.ts';
import { addNextStep } from './entry.operations.ts';
import { showYearLabel } from './drawing.ts';
import { nextStep, priority, yearLabel } from './plan.ts';
import { pathOf } from './plan.evidence.ts';
import { addPriority, refuseUnknownPriority, setPriorityYear } from './priority.operations.ts';
import { listedYears } from './year.ts';

const { source_id: _source, locator: _locator, ...askedOfStep } = nextStep.shape;

/** A year is added by a person, and by nothing else. */
async function missing(context: QueryContext, year: string | null) {
  if (year === null || (await listedYears(context)).some(({ label }) => label === year)) return null;
  return {
    text: `The plan has no year ${showYearLabel(year)} yet, and priorities and next steps need it`,
    href: `/plan/years/new?label=${year}`,
  };
}

const priorities = adopter({
  kind: 'priority',
  label: 'Priority',
  plural: 'Priorities',
  permission: 'plan.write',
  fields: {
    priority_id: optional(
      recordId({
        label: 'Is it one that the plan has already?',
        choose_from: 'priorities',
        none: 'No, add it as a new one',
      }),
    ),
    ...priority.shape,
    year: optional(yearLabel).meta({ label: 'Put it into the plan of the year', hint: 'Such as 2024-25' }),
    number: optional(whole({ label: 'Number in the plan of that year' }, 1, 99)),
  },
  rules: [
    [
      ({ year, number }) => (year ?? null) === null || (number ?? null) !== null,
      { message: 'Give its number in the plan, or leave the year empty', path: ['number'] },
    ],
  ],
  values: ({ content, same_ref, year }) => ({
    priority_id: same_ref === null ? null : refParts(same_ref).id,
    name: content.name,
    year,
    number: content.number,
  }),
  async accept(context, { priority_id, year, number, ...given }) {
    await refuseUnknownPriority(context, { priority_id });
    const id = priority_id ?? (await addPriority.run(context, given)).id;
    if (year !== null && number !== null && !(await isIn(context, id, year)))
      await setPriorityYear.run(context, { priority_id: id, year, number, statement: null });
    return { ref: ref('plan.priority', id), path: `/plan/priorities/${id}` };
  },
  async known({ db }) {
    const [rows, names] = await Promise.all([
      db.all(db.from('plan.priority').select(['id', 'name'])),
      db.all(db.from('plan.priority_name').select(['priority_id', 'name'])),
    ]);
    return rows.map(({ id, name }) => ({
      ref: ref('plan.priority', id),
      names: [name, ...names.filter(({ priority_id }) => priority_id === id).map((other) => other.name)],
    }));
  },
  missing,
});

/** What the plan says of a priority's place in a year stays. */
async function isIn({ db, partnership }: QueryContext, id: string, year: string): Promise<boolean> {
  const there = await db.text(
    `select py.id from plan.priority_year py
     join plan.reporting_year y on y.partnership_id = py.partnership_id and y.id = py.year_id
     where py.partnership_id = $1 and py.priority_id = $2 and y.label = $3`,
    [partnership.id, id, year],
  );
  return there.length > 0;
}

const nextSteps = adopter({
  kind: 'next-step',
  label: 'Next step',
  plural: 'Next steps',
  permission: 'plan.write',
  fields: askedOfStep,
  values: ({ content, year, priority_ref, topics, position }) => ({
    year,
    priority_id: priority_ref === null ? null : refParts(priority_ref).id,
    topic: topics[0] ?? null,
    position,
    text: content.text,
    due_label: content.due_label,
  }),
  async accept(context, given, { source_id, locator }) {
    const { id } = await addNextStep.run(context, { ...given, source_id, locator });
    return { ref: ref('plan.next-step', id), path: pathOf({ ...given, id }, given.year, 'next-step') };
  },
  missing,
});

export const planAdopts: Adopts = { adopters: [priorities, nextSteps] };
