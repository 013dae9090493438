import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayFromNumber, dayNumber } from '../../calendar/day.ts';
import { documentFrom } from '../../reading/testing.ts';
import { showDay } from '../../../surfaces/web/components/day.ts';
import { rule } from './period-not-twelve-months.ts';

const check = (sentence: string, title = 'Fernshire Safeguarding Children Partnership Annual Report') =>
  rule.check(documentFrom(`# ${title}\n\n## Introduction\n\n${sentence}\n`), []);

test('a report on thirteen months is found, and says how long it is', () => {
  const [found, ...others] = check('This report covers the period from 1st March 2022 to 31st March 2023.');
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /which is 13 months/);
  assert.match(found.quote, /1st March 2022 to 31st March 2023/);
});

test('eleven months and a day are found too', () => {
  assert.match(
    check('This annual report is for the period 1 May 2022 to 1 April 2023.')[0]?.message ?? '',
    /11 months and 1 day and not/,
  );
});

test('a day too many and April to April are asked about less firmly', () => {
  assert.equal(check('This report covers 31 March 2022 to 31 March 2023.')[0]?.severity, 'medium');
  assert.equal(check('This report covers the period April 2022 to April 2023.')[0]?.severity, 'medium');
});

test('twelve months beginning on any day are right', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('2010-01-01'), max: dayNumber('2030-12-28') }), (number) => {
      const from = dayFromNumber(number);
      const to = addDays(addMonths(from, 12), -1);
      assert.deepEqual(check(`This report covers the period from ${showDay(from)} to ${showDay(to)}.`), []);
    }),
    { numRuns: 60 },
  );
});

test('a report that says why it is longer, or that it is not yearly, is believed', () => {
  const silent = [
    'This report covers the fifteen months from 1 January 2022 to 31 March 2023, as the partnership moved its year.',
    'This interim report covers the period 1 April 2022 to 30 September 2022.',
    'This report covers the period 1 January 2022 to 31 March 2023 because our year has moved; it is an extended one.',
  ];
  for (const sentence of silent) assert.deepEqual(check(sentence), [], sentence);
  assert.deepEqual(
    check('This report covers the period 1 April 2022 to 30 June 2022.', 'Quarterly performance report'),
    [],
  );
});

test('the period of an audit, of a plan or of another report is not the report’s', () => {
  const silent = [
    'The audit covered the period from 1 March 2022 to 31 May 2022.',
    'The child death annual report covers the period 1 January 2021 to 31 March 2022.',
    'Our strategy covers the period 1 April 2022 to 31 March 2025.',
    'Training was held from 3 March 2022 to 31 March 2023.',
  ];
  for (const sentence of silent) assert.deepEqual(check(sentence), [], sentence);
});

test('what no slip explains is meant: a reason is asked for, and nothing stands in the way', () => {
  assert.equal(
    check('This report covers the period between April 2020 and August 2021.')[0]?.severity,
    'medium',
  );
  assert.equal(
    check('This report covers the period from 1 April 2020 to 30 June 2021.')[0]?.severity,
    'medium',
  );
  assert.equal(
    check('This report covers the period from 1 April 2020 to 30 April 2021.')[0]?.severity,
    'high',
  );
});
