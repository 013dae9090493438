// Priorities: one canonical name each, the other names it has gone by, what it attends to, and its
// number in the plan of a year.
import { z } from 'zod';
import { type CommandContext, command, type QueryContext, query } from '../../kernel/operation/operation.ts';
import { Conflict, InvalidInput } from '../../kernel/operation/refusals.ts';
import { changeOf, priority, priorityFocus, priorityName, priorityYear } from './plan.ts';
import { chosenYear } from './year.ts';

export const addPriority = command({
  name: 'plan.add-priority',
  summary: 'Add a priority under its one canonical name',
  permission: 'plan.write',
  input: priority,
  async run(context, given) {
    await refuseSameName(context, given.name, null);
    return { id: await context.write.insert('plan.priority', given) };
  },
});

export const changePriority = command({
  name: 'plan.change-priority',
  summary: 'Change a priority’s canonical name or description',
  permission: 'plan.write',
  input: priority.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await refuseSameName(context, given.name, id);
    await context.write.update('plan.priority', id, given, seen_revision);
    return { id };
  },
});

async function refuseSameName({ db }: CommandContext, name: string, own: string | null): Promise<void> {
  const there = await db.find(db.from('plan.priority').select('id').where('name', '=', name));
  if (there && there.id !== own) {
    throw new Conflict(
      `There is already a priority called “${name}”. Open that one, or choose another name.`,
    );
  }
}

export const namePriority = command({
  name: 'plan.name-priority',
  summary: 'Record another name a priority goes or went by',
  permission: 'plan.write',
  input: priorityName,
  async run(context, given) {
    const { db, write } = context;
    await refuseUnknownPriority(context, { priority_id: given.priority_id });
    const there = await db.find(
      db
        .from('plan.priority_name')
        .select('id')
        .where('priority_id', '=', given.priority_id)
        .where('name', '=', given.name),
    );
    if (there) throw new Conflict(`“${given.name}” is already recorded as a name of this priority.`);
    return { id: await write.insert('plan.priority_name', given), priority_id: given.priority_id };
  },
});

export const addPriorityFocus = command({
  name: 'plan.add-priority-focus',
  summary: 'Record what a priority attends to, and what became of it',
  permission: 'plan.write',
  input: priorityFocus,
  async run(context, given) {
    await refuseUnfitFocus(context, given);
    return {
      id: await context.write.insert('plan.priority_focus', given),
      priority_id: given.priority_id,
    };
  },
});

export const changePriorityFocus = command({
  name: 'plan.change-priority-focus',
  summary: 'Change a focus: when it ended and what carries it on',
  permission: 'plan.write',
  input: priorityFocus.extend(changeOf),
  async run(context, { id, seen_revision, ...given }) {
    await refuseUnfitFocus(context, given);
    await context.write.update('plan.priority_focus', id, given, seen_revision);
    return { id, priority_id: given.priority_id };
  },
});

async function refuseUnfitFocus(
  context: CommandContext,
  given: z.output<typeof priorityFocus>,
): Promise<void> {
  if (given.from_on && given.until_on && given.from_on > given.until_on) {
    throw new InvalidInput({ until_on: 'The focus ends before it starts. Correct one of the two days' });
  }
  await refuseUnknownPriority(context, {
    priority_id: given.priority_id,
    successor_id: given.successor_id,
  });
}

export const setPriorityYear = command({
  name: 'plan.set-priority-year',
  summary: 'Put a priority into the plan of a year, with its number and aim; again changes them',
  permission: 'plan.write',
  input: priorityYear,
  async run(context, { priority_id, year, number, statement }) {
    const { db, write } = context;
    const [{ id: year_id }] = await Promise.all([
      chosenYear(context, year),
      refuseUnknownPriority(context, { priority_id }),
    ]);
    const inYear = await db.all(
      db.from('plan.priority_year').select(['id', 'priority_id', 'number']).where('year_id', '=', year_id),
    );
    if (inYear.some((other) => other.number === number && other.priority_id !== priority_id)) {
      throw new InvalidInput({
        number: `Another priority has the number ${number} in ${year}. Choose a free one`,
      });
    }
    const there = inYear.find((other) => other.priority_id === priority_id);
    const row = { priority_id, year_id, number, statement };
    if (there === undefined) return { id: await write.insert('plan.priority_year', row), priority_id, year };
    await write.update('plan.priority_year', there.id, { number, statement });
    return { id: there.id, priority_id, year };
  },
});

/** Throws InvalidInput naming each field whose priority is not there. Null is "not recorded". */
export async function refuseUnknownPriority(
  { db }: QueryContext,
  chosen: Record<string, string | null>,
): Promise<void> {
  const ids = Object.values(chosen).filter((id) => id !== null);
  if (ids.length === 0) return;
  const there = await db.all(db.from('plan.priority').select('id').where('id', 'in', ids));
  const known = new Set(there.map(({ id }) => id));
  const unknown = Object.entries(chosen).filter(([, id]) => id !== null && !known.has(id));
  if (unknown.length > 0) {
    throw new InvalidInput(
      Object.fromEntries(unknown.map(([field]) => [field, 'Choose a priority that is in the list'])),
    );
  }
}

export const listPriorities = query({
  name: 'plan.list-priorities',
  summary: 'Every priority there has been, with the years it was in the plan',
  permission: 'plan.read',
  input: z.strictObject({}),
  async run({ db, partnership }) {
    return db.text<{ id: string; name: string; description: string | null; years: string[] }>(
      `select p.id, p.name, p.description,
         coalesce(array_agg(y.label order by y.label desc) filter (where y.id is not null), '{}') as years
       from plan.priority p
       left join plan.priority_year py on py.partnership_id = p.partnership_id and py.priority_id = p.id
       left join plan.reporting_year y on y.partnership_id = p.partnership_id and y.id = py.year_id
       where p.partnership_id = $1 group by p.id, p.name, p.description order by max(y.label) desc nulls last, p.name`,
      [partnership.id],
    );
  },
});

export const readPriority = query({
  name: 'plan.read-priority',
  summary: 'One priority through the years: names, focuses, numbers and aims',
  permission: 'plan.read',
  input: z.strictObject({ id: z.uuid() }),
  async run(context, { id }) {
    const { db, partnership } = context;
    const [found, names, focuses, years] = await Promise.all([
      db.one(db.from('plan.priority').select(['id', 'revision', 'name', 'description']).where('id', '=', id)),
      db.all(
        db
          .from('plan.priority_name')
          .select(['id', 'name', 'allowed', 'from_on', 'until_on', 'source'])
          .where('priority_id', '=', id)
          .orderBy('name'),
      ),
      focusesOf(context, id),
      db.text<{ label: string; number: number; statement: string | null }>(
        `select y.label, py.number, py.statement from plan.priority_year py
         join plan.reporting_year y on y.partnership_id = py.partnership_id and y.id = py.year_id
         where py.partnership_id = $1 and py.priority_id = $2 order by y.label desc`,
        [partnership.id, id],
      ),
    ]);
    return { ...found, names, focuses, years };
  },
});

export interface Focus {
  id: string;
  revision: number;
  priority_id: string;
  priority: string;
  focus: string;
  from_on: string | null;
  until_on: string | null;
  became: 'promoted' | 'priority' | 'ended' | null;
  successor_id: string | null;
  successor: string | null;
  note: string | null;
  source: string | null;
}

/** A priority's own focuses, and those of other priorities that it carries on. */
export function focusesOf({ db, partnership }: QueryContext, priorityId: string): Promise<Focus[]> {
  return db.text<Focus & Record<string, unknown>>(
    `select f.id, f.revision, f.priority_id, p.name as priority, f.focus, f.from_on, f.until_on, f.became,
       f.successor_id, s.name as successor, f.note, f.source
     from plan.priority_focus f
     join plan.priority p on p.partnership_id = f.partnership_id and p.id = f.priority_id
     left join plan.priority s on s.partnership_id = f.partnership_id and s.id = f.successor_id
     where f.partnership_id = $1 and (f.priority_id = $2 or f.successor_id = $2) order by f.from_on nulls last, f.id`,
    [partnership.id, priorityId],
  );
}

/** For the form that changes a focus. */
export const readFocus = query({
  name: 'plan.read-priority-focus',
  summary: 'One focus of a priority',
  permission: 'plan.read',
  input: z.strictObject({ id: z.uuid() }),
  run: ({ db }, { id }) =>
    db.one(
      db
        .from('plan.priority_focus')
        .select([
          'id',
          'revision',
          'priority_id',
          'focus',
          'from_on',
          'until_on',
          'became',
          'successor_id',
          'note',
          'source',
        ])
        .where('id', '=', id),
    ),
});
