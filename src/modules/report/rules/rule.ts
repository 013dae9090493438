// What a rule of the report is: a pure question asked of the whole composition, answered with findings. A rule never
// corrects anything; it says where, quotes exactly, says why it matters and what a person could do.
import { createHash } from 'node:crypto';
import type { EvidenceItem, Ref } from '../../../kernel/evidence/evidence.ts';
import { chapterOf } from '../chapters.ts';
import type { Composition, ReportFinding, Severity } from '../composition.ts';

export interface Rule {
  id: string;
  title: string;
  /** Why it matters, in one sentence for the person who reads the finding. */
  why: string;
  check(composition: Composition): ReportFinding[];
}

export interface Found {
  severity: Severity;
  quote: string;
  message: string;
  mend: string;
  /** What makes this fault this fault: a waiver lapses when it changes. */
  detail: string;
}

/** A finding about one record. */
export function findingAt(rule: string, item: EvidenceItem, found: Found): ReportFinding {
  const { ref, path } = item;
  return finding(rule, { ...found, where: whereOf(item), ref, path, about: ref });
}

/** A finding about something other than one record, keyed by `about`. */
export function finding(
  rule: string,
  { detail, about, ...shown }: Found & { where: string; ref: Ref | null; path: string | null; about: string },
): ReportFinding {
  const hash = createHash('sha256').update(detail).digest('hex').slice(0, 12);
  return { key: `${rule}:${about}:${hash}`, rule, ...shown, waived: null };
}

/** "Training and development: Courses run in 2024/25". */
export function whereOf(item: Pick<EvidenceItem, 'group' | 'topics' | 'title'>): string {
  return `${chapterOf(item).title}: ${item.title}`;
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
