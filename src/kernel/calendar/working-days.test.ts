import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, dayFromNumber, dayNumber, isBefore } from './day.ts';
import { createCalendar } from './working-days.ts';

const calendar = createCalendar();
const coveredDay = fc
  .integer({ min: dayNumber('2018-01-01'), max: dayNumber('2028-12-31') })
  .map(dayFromNumber);
const count = fc.integer({ min: 1, max: 250 });

/** The plainest reading of the rule: walk on one day at a time and count the worked ones. */
function walk(day: Day, n: number): Day {
  const step = Math.sign(n);
  let found = day;
  for (let left = Math.abs(n); left > 0; ) {
    found = addDays(found, step);
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}

test('a clock that spans Easter skips Good Friday and Easter Monday', () => {
  assert.deepEqual(calendar.addWorkingDays('2024-03-28', 10), { day: '2024-04-15', warnings: [] });
});

test('the handbook’s clocks of 5, 15 and 45 working days come out as printed', () => {
  const vectors: [Day, Day, Day, Day][] = [
    ['2024-12-18', '2024-12-27', '2025-01-13', '2025-02-24'],
    ['2025-04-14', '2025-04-23', '2025-05-08', '2025-06-20'],
    ['2025-12-19', '2025-12-30', '2026-01-14', '2026-02-25'],
    ['2026-03-27', '2026-04-07', '2026-04-21', '2026-06-04'],
  ];
  for (const [start, five, fifteen, fortyFive] of vectors) {
    assert.equal(calendar.addWorkingDays(start, 5).day, five);
    assert.equal(calendar.addWorkingDays(start, 15).day, fifteen);
    assert.equal(calendar.addWorkingDays(start, 45).day, fortyFive);
  }
});

test('an event on a Saturday or a bank holiday has the next working day as day 1', () => {
  assert.equal(calendar.addWorkingDays('2024-03-30', 1).day, '2024-04-02');
  assert.equal(calendar.addWorkingDays('2024-12-25', 1).day, '2024-12-27');
});

test('zero working days is the day itself, worked or not', () => {
  assert.deepEqual(calendar.addWorkingDays('2024-03-29', 0), { day: '2024-03-29', warnings: [] });
});

test('seven working days before publication counts backwards over the bank holidays', () => {
  assert.equal(calendar.addWorkingDays('2024-04-08', -7).day, '2024-03-26');
  assert.equal(calendar.workingDaysBetween('2024-04-08', '2024-03-26').working_days, -7);
});

test('a day an administrator adds is not worked, and one a proclamation moved is', () => {
  const changed = createCalendar({
    addedDays: [{ day: '2027-05-07', name: 'One-off holiday' }],
    removedDays: ['2027-05-03'],
  });
  assert.equal(changed.isWorkingDay('2027-05-07'), false);
  assert.equal(changed.holidayOn('2027-05-07'), 'One-off holiday');
  assert.equal(changed.isWorkingDay('2027-05-03'), true);
  assert.equal(changed.addWorkingDays('2027-05-06', 1).day, '2027-05-10');
});

test('an added weekend day changes no count', () => {
  const changed = createCalendar({ addedDays: [{ day: '2024-06-01', name: 'A Saturday' }] });
  assert.equal(changed.addWorkingDays('2024-05-31', 5).day, calendar.addWorkingDays('2024-05-31', 5).day);
});

test('an impossible added day is refused when the calendar is made', () => {
  assert.throws(() => createCalendar({ addedDays: [{ day: '2027-02-30', name: 'Nothing' }] }), RangeError);
});

test('a count that leaves the years with bank holidays names the missing years', () => {
  const after = calendar.addWorkingDays('2030-12-20', 300);
  assert.equal(after.warnings.length, 1);
  assert.match(after.warnings[0] ?? '', /2031 to 2032/);
  assert.match(
    calendar.workingDaysBetween('2017-12-01', '2018-02-01').warnings[0] ?? '',
    /of 2017 are not known/,
  );
  const both = calendar.workingDaysBetween('2016-12-01', '2031-02-01').warnings;
  assert.match(both[0] ?? '', /2016 to 2017 and 2031/);
});

test('a count whose every counted day is covered carries no warning', () => {
  assert.deepEqual(calendar.addWorkingDays('2017-12-31', 1).warnings, []);
  assert.deepEqual(calendar.addWorkingDays('2030-12-30', 1).warnings, []);
  assert.equal(calendar.addWorkingDays('2030-12-31', 1).warnings.length, 1);
});

test('a year an administrator has completed no longer warns', () => {
  const changed = createCalendar({
    addedDays: [{ day: '2031-01-01', name: "New Year's Day" }],
    completeYears: [2031],
  });
  assert.deepEqual(changed.addWorkingDays('2030-12-31', 1), { day: '2031-01-02', warnings: [] });
  assert.equal(changed.isCovered('2031-06-01'), true);
  assert.equal(calendar.isCovered('2031-06-01'), false);
});

test('a count that is not whole, or leaves the calendar, is refused at once', () => {
  assert.throws(() => calendar.addWorkingDays('2024-01-01', 1.5), /whole number/);
  assert.throws(() => calendar.addWorkingDays('2024-01-01', 1e12), RangeError);
  assert.throws(() => calendar.addWorkingDays('2024-02-30', 1), /not a real day/);
});

test('counting forwards or backwards agrees with walking day by day', () => {
  fc.assert(
    fc.property(coveredDay, fc.integer({ min: -250, max: 250 }), (day, n) => {
      assert.equal(calendar.addWorkingDays(day, n).day, walk(day, n));
    }),
  );
});

test('the answer is always a working day, and counting back finds the number again', () => {
  fc.assert(
    fc.property(coveredDay, count, (day, n) => {
      const found = calendar.addWorkingDays(day, n).day;
      assert.equal(calendar.isWorkingDay(found), true);
      assert.equal(calendar.workingDaysBetween(day, found).working_days, n);
    }),
  );
});

test('counting in two steps reaches the same day as counting once', () => {
  fc.assert(
    fc.property(coveredDay, count, count, (day, m, n) => {
      const twoSteps = calendar.addWorkingDays(calendar.addWorkingDays(day, m).day, n).day;
      assert.equal(twoSteps, calendar.addWorkingDays(day, m + n).day);
    }),
  );
});

test('a later event is never due earlier', () => {
  fc.assert(
    fc.property(coveredDay, fc.nat(40), count, (day, later, n) => {
      const first = calendar.addWorkingDays(day, n).day;
      const second = calendar.addWorkingDays(addDays(day, later), n).day;
      assert.equal(isBefore(second, first), false);
    }),
  );
});
