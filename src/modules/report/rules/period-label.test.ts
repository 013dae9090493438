import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingsOfLabel } from './period-label.ts';

const days = (label: string) => readingsOfLabel(label).map(({ from, to }) => `${from} ${to}`);

for (const [label, expected] of [
  ['2023/24', ['2023-04-01 2024-03-31', '2023-09-01 2024-08-31']],
  ['22-23', ['2022-04-01 2023-03-31', '2022-09-01 2023-08-31']],
  ['Q2 24/25', ['2024-07-01 2024-09-30']],
  ['Q4 2024/25', ['2025-01-01 2025-03-31']],
  ['academic year 2024/25', ['2024-09-01 2025-08-31']],
  ['21-23', ['2021-01-01 2023-12-31']],
  ['Census 2021', ['2021-01-01 2021-12-31']],
  ['mid 2023 estimate', ['2023-06-30 2023-06-30']],
  ['June 2023', ['2023-06-01 2023-06-30']],
  ['May to September 2024', ['2024-05-01 2024-09-30']],
  ['April 2024 to March 2025', ['2024-04-01 2025-03-31']],
] as const) {
  test(`“${label}” is read`, () => assert.deepEqual(days(label), expected));
}

for (const label of [
  'Autumn 2024',
  'since April 2024',
  'this year',
  'Quarter 2',
  'before 2020',
  '24-12',
  '2024-25 plan of May',
]) {
  test(`“${label}” is left unread`, () => assert.deepEqual(days(label), []));
}
