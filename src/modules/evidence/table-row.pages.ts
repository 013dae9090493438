// The rows of a table on screen: one box for each column, the printed total, and what a column holds.
import type { Table } from '../../kernel/evidence/shapes.ts';
import { Conflict, NotFound } from '../../kernel/operation/refusals.ts';
import { html } from '../../kernel/pages/html.ts';
import { type Address, type AnyPage, form } from '../../kernel/pages/page.ts';
import { itemHref, itemTrail } from './item.pages.ts';
import { type ReadItem, readItemToChange } from './register.operations.ts';
import {
  addTableRow,
  changeTableColumn,
  changeTableRow,
  changeTableTotal,
  removeTableRow,
} from './table-row.operations.ts';
import { typedRow } from './table-rows.ts';

function tableOf({ content }: ReadItem): Table {
  if (content.shape !== 'table') throw new Conflict('This item is not a table, so it has no rows.');
  return content;
}

const labels = (item: ReadItem) => ({ cells: tableOf(item).columns.map(({ label }) => label) });
const numberIn = ({ params }: Address, name: string) => Number(params[name]);
const shared = {
  before: readItemToChange,
  beforeInput: ({ params }: Address) => ({ id: params['id'] }),
  trail: itemTrail,
};

function rowAt(item: ReadItem, row: number) {
  const cells = tableOf(item).rows[row - 1];
  if (cells === undefined) throw new NotFound('There is no such row. Somebody may have removed it.');
  return cells;
}

export const tableRowPages: AnyPage[] = [
  form({
    ...shared,
    path: '/evidence/items/:id/rows/new',
    title: 'Add a row',
    command: addTableRow,
    cellLabels: labels,
    values: (item: ReadItem) => ({ seen_revision: item.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Add row',
    next: ({ id }) => itemHref(id),
    done: 'Row added',
  }),
  form({
    ...shared,
    path: '/evidence/items/:id/rows/:row',
    title: 'Change a row',
    command: changeTableRow,
    cellLabels: labels,
    values: (item: ReadItem, address) => ({
      cells: typedRow(rowAt(item, numberIn(address, 'row'))),
      seen_revision: item.revision,
    }),
    fixed: (address) => ({ id: address.params['id'], row: numberIn(address, 'row') }),
    after: (_item, view) =>
      html`<p class="govuk-body"><a class="govuk-link" href="${view.path}/removal">Remove this row</a></p>`,
    button: 'Save row',
    next: ({ id }) => itemHref(id),
    done: 'Row changed. Totals, findings and the report follow it.',
  }),
  form({
    ...shared,
    path: '/evidence/items/:id/rows/:row/removal',
    title: 'Remove a row',
    command: removeTableRow,
    values: (item: ReadItem) => ({ seen_revision: item.revision }),
    fixed: (address) => ({ id: address.params['id'], row: numberIn(address, 'row') }),
    intro: (item: ReadItem, view) =>
      html`<p class="govuk-body">The row “${typedRow(rowAt(item, numberIn(view.address, 'row'))).join(' · ')}” leaves the table. The history keeps it.</p>`,
    button: 'Remove row',
    warning: true,
    next: ({ id }) => itemHref(id),
    done: 'Row removed',
  }),
  form({
    ...shared,
    path: '/evidence/items/:id/total',
    title: 'The total as printed',
    command: changeTableTotal,
    cellLabels: labels,
    values: (item: ReadItem) => ({
      cells: typedRow(tableOf(item).printed_total ?? []),
      seen_revision: item.revision,
    }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save total',
    next: ({ id }) => itemHref(id),
    done: 'Printed total changed',
  }),
  form({
    ...shared,
    path: '/evidence/items/:id/columns/:column',
    title: 'What a column holds',
    command: changeTableColumn,
    values: (item: ReadItem, address) => ({
      ...tableOf(item).columns[numberIn(address, 'column') - 1],
      seen_revision: item.revision,
    }),
    fixed: (address) => ({ id: address.params['id'], column: numberIn(address, 'column') }),
    button: 'Save column',
    next: ({ id }) => itemHref(id),
    done: 'Column changed',
  }),
];
