import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './judgement-against-findings.ts';

const report = (text: string) => rule.check(documentFrom(`# Scrutiny report\n\n${text}\n`), []);
const gaps =
  'Agencies share what they hold. There are opportunities for the partnership to look at impact. ' +
  'Chronologies are not yet used. Audits could be strengthened.';

test('a judgement over a section that mostly names gaps is asked about', () => {
  const [found, ...others] = report(`## Data and audit\n\n${gaps}\n\nThis is an area of strength.`);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'low');
  assert.equal(found.quote, 'This is an area of strength.');
  assert.match(found.message, /3 gaps.*no strength.*\?$/);
});

test('a judgement given elsewhere is set beside the section it names', () => {
  const text =
    `## Step 4: Quality assurance and data\n\n${gaps}\n\n## Step 5: Learning\n\nReviews are effective.\n\n## Outcome\n\n` +
    'Step 4: Quality assurance and data. This is an area of strength.\n\nStep 5: Learning. This is an area of strength.';
  assert.deepEqual(
    report(text).map(({ quote, message }) => [quote, /Quality assurance/.test(message)]),
    [['This is an area of strength.', true]],
  );
});

for (const [why, text] of Object.entries({
  'strengths outweigh a gap':
    '## Audit\n\nAudits are effective. Plans are strong. Further work is needed. This is an area of strength.',
  'it judges nothing good': `## Audit\n\n${gaps}\n\nThis is an area for improvement.`,
  'the judgement is denied': `## Audit\n\n${gaps}\n\nThis is not an area of strength.`,
  'the gaps stand in another section': `## Audit\n\nAudits are effective.\n\nThis is an area of strength.\n\n## Training\n\n${gaps}`,
})) {
  test(`silent where ${why}`, () => assert.deepEqual(report(text), []));
}
