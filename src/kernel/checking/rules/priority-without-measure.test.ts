import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './priority-without-measure.ts';

const words = 'Partners met to agree how they would listen to families and what schools could do. '.repeat(
  14,
);
const report = (text: string) => rule.check(documentFrom(text), []);

test('a priority told at length without one figure is found, under headings of equal height too', () => {
  const [found, ...others] = report(
    `# Annual report\n\n## Priority One: Neglect\n\n${words}\n\n## How do we know we are making a difference?\n\n${words}\n\n## Finance\n\nWe spent £20,000.\n`,
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /“Priority One: Neglect”/);
});

for (const [why, text] of Object.entries({
  'a figure in its own text': `## Priority 1: Neglect\n\n${words}\n\nIn all, 48 children were helped.`,
  'a figure under one of its questions': `## Priority 1: Neglect\n\n${words}\n\n## What difference did it make?\n\n${words} Absence was 7%.`,
  'a table': `## Priority 1: Neglect\n\n${words}\n\n| Year | Plans |\n|---|---|\n| 2024/25 | 48 |`,
  'a chart that a flattened text cannot hold': `## Priority 1: Neglect\n\n${words}\n\nThe chart below shows the number of plans.`,
  'a line that only announces it':
    '## Priority 1: Neglect\n\n## Priority 2: Exploitation\n\nBoth are told of later.',
  'a priority for years to come': `## Priorities for 2026 onwards\n\n### Priority 1: Neglect\n\n${words}`,
  'a heading that names no priority': `## Neglect\n\n${words}`,
})) {
  test(`silent about ${why}`, () => assert.deepEqual(report(`# Annual report\n\n${text}\n`), []));
}

test('figures of the next priority do not answer for this one', () => {
  const text = `# Annual report\n\n## Priority 1: Neglect\n\n${words}\n\n## Priority 2: Exploitation\n\n${words} We helped 48 children.\n`;
  assert.deepEqual(
    report(text).map(({ where }) => /Neglect/.test(where)),
    [true],
  );
});
