import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LinkPurpose } from './evidence.ts';
import { gradeOf, type Support } from './grade.ts';
import type { Measure } from './shapes.ts';

const measure = (extra: Partial<Measure> = {}): Measure => ({
  shape: 'measure',
  value: 40,
  unit: 'children',
  decimals: 0,
  qualifier: 'exactly',
  numerator: null,
  denominator: null,
  basis: 'flow',
  minimum: null,
  maximum: null,
  comparator: null,
  note: null,
  ...extra,
});

const support = (ref: string, purpose: LinkPurpose, extra: Partial<Support> = {}): Support => ({
  ref,
  purpose,
  source_title: 'Data set',
  content: measure(),
  ...extra,
});

const before = support('evidence.item/a', 'baseline');
const after = support('evidence.item/b', 'follow-up');

test('a figure before and one after on one definition make a claim measured', () => {
  assert.equal(gradeOf('children', [before, after]), 'measured');
  assert.equal(gradeOf('practice', [after, before]), 'measured');
});

test('reach never counts as an effect, whatever it rests on', () => {
  assert.equal(gradeOf('reach', [before, after]), 'single-source');
});

test('figures on two definitions measure nothing', () => {
  const others: Partial<Support>[] = [
    { content: measure({ unit: 'per cent' }) },
    { content: measure({ basis: 'snapshot' }) },
    { content: measure({ value: null }) },
    { content: { shape: 'statement', text: 'It got better' } },
    { ref: before.ref },
  ];
  for (const other of others) {
    assert.equal(
      gradeOf('children', [before, { ...after, ...other }]),
      'single-source',
      JSON.stringify(other),
    );
  }
  const here = { ...before, geography: 'Fernshire' };
  assert.equal(gradeOf('children', [here, { ...after, geography: 'England' }]), 'single-source');
  assert.equal(gradeOf('children', [here, { ...after, geography: 'Fernshire' }]), 'measured');
});

test('an "after" from an earlier period than the "before" measures nothing', () => {
  const in2023 = { period: { from: '2022-04-01', to: '2023-03-31', label: null } };
  const in2024 = { period: { from: '2023-04-01', to: '2024-03-31', label: null } };
  assert.equal(
    gradeOf('children', [
      { ...before, ...in2024 },
      { ...after, ...in2023 },
    ]),
    'single-source',
  );
  assert.equal(
    gradeOf('children', [
      { ...before, ...in2023 },
      { ...after, ...in2024 },
    ]),
    'measured',
  );
});

test('two sources triangulate; several items of one source, or of none recorded, are one source', () => {
  const survey = support('evidence.item/c', 'supports', { source_title: 'Survey', content: null });
  const again = support('evidence.item/d', 'supports', { source_title: 'Survey', content: null });
  const unknown = support('evidence.item/e', 'supports', { source_title: null, content: null });
  assert.equal(gradeOf('children', [survey]), 'single-source');
  assert.equal(gradeOf('children', [survey, again]), 'single-source');
  assert.equal(gradeOf('children', [survey, unknown]), 'single-source');
  assert.equal(gradeOf('children', [unknown, { ...unknown, ref: 'evidence.item/f' }]), 'single-source');
  assert.equal(gradeOf('children', [survey, before]), 'triangulated');
});

test('what only answers a question supports nothing', () => {
  assert.equal(gradeOf('children', []), 'asserted');
  assert.equal(gradeOf('children', [support('thread.finding/x', 'answers')]), 'asserted');
});

test('a claim is asserted exactly when nothing supports it, and the order of its evidence does not matter', () => {
  const one = fc.record({
    ref: fc.constantFrom('evidence.item/a', 'evidence.item/b', 'evidence.item/c'),
    purpose: fc.constantFrom<LinkPurpose>('baseline', 'follow-up', 'supports', 'answers'),
    source_title: fc.constantFrom('Survey', 'Data set', null),
    content: fc.constantFrom(measure(), measure({ unit: 'per cent' }), null),
  });
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 6 }),
      fc.constantFrom('practice', 'children', 'reach'),
      (list, about) => {
        const grade = gradeOf(about, list);
        assert.equal(
          grade === 'asserted',
          list.every((s) => s.purpose === 'answers'),
        );
        assert.equal(gradeOf(about, list.toReversed()), grade);
        if (about === 'reach') assert.notEqual(grade, 'measured');
      },
    ),
  );
});
