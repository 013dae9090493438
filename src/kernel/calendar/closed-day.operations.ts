// The partnership's own calendar: closed days an administrator adds to the bank holidays, and the working-day count that
// knows them.
import { z } from 'zod';
import { command, query, type QueryContext } from '../operation/operation.ts';
import { Conflict } from '../operation/refusals.ts';
import * as field from '../records/field.ts';
import { createCalendar, type WorkingCalendar } from './working-days.ts';

/** The bank holidays with the partnership's added days. */
export async function calendarOf({ db }: Pick<QueryContext, 'db'>): Promise<WorkingCalendar> {
  const added = await db.all(db.from('kernel.closed_day').select(['on_day', 'name']));
  return createCalendar({ addedDays: added.map(({ on_day, name }) => ({ day: on_day, name })) });
}

export const listClosedDays = query({
  name: 'calendar.list-closed-days',
  summary: 'Closed days added to the bank holidays',
  permission: 'governance.read',
  input: z.strictObject({}),
  run: ({ db }) => db.all(db.from('kernel.closed_day').select(['id', 'on_day', 'name']).orderBy('on_day')),
});

export const addClosedDay = command({
  name: 'calendar.add-closed-day',
  summary: 'Add a day that does not count as a working day',
  permission: 'calendar.write',
  input: z.strictObject({
    on_day: field.day({
      label: 'Day',
      hint: 'For example a bank holiday proclaimed after this version was issued',
    }),
    name: field.text({ label: 'Why it is closed' }, 120),
  }),
  async run({ db, write }, input) {
    const there = await db.find(
      db.from('kernel.closed_day').select('name').where('on_day', '=', input.on_day),
    );
    if (there) throw new Conflict(`That day is already closed: ${there.name}.`);
    return { id: await write.insert('kernel.closed_day', input) };
  },
});

export const findDueDay = query({
  name: 'calendar.find-due-day',
  summary: 'The day so many working days after a day, with the partnership’s own closed days',
  permission: 'governance.read',
  input: z.strictObject({
    day: z.iso.date(),
    working_days: z.coerce.number().int().min(-10_000).max(10_000),
  }),
  async run(context, { day, working_days }) {
    return (await calendarOf(context)).addWorkingDays(day, working_days);
  },
});
