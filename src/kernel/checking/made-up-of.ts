// "40 contacts, comprising 25 referrals and 12 requests": a sentence that names the parts of a number it has just printed.
// Only where each part begins with its own count, and where the two are near enough to be meant as the same.
import type { FigureSentence } from './printed-figures.ts';
import { saysOverlap } from './explained.ts';
import { sumOf } from './figures.ts';

export interface MadeUpOf {
  whole: number;
  parts: readonly number[];
  /** From the whole to the last part; offsets in the sentence. */
  from: number;
  to: number;
}

const leads =
  /,?\s(?:(?:which|that) (?:is|are|was|were) |being )?(?:compris(?:ing|ed|es|e)|made up|consist(?:ing|ed|s)|composed)(?: of)?:? (?=\d)/gi;
/** "5 of them", "3 from", "2 more than": a count of something else, or of some of the same. */
const notAPart = /^\s(?:of (?:them|whom|which|these|those|the)|from|more|fewer|out)\b/i;
const some =
  /\b(?:including|among|mainly|mostly|at least|some|approximately|about|around|over|average|per)\b/i;
const next = /^(?:[^\d,;.:()]{1,60}?),?(?: and|,) (?:a further |another |the |a )?$/i;
const fewest = 5;
/** Further apart than this, something else was counted. */
const farthest = 0.25;

/** The parts a sentence gives of its whole, where they do not make it. */
export function wronglyMadeUp({ text, figures }: FigureSentence): MadeUpOf[] {
  if (some.test(text) || saysOverlap(text)) return [];
  return [...text.matchAll(leads)].flatMap((lead): MadeUpOf[] => {
    const start = lead.index + lead[0].length;
    const whole = figures.findLast(({ to }) => to <= lead.index);
    if (
      whole?.kind !== 'count' ||
      whole.qualifier !== 'exactly' ||
      /[\d,;.]/.test(text.slice(whole.to, lead.index))
    )
      return [];
    const parts = partsFrom(text, figures, start);
    const last = parts.at(-1);
    if (!last || parts.length < 2 || whole.value < fewest) return [];
    const sum = sumOf(parts.map(({ value }) => value));
    // "and volunteers": a part without a count.
    const open = /^[^.;\d]*?(?:\band|,)\s(?!have|has|were|was|of|in|by|during|which|who)/i.test(
      text.slice(last.to),
    );
    if (open && sum < whole.value) return [];
    if (sum === whole.value || Math.abs(sum - whole.value) > farthest * whole.value) return [];
    return [{ whole: whole.value, parts: parts.map(({ value }) => value), from: whole.from, to: last.to }];
  });
}

/** Counts that follow each other, each with what it counts; none where one of them counts something else. */
function partsFrom(
  text: string,
  figures: FigureSentence['figures'],
  start: number,
): FigureSentence['figures'][number][] {
  const parts: FigureSentence['figures'][number][] = [];
  for (const figure of figures.filter(({ from }) => from >= start)) {
    const before = parts.at(-1);
    const joined = before ? next.test(text.slice(before.to, figure.from)) : figure.from === start;
    if (!joined) break;
    if (figure.kind !== 'count' || figure.qualifier !== 'exactly' || notAPart.test(text.slice(figure.to)))
      return [];
    parts.push(figure);
  }
  return parts;
}
