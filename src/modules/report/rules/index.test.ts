import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { severities } from '../composition.ts';
import { chapterOf } from '../chapters.ts';
import { sampleComposition } from '../sample-composition.ts';
import { findReportFindings, rules } from './index.ts';

const composition = sampleComposition(120);

test('each rule has an id of its own, a title and a reason', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { title, why } of rules) assert.ok(title.length > 10 && why.endsWith('.'));
});

test('each key occurs once and names its rule', () => {
  const found = findReportFindings(composition);
  assert.ok(found.length > 20);
  assert.equal(new Set(found.map(({ key }) => key)).size, found.length);
  for (const { key, rule } of found) assert.ok(key.startsWith(`${rule}:`) && key.length <= 200);
});

test('the gravest findings come first, and within one gravity the order is that of the report', () => {
  const found = findReportFindings(composition);
  const gravity = found.map(({ severity }) => severities.indexOf(severity));
  assert.deepEqual(
    gravity,
    gravity.toSorted((a, b) => a - b),
  );
  const orders = new Map(composition.items.map((item) => [item.ref, chapterOf(item).order]));
  const first = found
    .filter(({ severity, ref }) => severity === 'high' && ref !== null)
    .map(({ ref }) => orders.get(ref ?? ''));
  assert.deepEqual(
    first,
    first.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
});

test('keys stay the same when the records come in another order', () => {
  const keys = (items: typeof composition.items) =>
    findReportFindings({ ...composition, items })
      .map(({ key }) => key)
      .sort();
  const expected = keys(composition.items);
  const orders = fc.shuffledSubarray(composition.items, { minLength: composition.items.length });
  fc.assert(
    fc.property(orders, (items) => assert.deepEqual(keys(items), expected)),
    { numRuns: 15 },
  );
});

test('a year without records is asked only for what it lacks', () => {
  const found = findReportFindings(sampleComposition(0));
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['no-cost-breakdown'],
  );
});
