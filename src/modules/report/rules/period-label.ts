// Reads a period as sources print it, where they print no days: "2023/24", "Q2 24/25", "June 2023", "Census 2021".
// Whatever could mean two things is left unread, because a wrong reading would accuse a figure of being old.
import { addDays, addMonths } from '../../../kernel/calendar/day.ts';

export interface Span {
  from: string | null;
  to: string | null;
  /** True for a year alone: it says that something lies somewhere in it, not that it fills it. */
  somewhere?: true;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(${months.join('|')})[a-z]*`;
const monthYear = new RegExp(`^${monthName} (\\d{4})$`, 'i');
const monthsYears = new RegExp(`^${monthName}(?: (\\d{4}))? ?(?:to|-|–|and) ?${monthName} (\\d{4})$`, 'i');
const anyMonth = new RegExp(`\\b${monthName}\\b`, 'i');
const quarterStarts = ['04-01', '07-01', '10-01', '01-01'];

/**
 * What a label can mean: nothing where it cannot be read, and two readings for "2023/24", which may be a financial or a
 * school year. Two-figure years are of this century.
 */
export function readingsOfLabel(label: string): Span[] {
  const text = label.trim();
  const years = /^(?:year )?(\d{4}|\d{2})\s?[/–-]\s?(\d{4}|\d{2})$/i.exec(text);
  const first = fullYear(years?.[1] ?? '');
  if (years && fullYear(years[2] ?? '') === first + 1) return [financialYear(first), schoolYear(first)];
  const span = spanOf(text);
  return span ? [span] : [];
}

function spanOf(text: string): Span | null {
  const month = monthYear.exec(text);
  if (month) return monthSpan(month[1], month[2], month[1], month[2]);
  const between = monthsYears.exec(text);
  if (between) return monthSpan(between[1], between[2] ?? between[4], between[3], between[4]);
  if (anyMonth.test(text) || /\b(spring|summer|autumn|winter)\b/i.test(text)) return null;
  const years = /(?:^|[^\d])(\d{4}|\d{2})\s?[/–-]\s?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (years) return yearsSpan(text, fullYear(years[1] ?? ''), fullYear(years[2] ?? ''));
  const single = /^\D*\b((?:19|20)\d{2})\b\D*$/.exec(text)?.[1];
  if (!single || /\b(to|until|since|from|after|before)\b/i.test(text)) return null;
  if (/\bmid\b/i.test(text)) return { from: `${single}-06-30`, to: `${single}-06-30` };
  return { from: `${single}-01-01`, to: `${single}-12-31`, somewhere: true };
}

function yearsSpan(text: string, first: number, last: number): Span | null {
  if (last <= first || last - first > 10) return null;
  // Years that do not follow each other are whole calendar years; those that do are one financial or school year.
  if (last - first > 1) return { from: `${first}-01-01`, to: `${last}-12-31` };
  const quarter = Number(/\bQ(?:uarter )?\s?([1-4])\b/i.exec(text)?.[1] ?? 0);
  if (quarter > 0) {
    const from = `${quarter === 4 ? last : first}-${quarterStarts[quarter - 1]}`;
    return { from, to: addDays(addMonths(from, 3), -1) };
  }
  return /academic|school/i.test(text) ? schoolYear(first) : financialYear(first);
}

function financialYear(first: number): Span {
  return { from: `${first}-04-01`, to: `${first + 1}-03-31` };
}

function schoolYear(first: number): Span {
  return { from: `${first}-09-01`, to: `${first + 1}-08-31` };
}

function monthSpan(m1 = '', y1 = '', m2 = '', y2 = ''): Span {
  const first = (name: string, year: string) =>
    `${year}-${String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')}-01`;
  return { from: first(m1, y1), to: addDays(addMonths(first(m2, y2), 1), -1) };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
