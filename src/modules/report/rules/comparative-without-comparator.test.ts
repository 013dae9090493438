import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitedEvidence, ClaimFacet, EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import {
  emptyComposition,
  sampleClaim,
  sampleItem,
  sampleMeasure,
  sampleStatement,
} from '../sample-composition.ts';
import { rule } from './comparative-without-comparator.ts';

const check = (text: string, over: Partial<EvidenceItem> = {}) =>
  rule.check(emptyComposition({ items: [sampleItem('1', sampleStatement(text), over)] }));

const claimed = (text: string, claim: Partial<ClaimFacet> = {}) => check(text, { claim: sampleClaim(claim) });

const cites = (
  purpose: CitedEvidence['purpose'],
  content = sampleMeasure(28, 'children'),
): CitedEvidence => ({
  ref: `evidence.item/${purpose}`,
  title: purpose,
  path: '/',
  purpose,
  source_title: null,
  content,
  moved: false,
});

test('a claim of change that cites nothing is found, and its exact words are quoted', () => {
  const [found] = claimed('The quality of notices has significantly improved.');
  assert.equal(found?.severity, 'medium');
  assert.equal(found.quote, 'The quality of notices has significantly improved.');
  assert.match(found.message, /“significantly” and “improved”/);
});

test('a headline claim about children is high, a headline about reach is not', () => {
  assert.equal(claimed('Absence fell.', { headline: true, about: 'children' })[0]?.severity, 'high');
  assert.equal(claimed('More people came.', { headline: true, about: 'reach' })[0]?.severity, 'medium');
});

test('a measure before and after answers a claim; either alone does not', () => {
  assert.deepEqual(claimed('Absence fell.', { rests_on: [cites('baseline'), cites('follow-up')] }), []);
  assert.equal(claimed('Absence fell.', { rests_on: [cites('follow-up')] }).length, 1);
});

test('one measure that carries its comparison answers a claim', () => {
  const measure = sampleMeasure(28, 'children', { comparator: { value: 40, label: '2023/24' } });
  assert.deepEqual(claimed('Absence fell.', { rests_on: [cites('supports', measure)] }), []);
});

test('a statement that is no claim is found unless it prints both figures', () => {
  assert.equal(check('Referrals have increased.').length, 1);
  assert.deepEqual(check('Referrals have increased from 28 in June 2023 to 95 in January 2025.'), []);
});

test('plans, aims and recommendations may speak of change', () => {
  assert.deepEqual(check('Fewer children wait.', { part: 'next' }), []);
  assert.deepEqual(check('Fewer children wait.', { topics: ['vision'] }), []);
  assert.deepEqual(check('Fewer children wait.', { topics: ['recommendations'] }), []);
});

test('a comparing word within a known name compares nothing', () => {
  const composition = emptyComposition({
    items: [sampleItem('1', sampleStatement('reducing harm together was launched as More in Common.'))],
    names: [{ ref: 'plan.strategy/1', kind: 'strategy', name: 'More in Common', others: [] }],
  });
  assert.deepEqual(rule.check(composition), []);
});

test('words written for a chapter are read as well', () => {
  const composition = emptyComposition({ chapter_texts: { training: 'Attendance has increased.' } });
  assert.equal(rule.check(composition)[0]?.where, 'Training and development: introduction');
});
