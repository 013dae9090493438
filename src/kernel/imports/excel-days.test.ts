import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excelDay, excelTime, numberFormat } from './excel-days.ts';

const kinds = (codes: string[]) => codes.map((code) => numberFormat(164, code));

test('serial numbers of the 1900 system step over the 29 February 1900 that never was', () => {
  assert.deepEqual(
    [1, 59, 61, 45574, 45573.99999999].map((serial) => excelDay(serial, 1900)),
    ['1900-01-01', '1900-02-28', '1900-03-01', '2024-10-09', '2024-10-09'],
  );
  for (const serial of [60, 0, -1, 2_958_466, Number.NaN]) assert.equal(excelDay(serial, 1900), undefined);
  assert.equal(excelDay(2_958_465, 1900), '9999-12-31');
});

test('the 1904 system counts from 1 January 1904 as day 0', () => {
  assert.deepEqual(
    [0, 1, 1111].map((serial) => excelDay(serial, 1904)),
    ['1904-01-01', '1904-01-02', '1907-01-16'],
  );
});

test('a time is rounded to the minute', () => {
  assert.deepEqual([0.604166666666667, 45574.25, 0].map(excelTime), ['14:30', '06:00', '00:00']);
});

test('a number format is a date only by its own letters, not by text, escapes, colours or minutes', () => {
  assert.deepEqual(
    kinds(['dd/mm/yyyy', '[$-809]d mmmm yyyy;@', 'yyyy\\-mm\\-dd;@', 'mmm-yy', 'd/m/yy h:mm', '[Red]dd mmm']),
    Array(6).fill('day'),
  );
  assert.deepEqual(kinds(['hh:mm', 'h:mm AM/PM', 'mm:ss.0']), Array(3).fill('time'));
  assert.deepEqual(kinds(['0.0%', '0%;[Red]-0%']), Array(2).fill('percent'));
  assert.deepEqual(
    kinds(['General', '0.0" days"', '#,##0.00', '[h]:mm', '[Red]0', '0.00E+00', '_-£* #,##0_-', '\\d0', '@']),
    Array(9).fill('number'),
  );
  assert.deepEqual(
    [14, 22, 20, 9, 0, 49].map((id) => numberFormat(id, undefined)),
    ['day', 'day', 'time', 'percent', 'number', 'number'],
  );
});
