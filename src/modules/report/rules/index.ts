// The rules of the report, in one visible list, and the one question asked of them all.
import type { Composition, ReportFinding } from '../composition.ts';
import { severities } from '../composition.ts';
import { chapterOf } from '../chapters.ts';
import { rule as abbreviationWithTwoExpansions } from './abbreviation-with-two-expansions.ts';
import { rule as comparativeWithoutComparator } from './comparative-without-comparator.ts';
import { rule as decisionWithoutAuthority } from './decision-without-authority.ts';
import { rule as firstNameInCaseStudy } from './first-name-in-case-study.ts';
import { rule as moneyDoesNotReconcile } from './money-does-not-reconcile.ts';
import { rule as namedOtherwise } from './named-otherwise.ts';
import { rule as noCostBreakdown } from './no-cost-breakdown.ts';
import { rule as outsideThePeriod } from './outside-the-period.ts';
import type { Rule } from './rule.ts';
import { rule as sharesDoNotSum } from './shares-do-not-sum.ts';
import { rule as smallNumberBesideATheme } from './small-number-beside-a-theme.ts';
import { rule as totalDoesNotAddUp } from './total-does-not-add-up.ts';

export const rules: readonly Rule[] = [
  totalDoesNotAddUp,
  moneyDoesNotReconcile,
  noCostBreakdown,
  sharesDoNotSum,
  comparativeWithoutComparator,
  outsideThePeriod,
  decisionWithoutAuthority,
  firstNameInCaseStudy,
  smallNumberBesideATheme,
  namedOtherwise,
  abbreviationWithTwoExpansions,
];

/** Everything the rules find, the gravest first and then in the order of the report; each key occurs once. */
export function findReportFindings(composition: Composition): ReportFinding[] {
  const place = new Map(
    composition.items.map((item, at) => [item.ref, [chapterOf(item).order, at] as const]),
  );
  const byKey = new Map<string, { finding: ReportFinding; at: readonly [number, number] }>();
  for (const rule of rules) {
    for (const finding of rule.check(composition)) {
      if (byKey.has(finding.key)) continue;
      const at = (finding.ref !== null && place.get(finding.ref)) || nowhere;
      byKey.set(finding.key, { finding, at });
    }
  }
  return [...byKey.values()]
    .sort(
      (a, b) =>
        severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
        a.at[0] - b.at[0] ||
        a.at[1] - b.at[1],
    )
    .map(({ finding }) => finding);
}

/** Findings about no record come after those about one. */
const nowhere = [Number.MAX_SAFE_INTEGER, 0] as const;
