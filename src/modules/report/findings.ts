// What the rules find in the yearly report before it is one: the checker's own rules, asked of its records. Each finding names
// the record it is about, and its key stays the same while the fault does, so that a waiver keeps to it.
import { findingsIn } from '../../kernel/checking/check.ts';
import { shownFinding } from '../../kernel/checking/finding.ts';
import { chapterOf } from './chapters.ts';
import type { Composition, ReportFinding } from './composition.ts';
import { readingOf } from './reading-of.ts';

/** The gravest first and then in the order of the report; each key occurs once. */
export function findReportFindings(composition: Composition): ReportFinding[] {
  const places = new Map(
    composition.items.map((item) => [item.ref, `${chapterOf(item).title}: ${item.title}`]),
  );
  return findingsIn(readingOf(composition)).map((found) => {
    const { key, ref, path, mark } = found;
    const where = (ref !== null && places.get(ref)) || found.where;
    return { ...shownFinding(found), where, key, ref, path, mark, waived: null };
  });
}
