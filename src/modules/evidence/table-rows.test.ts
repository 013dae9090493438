import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell, Table } from '../../kernel/evidence/shapes.ts';
import { InvalidInput } from '../../kernel/operation/refusals.ts';
import { parsePasted, readRow, typedRow, withRow } from './table-rows.ts';

const pasted =
  'Course\tPlaces\tShare\tCost\nSafeguarding A\t1,204\t45%\t£1,200.50\nDomestic abuse\t\tc\t\nTotal\t1,300\t\t£1,200.50\n';

test('a pasted table keeps its headings, knows its numbers and leaves what is not printed empty', () => {
  const table = parsePasted(pasted, true);
  assert.deepEqual(
    table.columns.map(({ label, kind, total }) => [label, kind, total]),
    [
      ['Course', 'text', 'none'],
      ['Places', 'count', 'sum'],
      ['Share', 'percent', 'none'],
      ['Cost', 'money', 'sum'],
    ],
  );
  assert.deepEqual(table.rows, [
    ['Safeguarding A', 1204, 45, 1200.5],
    ['Domestic abuse', null, 'c', null],
  ]);
  assert.deepEqual(table.printed_total, ['Total', 1300, null, 1200.5]);
});

test('a pasted table that cannot be one is refused with the way to mend it', () => {
  const refused = (text: string, pattern: RegExp) =>
    assert.throws(
      () => parsePasted(text, false),
      (error: unknown) => error instanceof InvalidInput && pattern.test(error.fields['pasted'] ?? ''),
    );
  refused('Course\tPlaces', /no row below/);
  refused('Course\t\tPlaces\nA\t1\t2', /needs a heading/);
  refused('Course\tPlaces\nA\t1\t2', /more cells than/);
  refused(`${'x\t'.repeat(20)}x\n1`, /more than 20 columns/);
});

const table: Table = {
  shape: 'table',
  columns: [
    { label: 'Course', kind: 'text', total: 'none' },
    { label: 'Places', kind: 'count', total: 'sum' },
  ],
  rows: [
    ['A', 3],
    ['B', 'see note'],
  ],
  printed_total: null,
  note: null,
};

test('a cell that does not fit its column is refused at its own box', () => {
  assert.throws(
    () => readRow(table, ['A', '3.5']),
    (error: unknown) =>
      error instanceof InvalidInput && 'cells.1' in error.fields && !('cells.0' in error.fields),
  );
  assert.throws(() => readRow(table, ['A', 'three']), InvalidInput);
  assert.throws(() => readRow(table, ['A']), InvalidInput);
});

test('empty cells are not printed, marks of suppression stay, and so does what stood there before', () => {
  assert.deepEqual(readRow(table, ['  ', '1,020']), [null, 1020]);
  assert.deepEqual(readRow(table, ['A', 'c']), ['A', 'c']);
  assert.deepEqual(readRow(table, ['B', 'see note'], table.rows[1]), ['B', 'see note']);
});

test('a row that is opened and saved unchanged does not change', () => {
  const cell = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constant<Cell>(null));
  const text = fc
    .string({ minLength: 1, maxLength: 30 })
    .map((s) => s.trim())
    .filter((s) => s !== '');
  fc.assert(
    fc.property(text, cell, (name, places) => {
      const row: Cell[] = [name, places];
      assert.deepEqual(readRow(table, typedRow(row), row), row);
    }),
  );
});

test('rows are counted from 1, and one that is not there is not changed', () => {
  assert.deepEqual(withRow(table, 1, null)?.rows, [['B', 'see note']]);
  assert.deepEqual(withRow(table, 2, ['C', 9])?.rows, [
    ['A', 3],
    ['C', 9],
  ]);
  assert.equal(withRow(table, 0, null), undefined);
  assert.equal(withRow(table, 3, null), undefined);
});
