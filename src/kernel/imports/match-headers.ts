// Which column of a file is which expected column. Files are known by their headings, never by the order of columns or a
// sheet's name; headings drift, so a heading that is nearly right is asked about rather than dropped.

import type { ImportColumn } from './import-column.ts';
import { fold, nearest } from './near-match.ts';
import {
  columnLabel,
  columnLetter,
  fullText,
  type ImportProblem,
  type SheetTable,
  toTable,
} from './table.ts';

export type HeaderMatch = {
  /** Expected column → its position in the file, from 1. */
  positions: Map<ImportColumn, number>;
  problems: Omit<ImportProblem, 'sheet'>[];
  /** Labels of columns that are in the file and not expected. */
  set_aside: string[];
};

export type ExtraColumns = 'refuse' | 'set-aside';

/** Rows above the headings (titles, notes) that are looked through. */
const ROWS_SEARCHED = 20;

/** The table read from the row that holds most of the expected headings; as it was when no other row holds more. */
export function withHeadingsFound(table: SheetTable, columns: readonly ImportColumn[]): SheetTable {
  const keys = keysOf(columns);
  let best = { row: table.header_row, count: known(table.header, keys) };
  for (const row of table.grid.rows.slice(0, ROWS_SEARCHED)) {
    const count = known(row.cells.map(fullText), keys);
    if (count > best.count) best = { row: row.number, count };
  }
  return best.row === table.header_row ? table : toTable(table.grid, best.row);
}

/** How many of the expected columns the table has. */
export function countKnownHeadings(table: SheetTable, columns: readonly ImportColumn[]): number {
  return known(table.header, keysOf(columns));
}

export function matchHeaders(
  header: readonly string[],
  columns: readonly ImportColumn[],
  extra: ExtraColumns,
): HeaderMatch {
  const keys = keysOf(columns);
  const match: HeaderMatch = { positions: new Map(), problems: [], set_aside: [] };
  const unknown: { position: number; heading: string }[] = [];
  for (const [index, heading] of header.entries()) {
    if (heading === '') continue;
    const column = keys.get(fold(heading));
    const earlier = column === undefined ? undefined : match.positions.get(column);
    if (column === undefined) unknown.push({ position: index + 1, heading });
    else if (earlier === undefined) match.positions.set(column, index + 1);
    else {
      match.problems.push({
        column: columnLabel(header, index + 1),
        message: `The columns ${columnLetter(earlier)} and ${columnLetter(index + 1)} are both read as “${column.header}”.`,
        mend: 'Keep one of them and remove the other, or change its heading.',
      });
    }
  }
  reportUnknown(match, header, unknown, columns, extra);
  return match;
}

function reportUnknown(
  match: HeaderMatch,
  header: readonly string[],
  unknown: readonly { position: number; heading: string }[],
  columns: readonly ImportColumn[],
  extra: ExtraColumns,
): void {
  const open = new Set(columns.filter((column) => !match.positions.has(column)));
  for (const { position, heading } of unknown) {
    const near = nearest(heading, [...open], headingsOf);
    const label = columnLabel(header, position);
    if (near !== undefined) {
      open.delete(near);
      match.problems.push({
        column: label,
        value: heading,
        message: `The heading “${heading}” is not known, and the column “${near.header}” was not found.`,
        mend: `If this is “${near.header}”, change the heading to that; if not, remove the column${near.required ? ` and add “${near.header}”` : ''}.`,
      });
    } else if (extra === 'set-aside') match.set_aside.push(label);
    else {
      match.problems.push({
        column: label,
        value: heading,
        message: `The heading “${heading}” is not one that is expected here.`,
        mend: `Remove the column. The expected headings are: ${columns.map((column) => column.header).join('; ')}.`,
      });
    }
  }
  for (const column of open) {
    if (column.required !== true) continue;
    match.problems.push({
      message: `The column “${column.header}” is missing.`,
      mend: 'Add the column with exactly this heading, and fill it in.',
    });
  }
}

function keysOf(columns: readonly ImportColumn[]): Map<string, ImportColumn> {
  const keys = new Map<string, ImportColumn>();
  // A heading wins over another column's alias.
  for (const column of columns) keys.set(fold(column.header), column);
  for (const column of columns) {
    for (const heading of headingsOf(column)) if (!keys.has(fold(heading))) keys.set(fold(heading), column);
  }
  return keys;
}

/** A column's field name is taken too, so that what the platform itself writes can be read back. */
function headingsOf(column: ImportColumn): string[] {
  return [column.header, column.field, ...(column.aliases ?? [])];
}

function known(headings: readonly string[], keys: ReadonlyMap<string, ImportColumn>): number {
  return new Set(headings.map((heading) => keys.get(fold(heading))).filter((column) => column !== undefined))
    .size;
}
