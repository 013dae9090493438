import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayFromNumber } from '../../../kernel/calendar/day.ts';
import { showDay, showInstant, showNumber, showPeriod } from './day.ts';

const someDay = fc.integer({ min: -100_000, max: 100_000 }).map(dayFromNumber);

test('a day is written with its month in words and no leading zero', () => {
  assert.equal(showDay('2024-10-09'), '9 October 2024');
  assert.equal(showDay('2000-02-29'), '29 February 2000');
});

test('a written day reads back as the same day', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      assert.equal(new Date(`${showDay(day)} UTC`).toISOString().slice(0, 10), day);
    }),
  );
});

test('text that is not a day is refused rather than shown', () => {
  for (const text of ['2023-02-29', '9 October 2024', '', '2024-10-09T00:00:00Z']) {
    assert.throws(() => showDay(text), RangeError);
  }
});

test('a period says each month and year once, and whole months without their days', () => {
  assert.equal(showPeriod('2023-04-01', '2024-03-31'), 'April 2023 to March 2024');
  assert.equal(showPeriod('2024-04-01', '2024-06-30'), 'April to June 2024');
  assert.equal(showPeriod('2024-02-01', '2024-02-29'), 'February 2024');
  assert.equal(showPeriod('2024-10-03', '2024-10-09'), '3 to 9 October 2024');
  assert.equal(showPeriod('2024-04-03', '2024-10-09'), '3 April to 9 October 2024');
  assert.equal(showPeriod('2023-04-03', '2024-04-09'), '3 April 2023 to 9 April 2024');
  assert.equal(showPeriod('2024-10-09', '2024-10-09'), '9 October 2024');
});

test('a period with an unknown end says which end is known', () => {
  assert.equal(showPeriod('2024-04-01', null), 'from 1 April 2024');
  assert.equal(showPeriod(null, '2024-03-31'), 'up to 31 March 2024');
  assert.equal(showPeriod(null, null), 'period not stated');
});

test('two different periods are never written alike', () => {
  fc.assert(
    fc.property(someDay, someDay, someDay, someDay, (a, b, c, d) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const [otherFrom, otherTo] = c < d ? [c, d] : [d, c];
      const same = from === otherFrom && to === otherTo;
      assert.equal(showPeriod(from, to) === showPeriod(otherFrom, otherTo), same);
    }),
  );
});

test('an instant is written in the zone asked for, on the day it was there', () => {
  assert.equal(showInstant('2024-07-09T23:05:00Z', 'Europe/London'), '10 July 2024 at 12:05am');
  assert.equal(showInstant('2024-01-09T12:00:00Z', 'Europe/London'), '9 January 2024 at 12pm');
  assert.equal(showInstant('2024-01-09T13:30:00Z', 'Europe/Paris'), '9 January 2024 at 2:30pm');
});

test('a number has commas, a true minus sign and the decimals asked for', () => {
  assert.equal(showNumber(12345.6), '12,345.6');
  assert.equal(showNumber(-3), '\u22123');
  assert.equal(showNumber(7, { decimals: 1 }), '7.0');
  assert.equal(showNumber(-0.04, { decimals: 1 }), '0.0');
  assert.throws(() => showNumber(Number.NaN), RangeError);
});
