// The rows of a table, one at a time: change, add, remove; the total as its source prints it; what a column is.
import { z } from 'zod';
import type { Content, Table } from '../../kernel/evidence/shapes.ts';
import { command, type CommandContext } from '../../kernel/operation/operation.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { cells, oneOf, text, whole } from '../../kernel/records/field.ts';
import { updateContent } from './item.operations.ts';
import { changeOf } from './item.ts';
import { columnKinds, readRow, withRow } from './table-rows.ts';

const typedCells = cells({ label: 'The row', hint: 'Leave a cell empty where the source prints nothing' });
const row = whole({ label: 'Row', hint: 'Counted from 1', widget: 'hidden' }, 1, 2000);

export const changeTableRow = command({
  name: 'evidence.change-table-row',
  summary: 'Change one row of a table',
  permission: 'evidence.contribute',
  input: z.strictObject({ ...changeOf, row, cells: typedCells }),
  run: (context, given) =>
    changeTable(context, given, (table) =>
      found(withRow(table, given.row, readRow(table, given.cells, table.rows[given.row - 1]))),
    ),
});

export const addTableRow = command({
  name: 'evidence.add-table-row',
  summary: 'Add a row to a table, at its end',
  permission: 'evidence.contribute',
  input: z.strictObject({ ...changeOf, cells: typedCells }),
  run: (context, given) =>
    changeTable(context, given, (table) => ({
      ...table,
      rows: [...table.rows, readRow(table, given.cells)],
    })),
});

export const removeTableRow = command({
  name: 'evidence.remove-table-row',
  summary: 'Remove one row of a table',
  permission: 'evidence.contribute',
  input: z.strictObject({ ...changeOf, row }),
  run: (context, given) => changeTable(context, given, (table) => found(withRow(table, given.row, null))),
});

export const changeTableTotal = command({
  name: 'evidence.change-table-total',
  summary: 'Change the total row of a table as its source prints it',
  permission: 'evidence.contribute',
  input: z.strictObject({
    ...changeOf,
    cells: cells({
      label: 'The total row as printed',
      hint: 'Copy what the source prints, even if it does not add up. All empty: it prints no total',
    }),
  }),
  run: (context, given) =>
    changeTable(context, given, (table) => {
      const total = readRow(table, given.cells, table.printed_total ?? undefined);
      return { ...table, printed_total: total.every((cell) => cell === null) ? null : total };
    }),
});

export const changeTableColumn = command({
  name: 'evidence.change-table-column',
  summary: 'Say what a column of a table holds and whether it can be added up',
  permission: 'evidence.contribute',
  input: z.strictObject({
    ...changeOf,
    column: whole({ label: 'Column', hint: 'Counted from 1', widget: 'hidden' }, 1, 20),
    label: text({ label: 'Heading' }, 120),
    kind: oneOf(columnKinds, { label: 'It holds', widget: 'radios' }),
    total: oneOf(
      { sum: 'The rows can be added up', none: 'Adding the rows would mean nothing' },
      { label: 'Total', widget: 'radios' },
    ),
  }),
  run: (context, { column, label, kind, total, ...given }) =>
    changeTable(context, given, (table) => {
      if (table.columns[column - 1] === undefined) throw new NotFound();
      return { ...table, columns: table.columns.with(column - 1, { label, kind, total }) };
    }),
});

interface Given {
  id: string;
  seen_revision?: number | undefined;
}

async function changeTable(
  context: CommandContext,
  given: Given,
  change: (table: Table) => Table,
): Promise<{ id: string }> {
  await updateContent(context, given.id, given.seen_revision, (content) => change(tableIn(content)));
  return { id: given.id };
}

function tableIn(content: Content): Table {
  if (content.shape !== 'table') throw new Conflict('This item is not a table, so it has no rows.');
  return content;
}

function found(table: Table | undefined): Table {
  if (table !== undefined) return table;
  throw new NotFound('There is no such row. Somebody may have removed it; open the table again.');
}
