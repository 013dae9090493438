// Numbers that measure nothing: parts of dates and addresses, numbers of sections and pages, ages, names such as "Section 47",
// "Year 6" and "Key Stage 2", "24/7", "1:1", "999".
import type { NumberForm } from './number-forms.ts';
import { timePiecesIn } from './time-forms.ts';
import { startsSentence } from './words.ts';

export interface Place {
  from: number;
  to: number;
}

/** Stretches of a text whose numbers are no quantities, in order; some may overlap. */
export function placesWithoutQuantities(text: string): Place[] {
  const digits = /\d/.test(text);
  const places: Place[] = digits ? timePiecesIn(text).map(({ from, to }) => ({ from, to })) : [];
  for (const pattern of digits ? [...spelledPatterns, ...patterns] : spelledPatterns)
    for (const match of text.matchAll(pattern))
      places.push({ from: match.index, to: match.index + match[0].length });
  return places.toSorted((a, b) => a.from - b.from);
}

const list =
  '\\d{1,6}[a-z]?(?:\\.\\d{1,3})*(?:\\(\\w\\))?(?:\\s*(?:,|and|&|or|to|/|-|–)\\s*\\d{1,6}[a-z]?(?:\\.\\d{1,3})*(?:\\(\\w\\))?)*';
const spelled = '(?:one|two|three|four|five|six|seven|eight|nine|ten)';
const ageWord = '(?:years?|yrs?|months?)';

/** Those that also stand in words. */
const spelledPatterns: readonly RegExp[] = [
  /\bone[- ](?:to|2)[- ]ones?\b/gi,
  new RegExp(
    `\\b(?:Priority|Priorities|Step|Phase|Stage|Part|Chapter|Section|Level|Tier|Strand|Goal|Objective|Outcome|Principle|Recommendation|Theme|Question|Module|Action|Standard|Appendix|Annex|Table|Figure|Day|Week|Option)\\s+${spelled}\\b`,
    'gi',
  ),
  // Ages.
  new RegExp(
    `\\bage[ds]?\\s*(?:of\\s+|from\\s+|between\\s+|under\\s+|over\\s+|up\\s+to\\s+|group\\s+|range\\s+)*(?:the\\s+age\\s+of\\s+)?(?:\\d{1,2}|${spelled})(?:½)?(?:\\s*(?:-|–|to|and|&|or|/)\\s*(?:\\d{1,2}|${spelled}))?(?:\\+|s\\b)?(?:\\s+${ageWord}\\b)?`,
    'gi',
  ),
  new RegExp(
    `\\b(?:\\d{1,2}|${spelled})½?(?:\\s*(?:-|–|to|and|&|or|/)\\s*(?:\\d{1,2}|${spelled})½?)?(?:\\+)?[\\s-]*${ageWord}[\\s-]+(?:olds?|of\\s+age|and\\s+(?:over|under|above|below))\\b`,
    'gi',
  ),
];

const patterns: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,200}/gi,
  // Postcodes and telephone numbers.
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
  /(?<![\d,.£])(?:\+44|0)[\d](?:[\d\s()-]{6,14})\d/g,
  /\b\d{9,}\b/g,
  /(?<![\w£])['’]\d\d(?!\d)/g,
  // Times of day.
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|o['’]clock)\b/gi,
  /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/g,
  // Ratios, round the clock, one to one.
  /\b\d{1,3}:\d{1,3}\b|\b24\s?\/\s?7\b|\b(?:Office|Microsoft|Dynamics)\s365\b|\b365[\s-]days?\b|\/\s?365\b|\b50\s?\/\s?50\b|\b1[- ](?:2|to)[- ]1s?\b/gi,
  /\b(?:dial|call|calls|ring|NHS|phone|rang|via)\s(?:999|111|101|112)\b|\b(?:999|111|101|112)\s(?:calls?|services?|number|emergency|team)\b/gi,
  // Sections, pages and their like, alone or in a list.
  new RegExp(
    `\\b(?:sections?|sects?|ss?\\.|chapters?|ch\\.|paragraphs?|paras?\\.?|pages?|pp?\\.|articles?|art\\.|appendix|appendices|annex(?:es)?|schedules?|clauses?|regulations?|figures?|figs?\\.?|tables?|charts?|footnotes?|notes?|ref\\.?|reference|versions?|v\\.?|no\\.|nos\\.|tel\\.?|lines?|questions?|items?|key stages?|ks|tiers?|levels?|priority|priorities|room|floor|slides?|volume|vol\\.|issue|part|covid|sars-cov|q|step|phase|stage|goal|objective|outcome|principle|recommendation|standard|theme|strand|criterion|option|domain|action|grade|band|type|day|week|unit|module|wave)[\\s-]*(?:no\\.?\\s*|numbers?\\s*)?(?:${list})(?![\\d%])(?!\\s*(?:%|per\\s?cent))`,
    'gi',
  ),
  /\b(?:Session|Group|Cohort|Class|Team|Panel|Ward|Radio|Channel|Route|Junction|Form|Box|Number|Score|Study|Example|Scenario|Site|Block|House|Zone|Area|Agenda)\s\d+\b(?!\s*(?:%|per\s?cent))/g,
  /\b(?:years?|yrs?|y)\s?(?:[1-9]|1[0-3])(?:\s*(?:,|and|&|or|to|\/|-|–)\s*(?:years?\s)?(?:[1-9]|1[0-3]))*(?![\d%]|[.,]\d)(?!\s*(?:%|per\s?cent))/gi,
  /\b(?:under|over|below|above)[\s-]?\d{1,2}['’]?s\b/gi,
  /\b(?:under|below)[\s-](?:the\s+age\s+of\s+)?(?:1|2|4|5|10|11|13|14|15|16|17|18|19|20|21|25)\b(?!\s*(?:%|per\s?cent)|[.,]\d)/gi,
  /\b\d{1,2}\s?(?:-|–|to)\s?\d{1,2}['’]?s\b/gi,
  /\b\d{1,2}\+(?=\s+(?:year|services?|personal|team|transitions?|pathway|support))/gi,
  /\b(?:0|[1-9])\s?(?:-|–)\s?(?:1\d|2[0-5]|[1-9])\b(?!\s*(?:%|per\s?cent|weeks?|days?|hours?|sessions?|months?|minutes?))/g,
  // Dots before a page, numbered paragraphs and lists.
  /\.{3,}\s*\d+/g,
  /^\s*\d{1,3}(?:\.\d{1,3})*[.)]?(?:\t|\s{2,})/gm,
  /^\s*(?:\d{1,3}(?:\.\d{1,3}){2,}\.?|\d{1,3}[.)])\s/gm,
  /^\s*\d{1,2}\.\d{1,2}\s(?=[A-Z])(?!.{0,80}\bper\s\d)/gm,
  /^\s*\d{1,2}\s(?=(?:The|This|These|In|A|An|There|It|At|For|During|As|Our|We|All|To|If|Following)\s)/gm,
];

/** Whether what stands beside a number makes it part of a name or a word: "7-minute briefing", "one of", "A1". */
export function isNoQuantity(text: string, form: NumberForm): boolean {
  const before = text.slice(Math.max(0, form.from - 24), form.from);
  const after = text.slice(form.to, form.to + 30);
  if (/^[-‑–](?=[A-Za-z0-9])/.test(after) || /(?:[A-Za-z][-‑]|[A-Za-z]\+)$/.test(before)) return true;
  if (
    /^\s?(?:point|minute|page|day|step)[\s-](?:briefings?|guides?|plans?|model|approach|checklist|summary)\b/i.test(
      after,
    )
  )
    return true;
  if (/^\sDays\b/.test(after)) return true;
  if (form.kind === 'times') return /^\s(?:check|page|sided|glaz|up|click|whammy)/i.test(after);
  if (/^\s?(?:x\s|×)/.test(after) && form.kind === 'count' && !form.spelled) return true;
  if (/\b(?:(?:Act|Bill|Regulations),?|Working Together)\s\(?$/.test(before)) return true;
  if (!form.spelled) return form.kind === 'count' && /^0\d/.test(text.slice(form.from, form.to));
  if (isName(text, form, after)) return true;
  // "between the three", "zero tolerance".
  if (!/^\s[A-Za-z]/.test(after) && /\b(?:the|these|those|all|other)\s$/i.test(before)) return true;
  if (form.value === 0) return !/^\s[a-z]+(?:\s[a-z]+)?s\b/.test(after);
  return form.value === 1 && form.kind === 'count' && isPronoun(before, after);
}

/** "the Four Steps", ‘three houses’. */
function isName(text: string, { from }: NumberForm, after: string): boolean {
  if (/[‘“']/.test(text.charAt(from - 1))) return true;
  return /[A-Z]/.test(text.charAt(from)) && /^\s[A-Z]/.test(after) && !startsSentence(text, from);
}

function isPronoun(before: string, after: string): boolean {
  if (
    /\b(?:no|any|every|each|this|that|which|the|another|some|someone|as|at|last|next|first|day|or|than|back to|number)\s$/i.test(
      before,
    )
  )
    return true;
  if (!/^\s[a-zA-Z]/.test(after)) return true;
  return /^\s(?:of|another|to|can|could|may|might|must|should|would|will|is|was|has|had|day|size|stop|point|hand|way|thing|such|another|or|and|who|which|that|where|with|for|on|from|by|at|but|example|more|place|side|off|aspect|part|would|key|another)\b/i.test(
    after,
  );
}
