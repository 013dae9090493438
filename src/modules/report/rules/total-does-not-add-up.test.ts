import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnTotals, type Table } from '../../../kernel/evidence/shapes.ts';
import { emptyComposition, sampleItem, sampleTable } from '../sample-composition.ts';
import { rule } from './total-does-not-add-up.ts';

const check = (content: Table) => rule.check(emptyComposition({ items: [sampleItem('1', content)] }));

const courses: Table = {
  shape: 'table',
  columns: [
    { label: 'Course title', kind: 'text', total: 'none' },
    { label: 'Sessions', kind: 'count', total: 'sum' },
    { label: 'Total attendees', kind: 'count', total: 'sum' },
    { label: 'Total no-shows', kind: 'count', total: 'sum' },
  ],
  rows: [
    ['Working Together A', 7, 125, 5],
    ['Working Together B', 6, 134, 8],
    ['Harmful sexual behaviour', 5, 35, 10],
    ['Child death review', 1, 29, 0],
  ],
  printed_total: ['Total', 21, 337, 35],
  note: null,
};

test('three differing columns are one finding that offers both explanations and corrects nothing', () => {
  const [found, ...others] = check(courses);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /Sessions: the rows give 19, the total row says 21/);
  assert.match(found.message, /Total attendees: the rows give 323, the total row says 337/);
  assert.match(found.message, /adding error/);
  assert.match(
    found.message,
    /missing row: the row would hold 2 \(Sessions\), 14 \(Total attendees\) and 12 \(Total no-shows\)/,
  );
});

test('differences that point both ways suggest no missing row', () => {
  const [found] = check({ ...courses, printed_total: ['Total', 21, 300, 23] });
  assert.doesNotMatch(found?.message ?? '', /missing row/);
});

test('a cell without a number is named as a possible part of the difference', () => {
  const rows = [...courses.rows, ['Neglect', null, 14, 12]];
  assert.match(check({ ...courses, rows })[0]?.message ?? '', /One cell of these columns has no number/);
});

test('percentages may miss their total by their rounding and no more', () => {
  const shares = (total: number): Table => ({
    shape: 'table',
    columns: [
      { label: 'Partner', kind: 'text', total: 'none' },
      { label: 'Share', kind: 'percent', total: 'sum' },
    ],
    rows: [
      ['A', 33.3],
      ['B', 33.3],
      ['C', 33.3],
    ],
    printed_total: ['Total', total],
    note: null,
  });
  assert.deepEqual(check(shares(100)), []);
  assert.equal(check(shares(101)).length, 1);
});

const tables = fc
  .array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => sampleTable(rows))
  .map((table): Table => ({ ...table, printed_total: columnTotals(table).map((sum) => sum ?? 'Total') }));

test('a total that is the sum of its rows never fires, and changing any one cell always does', () => {
  fc.assert(
    fc.property(
      tables,
      fc.nat(),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 99 }),
      (table, at, column, by) => {
        assert.deepEqual(check(table), []);
        const changed = at % table.rows.length;
        const rows = table.rows.map((row, i) =>
          i === changed ? row.map((cell, j) => (j === column ? Number(cell) + by : cell)) : row,
        );
        assert.equal(check({ ...table, rows }).length, 1);
      },
    ),
  );
});
