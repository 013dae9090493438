// The calendar for anyone who asks: on a page, over the API, or from a script. It counts on the bank holidays issued with
// this version; a partnership's own added days apply inside its rooms.

import { z } from 'zod';
import { tool } from '../operation/operation.ts';
import * as field from '../records/field.ts';
import { createCalendar, type WorkingDayCount, type WorkingDayResult } from './working-days.ts';

const calendar = createCalendar();

function countedDay(label: string, hint: string) {
  return field
    .day({ label, hint })
    .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', `${label} must be between 1900 and 2199`);
}

export const addWorkingDays = tool({
  name: 'calendar.add-working-days',
  summary: 'Find the day that is so many working days after (or before) a day, in England',
  input: z.object({
    day: countedDay('Day', 'The day of the event is day 0'),
    working_days: field.whole(
      { label: 'Working days', hint: 'A number below 0 counts backwards' },
      -10_000,
      10_000,
    ),
  }),
  command_line: {
    as: 'calendar add-working-days',
    arguments: ['day', 'working_days'],
    print: (result: WorkingDayResult) => result.day,
  },
  run: (input): WorkingDayResult => calendar.addWorkingDays(input.day, input.working_days),
});

export const countWorkingDays = tool({
  name: 'calendar.count-working-days',
  summary: 'Count the working days after one day, up to and including another, in England',
  input: z.object({
    from: countedDay('From', 'The day of the event is day 0 and is not counted'),
    to: countedDay('To', 'This day is counted, when it is a working day'),
  }),
  command_line: {
    as: 'calendar count-working-days',
    arguments: ['from', 'to'],
    print: (result: WorkingDayCount) => String(result.working_days),
  },
  run: (input): WorkingDayCount => calendar.workingDaysBetween(input.from, input.to),
});
