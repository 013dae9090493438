// Figures that a text prints in digits, with what they count, when, and out of how many. Ages, lengths of time and numbers
// without anything counted are no figures of the register.
import type { Measure } from '../evidence/shapes.ts';
import { headingsOver, type Prose, type ReadDocument } from '../reading/document.ts';
import type { Qualifier } from '../reading/language/qualifier.ts';
import { type Quantity, quantitiesIn } from '../reading/language/quantities.ts';
import { type Sentence, sentencesIn } from '../reading/language/sentences.ts';
import { type TimeSpan, timesIn } from '../reading/language/times.ts';
import { quoteAround } from '../checking/rule.ts';
import type { FigureDraft, FigurePeriod } from './draft.ts';

export interface FoundFigure {
  title: string;
  content: FigureDraft;
  quote: string;
  /** Offset in the text of the part. */
  from: number;
}

const qualifiers: Readonly<Record<Qualifier, Measure['qualifier'] | null>> = {
  exactly: 'exactly',
  about: 'about',
  'more-than': 'more-than',
  'at-least': 'at-least',
  'fewer-than': 'fewer-than',
  'up-to': null,
};

export function figuresOf(document: ReadDocument, part: Prose): FoundFigure[] {
  if (!/\d/.test(part.text)) return [];
  return sentencesIn(part.text).flatMap((sentence) => {
    const times = timesIn(sentence.text);
    const found = quantitiesIn(sentence.text);
    return found.flatMap((quantity, at) => {
      const before = found[at - 1];
      if (before && isCountsOf(sentence, before, quantity)) return [];
      return figureOf(document, part, sentence, { quantity, next: found[at + 1], times }) ?? [];
    });
  });
}

interface Read {
  quantity: Quantity;
  next: Quantity | undefined;
  times: readonly TimeSpan[];
}

function figureOf(
  document: ReadDocument,
  part: Prose,
  sentence: Sentence,
  { quantity, next, times }: Read,
): FoundFigure | null {
  const { kind, value, from, to, outOf } = quantity;
  const qualifier = qualifiers[quantity.qualifier];
  if (!/\d/.test(quantity.raw) || qualifier === null) return null;
  if (kind === 'times' || kind === 'number' || !Number.isFinite(value)) return null;
  if (kind === 'count' && quantity.phrase === '') return null;
  const counts = next && isCountsOf(sentence, quantity, next) ? next : null;
  const share = kind === 'count' && outOf !== null;
  return {
    title: titleOf(sentence.text, quantity, times),
    content: {
      kind: 'figure',
      value,
      unit: unitOf(quantity),
      decimals: Math.min(4, Math.max(0, quantity.decimals)),
      qualifier,
      numerator: counts?.value ?? (share ? value : null),
      denominator: counts?.outOf ?? (share ? outOf : null),
      maximum: kind === 'mean' ? outOf : null,
      period: periodOf(document, part, times),
      note: part.stance === 'others' ? 'The document tells this as the finding of another report.' : null,
    },
    quote: quoteAround(part.text, sentence.from + from, sentence.from + to, 300),
    from: sentence.from + from,
  };
}

/** "70% of schools (28 of 40)": the second says what the first was reckoned from. */
function isCountsOf({ text }: Sentence, share: Quantity, counts: Quantity): boolean {
  return (
    share.kind === 'percent' &&
    counts.kind === 'count' &&
    counts.outOf !== null &&
    /^[^.;()[\]]{0,80}[([]\s?$/.test(text.slice(share.to, counts.from))
  );
}

const longestUnit = 60;

function unitOf({ kind, phrase, per }: Quantity): string | null {
  if (kind === 'percent') return phrase.startsWith('percentage point') ? 'percentage points' : 'per cent';
  if (kind === 'money') return 'GBP';
  if (kind === 'rate') {
    const of = /\bper [\d,]+ (.+)$/.exec(phrase)?.[1] ?? '';
    return per === null ? null : cutAtWord(`per ${per.toLocaleString('en-GB')} ${of}`.trim(), longestUnit);
  }
  return phrase === '' ? null : cutAtWord(phrase.replace(/^of (?:the )?/, ''), longestUnit);
}

/**
 * One time beside it, or else one in the nearest heading that names any, or else the document's own. With several times beside
 * it nobody but a person can tell which is meant.
 */
function periodOf(document: ReadDocument, part: Prose, times: readonly TimeSpan[]): FigurePeriod | null {
  const [only, another] = times;
  if (another) return null;
  if (only) return { from_on: only.from_on, to_on: only.to_on, label: only.raw, said: 'beside' };
  for (const { text } of headingsOver(document, part)) {
    if (document.title?.includes(text)) break;
    const [over, more] = timesIn(text);
    if (more) return null;
    if (over) return { from_on: over.from_on, to_on: over.to_on, label: over.raw, said: 'heading' };
  }
  return document.period && { ...document.period, label: null, said: 'document' };
}

const longestTitle = 160;

/** The sentence; of a short line that is all figure, without the figure and its time. */
function titleOf(text: string, { from, to }: Quantity, times: readonly TimeSpan[]): string {
  const [time] = times;
  const begins = from < 3;
  const inBrackets = text[from - 1] === '(' && text[to] === ')';
  if (text.length > longestTitle || !(begins || inBrackets))
    return cutAtWord(quoteAround(text, from, to, longestTitle), longestTitle);
  let rest = inBrackets ? text.slice(0, from - 1) + text.slice(to + 1) : text.slice(to);
  if (time) rest = rest.replace(`(${time.raw})`, '');
  const title = rest
    .replace(/^[\s,:–-]+(?:of\s)?/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const words = title.replace(/[\s.,;:]+$/, '');
  return words.length < 4 || /^(?:are|is|were|was|have|has|had|said|reported)\b/i.test(words)
    ? text.trim()
    : words.charAt(0).toUpperCase() + words.slice(1);
}

export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd();
}
