// A dry run of an import: what the rows of a file would become, and everything that stands in the way. All or nothing:
// the caller stores nothing while there is a problem, so a person mends the file once and sends it again.

import type { ZodError } from 'zod';
import type { ImportColumn } from './import-column.ts';
import { countKnownHeadings, type ExtraColumns, matchHeaders, withHeadingsFound } from './match-headers.ts';
import { type CellValue, parseCell } from './parse-cell.ts';
import {
  cellText,
  columnLabel,
  columnPosition,
  type ImportProblem,
  problemList,
  type Row,
  type SheetTable,
} from './table.ts';

export type PlannedRow = { number: number; values: Record<string, CellValue> };

export type ImportPlan = {
  sheet: string;
  rows: PlannedRow[];
  problems: ImportProblem[];
  /** field → "B (Date of referral)", for problems that the caller finds afterwards. */
  labels: Record<string, string>;
  /** Labels of columns that were in the file and left out; only with extraColumns 'set-aside'. */
  set_aside: string[];
};

/**
 * Finds the heading row, matches headings and reads every cell. A column that is not expected is a problem, or is left out
 * and listed with extraColumns 'set-aside'; a heading that is nearly an expected one is a problem either way.
 */
export function planImport(
  given: SheetTable,
  columns: readonly ImportColumn[],
  options: { extraColumns?: ExtraColumns } = {},
): ImportPlan {
  const extra = options.extraColumns ?? 'refuse';
  const table = withHeadingsFound(given, columns);
  const match = matchHeaders(table.header, columns, extra);
  const problems = problemList();
  const sheet = table.name === '' ? {} : { sheet: table.name };
  const wanted = new Set(match.positions.values());
  for (const problem of match.problems) problems.add({ ...sheet, row: table.header_row, ...problem });
  const troubled = new Set<string>();
  for (const problem of table.problems) {
    const position = problem.column === undefined ? undefined : columnPosition(problem.column);
    if (extra === 'set-aside' && position !== undefined && !wanted.has(position)) continue;
    problems.add(problem);
    if (position !== undefined) troubled.add(`${problem.row}:${position}`);
  }
  const rows: PlannedRow[] = [];
  for (const row of table.rows) {
    const values = planRow(row, columns, match.positions, table, (position, found) => {
      if (troubled.has(`${row.number}:${position}`)) return;
      const value = cellText(row.cells[position - 1]);
      const where = { ...sheet, row: row.number, column: columnLabel(table.header, position) };
      problems.add({ ...where, ...(value === '' ? {} : { value }), ...found });
    });
    if (values !== undefined) rows.push({ number: row.number, values });
  }
  if (table.header.length > 0 && table.rows.length === 0) {
    const mend = 'Fill in at least one row below the headings and save the file.';
    problems.add({ ...sheet, message: 'There are headings but no rows below them.', mend });
  }
  const labels = Object.fromEntries(
    [...match.positions].map(([column, position]) => [column.field, columnLabel(table.header, position)]),
  );
  return { sheet: table.name, rows, problems: problems.all(), labels, set_aside: match.set_aside };
}

type Report = (position: number, found: { message: string; mend: string }) => void;

/** Undefined when no wanted column has anything in this row: a note, or values in columns that are left out. */
function planRow(
  row: Row,
  columns: readonly ImportColumn[],
  positions: ReadonlyMap<ImportColumn, number>,
  table: SheetTable,
  report: Report,
): Record<string, CellValue> | undefined {
  const filled = [...positions.values()].some((position) => (row.cells[position - 1] ?? null) !== null);
  if (!filled) return undefined;
  const values: Record<string, CellValue> = {};
  for (const column of columns) {
    const position = positions.get(column);
    values[column.field] = null;
    if (position === undefined) continue;
    const result = parseCell(row.cells[position - 1] ?? null, column, table.grid.date_system);
    if ('message' in result) report(position, result);
    else if (result.value === null && column.required === true) {
      report(position, { message: `“${column.header}” is empty in this row.`, mend: 'Fill in the cell.' });
    } else values[column.field] = result.value;
  }
  return values;
}

/** The sheet that holds most of the expected headings, visible ones first; undefined when none holds any. */
export function chooseSheet(
  sheets: readonly SheetTable[],
  columns: readonly ImportColumn[],
): SheetTable | undefined {
  let best: { sheet: SheetTable; score: number } | undefined;
  for (const candidate of sheets) {
    const sheet = withHeadingsFound(candidate, columns);
    const count = countKnownHeadings(sheet, columns);
    const score = count - (sheet.grid.hidden ? 0.5 : 0);
    if (count > 0 && (best === undefined || score > best.score)) best = { sheet, score };
  }
  return best?.sheet;
}

/** The concept's own rules, applied to a planned row, as problems in the same shape. Pass the plan for sheet, letters and values. */
export function problemsFromZod(
  rowNumber: number,
  error: ZodError,
  columns: readonly ImportColumn[],
  plan?: Pick<ImportPlan, 'sheet' | 'labels' | 'rows'>,
): ImportProblem[] {
  const values = plan?.rows.find((row) => row.number === rowNumber)?.values;
  return error.issues.map((issue) => {
    const field = issue.path[0];
    const column = columns.find((candidate) => candidate.field === field);
    const label = column === undefined ? undefined : (plan?.labels[column.field] ?? column.header);
    const value = column === undefined ? '' : cellText(values?.[column.field]);
    return {
      ...(plan === undefined || plan.sheet === '' ? {} : { sheet: plan.sheet }),
      row: rowNumber,
      ...(label === undefined ? {} : { column: label }),
      ...(value === '' ? {} : { value }),
      message: issue.message,
      mend: label === undefined ? 'Put this row right in the file.' : 'Put this cell right in the file.',
    };
  });
}
