// What a rule is: a pure question asked of a whole document. It finds what a person would want to know before publication,
// and keeps silent where the text itself explains: a rule that cries wolf on a correct report is worse than one that misses.
import { createHash } from 'node:crypto';
import { headingsOver, type Part, placeIn, type ReadDocument, type TablePart } from '../reading/document.ts';
import type { Finding, Mark, Severity } from './finding.ts';

export const ruleGroups = {
  arithmetic: 'Figures that do not add up',
  time: 'Periods and dates',
  names: 'Names and terms',
  evidence: 'Claims and what shows them',
  duties: 'What the law asks for',
  privacy: 'Children who might be recognised',
  text: 'The text itself',
} as const;
export type RuleGroup = keyof typeof ruleGroups;

export interface Rule {
  /** Kebab-case; the name of its file. */
  id: string;
  group: RuleGroup;
  title: string;
  /** Why it matters, in one sentence for the person who reads the finding. */
  why: string;
  /** What its findings can be, the gravest first. */
  severities: readonly Severity[];
  /** Left out for the report composed from records, where it asks for what only a text can get wrong; both unless said. */
  reads?: 'documents' | 'both';
  /** `earlier`: the documents it is compared with, such as last year's report or the scrutineer's of the same year. */
  check(document: ReadDocument, earlier: readonly ReadDocument[]): Finding[];
}

export interface Found {
  severity: Severity;
  /** 0 to 1. */
  confidence: number;
  message: string;
  mend: string;
  /** What makes this fault this fault, without what may change around it: a waiver lapses when it changes. */
  detail: string;
  /** Offsets in the text of the part, or of the cell. */
  from: number;
  to: number;
  /** Where the words to quote are not simply those around `from` and `to`. */
  quote?: string;
  cell?: { row: number; column: number };
}

/** A finding at a place in a document. Quotes the marked words with the sentence around them. */
export function findingAt(rule: string, document: ReadDocument, part: Part, found: Found): Finding {
  const { from, to, cell = null, detail, quote, ...shown } = found;
  const text = part.kind === 'table' ? cellText(part, cell) : part.text;
  const row = part.kind === 'table' && cell !== null ? part.rows[cell.row] : undefined;
  const { line, page } = row ?? placeIn(part, from);
  const mark: Mark = { part: part.at, cell, from, to };
  return {
    key: keyOf(rule, part.ref ?? '', detail),
    rule,
    ...shown,
    where: whereOf(document, part),
    line,
    page,
    quote: quote ?? quoteAround(text, from, to),
    ref: part.ref,
    path: part.path,
    mark,
  };
}

/** A finding about something that is not there, or about the document as a whole. */
export function findingOverall(
  rule: string,
  found: Omit<Found, 'from' | 'to' | 'cell'> & { where: string; quote: string },
): Finding {
  const { detail, ...shown } = found;
  const nowhere = { line: null, page: null, ref: null, path: null, mark: null };
  return { key: keyOf(rule, '', detail), rule, ...shown, ...nowhere };
}

function keyOf(rule: string, about: string, detail: string): string {
  const hash = createHash('sha256').update(detail).digest('hex').slice(0, 12);
  return `${rule}:${about}:${hash}`;
}

/** Of a table: a cell, a cell of the header (row -1), or its caption. */
export function cellText(table: TablePart, cell: Mark['cell']): string {
  if (cell === null) return table.caption ?? '';
  return cell.row < 0
    ? (table.header[cell.column] ?? '')
    : (table.rows[cell.row]?.cells[cell.column]?.text ?? '');
}

/** "Training › Multi-agency training", or the part's own heading; "Before the first heading" where there is none. */
export function whereOf(document: ReadDocument, part: Part): string {
  const over = headingsOver(document, part).map(({ text }) => text);
  if (part.kind === 'heading') over.unshift(part.text);
  return over.length === 0 ? 'Before the first heading' : over.toReversed().slice(-2).join(' › ');
}

/** At most `length` characters around a place in a text, cut at spaces, with ellipses where it was cut. */
export function quoteAround(text: string, from: number, to: number, length = 180): string {
  const spare = Math.max(0, length - (to - from));
  const before = text.slice(0, from);
  const sentence = Math.max(...['. ', '! ', '? ', '\n'].map((end) => before.lastIndexOf(end) + 1), 0);
  let start = Math.max(sentence, from - Math.ceil(spare / 2));
  if (start > sentence) start = text.indexOf(' ', start) + 1 || start;
  const rest = text.slice(to);
  const stop = /[.!?](\s|$)|\n/.exec(rest);
  let end = Math.min(stop ? to + stop.index + 1 : text.length, to + Math.floor(spare / 2));
  const ends = end === text.length || /[.!?\n]/.test(text.charAt(end - 1));
  if (!ends) end = Math.max(to, text.lastIndexOf(' ', end));
  const cut = text.slice(Math.min(start, from), end).trim();
  return `${start > sentence ? '… ' : ''}${cut}${ends ? '' : ' …'}`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
