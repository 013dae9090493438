import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unguardFormula } from './formula-guard.ts';
import { readCsv } from './read-csv.ts';
import { fullText, UnreadableFile } from './table.ts';
import { writeCsv } from './write-csv.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (bytes: Uint8Array) => readCsv(bytes).rows.map((row) => row.cells);

const refused = (bytes: Uint8Array, pattern: RegExp) =>
  assert.throws(
    () => readCsv(bytes),
    (error) => error instanceof UnreadableFile && pattern.test(error.message) && error.mend !== '',
  );

test('UTF-8 with and without mark, UTF-16 either way round and cp1252 all give the same pound sign', () => {
  const text = 'Agency,Spent\r\nNHS – north,£5\r\n';
  const cp1252 = Buffer.from(text.replace('–', '\u0096'), 'latin1');
  const utf16le = Buffer.from(`\uFEFF${text}`, 'utf16le');
  for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), cp1252, utf16le, Buffer.from(utf16le).swap16()]) {
    const table = readCsv(bytes);
    assert.deepEqual(table.header, ['Agency', 'Spent']);
    assert.deepEqual(table.rows, [{ number: 2, cells: ['NHS – north', '£5'] }]);
    assert.deepEqual(table.problems, []);
  }
});

test('CRLF, LF and bare CR end a row, and a line break in quotes does not', () => {
  for (const end of ['\r\n', '\n', '\r']) {
    assert.deepEqual(cellsOf(utf8(`a,b${end}1,"x${end}y"${end}2,z`)), [
      ['1', `x${end}y`],
      ['2', 'z'],
    ]);
  }
});

test('semicolons and tabs are found, commas inside cells do not mislead, and a sep= line is obeyed', () => {
  assert.deepEqual(cellsOf(utf8('a;b;c\n1,5;2,5;3,5\n')), [['1,5', '2,5', '3,5']]);
  assert.deepEqual(cellsOf(utf8('a\tb\tc\n\t\tx, y\n')), [[null, null, 'x, y']]);
  assert.deepEqual(cellsOf(utf8('"a;b","c;d","e;f"\n1,2,3\n')), [['1', '2', '3']]);
  assert.deepEqual(readCsv(utf8('sep=;\na;b\n1;2\n')).rows, [{ number: 3, cells: ['1', '2'] }]);
});

test('blank rows are left out and the others keep their numbers', () => {
  const table = readCsv(utf8('\n\na,b\n\n1,2\n , \n3,4\n'));
  assert.equal(table.header_row, 3);
  assert.deepEqual(
    table.rows.map((row) => row.number),
    [5, 7],
  );
});

test('rows with too many or too few cells are problems with their row number, empty cells at the end are not', () => {
  const table = readCsv(utf8('a,b,c,\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,,\n'));
  assert.deepEqual(
    table.problems.map(({ row, message }) => [row, message]),
    [
      [3, 'This row has 2 cells but there are 3 headings.'],
      [4, 'This row has 4 cells but there are 3 headings.'],
    ],
  );
});

test('a quotation mark that never closes is a problem at the row where it opens', () => {
  const table = readCsv(utf8('a,b\n1,2\n3,"x\n4,y\n5,z\n'));
  assert.equal(table.problems[0]?.row, 3);
  assert.match(table.problems[0]?.message ?? '', /never closed/);
  assert.match(readCsv(utf8('a,b\n1,5" pipe\n')).problems[0]?.message ?? '', /middle of a cell/);
});

test('null bytes, workbooks, web pages, PDFs and nothing at all are refused with what they are', () => {
  refused(utf8('a,b\n1,\0\n'), /null bytes/);
  refused(utf8('PK\x03\x04rest'), /Excel workbook or another zip/);
  refused(utf8('<!DOCTYPE html><html></html>'), /web page/);
  refused(utf8('%PDF-1.7'), /PDF/);
  refused(utf8(''), /empty/);
  refused(utf8(' \r\n '), /empty/);
});

test('whatever is written as CSV is read back as it was, formulas with their apostrophe', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((value) => value.trim() === value && value !== '');
  // A first column that is always filled keeps every row from being blank.
  const row = fc.tuple(fc.integer(), text, text).filter((cells) => !/[\p{Cc}\uFEFF]/u.test(cells.join('')));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const table = readCsv(utf8(writeCsv(['Number', 'First', 'Second'], rows)));
      const read = table.rows.map((each) => each.cells.map((cell) => unguardFormula(fullText(cell))));
      assert.deepEqual(
        read,
        rows.map((cells) => cells.map(String)),
      );
      assert.deepEqual(table.problems, []);
    }),
    { numRuns: 200 },
  );
});

test('any bytes at all give a table or a refusal, never another error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        assert.ok(Array.isArray(readCsv(bytes).rows));
      } catch (error) {
        assert.ok(error instanceof UnreadableFile, String(error));
      }
    }),
    { numRuns: 500 },
  );
});
