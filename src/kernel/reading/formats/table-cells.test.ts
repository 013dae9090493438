import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberIn, type PrintedRow, subtotalRows, tableOf } from './table-cells.ts';

test('a number is read as printed: counts with commas, per cent, money, thousands and millions', () => {
  const read = (text: string) => {
    const number = numberIn(text);
    return number && [number.value, number.kind, number.decimals];
  };
  assert.deepEqual(read('1,083'), [1083, 'count', 0]);
  assert.deepEqual(read('16.73%'), [16.73, 'percent', 2]);
  assert.deepEqual(read('12 per cent'), [12, 'percent', 0]);
  assert.deepEqual(read('£31,172'), [31172, 'money', 0]);
  assert.deepEqual(read('£1.25m'), [1250000, 'money', -4]);
  assert.deepEqual(read('£40k'), [40000, 'money', -3]);
  assert.deepEqual(read('3.1'), [3.1, 'number', 1]);
  assert.deepEqual(read('(45)'), [-45, 'count', 0]);
  assert.deepEqual(read('(£1,200)'), [-1200, 'money', 0]);
  assert.deepEqual(read('−7'), [-7, 'count', 0]);
  assert.deepEqual(read('-£7.50'), [-7.5, 'money', 2]);
  assert.deepEqual(read('125*'), [125, 'count', 0]);
  assert.deepEqual(read('125²'), [125, 'count', 0]);
  assert.deepEqual(read('10\u2009000'), [10000, 'count', 0]);
});

test('what holds no number by itself is none: held back, not collected, ranges, years, telephone numbers, words', () => {
  const none = [
    '',
    'c',
    'z',
    'x',
    '-',
    '–',
    '*',
    '..',
    '…',
    'n/a',
    'N/A',
    'not collected',
    '<5',
    '1-5',
    '1 to 5',
    '2024/25',
    '5 (12%)',
    '01234 567890',
    '3 of 7',
    '12th',
    '1,2',
    '1.2.3',
  ];
  for (const text of none) assert.equal(numberIn(text), null, text);
});

const rowsOf = (lines: readonly (readonly string[])[], marks: Partial<PrintedRow> = {}): PrintedRow[] =>
  lines.map((cells, at) => ({ cells, line: at + 1, page: null, ...(at === 0 ? marks : {}) }));

test('the first row of words over numbers holds the labels, and a first row with one cell names the table', () => {
  const table = tableOf(
    rowsOf([
      ['Courses this year', '', ''],
      ['Course', 'Sessions', 'People'],
      ['Basics', '2', '30'],
      ['Next steps', '3', '41'],
      ['Total', '5', '71'],
    ]),
  );
  assert.equal(table?.caption, 'Courses this year');
  assert.deepEqual(table?.header, ['Course', 'Sessions', 'People']);
  assert.equal(table?.total, 2);
  assert.equal(table?.rows[0]?.line, 3);
  assert.equal(table?.line, 1);
});

test('years over numbers are labels', () => {
  const table = tableOf(
    rowsOf([
      ['Measure', '2022', '2023'],
      ['Plans', '310', '287'],
    ]),
  );
  assert.deepEqual(table?.header, ['Measure', '2022', '2023']);
});

test('a table of words has no labels unless they are marked', () => {
  const words = [
    ['Road safety week', 'Carers week'],
    ['Baby week', 'Anti-bullying week'],
  ];
  assert.deepEqual(tableOf(rowsOf(words))?.header, ['', '']);
  assert.deepEqual(tableOf(rowsOf(words, { heading: true }))?.header, ['Road safety week', 'Carers week']);
  assert.deepEqual(tableOf(rowsOf(words, { bold: true }))?.header, ['Road safety week', 'Carers week']);
});

test('a table whose rows all hold numbers keeps its first row', () => {
  const table = tableOf(
    rowsOf([
      ['North', '12'],
      ['South', '15'],
    ]),
  );
  assert.equal(table?.rows.length, 2);
});

test('rows that each begin with “Total” and something else are no total; one at the end is', () => {
  const several = tableOf(
    rowsOf([
      ['', 'Number'],
      ['Total referrals', '90'],
      ['Total assessments', '70'],
      ['Total plans', '12'],
    ]),
  );
  assert.equal(several?.total, null);
  const one = tableOf(
    rowsOf([
      ['', 'Number'],
      ['North', '90'],
      ['South', '70'],
      ['Total referrals', '160'],
    ]),
  );
  assert.equal(one?.total, 2);
  assert.equal(
    tableOf(
      rowsOf([
        ['', 'Number'],
        ['All areas', '160'],
        ['North', '90'],
        ['South', '70'],
      ]),
    )?.total,
    0,
  );
});

test('sub-totals are told from the total', () => {
  const table = tableOf(
    rowsOf([
      ['', 'Number'],
      ['North', '3'],
      ['South', '4'],
      ['Sub-total', '7'],
      ['East', '5'],
      ['Subtotal', '5'],
      ['Total', '12'],
    ]),
  );
  assert.ok(table);
  assert.equal(table.total, 5);
  assert.deepEqual(subtotalRows(table), [2, 4]);
});

test('nothing printed is no table', () => {
  assert.equal(tableOf([]), null);
  assert.equal(tableOf(rowsOf([['', ' ']])), null);
});

test('every count, percentage and sum of money that is printed reads back as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      (whole, decimals, grouped) => {
        const value = whole / 10 ** decimals;
        const printed = value.toLocaleString('en-GB', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          useGrouping: grouped,
        });
        assert.equal(numberIn(printed)?.value, value);
        assert.equal(numberIn(printed)?.decimals, decimals);
        assert.deepEqual([numberIn(`${printed}%`)?.value, numberIn(`${printed}%`)?.kind], [value, 'percent']);
        assert.deepEqual([numberIn(`£${printed}`)?.value, numberIn(`£${printed}`)?.kind], [value, 'money']);
      },
    ),
  );
});
