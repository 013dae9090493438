import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem, Period } from '../../../kernel/evidence/evidence.ts';
import {
  emptyComposition,
  sampleClaim,
  sampleItem,
  sampleMeasure,
  sampleStatement,
} from '../sample-composition.ts';
import { rule } from './outside-the-period.ts';

const period = (from: string | null, to: string | null, label: string | null = null): Period => ({
  from,
  to,
  label,
});
const check = (...items: EvidenceItem[]) => rule.check(emptyComposition({ items }));
const measured = (when: Period, over: Partial<EvidenceItem> = {}) =>
  sampleItem('1', sampleMeasure(9, 'children'), { period: when, ...over });

test('a figure from within the year is not found, on its first and last day too', () => {
  assert.deepEqual(check(measured(period('2024-04-01', '2025-03-31'))), []);
  assert.deepEqual(check(measured(period('2025-03-31', '2025-03-31'))), []);
});

test('wholly and partly outside are told apart', () => {
  assert.match(check(measured(period('2023-06-01', '2023-06-30')))[0]?.message ?? '', /wholly before/);
  assert.match(
    check(measured(period('2024-03-01', '2025-03-31')))[0]?.message ?? '',
    /at least part of that lies before/,
  );
  assert.match(check(measured(period('2025-04-01', '2025-06-30')))[0]?.message ?? '', /wholly after/);
});

test('a day is read where no period is given, and nothing at all is a low finding', () => {
  assert.equal(check(measured(period(null, null), { as_of: '2023-12-31' }))[0]?.severity, 'medium');
  assert.equal(check(measured(period(null, null)))[0]?.severity, 'low');
  assert.deepEqual(check(sampleItem('1', sampleStatement('Held.'), { period: period(null, null) })), []);
});

test('a label that may mean a financial or a school year only counts where both lie outside', () => {
  assert.deepEqual(check(measured(period(null, null, '24/25'))), []);
  assert.match(check(measured(period(null, null, '23/24')))[0]?.message ?? '', /at least part/);
  assert.match(check(measured(period(null, null, '2022-23')))[0]?.message ?? '', /wholly before/);
});

test('a baseline that a claim cites may be older', () => {
  const baseline = measured(period('2023-06-01', '2023-06-30'));
  const cited = {
    ref: baseline.ref,
    title: baseline.title,
    path: baseline.path,
    purpose: 'baseline' as const,
    source_title: null,
    content: baseline.content,
    moved: false,
  };
  const claim = sampleItem('2', sampleStatement('It grew.'), { claim: sampleClaim({ rests_on: [cited] }) });
  assert.deepEqual(check(baseline, claim), []);
  const after = sampleItem('2', sampleStatement('It grew.'), {
    claim: sampleClaim({ rests_on: [{ ...cited, purpose: 'follow-up' }] }),
  });
  assert.equal(check(baseline, after).length, 1);
});

test('scrutiny within six months of the year’s end belongs to it, and later does not', () => {
  const scrutiny = (on: string) =>
    sampleItem('1', sampleStatement('Found.'), {
      topics: ['scrutiny'],
      period: period(null, null),
      as_of: on,
    });
  assert.deepEqual(check(scrutiny('2025-09-30')), []);
  assert.equal(check(scrutiny('2025-10-01')).length, 1);
});

test('next steps lie ahead and national context lies behind', () => {
  const when = period('2025-04-01', '2026-03-31');
  assert.deepEqual(check(sampleItem('1', sampleStatement('Go on.'), { part: 'next', period: when })), []);
  const before = period('2023-12-15', '2023-12-15');
  assert.deepEqual(
    check(sampleItem('1', sampleStatement('Published.'), { topics: ['reforms'], period: before })),
    [],
  );
});

test('figures about the area are one finding for each period', () => {
  const census = period('2021-01-01', '2021-12-31', '2021 Census');
  const figures = ['1', '2', '3'].map((id) =>
    sampleItem(id, sampleMeasure(50, 'per cent'), { topics: ['area'], period: census }),
  );
  const [found, ...others] = check(...figures);
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /^3 figures about the area/);
});
