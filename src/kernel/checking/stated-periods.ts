// The period a report says it is about: in its title, or in a sentence such as "This report covers the period from …".
// What it says of other reports, of data or of an audit is not its own period.
import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { Part, ReadDocument } from '../reading/document.ts';
import { type TimeSpan, timesIn } from '../reading/language/times.ts';
import { ownPassagesIn, type Passage } from './passages.ts';

export interface StatedPeriod {
  part: Part;
  span: TimeSpan;
  /** Offsets of the words in the part. */
  from: number;
  to: number;
  /** A title only gives a label ("2024/25"); a sentence gives the days. */
  said: 'title' | 'sentence';
  /** The sentence, with the one after it: where a reason would be given. */
  around: string;
}

const statedIn = new WeakMap<ReadDocument, readonly StatedPeriod[]>();

export function statedPeriodsIn(document: ReadDocument): readonly StatedPeriod[] {
  const known = statedIn.get(document);
  if (known) return known;
  const stated = [...titlePeriods(document), ...ownPassagesIn(document).flatMap(sentencePeriods)];
  statedIn.set(document, stated);
  return stated;
}

const wholeYears: ReadonlySet<TimeSpan['kind']> = new Set(['range', 'reporting-year', 'academic-year']);
const titleParts = 8;
const longestTitle = 140;
const reportWord = /\breport\b/i;

/** A short line near the top that holds a year and nothing but the report's name, or follows a line that does. */
function titlePeriods({ parts }: ReadDocument): StatedPeriod[] {
  const top = parts.slice(0, titleParts);
  return top.flatMap((part, at) => {
    if (part.kind === 'table' || part.text.length > longestTitle || /[.;]\s*$/.test(part.text)) return [];
    const named = reportWord.test(part.text) || isReportName(top[at - 1]);
    const [span, ...more] = named ? timesIn(part.text) : [];
    if (!span || more.length > 0 || !wholeYears.has(span.kind)) return [];
    return [{ part, span, from: span.from, to: span.to, said: 'title' as const, around: part.text }];
  });
}

function isReportName(part: Part | undefined): boolean {
  return part !== undefined && part.kind !== 'table' && part.text.length < 60 && reportWord.test(part.text);
}

/** What the sentence says right before the days. */
const saysOf =
  /\b(?:cover(?:s|ing|ed)?|for|spans?|spanning|during|reports? on|reporting (?:period|year)|relat(?:es|ing) to)\b[^.;:()]{0,50}[:(]?\s*$/i;
const aboutPeriod = /\b(?:cover(?:s|ing|ed)?|spans?|spanning|period|reports? on|relat(?:es|ing) to)\b/i;
/** "This report", "our annual report", "the City's yearly report", and never the report of somebody else. */
const ownReport =
  /\b(?:this|our|the)\b[^.;]{0,120}\b(?:report|overview|review|statement)\b|\breporting (?:period|year)\b|^\s*it covers\b/i;
const otherReports =
  /\b(?:child death|cdop|lado|designated officer|reviewing officer|fostering|adoption|corporate parenting|inspection|audit|survey|data|figures|statistics|strategy|plan|national|panel|previous|last year'?s?|next|earlier|funding|budget|contract|programme|project|training)\b/i;

function sentencePeriods(passage: Passage): StatedPeriod[] {
  const { part, text, times, from } = passage;
  if (part.stance === 'others' || times.length === 0) return [];
  return times.flatMap((span) => {
    const before = text.slice(0, span.from);
    if (!wholeYears.has(span.kind) || !saysOf.test(before) || !aboutPeriod.test(before.slice(-90))) return [];
    if (!ownReport.test(before) || otherReports.test(before)) return [];
    const around = part.text.slice(from, from + text.length + 240);
    return [{ part, span, from: from + span.from, to: from + span.to, said: 'sentence' as const, around }];
  });
}

/** The period it reports on: as a sentence says it, failing that its title, failing that what its reader made out. */
export function reportedPeriod(
  document: ReadDocument,
): { from_on: Day; to_on: Day; stated: StatedPeriod | null } | null {
  const stated = statedPeriodsIn(document);
  const best = stated.find(({ said }) => said === 'sentence') ?? stated[0];
  if (best) return { from_on: best.span.from_on, to_on: best.span.to_on, stated: best };
  return document.period && { ...document.period, stated: null };
}

export function isTwelveMonths({ from_on, to_on }: { from_on: Day; to_on: Day }): boolean {
  return addDays(addMonths(from_on, 12), -1) === to_on;
}
