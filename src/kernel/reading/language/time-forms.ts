// The forms in which a text names a day or a period, one after the other: "1st April 2024", "24/02/2025", "Q2 24/25",
// "Autumn 2024", "the academic year 2023/24". English order: the day first. A form without its year ("1 April") is partial;
// times.ts gives it one where a range does, and otherwise leaves it out.
import { bareYear, shortYears, yearsReading } from './doubtful-years.ts';
import {
  academicYearSpan,
  complete,
  daySpan,
  eitherQuarterSpan,
  follows,
  fullYear,
  monthSpan,
  partial,
  partOfYearSpan,
  quartersSpan,
  type Reading,
  seasonSpan,
  spanOf,
  yearEndingSpan,
  yearSpan,
} from './time-spans.ts';

export interface TimePiece extends Reading {
  from: number;
  to: number;
}

type Reader = (match: RegExpExecArray, text: string) => Reading | null;

/** Every day, period and partial form, in the order of the text, none inside another and none in an address of a page. */
export function timePiecesIn(text: string): TimePiece[] {
  const pieces: TimePiece[] = [];
  trigger.lastIndex = 0;
  for (let found = trigger.exec(text); found; found = trigger.exec(text)) {
    if (found[1]) continue;
    const piece = pieceAt(text, found.index);
    if (!piece) continue;
    pieces.push(piece);
    trigger.lastIndex = piece.to;
  }
  return pieces;
}

function pieceAt(text: string, from: number): TimePiece | null {
  const digit = /\d/.test(text.charAt(from));
  for (const { pattern, read, startsWith } of forms) {
    if ((startsWith === 'digit') !== digit && startsWith !== 'either') continue;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const made = match && read(match, text);
    if (!match || !made) continue;
    const [raw] = match;
    const closes = raw.includes('(') && !raw.includes(')') && text.charAt(from + raw.length) === ')';
    return { ...made, from, to: from + raw.trimEnd().length + (closes ? 1 : 0) };
  }
  return null;
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-zà-ɏ])\\.?';
/** Also as converters of documents print it: "31^{st}", "31<sup>st</sup>". */
const ORDINAL = '(?:\\s?(?:\\^?\\{|<sup>)?(?:st|nd|rd|th)(?:(?:\\s+of)?\\}|</sup>)?(?![a-z]))?';
const DATE = `(0?[1-9]|[12]\\d|3[01])${ORDINAL}(?![\\d%]|[.,:]\\d)`;
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const YEAR = '((?:19|20)\\d\\d)(?!\\d|[.,]\\d|%)';
const TO = '\\s*(?:-|–|—|to|until|and|&)\\s*';
/** "2024/25", "2024 - 2025", "24/25". */
const PAIR = '((?:19|20)?\\d\\d)\\s?[/–—-]\\s?((?:19|20)?\\d\\d)(?![\\d%]|[.,/]\\d)';
const SCHOOL = '(?:academic|school)(?:\\s+(?:academic|school))?';

const trigger =
  /((?:https?:\/\/|www\.)\S+)|(?<![\p{L}\d£$€#.,@_])(?:\d|q(?:tr)?\.?\s?[1-4]|quarter|(?:first|second|third|fourth|final) q|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|mid|early|late|census|academic|school|financial|fiscal|reporting|calendar|year|twelve months|fy)/giu;

interface Form {
  pattern: RegExp;
  read: Reader;
  startsWith: 'digit' | 'letter' | 'either';
}

const digit = (source: string, read: Reader): Form => ({
  pattern: new RegExp(source, 'iy'),
  read,
  startsWith: 'digit',
});
const letter = (source: string, read: Reader): Form => ({
  pattern: new RegExp(source, 'iy'),
  read,
  startsWith: 'letter',
});
const either = (source: string, read: Reader): Form => ({
  pattern: new RegExp(source, 'iy'),
  read,
  startsWith: 'either',
});

const forms: readonly Form[] = [
  digit(
    '(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)',
    ([, year, month, date = '']) => complete('day', daySpan(fullYear(year), Number(month), date)),
  ),
  digit('(\\d{1,2})([/.-])(\\d{1,2})\\2((?:19|20)?\\d\\d)(?![\\d%]|[/.-]\\d)', numericDay),
  digit(`(?<!\\d[/.-])(0?[1-9]|1[0-2])/${YEAR}(?!/)`, ([, month, year]) =>
    complete('month', monthSpan(fullYear(year), Number(month))),
  ),
  digit(`${DATE}${TO}${WEEKDAY}${DATE}(?:\\s+of)?\\s+${MONTH}(?:,?\\s+${YEAR})?`, daysOfMonth),
  digit(
    `${DATE}(?:\\s+day)?(?:\\s+of)?(?:\\s+|-)${MONTH}(?:(?:,?\\s+|,|-)${YEAR}|(?:-|\\s?['’])(\\d\\d)(?!\\d))?`,
    dayOfMonth,
  ),
  letter(`${MONTH}\\s+${DATE}(?:,\\s*|\\s+)${YEAR}`, ([, month = '', date = '', year]) =>
    complete('day', daySpan(fullYear(year), month, date)),
  ),
  letter(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)(?![a-z])`, ([, month = '', date = '']) =>
    partial('day', (year) => daySpan(year, month, date)),
  ),
  letter(`${MONTH}(?:,?\\s+(?:of\\s+)?|,)${YEAR}`, monthOfYear),
  letter(`${MONTH}(?:-|\\s?['’])(\\d\\d)(?!\\d|\\s*[-–]\\s*\\d)`, monthOfYear),
  letter(`${MONTH}\\s+(\\d\\d)${TO}${MONTH}\\s+(\\d\\d)(?!\\d|st|nd|rd|th)`, monthsOfShortYears),
  letter(
    '(jan|feb|mar|apr|aug|sept?|oct|nov|dec)\\.?\\s(1[7-9]|[23]\\d)(?![\\d%]|[.,:/]\\d|st|nd|rd|th|\\s[a-z])',
    monthOfYear,
  ),
  letter(`${MONTH}\\s+(\\d{1,2})(?![\\d%]|[.,:/]\\d|\\s*[a-z])`, ([raw, month = '', date = '']) =>
    isCapital(raw) ? partial('day', (year) => daySpan(year, month, date)) : null,
  ),
  letter(MONTH, ([raw, month = '']) =>
    isCapital(raw) ? partial('month', (year) => monthSpan(year, month)) : null,
  ),
  letter(
    `(?:q|qtr\\.?|quarters?)\\s?([1-4])(?:${TO}(?:q|quarter)?\\s?([1-4])(?!\\d))?(?!\\d)(?:,|\\s+of|\\s+in|\\s*[-–:])?\\s*\\(?(?:the\\s+)?(?:financial\\s+)?(?:year\\s+|FY\\s?)?${PAIR}`,
    ([, q1, q2, a, b]) => quartersOf(q1, q2, a, b),
  ),
  letter(
    `(first|second|third|fourth|final) quarter(?:,|\\s+of|\\s+in)?\\s+(?:the\\s+)?(?:financial\\s+)?(?:year\\s+)?${PAIR}`,
    ([, word = '', a, b]) => quartersOf(quarterWords[word.toLowerCase()], undefined, a, b),
  ),
  digit(`${PAIR},?\\s*-?\\s*\\(?(?:q|quarter)\\s?([1-4])(?!\\d)`, ([, a, b, q]) =>
    quartersOf(q, undefined, a, b),
  ),
  letter(`(?:q|quarter)\\s?([1-4])(?:,|\\s+of|\\s+in)?\\s+${YEAR}`, ([, quarter, year]) =>
    complete('quarter', eitherQuarterSpan(fullYear(year), Number(quarter))),
  ),
  letter(`(?:q\\s?|quarters?\\s)([1-4])(?!\\d)`, () => partial('quarter', () => null)),
  either(
    `(?:(?:financial|calendar|reporting)\\s+)?(?:year|(?:12|twelve)\\s+months)\\s+(?:ending|ended|to|up\\s+to)\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:${DATE}(?:\\s+of)?\\s+)?${MONTH},?\\s+${YEAR}`,
    yearEnding,
  ),
  letter(`${SCHOOL}\\s+years?\\s+(?:of\\s+)?\\(?${PAIR}`, academicYear),
  digit(`${PAIR}\\s+${SCHOOL}\\s+years?`, academicYear),
  letter(`(?:financial|fiscal|reporting)\\s+years?\\s*\\(?${PAIR}`, ([, a = '', b = '']) =>
    yearsReading(a, b),
  ),
  letter(`(?:years?|fy)\\s*${PAIR}`, ([, a = '', b = '']) =>
    fullYear(a) < 2017 && a.length === 2 ? null : yearsReading(a, b),
  ),
  digit(`${PAIR}\\s+(?:financial|fiscal|reporting)\\s+year`, ([, a = '', b = '']) => yearsReading(a, b)),
  letter(`calendar\\s+year\\s+${YEAR}`, calendarYear),
  letter(`(spring|summer|autumn|winter)(\\s+term)?(?:\\s+of|,|\\s+in)?\\s+\\(?(?:${PAIR}|${YEAR})`, seasonOf),
  letter('(spring|summer|autumn|winter)(\\s+term)?(?![a-z])', ([, season = '', term]) =>
    partial('season', (year) => seasonSpan(year, season, term !== undefined)),
  ),
  letter(`(mid|early|late)(?:\\s+|-)${YEAR}`, partOfYear),
  letter(`census\\s+(?:of\\s+)?\\(?${YEAR}`, calendarYear),
  digit(`${YEAR}\\s+census(?![a-z])`, calendarYear),
  digit(`((?:19|20)\\d\\d)\\s?[/–—-]\\s?((?:19|20)?\\d\\d)(?![\\d%]|[.,/]\\d)`, ([, a = '', b = '']) =>
    yearsReading(a, b),
  ),
  digit('(\\d\\d)\\s?([/–-])\\s?(\\d\\d)(?![\\d%]|[.,/:-]\\d)', shortYears),
  digit('((?:19|20)\\d)0s(?![a-z])', ([, decade = '']) =>
    complete('range', yearSpan(Number(decade) * 10, Number(decade) * 10 + 9)),
  ),
  digit(YEAR, bareYear),
];

const quarterWords: Record<string, string> = { first: '1', second: '2', third: '3', fourth: '4', final: '4' };

function numericDay([, date = '', separator = '', month = '', year = '']: RegExpExecArray): Reading | null {
  // "1.2.24" is more often a section than a day; "30.09.24" is a day.
  if (separator !== '/' && year.length === 2 && (date.length < 2 || month.length < 2)) return null;
  return complete('day', daySpan(fullYear(year), Number(month), date));
}

function daysOfMonth([raw, first = '', last = '', month = '', year]: RegExpExecArray): Reading | null {
  if (Number(first) >= Number(last)) return null;
  const inYear = (given: number) =>
    spanOf(daySpan(given, month, first)?.from_on ?? '', daySpan(given, month, last)?.to_on ?? '');
  if (year) return complete('range', inYear(Number(year)));
  return monthIsCapital(raw, month) ? partial('range', inYear) : null;
}

function dayOfMonth([raw, date = '', month = '', year, short]: RegExpExecArray): Reading | null {
  if (year ?? short) return complete('day', daySpan(fullYear(year ?? short), month, date));
  return monthIsCapital(raw, month) ? partial('day', (given) => daySpan(given, month, date)) : null;
}

function monthOfYear([, month = '', year]: RegExpExecArray): Reading | null {
  return complete('month', monthSpan(fullYear(year), month));
}

/** "Apr 24 – Mar 25". */
function monthsOfShortYears([, first = '', a, last = '', b]: RegExpExecArray): Reading | null {
  const [from, to] = [monthSpan(fullYear(a), first), monthSpan(fullYear(b), last)];
  if (!from || !to || fullYear(a) < 2015 || fullYear(b) - fullYear(a) > 2) return null;
  return from.from_on < to.to_on ? complete('range', spanOf(from.from_on, to.to_on)) : null;
}

function yearEnding([, date, month = '', year]: RegExpExecArray): Reading | null {
  const last = date ? daySpan(fullYear(year), month, date) : monthSpan(fullYear(year), month);
  return last && complete('range', yearEndingSpan(last.to_on));
}

function quartersOf(first = '', last: string | undefined, a = '', b = ''): Reading | null {
  const year = fullYear(a);
  if (!follows(year, b) || (last && last <= first)) return null;
  return complete(last ? 'range' : 'quarter', quartersSpan(year, Number(first), Number(last ?? first)));
}

function academicYear([, a, b = '']: RegExpExecArray): Reading | null {
  const year = fullYear(a);
  return follows(year, b) ? complete('academic-year', academicYearSpan(year)) : null;
}

function calendarYear([, year]: RegExpExecArray): Reading | null {
  return complete('year', yearSpan(fullYear(year)));
}

function seasonOf([, season = '', term, a, b = '', year]: RegExpExecArray): Reading | null {
  const first = fullYear(year ?? a);
  if (year) return complete('season', seasonSpan(first, season, term !== undefined));
  if (!follows(first, b)) return null;
  // Of a school year or a winter that spans two: spring and summer lie in the second.
  return complete(
    'season',
    seasonSpan(/spring|summer/i.test(season) ? first + 1 : first, season, term !== undefined),
  );
}

/** "mid-2023" of a population estimate is the 30th of June; elsewhere some months around it. */
function partOfYear(match: RegExpExecArray, text: string): Reading | null {
  const [raw, part = '', year] = match;
  const around = text.slice(Math.max(0, match.index - 60), match.index + raw.length + 40);
  if (part.toLowerCase() === 'mid' && /estimate|population/i.test(around))
    return complete('day', daySpan(fullYear(year), 6, '30'));
  return complete('range', partOfYearSpan(fullYear(year), part));
}

function isCapital(raw: string): boolean {
  return /^[A-Z]/.test(raw);
}

function monthIsCapital(raw: string, month: string): boolean {
  return isCapital(raw.slice(raw.toLowerCase().lastIndexOf(month.toLowerCase())));
}
