import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import type { Measure } from '../../evidence/shapes.ts';
import { rule } from './percentage-recomputed.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );

for (const text of [
  'In the audit, 45 of 120 plans (36%) named the father.',
  '12 out of the 40 schools (25%) sent a return.',
  'A visit was made in time for 70% (45 of 120) of the children.',
  'On time were 45 (30%) of 120 visits.',
  'A plan was in place for 36% of children (45/120).',
])
  test(`a percentage its own numbers contradict: ${text}`, () => {
    const [found] = check(text);
    assert.equal(found?.severity, 'high');
    assert.match(found.message, / of \d+ is [\d.]+%, and the text says/);
  });

for (const text of [
  'In the audit, 45 of 120 plans (37.5%) named the father.',
  'In the audit, 45 of 120 plans (38%) named the father.',
  'In the audit, 46 of 120 plans (about 40%) named the father.',
  'Over 30% (45 of 120) were seen in time.',
  'Nearly 40% (47 of 120) were seen in time.',
  '6% said that they had moved house (23/24).',
  'The review (3/10) led to change in 45% of teams.',
  'Step 2 of 6 (45%) is under way.',
  'The 45 schools of the city, 12% of them new, sent returns of 3 kinds.',
  '5 of the 7 partners replied, and 30% of their staff were trained.',
  'Attendance was 91% in primary schools (12 of which are in the north of 3 areas).',
])
  test(`silence: ${text}`, () => silent(text));

test('a percentage cut off instead of rounded is only tidied', () => {
  assert.equal(check('We audited 47 of 120 plans (39.1%) named the father.').length, 1);
  assert.equal(check('In all, 47 of 120 plans (39.1%) named the father.')[0]?.severity, 'low');
});

test('any share worked out and rounded is left alone, and one a whole point off is found', () => {
  const counts = fc.integer({ min: 1, max: 5000 }).chain((whole) =>
    fc.record({
      whole: fc.constant(whole),
      part: fc.integer({ min: 0, max: whole }),
      decimals: fc.integer({ min: 0, max: 2 }),
    }),
  );
  fc.assert(
    fc.property(counts, ({ whole, part, decimals }) => {
      const share = (100 * part) / whole;
      const text = (printed: number) =>
        `In the audit, ${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')} plans (${printed.toFixed(decimals)}%) were good.`;
      silent(text(share));
      assert.equal(check(text(share + 2)).length, 1);
    }),
    { numRuns: 150 },
  );
});

const table = (...rows: string[]) => {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replaceAll(/[^|]+/g, '---'), ...body].join('\n');
};

test('in a table, the row that breaks what the other rows follow is found', () => {
  const rows = [
    'Visit | Due | On time | % on time',
    'First | 200 | 150 | 75%',
    'Second | 180 | 150 | 83%',
    'Third | 90 | 45 | 50%',
  ];
  silent(table(...rows));
  const [found, ...others] = check(table(...rows.with(2, 'Second | 180 | 150 | 93%')));
  assert.deepEqual(others, []);
  assert.match(
    found?.message ?? '',
    /“On time” of “Due”\. In the row “Second” that would be 83%, and it says 93%/,
  );
});

test('the share of two columns together is recognised too', () => {
  silent(
    table(
      'Course | Came | Missed | Missed rate %',
      'A | 90 | 10 | 10%',
      'B | 45 | 5 | 10%',
      'C | 30 | 10 | 25%',
    ),
  );
});

test('a rate per 1,000 is worked out with its own base', () => {
  const rows = [
    'Area | Children | Referrals | Rate per 1,000',
    'N | 2000 | 50 | 25.0',
    'S | 4000 | 90 | 22.5',
    'E | 1000 | 31 | 31.0',
  ];
  silent(table(...rows));
  assert.equal(check(table(...rows.with(2, 'S | 4000 | 90 | 32.5'))).length, 1);
});

test('percentages that follow from no column of the table are left alone', () => {
  silent(table('School | Pupils | Attendance', 'A | 200 | 91%', 'B | 180 | 94%', 'C | 90 | 88%'));
});

const measured = (over: Partial<Measure>) =>
  rule.check(
    recordsDocument([
      {
        kind: 'paragraph',
        text: 'Seen in time: 50%',
        known: {
          measure: {
            shape: 'measure',
            value: 50,
            unit: 'per cent',
            decimals: 0,
            qualifier: 'exactly',
            numerator: 20,
            denominator: 40,
            basis: 'flow',
            minimum: null,
            maximum: null,
            comparator: null,
            note: null,
            ...over,
          },
        },
      },
    ]),
    [],
  );

test('a record’s percentage and rate are worked out from its numerator and denominator', () => {
  assert.equal(measured({}).length, 0);
  assert.match(measured({ numerator: 26 })[0]?.message ?? '', /26 of 40 is 65\.0%/);
  assert.equal(
    measured({ unit: 'per 1,000 births', value: 2.5, decimals: 1, numerator: 5, denominator: 2000 }).length,
    0,
  );
  assert.equal(
    measured({ unit: 'per 1,000 births', value: 3.5, decimals: 1, numerator: 5, denominator: 2000 }).length,
    1,
  );
  assert.match(measured({ denominator: 0 })[0]?.message ?? '', /whole is given as 0/);
  assert.equal(measured({ qualifier: 'more-than', numerator: 26 }).length, 0);
});
