import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadDocument } from '../../reading/document.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { kindOf } from '../kind-of-document.ts';
import { dutyNotAnswered } from './duty-not-answered.ts';

const filler = Array.from(
  { length: 6 },
  (_, i) => `## Chapter ${'ABCDEF'[i]}\n\nThe group met and spoke about its work.\n`,
).join('\n');
const bare = (overrides: Partial<ReadDocument> = {}) =>
  documentFrom(`# Marlshire Safeguarding Children Partnership Annual Report 2024/25\n\n${filler}`, {
    period: { from_on: '2024-04-01', to_on: '2025-03-31' },
    framework_id: 'WT2023',
    words: 9000,
    ...overrides,
  });
const found = (document: ReadDocument) => dutyNotAnswered.check(document, []);

test('a duty of law that nothing answers stands in the way of sign-off, one of guidance has to be explained', () => {
  const severities = found(bare()).map(({ severity, message }) => [
    /\((YR[\d-]+)\)/.exec(message)?.[1],
    severity,
  ]);
  assert.deepEqual(severities.slice(0, 3), [
    ['YR23-01', 'high'],
    ['YR23-02', 'high'],
    ['YR23-03', 'high'],
  ]);
  const earlier = found(bare({ framework_id: 'WT2018' }));
  assert.equal(earlier.find(({ message }) => message.includes('YR18-07'))?.severity, 'medium');
});

test('one page of a report published page by page leaves nothing out that could stand in the way', () => {
  assert.deepEqual(
    found(bare({ words: 900 })).filter(({ severity }) => severity === 'high'),
    [],
  );
});

test('many duties nobody has confirmed are one question, and never more than that', () => {
  const unconfirmed = found(bare()).filter(({ severity }) => severity === 'low');
  assert.equal(unconfirmed.length, 1);
  assert.match(unconfirmed[0]?.message ?? '', /^Please check whether .*YR23-09.*YR23-10/);
});

test('acts, duties of some areas only and good practice are never asked for', () => {
  const all = found(bare())
    .map(({ message }) => message)
    .join(' ');
  for (const id of ['YR23-15', 'YR23-16', 'YR23-17', 'YR23-18', 'YR23-19']) assert.ok(!all.includes(id), id);
});

const paper = `Report of the Director of Children’s Services\n\n# Annual report of the safeguarding children partnership\n
1.  The committee receives the annual report.\n\n## Legal implications\n\nThere are no legal implications.\n
## Background papers\n\nNone.\n\nWards affected: All\n\nFor further information please contact the author of the report.\n`;
const scrutiny = `# Independent Scrutiny Annual Report 2024-25\n\n${filler}\n\nI have seen the safeguarding children partnership at work.\n`;

test('what is no yearly report is not held to its duties', () => {
  for (const [kind, text] of [
    ['cover-paper', paper],
    ['scrutiny-report', scrutiny],
    ['other', '# Minutes of the training group\n\nThe group met.\n'],
    [
      'other',
      `# Child Death Overview Panel Annual Report 2024-25 for the safeguarding children partnership\n\n${filler}`,
    ],
    ['other', `# Safeguarding Children Partnership Annual Report: children’s version\n\n${filler}`],
  ] as const) {
    const document = documentFrom(text, { framework_id: 'WT2023' });
    assert.equal(kindOf(document), kind, text.slice(0, 60));
    assert.deepEqual(found(document), []);
  }
  assert.equal(kindOf(bare()), 'yearly-report');
});

test('a report composed from records has its own coverage', () => {
  assert.deepEqual(found(recordsDocument([{ kind: 'paragraph', text: 'We met.' }])), []);
});
