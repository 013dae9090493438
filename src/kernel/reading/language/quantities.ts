// Numbers as a text prints them: "125 attendees", "16.73%", "£31,172", "3.1 per 1,000 live births", "14.9 out of 35", "a third".
// Years, dates, section numbers, telephone numbers, ages and parts of names ("Section 47", "Year 6") are no quantities.
import { phraseAfter, phraseBefore } from './counted-phrase.ts';
import { isNoQuantity, type Place, placesWithoutQuantities } from './not-quantities.ts';
import { type NumberForm, numberFormsIn } from './number-forms.ts';
import { type Qualifier, qualifierOf } from './qualifier.ts';
import { rateOf, wholeOf } from './wholes-and-rates.ts';

export interface Quantity {
  kind: 'count' | 'number' | 'percent' | 'money' | 'rate' | 'mean' | 'times';
  value: number;
  /** Decimals printed. */
  decimals: number;
  qualifier: Qualifier;
  /** What is counted, in the text's own words, lower case ("attendees", "of reception year children"); '' where unclear. */
  phrase: string;
  /** For a rate: what it is per (1000, 10000, 100000). */
  per: number | null;
  /** For "14.9 out of 35": the end of the scale; for "12 of 40 schools": the whole. */
  outOf: number | null;
  /** Offsets of number and unit in the text. */
  from: number;
  to: number;
  raw: string;
}

/** In the order of the text. */
export function quantitiesIn(text: string): Quantity[] {
  const forms = numberFormsIn(text);
  if (forms.length === 0) return [];
  const free = outside(forms, placesWithoutQuantities(text));
  const found: Quantity[] = [];
  for (let at = 0; at < free.length; at += 1) {
    const form = free[at];
    if (!form || form.from < (found.at(-1)?.to ?? 0)) continue;
    if (!isNoQuantity(text, form) && !isPer(text, form)) found.push(quantityOf(text, form, free[at + 1]));
  }
  return found;
}

function outside(forms: readonly NumberForm[], places: readonly Place[]): NumberForm[] {
  const free: NumberForm[] = [];
  let next = 0;
  let end = 0;
  for (const form of forms) {
    for (let place = places[next]; place && place.from < form.to; place = places[next]) {
      end = Math.max(end, place.to);
      next += 1;
    }
    if (form.from >= end) free.push(form);
  }
  return free;
}

/** The "1,000" of "per 1,000". */
function isPer(text: string, { from }: NumberForm): boolean {
  return /\bper\s(?:every\s)?$/i.test(text.slice(Math.max(0, from - 12), from));
}

function quantityOf(text: string, form: NumberForm, next: NumberForm | undefined): Quantity {
  const { from, value, decimals } = form;
  const unit = unitAfter(text, form);
  const whole = next ? wholeOf(text, form, next) : null;
  const rate = rateOf(text, form);
  const before = text.slice(Math.max(0, from - 60), from);
  const to = whole?.to ?? rate?.to ?? unit.to;
  const raw = text.slice(from, to);
  const { phrase, end } = unit.points
    ? { phrase: unit.points, end: to }
    : phraseOf(text, form, to, rate?.phrase);
  const qualifier = qualifierOf(before, raw, [text.slice(to, to + 12), text.slice(end, end + 12)]);
  return {
    kind: kindOf(form, {
      rate: rate !== null,
      mean: isMean(before, phrase) || (whole !== null && decimals > 0),
      measured: unit.measured,
    }),
    value,
    decimals,
    qualifier: exactly(qualifier, before, form, unit.measured),
    phrase,
    per: rate?.per ?? null,
    outOf: whole?.value ?? null,
    from,
    to,
    raw,
  };
}

/** "over 18 months" is a time, not a least; a share in words is about as much. */
function exactly(qualifier: Qualifier, before: string, form: NumberForm, measured: boolean): Qualifier {
  if (qualifier === 'more-than' && measured && /\bover\s$/i.test(before)) return 'exactly';
  return qualifier === 'exactly' && form.fraction ? 'about' : qualifier;
}

function kindOf(form: NumberForm, is: { measured: boolean; mean: boolean; rate: boolean }): Quantity['kind'] {
  if (form.kind !== 'count') return form.kind;
  if (is.rate) return 'rate';
  if (is.mean) return 'mean';
  return form.decimals > 0 || is.measured ? 'number' : 'count';
}

function phraseOf(
  text: string,
  form: NumberForm,
  to: number,
  ratePhrase: string | undefined,
): { phrase: string; end: number } {
  if (ratePhrase) return { phrase: ratePhrase, end: to };
  const after = form.kind === 'times' ? { phrase: '', to } : phraseAfter(text, to);
  if (after.phrase !== '') return { phrase: after.phrase, end: after.to };
  return { phrase: phraseBefore(text, form.from), end: to };
}

const letters = /^\s?(?:g|kg|km|ml|cm|mm|hrs?|mins?)(?![A-Za-z])/;
const measure =
  /^\s(?:(?:consecutive|working|calendar|school|full|whole|additional|further)\s)?(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|miles?|metres?|grams?|kilograms?)\b/i;

/** A unit makes of a count a measure: "14 days", "2,500g", "3 percentage points". */
function unitAfter(
  text: string,
  { to }: NumberForm,
): { to: number; measured: boolean; points: string | null } {
  const after = text.slice(to, to + 32);
  const points = /^\s(percentage points?)\b/i.exec(after);
  if (points) return { to: to + points[0].length, measured: true, points: (points[1] ?? '').toLowerCase() };
  const unit = letters.exec(after);
  if (unit) return { to: to + unit[0].length, measured: true, points: null };
  return { to: /^\+(?!\w)/.test(after) ? to + 1 : to, measured: measure.test(after), points: null };
}

const meanBefore =
  /\b(?:mean|average|averaging|averaged|median)(?:\s(?:value|score|rating|number|age|length|wait|waiting time|attendance|time))?(?:\s(?:of|was|is|at|to|being)){0,2}[\s:]+(?:about |around |approximately |just over |just under |nearly |almost |over )?$/i;
const longMean = /\b(?:mean|average|median)(?:\s[\w-]+){1,4}\s(?:of|was|is)\s$/i;
const scoreBefore = /\b(?:scored?|rated|rating of|score of)\s(?:(?:it|an?|at|of|us)\s)*$/i;

function isMean(before: string, phrase: string): boolean {
  return (
    longMean.test(before) ||
    /^(?:average|mean)\b/.test(phrase) ||
    meanBefore.test(before) ||
    scoreBefore.test(before)
  );
}
