import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ImportColumn } from './import-column.ts';
import { parseCell } from './parse-cell.ts';
import type { Cell } from './table.ts';

function read(
  parse: ImportColumn['parse'],
  cell: Cell,
  more: Partial<ImportColumn> = {},
  system: 1900 | 1904 | undefined = 1900,
) {
  const result = parseCell(cell, { field: 'f', header: 'F', parse, ...more }, system);
  return 'message' in result ? { problem: result.message } : result.value;
}

function refused(
  parse: ImportColumn['parse'],
  cell: Cell,
  pattern: RegExp,
  more: Partial<ImportColumn> = {},
): void {
  const result = parseCell(cell, { field: 'f', header: 'F', parse, ...more }, undefined);
  assert.ok('message' in result, `${JSON.stringify(cell)} was taken as ${JSON.stringify(result)}`);
  assert.match(result.message, pattern);
  assert.ok(result.mend.length > 5);
}

test('dates are read day first, as ISO, with month names, and with a time left out', () => {
  const same = [
    '9/10/2024',
    '09/10/2024',
    '9-10-2024',
    '9.10.2024',
    '2024-10-09',
    '20241009',
    '2024-10-09T00:00:00Z',
    '09/10/2024 14:30',
    '9 October 2024',
    '9th Oct 2024',
    '9-Oct-2024',
    'Wednesday 9 October 2024',
    ' 9/10/2024\u00a0',
  ];
  for (const text of same) assert.equal(read('day', text), '2024-10-09', text);
  assert.equal(read('day', { day: '2024-10-09' }), '2024-10-09');
  assert.equal(read('day', '29/2/2024'), '2024-02-29');
});

test('a date that does not exist, is written month first or has no century is sent back', () => {
  for (const text of [
    '31/2/2024',
    '29/2/2023',
    '0/1/2024',
    '9 Octember 2024',
    'soon',
    '2024',
    '9/10',
    '1/1/0024',
  ])
    refused('day', text, /not a date/);
  refused('day', '10/31/2024', /no such month/);
  refused('day', '9/10/24', /century/);
  refused('day', true, /not a date/);
});

test('a date that lost its format is taken by the date system of its workbook, and never from a CSV', () => {
  assert.equal(read('day', 45574), '2024-10-09');
  assert.equal(read('day', 44112, {}, 1904), '2024-10-09');
  refused('day', '45574', /not a date/);
  refused('day', 45574, /number, not a date/);
  assert.deepEqual(read('day', 2024), { problem: '“2024” is a number, not a date.' });
});

test('numbers are read with separators, pounds, percent signs and a true minus, and not otherwise', () => {
  const cases: [string, number][] = [
    ['1,234', 1234],
    ['1 234', 1234],
    ['£1,234.50', 1234.5],
    ['45%', 45],
    ['-3', -3],
    ['−3', -3],
    ['.5', 0.5],
    ['1.0', 1],
    ['72.400000000000006', 72.4],
    ['-0', 0],
  ];
  for (const [text, number] of cases) assert.equal(read('number', text), number, text);
  for (const text of [
    '1,23',
    '12,34,567',
    '1.2.3',
    'five',
    '1e5',
    '0x10',
    'Infinity',
    '<5',
    '5 or 6',
    '£',
    '%',
  ])
    refused('number', text, /not a number/);
  refused('number', '5.00E+06', /shortened a long number/);
  refused('number', { day: '2024-05-01' }, /holds the date 2024-05-01/);
  refused('number', true, /not a number/);
});

test('a whole number may come as 1.0 and may not come as 1.5', () => {
  assert.equal(read('integer', '1.0'), 1);
  assert.equal(read('integer', 12), 12);
  refused('integer', '1.5', /not a whole number/);
  refused('integer', 2 ** 60, /not a whole number/);
});

test('yes and no come in many forms, with the letter of a return in front too', () => {
  for (const cell of ['Yes', 'y', 'TRUE', '1', 1, true, 'a) Yes'] as const)
    assert.equal(read('boolean', cell), true, String(cell));
  for (const cell of ['no', 'N', 'False', 0, false, 'b) No'] as const)
    assert.equal(read('boolean', cell), false, String(cell));
  refused('boolean', 'perhaps', /neither yes nor no/);
});

test('an answer is found by its value, label, alias or the code inside the cell, or the nearest one is named', () => {
  const choices = [
    { value: 'police', label: 'Police', aliases: ['6'] },
    { value: 'WBRI', label: 'White British' },
    'Health',
  ];
  const cases: [Cell, string][] = [
    ['POLICE', 'police'],
    ['q) 6: Police', 'police'],
    ['6: constabulary', 'police'],
    [6, 'police'],
    ['a) WBRI', 'WBRI'],
    ['white  british', 'WBRI'],
    ['health', 'Health'],
  ];
  for (const [cell, value] of cases)
    assert.equal(read('choice', cell, { choices }), value, JSON.stringify(cell));
  refused('choice', 'Polcie', /Did you mean “Police”\?/, { choices });
  refused('choice', 'Fire service', /not one of the answers/, { choices });
});

test('blank, "not printed" and the column’s own words are nothing; a dash is nothing only where it cannot be an answer', () => {
  for (const cell of ['', '  ', '\u00a0', null, 'Not printed']) {
    for (const parse of ['text', 'day', 'number', 'boolean', 'choice'] as const)
      assert.equal(read(parse, cell), null);
  }
  for (const cell of ['-', 'n/a', 'N/A']) assert.equal(read('number', cell), null);
  assert.equal(read('text', 'n/a'), 'n/a');
  assert.equal(read('text', 'Unknown', { blanks: ['unknown'] }), null);
});

test('text keeps its line breaks, numbers become text, and our own apostrophe is taken off', () => {
  assert.equal(read('text', ' a\r\nb '), 'a\nb');
  assert.equal(read('text', 12345), '12345');
  assert.equal(read('text', { day: '2024-10-09' }), '2024-10-09');
  assert.equal(read('text', "'=1+1"), '=1+1');
  assert.equal(read('text', "'tis"), "'tis");
});

test('text that was damaged on its way is sent back', () => {
  refused('text', 'O�Neill', /characters were lost/);
  for (const garbled of ['childâ€™s', 'Â£5', 'cafÃ©']) refused('text', garbled, /garbled/);
  for (const fine of ['£5', 'child’s', 'café', 'São Paulo', 'Âge']) assert.equal(read('text', fine), fine);
  refused('text', 'a\u0007b', /control characters/);
  refused('text', '#N/A', /error #N\/A/);
  refused('text', '5.00E+06', /shortened/);
});

test('any text in any column is a value or a problem within bounded time, and a text value never begins or ends with a space', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('text', 'day', 'number', 'integer', 'boolean', 'choice'),
      (cell, parse) => {
        const result = parseCell(cell, { field: 'f', header: 'F', parse, choices: ['Yes'] }, 1900);
        if ('message' in result) return result.mend !== '';
        if (parse === 'day' && result.value !== null) return /^\d{4}-\d{2}-\d{2}$/.test(String(result.value));
        return typeof result.value !== 'string' || result.value.trim() === result.value;
      },
    ),
    { numRuns: 1_000 },
  );
  refused('number', `-${' '.repeat(200_000)}x`, /long text/);
});
