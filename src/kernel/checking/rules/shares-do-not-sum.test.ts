import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '../../evidence/shapes.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './shares-do-not-sum.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );
const one = (text: string, message: RegExp) => {
  const found = check(text);
  assert.equal(found.length, 1, JSON.stringify(found.map((each) => each.message)));
  assert.match(found[0]?.message ?? '', message);
};

test('shares under a printed total of 100% that do not make it are found', () => {
  one(
    '| Partner | Share |\n|---|---|\n| A | 40% |\n| B | 35% |\n| C | 20% |\n| Total | 100% |',
    /make 95%, not 100%/,
  );
});

test('shares may miss 100 by their rounding', () => {
  silent('| Partner | Share |\n|---|---|\n| A | 33.3% |\n| B | 33.3% |\n| C | 33.3% |\n| Total | 100% |');
  silent('| Partner | Share |\n|---|---|\n| A | 17% |\n| B | 17% |\n| C | 17% |\n| D | 17% |\n| E | 33% |');
});

test('percentages of different wholes need not make 100', () => {
  silent('| School | Attendance % |\n|---|---|\n| A | 91% |\n| B | 94% |\n| C | 89% |');
});

test('a share nobody printed keeps the column silent', () => {
  silent('| Partner | Share |\n|---|---|\n| A | 40% |\n| B | c |\n| C | 20% |\n| Total | 100% |');
});

test('answers of which several could be given may make more than 100', () => {
  silent(
    'Families could select more than one answer.\n\n| Answer | Share |\n|---|---|\n| Phone | 60% |\n| Letter | 45% |\n| Total | 100% |',
  );
});

test('a share above 100% or below 0% is found, a change is not', () => {
  one('| Team | % completed on time |\n|---|---|\n| A | 91% |\n| B | 104% |', /104%/);
  silent('| Team | Change |\n|---|---|\n| A | -12% |\n| B | 140% |');
  silent('| Team | % of target |\n|---|---|\n| A | 112% |\n| B | 95% |');
});

test('more than all children is found in the words', () => {
  one('In all, 108% of children had a health plan.', /more than all/);
  silent('Referrals rose by 108% on the year before.');
  silent('We delivered 108% of the training we planned.');
});

test('girls and boys that make more than all are found, fewer may not be known', () => {
  one('Of these, 56% were girls and 48% were boys.', /make 104%/);
  silent('Of these, 51% were girls and 47% were boys.');
  silent('Of these, 52% were girls and 48% were boys.');
});

test('"the remaining" share must complete the others', () => {
  one('Of the plans, 60% were good, 25% needed work and the remaining 20% were poor.', /make 105%/);
  silent('Of the plans, 60% were good, 25% needed work and the remaining 15% were poor.');
});

test('a list called a breakdown must make its whole', () => {
  const list = (last: string) =>
    `The breakdown of referrals by source is:\n\n- Schools: 45%\n- Police: 30%\n- Health: 20%\n- Other: ${last}\n`;
  one(list('10%'), /make 105%/);
  silent(list('5%'));
});

test('a list of separate facts is no breakdown', () => {
  silent(
    'What pupils told us:\n\n- 45% walk to school\n- 30% feel tired\n- 20% have moved house\n- 15% are carers\n',
  );
});

test('three equal shares of 33.3% are rounding', () => {
  silent('The three partners fund the arrangements equally (33.3% each).');
});

const onRecord = (title: string, measure: Partial<Measure>) => {
  const whole: Measure = {
    shape: 'measure',
    value: null,
    unit: 'per cent',
    decimals: 0,
    qualifier: 'exactly',
    numerator: null,
    denominator: null,
    basis: 'flow',
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
    ...measure,
  };
  const text = `${title}: ${whole.value}`;
  return rule.check(recordsDocument([{ kind: 'item', text, known: { measure: whole } }]), []);
};

test('a share on record below 0% or above 100% is found from its value alone', () => {
  for (const value of [104, -3, 100.1])
    assert.match(onRecord('Plans reviewed on time', { value })[0]?.message ?? '', /below 0% or above 100%/);
  assert.equal(onRecord('Plans reviewed on time', { value: 104, unit: '% of plans' }).length, 1);
});

test('a share on record may be anything from 0 to 100, a change more, and what is no percentage anything', () => {
  for (const value of [0, 37.5, 100, null])
    assert.deepEqual(onRecord('Plans reviewed on time', { value }), []);
  assert.deepEqual(onRecord('Increase in referrals', { value: 140 }), []);
  assert.deepEqual(onRecord('Change in the number of plans', { value: -12 }), []);
  assert.deepEqual(onRecord('Places filled, % of the plan', { value: 112 }), []);
  assert.deepEqual(onRecord('Gap between the two groups', { value: -4, unit: 'percentage points' }), []);
  assert.deepEqual(onRecord('Children seen', { value: 140, unit: 'children' }), []);
});

test('a share with a scale of its own is not doubted twice', () => {
  assert.deepEqual(onRecord('Completed', { value: 120, minimum: 0, maximum: 110 }), []);
});
