// Evidence from before or after the reporting year, and figures that do not say when they are from. A baseline that a
// claim cites is meant to be older; so is what explains the national context, and scrutiny reports just after the year.
import { addMonths } from '../../../kernel/calendar/day.ts';
import type { EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import type { Topic } from '../../../kernel/evidence/topics.ts';
import { chapterByKey } from '../chapters.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { dayText, periodText, whenText } from '../wording.ts';
import { readingsOfLabel, type Span } from './period-label.ts';
import { type Found, finding, findingAt, type Rule } from './rule.ts';

const id = 'outside-the-period';

export const rule: Rule = {
  id,
  title: 'Evidence from outside the year',
  why: 'A figure from another year says nothing about this one, unless the reader is told that it is meant as a comparison.',
  check: ({ items, year }: Composition): ReportFinding[] => {
    const baselines = new Set<Ref>();
    for (const { claim } of items)
      for (const cited of claim?.rests_on ?? []) if (cited.purpose === 'baseline') baselines.add(cited.ref);
    const findings: ReportFinding[] = [];
    const area = new Map<string, { item: EvidenceItem; found: Found }[]>();
    for (const item of items) {
      if (item.part === 'next' || item.content.shape === 'document' || baselines.has(item.ref)) continue;
      const found = judge(item, year);
      if (!found) continue;
      if (item.topics[0] !== 'area' || item.group || found.severity === 'low')
        findings.push(findingAt(id, item, found));
      else {
        const held = area.get(found.detail) ?? [];
        held.push({ item, found });
        area.set(found.detail, held);
      }
    }
    return [...findings, ...[...area].map(([period, held]) => together(period, held))];
  },
};

/** Background and what is still open from earlier years; figures and quotations are held to the year all the same. */
const contextTopics: ReadonlySet<Topic> = new Set(['vision', 'reforms', 'recommendations']);
/** Written about the year once it is over. */
const afterwardsTopics: ReadonlySet<Topic> = new Set([
  'foreword',
  'scrutiny',
  'inspection',
  ...contextTopics,
]);
const monthsAfterwards = 6;

function judge(item: EvidenceItem, year: Composition['year']): Found | null {
  const { shape } = item.content;
  const [topic] = item.topics;
  const readings = readingsOf(item);
  if (readings.length === 0) {
    const figures = shape === 'measure' || shape === 'table';
    return figures && item.period.label === null ? noPeriod(item) : null;
  }
  if (shape === 'statement' && contextTopics.has(topic)) return null;
  const places = readings.map((span) => placeOf(span, year, afterwardsTopics.has(topic)));
  // A label that can be read two ways is only called outside where both readings are.
  const outside = places.filter((place) => place !== 'within');
  const [first] = outside;
  if (!first || outside.length < places.length) return null;
  const whole = places.every((place) => place === 'before' || place === 'after');
  const when = periodText(item.period) ?? (item.as_of ? dayText(item.as_of) : '');
  const side = {
    before: 'before',
    'partly-before': 'before',
    after: 'after',
    'partly-after': 'after',
    around: 'on both sides of',
  }[first];
  const reporting = `the year of this report (${dayText(year.from_on)} to ${dayText(year.to_on)})`;
  const [{ from, to } = { from: null, to: null }] = readings;
  return {
    severity: 'medium',
    quote: `${item.title}: ${when}`,
    message: whole
      ? `It is about ${when}, wholly ${side} ${reporting}.`
      : `It is about ${when}: at least part of that lies ${side} ${reporting}.`,
    mend: whole
      ? 'Use the figure for this year, or cite it as the baseline of a claim so that readers see what it is compared with.'
      : 'Use a figure for the year alone if there is one. If not, keep its period beside it and say why it differs.',
    detail: `${from ?? ''} ${to ?? ''}`,
  };
}

type Place = 'within' | 'before' | 'after' | 'partly-before' | 'partly-after' | 'around';

function placeOf({ from, to, somewhere }: Span, year: Composition['year'], afterwards: boolean): Place {
  const late = from ?? to;
  if (afterwards && late && late > year.to_on && late <= addMonths(year.to_on, monthsAfterwards))
    return 'within';
  if (to !== null && to < year.from_on) return 'before';
  if (from !== null && from > year.to_on) return 'after';
  if (somewhere) return 'within';
  const early = from !== null && from < year.from_on;
  const overruns = to !== null && to > year.to_on;
  if (early && overruns) return 'around';
  if (early) return 'partly-before';
  return overruns ? 'partly-after' : 'within';
}

/** Published figures about an area lag behind, many at once: one finding for each period, not one for each figure. */
function together(period: string, held: readonly { item: EvidenceItem; found: Found }[]): ReportFinding {
  const [first] = held;
  const titles = held.slice(0, titlesShown).map(({ item }) => item.title);
  const more = held.length - titles.length;
  const when = first ? whenText(first.item) : '';
  return finding(id, {
    severity: 'medium',
    where: `${chapterByKey('children-in-the-area', []).title}: figures for ${when}`,
    ref: first?.item.ref ?? null,
    path: first?.item.path ?? null,
    about: 'children-in-the-area',
    quote: `${titles.join('; ')}${more > 0 ? ` and ${more} more` : ''}: ${when}`,
    message: `${held.length === 1 ? 'One figure' : `${held.length} figures`} about the area. ${first?.found.message ?? ''}`,
    mend: 'Use newer figures where they are published. Where they are not, keep the period beside each figure.',
    detail: period,
  });
}

const titlesShown = 3;

function noPeriod({ title }: EvidenceItem): Found {
  return {
    severity: 'low',
    quote: title,
    message: 'No period is given, so readers cannot tell whether this is about the year of the report.',
    mend: 'Record the period the source gives. If the source gives none, say so in the period’s label.',
    detail: 'no period',
  };
}

function readingsOf({ period, as_of }: EvidenceItem): Span[] {
  if (period.from || period.to) return [{ from: period.from, to: period.to }];
  const named = period.label ? readingsOfLabel(period.label) : [];
  if (named.length > 0) return named;
  return as_of ? [{ from: as_of, to: as_of }] : [];
}
