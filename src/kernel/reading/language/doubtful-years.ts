// Figures that are a year only where the words beside them say so: "24/25" may be ages or a ratio, "2000" a count of children.
import { complete, follows, type Reading, reportingYearSpan, yearSpan } from './time-spans.ts';

/** A reporting year where the years follow each other, calendar years from the first to the last otherwise. */
export function yearsReading(a: string, b: string): Reading | null {
  const year = a.length === 2 ? 2000 + Number(a) : Number(a);
  if (follows(year, b)) return complete('reporting-year', reportingYearSpan(year));
  const last = b.length === 2 ? Math.floor(year / 100) * 100 + Number(b) : Number(b);
  return last > year && last - year <= 30 ? complete('range', yearSpan(year, last)) : null;
}

const ages = /^[\s-]*(?:years?[\s-]+olds?|years? of age|yrs?\b|months?\b|weeks?\b|hours?\b)/i;
const asks =
  /\b(?:in|during|for|since|from|to|until|by|of|between|and|year|than|with|on|over|throughout|the|compared)\s+$/i;
const figures = /^[\s,]*(?:figures?|data|total|outturn|annual|report|budget)\b/i;

/** "24/25" where it is clearly a period: in brackets, alone, or after a word that asks for one. */
export function shortYears(match: RegExpExecArray, text: string): Reading | null {
  const [raw, a = '', separator, b = ''] = match;
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const after = text.slice(match.index + raw.length, match.index + raw.length + 24);
  const first = Number(a);
  if (ages.test(after) || /\bage[ds]?\b[^.;()]{0,20}$/i.test(before) || first < 17 || first > 49) return null;
  const bracket = /\([^()]{0,30}$/.test(before) && /^[^()]{0,20}\)/.test(after);
  const slash = separator === '/';
  if (!follows(2000 + first, b))
    return bracket && !slash && first >= 20 && Number(b) - first <= 5 ? yearsReading(a, b) : null;
  if (!slash) return bracket && first >= 20 ? yearsReading(a, b) : null;
  const alone = before.trim() === '' || after.trim() === '';
  return bracket || alone || asks.test(before) || figures.test(after) ? yearsReading(a, b) : null;
}

const yearWords =
  /\b(?:in|during|since|by|until|till|before|after|from|of|for|throughout|year|early|late|between|to|the|this|and|end|our|its|their|was|dated|published|updated|launched)[\s(]+$/i;
const counted =
  /^\s+(?:(?:[a-z-]+\s+){0,2})(?:children|people|pupils|students|adults|families|parents|carers|learners|attendees|delegates|practitioners|professionals|referrals|contacts|sessions|places|hits|followers|responses|visits|calls|cases|incidents|assessments|plans|hours|members|staff|households|babies|births|women|men|boys|girls|residents|homes|schools|copies|leaflets|views|downloads)\b/;
const countedBefore =
  /(?:\d\s|[\d)]\s?[/-]|\b(?:pages?|p\.|paras?\.?|paragraph|section|line|no\.?|number|ref\.?|tel\.?|telephone|room|about|around|approximately|over|nearly|almost|than|least|some|upwards of|up to|total of)\s*)$/i;

/** "2023" alone. */
export function bareYear(match: RegExpExecArray, text: string): Reading | null {
  const year = Number(match[1]);
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + 4, match.index + 64);
  const asked = yearWords.test(before) && !/\b(?:total|out) of\s$/i.test(before);
  // "up to 2025" is a year all the same, unless something is counted.
  if (countedBefore.test(before) && !(/\bup to\s*$/i.test(before) && !counted.test(after))) return null;
  if (/^(?:[-/]\d|\s\d{3}\b)/.test(after) && !asked) return null;
  if (/^[a-z]/i.test(after) || /^\s?per\s?cent\b/i.test(after)) return null;
  if (!asked && (year < 1980 || year > 2049)) return null;
  if (counted.test(after) && !/\b(?:in|during|since|by|until|the|our)[\s(]+$/i.test(before)) return null;
  return complete('year', yearSpan(year));
}
