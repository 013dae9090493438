import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './status-contradicts.ts';

const report = (one: string, other: string) =>
  rule.check(documentFrom(`# Annual report\n\n## What we did\n\n${one}\n\n## Schools\n\n${other}\n`), []);

test('held already and still being established', () => {
  const [found] = report(
    'In January 2025 the first kinship school network meeting was held for carers.',
    'The Kinship Carers School Network is currently being established.',
  );
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /still being established here.*What we did.*line 5.*\?$/);
});

test('continued and newly set up', () => {
  const [found] = report(
    'The partnership continued with its multi-agency task and finish sub-group, which looks at attendance.',
    'A multi-agency Attendance Task & Finish group has been set up.',
  );
  assert.match(found?.message ?? '', /newly set up/);
});

for (const [one, other] of [
  [
    'The neglect task and finish group continued to meet.',
    'A multi-agency Attendance Task & Finish group has been set up.',
  ],
  [
    'The first meeting of the new attendance steering group was held.',
    'A new attendance steering group has been set up.',
  ],
  ['The group continued to meet.', 'A group has been set up.'],
  ['A new clinic is being established.', 'The training was held in May.'],
  [
    'The attendance steering group is well established.',
    'The attendance steering group has been established since 2019.',
  ],
] as const) {
  test(`silent: “${one}” and “${other}”`, () => assert.deepEqual(report(one, other), []));
}
