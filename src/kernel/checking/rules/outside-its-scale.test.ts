import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '../../evidence/shapes.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './outside-its-scale.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );

const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['Delegates gave the course an average rating of 6.2 out of 5.', 'high', /6\.2 is more than 5/],
  [
    'Confidence was rated on a scale of 1 to 5, with a mean score of 7.4 afterwards.',
    'high',
    /runs from 1 to 5/,
  ],
  ['Pupils had a mean SDQ score of 46.', 'high', /runs from 0 to 40/],
  ['The mean WEMWBS score was 12.1.', 'high', /runs from 14 to 70/],
  [
    'The mean SWEMWBS score of our pupils was 14.2 out of 35.',
    'medium',
    /unusually low for a whole group.*Could it be another scoring/,
  ],
  ['The average SWEMWBS score was 45 out of 70.', 'low', /Was it scored in another way/],
];
for (const [text, severity, message] of wrong)
  test(`outside: ${text}`, () => {
    const [found, ...others] = check(text);
    assert.deepEqual(others, []);
    assert.equal(found?.severity, severity);
    assert.match(found.message, message);
  });

for (const text of [
  'Delegates gave the course an average rating of 4.6 out of 5.',
  'Confidence was rated on a scale of 1 to 10, with a mean score of 7.4 afterwards.',
  'The mean SWEMWBS score of our pupils was 23.1 out of 35.',
  'Pupils had a mean SDQ score of 11.4.',
  'SDQs were returned for 92 children in care.',
  'The SDQ was completed for 84% of children, with an average score of 14.1.',
  'The SWEMWBS was answered by 1,204 pupils.',
  'One young person scored 9 on the SWEMWBS and was offered help.',
  'The mean SWEMWBS score improved by 3.2 after the course.',
  'The group is for children aged from 5 to 11, and 14 came.',
  'The rating scale of 1 to 5 was used by 45 teams.',
  'Sessions ran on 12 of 10 planned days.',
])
  test(`silence: ${text}`, () => silent(text));

const table = (...rows: string[]) => {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replaceAll(/[^|]+/g, '---'), ...body].join('\n');
};

test('a column whose label gives its scale is held to it', () => {
  const found = check(table('Course | Mean score (1-5)', 'One | 4.2', 'Two | 5.4'));
  assert.equal(found.length, 1);
  assert.match(found[0]?.message ?? '', /runs from 1 to 5, and 5\.4 \(Two\)/);
  silent(table('Course | Pupils (5-11)', 'One | 24', 'Two | 30'));
  silent(table('Course | Mean score (1-5)', 'One | 4.2', 'Two | 4.4'));
});

test('a record’s value is held to its own scale', () => {
  const measured = (value: number) =>
    rule.check(
      recordsDocument([
        {
          kind: 'paragraph',
          text: `Wellbeing of pupils: ${value}`,
          known: {
            measure: {
              shape: 'measure',
              value,
              unit: 'points',
              decimals: 1,
              qualifier: 'exactly',
              numerator: null,
              denominator: null,
              basis: 'snapshot',
              minimum: 7,
              maximum: 35,
              comparator: null,
              note: null,
            } satisfies Measure,
          },
        },
      ]),
      [],
    );
  assert.equal(measured(35).length, 0);
  assert.match(measured(41)[0]?.message ?? '', /runs from 7 to 35, and 41\.0 lies outside/);
});
