// The editions of Working Together to Safeguard Children as dated half-open windows: an edition is in force from its first
// day up to, but not including, the first day of the next. The partnership model began on 29 June 2018, so nothing earlier
// is held; the boards of Working Together 2015 answered to other duties. A report is held to one edition (below).

import { type Day, isBefore, isDay } from '../calendar/day.ts';
import type { Period } from '../calendar/reporting-year.ts';
import { isVerified, type Mark } from './provenance.ts';

export type FrameworkId = 'WT2018' | 'WT2023' | 'WT2026';

export interface Framework {
  id: FrameworkId;
  title: string;
  published_on: Day;
  in_force_from: Day;
  /** First day on which it no longer applies; null while it is the current edition. */
  in_force_until: Day | null;
  source: string;
  mark: Mark;
  verified: boolean;
  notes: string;
}

/** The three-partner arrangements and their reviews began: Children Act 2004 sections 16A to 16Q. */
export const ARRANGEMENTS_BEGAN_ON: Day = '2018-06-29';
export const WT2023_BEGAN_ON: Day = '2023-12-15';
export const WT2026_BEGAN_ON: Day = '2026-03-19';

export const frameworks: readonly Framework[] = [
  framework({
    id: 'WT2018',
    title: 'Working Together to Safeguard Children 2018',
    published_on: '2018-07-04',
    in_force_from: ARRANGEMENTS_BEGAN_ON,
    in_force_until: WT2023_BEGAN_ON,
    source: 'Children Act 2004 section 16E as commenced; notices of publication by local partnerships',
    mark: 'found',
    notes:
      'Areas had until 29 June 2019 to publish their arrangements. Factual updates followed in 2019, 2020 and 2022 ' +
      'without changing the duties held here.',
  }),
  framework({
    id: 'WT2023',
    title: 'Working Together to Safeguard Children 2023',
    published_on: WT2023_BEGAN_ON,
    in_force_from: WT2023_BEGAN_ON,
    in_force_until: WT2026_BEGAN_ON,
    source: 'Notices of publication by councils and partnerships; City of York scrutiny report 2024/25',
    mark: 'found',
    notes: 'Partnerships had until December 2024 to put it fully into practice.',
  }),
  framework({
    id: 'WT2026',
    title: 'Working Together to Safeguard Children 2026',
    published_on: WT2026_BEGAN_ON,
    in_force_from: WT2026_BEGAN_ON,
    in_force_until: null,
    source:
      'Leeds Safeguarding Children Partnership, notice of the 2026 edition; Department for Education summary',
    mark: 'uncertain',
    notes:
      'The edition and its month are confirmed; the day is taken from when its file was placed on GOV.UK. ' +
      'Only a summary of the changes has been read.',
  }),
];

/** Throws RangeError when the id is not one of the editions held. */
export function frameworkById(id: string): Framework {
  const found = frameworks.find((candidate) => candidate.id === id);
  if (found) return found;
  const known = frameworks.map((candidate) => candidate.id).join(', ');
  throw new RangeError(
    `There is no edition of Working Together called “${id}” here. The ones held are ${known}.`,
  );
}

/** The edition in force on a day; undefined before 29 June 2018. */
export function frameworkInForce(day: Day): Framework | undefined {
  return frameworks.find((candidate) => inWindow(candidate, day));
}

/** The editions in force during any part of a period, earliest first: a reporting year can straddle two. */
export function frameworksDuring(period: Period): Framework[] {
  if (isBefore(period.to, period.from)) throw new RangeError('A period cannot end before it starts.');
  return frameworks.filter(
    ({ in_force_from, in_force_until }) =>
      in_force_from <= period.to && (in_force_until === null || period.from < in_force_until),
  );
}

export interface ReportDates {
  /** Null or absent while the report is a draft. */
  published_on?: Day | null;
  due_on: Day;
  override?: { framework_id: string; reason: string };
}

export interface FrameworkChoice {
  framework: Framework;
  decided_by: 'publication' | 'due date' | 'override';
  reason: string;
}

/**
 * The edition a yearly report is held to: the one in force when it was published or, for a draft, when it is due.
 * Someone may choose another and say why. Throws RangeError when no edition held covers the day, or no reason is given.
 */
export function frameworkForReport(report: ReportDates): FrameworkChoice {
  if (report.override) {
    const reason = report.override.reason.trim();
    if (reason === '')
      throw new RangeError('Say why this report is held to a different edition of Working Together.');
    return { framework: frameworkById(report.override.framework_id), decided_by: 'override', reason };
  }
  const published = report.published_on ?? null;
  const day = published ?? report.due_on;
  const found = frameworkInForce(day);
  if (!found) {
    throw new RangeError(
      `No edition of Working Together held here was in force on ${day}. The first began on ${ARRANGEMENTS_BEGAN_ON}.`,
    );
  }
  return published === null
    ? { framework: found, decided_by: 'due date', reason: `In force on ${day}, the day the report is due.` }
    : {
        framework: found,
        decided_by: 'publication',
        reason: `In force on ${day}, the day the report was published.`,
      };
}

/** True when the day lies in a half-open window of dated rules. Throws RangeError on an impossible day. */
export function inWindow(window: { in_force_from: Day; in_force_until: Day | null }, day: Day): boolean {
  if (!isDay(day)) throw new RangeError(`“${day}” is not a real day. Write it as YYYY-MM-DD.`);
  return window.in_force_from <= day && (window.in_force_until === null || day < window.in_force_until);
}

function framework(row: Omit<Framework, 'verified'>): Framework {
  return { ...row, verified: isVerified(row.mark) };
}
