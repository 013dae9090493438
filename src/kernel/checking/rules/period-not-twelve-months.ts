// A yearly report that says it covers more or less than twelve months (Children Act 2004 section 16G; Working Together,
// the chapter on the partners' arrangements). A report that says why it differs is believed.
import { addDays, addMonths, type Day, daysBetween } from '../../calendar/day.ts';
import { monthsBetween } from '../../calendar/reporting-year.ts';
import type { ReadDocument } from '../../reading/document.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { isTwelveMonths, type StatedPeriod, statedPeriodsIn } from '../stated-periods.ts';

const id = 'period-not-twelve-months';

export const rule: Rule = {
  id,
  group: 'time',
  title: 'The reporting period is not twelve months',
  why: 'The law asks for a report on twelve months, and figures for thirteen cannot be compared with last year’s.',
  severities: ['high', 'medium'],
  check: (document: ReadDocument): Finding[] => {
    const seen = new Set<string>();
    return statedPeriodsIn(document).flatMap((stated) => {
      const { from_on, to_on, raw } = stated.span;
      const days = `${from_on} ${to_on}`;
      if (stated.span.kind !== 'range' || isTwelveMonths(stated.span) || seen.has(days)) return [];
      if (reason.test(stated.around.replace(raw, '')) || !isYearly(document, stated)) return [];
      seen.add(days);
      return [
        findingAt(id, document, stated.part, {
          ...gravity(from_on, to_on, raw),
          message:
            `The report says it covers “${raw}”, which is ${length(from_on, to_on)} and not twelve months. ` +
            'Either a day or month is mistyped, or part of another year’s work is counted here too.',
          mend:
            'Check the first and last day against the records of the year. If it is a slip, put the right day; if the ' +
            'period really differs, say why and which figures are for which months.',
          detail: days,
          from: stated.from,
          to: stated.to,
        }),
      ];
    });
  },
};

/** "Because we moved to …", "a six-month report", "fifteen months": the text says that it is meant. */
const reason =
  /\b(?:months?\b.{0,20}\b(?:rather|instead|because|as)|rather than (?:twelve|12)|instead of (?:twelve|12)|extended|transition(?:al)?|interim|half[- ]year(?:ly)?|mid[- ]year|quarter(?:ly)?|two[- ]year|biennial|(?:six|nine|ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty[- ]four|\d{1,2})[- ]months?)\b/i;

const shortestYearly = 300;
const longestYearly = 640;

/** Only a report that means to be yearly: by its name, or by being near enough to a year. */
function isYearly({ title, name }: ReadDocument, { span, around }: StatedPeriod): boolean {
  const days = daysBetween(span.from_on, span.to_on) + 1;
  if (days >= shortestYearly && days <= longestYearly) return true;
  return days <= longestYearly && /\b(?:annual|yearly)\b/i.test(`${title ?? ''} ${name} ${around}`);
}

/** No slip adds a quarter of a year: so much more or less is meant, and wants a reason. */
const mostBySlip = 80;

/** A day too many at the end, or "April to April", is more likely a loose way of saying it than another period. */
function gravity(from_on: Day, to_on: Day, raw: string): { severity: 'high' | 'medium'; confidence: number } {
  const dayOver = Math.abs(daysBetween(addMonths(from_on, 12), to_on)) <= 1;
  const monthsOnly = !/\b\d{1,2}(?:st|nd|rd|th)?\b(?![/-]?\d)/.test(raw.replaceAll(/\b(?:19|20)\d\d\b/g, ''));
  const monthOver = monthsOnly && addDays(addMonths(from_on, 13), -1) === to_on;
  const meant = Math.abs(daysBetween(addMonths(from_on, 12), to_on)) > mostBySlip;
  return dayOver || monthOver || meant
    ? { severity: 'medium', confidence: meant ? 0.75 : 0.6 }
    : { severity: 'high', confidence: 0.9 };
}

function length(from_on: Day, to_on: Day): string {
  const after = addDays(to_on, 1);
  const months = monthsBetween(from_on, after);
  const days = daysBetween(addMonths(from_on, months), after);
  const left = days === 0 ? '' : ` and ${days} day${days === 1 ? '' : 's'}`;
  return `${months} months${left}`;
}
