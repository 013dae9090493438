import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDays,
  dayFromNumber,
  dayIn,
  dayNumber,
  daysBetween,
  isBefore,
  isDay,
  isInstant,
  weekdayOf,
} from './day.ts';

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber);

test('a day must exist in the calendar', () => {
  assert.equal(isDay('2024-02-29'), true);
  for (const wrong of [
    '2023-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '0999-01-01',
    '2024-1-1',
    ' 2024-01-01',
    20240101,
  ]) {
    assert.equal(isDay(wrong), false, String(wrong));
  }
  assert.throws(() => addDays('2023-02-29', 1), { name: 'RangeError', message: /not a real day/ });
});

test('days are counted across leap years and centuries', () => {
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(daysBetween('2024-01-01', '2025-01-01'), 366);
  assert.equal(daysBetween('1899-12-31', '1900-03-01'), 60);
  assert.throws(() => addDays('9999-12-31', 1), RangeError);
  assert.throws(() => addDays('2024-01-01', 0.5), /whole number/);
});

test('a month later than the 31st is the last day of a shorter month', () => {
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
  assert.equal(addMonths('2023-08-31', 6), '2024-02-29');
  assert.equal(addMonths('2024-03-31', -13), '2023-02-28');
  assert.equal(addMonths('2024-05-15', 24), '2026-05-15');
});

test('weekdays are those of the printed calendar', () => {
  assert.equal(weekdayOf('1970-01-01'), 'Thursday');
  assert.equal(weekdayOf('2024-03-29'), 'Friday');
  assert.equal(weekdayOf('1969-12-28'), 'Sunday');
});

test('days compare as days', () => {
  assert.equal(isBefore('2024-01-31', '2024-02-01'), true);
  assert.equal(isBefore('2024-02-01', '2024-02-01'), false);
  assert.ok(compareDays('2024-02-01', '2023-12-31') > 0);
});

test('a day in London follows the clock changes', () => {
  // 2024: summer time from 31 March 01:00 UTC to 27 October 01:00 UTC.
  assert.equal(dayIn('2024-03-30T23:30:00Z'), '2024-03-30');
  assert.equal(dayIn('2024-03-31T23:30:00Z'), '2024-04-01');
  assert.equal(dayIn('2024-10-26T23:00:00Z'), '2024-10-27');
  assert.equal(dayIn('2024-10-27T23:59:59.999Z'), '2024-10-27');
  assert.equal(dayIn('2024-06-01T00:30:00+01:00'), '2024-06-01');
  assert.equal(dayIn('2024-06-01T23:30:00Z', 'UTC'), '2024-06-01');
});

test('a time without an offset is refused, because it would be read in the machine’s own zone', () => {
  assert.equal(isInstant('2024-06-01T23:30:00'), false);
  assert.throws(() => dayIn('2024-06-01T23:30:00'), /with its offset/);
  assert.throws(() => dayIn('2024-02-30T10:00:00Z'), RangeError);
  assert.throws(() => dayIn('2024-06-01'), RangeError);
});

test('adding days and measuring the distance undo each other', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      assert.equal(daysBetween(day, addDays(day, days)), days);
    }),
  );
});

test('months added one at a time never end later than months added at once', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(30), fc.nat(30), (day, m, n) => {
      const stepwise = addMonths(addMonths(day, m), n);
      const atOnce = addMonths(day, m + n);
      assert.ok(!isBefore(atOnce, stepwise));
      assert.equal(stepwise.slice(0, 7), atOnce.slice(0, 7));
    }),
  );
});
