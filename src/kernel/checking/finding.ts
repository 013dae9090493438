// What a rule found: where, in which exact words, why it matters, what a person could do. A finding never corrects anything.
import type { Ref } from '../evidence/evidence.ts';

/** High stands in the way of sign-off, medium must be explained, low is tidying. */
export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const severityWords: Readonly<Record<Severity, string>> = {
  high: 'Must be mended',
  medium: 'Should be mended',
  low: 'Could be better',
};

export interface Finding {
  /** Stays the same while the fault does, so that a waiver keeps to it. */
  key: string;
  rule: string;
  severity: Severity;
  /** 0 to 1: how sure the rule is that a person would agree. */
  confidence: number;
  /** Section, and what in it, for a person. */
  where: string;
  line: number | null;
  page: number | null;
  /** The exact words or figures. */
  quote: string;
  message: string;
  mend: string;
  /** The record it is about, where it was found in records. */
  ref: Ref | null;
  path: string | null;
  /** Where to mark it in the document: part, and offsets in its text (in a table: in the cell named); null for what is not there. */
  mark: Mark | null;
}

export interface Mark {
  part: number;
  /** For a table: row (-1 for its header) and column. */
  cell: { row: number; column: number } | null;
  from: number;
  to: number;
}

/** How sure a rule is, without the pretence of a decimal. */
export function sureness(confidence: number): string {
  return confidence >= 0.9 ? 'certain' : confidence >= 0.7 ? 'likely' : 'possible';
}

/** What every answer says of a finding, in this order, whichever way it is asked for. */
export function shownFinding({
  rule,
  severity,
  confidence,
  where,
  line,
  page,
  quote,
  message,
  mend,
}: Finding) {
  return { rule, severity, confidence, where, line, page, quote, message, mend };
}
