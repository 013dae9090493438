import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine, csvTemplate, writeCsv } from './write-csv.ts';

test('the file begins with the mark that tells Excel it is UTF-8 and ends each row with CRLF', () => {
  const text = writeCsv(
    ['Agency', 'Open', 'Since', 'Count'],
    [
      ['Café', true, { day: '2024-10-09' }, -3],
      [null, false, null, 0.5],
    ],
  );
  assert.equal(text, '\uFEFFAgency,Open,Since,Count\r\nCafé,Yes,2024-10-09,-3\r\n,No,,0.5\r\n');
});

test('a text that a spreadsheet would run gets an apostrophe, a plain number does not', () => {
  for (const formula of [
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    ' =1',
    '\u200b=1',
    '＝1',
    '-',
    '=HYPERLINK("x")',
  ]) {
    assert.match(csvLine([formula]), /^"?'/, formula);
  }
  for (const tabbed of ['\tx', '\rx', '\nx']) assert.equal(csvLine([tabbed]), `"'${tabbed}"\r\n`);
  for (const plain of ['-5', '+5', '-1.25', '-3%', 'a=b', 'x-y', "O'Neill"])
    assert.equal(csvLine([plain]), `${plain}\r\n`);
});

test('a cell cannot break out into the next one, whichever delimiter the reader uses', () => {
  assert.equal(
    csvLine(['a;=cmd()', 'b\t=cmd()', 'c,"d"', 'e\nf']),
    '"a;=cmd()","b\t=cmd()","c,""d""","e\nf"\r\n',
  );
});

test('a template holds the headings and nothing else', () => {
  const columns = [
    { field: 'agency', header: 'Agency', parse: 'text' },
    { field: 'seen_on', header: 'Date seen, if known', parse: 'day' },
  ] as const;
  assert.equal(csvTemplate(columns), '\uFEFFAgency,"Date seen, if known"\r\n');
});
