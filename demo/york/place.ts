// Where a York fact stands: its year, its priority and the line of the document that prints it.
// A locator such as "002:153" is a document's number and its line; the source follows from it.
import type { Content } from '../../src/kernel/evidence/shapes.ts';
import type { Topic } from '../../src/kernel/evidence/topics.ts';
import type { ActivityFacts, ClaimFacts, Demonstration, ItemFacts, NextStepFacts } from '../demonstration.ts';

/** What one subject of the documents adds to the demonstration. */
export type Subject = Partial<
  Pick<Demonstration, 'items' | 'activities' | 'claims' | 'next_steps' | 'strands'>
>;

export const year = '2024-25';
export const annualReport = 'CYSCP-AR-2024-25';
export const scrutinyReport = 'CYSCP-IS-2024-25';

/** The names that the annual report's contents page and chapter headings give (002:21-25). */
export const one = 'Prevention, Early Support and Early Help';
export const two = 'Child Exploitation';
export const three = 'Children Missing from Education';
export const four = 'Working with Fathers and Male Carers';
export const five = 'Mental Health and Wellbeing';

/** The year reported, as the annual report prints its first and last day (002:103). */
export const reportedYear = { from_on: '2024-04-01', to_on: '2025-03-31', period_label: '2024/25' };

export function sourceOf(locator: string): string {
  return locator.startsWith('001:') ? scrutinyReport : annualReport;
}

export function item(
  key: string,
  locator: string,
  title: string,
  topics: ItemFacts['topics'],
  content: Content,
  extra: Partial<ItemFacts> = {},
): ItemFacts {
  return { key, title, topics, content, source: sourceOf(locator), locator, ...extra };
}

type About = ClaimFacts['about'];

/** The three parts of a priority's chapter for one year: what was done, what is different, what comes next. */
export function chapterOf(priority: string) {
  return {
    item: (
      key: string,
      locator: string,
      part: NonNullable<ItemFacts['part']>,
      title: string,
      content: Content,
      extra: Partial<ItemFacts> = {},
    ) => item(key, locator, title, ['priority'], content, { priority, part, ...extra }),
    done: (locator: string, text: string, extra: Partial<ActivityFacts> = {}) =>
      done(locator, 'priority', text, { priority, ...extra }),
    change: (locator: string, about: About, statement: string, extra: Partial<ClaimFacts> = {}) =>
      change(locator, 'priority', about, statement, { priority, ...extra }),
    next: (locator: string, text: string, extra: Partial<NextStepFacts> = {}) =>
      next(locator, 'priority', text, { priority, ...extra }),
  };
}

/** Something done that stands in a chapter other than a priority's. */
export function done(
  locator: string,
  topic: Topic,
  text: string,
  extra: Partial<ActivityFacts> = {},
): ActivityFacts {
  return { year, topic, text, source: sourceOf(locator), locator, ...extra };
}

/** A change that the document claims. */
export function change(
  locator: string,
  topic: Topic,
  about: About,
  statement: string,
  extra: Partial<ClaimFacts> = {},
): ClaimFacts {
  return { year, topic, about, statement, source: sourceOf(locator), locator, ...extra };
}

export function next(
  locator: string,
  topic: Topic,
  text: string,
  extra: Partial<NextStepFacts> = {},
): NextStepFacts {
  return { year, topic, text, source: sourceOf(locator), locator, ...extra };
}
