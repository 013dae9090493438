// The rows of a list as they may be shown and exported: restricted ones are noted as seen, and those whose originator has not
// agreed to an export are left out of a download, which says how many.
import { ref } from '../evidence/evidence.ts';
import type { QueryContext } from '../operation/operation.ts';
import type { CsvTable } from '../pages/page.ts';
import { heldBack } from './release.ts';
import { noteSeen } from './seen.ts';

interface Row {
  id: string;
  circle_id: string | null;
}

/** `concept` as references name it: `thread.finding`. */
export async function shownRows<R extends Row>(
  context: QueryContext,
  concept: string,
  rows: readonly R[],
): Promise<(R & { held_back: boolean })[]> {
  noteSeen(context, concept, rows);
  const held = await heldBack(
    context,
    rows.map(({ id, circle_id }) => ({ ref: ref(concept, id), circle_id })),
    'export',
  );
  return rows.map((row) => ({ ...row, held_back: held.has(ref(concept, row.id)) }));
}

/** What a download may hold of a list, and how many rows it leaves out. */
export function exportable<R extends { held_back: boolean }>(
  rows: readonly R[],
  cells: (row: R) => CsvTable['rows'][number],
): Pick<CsvTable, 'rows'> & { held_back: number } {
  const kept = rows.filter((row) => !row.held_back);
  return { rows: kept.map(cells), held_back: rows.length - kept.length };
}
