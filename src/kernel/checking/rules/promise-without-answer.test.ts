import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './promise-without-answer.ts';

const before = (text: string, to_on = '2024-03-31') =>
  documentFrom(`# Annual report 2023/24\n\n## What we will do next\n\n${text}\n`, {
    period: { from_on: '2023-04-01', to_on },
  });
const now = (text: string) =>
  documentFrom(`# Annual report 2024/25\n\n## What we did\n\n${text}\n`, {
    period: { from_on: '2024-04-01', to_on: '2025-03-31' },
  });
const promise =
  'We will launch a bruising protocol for babies who are not yet mobile with every maternity ward.';

test('a promise of which no word comes back is found, with the place in last year’s report', () => {
  const [found, ...others] = rule.check(now('Schools met in June and talked about attendance.'), [
    before(promise),
  ]);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.equal(found.quote, promise);
  assert.match(found.where, /What we will do next, line 5$/);
});

for (const [why, text] of Object.entries({
  'what was done': 'The bruising protocol for babies was launched on all maternity wards in May.',
  'why it was not': 'Work on the protocol about bruising in babies who are not mobile was put off.',
})) {
  test(`silent where the report says ${why}`, () =>
    assert.deepEqual(rule.check(now(text), [before(promise)]), []));
}

test('silent about what cannot be checked, and about reports of the same or a far earlier year', () => {
  const other = 'Schools met in June and talked about attendance.';
  assert.deepEqual(
    rule.check(now(other), [before('We will continue to promote the importance of bruising among babies.')]),
    [],
  );
  assert.deepEqual(rule.check(now(other), [before(promise, '2025-03-31')]), []);
  assert.deepEqual(rule.check(now(other), [before(promise, '2021-03-31')]), []);
  assert.deepEqual(rule.check({ ...now(other), period: null }, [before(promise)]), []);
});

test('at most six are told, the clearest', () => {
  const things = ['bruising', 'bicycle', 'chess', 'sleeping', 'swimming', 'gardening', 'cooking', 'sewing'];
  const text = things
    .map((thing) => `- We will publish a ${thing} leaflet for grandparents in Welsh.`)
    .join('\n');
  assert.equal(rule.check(now('Schools met in June.'), [before(text)]).length, 6);
});

test('a next step whose date went by before the period ended is found', () => {
  const [found] = rule.check(now('The new protocol will be launched in October 2024.'), []);
  assert.match(found?.message ?? '', /October 2024/);
  assert.equal(found?.severity, 'medium');
});

for (const words of [
  'The new protocol will be launched in October 2025.',
  'We will continue to use the protocol launched in October 2024.',
  'We will carry out what Working Together (December 2023) asks for.',
  'It was agreed in May 2024 that partners will share the cost from 2025/26.',
  'The protocol was launched in October 2024 and will be reviewed.',
  'The executive agreed that the protocol will start in October 2024.',
]) {
  test(`silent: “${words}”`, () => assert.deepEqual(rule.check(now(words), []), []));
}
