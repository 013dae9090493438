import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCalendar } from '../../../kernel/calendar/working-days.ts';
import { ruleInForce } from '../../../kernel/frameworks/timescales.ts';
import { requestClock, type Timed } from './subject-clock.ts';
import { namesSought, stepsLeft } from './subject-request.ts';

const rule = (id: string) => {
  const found = ruleInForce(id, '2025-01-01');
  assert(found);
  return found;
};
const rules = { answer: rule('IR-01'), extended: rule('IR-01b'), calendar: createCalendar() };
const clock = (more: Partial<Timed>, today = '2025-09-15') =>
  requestClock(
    { received_on: '2025-09-03', extended_on: null, answered_on: null, pauses: [], ...more },
    rules,
    today,
  );

test('a month runs from the day of receipt, to the next working day where it ends on a day off', () => {
  assert.equal(clock({}).due_on, '2025-10-03');
  // 4 October 2025 is a Saturday.
  assert.equal(clock({ received_on: '2025-09-04' }).due_on, '2025-10-06');
  // A month after 31 January is 28 February 2025, a Friday.
  assert.equal(clock({ received_on: '2025-01-31' }).due_on, '2025-02-28');
});

test('asking who they are starts the clock afresh when they answer, and until then there is no last day', () => {
  const asked = { kind: 'identity', from_on: '2025-09-04', until_on: null };
  assert.deepEqual(
    [clock({ pauses: [asked] }).due_on, clock({ pauses: [asked] }).waiting_since],
    [null, '2025-09-04'],
  );
  assert.equal(clock({ pauses: [{ ...asked, until_on: '2025-09-10' }] }).due_on, '2025-10-10');
});

test('asking what they mean stops the clock for as many days as they took', () => {
  const asked = { kind: 'clarification', from_on: '2025-09-05', until_on: '2025-09-09' };
  assert.equal(clock({ pauses: [asked] }).due_on, '2025-10-07');
  assert.equal(clock({ pauses: [{ ...asked, until_on: null }] }, '2025-09-12').due_on, '2025-10-10');
});

test('told in time it is three months in all, and a passed day asks for a check while the rule is not verified', () => {
  assert.equal(clock({ extended_on: '2025-09-20' }).due_on, '2025-12-03');
  assert.equal(clock({}, '2025-10-04').state, 'check');
  assert.equal(clock({}, '2025-10-03').state, 'due-soon');
  assert.equal(clock({ answered_on: '2025-10-04' }, '2025-11-01').state, 'met-late');
});

test('names are looked for by line, each word of it, and one letter alone is nobody', () => {
  assert.deepEqual(namesSought('Juniper Testwood\n\nTestwood, J; Juno'), [
    ['Juniper', 'Testwood'],
    ['Testwood'],
    ['Juno'],
  ]);
  assert.deepEqual(namesSought(' \n J'), []);
});

test('what is left to do is said in its order', () => {
  const at = {
    capacity: 'parent',
    identity_checked_on: null,
    gathered_on: null,
    undecided: 0,
    bundle_current: false,
  };
  assert.match(stepsLeft(at)[0] ?? '', /that they may ask for this person/);
  const done = { ...at, identity_checked_on: '2025-09-05', gathered_on: '2025-09-06' };
  assert.equal(stepsLeft({ ...done, undecided: 2 })[0], 'Decide about 2 records');
  assert.equal(stepsLeft(done)[0], 'Make the bundle');
  assert.deepEqual(stepsLeft({ ...done, bundle_current: true }), ['Give it, and record the answer']);
});
