// Evidence from before or after the reporting year, and figures that do not say when they are from. A baseline that a
// claim cites is meant to be older; so is what explains the national context, and scrutiny reports just after the year.
import { addMonths } from '../../../kernel/calendar/day.ts';
import type { EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import type { Topic } from '../../../kernel/evidence/topics.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { dayText, periodText } from '../wording.ts';
import { type Span, spanOfLabel } from './period-label.ts';
import { type Found, findingAt, type Rule } from './rule.ts';

const id = 'outside-the-period';

export const rule: Rule = {
  id,
  title: 'Evidence from outside the year',
  why: 'A figure from another year says nothing about this one, unless the reader is told that it is meant as a comparison.',
  check: ({ items, year }: Composition): ReportFinding[] => {
    const baselines = new Set<Ref>();
    for (const { claim } of items)
      for (const cited of claim?.rests_on ?? []) if (cited.purpose === 'baseline') baselines.add(cited.ref);
    return items.flatMap((item) => {
      if (item.part === 'next' || item.content.shape === 'document' || baselines.has(item.ref)) return [];
      const found = judge(item, year);
      return found ? [findingAt(id, item, found)] : [];
    });
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
  const span = spanOf(item);
  if (!span) {
    const figures = shape === 'measure' || shape === 'table';
    return figures && item.period.label === null ? noPeriod(item) : null;
  }
  if (shape === 'statement' && contextTopics.has(topic)) return null;
  const { from, to } = span;
  const late = from ?? to;
  if (
    afterwardsTopics.has(topic) &&
    late &&
    late > year.to_on &&
    late <= addMonths(year.to_on, monthsAfterwards)
  )
    return null;
  const before = to !== null && to < year.from_on;
  const after = from !== null && from > year.to_on;
  const early = from !== null && from < year.from_on;
  const overruns = to !== null && to > year.to_on;
  if (!before && !after && !early && !overruns) return null;
  const when = periodText(item.period) ?? (item.as_of ? dayText(item.as_of) : '');
  const known = item.period.label && from && to ? ` (${dayText(from)} to ${dayText(to)})` : '';
  const reporting = `${dayText(year.from_on)} to ${dayText(year.to_on)}`;
  const where = before
    ? 'before'
    : after
      ? 'after'
      : early && overruns
        ? 'both sides of'
        : early
          ? 'before'
          : 'after';
  return {
    severity: 'medium',
    quote: `${item.title}: ${when}`,
    message:
      before || after
        ? `It is about ${when}${known}, wholly ${where} the year of this report (${reporting}).`
        : `It is about ${when}${known}: part of that lies ${where === 'both sides of' ? 'on both sides of' : where} the year of this report (${reporting}).`,
    mend:
      before || after
        ? 'Use the figure for this year, or cite it as the baseline of a claim so that readers see what it is compared with.'
        : 'Use a figure for the year alone if there is one. If not, keep its period beside it and say why it differs.',
    detail: `${from ?? ''} ${to ?? ''}`,
  };
}

function noPeriod({ title }: EvidenceItem): Found {
  return {
    severity: 'low',
    quote: title,
    message: 'No period is given, so readers cannot tell whether this is about the year of the report.',
    mend: 'Record the period the source gives. If the source gives none, say so in the period’s label.',
    detail: 'no period',
  };
}

function spanOf({ period, as_of }: EvidenceItem): Span | null {
  if (period.from || period.to) return { from: period.from, to: period.to };
  const named = period.label ? spanOfLabel(period.label) : null;
  if (named) return named;
  return as_of ? { from: as_of, to: as_of } : null;
}
