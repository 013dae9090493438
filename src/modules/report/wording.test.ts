import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMeasure } from './sample-composition.ts';
import {
  amountText,
  cellText,
  countText,
  dayText,
  figureText,
  measureText,
  periodText,
  whenText,
} from './wording.ts';

test('a figure is printed with its unit, its qualifier and what it is a share of', () => {
  assert.equal(measureText(sampleMeasure(5.9, 'per cent', { decimals: 1 })), '5.9%');
  assert.equal(
    measureText(sampleMeasure(300, 'hits a month', { qualifier: 'about' })),
    'about 300 hits a month',
  );
  assert.equal(
    measureText(sampleMeasure(10_000, 'children', { qualifier: 'more-than' })),
    'more than 10,000 children',
  );
  assert.equal(measureText(sampleMeasure(31_172, 'GBP')), '£31,172');
  assert.equal(
    measureText(sampleMeasure(93, 'per cent', { numerator: 93, denominator: 100 })),
    '93% (93 of 100)',
  );
});

test('one of something is one, and what is not printed is said not to be', () => {
  assert.equal(measureText(sampleMeasure(1, 'children')), '1 child');
  assert.equal(measureText(sampleMeasure(1, 'rapid reviews')), '1 rapid review');
  assert.equal(measureText(sampleMeasure(null, 'children')), 'not printed');
  assert.equal(cellText(null, 'count'), 'not printed');
  assert.equal(cellText(0, 'count'), '0');
});

test('money is printed with pence only where it has them', () => {
  assert.equal(amountText(-1200, 'money'), '-£1,200');
  assert.equal(amountText(12.5, 'money'), '£12.50');
});

test('days and periods are written out', () => {
  assert.equal(dayText('2024-10-09'), '9 October 2024');
  assert.equal(
    periodText({ from: '2024-04-01', to: '2025-03-31', label: null }),
    '1 April 2024 to 31 March 2025',
  );
  assert.equal(periodText({ from: '2024-04-01', to: '2025-03-31', label: '2024/25' }), '2024/25');
  assert.equal(periodText({ from: null, to: null, label: null }), null);
});

test('a share of something is written with the percent sign, and a bare figure with nothing else', () => {
  assert.equal(measureText(sampleMeasure(93, 'per cent of case records')), '93% of case records');
  assert.equal(measureText(sampleMeasure(5, 'per cent points')), '5 per cent points');
  assert.equal(
    measureText(sampleMeasure(10_000, 'young people', { qualifier: 'more-than' })),
    'more than 10,000 young people',
  );
  assert.equal(figureText(sampleMeasure(28, 'young carers')), '28');
  assert.equal(figureText(sampleMeasure(33.3, 'per cent', { decimals: 1 })), '33.3%');
  assert.equal(figureText(sampleMeasure(31_172, 'GBP', { qualifier: 'about' })), 'about £31,172');
  assert.equal(figureText(sampleMeasure(null, 'children')), 'not printed');
});

test('a day in a cell is written out, and what a source did not print differs from what nobody recorded', () => {
  assert.equal(cellText('2024-04-01', 'text'), '1 April 2024');
  assert.equal(cellText('2024-25', 'text'), '2024-25');
  assert.equal(cellText(null, 'text', 'not recorded'), 'not recorded');
});

test('our own label of a year is written with a stroke, and the label of a source as the source has it', () => {
  assert.equal(periodText({ from: null, to: null, label: '2024-25' }), '2024/25');
  assert.equal(periodText({ from: null, to: null, label: '22-23' }), '22-23');
  assert.equal(whenText({ period: { from: null, to: null, label: null }, as_of: null }), 'no period given');
});

test('small counts are words and larger ones figures', () => {
  assert.deepEqual([0, 1, 9, 10, 1204].map(countText), ['no', 'one', 'nine', '10', '1,204']);
});
