import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { emptyComposition, sampleItem, sampleStatement, sampleTable } from '../sample-composition.ts';
import { rule } from './no-cost-breakdown.ts';

const costs = (kind: 'money' | 'count'): EvidenceItem => {
  const table = sampleTable([['Scrutiny', 1, 22000]]);
  const columns = table.columns.map((column, at) => (at === 2 ? { ...column, kind } : column));
  return sampleItem('1', { ...table, columns }, { topics: ['costs'] });
};
const check = (items: EvidenceItem[], framework_id = 'WT2023') => {
  const composition = emptyComposition({ items });
  return rule.check({ ...composition, edition: { ...composition.edition, framework_id } });
};

test('an edition that asks for costs needs a table with amounts', () => {
  const [found] = check([
    sampleItem('2', sampleStatement('The council paid the deficit.'), { topics: ['costs'] }),
  ]);
  assert.match(found?.message ?? '', /^YR23-10 asks for it/);
  assert.equal(check([costs('count')]).length, 1);
  assert.deepEqual(check([costs('money')]), []);
});

test('Working Together 2018 did not ask for it, and 2026 is taken to', () => {
  assert.deepEqual(check([], 'WT2018'), []);
  assert.equal(check([], 'WT2026').length, 1);
});
