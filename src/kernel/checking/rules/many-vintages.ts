// Figures of many periods side by side in one list: each may be right, but a reader takes a list for one picture of one
// time. Said once for a document. A series over the years in one table or one sentence is meant, and left alone.
import type { Part, Prose, ReadDocument } from '../../reading/document.ts';
import { isProse } from '../../reading/document.ts';
import { quantitiesIn } from '../../reading/language/quantities.ts';
import { type TimeSpan, timesIn } from '../../reading/language/times.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';

const id = 'many-vintages';
const fewestPeriods = 4;
const manyPeriods = 6;
/** Lines without a dated figure that may stand between two of the same list, headings apart. */
const furthestApart = 6;
const longestText = 260;

interface DatedFigure {
  part: Prose;
  span: TimeSpan;
}

export const rule: Rule = {
  id,
  group: 'time',
  title: 'Figures of many periods side by side',
  why: 'A list of figures reads as one picture of one time; figures of four periods or more cannot be set against each other.',
  severities: ['medium', 'low'],
  check: (document: ReadDocument): Finding[] => {
    const lists = listsIn(document)
      .map((list) => ({ list, labels: labelsOf(list) }))
      .filter(({ labels }) => labels.length >= fewestPeriods)
      .toSorted((a, b) => b.labels.length - a.labels.length);
    const [most] = lists;
    const [first] = most?.list ?? [];
    if (!most || !first) return [];
    const elsewhere =
      lists.length === 1
        ? ''
        : ` The same is true of ${lists.length - 1} more ${lists.length === 2 ? 'list' : 'lists'}.`;
    return [
      findingAt(id, document, first.part, {
        severity: most.labels.length >= manyPeriods ? 'medium' : 'low',
        confidence: 0.8,
        message:
          `The ${most.list.length} dated figures that follow here are of ${most.labels.length} different periods: ` +
          `${listWords(most.labels.map((label) => `“${label}”`))}.${elsewhere}`,
        mend: 'Keep the period beside each figure, and say at the head of the list that they are the newest published and of different times.',
        detail: most.labels.toSorted().join('|'),
        from: first.span.from,
        to: first.span.to,
      }),
    ];
  },
};

/** Runs of short texts that each hold one figure and one period. */
function listsIn({ parts }: ReadDocument): DatedFigure[][] {
  const lists: DatedFigure[][] = [];
  let apart = furthestApart;
  for (const part of parts) {
    const figure = datedFigure(part);
    if (figure) {
      const list = apart < furthestApart ? lists.at(-1) : undefined;
      if (list) list.push(figure);
      else lists.push([figure]);
    }
    if (figure) apart = 0;
    else if (part.kind !== 'heading') apart += 1;
  }
  return lists;
}

function datedFigure(part: Part): DatedFigure | null {
  if (!isProse(part) || part.voice !== 'own' || part.kind === 'contents' || part.text.length > longestText)
    return null;
  if (part.stance === 'aim' || !/\d/.test(part.text)) return null;
  const [span, ...more] = timesIn(part.text);
  // Two periods in one text compare; a day is when something happened.
  if (!span || more.length > 0 || span.kind === 'day') return null;
  const figures = quantitiesIn(part.text).filter(
    ({ raw, from, to }) => /\d/.test(raw) && (to <= span.from || from >= span.to),
  );
  return figures.length > 0 ? { part, span } : null;
}

/** Each period once, by its days, as first written. */
function labelsOf(list: readonly DatedFigure[]): string[] {
  const labels = new Map<string, string>();
  for (const { span } of list) {
    const days = `${span.from_on} ${span.to_on}`;
    if (!labels.has(days)) labels.set(days, span.raw.replaceAll(/^\W+|\W+$/g, ''));
  }
  return [...labels.values()];
}
