// What the report's rules and duties say about Fernshire's facts, without a database (lay-out.ts). The clean years raise
// nothing and the clean report answers every duty; the draft raises exactly what was planted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportFinding } from '../../src/modules/report/composition.ts';
import { reportCoverage } from '../../src/modules/report/coverage.ts';
import { findReportFindings } from '../../src/modules/report/rules/index.ts';
import { planted } from './index.ts';
import { layOut } from './lay-out.ts';

for (const label of ['2021-22', '2022-23', '2023-24']) {
  test(`the facts of ${label} raise no finding`, () => {
    const found = findReportFindings(layOut(label));
    assert.deepEqual(found, [], shown(found));
  });
}

test('the draft on 2024-25 raises each planted finding and nothing else', () => {
  const found = findReportFindings(layOut('2024-25'));
  const left = [...found];
  for (const { rule, severity, about } of planted) {
    const at = left.findIndex(
      (each) =>
        each.rule === rule && each.severity === severity && `${each.where} ${each.quote}`.includes(about),
    );
    assert.ok(at >= 0, `not found: ${rule} ${severity} “${about}”. ${shown(found)}`);
    left.splice(at, 1);
  }
  assert.deepEqual(left, []);
});

test('the clean reports answer every duty of their edition', () => {
  for (const label of ['2021-22', '2023-24']) {
    const open = reportCoverage(layOut(label)).filter(
      ({ status }) => status !== 'met' && status !== 'not-applicable',
    );
    assert.deepEqual(open, [], label);
  }
});

test('every content duty of the clean report that is judged met has evidence linked', () => {
  const bare = reportCoverage(layOut('2023-24')).filter(
    ({ id, evidence }) => id <= 'YR23-14' && evidence.length === 0,
  );
  assert.deepEqual(bare, []);
});

test('the draft misses its breakdown of costs', () => {
  const costs = reportCoverage(layOut('2024-25')).find(({ id }) => id === 'YR23-10');
  assert.equal(costs?.status, 'missing');
});

function shown(found: ReportFinding[]): string {
  return found
    .map(({ rule, severity, where, quote }) => `\n${rule} (${severity}) ${where}: ${quote}`)
    .join('');
}
