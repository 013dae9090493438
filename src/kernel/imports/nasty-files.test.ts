// Every awkward file that other people have collected either reads or gives a refusal a person can act on. The collection lies
// beside a development checkout and is not part of the repository, so the test says so when it is not there.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unguardFormula } from './formula-guard.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { fullText, type SheetTable, UnreadableFile } from './table.ts';
import { writeCsv } from './write-csv.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/nasty');

function filesBelow(ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function isReadable(table: SheetTable): void {
  for (const row of table.rows) assert.equal(row.cells.length, table.header.length);
  for (const problem of table.problems) assert.ok(problem.message !== '' && problem.mend !== '');
}

test('every file of the nasty collection reads or is refused by name, as a workbook and as a CSV', async (t) => {
  if (!existsSync(folder))
    return t.diagnostic('the nasty collection does not lie beside this checkout; nothing was read');
  let read = 0;
  for (const path of filesBelow('')) {
    if (!/\.\w+$/.test(path)) continue;
    const bytes = readFileSync(path);
    for (const tables of [async () => (await readXlsx(bytes)).sheets, async () => [readCsv(bytes)]]) {
      try {
        (await tables()).forEach(isReadable);
        read += 1;
      } catch (error) {
        assert.ok(error instanceof UnreadableFile, `${path}: ${String(error)}`);
      }
    }
  }
  assert.ok(read > 0);
  t.diagnostic(`${read} readings gave tables`);
});

test('csv-spectrum gives exactly the cells its JSON lists', (t) => {
  if (!existsSync(folder))
    return t.diagnostic('the nasty collection does not lie beside this checkout; nothing was read');
  for (const path of filesBelow('.csv')) {
    const table = readCsv(readFileSync(path));
    const rows = table.rows.map((row) =>
      Object.fromEntries(table.header.map((name, index) => [name, row.cells[index] ?? ''])),
    );
    assert.deepEqual(
      rows,
      JSON.parse(readFileSync(path.replace(/csvs(.*)csv$/, 'json$1json'), 'utf8')),
      path,
    );
  }
});

test('naughty strings come back from a CSV as they went in, and none of them is a formula there', (t) => {
  const path = join(folder, 'blns/blns.json');
  if (!existsSync(path))
    return t.diagnostic('the naughty strings do not lie beside this checkout; nothing was read');
  const all: unknown = JSON.parse(readFileSync(path, 'utf8'));
  assert.ok(Array.isArray(all));
  const strings = all
    .map(String)
    .filter((text) => text.trim() === text && text !== '' && !/[\p{Cc}\uFEFF]/u.test(text));
  assert.ok(strings.length > 300);
  const file = writeCsv(
    ['Number', 'Text'],
    strings.map((text, index) => [index, text]),
  );
  const cells = readCsv(new TextEncoder().encode(file)).rows.map((row) => fullText(row.cells[1]));
  assert.deepEqual(cells.map(unguardFormula), strings);
  for (const cell of cells) assert.doesNotMatch(cell, /^[=@]|^[+-](?![\d.]+%?$)/);
});
