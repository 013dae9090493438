// Reporting years, April to March: what the plan, the evidence and the report are arranged by.
import { z } from 'zod';
import { reportingYear } from '../../kernel/calendar/reporting-year.ts';
import { command, query } from '../../kernel/operation/operation.ts';
import { Conflict } from '../../kernel/operation/refusals.ts';
import { reportingYearInput } from './plan.ts';
import { listedYears } from './year.ts';

export const addReportingYear = command({
  name: 'plan.add-reporting-year',
  summary: 'Add a reporting year, April to March',
  permission: 'plan.write',
  input: reportingYearInput,
  async run({ db, write }, { label }) {
    const there = await db.find(db.from('plan.reporting_year').select('id').where('label', '=', label));
    if (there) throw new Conflict(`The year ${label} is already in the plan. Open it instead.`);
    const { from, to } = reportingYear(label);
    return { id: await write.insert('plan.reporting_year', { label, from_on: from, to_on: to }), label };
  },
});

export const listYears = query({
  name: 'plan.list-years',
  summary: 'The reporting years of the plan, the latest first',
  permission: 'plan.read',
  input: z.strictObject({}),
  run: (context) => listedYears(context),
});
