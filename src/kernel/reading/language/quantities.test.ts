import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Quantity, quantitiesIn } from './quantities.ts';

/** "125 attendees", with kind, qualifier and whole where they are not the usual ones. */
function told(text: string): string[] {
  return quantitiesIn(text).map(({ kind, value, qualifier, per, outOf, phrase }) =>
    [
      kind,
      qualifier === 'exactly' ? '' : qualifier,
      value,
      per === null ? '' : `per ${per}`,
      outOf === null ? '' : `of ${outOf}`,
      phrase === '' ? '' : `[${phrase}]`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

for (const [text, ...expected] of [
  ['Training reached 125 attendees.', 'count 125 [attendees]'],
  ['In May 2024, 1,204 children were seen.', 'count 1204 [children]'],
  ['12000 leaflets were printed', 'count 12000 [leaflets]'],
  ['Number of rapid reviews: 3', 'count 3 [rapid reviews]'],
  ['Number of reviews of children in care – 4', 'count 4 [reviews of children in care]'],
  ['Seven family hubs are open.', 'count 7 [family hubs]'],
  ['We heard from two hundred and fifty parents.', 'count 250 [parents]'],
  ['A dozen schools joined.', 'count 12 [schools]'],
  ['There was one rapid review.', 'count 1 [rapid review]'],
  ['Thirty-four practitioners came.', 'count 34 [practitioners]'],
  ['22.8% of reception year children recorded as anxious', 'percent 22.8 [of reception year children]'],
  ['95.1 % were well', 'percent 95.1'],
  ['It was 40 per cent of plans, or fifty percent.', 'percent 40 [of plans]', 'percent 50'],
  ['The deficit of £31,172 was paid.', 'money 31172 [deficit]'],
  ['It cost £1.2m, then £3k and £2 million.', 'money 1200000', 'money 3000', 'money 2000000'],
  ['3.1 infant deaths per 1,000 live births', 'rate 3.1 per 1000 [infant deaths per 1,000 live births]'],
  ['a rate of 45.2 per 10,000 children', 'rate 45.2 per 10000 [rate per 10,000 children]'],
  ['Children in care per 10,000: 61', 'rate 61 per 10000 [children in care per 10,000]'],
  ['a mean value of 14.9 out of 35 on the scale', 'mean 14.9 of 35'],
  ['Courses scored 4.5 out of 5', 'mean 4.5 of 5'],
  ['an average of 3.2 sessions', 'mean 3.2 [sessions]'],
  ['12 of 40 schools replied', 'count 12 of 40 [schools]'],
  ['12 out of the 40 schools replied', 'count 12 of 40 [schools]'],
  ['one in five children', 'count 1 of 5 [children]'],
  [
    'About a quarter of pupils and two thirds of parents',
    'percent about 25 [of pupils]',
    'percent about 66.66666666666667 [of parents]',
  ],
  ['just over half remembered it', 'percent about 50'],
  ['Attendance doubled.', 'times 2'],
  ['three times as many referrals', 'times 3'],
  ['a threefold rise', 'times 3'],
  ['around 300 hits per month', 'count about 300 [hits per month]'],
  ['over 10,000 young people took part', 'count more-than 10000 [young people]'],
  ['more than 20 visits', 'count more-than 20 [visits]'],
  ['at least 40 people', 'count at-least 40 [people]'],
  ['fewer than five cases', 'count fewer-than 5 [cases]'],
  ['up to 30 places', 'count up-to 30 [places]'],
  ['nearly 90 staff', 'count about 90 [staff]'],
  ['250+ families', 'count at-least 250 [families]'],
  ['6 or more sessions', 'count at-least 6 [sessions]'],
  ['12 Learning and Development Group meetings', 'count 12 [learning and development group meetings]'],
  ['re-referrals have fallen from 22% to 17%.', 'percent 22 [re-referrals]', 'percent 17 [re-referrals]'],
  ['The number of children in need rose to 2,010.', 'count 2010 [children in need]'],
  [
    'Council £21,000; police £5,500; total £26,500.',
    'money 21000 [council]',
    'money 5500 [police]',
    'money 26500 [total]',
  ],
  ['it went on for over 18 months', 'number 18 [months]'],
  ['The mean score was 13.4.', 'mean 13.4 [mean score]'],
  ['A wait of 14 days', 'number 14 [days]'],
  ['rose by 3 percentage points', 'number 3 [percentage points]'],
  ['2½ hours', 'number 2.5 [hours]'],
  ['children and young people: 17', 'count 17 [children and young people]'],
  ['Identify as left-handed (50.6%)', 'percent 50.6 [identify as left-handed]'],
  ['5 children and young people left', 'count 5 [children and young people]'],
  ['5 children looked after by others', 'count 5 [children looked after]'],
  ['an additional 2,000 11 year olds attending', 'count 2000 [11 year olds]'],
  ['192 one to one sessions were held', 'count 192 [one to one sessions]'],
  ['3.1 Infant mortality rate per 1,000 (22/23)', 'rate 3.1 per 1000 [infant mortality rate per 1,000]'],
] as const) {
  test(`“${text}” gives its quantities`, () => assert.deepEqual(told(text), expected));
}

for (const text of [
  'On 24 May 2025 at 10:30 or 9am, and again on 3rd June.',
  'In 2024/25 and in 2019, during Q2 24/25.',
  'Section 47 and sections 17 and 20; paragraph 3.4, page 12, chapter 5, Article 12.',
  'Year 6 pupils, years 5 and 6, Key Stage 2 and KS4.',
  'Priority 3, Priority Two and Step 4 of Level 2; tiers 1-3.',
  'Children aged 10-19, under 18, under-5s, the over 16s and 16-17 year olds.',
  'A 3-year-old child, aged 8, up to the age of 24, and 0-5 services.',
  'Ring 01904 551550 or 0300 123 4567 and YO1 7DU.',
  'Write to team2@example.org or see https://example.org/12/345.',
  'Open 24/7 after a 999 call, in 1:1 or one to one work at A&E.',
  'The 1st and 22nd, the second and third.',
  'Version 2.1 of the 7 point briefing and a 7-minute briefing.',
  'One of the boards met another one, and no one came.',
  'A third party, half term and every quarter hour; the third sector.',
  'type 1 diabetes and Covid-19',
  'The Four Steps and ‘three houses’, in Case Study 2 and Group 4.',
  '1. The partners met.',
  '3.2 The partners met.',
  'Foreword ..... 3',
  'Working Together 2023 and the Children Act 1989',
  'zero tolerance',
  'Apr 24 – Mar 25 and the class of ’24',
  'Nothing is counted here at all.',
  '',
]) {
  test(`“${text}” holds no quantity`, () => assert.deepEqual(told(text), []));
}

test('offsets hold the number with its unit', () => {
  const raws = (text: string) => quantitiesIn(text).map(({ raw }) => raw);
  assert.deepEqual(
    raws('It was 95.1 % and £1.2m, 14.9 out of 35, 4.2 per 1,000 births, two thirds of all.'),
    ['95.1 %', '£1.2m', '14.9 out of 35', '4.2 per 1,000 births', 'two thirds'],
  );
});

test('decimals are those printed', () => {
  assert.deepEqual(
    quantitiesIn('2.70% and 3% and £4.50').map(({ decimals }) => decimals),
    [2, 0, 2],
  );
});

const sentences = fc.constantFrom(
  ['The service saw ', ' children this year.'],
  ['In 2024/25, ', ' referrals were made.'],
  ['(', ' sessions)'],
  ['There were ', ' visits; others wrote.'],
  ['Since then (and before) some ', ' homes were found.'],
);

test('any count in a sentence is found with its value and exact place', () => {
  const plain = (value: number) => String(value);
  const commas = (value: number) => value.toLocaleString('en-GB');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.boolean(),
      sentences,
      (value, grouped, [before = '', after = '']) => {
        // 1,950 to 2049 without a comma may be a year, and after one of a number 999 a telephone.
        fc.pre(grouped || value < 1900 || value > 2100);
        const raw = grouped ? commas(value) : plain(value);
        const found = quantitiesIn(before + raw + after).filter(({ from }) => from >= before.length);
        assert.equal(found.length, 1);
        const [one] = found as [Quantity];
        assert.deepEqual([one.value, one.from, one.raw, one.kind], [value, before.length, raw, 'count']);
      },
    ),
  );
});

test('365 counts like any number, except as a name and round the year', () => {
  assert.equal(quantitiesIn('The service saw 365 children this year.')[0]?.value, 365);
  for (const text of ['They use Office 365 for it.', 'It is open 24/7/365.', 'It is open 365 days a year.'])
    assert.deepEqual(quantitiesIn(text), [], text);
});

test('any percentage or sum of money is found with its value, decimals and exact place', () => {
  const signs = fc.constantFrom(['', '%', 'percent'], ['', ' per cent', 'percent'], ['£', '', 'money']);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999 }),
      fc.nat(2),
      signs,
      (units, decimals, [front = '', back = '', kind]) => {
        const number = (units / 10 ** decimals).toFixed(decimals);
        const raw = front + number + back;
        const found = quantitiesIn(`In all, ${raw} was left.`);
        assert.deepEqual(
          found.map((one) => [one.kind, one.value, one.decimals, one.raw, one.from]),
          [[kind, Number(number), decimals, raw, 8]],
        );
      },
    ),
  );
});

test('a text without digits or words for numbers holds no quantity', () => {
  const words =
    'the children met partners and agreed plans for safety in families boards chairs Police Health Service often on May March second Team because we will help them per cent of under over about'.split(
      ' ',
    );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words, ',', '.', '(', ')', '–', '’'), { maxLength: 60 }),
      (pieces) => {
        assert.deepEqual(quantitiesIn(pieces.join(' ')), []);
      },
    ),
  );
});

test('what is found lies in the text as printed, in order and apart, whatever the text', () => {
  const piece = fc.constantFrom(
    ...'1 2 12 35 100 1,000 2.5 2024 24 25 / - – . , : ( ) £ % per cent out of in a half third quarter one two hundred dozen times children aged year section mean over st'.split(
      ' ',
    ),
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' '), (pieces, glue) => {
      const text = pieces.join(glue);
      let end = 0;
      for (const { from, to, raw, value } of quantitiesIn(text)) {
        assert.ok(from >= end && to > from && to <= text.length);
        assert.equal(text.slice(from, to), raw);
        assert.ok(Number.isFinite(value));
        end = to;
      }
    }),
  );
});
