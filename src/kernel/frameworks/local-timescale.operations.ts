// A partnership's own answers where the law leaves a time limit open, or where ours is not verified.
import { z } from 'zod';
import type { Limit } from '../calendar/clocks.ts';
import { command, query, type QueryContext } from '../operation/operation.ts';
import { InvalidInput } from '../operation/refusals.ts';
import * as field from '../records/field.ts';
import type { LocalRule } from './timescale.ts';
import { settle } from './timescale.ts';
import { allTimescales, ruleInForce } from './timescales.ts';

export const limitUnits = {
  'working-days': 'Working days',
  'calendar-days': 'Calendar days',
  weeks: 'Weeks',
  months: 'Months',
  'clock-hours': 'Hours by the clock',
  'school-days': 'School days',
} as const;

export async function localRulesOf({ db }: Pick<QueryContext, 'db'>): Promise<LocalRule[]> {
  const rows = await db.all(db.from('kernel.local_timescale').selectAll().orderBy('in_force_from'));
  return rows.map(localRule);
}

/** A row as a rule: what is null was left out, and leaves the national answer as it is. */
function localRule(
  row: Omit<LocalRule, 'limit' | 'start_event'> & {
    amount: number | null;
    unit: string | null;
    start_event: string | null;
  },
): LocalRule {
  const { amount, unit, start_event, rule_id, verified, reason, source, in_force_from, in_force_until } = row;
  return {
    rule_id,
    verified,
    reason,
    source,
    in_force_from,
    in_force_until,
    ...(amount !== null && unit !== null && { limit: { amount, unit } as Limit }),
    ...(start_event !== null && { start_event }),
  };
}

export const listTimescales = query({
  name: 'frameworks.list-timescales',
  summary: 'Every time limit in force today, with its source and whether it is verified',
  permission: 'governance.read',
  input: z.strictObject({}),
  async run(context) {
    const local = await localRulesOf(context);
    const ids = [...new Set(allTimescales.map((rule) => rule.id))];
    return ids.flatMap((id) => ruleInForce(id, context.today, local) ?? []);
  },
});

export const settleTimescale = command({
  name: 'frameworks.settle-timescale',
  summary: 'Record the partnership’s own time limit where the national one is open or not verified',
  permission: 'calendar.write',
  input: z.strictObject({
    rule_id: field.text({ label: 'Time limit', hint: 'Its number, for example RR-01' }, 20),
    amount: field.optional(field.whole({ label: 'How many' }, 1, 10_000)),
    unit: field.optional(field.oneOf(limitUnits, { label: 'Of what' })),
    start_event: field.optional(
      field.text({ label: 'What starts the clock', hint: 'One of the events the time limit offers' }, 80),
    ),
    verified: field.yes({
      label: 'I have read the text this rests on',
      hint: 'Only then can this clock say that a limit was missed',
    }),
    reason: field.prose({ label: 'Why' }, 1000),
    source: field.text({ label: 'Where it is written' }, 300),
    in_force_from: field.day({ label: 'From' }),
    in_force_until: field.optional(field.day({ label: 'Until' })),
  }),
  async run({ write }, input) {
    const rule = ruleOrRefusal(input.rule_id, input.in_force_from);
    try {
      settle(rule, localRule(input));
    } catch (error) {
      if (error instanceof RangeError) throw new InvalidInput({ rule_id: error.message });
      throw error;
    }
    return { id: await write.insert('kernel.local_timescale', input) };
  },
});

function ruleOrRefusal(id: string, on: string) {
  try {
    const rule = ruleInForce(id, on);
    if (rule) return rule;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidInput({ rule_id: error.message });
  }
  throw new InvalidInput({ in_force_from: `${id} was not in force on that day` });
}
