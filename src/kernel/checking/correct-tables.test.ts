// The rules of arithmetic over tables that are correct by construction, and over the same tables with one number changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom } from '../reading/testing.ts';
import { findingsIn } from './check.ts';
import { rules } from './rules/index.ts';
import { rule as totals } from './rules/total-does-not-add-up.ts';
import { correctTables, markdownOf } from './testing.ts';

const arithmetic = rules.filter(({ group }) => group === 'arithmetic');

test('no rule of arithmetic finds anything in a correct table of any shape', () => {
  assert(arithmetic.length >= 8);
  fc.assert(
    fc.property(correctTables, (table) => {
      const found = findingsIn(documentFrom(`# Activity\n\n${markdownOf(table)}\n`), [], arithmetic);
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }),
    { numRuns: 400 },
  );
});

test('one count changed in a table with totals is always found', () => {
  fc.assert(
    fc.property(correctTables, fc.nat(), fc.integer({ min: 1, max: 50 }), (table, which, more) => {
      const changed = table.exact[which % Math.max(1, table.exact.length)];
      fc.pre(changed !== undefined);
      const rows = table.rows.map((cells, row) =>
        cells.map((text, column) =>
          row === changed.row && column === changed.column ? String(Number(text) + more) : text,
        ),
      );
      const document = documentFrom(`# Activity\n\n${markdownOf({ ...table, rows })}\n`);
      assert.notEqual(totals.check(document, []).length, 0);
    }),
    { numRuns: 400 },
  );
});
