// What a number is out of ("14.9 out of 35", "12 of 40 schools", "one in five"), or per ("3.1 per 1,000 live births").
import { phraseBefore } from './counted-phrase.ts';
import type { NumberForm } from './number-forms.ts';

/** The whole of which a count is a part, or the end of the scale of a score. */
export function wholeOf(
  text: string,
  form: NumberForm,
  next: NumberForm,
): { value: number; to: number } | null {
  if (form.kind !== 'count' || next.kind !== 'count' || next.value < form.value || next.value === 0)
    return null;
  if (next.from - form.to > 24) return null;
  const gap = text.slice(form.to, next.from);
  const said =
    /^\sout of (?:an?\s(?:possible|total of)\s|the |our )?$/i.test(gap) ||
    (/^\sof (?:the |our |all |these )?$/i.test(gap) && next.to - form.to < 24) ||
    (/^\sin (?:every )?$/i.test(gap) && next.value <= 20) ||
    (/^\s?\/\s?$/.test(gap) && scored.test(text.slice(Math.max(0, form.from - 40), form.from)));
  return said ? { value: next.value, to: next.to } : null;
}

const scored = /\b(?:scored?|rated|rating|average|mean)\s[^.]{0,20}$/i;

export interface Rate {
  per: number;
  phrase: string;
  /** Where number and unit end. */
  to: number;
}

const large = '1,?000,?000|100,?000|10,?000|1,?000|100|thousand|million';
const perAfter = new RegExp(
  `\\bper\\s(?:every\\s)?(${large})\\b(?:\\s(?!(?:and|in|for|compared|by|at|than|is|was|were|are|to|on|which)\\b)[a-z-]+){0,2}`,
  'i',
);
const perBefore = new RegExp(`\\bper\\s(${large})\\b[^.;\\n\\d]{0,40}[:–—-]\\s*$`, 'i');

export function rateOf(text: string, form: NumberForm): Rate | null {
  if (form.kind !== 'count') return null;
  const stretch = text.slice(form.to, form.to + 90);
  const match = perAfter.exec(stretch);
  const between = match ? stretch.slice(0, match.index) : '';
  // Another number, or the end of the phrase, between them gives the rate to something else.
  if (match && !/[\d.;:!?\n()]/.test(between)) {
    const per = perOf(match[1]);
    const beside = between.trim() === '';
    const phrase = `${beside ? phraseBefore(text, form.from) : between.trim()} ${match[0]}`
      .trim()
      .toLowerCase();
    return { per, phrase, to: beside ? form.to + match.index + match[0].length : form.to };
  }
  const labelled = perBefore.exec(text.slice(Math.max(0, form.from - 80), form.from));
  return labelled ? { per: perOf(labelled[1]), phrase: phraseBefore(text, form.from), to: form.to } : null;
}

function perOf(printed = ''): number {
  const lower = printed.toLowerCase();
  if (lower === 'thousand') return 1000;
  return lower === 'million' ? 1_000_000 : Number(lower.replaceAll(',', ''));
}
