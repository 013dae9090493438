// A table is the same table in whatever format it was written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadDocument, TablePart } from '../document.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';

const word = fc
  .stringMatching(/^[A-Z][a-z]{2,8}( [a-z]{2,8}){0,2}$/)
  .filter((text) => !/^(all|sum|total|overall|nil|note|source)/i.test(text));
const tables = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.record({
    header: fc.array(word, { minLength: columns + 1, maxLength: columns + 1 }),
    rows: fc.array(
      fc.tuple(
        word,
        fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: columns, maxLength: columns }),
      ),
      { minLength: 1, maxLength: 12 },
    ),
    summed: fc.boolean(),
  }),
);

function cellsOf({
  header,
  rows,
  summed,
}: {
  header: string[];
  rows: [string, number[]][];
  summed: boolean;
}): string[][] {
  const numbers = rows.map(([, row]) => row);
  const total = header.slice(1).map((_, column) => numbers.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const all = summed && rows.length > 1 ? [...rows, ['Total', total] as const] : rows;
  return [
    header,
    ...all.map(([label, row]) => [label, ...row.map((value) => value.toLocaleString('en-GB'))]),
  ];
}

const written: Record<
  string,
  { read: (text: string) => ReadDocument; write: (cells: string[][]) => string; over: number }
> = {
  tabs: {
    read: (text) => readPlainText('x.txt', text),
    write: (cells) => cells.map((row) => row.join('\t')).join('\n'),
    over: 0,
  },
  pipes: {
    read: (text) => readPlainText('x.txt', text),
    write: ([header = [], ...rows]) =>
      [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    over: 1,
  },
  markdown: {
    read: (text) => readMarkdown('x.md', text),
    write: ([header = [], ...rows]) =>
      [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    over: 1,
  },
  html: {
    read: (text) => readHtml('x.html', text),
    write: (cells) =>
      `<table>${cells.map((row, at) => `<tr>${row.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('\n')}</table>`,
    over: 0,
  },
};

for (const [format, { read, write, over }] of Object.entries(written)) {
  test(`any table written with ${format} reads back the same`, () => {
    fc.assert(
      fc.property(tables, (given) => {
        const cells = cellsOf(given);
        const text = `The partnership counted all of this in the year.\n\n${write(cells)}\n\nAnd this came of it.`;
        const document = read(format === 'html' ? text.replace('year.', 'year.<br>') : text);
        const found = document.parts.filter((part): part is TablePart => part.kind === 'table');
        assert.equal(found.length, 1);
        const [table] = found;
        assert.deepEqual(table?.header, cells[0]);
        assert.deepEqual(
          table?.rows.map((row) => row.cells.map((cell) => cell.text)),
          cells.slice(1),
        );
        assert.deepEqual(
          table?.rows
            .slice(0, given.rows.length)
            .map((row) => row.cells.slice(1).map((cell) => cell.number?.value)),
          given.rows.map(([, row]) => row),
        );
        assert.equal(table?.total, given.summed && given.rows.length > 1 ? given.rows.length : null);
        assert.deepEqual(
          table?.rows.map(({ line }) => line),
          cells.slice(1).map((_, at) => 4 + at + over),
        );
      }),
      { numRuns: 60 },
    );
  });
}
