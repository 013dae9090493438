import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { checkFile } from '../files/file-types.ts';
import type { ImportColumn } from './import-column.ts';
import { planImport } from './import-plan.ts';
import { readXlsx } from './read-xlsx.ts';
import { xlsxTemplate } from './write-xlsx.ts';

const columns: readonly ImportColumn[] = [
  { field: 'agency', header: 'Agency <R&D> "x"\u0001', required: true, parse: 'text' },
  { field: 'seen_on', header: 'Date seen', parse: 'day' },
  {
    field: 'outcome',
    header: 'Outcome',
    parse: 'choice',
    choices: ['Met', { value: 'partly', label: 'Partly met' }],
  },
  { field: 'long', header: 'Long list', parse: 'choice', choices: ['x'.repeat(300)] },
];

test('a template is a real workbook whose headings are read back as the columns it was made from', async () => {
  const bytes = xlsxTemplate(columns, 'Section 11: return / 2025 of Fernshire partnership');
  assert.equal((await checkFile({ name: 'template.xlsx', bytes })).type, 'xlsx');
  const [sheet, notes] = (await readXlsx(bytes)).sheets;
  assert.ok(sheet !== undefined && notes !== undefined);
  assert.deepEqual(sheet.header, ['Agency <R&D> "x"', 'Date seen', 'Outcome', 'Long list']);
  assert.ok(sheet.name.length <= 31);
  assert.match(
    planImport(sheet, columns)
      .problems.map((problem) => problem.message)
      .join(),
    /^There are headings but no rows below them\.$/,
  );
  assert.deepEqual(notes.rows[2]?.cells, ['Outcome', 'No', 'One of: Met; Partly met']);
});

test('answers become a list in the cells, and a list too long for Excel is left to the notes', () => {
  const sheet = strFromU8(
    unzipSync(xlsxTemplate(columns, 'Return'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  );
  assert.match(sheet, /sqref="C2:C5000"><formula1>&quot;Met,Partly met&quot;<\/formula1>/);
  assert.equal(sheet.match(/<dataValidation /g)?.length, 1);
});

test('the same columns give the same bytes', () => {
  assert.deepEqual(xlsxTemplate(columns, 'Return'), xlsxTemplate(columns, 'Return'));
});
