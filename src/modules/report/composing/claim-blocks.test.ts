import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { sampleClaim, sampleItem, sampleMeasure, sampleStatement } from '../sample-composition.ts';
import { chapter, of, priority, words } from './composed.ts';

test('a claim stands under its grade in words, with its figures before and after in words and as bars', () => {
  const figure = (id: string, value: number, label: string) =>
    sampleItem(id, sampleMeasure(value, 'young carers'), {
      title: 'Young carers',
      topics: ['data-use'],
      period: { from: null, to: null, label },
    });
  const [before, after] = [figure('b', 28, 'June 2023'), figure('a', 95, 'January 2025')];
  const cited = (item: EvidenceItem, purpose: 'baseline' | 'follow-up') => ({
    ref: item.ref,
    title: item.title,
    path: item.path,
    purpose,
    source_title: null,
    content: item.content,
    moved: purpose === 'follow-up',
  });
  const rests_on = [cited(before, 'baseline'), cited(after, 'follow-up')];
  const claim = sampleItem('c', sampleStatement('More young carers are known.'), {
    group: priority,
    part: 'difference',
    claim: sampleClaim({ grade: 'measured', headline: true, rests_on }),
  });
  const document = of(before, after, claim);
  const blocks = chapter(document, 'priority-1');
  assert.match(
    words(blocks),
    /Measured: a figure from before and one from after.*known\. From 28 \(June 2023\) to 95 young carers \(January 2025; changed since it was cited\)\./,
  );
  const chart = blocks.find((block) => block.kind === 'chart');
  assert.deepEqual(chart?.kind === 'chart' && chart.points, [
    { label: 'Before: June 2023', value: 28 },
    { label: 'After: January 2025', value: 95 },
  ]);
  assert.match(
    words(chapter(document, 'summary')),
    /Neglect\. More young carers are known\. Measured: from 28 \(June 2023\) to 95 young carers/,
  );
});

const record = (id: string, source_title: string | null, content: EvidenceItem['content'] | null = null) => ({
  ref: `evidence.item/${id}`,
  title: `Record ${id}`,
  path: `/evidence/items/${id}`,
  purpose: 'supports' as const,
  source_title,
  content,
  moved: false,
});
const claimed = (id: string, over: Parameters<typeof sampleClaim>[0], said = `Claim ${id}.`) =>
  sampleItem(id, sampleStatement(said), {
    title: said,
    group: priority,
    part: 'difference',
    topics: ['priority'],
    claim: sampleClaim(over),
  });

test('what a claim rests on is counted by records and sources', () => {
  const claim = (...rests_on: ReturnType<typeof record>[]) =>
    words(chapter(of(claimed('c', { grade: 'single-source', rests_on })), 'priority-1'));
  const figure = sampleMeasure(14.9, 'points of 35', { decimals: 1 });
  assert.match(
    claim(record('a', 'Survey', figure)),
    /It rests on one source: 14\.9 points of 35 \(no period given\)\./,
  );
  assert.match(
    claim(record('a', 'Survey'), record('b', 'Survey')),
    /It rests on two records of one source: “Record a” and “Record b”\./,
  );
  assert.match(
    claim(record('a', 'Survey'), record('b', 'Audit'), record('d', 'Audit')),
    /It rests on three records of two sources: “Record a”; “Record b” and “Record d”\./,
  );
  assert.match(claim(record('a', null)), /It rests on one record with no source given: “Record a”\./);
});

test('a share stands in one bracket with its parts and its period', () => {
  const share = sampleMeasure(75, 'per cent', { numerator: 213, denominator: 284 });
  const cited = { ...record('a', 'Return', share), purpose: 'supports' as const };
  assert.match(
    words(chapter(of(claimed('c', { grade: 'single-source', rests_on: [cited] })), 'priority-1')),
    /It rests on one source: 75% \(213 of 284; no period given\)\./,
  );
});

test('few figures after a list of claims are not taken for claims', () => {
  const figure = (id: string) =>
    sampleItem(id, sampleMeasure(5, 'audits'), {
      title: `Audits ${id}`,
      group: priority,
      part: 'difference',
    });
  assert.match(
    words(chapter(of(claimed('c', {}), figure('a'), figure('b')), 'priority-1')),
    /Claim c\.In figures:Audits a: 5 audits/,
  );
});

test('claims stand by strength, and reach stands apart whatever its grade', () => {
  const document = of(
    claimed('asserted', { grade: 'asserted' }),
    claimed('reach', { about: 'reach', grade: 'single-source', rests_on: [record('r', 'Register')] }),
    claimed('one', { grade: 'single-source', rests_on: [record('s', 'Survey')] }),
  );
  assert.match(
    words(chapter(document, 'priority-1')),
    /From one source:.*Claim one\..*Asserted:.*Claim asserted\..*Reach: how many took part.*Claim reach\./,
  );
});

test('the summary gives each priority its strongest claim of change, its other headlines, and all counts', () => {
  const document = of(
    claimed('reach', { about: 'reach', grade: 'triangulated', rests_on: [record('r', 'Register')] }),
    claimed('headline', { grade: 'asserted', headline: true }),
    claimed('one', { grade: 'single-source', rests_on: [record('s', 'Survey')] }),
    claimed('other', { grade: 'asserted' }),
  );
  const summary = words(chapter(document, 'summary'));
  assert.match(
    summary,
    /Neglect\. Claim one\. From one source\. Claim headline\. Asserted: nothing recorded shows it\. Four claims in all: one shown by several sources, one from one source, two asserted\./,
  );
  assert.match(summary, /one of them tells only how many took part/);
  assert.match(summary, /no claim has a figure from before and one from after/);
  assert.match(summary, /Whether the two asserted claims are true: nothing recorded shows them\./);
  assert.match(summary, /Breakdown of costs \(duty YR23-10, missing\)/);
  assert.doesNotMatch(summary, /Claim other/);
});

test('an asserted claim says that nothing recorded shows it', () => {
  const claim = sampleItem('c', sampleStatement('It helped.'), {
    group: priority,
    part: 'difference',
    claim: sampleClaim(),
  });
  const blocks = chapter(of(claim), 'priority-1');
  assert.match(
    words(blocks),
    /Every claim here is asserted: nothing recorded shows it\..*Asserted: nothing recorded shows this yet\./,
  );
});
