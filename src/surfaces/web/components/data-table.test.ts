import assert from 'node:assert/strict';
import test from 'node:test';
import { html } from '../../../kernel/pages/html.ts';
import { dataTable } from './data-table.ts';
import type { Column } from './data-table.ts';
import { elementsOf, readHtml } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';

interface Row {
  name: string;
  days: number | null;
}

const columns: Column<Row>[] = [
  { heading: 'Action', cell: (row) => row.name, isRowHeader: true, sortKey: 'name' },
  { heading: 'Days', cell: (row) => row.days, format: 'numeric', sortKey: 'days' },
  { heading: 'Note', cell: (row) => html`<em>${row.name}</em>` },
];
const href = (by: string, direction: string) => `/actions?sort=${by}&direction=${direction}`;
const draw = (rows: Row[], by = 'days', direction: 'ascending' | 'descending' = 'ascending') =>
  readHtml(String(dataTable({ caption: 'Actions', columns, rows, sort: { by, direction, href } })));
const all = (root: HtmlElement, tag: string) =>
  [...elementsOf(root)].filter((element) => element.tag === tag);

test('what a record holds is escaped in every cell', () => {
  const [cell] = all(draw([{ name: '<script>"&', days: 0 }]), 'em');
  assert.deepEqual(cell?.children, ['<script>"&']);
});

test('a zero is shown and a missing number is an empty cell', () => {
  const cells = all(
    draw([
      { name: 'a', days: 0 },
      { name: 'b', days: null },
    ]),
    'td',
  );
  assert.deepEqual(
    cells.filter((cell) => cell.attributes.get('class')?.includes('numeric')).map((cell) => cell.children),
    [['0'], []],
  );
});

test('only the sorted column says so, and its link turns the order round', () => {
  const headings = all(draw([{ name: 'a', days: 1 }]), 'th').filter(
    (cell) => cell.attributes.get('scope') === 'col',
  );
  assert.deepEqual(
    headings.map((cell) => cell.attributes.get('aria-sort')),
    [undefined, 'ascending', undefined],
  );
  const links = headings.map((cell) => all(cell, 'a')[0]?.attributes.get('href'));
  assert.deepEqual(links, [href('name', 'ascending'), href('days', 'descending'), undefined]);
});

test('the first column heads each row for those who hear it', () => {
  const headers = all(
    draw([
      { name: 'a', days: 1 },
      { name: 'b', days: 2 },
    ]),
    'th',
  );
  assert.deepEqual(
    headers.filter((cell) => cell.attributes.get('scope') === 'row').map((cell) => cell.children),
    [['a'], ['b']],
  );
});

test('the region that scrolls can be reached by keyboard and is named by the caption', () => {
  const root = draw([{ name: 'a', days: 1 }]);
  const region = [...elementsOf(root)].find((element) => element.attributes.get('role') === 'region');
  assert.equal(region?.attributes.get('tabindex'), '0');
  assert.equal(region?.attributes.get('aria-labelledby'), all(root, 'caption')[0]?.attributes.get('id'));
});

test('a list without rows says so instead of drawing an empty table', () => {
  const root = draw([]);
  assert.equal(all(root, 'table').length, 0);
  assert.deepEqual(all(root, 'p')[0]?.children, ['There is nothing in this list: Actions.']);
});
