import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule as comparative } from './comparative-without-comparator.ts';
import { rule } from './causal-claim.ts';

const read = (text: string) => documentFrom(`# Annual report\n\n## What we did\n\n${text}\n`);
const report = (text: string) => rule.check(read(text), []);

for (const words of [
  'Early work with families is reducing the number of children who need a plan.',
  'As a result of our training, children are safer.',
  'Children are getting the right help at the right time because of our new front door.',
  'The new pathway has led to better outcomes for young people.',
  'Partners meet every week, which means that children are better protected.',
]) {
  test(`found: “${words}”`, () => {
    const [found] = report(words);
    assert.equal(found?.severity, 'medium');
    assert.ok(words.includes(found.quote));
  });
}

for (const words of [
  'As a result of the workshop, a group was set up that brings professionals together.',
  'The campaign may lead to better outcomes for children.',
  'The plan aims to reduce the number of children who need a plan.',
  'Neglect leads to children being less safe.',
  'As a result of our training, children are safer: 28 needed a plan, where it had been 40.',
  'As a result of our training, children are safer. In 2023/24, 40 children needed a plan; now 28 do.',
  'Inspectors found that the work has led to better outcomes for children.',
  'An audit looked at this. As a result of our training, children are better protected.',
  'The review led to new guidance for schools.',
]) {
  test(`silent: “${words}”`, () => assert.deepEqual(report(words), []));
}

test('the same sentence is not also found as a comparison', () => {
  const document = read('Early work with families is reducing the number of children who need a plan.');
  assert.equal(rule.check(document, []).length, 1);
  assert.deepEqual(comparative.check(document, []), []);
});
