import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths, dayFromNumber, dayNumber, isBefore } from './day.ts';
import {
  isWithin,
  monthsBetween,
  nextYear,
  periodsOverlap,
  previousYear,
  reportingYear,
  reportingYearOf,
  showYear,
} from './reporting-year.ts';

const anyDay = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2060-12-31') }).map(dayFromNumber);

test('a reporting year runs from April to March and is due at the end of September', () => {
  const expected = { label: '2024-25', from: '2024-04-01', to: '2025-03-31', due_on: '2025-09-30' };
  assert.deepEqual(reportingYear('2024-25'), expected);
  assert.deepEqual(reportingYear('2024/25'), expected);
  assert.equal(reportingYear('1999-00').to, '2000-03-31');
});

test('years that do not follow each other are refused', () => {
  for (const wrong of ['2024-26', '2024', '2024-2025', '24-25', '2024–25', '']) {
    assert.throws(() => reportingYear(wrong), /is not a reporting year/, wrong);
  }
});

test('31 March and 1 April are in different reporting years', () => {
  assert.equal(reportingYearOf('2025-03-31').label, '2024-25');
  assert.equal(reportingYearOf('2025-04-01').label, '2025-26');
  assert.throws(() => reportingYearOf('2025-02-29'), RangeError);
});

test('the year before and the year after are its neighbours', () => {
  const year = reportingYear('2024-25');
  assert.equal(previousYear(year).label, '2023-24');
  assert.equal(showYear(nextYear(year)), '2025/26');
});

test('every day lies in the reporting year it is said to be in', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const year = reportingYearOf(day);
      assert.equal(isWithin(day, year), true);
      assert.equal(isWithin(day, nextYear(year)), false);
      assert.deepEqual(reportingYear(year.label), year);
    }),
  );
});

test('periods that touch on one day overlap, and neighbours do not', () => {
  const year = reportingYear('2024-25');
  assert.equal(periodsOverlap(year, nextYear(year)), false);
  assert.equal(periodsOverlap(year, { from: '2025-03-31', to: '2025-06-30' }), true);
  assert.equal(isWithin({ from: '2024-03-01', to: '2025-03-31' }, year), false);
  assert.throws(() => periodsOverlap(year, { from: '2025-06-30', to: '2025-03-31' }), /cannot end/);
});

test('whole months are counted by the calendar', () => {
  assert.equal(monthsBetween('2024-01-31', '2024-02-29'), 1);
  assert.equal(monthsBetween('2024-01-31', '2024-02-28'), 0);
  assert.equal(monthsBetween('2024-04-01', '2025-03-31'), 11);
  assert.equal(monthsBetween('2025-03-31', '2024-04-01'), -11);
});

test('the months between two days are the most that fit', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [from, to] = isBefore(a, b) ? [a, b] : [b, a];
      const months = monthsBetween(from, to);
      assert.equal(isBefore(to, addMonths(from, months)), false);
      assert.equal(isBefore(to, addMonths(from, months + 1)), true);
    }),
  );
});
