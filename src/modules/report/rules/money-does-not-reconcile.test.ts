import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Table } from '../../../kernel/evidence/shapes.ts';
import { emptyComposition, sampleItem, sampleMeasure, sampleStatement } from '../sample-composition.ts';
import { rule } from './money-does-not-reconcile.ts';
import { lineKind } from './money-lines.ts';

const money = (rows: Table['rows']): Table => ({
  shape: 'table',
  columns: [
    { label: 'Line', kind: 'text', total: 'none' },
    { label: '2024/25', kind: 'money', total: 'none' },
  ],
  rows,
  printed_total: null,
  note: null,
});
const finance = (id: string, content: EvidenceItem['content'], title = 'Budget') =>
  sampleItem(id, content, { topics: ['finance'], title });
const check = (...items: EvidenceItem[]) => rule.check(emptyComposition({ items }));

const pounds = fc.integer({ min: 0, max: 400_000 });
test('a closing balance that follows never fires, and one more than £1 away always does', () => {
  fc.assert(
    fc.property(
      pounds,
      fc.array(pounds, { minLength: 1 }),
      fc.array(pounds, { minLength: 1 }),
      fc.integer({ min: 2, max: 9999 }),
      (opening, income, spend, off) => {
        const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);
        const closing = opening + sum(income) - sum(spend);
        const table = (left: number) =>
          money([
            ['Opening balance', opening],
            ...income.map((amount, at) => [`Income: partner ${at}`, amount]),
            ...spend.map((amount, at) => [`Spend: heading ${at}`, amount]),
            ['Closing balance', left],
          ]);
        assert.deepEqual(check(finance('1', table(closing))), []);
        assert.equal(check(finance('1', table(closing + off))).length, 1);
      },
    ),
  );
});

test('lines under a heading are of its kind, and a deficit may be that of the year', () => {
  const table = money([
    ['Income', null],
    ['Fernshire Council', 90_000],
    ['Health', 40_000],
    ['Expenditure', null],
    ['Staff', 120_000],
    ['Room hire', 41_172],
    ['Deficit', 31_172],
  ]);
  assert.deepEqual(check(finance('1', table)), []);
  const [found] = check(finance('1', money([...table.rows.slice(0, -1), ['Deficit', 21_172]])));
  assert.match(found?.message ?? '', /£130,000 income less £161,172 spending leaves -£31,172.*£10,000 apart/);
});

test('a table with a line nobody can place is not judged', () => {
  assert.deepEqual(
    check(
      finance(
        '1',
        money([
          ['Income', 10],
          ['Spend', 5],
          ['Sundry', 3],
          ['Closing balance', 99],
        ]),
      ),
    ),
    [],
  );
});

test('a deficit with nothing to derive it from is found, as a figure and in a sentence', () => {
  const figure = finance('1', sampleMeasure(31_172, 'GBP'), 'Deficit that the council paid');
  assert.match(check(figure)[0]?.message ?? '', /£31,172 cannot be derived/);
  const sentence = finance(
    '2',
    sampleStatement('The council agreed to pay the deficit of £31,172 for the year.'),
  );
  assert.match(check(sentence)[0]?.quote ?? '', /deficit of £31,172/);
});

test('a deficit that the income and spending of the year lead to is not found, and another is', () => {
  const rows = [
    ['Income', 130_000],
    ['Expenditure', 161_172],
  ];
  const deficit = (value: number) => finance('2', sampleMeasure(value, 'GBP'), 'Deficit');
  assert.deepEqual(check(finance('1', money(rows)), deficit(31_172)), []);
  assert.match(
    check(finance('1', money(rows)), deficit(20_000))[0]?.message ?? '',
    /lead to -£31,172, not to £20,000/,
  );
});

test('shares must follow from the amounts beside them', () => {
  const shares = (share: number): Table => ({
    ...money([]),
    columns: [
      { label: 'Partner', kind: 'text', total: 'none' },
      { label: 'Contribution', kind: 'money', total: 'sum' },
      { label: 'Share', kind: 'percent', total: 'none' },
    ],
    rows: [
      ['Council', 60_000, share],
      ['Police', 20_000, 25],
      ['Total', 80_000, 100],
    ],
  });
  assert.deepEqual(check(finance('1', shares(75))), []);
  assert.match(check(finance('1', shares(70)))[0]?.message ?? '', /Council 75%/);
});

test('the words of a line tell what it is', () => {
  const kinds = {
    'Balance brought forward': 'opening',
    'Income from training': 'income',
    'Police contribution': 'income',
    'Total expenditure': 'spending',
    'Independent scrutineer': 'spending',
    'Surplus for the year': 'closing',
    Sundry: 'unknown',
  } as const;
  for (const [words, kind] of Object.entries(kinds)) assert.equal(lineKind(words), kind, words);
});
