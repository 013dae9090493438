// Years that say when a law, a piece of guidance or a strategy is from, and nothing of when something happened:
// "Children Act 2004", "Working Together (2023)", "Strategy 2025-2028", "(Ofsted, 2025)".

interface Place {
  kind: string;
  from: number;
  to: number;
}

/** Whether a year, or a run of years longer than one, belongs to the title before it. */
export function isTitleYear(text: string, { kind, from, to }: Place): boolean {
  if (kind !== 'year' && kind !== 'range') return false;
  if (
    !/^\d/.test(text.slice(from, from + 1)) ||
    /[a-z]{3}/i.test(text.slice(from, to).replace(/\bto\b/i, ''))
  )
    return false;
  const before = text.slice(Math.max(0, from - 100), from);
  const sentence = before.slice(
    Math.max(0, ...[...before.matchAll(/[.!?]\s|\n/g)].map(({ index }) => index + 1)),
  );
  const bracket = /\(\s*$/.test(sentence);
  if (kind === 'range' && strategyAfter.test(text.slice(to, to + 90))) return true;
  if (lawAfter.test(text.slice(to, to + 90))) return true;
  if (law.test(sentence) || statutory.test(sentence)) return true;
  if (bracket && (inquiry.test(sentence) || afterColon.test(sentence) || author.test(sentence))) return true;
  return cited.test(sentence) && /^\s*[);,]/.test(text.slice(to, to + 4));
}

const closing = '[\'"”’]?\\s*(?:,\\s*|of\\s+)?(?:\\(\\s*)?$';
/** A title's last word. Reports, weeks and inspections are left out: their year is when they were. */
const law = new RegExp(
  `\\b(?:Acts?|Bill|Regulations?|Order|Rules|Code|Directive|Convention|Charter|Guidance|Strateg(?:y|ies)|Plans?|Policy|Protocol|Framework|Agreement|Specification|Toolkit|Handbook|Standards|Procedures)${closing}`,
);
const statutory = new RegExp(
  `(?:Working Together(?: to Safeguard Children)?|Keeping Children Safe in Education|KCSIE|WTSC|WT)(?: \\(?(?:KCSIE|WTSC|WT)\\)?)?(?: (?:[Ss]tatutory )?[Gg]uidance)?${closing}`,
);
/** "the 2017 Children and Social Work Act". */
const lawAfter = /^\s(?:[A-Z][\w'’-]*,?\s(?:(?:and|of|the|for)\s)*){1,7}(?:Act|Regulations)\b/;
/** "the 2024-27 early help strategy". */
const strategyAfter = /^\s(?:[\w'’&-]+\s){0,8}(?:strategy|plan|framework)\b/i;
const inquiry = /\b(?:Review|Inquiry|Enquiry|Report)['"”’]?\s*\(\s*$/;
const afterColon =
  /\b(?:[Ss]trategy|[Gg]uidance|[Rr]eport|[Rr]eview|[Ff]ramework)\s*:\s[^.;()\d]{3,80}\(\s*$/;
const author = /\b[A-Z][A-Za-z'’-]+,\s[A-Z]\.?,?(?:\s[A-Z]\.?)?\s*\(\s*$/;
const cited = /\([^()]{0,80}[A-Z][^()\d]{0,60},\s*$/;
