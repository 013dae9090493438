// Years of guidance and Acts that cannot be: five digits, an edition of Working Together or of Keeping Children Safe in
// Education that never appeared, an Act of another year, and an edition cited as the present one after it was replaced.
import { isBefore } from '../../calendar/day.ts';
import { frameworkById, frameworkInForce } from '../../frameworks/framework.ts';
import type { ReadDocument } from '../../reading/document.ts';
import { sentencesIn } from '../../reading/language/sentences.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { type PieceOfText, textsIn } from '../texts.ts';

const id = 'framework-year-unreadable';

export const frameworkYearUnreadable: Rule = {
  id,
  group: 'text',
  title: 'A year of guidance or law that cannot be',
  why: 'Which edition a partnership follows decides what it must do; a reader has to be able to tell.',
  severities: ['medium', 'low'],
  check: (document) =>
    textsIn(document).flatMap((piece) => [...brokenYears(document, piece), ...editions(document, piece)]),
};

interface Series {
  title: string;
  /** The words before the year. */
  pattern: RegExp;
  editions: readonly number[];
  /** Years in which an edition was amended without becoming another. */
  amended: readonly number[];
}

// Between title and year may stand "(", "guidance", "statutory guidance" or a month, but no letter of a course.
const BETWEEN =
  '(?:\\s+(?:statutory\\s+)?(?:guidance|edition|framework))?[\\s,:(–-]*(?:(?:in|of)\\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept|Dec)\\s+)?';

const series: readonly Series[] = [
  {
    title: 'Working Together',
    pattern: new RegExp(
      `\\bWorking Together(?:\\s+to\\s+Safeguard(?:ing)?\\s+Children)?${BETWEEN}(\\d{4,6})(?![\\d/])(?!\\s?[-–]\\s?\\d)`,
      'gi',
    ),
    editions: [1988, 1991, 1999, 2006, 2010, 2013, 2015, 2018, 2023, 2026],
    amended: [2017, 2019, 2020, 2022],
  },
  {
    title: 'Keeping Children Safe in Education',
    pattern: new RegExp(
      `\\b(?:Keeping Children Safe in Education|KCSIE)${BETWEEN}(\\d{4,6})(?![\\d/])(?!\\s?[-–]\\s?\\d)`,
      'gi',
    ),
    editions: [2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026],
    amended: [],
  },
];

/** Acts the field cites of which there is one of that name, or two. */
const acts: readonly { title: string; years: readonly number[] }[] = [
  { title: 'Children and Social Work Act', years: [2017] },
  { title: 'Children and Families Act', years: [2014] },
  { title: 'Children Act', years: [1908, 1948, 1958, 1972, 1975, 1989, 2004] },
  { title: 'Domestic Abuse Act', years: [2021] },
  { title: 'Modern Slavery Act', years: [2015] },
  { title: 'Mental Capacity Act', years: [2005] },
  { title: 'Data Protection Act', years: [1984, 1998, 2018] },
  { title: 'Equality Act', years: [2006, 2010] },
  { title: 'Human Rights Act', years: [1998] },
  { title: 'Care Act', years: [2014] },
  { title: 'Serious Crime Act', years: [2007, 2015] },
  { title: 'Crime and Disorder Act', years: [1998] },
];
const act = new RegExp(
  `\\b(${acts.map(({ title }) => title).join('|')})(?:,?\\s+(\\d{4})\\b(?![/-])|\\s*\\((\\d{4})\\))`,
  'g',
);

const brokenYear =
  /\b(?:Act|Bill|Regulations|[Gg]uidance|Framework|Strategy|Plan|Together|Children|Education|KCSIE|Census|January|February|March|April|May|June|July|August|September|October|November|December)[\s,(]+((?:19|20)\d{3})\b(?![,.]\d)/g;

function brokenYears(document: ReadDocument, piece: PieceOfText): Finding[] {
  return [...piece.text.matchAll(brokenYear)].map((match) =>
    found(document, piece, match[0], match.index, {
      severity: 'medium',
      confidence: 0.9,
      message: `“${match[0]}” is not a year anyone can read.`,
      mend: 'Write the year that was meant, after looking it up.',
    }),
  );
}

function editions(document: ReadDocument, piece: PieceOfText): Finding[] {
  const named = series.flatMap((one) =>
    [...piece.text.matchAll(one.pattern)].flatMap((match) => {
      const year = Number(match[1]);
      if (year > 9999) return [];
      const said = neverAppeared(one, year) ?? replaced(document, piece, match.index, one, year);
      return said ? [found(document, piece, match[0], match.index, said)] : [];
    }),
  );
  const ofActs = [...piece.text.matchAll(act)].flatMap((match) => {
    const years = acts.find(({ title }) => title === match[1])?.years ?? [];
    const year = match[2] ?? match[3] ?? '';
    if (years.includes(Number(year))) return [];
    const right = listWords(years.filter((year) => year >= 1980).map(String));
    return [
      found(document, piece, match[0], match.index, {
        severity: 'medium',
        confidence: 0.85,
        message: `There is no ${match[1]} ${year}. The one of that name is of ${right}.`,
        mend: 'Look up which Act was meant.',
      }),
    ];
  });
  return [...named, ...ofActs];
}

interface Said {
  severity: Severity;
  confidence: number;
  message: string;
  mend: string;
}

function neverAppeared({ title, editions: known, amended }: Series, year: number): Said | null {
  const newest = known.at(-1) ?? 0;
  if (known.includes(year) || year > newest) return null;
  const before = known.findLast((edition) => edition < year);
  if (before === undefined) return null;
  const only = amended.includes(year);
  return {
    severity: only ? 'low' : 'medium',
    confidence: only ? 0.6 : 0.85,
    message: only
      ? `${title} was amended in ${year}; the edition is that of ${before}.`
      : `There is no ${title} of ${year}. The edition before that year is of ${before}.`,
    mend: 'Name the edition by its own year.',
  };
}

const citing =
  /\b(requires?|sets? out|states?|expects?|in line with|complian(?:t|ce)|in accordance|accordance with|as described in|under|must|duty|duties)\b/i;
const looksBack =
  /\b(previous(?:ly)?|former(?:ly)?|replaced?|replaces|supersed\w+|then|at (?:the|that) time|original(?:ly)?|since|builds? on|built on|updated?|revised|first|introduced|until|came into|published)\b/i;

/** An edition cited as the one to follow, although another was in force before the period began. */
function replaced(
  document: ReadDocument,
  piece: PieceOfText,
  from: number,
  { title }: Series,
  year: number,
): Said | null {
  if (document.period === null || !piece.own) return null;
  const { from_on } = document.period;
  const successor =
    title === 'Working Together' ? workingTogetherAfter(year, from_on) : schoolsEditionAfter(year, from_on);
  if (successor === null) return null;
  const sentence = sentencesIn(piece.text).find((one) => one.from <= from && from < one.to)?.text ?? '';
  if (!citing.test(sentence) || looksBack.test(sentence) || sentence.includes(String(successor))) return null;
  return {
    severity: 'low',
    confidence: 0.6,
    message: `${title} ${year} is cited as the edition to follow, but that of ${successor} had replaced it before the period began.`,
    mend: 'Name the edition in force in the period, or say that the earlier one is meant.',
  };
}

function workingTogetherAfter(year: number, from_on: string): number | null {
  const current = frameworkInForce(from_on);
  const held = [2018, 2023, 2026].includes(year) ? frameworkById(`WT${year}`) : null;
  const ended =
    held === null ? year < 2018 : held.in_force_until !== null && !isBefore(from_on, held.in_force_until);
  return current && ended ? Number(current.id.slice(2)) : null;
}

/** A new edition takes effect each September. */
function schoolsEditionAfter(year: number, from_on: string): number | null {
  const current = Number(from_on.slice(0, 4)) - (from_on.slice(5) < '09-01' ? 1 : 0);
  return year < current ? current : null;
}

function found(document: ReadDocument, piece: PieceOfText, words: string, from: number, said: Said): Finding {
  return findingAt(id, document, piece.part, {
    ...said,
    detail: `${words} ${said.message}`,
    from,
    to: from + words.length,
    ...(piece.cell && { cell: piece.cell }),
  });
}
