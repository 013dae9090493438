import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberIn } from '../../reading/formats/table-cells.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { dutyById } from '../../frameworks/duties.ts';
import { rule } from './no-cost-breakdown.ts';

const check = (text: string, framework_id: 'WT2023' | null = 'WT2023') =>
  rule.check(documentFrom(text, { framework_id }), []);
const costs = '| Line | 2024/25 |\n|---|---|\n| Staff costs | £70,000 |\n| Training | £20,000 |\n';

test('a deficit with no table of costs is found at its words, as a check while the duty itself is not confirmed', () => {
  const text = '# Partnership finance\n\nThe council paid the deficit of £4,120.\n';
  const [found, ...others] = check(text);
  assert.deepEqual(others, []);
  assert.equal(found?.severity, dutyById('YR23-10').verified ? 'high' : 'medium');
  assert.match(found.message, /check YR23-10/);
  assert.equal(found.line, 3);
});

test('without a known edition it is only to be explained', () => {
  assert.equal(
    check('# Partnership finance\n\nThe partners fund it equally (33.3%), as the budget says.\n', null)[0]
      ?.severity,
    'medium',
  );
});

test('money that nobody owes is asked about, and stands in nobody’s way', () => {
  const shared = '# Partnership finance\n\nThe partners fund it equally (33.3%), as the budget says.\n';
  assert.equal(check(shared)[0]?.severity, 'medium');
});

test('amounts told in words, payer by payer, answer it', () => {
  const told =
    'The budget of £90,000 was met by the council (£50,000), the board (£30,000) and the police (£10,000). We overspent by £900.';
  assert.deepEqual(check(`# Partnership finance\n\n${told}\n`), []);
});

test('a table of costs answers it', () => {
  assert.deepEqual(check(`# Partnership finance\n\nThe council paid the deficit of £4,120.\n\n${costs}`), []);
});

test('a document that does not speak of its own money is not asked', () => {
  assert.deepEqual(check('# Review\n\nThe scrutineer found strong practice in 12 of 14 plans.\n'), []);
  assert.deepEqual(check('# Financial implications\n\nThere are no financial implications.\n'), []);
  assert.deepEqual(check('# What we did\n\nA grant of £9,000 paid for a youth club run by a charity.\n'), []);
  assert.deepEqual(check('# What we did\n\nThe contribution of families rose: 40% came to a meeting.\n'), []);
});

test('records answer with a table of money, or are asked for one', () => {
  const row = (...texts: string[]) => ({
    cells: texts.map((text) => ({ text, number: numberIn(text) })),
    line: null,
    page: null,
  });
  const table = {
    kind: 'table' as const,
    header: ['Line', 'Cost'],
    rows: [row('Staff', '£70,000'), row('Training', '£20,000')],
  };
  assert.equal(rule.check(recordsDocument([]), [])[0]?.severity, 'high');
  assert.deepEqual(rule.check(recordsDocument([table]), []), []);
  assert.deepEqual(rule.check(recordsDocument([], { framework_id: null }), []), []);
});
