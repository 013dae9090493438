import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockState, dueOn, hourClockState, hoursBetween, showLimit } from './clocks.ts';
import { dayFromNumber, dayNumber } from './day.ts';
import { createCalendar } from './working-days.ts';

const calendar = createCalendar();
const nothing = { due_on: null, due_at: null, warnings: [] };

test('each unit counts in its own way from the same day', () => {
  const from = '2024-03-28';
  assert.equal(dueOn({ amount: 5, unit: 'working-days' }, from, calendar).due_on, '2024-04-08');
  assert.equal(dueOn({ amount: 5, unit: 'calendar-days' }, from, calendar).due_on, '2024-04-02');
  assert.equal(dueOn({ amount: 6, unit: 'weeks' }, from, calendar).due_on, '2024-05-09');
  assert.equal(dueOn({ amount: 6, unit: 'months' }, '2024-08-31', calendar).due_on, '2025-02-28');
  assert.equal(
    dueOn({ amount: 7, unit: 'working-days', before: true }, '2024-04-08', calendar).due_on,
    '2024-03-26',
  );
});

test('an event late in a London summer evening counts from the London day', () => {
  assert.equal(
    dueOn({ amount: 1, unit: 'calendar-days' }, '2024-06-03T23:30:00Z', calendar).due_on,
    '2024-06-05',
  );
});

test('seventy-two hours are clock hours over a weekend and over the clock change', () => {
  const due = dueOn({ amount: 72, unit: 'clock-hours' }, '2024-03-29T20:00:00Z', calendar);
  assert.deepEqual(due, { due_on: '2024-04-01', due_at: '2024-04-01T20:00:00.000Z', warnings: [] });
  assert.equal(hoursBetween('2024-03-29T20:00:00Z', '2024-04-01T20:00:00.000Z'), 72);
});

test('hours without a start time give a warning instead of a guess', () => {
  const due = dueOn({ amount: 72, unit: 'clock-hours' }, '2024-03-29', calendar);
  assert.equal(due.due_on, null);
  assert.match(due.warnings[0] ?? '', /needs the time/);
});

test('school days are left to the school’s own calendar', () => {
  const due = dueOn({ amount: 10, unit: 'school-days' }, '2024-09-02', calendar);
  assert.equal(due.due_on, null);
  assert.match(due.warnings[0] ?? '', /10 school days/);
});

test('a yearly report on a year that ended in March is due on 30 September', () => {
  assert.equal(dueOn({ month_day: '09-30' }, '2025-03-31', calendar).due_on, '2025-09-30');
  assert.equal(dueOn({ month_day: '09-30' }, '2025-09-30', calendar).due_on, '2026-09-30');
  assert.equal(dueOn({ on: '2024-12-31' }, '2023-12-15', calendar).due_on, '2024-12-31');
});

test('a duty without a number has no due date and is never late', () => {
  assert.deepEqual(dueOn('none', '2020-01-01', calendar), nothing);
  assert.deepEqual(dueOn('local', '2020-01-01', calendar), nothing);
  assert.equal(clockState({ due_on: null, met_on: null, today: '2030-01-01', verified: true }), 'running');
  assert.equal(
    clockState({ due_on: null, met_on: '2029-01-01', today: '2030-01-01', verified: true }),
    'met',
  );
});

test('a count beyond the known bank holidays carries its warning to the clock', () => {
  assert.match(dueOn({ amount: 15, unit: 'working-days' }, '2030-12-20', calendar).warnings[0] ?? '', /2031/);
});

test('a trigger that is neither day nor time is refused, also where there is no number', () => {
  assert.throws(() => dueOn('none', 'yesterday', calendar), /neither a day nor a date and time/);
});

test('the due day itself is in time, the day after is a breach', () => {
  const clock = { due_on: '2024-04-15', met_on: null, verified: true };
  assert.equal(clockState({ ...clock, today: '2024-04-01' }), 'running');
  assert.equal(clockState({ ...clock, today: '2024-04-12' }), 'due-soon');
  assert.equal(clockState({ ...clock, today: '2024-04-15' }), 'due-soon');
  assert.equal(clockState({ ...clock, today: '2024-04-16' }), 'breach');
  assert.equal(clockState({ ...clock, met_on: '2024-04-15', today: '2024-05-01' }), 'met');
  assert.equal(clockState({ ...clock, met_on: '2024-04-16', today: '2024-05-01' }), 'met-late');
});

test('a clock in hours turns at the minute, not at midnight', () => {
  const clock = { due_at: '2024-04-01T20:00:00Z', met_at: null, verified: true };
  assert.equal(hourClockState({ ...clock, now: '2024-04-01T07:00:00Z' }), 'running');
  assert.equal(hourClockState({ ...clock, now: '2024-04-01T20:00:00Z' }), 'due-soon');
  assert.equal(hourClockState({ ...clock, now: '2024-04-01T20:01:00Z' }), 'breach');
  assert.equal(hourClockState({ ...clock, now: '2024-04-01T20:01:00Z', verified: false }), 'check');
  assert.equal(
    hourClockState({ ...clock, met_at: '2024-04-01T21:00:00Z', now: '2024-05-01T00:00:00Z' }),
    'met-late',
  );
  assert.equal(hourClockState({ ...clock, due_at: null, now: '2024-05-01T00:00:00Z' }), 'running');
});

test('a rule that is not verified never gives a breach', () => {
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2028-01-01') }).map(dayFromNumber);
  const maybe = fc.option(day);
  fc.assert(
    fc.property(maybe, maybe, day, (due_on, met_on, today) => {
      const unverified = clockState({ due_on, met_on, today, verified: false });
      const verified = clockState({ due_on, met_on, today, verified: true });
      assert.notEqual(unverified, 'breach');
      assert.equal(unverified, verified === 'breach' ? 'check' : verified);
    }),
  );
});

test('limits read as people say them', () => {
  assert.equal(showLimit({ amount: 1, unit: 'working-days' }), '1 working day');
  assert.equal(showLimit({ amount: 72, unit: 'clock-hours' }), '72 hours');
  assert.equal(showLimit({ amount: 7, unit: 'working-days', before: true }), '7 working days before');
  assert.equal(showLimit({ month_day: '09-30' }), 'by 30 September');
  assert.equal(showLimit({ on: '2024-12-31' }), 'by 31 December 2024');
  assert.equal(showLimit('none'), 'no set time');
  assert.equal(showLimit('local'), 'set locally');
});
