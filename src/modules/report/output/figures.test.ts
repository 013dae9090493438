import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chartTable, columnShares } from './figures.ts';

test('the columns of a table share its whole width, and none is too narrow for its longest word', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 80 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((width) =>
        fc.tuple(
          fc.array(fc.record({ label: cell, numeric: fc.boolean() }), {
            minLength: width,
            maxLength: width,
          }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
        ),
      ),
      ([columns, rows]) => {
        const shares = columnShares(columns, rows);
        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        const least = columns.map((column, at) => {
          const words = [column.label, ...rows.map((row) => row[at] ?? '')].join(' ').split(' ');
          return Math.min(20, Math.max(...words.map((word) => word.length))) / 92;
        });
        if (least.reduce((sum, share) => sum + share + 3 / 92, 0) > 1) return;
        for (const [at, share] of shares.entries()) assert.ok(share >= (least[at] ?? 0));
      },
    ),
  );
});

test('a longer text gets the wider column', () => {
  const [short = 0, long = 0] = columnShares(
    [
      { label: 'Duty', numeric: false },
      { label: 'What is asked', numeric: false },
    ],
    [['One report', 'The partners report together on twelve months of work. '.repeat(4)]],
  );
  assert.ok(long > 2 * short);
});

test('the table of a chart carries the marks of its points', () => {
  const { rows, row_notes } = chartTable({
    kind: 'chart',
    chart: 'bars',
    title: 'Young carers',
    description: 'From 28 to 95',
    unit: 'young carers',
    points: [
      { label: 'Before', value: 28 },
      { label: 'After', value: 95 },
    ],
    row_notes: [1, 2],
    note: null,
  });
  assert.deepEqual(rows, [
    ['Before', '28'],
    ['After', '95'],
  ]);
  assert.deepEqual(row_notes, [1, 2]);
});
