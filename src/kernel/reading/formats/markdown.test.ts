import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadDocument } from '../document.ts';
import { readMarkdown } from './markdown.ts';

const shown = ({ parts }: ReadDocument) =>
  parts.map((part) =>
    part.kind === 'table' ? `table ${part.line}` : `${part.kind} ${part.line}: ${part.text}`,
  );

test('every block keeps its line, lists within lists their depth, quotations their voice', () => {
  const document = readMarkdown(
    'report.md',
    [
      '# Our year',
      '',
      'Some text with **weight**,',
      'on two lines.',
      '',
      '- one',
      '- two',
      '  - within two',
      '- three',
      '',
      '> They listened to me.',
      '',
      'Title below',
      '-----------',
      '',
      '1. A first sentence of a numbered paragraph, as council reports have them.',
      '2. Short',
    ].join('\r\n'),
  );
  assert.deepEqual(shown(document), [
    'heading 1: Our year',
    'paragraph 3: Some text with weight, on two lines.',
    'item 6: one',
    'item 7: two',
    'item 8: within two',
    'item 9: three',
    'quotation 11: They listened to me.',
    'heading 13: Title below',
    'paragraph 16: A first sentence of a numbered paragraph, as council reports have them.',
    'item 17: Short',
  ]);
  assert.equal(document.parts[4]?.kind === 'item' && document.parts[4].depth, 2);
  assert.equal(document.parts[6]?.kind === 'quotation' && document.parts[6].voice, 'quotation');
  assert.deepEqual(document.parts[1]?.breaks, [{ from: 23, line: 4, page: null }]);
});

test('a table has its labels, and each row its line', () => {
  const document = readMarkdown(
    'report.md',
    'Table 1: Sessions\n\n| Course | Sessions |\n|:--|--:|\n| **Basics** \\| new | 2 |\n| Refresher | 3 |\n| Total | 5 |\n',
  );
  const [table] = document.parts;
  assert.ok(table?.kind === 'table');
  assert.equal(table.caption, 'Table 1: Sessions');
  assert.deepEqual(table.header, ['Course', 'Sessions']);
  assert.deepEqual(
    table.rows.map(({ line, cells }) => [line, cells[0]?.text, cells[1]?.number?.value]),
    [
      [5, 'Basics | new', 2],
      [6, 'Refresher', 3],
      [7, 'Total', 5],
    ],
  );
  assert.equal(table.total, 2);
});

test('a link by its number, a table in HTML and one parted by tabs are read too; a broken sentence is joined', () => {
  const document = readMarkdown(
    'report.md',
    [
      'See [the plan][1] that the partnership agreed with the',
      '',
      'schools in the spring.',
      '',
      '<table><tr><th>Area</th><th>Plans</th></tr>',
      '<tr><td>North</td><td>7</td></tr></table>',
      '',
      'Area\tPlans',
      'North\t7',
      '',
      '[1]: https://example.org/plan',
    ].join('\n'),
  );
  assert.deepEqual(shown(document), [
    'paragraph 1: See the plan that the partnership agreed with the schools in the spring.',
    'table 5',
    'table 8',
  ]);
  const [first, table] = document.parts;
  assert.deepEqual(first?.kind === 'paragraph' && first.links, [
    { from: 4, to: 12, href: 'https://example.org/plan' },
  ]);
  assert.deepEqual(
    table?.kind === 'table' && [table.header, table.rows[0]?.line, table.rows[0]?.cells[1]?.number?.value],
    [['Area', 'Plans'], 6, 7],
  );
});

test('a text that nests without end is refused in words', () => {
  assert.throws(() => readMarkdown('x.md', '> '.repeat(20_000)), /nests its parts too deep/);
});
