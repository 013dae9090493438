// Percentages and rates worked out again from the counts printed with them, under the rounding they are printed with: in
// tables, in sentences ("45 of 120 (36%)") and in records. What was cut off instead of rounded is only tidied.
import type { ReadDocument } from '../../reading/document.ts';
import type { Measure } from '../../evidence/shapes.ts';
import { decimalsOf, dust, halfDigit, numberText } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { isOwn } from '../printed-figures.ts';
import { isProse, type Prose } from '../../reading/document.ts';
import { findingAt, type Rule } from '../rule.ts';
import { recomputedColumns } from '../recomputed-columns.ts';

const id = 'percentage-recomputed';
const mend = 'Check both numbers and the percentage against their source.';

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'A percentage its own numbers contradict',
  why: 'Anybody can work it out again, and a percentage that does not follow from its numbers makes both doubtful.',
  severities: ['high', 'medium', 'low'],
  check: (document) =>
    document.parts.flatMap((part) => {
      if (part.kind === 'table') return recomputedColumns(id, document, part);
      if (!isProse(part)) return [];
      if (part.known?.measure) return measureFinding(document, part, part.known.measure) ?? [];
      return isOwn(part) ? proseFindings(document, part) : [];
    }),
};

const number = String.raw`(\d[\d,]*)`;
const share = String.raw`(?<about>about |around |approximately |nearly |almost |just under |just over |over |more than |roughly |c\. ?|~)?(?<share>\d+(?:\.\d+)?) ?(?:%|per ?cent)`;
const all = String.raw`(?:the |all |all of |our |a total of |their |these |those )*`;
/** Words of what is counted; nothing that begins another figure or thought. */
const things = String.raw`[^\d().;:%£]`;
const forms: readonly RegExp[] = [
  // 45 of 120 (36%); 12 out of the 40 schools, or 25%
  new RegExp(
    String.raw`\b(?<part>${number}) (?:out )?of ${all}(?<whole>${number})\b(?:${things}{0,60}?)? ?[(,–—-] ?(?:or |which is |that is |equating to |representing |i\.?e\.? )?${share}`,
    'gi',
  ),
  // 36% (45 of 120), 36% of children (45/120)
  new RegExp(
    String.raw`${share}${things}{0,60}?\( ?(?:n ?= ?)?(?<part>${number})(?: ${things}{0,30}?)?(?: ?/ ?| (?:out )?of ${all})(?<whole>${number})\b`,
    'gi',
  ),
  // 45 (36%) of 120; 45 children (36%) of the 120
  new RegExp(
    String.raw`\b(?<part>${number})(?: ${things}{0,40}?)? ?\(${share}\) (?:out )?of ${all}(?<whole>${number})\b`,
    'gi',
  ),
];

interface Printed {
  from: number;
  to: number;
  share: number;
  decimals: number;
  about: string;
  part: number;
  whole: number;
}

function proseFindings(document: ReadDocument, part: Prose): Finding[] {
  if (!/%|per ?cent/i.test(part.text)) return [];
  const seen = new Set<number>();
  return forms.flatMap((form) =>
    [...part.text.matchAll(form)].flatMap((match) => {
      const printed = printedIn(match);
      if (!printed || isNoCount(part.text, printed) || seen.has(printed.from)) return [];
      seen.add(printed.from);
      return doubtOf(document, part, printed) ?? [];
    }),
  );
}

function printedIn(match: RegExpExecArray): Printed | null {
  const { groups } = match;
  if (!groups) return null;
  const value = (name: string) => Number((groups[name] ?? '').replaceAll(',', ''));
  return {
    from: match.index,
    to: match.index + match[0].length,
    share: value('share'),
    decimals: groups['share']?.split('.')[1]?.length ?? 0,
    about: (groups['about'] ?? '').trim().toLowerCase(),
    part: value('part'),
    whole: value('whole'),
  };
}

/** "Step 2 of 6", "page 3 of 40", the year (23/24) and the day (3/10). */
function isNoCount(text: string, { from, to, part, whole }: Printed): boolean {
  const before = text.slice(Math.max(0, from - 20), from);
  const counted =
    /\b(step|page|part|phase|stage|session|question|standard|section|chapter)\s*$|[£$.,/]\d*$|\d\s$/i;
  if (counted.test(before) || whole === 0 || part > whole) return true;
  const slash = /\d ?\/ ?\d/.test(text.slice(from, to));
  return slash && (whole === part + 1 || (part <= 31 && whole <= 12));
}

function doubtOf(document: ReadDocument, part: Prose, printed: Printed): Finding | null {
  const { share, decimals, about, part: count, whole, from, to } = printed;
  const worked = (100 * count) / whole;
  const half = halfDigit(decimals) + dust(worked);
  const apart = Math.abs(worked - share);
  if (fitsWords(about, worked, share, half) || apart <= half) return null;
  const cutOff = apart < 2 * half;
  return findingAt(id, document, part, {
    severity: cutOff ? 'low' : 'high',
    confidence: cutOff ? 0.5 : 0.9,
    message: messageOf(count, whole, worked, share, decimals, cutOff),
    mend,
    detail: `${count} of ${whole} ${share}`,
    from,
    to,
  });
}

function fitsWords(about: string, worked: number, share: number, half: number): boolean {
  if (about === '') return false;
  if (/over|more/.test(about)) return worked >= share - half && worked <= share + Math.max(10, 10 * half);
  if (/under|nearly|almost/.test(about))
    return worked <= share + half && worked >= share - Math.max(10, 10 * half);
  return Math.abs(worked - share) <= Math.max(2.5, 10 * half);
}

function messageOf(
  count: number,
  whole: number,
  worked: number,
  share: number,
  decimals: number,
  cutOff: boolean,
): string {
  const shown = numberText(worked, decimals + (decimals === 0 ? 1 : 0));
  const sum = `${numberText(count, 0)} of ${numberText(whole, 0)} is ${shown}%, and the text says ${numberText(share, decimals)}%`;
  if (cutOff) return `${sum}: it was cut off instead of rounded.`;
  return `${sum}. Either the percentage or one of the two numbers is mistaken, or the percentage is of another whole.`;
}

function measureFinding(document: ReadDocument, part: Prose, measure: Measure): Finding | null {
  const { value, unit, decimals, numerator, denominator, qualifier } = measure;
  const scale = scaleOf(unit);
  if (value === null || numerator === null || denominator === null || scale === null) return null;
  const worked = denominator === 0 ? Number.NaN : (scale * numerator) / denominator;
  // "About" is taken as a rounding ten times coarser than the printed decimals.
  const half = halfDigit(decimals) * (qualifier === 'about' ? 10 : 1) + dust(worked);
  const atLeast = qualifier === 'more-than' || qualifier === 'at-least';
  const fits = atLeast
    ? worked >= value - half
    : qualifier === 'fewer-than'
      ? worked <= value + half
      : Math.abs(worked - value) <= half;
  if (fits) return null;
  const parts = [numerator, denominator].map((figure) => numberText(figure, decimalsOf(figure)));
  return findingAt(id, document, part, {
    severity: 'medium',
    confidence: 0.95,
    message:
      denominator === 0
        ? 'The whole is given as 0, so no percentage can be worked out from it.'
        : `${parts.join(' of ')} is ${numberText(worked, Math.max(decimals, 1))}${scale === 100 ? '%' : ` ${unit}`}, which is more than rounding away.`,
    mend,
    detail: `recomputed ${value} ${numerator} ${denominator}`,
    from: 0,
    to: part.text.length,
  });
}

/** What a rate is out of: 100 for per cent, 1000 for "per 1,000 live births"; null for a plain number. */
function scaleOf(unit: string): number | null {
  if (/^(?:per ?cent\b|percentage\b|%)(?! ?points?\b)/i.test(unit.trim())) return 100;
  const rate = /\bper ([\d,]{3,})\b/i.exec(unit)?.[1];
  return rate ? Number(rate.replaceAll(',', '')) : null;
}
