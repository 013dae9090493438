// Every time limit held, in one list, and the question asked of it: what does this rule say on this day, here?

import type { Day } from '../calendar/day.ts';
import { inWindow } from './framework.ts';
import { type LocalRule, type RuleInForce, settle, type Timescale } from './timescale.ts';
import { allegationTimescales } from './timescales-allegations.ts';
import { careTimescales } from './timescales-care.ts';
import { childDeathTimescales } from './timescales-child-death.ts';
import { childProtectionTimescales } from './timescales-child-protection.ts';
import { governanceTimescales } from './timescales-governance.ts';
import { missingTimescales } from './timescales-missing.ts';
import { reviewTimescales } from './timescales-reviews.ts';
import { schoolTimescales } from './timescales-schools.ts';

export const allTimescales: readonly Timescale[] = [
  ...reviewTimescales,
  ...childProtectionTimescales,
  ...careTimescales,
  ...childDeathTimescales,
  ...missingTimescales,
  ...schoolTimescales,
  ...allegationTimescales,
  ...governanceTimescales,
];

const byId = Map.groupBy(allTimescales, (rule) => rule.id);

/**
 * The rule as it stands on a day, with the partnership's own row applied where one is in force; undefined before the rule
 * existed or after it ended. Of several local rows in force, the one that began last counts. Throws RangeError on an
 * unknown id, and when a local row tries to change what is national and confirmed.
 */
export function ruleInForce(
  id: string,
  day: Day,
  localRules: readonly LocalRule[] = [],
): RuleInForce | undefined {
  const versions = byId.get(id);
  if (!versions) {
    throw new RangeError(`There is no time limit “${id}”. Time limits are numbered like SIN-01 or CP-02.`);
  }
  const rule = versions.find((version) => inWindow(version, day));
  if (!rule) return undefined;
  const local = localRules
    .filter((row) => row.rule_id === id && inWindow(row, day))
    .reduce<LocalRule | undefined>(
      (latest, row) => (latest && latest.in_force_from > row.in_force_from ? latest : row),
      undefined,
    );
  return local ? settle(rule, local) : { ...rule, settled_by: null };
}
