// How often each rule is right: what people said of its findings in published reports that its author did not write. A rule
// that cries wolf is worse than one that misses, so the figure is kept, printed and tested (precision.test.ts). The record
// holds no word of any document: only hashes of findings, with the verdict.
import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import record from './precision.judged.json' with { type: 'json' };

export interface PrecisionRecord {
  /** Reports correct by construction that the test reads; no rule may find anything high or medium in one. */
  generated_reports: number;
  judged: readonly { rule: string; key: string; right: boolean }[];
}

export interface Precision {
  /** Findings a person judged, and those of them that were right. */
  judged: number;
  right: number;
  /** 0 to 1; null where nothing was found to be judged. */
  precision: number | null;
  /** Correct reports, made by machine, in which the rule found nothing high or medium. */
  generated: number;
}

export function precisionOf(rule: string, of: PrecisionRecord = record): Precision {
  const judged = of.judged.filter((one) => one.rule === rule);
  const right = judged.filter((one) => one.right).length;
  return {
    judged: judged.length,
    right,
    precision: judged.length === 0 ? null : right / judged.length,
    generated: of.generated_reports,
  };
}

/** What stands for a finding in the record: nobody can read from it what was found or where. */
export function judgementKey(document: string, { key }: Pick<Finding, 'key'>): string {
  return createHash('sha256').update(`${document}\n${key}`).digest('hex').slice(0, 16);
}
