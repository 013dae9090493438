// The rules, in one visible list.
import type { Rule } from '../rule.ts';
import { rule as abbreviationNeverWrittenOut } from './abbreviation-never-written-out.ts';
import { rule as abbreviationWithTwoExpansions } from './abbreviation-with-two-expansions.ts';
import { rule as bodyBeforeItExisted } from './body-before-it-existed.ts';
import { rule as citesLaterDocument } from './cites-later-document.ts';
import { rule as decisionWithoutAuthority } from './decision-without-authority.ts';
import { rule as manyVintages } from './many-vintages.ts';
import { rule as namedOtherwise } from './named-otherwise.ts';
import { rule as oneEventTwoDates } from './one-event-two-dates.ts';
import { rule as oneThingSeveralNames } from './one-thing-several-names.ts';
import { rule as outsideThePeriod } from './outside-the-period.ts';
import { rule as periodNotTwelveMonths } from './period-not-twelve-months.ts';
import { rule as periodsDiffer } from './periods-differ.ts';
import { rule as recipientOfNotification } from './recipient-of-notification.ts';
import { rule as termMisused } from './term-misused.ts';
import { rule as wordsAboutChildren } from './words-about-children.ts';
import { rule as causalClaim } from './causal-claim.ts';
import { rule as changeMisstated } from './change-misstated.ts';
import { rule as comparativeWithoutComparator } from './comparative-without-comparator.ts';
import { rule as contactDetails } from './contact-details.ts';
import { rule as firstNameInCaseStudy } from './first-name-in-case-study.ts';
import { rule as judgementAgainstFindings } from './judgement-against-findings.ts';
import { rule as moneyDoesNotReconcile } from './money-does-not-reconcile.ts';
import { rule as noCostBreakdown } from './no-cost-breakdown.ts';
import { rule as outsideItsScale } from './outside-its-scale.ts';
import { rule as partsDoNotMakeTheWhole } from './parts-do-not-make-the-whole.ts';
import { rule as percentageRecomputed } from './percentage-recomputed.ts';
import { rule as priorityWithoutMeasure } from './priority-without-measure.ts';
import { rule as promiseWithoutAnswer } from './promise-without-answer.ts';
import { rule as recognisableChild } from './recognisable-child.ts';
import { rule as recommendationRepeated } from './recommendation-repeated.ts';
import { rule as sexSlip } from './sex-slip.ts';
import { rule as sharesDoNotSum } from './shares-do-not-sum.ts';
import { rule as smallNumberBesideATheme } from './small-number-beside-a-theme.ts';
import { rule as statusContradicts } from './status-contradicts.ts';
import { rule as textAgainstTable } from './text-against-table.ts';
import { rule as totalDoesNotAddUp } from './total-does-not-add-up.ts';
import { contentsDiffer } from './contents-differ.ts';
import { danglingReference } from './dangling-reference.ts';
import { dutyNotAnswered } from './duty-not-answered.ts';
import { frameworkYearUnreadable } from './framework-year-unreadable.ts';
import { misspelt } from './misspelt.ts';
import { placeholderLeftIn } from './placeholder-left-in.ts';
import { repeatedEntry } from './repeated-entry.ts';
import { sectionNumbers } from './section-numbers.ts';
import { unmatchedMarks } from './unmatched-marks.ts';

export const rules: readonly Rule[] = [
  totalDoesNotAddUp,
  sharesDoNotSum,
  percentageRecomputed,
  changeMisstated,
  outsideItsScale,
  partsDoNotMakeTheWhole,
  textAgainstTable,
  moneyDoesNotReconcile,
  noCostBreakdown,
  danglingReference,
  contentsDiffer,
  dutyNotAnswered,
  frameworkYearUnreadable,
  misspelt,
  placeholderLeftIn,
  repeatedEntry,
  sectionNumbers,
  unmatchedMarks,
  comparativeWithoutComparator,
  causalClaim,
  priorityWithoutMeasure,
  promiseWithoutAnswer,
  recommendationRepeated,
  judgementAgainstFindings,
  statusContradicts,
  firstNameInCaseStudy,
  recognisableChild,
  sexSlip,
  smallNumberBesideATheme,
  contactDetails,
  periodNotTwelveMonths,
  periodsDiffer,
  outsideThePeriod,
  oneEventTwoDates,
  citesLaterDocument,
  bodyBeforeItExisted,
  manyVintages,
  oneThingSeveralNames,
  namedOtherwise,
  abbreviationWithTwoExpansions,
  abbreviationNeverWrittenOut,
  termMisused,
  wordsAboutChildren,
  recipientOfNotification,
  decisionWithoutAuthority,
];
