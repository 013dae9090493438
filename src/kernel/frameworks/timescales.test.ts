import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockState, dueOn } from '../calendar/clocks.ts';
import { isDay } from '../calendar/day.ts';
import { createCalendar } from '../calendar/working-days.ts';
import type { LocalRule } from './timescale.ts';
import { allTimescales, ruleInForce } from './timescales.ts';
import { rapidReviewTimetable } from './timescales-reviews.ts';

const calendar = createCalendar();
const local: LocalRule = {
  rule_id: 'CDR-07',
  verified: false,
  reason: 'Agreed by the panel',
  source: 'Panel minutes',
  in_force_from: '2024-01-01',
  in_force_until: null,
};

test('versions of one rule never overlap, and every window is a real one', () => {
  for (const [place, rule] of allTimescales.entries()) {
    assert.ok(isDay(rule.in_force_from), rule.id);
    if (rule.in_force_until !== null) assert.ok(rule.in_force_from < rule.in_force_until, rule.id);
    for (const other of allTimescales.slice(place + 1)) {
      if (other.id !== rule.id) continue;
      const apart =
        (rule.in_force_until !== null && rule.in_force_until <= other.in_force_from) ||
        (other.in_force_until !== null && other.in_force_until <= rule.in_force_from);
      assert.ok(apart, rule.id);
    }
  }
});

test('every limit can be counted, and is a positive whole number of its unit', () => {
  for (const { id, limit, local_examples = [] } of allTimescales) {
    for (const each of [limit, ...local_examples.map((example) => example.limit)]) {
      dueOn(each, '2024-03-28T10:00:00Z', calendar);
      if (typeof each === 'object' && 'amount' in each)
        assert.ok(Number.isInteger(each.amount) && each.amount > 0, id);
      if (typeof each === 'object' && 'month_day' in each) assert.ok(isDay(`2023-${each.month_day}`), id);
    }
  }
});

test('a local limit is never passed off as national', () => {
  for (const rule of allTimescales.filter((candidate) => candidate.limit === 'local')) {
    assert.equal(rule.obligation, 'local', rule.id);
  }
});

test('the default start of a clock is one of the starts on offer', () => {
  for (const rule of allTimescales) {
    assert.equal(rule.start_event === undefined, rule.start_events === undefined, rule.id);
    if (rule.start_event) assert.ok(rule.start_events?.[rule.start_event], rule.id);
  }
});

test('only what has been seen in writing is verified', () => {
  for (const rule of allTimescales) {
    assert.equal(rule.verified, rule.mark === 'found' || rule.mark === 'seed', rule.id);
  }
});

test('a rule does not exist before its first day or after its last', () => {
  assert.equal(ruleInForce('SIN-04', '2023-12-14'), undefined);
  assert.deepEqual(ruleInForce('SIN-04', '2023-12-15')?.limit, { amount: 5, unit: 'working-days' });
  assert.equal(ruleInForce('LADO-02', '2021-08-31')?.id, 'LADO-02');
  assert.equal(ruleInForce('LADO-02', '2021-09-01'), undefined);
});

test('an unknown time limit is refused by name', () => {
  assert.throws(() => ruleInForce('SIN-99', '2024-01-01'), /no time limit “SIN-99”/);
});

test('a serious incident on Maundy Thursday is notified by the Monday after next and reviewed in fifteen days', () => {
  const notify = ruleInForce('SIN-01', '2024-03-28');
  const review = ruleInForce('RR-01', '2024-03-28');
  assert.ok(notify && review);
  assert.equal(dueOn(notify.limit, '2024-03-28', calendar).due_on, '2024-04-08');
  assert.equal(dueOn(review.limit, '2024-03-28', calendar).due_on, '2024-04-22');
});

test('an administrator can settle an unconfirmed limit, which still only asks for a check until it is confirmed', () => {
  const limit = { amount: 8, unit: 'weeks' } as const;
  const settled = ruleInForce('CDR-07', '2024-06-01', [{ ...local, limit }]);
  assert.deepEqual(settled?.limit, limit);
  assert.equal(settled?.settled_by?.reason, 'Agreed by the panel');
  const clock = { due_on: '2024-06-01', met_on: null, today: '2024-06-02' };
  assert.equal(clockState({ ...clock, verified: settled?.verified ?? true }), 'check');
  const confirmed = ruleInForce('CDR-07', '2024-06-01', [{ ...local, limit, verified: true }]);
  assert.equal(clockState({ ...clock, verified: confirmed?.verified ?? false }), 'breach');
});

test('a local row counts only in its own window and for its own rule, the latest to begin first', () => {
  const rows: LocalRule[] = [
    { ...local, limit: { amount: 10, unit: 'weeks' }, in_force_from: '2025-01-01' },
    { ...local, limit: { amount: 8, unit: 'weeks' } },
    { ...local, rule_id: 'CDR-05', limit: { amount: 3, unit: 'weeks' } },
  ];
  const limitOn = (day: string) => ruleInForce('CDR-07', day, rows)?.limit;
  assert.deepEqual(limitOn('2023-12-31'), { amount: 6, unit: 'weeks' });
  assert.deepEqual(limitOn('2024-12-31'), { amount: 8, unit: 'weeks' });
  assert.deepEqual(limitOn('2025-01-01'), { amount: 10, unit: 'weeks' });
});

test('a confirmed national limit cannot be loosened locally', () => {
  const row: LocalRule = { ...local, rule_id: 'SIN-01', limit: { amount: 10, unit: 'working-days' } };
  assert.throws(() => ruleInForce('SIN-01', '2024-06-01', [row]), /national and confirmed/);
});

test('the start of the rapid review clock can be chosen from those in use, and no other', () => {
  const chosen = ruleInForce('RR-01', '2024-06-01', [
    { ...local, rule_id: 'RR-01', start_event: 'became-aware' },
  ]);
  assert.equal(chosen?.start_event, 'became-aware');
  assert.equal(chosen?.verified, true);
  assert.equal(ruleInForce('RR-01', '2024-06-01')?.start_event, 'notification-made');
  assert.throws(
    () => ruleInForce('RR-01', '2024-06-01', [{ ...local, rule_id: 'RR-01', start_event: 'toString' }]),
    /cannot start at/,
  );
});

test('a local row without a reason is refused', () => {
  assert.throws(() => ruleInForce('CDR-07', '2024-06-01', [{ ...local, reason: ' ' }]), /Say why/);
});

test('the rapid review timetable fits inside its limit, step after step', () => {
  let reached = 0;
  for (const step of rapidReviewTimetable) {
    assert.ok(step.from_working_day >= reached && step.to_working_day >= step.from_working_day, step.act);
    reached = step.from_working_day;
  }
  assert.deepEqual(ruleInForce('RR-01', '2024-06-01')?.limit, {
    amount: rapidReviewTimetable.at(-1)?.to_working_day,
    unit: 'working-days',
  });
});
