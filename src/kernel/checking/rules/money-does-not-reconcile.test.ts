import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '../../evidence/shapes.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './money-does-not-reconcile.ts';

const check = (text: string) => rule.check(documentFrom(`# Partnership finance\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );
const one = (text: string, message: RegExp) => {
  const found = check(text);
  assert.equal(found.length, 1, JSON.stringify(found.map((each) => each.message)));
  assert.match(found[0]?.message ?? '', message);
  assert.equal(found[0]?.severity, 'high');
};
const table = (...rows: string[]) =>
  ['Line | 2024/25', '---|---', ...rows].map((row) => `| ${row} |`).join('\n');

const accounts = [
  'Opening balance | £12,000',
  'Contribution of the council | £60,000',
  'Contribution of the police | £40,000',
  'Staff costs | £70,000',
  'Training | £20,000',
];

test('opening balance, income and spending must lead to the closing balance', () => {
  silent(table(...accounts, 'Closing balance | £22,000'));
  one(
    table(...accounts, 'Closing balance | £25,000'),
    /leaves £22,000, and the table says £25,000: £3,000 apart/,
  );
});

test('headings tell what the lines under them are, and totals are not counted twice', () => {
  const rows = [
    'Income | ',
    'Council | £60,000',
    'Police | £40,000',
    'Total income | £100,000',
    'Expenditure | ',
    'Salaries | £80,000',
    'Website | £5,000',
    'Total expenditure | £85,000',
  ];
  silent(table(...rows, 'Surplus | £15,000'));
  one(table(...rows, 'Surplus | £10,000'), /leaves £15,000/);
});

test('a table with lines whose words tell nothing is not reckoned', () => {
  silent(table(...accounts, 'Sundries of the hub | £1,000', 'Closing balance | £25,000'));
});

test('a deficit that nothing printed leads to cannot be derived', () => {
  one(
    'The council agreed to pay the deficit of £4,120 so that the year can start at nought.',
    /£4,120 cannot be derived/,
  );
  one('The year ended with a £4,120 overspend.', /cannot be derived/);
});

test('a deficit that follows from what is printed is left alone', () => {
  silent('Income was £96,000 and spending £100,120, which left a deficit of £4,120.');
  silent(`${table(...accounts, 'Closing balance | £22,000')}\n\nThe year ended with a balance of £22,000.`);
  silent(`${table(...accounts, 'Closing balance | £22,000')}\n\nThe year ended with a surplus of £10,000.`);
});

test('a balance the table does not lead to is found', () => {
  one(
    `${table(...accounts, 'Closing balance | £22,000')}\n\nThe year ended with a balance of £31,500.`,
    /lead to .*£22,000.*not to £31,500/,
  );
});

test('money of other budgets is nobody’s balance here', () => {
  silent('Nationally the high needs deficit of £3.2 billion worries schools.');
  silent('The grant of £4,120 paid for interpreters.');
});

test('contributions must make their printed total', () => {
  one(
    'The council contributed £60,000, the board £40,000 and the police £20,000, a total of £130,000.',
    /make £120,000, and the total is given as £130,000/,
  );
  silent('The council contributed £60,000, the board £40,000 and the police £20,000, a total of £120,000.');
  silent(
    'The council contributed £60,000, the board £40,000 and the police £20,000 of a total of £130,000, the remainder coming from reserves.',
  );
  silent('The three partners contribute equally (33.3%), £33,333 each.');
});

test('a record’s deficit is held to the table of the records', () => {
  const measure: Measure = {
    shape: 'measure',
    value: 4120,
    unit: 'GBP',
    decimals: 0,
    qualifier: 'exactly',
    numerator: null,
    denominator: null,
    basis: 'flow',
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
  };
  const document = recordsDocument([
    { kind: 'paragraph', text: 'Deficit of the year: £4,120', known: { measure } },
  ]);
  assert.match(rule.check(document, [])[0]?.message ?? '', /cannot be derived/);
});

test('income in a table and spending in words lead to a balance together', () => {
  const table = 'Payer\tAmount\nCouncil\t£60,000\nBoard\t£30,000\nTotal\t£90,000';
  assert.deepEqual(check(`${table}\n\nSpending was £88,000, leaving a surplus of £2,000.`), []);
});

test('money left over that nothing leads to is asked about, money owed stands in the way', () => {
  assert.equal(check('The year ended with an underspend of £5,200.')[0]?.severity, 'medium');
  assert.equal(check('The year ended with a deficit of £5,200.')[0]?.severity, 'high');
});
