import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberIn } from '../../reading/formats/table-cells.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './total-does-not-add-up.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const table = (...rows: string[]) => {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  return [head, head.replaceAll(/[^|]+/g, '---'), ...body].join('\n');
};
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );

const workshops = [
  'Workshop | Sessions | Places taken | Cancelled',
  'Neglect | 4 | 60 | 3',
  'Bruising in babies | 3 | 41 | 6',
  'Online harm | 2 | 18 | 1',
];

test('columns that all miss their total the same way are one finding that offers both explanations', () => {
  const [found, ...others] = check(table(...workshops, 'Total | 11 | 130 | 12'));
  assert.deepEqual(others, []);
  assert.equal(found?.severity, 'high');
  assert.equal(found.quote, 'Total | 11 | 130 | 12');
  assert.match(found.message, /Sessions: the rows give 9, the total row says 11/);
  assert.match(found.message, /adding error/);
  assert.match(
    found.message,
    /missing row: the row would hold 2 \(Sessions\), 11 \(Places taken\) and 2 \(Cancelled\)/,
  );
  assert.deepEqual(found.mark?.cell, { row: 3, column: 1 });
});

test('differences that point both ways suggest no missing row', () => {
  const [found] = check(table(...workshops, 'Total | 11 | 100 | 10'));
  assert.doesNotMatch(found?.message ?? '', /missing row/);
});

test('a wrong sub-total is found, and the total is not the sum of lines and sub-totals', () => {
  const rows = [
    'Source | Contacts',
    'School | 10',
    'Nursery | 5',
    'Sub-total | 15',
    'Hospital | 7',
    'GP | 3',
    'Sub-total | 10',
  ];
  silent(table(...rows, 'Total | 25'));
  const [found] = check(table(...rows.with(3, 'Sub-total | 18'), 'Total | 25'));
  assert.match(found?.message ?? '', /the rows give 15, “Sub-total” says 18/);
});

test('a total above a row of rates is held to its lines, with what is held back', () => {
  const rows = ['Category | Plans', 'Neglect | 98', 'Emotional abuse | 91', 'Sexual abuse | *'];
  silent(table(...rows, 'All plans | 193', 'Rate per 10,000 | 47.0'));
  assert.equal(check(table(...rows, 'All plans | 183', 'Rate per 10,000 | 47.0')).length, 1);
});

test('a row is added up where its columns divide one whole', () => {
  const found = check(table('Area | Boys | Girls | Total', 'North | 12 | 9 | 21', 'South | 8 | 8 | 18'));
  assert.equal(found.length, 1);
  assert.match(found[0]?.message ?? '', /In the row “South” the cells give 16, and “Total” says 18/);
});

test('a column "Total attendees" is no sum of the columns before it', () => {
  silent(table('Course | Sessions | Total attendees', 'One | 3 | 40', 'Two | 2 | 25', 'Total | 5 | 65'));
});

test('columns that are no parts of a last column "Total" are left alone', () => {
  silent(
    table('Course | Sessions | Hours | Total', 'One | 3 | 2 | 40', 'Two | 2 | 3 | 25', 'Three | 1 | 1 | 12'),
  );
});

for (const words of [
  'Children may be counted more than once.',
  'Some families attended both.',
  'A referral can have more than one reason.',
  'The total is of unique children.',
  'Respondents could tick all that apply; multiple responses were allowed.',
])
  test(`silence where the text explains overlap: ${words}`, () => {
    silent(`${table('Reason | Children', 'Neglect | 40', 'Emotional abuse | 30', 'Total | 55')}\n\n${words}`);
  });

test('a total that says it counts each one once is no sum', () => {
  silent(table('Event | People', 'Spring | 40', 'Autumn | 30', 'Total (unique people) | 55'));
});

test('averages, rates, scores and percentages are not added', () => {
  silent(
    table(
      'School | Average days | Rate per 1,000 | Score | % present',
      'A | 4 | 12 | 30 | 90%',
      'B | 6 | 14 | 28 | 94%',
      'Total | 5 | 13 | 29 | 92%',
    ),
  );
});

test('decimals that nobody called an average are left alone where the last row lies among the others', () => {
  silent(table('School | Days', 'A | 4.5', 'B | 6.5', 'Total | 5.5'));
});

test('a number held back may be the gap', () => {
  silent(table('Area | Children', 'North | 12', 'South | c', 'East | <5', 'Total | 21'));
  silent(table('Area | Children', 'North | 12', 'South | <5', 'East | 9', 'Total | 24'));
});

test('numbers held back that cannot be as large as the gap explain nothing', () => {
  assert.equal(
    check(table('Area | Children', 'North | 12', 'South | <5', 'East | 9', 'Total | 40')).length,
    1,
  );
});

test('a blank that may be the gap is said, and only low', () => {
  const [found] = check(
    table('Area | Children', 'North | 12', 'South | not collected', 'East | 9', 'Total | 26'),
  );
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /no number, which may be part of it/);
});

test('a table that shows only some rows may have a larger total', () => {
  silent(
    `Table 3: the five most common reasons\n\n${table('Reason | Referrals', 'A | 40', 'B | 30', 'Total | 95')}`,
  );
});

test('rows that say "of which" are part of the row above', () => {
  silent(table('Group | Children', 'Girls | 20', 'of which under 5 | 4', 'Boys | 25', 'Total | 45'));
});

test('rows that stand above their parts are counted once', () => {
  silent(
    table(
      'Source | Contacts',
      'Schools | 300',
      'Primary | 200',
      'Secondary | 100',
      'Police | 50',
      'Total | 350',
    ),
  );
});

test('figures rounded to the nearest five may miss by their rounding and no more', () => {
  const rows = ['Area | Children', 'North | 15', 'South | 25', 'East | 10'];
  const note = '\n\nFigures are rounded to the nearest 5.';
  silent(table(...rows, 'Total | 55') + note);
  assert.equal(check(table(...rows, 'Total | 75') + note).length, 1);
});

test('whole pounds may miss by their rounding, pence may not', () => {
  silent(table('Partner | Paid', 'A | £33', 'B | £33', 'C | £33', 'Total | £100'));
  assert.equal(check(table('Partner | Paid', 'A | £33.10', 'B | £33.10', 'Total | £66.40')).length, 1);
});

test('a total smaller than its rows may count each person once, and is only asked about', () => {
  const [found] = check(table('Event | People', 'Spring | 40', 'Autumn | 30', 'Total | 55'));
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /counts each person or thing once/);
});

test('income and spending in one table are not added together', () => {
  silent(
    table(
      'Line | Amount',
      'Opening balance | £100',
      'Income | £50',
      'Spending | £70',
      'Closing balance | £80',
      'Total | £80',
    ),
  );
});

test('the columns that records call summed are summed, and no others', () => {
  const row = (...texts: string[]) => ({
    cells: texts.map((text) => ({ text, number: numberIn(text) })),
    line: null,
    page: null,
  });
  const document = (summed: boolean[]) =>
    recordsDocument([
      {
        kind: 'table',
        header: ['Course', 'Places per course'],
        rows: [row('A', '10'), row('B', '20'), row('Total', '40')],
        total: 2,
        known: { summed },
        ref: null,
      },
    ]);
  assert.equal(rule.check(document([false, true]), []).length, 1);
  assert.equal(rule.check(document([false, false]), []).length, 0);
});

test('a row that says it sums the rows is no row to be added again', () => {
  const table = (sum: number, total: number) =>
    documentFrom(
      `# Training\n\n| Course | Places |\n|---|---|\n| First steps | 12 |\n| Next steps | 9 |\n| Sum of the rows | ${sum} |\n| Total | ${total} |\n`,
    );
  assert.deepEqual(rule.check(table(21, 21), []), []);
  assert.match(rule.check(table(21, 30), [])[0]?.message ?? '', /the rows give 21, the total row says 30/);
});
