// Support for tests of the composed report: composes what a test gives it, and reads chapters, words and marks back out.
import assert from 'node:assert/strict';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { composeDocument } from '../compose.ts';
import type { Composition } from '../composition.ts';
import { reportCoverage } from '../coverage.ts';
import type { Block, Inline, ReportDocument } from '../document.ts';
import { findReportFindings } from '../findings.ts';
import { emptyComposition } from '../sample-composition.ts';

export function compose(
  composition: Composition,
  findings = findReportFindings(composition),
): ReportDocument {
  return composeDocument(composition, reportCoverage(composition), findings);
}
/** The report of an empty year with these items. */
export const of = (...items: EvidenceItem[]) => compose(emptyComposition({ items }));
/** The blocks of one chapter. */
export const chapter = ({ chapters }: ReportDocument, id: string) => {
  const found = chapters.find((each) => each.id === id);
  assert.ok(found, id);
  return found.blocks;
};
function inlinesOf(block: Block): Inline[] {
  if ('inlines' in block) return block.inlines;
  if (block.kind === 'list') return block.items.flat();
  return ('note' in block && block.note) || [];
}
/** The numbers of the notes that a block mentions. */
export const marksOf = (block: Block): number[] => [
  ...inlinesOf(block).flatMap((inline) => ('number' in inline ? [inline.number] : [])),
  ...(('row_notes' in block && block.row_notes) || []).filter((number) => number !== null),
];
/** The words of blocks other than tables and charts, without their marks. */
export const words = (blocks: readonly Block[]) =>
  blocks
    .flatMap(inlinesOf)
    .map((inline) => (inline.kind === 'note' ? '' : inline.text))
    .join('');
/** The first table. */
export const table = (blocks: readonly Block[]) => {
  const found = blocks.find((block) => block.kind === 'table');
  assert.ok(found?.kind === 'table');
  return found;
};
export const priority = { ref: 'plan.priority/1', title: 'Neglect', order: 1 };
