import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '../../operation/refusals.ts';
import type { ReadDocument } from '../document.ts';
import { readDocx } from './docx.ts';
import { wordFile, wordStyles, wordZip } from './testing.ts';

const run = (text: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const bold = '<w:b/>';

const shown = ({ parts }: ReadDocument) =>
  parts.map((part) => {
    if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${part.text}`;
    return part.kind === 'table'
      ? part.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))
      : `${part.kind}: ${part.text}`;
  });

const read = async (body: string, more: Record<string, string> = {}) =>
  readDocx('report.docx', wordFile(body, more));

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readDocx('report.docx', bytes);
  } catch (error) {
    assert.ok(error instanceof InvalidInput);
    return error.fields['file'] ?? '';
  }
  return 'read';
}

test('a heading is told by its style, whatever language Word speaks and whoever derived it', async () => {
  const styles = wordStyles({
    berschrift1: '<w:name w:val="heading 1"/>',
    House2: '<w:name w:val="House heading"/><w:basedOn w:val="Middle"/>',
    Middle: '<w:name w:val="Middle"/><w:basedOn w:val="H2"/>',
    H2: '<w:name w:val="Anything"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    Circle: '<w:name w:val="Circle"/><w:basedOn w:val="Circle"/>',
    Titel: '<w:name w:val="Title"/>',
    Strong: '<w:name w:val="House strong"/><w:rPr><w:b/></w:rPr>',
  });
  const document = await read(
    [
      paragraph(run('Yearly report'), style('Titel')),
      paragraph(run('Neglect'), style('berschrift1')),
      paragraph(run('What we did'), style('House2')),
      paragraph(run('A story from practice'), style('Strong')),
      paragraph(run('Only text.'), style('Circle')),
    ].join(''),
    { 'word/styles.xml': styles },
  );
  assert.deepEqual(shown(document), [
    '# Yearly report',
    '# Neglect',
    '## What we did',
    '### A story from practice',
    'paragraph: Only text.',
  ]);
  assert.equal(document.title, 'Yearly report');
});

test('a short paragraph wholly in bold is a heading, unless it is a sentence, in a table, or names one', async () => {
  const table = `<w:tbl>${row(cell('Course'), cell('Attendees'))}${row(cell('Basics'), cell('12'))}</w:tbl>`;
  const document = await read(
    [
      paragraph(run('What we ', bold) + run('did', bold)),
      paragraph(run('Bold', bold) + run(' only here')),
      paragraph(run('This is a whole sentence.', bold)),
      paragraph(run('Courses of the year', bold)),
      table,
    ].join(''),
  );
  assert.deepEqual(shown(document), [
    '# What we did',
    'paragraph: Bold only here',
    'paragraph: This is a whole sentence.',
    ['Basics|12'],
  ]);
  const last = document.parts.at(-1);
  assert.equal(last?.kind === 'table' && last.caption, 'Courses of the year');
});

test('what tracked changes delete or move away is not read, what they insert is; nor are hidden words', async () => {
  const document = await read(
    paragraph(
      run('We met ') +
        `<w:del w:id="1"><w:r><w:delText>four</w:delText></w:r></w:del>` +
        `<w:ins w:id="2">${run('six')}</w:ins>` +
        `<w:moveFrom w:id="3">${run(' never')}</w:moveFrom>` +
        run(' secretly', '<w:vanish/>') +
        run(' times.'),
    ),
  );
  assert.deepEqual(shown(document), ['paragraph: We met six times.']);
});

test('text in a text box is read once, and pictures are not', async () => {
  const box = `<w:txbxContent>${paragraph(run('In a box.'))}</w:txbxContent>`;
  const document = await read(
    paragraph(
      `${run('Beside it.')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><a:x xmlns:a="a">${box}</a:x></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  );
  assert.deepEqual(shown(document), ['paragraph: Beside it.', 'paragraph: In a box.']);
});

test('cells that span columns or rows are laid out, and a frame around text is no table', async () => {
  const table = [
    row(cell('Course', '<w:vMerge w:val="restart"/>'), cell('2024/25', '<w:gridSpan w:val="2"/>')),
    row(cell('', '<w:vMerge/>'), cell('Planned'), cell('Held')),
    row(cell('Basics'), cell('3'), cell('2')),
  ];
  const document = await read(
    `<w:tbl>${table.join('')}</w:tbl>${paragraph('')}<w:tbl>${row(cell('Only framed.'))}</w:tbl>`,
  );
  const [first, framed] = document.parts;
  assert.ok(first?.kind === 'table');
  assert.deepEqual(
    first.rows.at(-1)?.cells.map(({ number }) => number?.value ?? null),
    [null, 3, 2],
  );
  assert.equal(framed?.kind === 'paragraph' && framed.text, 'Only framed.');
});

test('pages are those that Word noted, and a paragraph that runs over says where', async () => {
  const turn = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const document = await read(
    [
      paragraph(run('On the first page.')),
      paragraph(`${run('This begins on the first ')}${turn}${run('and ends on the second.')}`),
      paragraph(`<w:r><w:lastRenderedPageBreak/><w:t>On the third.</w:t></w:r>`),
      `<w:tbl>${row(cell('Course'), cell('Held'))}${row(cell('Basics'), cell('2'))}</w:tbl>`,
    ].join(''),
  );
  assert.equal(document.pages, 3);
  assert.deepEqual(
    document.parts.map(({ page }) => page),
    [1, 1, 3, 3],
  );
  const [, over, , table] = document.parts;
  assert.deepEqual(over?.breaks, [{ from: 'This begins on the first '.length, line: null, page: 2 }]);
  assert.deepEqual(table?.kind === 'table' && table.rows.map(({ page }) => page), [3]);
  assert.ok(document.parts.every(({ line }) => line === null));
});

test('a long text is read in pieces, and its notes keep their numbers', async () => {
  const body = Array.from({ length: 900 }, (_, at) =>
    paragraph(
      `${run(`${'Paragraph of the report '.repeat(20)} ${at}.`)}<w:r><w:footnoteReference w:id="${at + 1}"/></w:r>`,
    ),
  );
  const notes = Array.from(
    { length: 900 },
    (_, at) => `<w:footnote w:id="${at + 1}">${paragraph(run(`Source ${at}.`))}</w:footnote>`,
  );
  const document = await read(body.join(''), {
    'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${notes.join('')}</w:footnotes>`,
  });
  const prose = document.parts.filter(({ kind }) => kind === 'paragraph');
  const read900 = document.parts.filter(({ kind }) => kind === 'note');
  assert.equal(prose.length, 900);
  assert.deepEqual(
    [prose[899], read900[899]].map((part) => part?.kind !== 'table' && part?.text.slice(-8)),
    [' 899.⁹⁰⁰', 'rce 899.'],
  );
  assert.match(read900[899]?.kind === 'note' ? read900[899].text : '', /^⁹⁰⁰/);
});

test('what is no Word file, or is one only in name, is refused with what to do', async () => {
  const whole = wordFile(paragraph(run('Text.')));
  assert.match(await refusal(whole.subarray(0, whole.length / 2)), /damaged or was not sent completely/);
  assert.match(await refusal(wordZip({})), /holds no document/);
  assert.match(await refusal(wordZip({ 'word/document.xml': '<w:document><w:body>' })), /damaged/);
  assert.match(
    await refusal(wordZip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' })),
    /document type/,
  );
  const sheet = {
    '[Content_Types].xml': '<Types><Override ContentType="x.spreadsheetml.sheet.main+xml"/></Types>',
  };
  assert.match(await refusal(wordZip(sheet)), /an Excel workbook/);
});
