import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { defaultZipLimits } from '../files/zip-parts.ts';
import { readXlsx } from './read-xlsx.ts';
import { type SheetTable, UnreadableFile } from './table.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Cell styles by number: 0 plain, 1 built-in date, 2 "yyyy\-mm\-dd", 3 percent, 4 time, 5 text in quotes that looks like a date. */
const styleSheet = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/>
  <numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

type Made = {
  rows: string;
  after?: string;
  texts?: string;
  date1904?: boolean;
  parts?: Record<string, string>;
};

function made({ rows, after = '', texts = '', date1904 = false, parts = {} }: Made): Uint8Array {
  const links = ['worksheet', 'styles', 'sharedStrings'].map((type, index) => {
    const target = ['worksheets/sheet1.xml', '/xl/styles.xml', 'sharedStrings.xml'][index];
    return `<Relationship Id="r${index}" Type="${relationships}/${type}" Target="${target}"/>`;
  });
  const all: Record<string, string> = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>
      <sheets><sheet name="Return" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': styleSheet,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function firstSheet(file: Made): Promise<SheetTable> {
  const sheet = (await readXlsx(made(file))).sheets[0];
  assert.ok(sheet !== undefined);
  return sheet;
}

const refused = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof UnreadableFile, String(error));
  assert.match(error.message, pattern);
  assert.ok(error.mend.length > 10);
  return true;
};

test('shared, rich, inline and formula texts, numbers, booleans and dates are read as a person sees them', async () => {
  const sheet = await firstSheet({
    texts:
      '<si><t>Name</t></si><si><r><t>St </t></r><r><t>Anne’s</t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_b</t></si>',
    rows: `<row r="2"><c r="A2" t="s"><v>0</v></c>${inline('B2', 'Day')}${inline('C2', 'Share')}${inline('D2', 'At')}${inline('E2', 'Open')}${inline('F2', 'Length')}</row>
      <row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="1"><v>45574.6</v></c><c r="C5" s="3"><v>0.07</v></c><c r="D5" s="4"><v>0.604166666666667</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" s="5"><v>72.400000000000006</v></c></row>
      <row r="6"><c r="A6" t="s"><v>2</v></c><c r="B6" s="2"><v>61</v></c><c r="C6" t="str"><f>A1&amp;""</f><v></v></c><c r="F6" t="str"><f>"x"</f><v>x</v></c></row>`,
  });
  assert.deepEqual(sheet.problems, []);
  assert.deepEqual(sheet.header, ['Name', 'Day', 'Share', 'At', 'Open', 'Length']);
  assert.equal(sheet.header_row, 2);
  assert.deepEqual(sheet.rows, [
    { number: 5, cells: ['St Anne’s', { day: '2024-10-09' }, '7%', '14:30', true, 72.4] },
    { number: 6, cells: ['a\rb', { day: '1900-03-01' }, null, null, null, 'x'] },
  ]);
});

test('the same serial number is four years and a day later in a workbook of the 1904 system', async () => {
  const rows = `<row>${inline('A1', 'Day')}</row><row><c s="1"><v>1111</v></c></row>`;
  assert.deepEqual((await firstSheet({ rows })).rows[0]?.cells, [{ day: '1903-01-15' }]);
  assert.deepEqual((await firstSheet({ rows, date1904: true })).rows[0]?.cells, [{ day: '1907-01-16' }]);
});

test('error cells, formulas without a result and impossible dates are problems that name sheet, row and column', async () => {
  const sheet = await firstSheet({
    rows: `<row r="1">${inline('A1', 'Agency')}${inline('B1', 'Seen on')}</row>
      <row r="2"><c r="A2" t="e"><f>X!A1</f><v>#REF!</v></c><c r="B2" s="1"><f>H2+5</f></c></row>
      <row r="3">${inline('A3', 'x')}<c r="B3" s="1"><f>H3</f><v/></c></row><row r="4">${inline('A4', 'y')}<c r="B4" s="1"><v>60</v></c></row>
      <row r="5">${inline('A5', 'y')}<c r="B5" s="1"><v>-3</v></c></row>`,
  });
  const found = sheet.problems.map(({ sheet: name, row, column, value }) => [name, row, column, value]);
  assert.deepEqual(found, [
    ['Return', 2, 'A (Agency)', '#REF!'],
    ['Return', 2, 'B (Seen on)', ''],
    ['Return', 3, 'B (Seen on)', ''],
    ['Return', 4, 'B (Seen on)', '60'],
    ['Return', 5, 'B (Seen on)', '-3'],
  ]);
  assert.match(sheet.problems[1]?.message ?? '', /formula whose result was not saved/);
  assert.equal(sheet.rows.length, 4);
});

test('merged headings and merged rows are problems, a merged empty block is not', async () => {
  const sheet = await firstSheet({
    rows: `<row r="1">${inline('A1', 'Agency')}<c r="B1"/>${inline('C1', 'Note')}</row><row r="2">${inline('A2', 'NHS')}${inline('C2', 'n')}</row><row r="3">${inline('C3', 'n')}</row>`,
    after:
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/><mergeCell ref="D7:E9"/></mergeCells>',
  });
  assert.deepEqual(
    sheet.problems.map((problem) => problem.value),
    ['A1:B1', 'A2:A3'],
  );
});

test('a value under no heading is a problem, an empty formatted cell far to the right is not', async () => {
  const sheet = await firstSheet({
    rows: `<row r="1">${inline('A1', 'Agency')}</row><row r="2">${inline('A2', 'NHS')}${inline('D2', 'stray')}<c r="XFD2" s="1"/></row>`,
  });
  assert.deepEqual(
    sheet.problems.map(({ row, column, value }) => [row, column, value]),
    [[2, 'D', 'stray']],
  );
});

test('hidden sheets are marked and chart sheets are left out', async () => {
  const workbook = await readXlsx(
    made({
      rows: '',
      parts: {
        'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:rel="${relationships}"><x:sheets><x:sheet name="Old" state="veryHidden" rel:id="r0"/><x:sheet name="Chart" rel:id="r1"/></x:sheets></x:workbook>`,
      },
    }),
  );
  assert.deepEqual(
    workbook.sheets.map((sheet) => [sheet.name, sheet.grid.hidden, sheet.problems.length]),
    [['Old', true, 1]],
  );
});

test('a workbook in UTF-16 is read', async () => {
  const sheetXml = `<worksheet xmlns="${main}"><sheetData><row>${inline('A1', 'Café')}</row></sheetData></worksheet>`;
  const parts = { 'xl/worksheets/sheet1.xml': '' };
  const bytes = new Uint8Array(
    Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${sheetXml}`, 'utf16le'),
  );
  const { unzipSync } = await import('fflate');
  const file = zipSync({ ...unzipSync(made({ rows: '', parts })), 'xl/worksheets/sheet1.xml': bytes });
  assert.deepEqual((await readXlsx(file)).sheets[0]?.header, ['Café']);
});

test('a zip bomb is refused before it is unpacked, by its ratio, by its size and by its number of parts', async () => {
  const bomb = made({ rows: `<row><c><v>${'0'.repeat(20_000_000)}</v></c></row>` });
  assert.ok(bomb.length < 100_000);
  await assert.rejects(readXlsx(bomb), refused(/unpacks to far more/));
  const small = made({ rows: `<row>${inline('A1', 'a')}</row>` });
  await assert.rejects(
    readXlsx(small, { ...defaultZipLimits, max_unpacked_bytes: 500 }),
    refused(/unpacks to far more/),
  );
  await assert.rejects(
    readXlsx(small, { ...defaultZipLimits, max_parts: 3 }),
    refused(/unpacks to far more/),
  );
});

test('a part that unpacks to more than it declares is refused', async () => {
  const file = Buffer.from(made({ rows: `<row>${inline('A1', 'x'.repeat(5_000))}</row>` }));
  // Overwrites the unpacked size of every part in the central directory (APPNOTE 4.3.12: offset 24).
  for (let at = file.indexOf('PK\x01\x02'); at !== -1; at = file.indexOf('PK\x01\x02', at + 4))
    file.writeUInt32LE(100, at + 24);
  await assert.rejects(readXlsx(file), refused(/damaged/));
});

test('a document type declaration is refused, so entities neither grow nor fetch', async () => {
  const laughs =
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  for (const part of [
    'xl/worksheets/sheet1.xml',
    'xl/workbook.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]) {
    const file = made({ rows: '', parts: { [part]: `${laughs}<root>&b;&c;</root>` } });
    await assert.rejects(readXlsx(file), refused(/document type declaration/));
  }
});

test('rows out of order, unknown shared texts, broken XML and missing sheets are a damaged workbook, nothing else', async () => {
  const broken: Made[] = [
    { rows: '<row r="2"/><row r="2"/>' },
    { rows: '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>' },
    { rows: '<row r="1"><c t="s"><v>7</v></c></row>' },
    { rows: '<row r="1"><c><v>twelve</v></c></row>' },
    { rows: '<row r="99999999"/>' },
    { rows: '<row><c>' },
    { rows: '&unknown;' },
    { rows: '', parts: { 'xl/workbook.xml': '' } },
  ];
  for (const file of broken)
    await assert.rejects(readXlsx(made(file)), refused(/damaged/), JSON.stringify(file));
});

test('more columns than any return has are refused and do not fill the memory', async () => {
  await assert.rejects(
    readXlsx(made({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })),
    refused(/more rows or columns/),
  );
});

test('names of parts that climb out of the archive are refused', async () => {
  await assert.rejects(
    readXlsx(made({ rows: '', parts: { '../../etc/cron.d/x': 'x' } })),
    refused(/damaged/),
  );
});

test('macros, web pages, CSV, old Excel, Word and OpenDocument are refused, each by its name', async () => {
  await assert.rejects(readXlsx(strToU8('<html><table></table></html>')), refused(/web page/));
  await assert.rejects(readXlsx(strToU8('a,b\n1,2\n')), refused(/plain text/));
  await assert.rejects(readXlsx(strToU8('')), refused(/empty/));
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  await assert.rejects(readXlsx(old), refused(/old format or locked/));
  await assert.rejects(readXlsx(made({ rows: '', parts: { 'xl/vbaProject.bin': 'x' } })), refused(/macros/));
  const ods = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') });
  await assert.rejects(readXlsx(ods), refused(/OpenDocument/));
  const word =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  await assert.rejects(
    readXlsx(made({ rows: '', parts: { '[Content_Types].xml': word } })),
    refused(/Word document/),
  );
  await assert.rejects(readXlsx(made({ rows: '' }).subarray(0, 300)), refused(/damaged/));
});
