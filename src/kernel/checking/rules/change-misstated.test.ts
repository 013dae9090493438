import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './change-misstated.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );

const wrong: readonly (readonly [string, RegExp])[] = [
  ['The number of young carers increased from 95 to 28.', /say “increased”, and the figures go down/],
  ['Waiting times fell from 10 weeks in June to 14 weeks in March.', /say “fell”, and the figures go up/],
  ['Referrals saw a reduction in number from 210 to 260.', /say “reduction”/],
  ['Contacts rose by 12% from 200 to 250.', /25% apart, and the text says 12%/],
  ['Contacts rose from 200 to 250, an increase of 12%.', /25% apart/],
  ['Contacts rose from 200 to 250 (+12%).', /25% apart/],
  ['Visits rose from 40 to 52, a rise of 15.', /12 apart, and the text says 15/],
  ['Spending fell from £40,000 to £30,000, a reduction of £12,000.', /£10,000 apart/],
  ['The number of volunteers doubled from 12 to 19.', /1\.6 times as many, and the text says “doubled”/],
  ['Exclusions halved from 40 to 35.', /0\.9 times/],
  ['The number rose by 339% from 28 to 95.', /239% apart/],
];
for (const [text, message] of wrong)
  test(`contradicts itself: ${text}`, () => {
    const found = check(text);
    assert.equal(found.length, 1);
    assert.match(found[0]?.message ?? '', message);
  });

for (const text of [
  'The number of young carers increased from 28 to 95.',
  'In June 2023, 28 young carers were known; by January 2025 this had increased to 95.',
  'Contacts rose by 25% from 200 to 250.',
  'Contacts rose from 200 to 250 (25%).',
  'Contacts rose from 200 to 267, an increase of 33%.',
  'The share seen in time rose from 40% to 50%, an increase of 10 percentage points.',
  'The share seen in time rose from 40% to 50%, an increase of 10%.',
  'The share seen in time rose from 40% to 50%, an increase of 25%.',
  'The rate fell from 3.1 per 1,000 to 2.9 per 1,000.',
  'Spending rose from £1.2 million to £1.3 million, an increase of 8%.',
  'The number of volunteers doubled from 12 to 25.',
  'Volunteers more than doubled, from 12 to 29.',
  'The programme was reduced for pupils aged from 5 to 11.',
  'Fewer children, from 5 to 16 years old, were excluded.',
  'The team grew in 2024 and works from 9 to 5.',
  'The scheme was extended from 12 schools to 8 more.',
  'Attendance increased and the team moved from 3 sites to 2.',
  'Absence has not increased, from 40 to 38.',
  'We reviewed the standards from 1 to 6 and reduced the form to 2 pages.',
  'Costs fell from about £10,000 to £8,000, a fall of about 20%.',
])
  test(`silence: ${text}`, () => silent(text));

test('a change worked out from any two counts is left alone, and one far off is found', () => {
  const count = fc.integer({ min: 2, max: 5000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 1 }), (before, after, decimals) => {
      fc.pre(before !== after);
      const [verb, noun] = after > before ? ['rose', 'an increase'] : ['fell', 'a decrease'];
      const size = (100 * Math.abs(after - before)) / before;
      const text = (change: number) =>
        `Contacts ${verb} from ${before.toLocaleString('en-GB')} to ${after.toLocaleString('en-GB')}, ${noun} of ${change.toFixed(decimals)}%.`;
      silent(text(size));
      assert.equal(check(text(size + 5)).length, 1);
    }),
    { numRuns: 150 },
  );
});

const table = (...rows: string[]) => {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replaceAll(/[^|]+/g, '---'), ...body].join('\n');
};

test('a column of change follows from the two years beside it, and the row that does not is found', () => {
  const rows = [
    'Team | 2023/24 | 2024/25 | Change',
    'A | 40 | 50 | 10',
    'B | 60 | 45 | -15',
    'C | 20 | 22 | 2',
  ];
  silent(table(...rows));
  assert.equal(check(table(...rows.with(2, 'B | 60 | 45 | 15'))).length, 0);
  assert.match(
    check(table(...rows.with(2, 'B | 60 | 45 | -25')))[0]?.message ?? '',
    /a change of -15, and “Change” says -25/,
  );
  const shares = [
    'Team | 2023/24 | 2024/25 | % change',
    'A | 40 | 50 | 25%',
    'B | 60 | 45 | -25%',
    'C | 20 | 22 | 10%',
  ];
  silent(table(...shares));
  assert.equal(check(table(...shares.with(3, 'C | 20 | 22 | 12%'))).length, 1);
});

test('a column called change that follows from nothing printed is left alone', () => {
  silent(table('Team | Staff | Visits | Change', 'A | 4 | 50 | 3', 'B | 6 | 45 | -9', 'C | 2 | 22 | 7'));
});
