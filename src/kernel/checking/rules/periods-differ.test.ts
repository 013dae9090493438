import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './periods-differ.ts';

const report = (title: string, sentence: string) =>
  documentFrom(`# ${title}\n\n## Introduction\n\n${sentence}\n`);
const yearly = report(
  'Fernshire Annual Report 2022/23',
  'This report covers the period from 1 April 2022 to 31 March 2023.',
);

test('a title and a sentence that name two years are found, once', () => {
  const [found, ...others] = rule.check(
    report(
      'Fernshire Annual Report 2022/23',
      'This report covers the period from 1 July 2022 to 30 June 2023.',
    ),
    [],
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /July 2022 to June 2023; elsewhere it is about April 2022 to March 2023/);
});

test('the same year said in several ways is one period', () => {
  assert.deepEqual(rule.check(yearly, []), []);
  assert.deepEqual(
    rule.check(report('Annual Report 2022-2023', 'This report covers April 2022 to March 2023.'), [yearly]),
    [],
  );
});

test('a paired report of the same year with other days is found', () => {
  const scrutiny = report('Scrutiny report', 'This report is for the period 1 May 2022 to 30 April 2023.');
  const [found] = rule.check(yearly, [scrutiny]);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /“Scrutiny report” is about May 2022 to April 2023/);
});

test('last year’s report beside this one is right where the years follow each other', () => {
  const before = report('Annual Report', 'This report covers the period 1 April 2021 to 31 March 2022.');
  assert.deepEqual(rule.check(yearly, [before]), []);
});

test('a gap and an overlap between two years are found', () => {
  const until = (day: string) =>
    report('Annual Report', `This report covers the period 1 March 2021 to ${day}.`);
  assert.match(rule.check(yearly, [until('28 February 2022')])[0]?.message ?? '', /the 31 days between/);
  assert.match(rule.check(yearly, [until('30 April 2022')])[0]?.message ?? '', /30 days are in both/);
});

test('a document that says no period is compared with none', () => {
  assert.deepEqual(rule.check(documentFrom('# A paper\n\nWe met in May 2022.\n'), [yearly]), []);
});
