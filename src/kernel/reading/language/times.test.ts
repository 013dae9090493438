import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber } from '../../calendar/day.ts';
import { timesIn, yearsOfTitles } from './times.ts';

function told(text: string): string[] {
  return timesIn(text).map(({ kind, from_on, to_on, raw }) => `${kind} ${from_on} ${to_on} ${raw}`);
}

for (const [text, expected] of [
  ['Launched on 1st April 2024.', ['day 2024-04-01 2024-04-01 1st April 2024']],
  ['Launched on 1 April, 2024.', ['day 2024-04-01 2024-04-01 1 April, 2024']],
  ['Launched on the 3rd of May 2024.', ['day 2024-05-03 2024-05-03 3rd of May 2024']],
  ['Launched on April 2, 2024.', ['day 2024-04-02 2024-04-02 April 2, 2024']],
  ['Launched on Sept 9 2024.', ['day 2024-09-09 2024-09-09 Sept 9 2024']],
  ['Held on 24/02/2025.', ['day 2025-02-24 2025-02-24 24/02/2025']],
  ['Held on 4/2/25.', ['day 2025-02-04 2025-02-04 4/2/25']],
  ['Held on 24.02.2025.', ['day 2025-02-24 2025-02-24 24.02.2025']],
  ['Updated 2025-02-24.', ['day 2025-02-24 2025-02-24 2025-02-24']],
  ['up to the 31^{st of} March 2024,', ['day 2024-03-31 2024-03-31 31^{st of} March 2024']],
  ['as at 31 March 2025', ['day 2025-03-31 2025-03-31 31 March 2025']],
  ['Agreed on Monday 6-Jan-2025', ['day 2025-01-06 2025-01-06 6-Jan-2025']],
  ['Agreed in March 2025.', ['month 2025-03-01 2025-03-31 March 2025']],
  ['Agreed in Feb. 2024.', ['month 2024-02-01 2024-02-29 Feb. 2024']],
  ['Mar-25', ['month 2025-03-01 2025-03-31 Mar-25']],
  ['by 03/2025', ['month 2025-03-01 2025-03-31 03/2025']],
  ['smoking at delivery (Q2 24/25)', ['quarter 2024-07-01 2024-09-30 Q2 24/25']],
  ['in quarter 4 of 2024/25', ['quarter 2025-01-01 2025-03-31 quarter 4 of 2024/25']],
  ['in the first quarter of 2024-25', ['quarter 2024-04-01 2024-06-30 first quarter of 2024-25']],
  ['for Q1 to Q3 2024/25', ['range 2024-04-01 2024-12-31 Q1 to Q3 2024/25']],
  ['2024/25 Q3', ['quarter 2024-10-01 2024-12-31 2024/25 Q3']],
  ['Q2 (2024/25)', ['quarter 2024-07-01 2024-09-30 Q2 (2024/25)']],
  ['in Q2 2024', ['quarter 2024-04-01 2024-09-30 Q2 2024']],
  ['launched in Autumn 2024', ['season 2024-09-01 2024-12-20 Autumn 2024']],
  ['in the summer term 2025', ['season 2025-04-01 2025-07-31 summer term 2025']],
  ['spring term 2024/25', ['season 2025-01-01 2025-04-30 spring term 2024/25']],
  ['Since 2023, we have', ['year 2023-01-01 2023-12-31 2023']],
  ['during 2025 they', ['year 2025-01-01 2025-12-31 2025']],
  ['The 2024 survey', ['year 2024-01-01 2024-12-31 2024']],
  ['(2021 Census)', ['year 2021-01-01 2021-12-31 2021 Census']],
  ['the Census 2021', ['year 2021-01-01 2021-12-31 Census 2021']],
  ['During 2024/25, 621 people', ['reporting-year 2024-04-01 2025-03-31 2024/25']],
  ['During 2024-2025 we', ['reporting-year 2024-04-01 2025-03-31 2024-2025']],
  ['Report 2024 – 2025', ['reporting-year 2024-04-01 2025-03-31 2024 – 2025']],
  ['Report 2024 to 2025', ['reporting-year 2024-04-01 2025-03-31 2024 to 2025']],
  ['(23/24)', ['reporting-year 2023-04-01 2024-03-31 23/24']],
  ['per 1,000 (22-23)', ['reporting-year 2022-04-01 2023-03-31 22-23']],
  ['per 1,000 (21-23)', ['range 2021-01-01 2023-12-31 21-23']],
  ['(aged under 18) (22/23)', ['reporting-year 2022-04-01 2023-03-31 22/23']],
  ['Sessions 23/24', ['reporting-year 2023-04-01 2024-03-31 23/24']],
  ['the financial year 2024/25', ['reporting-year 2024-04-01 2025-03-31 financial year 2024/25']],
  ['the academic year 2023/24', ['academic-year 2023-09-01 2024-08-31 academic year 2023/24']],
  ['the 2023-24 school year', ['academic-year 2023-09-01 2024-08-31 2023-24 school year']],
  ['population (mid-2023 estimate)', ['day 2023-06-30 2023-06-30 mid-2023']],
  ['fragile in mid-2022, and', ['range 2022-05-01 2022-08-31 mid-2022']],
  ['by late 2022', ['range 2022-09-01 2022-12-31 late 2022']],
  [
    'from 1st April 2024 to 31st March 2025',
    ['range 2024-04-01 2025-03-31 1st April 2024 to 31st March 2025'],
  ],
  ['1 April – 31 March 2025', ['range 2024-04-01 2025-03-31 1 April – 31 March 2025']],
  ['1 April 2024 to 31 March', ['range 2024-04-01 2025-03-31 1 April 2024 to 31 March']],
  ['between January and March 2025', ['range 2025-01-01 2025-03-31 January and March 2025']],
  ['September to February 2025', ['range 2024-09-01 2025-02-28 September to February 2025']],
  ['3-7 March 2025', ['range 2025-03-03 2025-03-07 3-7 March 2025']],
  ['Monday 3 to Friday 7 March 2025', ['range 2025-03-03 2025-03-07 3 to Friday 7 March 2025']],
  ['24/02/2025 to 07/03/2025', ['range 2025-02-24 2025-03-07 24/02/2025 to 07/03/2025']],
  ['from 2021 to 2024', ['range 2021-01-01 2024-12-31 2021 to 2024']],
  ['carried out between 2021/2024.', ['range 2021-01-01 2024-12-31 2021/2024']],
  ['2022/23 to 2024/25', ['range 2022-04-01 2025-03-31 2022/23 to 2024/25']],
  ['in the year ending 31 March 2025', ['range 2024-04-01 2025-03-31 year ending 31 March 2025']],
  ['in the 12 months to September 2024', ['range 2023-10-01 2024-09-30 12 months to September 2024']],
  [
    'in March 2024 and May 2024',
    ['month 2024-03-01 2024-03-31 March 2024', 'month 2024-05-01 2024-05-31 May 2024'],
  ],
  [
    'in 2022/23 and 2023/24',
    ['reporting-year 2022-04-01 2023-03-31 2022/23', 'reporting-year 2023-04-01 2024-03-31 2023/24'],
  ],
  ['As at 30.09.24', ['day 2024-09-30 2024-09-30 30.09.24']],
  ['Apr 24 – Mar 25', ['range 2024-04-01 2025-03-31 Apr 24 – Mar 25']],
  ['joined in Sept 24.', ['month 2024-09-01 2024-09-30 Sept 24']],
  ['in the 1990s', ['range 1990-01-01 1999-12-31 1990s']],
  ['winter 2024/25', ['season 2024-12-01 2025-03-20 winter 2024/25']],
] as const) {
  test(`“${text}” says when`, () => assert.deepEqual(told(text), expected));
}

for (const text of [
  'We are open 24/7 on 0300 123 2024.',
  'Young people (16/17 year olds) and those aged 18-19 came.',
  'Carers (18-25) and 23/24 year olds.',
  'See page 2024 and section 2019.',
  'It cost £2,024 and reached 2,025 people.',
  'More than 2000 children took part; 2015 pupils replied.',
  'About 1999 of them, in a ratio of 2:1.',
  'They may march in the spring and fall in august company.',
  'Pupils in year 10/11 and year 6.',
  'Nothing was held on 30/02/2024.',
  'Read https://example.org/2024/05/report-2023 for more.',
  'It stood at 20.23 and 2023.5 units.',
  'The 21st October session.',
  'Nobody came.',
  '',
]) {
  test(`“${text}” names no day or period`, () => assert.deepEqual(told(text), []));
}

for (const [text, raw] of [
  ['under the Children Act 2004', '2004'],
  ['the Children and Social Work Act, 2017) as', '2017'],
  ['under the 2017 Children and Social Work Act', '2017'],
  ['Working Together 2023 says', '2023'],
  ['Working Together to Safeguard Children (2018) requires', '2018'],
  ['Keeping Children Safe in Education (2024)', '2024'],
  ['KCSIE 2024 asks', '2024'],
  ['our Early Help Plan 2024-2027', '2024-2027'],
  ['the Voice Strategy 2025–28', '2025–28'],
  ['the 2024-2027 early help strategy', '2024-2027'],
  ['thresholds are well understood (Ofsted, 2025).', '2025'],
  ['by Smith, J (2019); a university', '2019'],
  ['The Strategy: Happy homes, Made for All (2023) and', '2023'],
] as const) {
  test(`the year of “${text}” belongs to a title`, () => {
    assert.deepEqual(told(text), []);
    assert.deepEqual(
      yearsOfTitles(text).map((span) => span.raw),
      [raw],
    );
  });
}

test('both years of two editions of a law belong to its title', () => {
  const text = 'under the Children Acts 1989 and 2004.';
  assert.deepEqual(
    yearsOfTitles(text).map(({ raw }) => raw),
    ['1989', '2004'],
  );
  assert.deepEqual(timesIn(text), []);
});

test('the year of a report, a week or an audit is when it was', () => {
  assert.deepEqual(told('Annual Report 2023/24'), ['reporting-year 2023-04-01 2024-03-31 2023/24']);
  assert.deepEqual(told('Safeguarding Week 2024'), ['year 2024-01-01 2024-12-31 2024']);
  assert.deepEqual(told('Key achievements (2024)'), ['year 2024-01-01 2024-12-31 2024']);
});

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const suffix = (date: number) =>
  date % 10 === 1 && date !== 11
    ? 'st'
    : date % 10 === 2 && date !== 12
      ? 'nd'
      : date % 10 === 3 && date !== 13
        ? 'rd'
        : 'th';

const anyDay = fc
  .integer({ min: dayNumber('1985-01-01'), max: dayNumber('2049-12-31') })
  .map((number) => dayFromNumber(number));

/** Each way of printing a day. */
const printed: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`,
  (day) => `${Number(day.slice(8))}${suffix(Number(day.slice(8)))} ${monthOf(day)} ${day.slice(0, 4)}`,
  (day) => `${Number(day.slice(8))} ${monthOf(day).slice(0, 3)} ${day.slice(0, 4)}`,
  (day) => `${monthOf(day)} ${Number(day.slice(8))}, ${day.slice(0, 4)}`,
  (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  (day) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`,
  (day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
];

function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

const sentences = fc.constantFrom(
  ['The event was held on ', ' in the town hall.'],
  ['On ', ', 14 people met.'],
  ['(', ')'],
  ['The board (which met on ', ') agreed the plan.'],
  ['Published: ', ''],
);

test('any day, printed in any of the usual ways, is found with its exact place', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(printed.length - 1), sentences, (day, way, [before = '', after = '']) => {
      const raw = printed[way]?.(day) ?? '';
      const found = timesIn(before + raw + after);
      assert.deepEqual(found, [
        { kind: 'day', from_on: day, to_on: day, from: before.length, to: before.length + raw.length, raw },
      ]);
    }),
  );
});

test('any period between two days is one range with its exact place', () => {
  const joins = fc.constantFrom(' to ', ' – ', ' - ', ' until ');
  const long = printed.slice(1, 4);
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 800 }),
      fc.nat(long.length - 1),
      joins,
      (first, days, way, join) => {
        const last = addDays(first, days);
        if (last > '2049-12-31') return;
        const raw = `${long[way]?.(first)}${join}${long[way]?.(last)}`;
        const [found, ...more] = timesIn(`The period is ${raw}.`);
        assert.deepEqual(more, []);
        assert.equal(found?.raw, raw);
        assert.deepEqual([found.kind, found.from_on, found.to_on], ['range', first, last]);
      },
    ),
  );
});

test('any reporting year is found in each of its forms', () => {
  const two = (year: number) => String(year % 100).padStart(2, '0');
  fc.assert(
    fc.property(fc.integer({ min: 2018, max: 2040 }), (year) => {
      const next = year + 1;
      for (const raw of [
        `${year}/${two(next)}`,
        `${year}-${two(next)}`,
        `${year}/${next}`,
        `${year} – ${next}`,
      ])
        assert.deepEqual(told(`During ${raw}, we met.`), [
          `reporting-year ${year}-04-01 ${next}-03-31 ${raw}`,
        ]);
      assert.deepEqual(told(`(${two(year)}/${two(next)})`), [
        `reporting-year ${year}-04-01 ${next}-03-31 ${two(year)}/${two(next)}`,
      ]);
    }),
  );
});

test('what is found lies in the text as printed, in order and apart, whatever the text', () => {
  const piece = fc.constantFrom(
    ...'1 2 31 12 20 2024 2025 24 25 / - – . , : ( ) Q2 Q quarter April March May to and between from of the year academic Autumn census mid st th £ % 1st Act'.split(
      ' ',
    ),
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' '), (pieces, glue) => {
      const text = pieces.join(glue);
      let end = 0;
      for (const { from, to, raw, from_on, to_on } of timesIn(text)) {
        assert.ok(from >= end && to > from);
        assert.equal(text.slice(from, to), raw);
        assert.ok(from_on <= to_on);
        end = to;
      }
    }),
  );
});
