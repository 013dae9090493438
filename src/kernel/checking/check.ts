// The one question asked of all rules: what would its author rather know before this document is published?
import type { ReadDocument } from '../reading/document.ts';
import { type Finding, severities } from './finding.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Everything the rules find, the gravest first and then in the order of the document; each key occurs once. */
export function findingsIn(
  document: ReadDocument,
  earlier: readonly ReadDocument[] = [],
  asked: readonly Rule[] = rules,
): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const rule of asked) {
    if (document.of === 'records' && rule.reads === 'documents') continue;
    for (const found of rule.check(document, earlier)) if (!byKey.has(found.key)) byKey.set(found.key, found);
  }
  return [...byKey.values()].toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.mark?.part ?? Number.MAX_SAFE_INTEGER) - (b.mark?.part ?? Number.MAX_SAFE_INTEGER) ||
      (a.mark?.from ?? 0) - (b.mark?.from ?? 0),
  );
}
