import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Content, Table } from '../../../kernel/evidence/shapes.ts';
import { emptyComposition, sampleItem, sampleMeasure } from '../sample-composition.ts';
import { rule } from './shares-do-not-sum.ts';

const check = (content: Content, title = 'Share of children') =>
  rule.check(emptyComposition({ items: [sampleItem('1', content, { title })] }));

const shares = (values: (number | null)[], total: 'sum' | 'none' = 'sum'): Table => ({
  shape: 'table',
  columns: [
    { label: 'Partner', kind: 'text', total: 'none' },
    { label: 'Share', kind: 'percent', total },
  ],
  rows: values.map((value, at) => [`Partner ${at}`, value]),
  printed_total: null,
  note: null,
});

test('three thirds of 33.3% make a whole within rounding', () => {
  assert.deepEqual(check(shares([33.3, 33.3, 33.3])), []);
});

test('shares that make 97% are found, with the rounding that would have been allowed', () => {
  const [found] = check(shares([30.4, 25.8, 12.1, 21.7, 7]));
  assert.match(found?.message ?? '', /make 97\.0%, not 100%.*at most 0\.25 points.*0\.05 for each of 5 rows/);
});

test('percentages that are not shares of one whole, or lack one, are not summed', () => {
  assert.deepEqual(check(shares([93, 80], 'none')), []);
  assert.deepEqual(check(shares([40, null])), []);
});

test('a percentage must follow from its own numerator and denominator', () => {
  const of = (value: number, over = {}) =>
    sampleMeasure(value, 'per cent', { numerator: 93, denominator: 120, ...over });
  assert.deepEqual(check(of(78)), []);
  assert.deepEqual(check(of(77.5, { decimals: 1 })), []);
  assert.match(check(of(81))[0]?.message ?? '', /93 of 120 is 77\.5%/);
  assert.deepEqual(check(of(75, { qualifier: 'more-than' })), []);
  assert.equal(check(of(80, { qualifier: 'more-than' })).length, 1);
});

test('a rate per 1,000 is worked out on its own scale', () => {
  const rate = (value: number) =>
    sampleMeasure(value, 'per 1,000 live births', { decimals: 1, numerator: 6, denominator: 2000 });
  assert.deepEqual(check(rate(3)), []);
  assert.equal(check(rate(0.3)).length, 1);
});

test('a share above 100% is impossible and a rise of 239% is not', () => {
  assert.equal(check(sampleMeasure(104, 'per cent')).length, 1);
  assert.deepEqual(check(sampleMeasure(239, 'per cent'), 'Increase in young carers identified'), []);
});

test('a mean outside its scale is found, and one within it is not', () => {
  const mean = (value: number) => sampleMeasure(value, 'points', { decimals: 1, minimum: 7, maximum: 35 });
  assert.deepEqual(check(mean(14.9)), []);
  assert.match(check(mean(5.2))[0]?.message ?? '', /from 7 to 35, and 5\.2 lies outside/);
});

test('shares worked out of counts and rounded to one decimal never fire', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 15 });
  fc.assert(
    fc.property(counts, (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const rounded = parts.map((part) => Math.round((1000 * part) / whole) / 10);
      // With every share a whole number the printed decimals are lost, and the rounding allowed is the wider one.
      assert.deepEqual(check(shares(rounded)), []);
    }),
  );
});
