import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './comparative-without-comparator.ts';

const report = (text: string) =>
  rule.check(documentFrom(`# Annual report\n\n## What we did\n\n${text}\n`), []);

test('a change without a figure is found, and its exact words are quoted', () => {
  const [found, ...others] = report('The number of referrals has significantly reduced this year.');
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.equal(found.quote, 'The number of referrals has significantly reduced this year.');
  assert.match(found.message, /“significantly” and “reduced”/);
  assert.equal(found.line, 5);
});

for (const [words, about] of [
  ['We saw the highest number of alerts to date.', /series of years/],
  ['Our rate of absence is in line with the national average.', /both figures/],
  ['Our rate of absence is consistent with the national trend of 0.5%.', /both figures/],
  ['Fewer children wait for an assessment.', /compared with what/],
  ['Attendance at peer support doubled this year.', /from what, to what/],
] as const) {
  test(`found: “${words}”`, () => assert.match(report(words)[0]?.message ?? '', about));
}

for (const words of [
  'Referrals rose from 28 in June 2023 to 95 in January 2025.',
  'Referrals have increased. In June 2023 there were 28, and by January 2025 this was 95.',
  'In June 2023 there were 28 referrals compared with 95 in January 2025. This is a significant increase.',
  'The website had 2,892 hits per month (this has increased by approximately 300).',
  'We will reduce the number of children who wait.',
  'The training aims to improve attendance so that more children are safe.',
  'More than 200 people came, and you can find out more on our website.',
  'The improvement plan was agreed by the Violence Reduction Unit.',
  'Inspectors found that the quality of plans has improved.',
  'An evaluation showed that attendance had improved.',
  'Our rate of absence is 4.2%, below the national average of 4.9%.',
  'The procedures are in line with national guidance and regional arrangements.',
  'Child protection is one of the highest risks to public agencies.',
  'In an increasingly complex world, partners are building stronger links.',
  'The chart below shows that referrals have fallen.',
  'Increase the percentage of interviews that are held in time.',
]) {
  test(`silent: “${words}”`, () => assert.deepEqual(report(words), []));
}

test('figures in the same list or in a table directly below are near enough', () => {
  assert.deepEqual(report('- Referrals fell.\n- There were 40 referrals in 2023/24 and 28 in 2024/25.'), []);
  assert.deepEqual(
    report('Attendance has increased.\n\n| Year | People |\n|---|---|\n| 2023/24 | 40 |\n| 2024/25 | 58 |'),
    [],
  );
});

test('several comparisons in one paragraph are one finding', () => {
  assert.equal(report('Referrals have increased. Assessments have improved. Absence has fallen.').length, 1);
});

test('stories, quotations, aims and the words of others are not the partnership’s claims', () => {
  const parts = (['case-study', 'quotation'] as const).map((voice) => ({
    kind: 'paragraph' as const,
    text: 'My attendance has improved.',
    voice,
  }));
  const meant = (['aim', 'others'] as const).map((stance) => ({
    kind: 'paragraph' as const,
    text: 'Attendance has improved.',
    stance,
  }));
  assert.deepEqual(rule.check(recordsDocument([...parts, ...meant]), []), []);
});

test('a claim on record has to cite what it compares; a headline about children is high', () => {
  const claimed = (claim: { headline: boolean; compared: boolean; reach: boolean }) =>
    rule.check(
      recordsDocument([{ kind: 'paragraph', text: 'Absence fell from 9% to 7%.', known: { claim } }]),
      [],
    );
  assert.deepEqual(claimed({ headline: true, compared: true, reach: false }), []);
  assert.equal(claimed({ headline: true, compared: false, reach: false })[0]?.severity, 'high');
  assert.equal(claimed({ headline: true, compared: false, reach: true })[0]?.severity, 'medium');
  assert.equal(claimed({ headline: false, compared: false, reach: false })[0]?.severity, 'medium');
});

test('a comparing word within a known name compares nothing', () => {
  const names = [
    { ref: 'plan.strategy/1' as const, kind: 'strategy' as const, name: 'less waiting', others: [] },
  ];
  const text = 'The plan called less waiting was launched for children.';
  assert.deepEqual(rule.check(recordsDocument([{ kind: 'paragraph', text }], { names }), []), []);
});

test('one of several possibilities is no claim', () => {
  assert.deepEqual(
    report('This affects services, whether for school places, early years or an increase in families.'),
    [],
  );
});

test('an opening that announces figures below is shown by them', () => {
  const opening = 'There has been a decline in the rate of referrals. Below is a summary of what we found.';
  const figures = '- The rate of referrals was 253.9 per 10,000, and 459.9 three years before.';
  assert.deepEqual(report(`${opening}\n\n${figures}`), []);
  assert.equal(report(`${opening}\n\n- Referrals come from many agencies.`).length, 1);
});

test('how dear life has become, and what a list of aims wants improved, is no claim', () => {
  assert.deepEqual(report('The rising cost of living made the winter hard for many families.'), []);
  assert.deepEqual(
    report(
      '### What are we trying to achieve?\n\n#### Voice of the child\n\n1. Improved opportunities for children to take part',
    ),
    [],
  );
});
