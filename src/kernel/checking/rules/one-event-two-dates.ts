// One event or action dated two ways that cannot both hold. Two vague times that only partly agree ("in 2022/23",
// "in 2023") are a question; what happens every year or more than once is left alone.
import { showPeriod } from '../../../surfaces/web/components/day.ts';
import { addMonths, type Day } from '../../calendar/day.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { type Name, type NameKind, namesIn } from '../../reading/language/names.ts';
import type { TimeSpan } from '../../reading/language/times.ts';
import type { Finding } from '../finding.ts';
import { ownPassagesIn, type Passage } from '../passages.ts';
import { findingAt, type Rule, whereOf } from '../rule.ts';

const id = 'one-event-two-dates';

const kinds: ReadonlySet<NameKind> = new Set([
  'event',
  'campaign',
  'product',
  'strategy',
  'inspection',
  'body',
  'meeting',
]);

/** What was done; only the same thing done twice can contradict itself. */
const actions = {
  begun:
    /\b(?:launch(?:ed|ing)?|implement(?:ed|ing)|introduc(?:ed|ing)|establish(?:ed|ing)|set up|creat(?:ed|ing)|began|begun|start(?:ed|ing)|opened|opening|roll(?:ed|ing) out|formed|went live)\b/gi,
  held: /\b(?:held|took place|hosted|undertook|undertaken|carried out|conducted|attended|received)\b/gi,
  published: /\b(?:publish(?:ed|ing)|issued)\b/gi,
  agreed: /\b(?:adopted|agreed|approved|signed|ratified)\b/gi,
  renewed: /\b(?:review(?:ed|ing)|refresh(?:ed|ing)|updat(?:ed|ing)|revised|relaunched)\b/gi,
} as const;
type Action = keyof typeof actions;

/** What is done again, or more than one of it. */
const repeated =
  /\b(?:each|every|annual(?:ly)?|yearly|monthly|weekly|quarterly|regular(?:ly)?|again|second|third|fourth|further|continu\w+|sessions|another|both|two|three|four|series|subsequent(?:ly)?|previous(?:ly)?|next|last|will|plan(?:ned|s)?|bi-?monthly|twice|dates|events|workshops|phases?)\b/i;

interface Dating {
  name: Name;
  action: Action;
  span: TimeSpan;
  passage: Passage;
}

export const rule: Rule = {
  id,
  group: 'time',
  title: 'One event, two dates',
  why: 'A reader cannot tell which date is right, or whether there were two events; inspectors check such dates against minutes.',
  severities: ['high', 'medium'],
  check: (document: ReadDocument): Finding[] => {
    const byEvent = new Map<string, Dating[]>();
    for (const dating of datingsIn(document)) {
      const key = `${dating.name.plain}|${dating.action}`;
      byEvent.set(key, [...(byEvent.get(key) ?? []), dating]);
    }
    return [...byEvent.values()].flatMap((datings) => contradictionAmong(document, datings));
  },
};

function datingsIn(document: ReadDocument): Dating[] {
  const mentions = new Map<number, { name: Name; from: number; to: number }[]>();
  for (const name of namesIn(document)) {
    if (!kinds.has(name.kind)) continue;
    for (const { part, from, to } of name.mentions)
      mentions.set(part.at, [...(mentions.get(part.at) ?? []), { name, from, to }]);
  }
  return ownPassagesIn(document).flatMap((passage) => {
    const { part, text, times, from } = passage;
    if (times.length === 0 || part.stance !== 'fact' || repeated.test(text)) return [];
    const here = (mentions.get(part.at) ?? [])
      .map((mention) => ({ ...mention, from: mention.from - from, to: mention.to - from }))
      .filter((mention) => mention.from >= 0 && mention.to <= text.length);
    return here.length === 0 ? [] : datingsOf(passage, here);
  });
}

const furthestApart = 90;

/** In a sentence: each verb with the nearest name and the nearest time, where both stand close to it. */
function datingsOf(passage: Passage, names: readonly { name: Name; from: number; to: number }[]): Dating[] {
  const times = passage.times.filter(
    // A year that directly follows a name belongs to it: "Family Week 2024".
    (span) => !names.some(({ to }) => span.from >= to && span.from - to <= 2 && span.kind === 'year'),
  );
  return (Object.keys(actions) as Action[]).flatMap((action) =>
    [...passage.text.matchAll(actions[action])].flatMap((verb) => {
      const at = { from: verb.index, to: verb.index + verb[0].length };
      const name = nearest(at, names);
      const span = nearest(at, times);
      return name && span ? [{ name: name.name, action, span, passage }] : [];
    }),
  );
}

function nearest<T extends { from: number; to: number }>(
  to: { from: number; to: number },
  those: readonly T[],
): T | null {
  const gap = (one: T) => Math.max(one.from - to.to, to.from - one.to, 0);
  const [closest, ...others] = those.toSorted((a, b) => gap(a) - gap(b));
  if (!closest || gap(closest) > furthestApart) return null;
  // Two as near as each other: the text does not say which is meant.
  return others.some((other) => gap(other) === gap(closest)) ? null : closest;
}

function contradictionAmong(document: ReadDocument, datings: readonly Dating[]): Finding[] {
  for (const [at, one] of datings.entries()) {
    for (const other of datings.slice(at + 1)) {
      const [a, b] = [meant(one.span), meant(other.span)];
      if (holds(a, b) || holds(b, a)) continue;
      const apart = a.to_on < b.from_on || b.to_on < a.from_on;
      return [describe(document, one, other, apart ? null : (shared(one.span, other.span) ?? shared(a, b)))];
    }
  }
  return [];
}

interface Days {
  from_on: Day;
  to_on: Day;
}

/** A bare "2023/24" may be a school year too. */
function meant({ kind, from_on, to_on }: TimeSpan): Days {
  return kind === 'reporting-year' ? { from_on, to_on: addMonths(to_on, 5) } : { from_on, to_on };
}

function holds(outer: Days, inner: Days): boolean {
  return outer.from_on <= inner.from_on && inner.to_on <= outer.to_on;
}

function shared(a: Days, b: Days): Days | null {
  const from_on = a.from_on > b.from_on ? a.from_on : b.from_on;
  const to_on = a.to_on < b.to_on ? a.to_on : b.to_on;
  return from_on <= to_on ? { from_on, to_on } : null;
}

function describe(document: ReadDocument, one: Dating, other: Dating, both: Days | null): Finding {
  const times = `“${one.name.text}” is dated “${one.span.raw}” (${whereOf(document, one.passage.part)}) and “${other.span.raw}” here.`;
  return findingAt(id, document, other.passage.part, {
    severity: both ? 'medium' : 'high',
    confidence: both ? 0.6 : 0.75,
    message: both
      ? `${times} Both can only be true of ${showPeriod(both.from_on, both.to_on)}.`
      : `${times} Both cannot be true of one event: either a date is wrong, or these are two events.`,
    mend: 'Look up the day in the minutes and give it in both places; if these are two events, say so.',
    detail: `${one.name.plain}|${one.action}|${[one.span, other.span]
      .map(({ from_on, to_on }) => `${from_on} ${to_on}`)
      .toSorted()
      .join('|')}`,
    from: other.passage.from + other.span.from,
    to: other.passage.from + other.span.to,
  });
}
