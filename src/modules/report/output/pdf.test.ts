import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Block } from '../document.ts';
import { pdfText } from './pdf-text.ts';
import { renderPdf } from './pdf.ts';
import { press } from './press.ts';
import { sampleDocument, smallDocument } from './sample-document.ts';

after(() => press.close());

const words = async (...blocks: Block[]) => pdfText(await renderPdf(smallDocument(blocks)));
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });

test('the sample report becomes a tagged PDF/UA-1 with its language, title and contents', async () => {
  const pdf = Buffer.from(await renderPdf(sampleDocument()));
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const plain = pdf.toString('latin1');
  assert.match(plain, /pdfuaid:part>1</);
  assert.match(plain, /\/StructTreeRoot/);
  assert.match(plain, /\/Marked true/);
  assert.match(plain, /\/Lang \(en-GB\)/);
  assert.match(plain, /Yearly report 2024 to 2025: Fernshire/);
  assert.match(plain, /\/Outlines/);
  for (const tag of ['/TH', '/Note', '/Figure', '/H1', '/H2', '/BlockQuote', '/LI', '/TOCI', '/Caption']) {
    assert.ok(plain.includes(`/S ${tag}`), `no ${tag}`);
  }
  const text = pdfText(pdf);
  assert.ok(text.includes('Draft: not yet signed off'));
  assert.match(text, /Page 12 of \d\d/);
  assert.ok(text.includes('return 260'), 'the last note is there');
});

test('the same document gives the same bytes, after others were set in between', async () => {
  const first = await renderPdf(smallDocument([paragraph('One')]));
  await renderPdf(smallDocument([paragraph('Two')]));
  assert.deepEqual(await renderPdf(smallDocument([paragraph('One')])), first);
});

test('what looks like Typst comes out as it was written', async () => {
  const phrases = [
    '#panic("x") *bold* _it_',
    '$x^2$ @ref <lab> `raw` // c /* d */',
    '[a] {b} ~ -- ---',
    '= Not a heading',
    '+ not a list',
  ];
  const text = await words(
    ...phrases.map(paragraph),
    { kind: 'heading', level: 3, text: '#h[x] *b*', id: 'a' },
    {
      kind: 'table',
      caption: '#caption',
      columns: [{ label: '*label*', numeric: true }],
      rows: [['$cell$']],
      total: ['#total'],
      note: null,
      ref: null,
    },
    { kind: 'quotation', inlines: [], speaker: '@speaker' },
    { kind: 'case-study', title: '_title_', inlines: [] },
  );
  for (const phrase of [
    ...phrases,
    '#h[x] *b*',
    '#caption',
    '*label*',
    '$cell$',
    '#total',
    '@speaker',
    '_title_',
  ]) {
    assert.ok(text.includes(phrase), phrase);
  }
});

test('characters that no font has become squares and the report says so; those it has stay', async () => {
  const text = await words(paragraph('Łódź ελ Привет → ½ 😀 日本'), {
    kind: 'chart',
    chart: 'bars',
    title: 'Chart',
    description: 'A chart',
    unit: 'children',
    points: [{ label: '日本', value: 1 }],
    note: null,
  });
  assert.ok(text.includes('□'));
  assert.match(text, /cannot be printed and stand/);
  assert.ok(text.includes('Привет') && text.includes('Łódź'));
  assert.doesNotMatch(await words(paragraph('Łódź ελ Привет → ½')), /cannot be printed|□/);
});

test('the notes of a table over several pages stand on the pages of their rows, each once', async () => {
  const count = 70;
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const table: Block = {
    kind: 'table',
    caption: 'Figures',
    columns: [
      { label: 'What is counted', numeric: false },
      { label: 'Figure', numeric: true },
    ],
    rows: numbers.map((number) => [`Row ${number} of the table`, String(number)]),
    row_notes: numbers,
    total: null,
    note: null,
    ref: null,
  };
  const footnotes = numbers.map((number) => ({
    number,
    text: `Note of row ${number}, from the register.`,
    ref: `a.b/${number}`,
    path: `/a/${number}`,
  }));
  const text = pdfText(await renderPdf(smallDocument([table], footnotes)));
  for (const number of numbers) {
    assert.equal(text.split(`Note of row ${number}, from the register.`).length, 2, `note ${number}`);
  }
  // The foot of each page ends its text.
  const pages = text.split(/Page \d+ of \d+/);
  const pageOf = (words: string) => pages.findIndex((page) => page.includes(words));
  for (const number of numbers) {
    assert.equal(pageOf(`Note of row ${number}, from`), pageOf(`Row ${number} of the`), `row ${number}`);
  }
  assert.ok(pageOf('Row 70 of the table') > pageOf('Row 1 of the table'));
});

test('empty blocks, a table without rows and a note mentioned twice are no obstacle', async () => {
  const document = smallDocument(
    [
      { kind: 'paragraph', inlines: [] },
      { kind: 'list', items: [[]] },
      {
        kind: 'table',
        caption: 'Empty',
        columns: [{ label: 'A', numeric: false }],
        rows: [],
        total: null,
        note: null,
        ref: null,
      },
      {
        kind: 'chart',
        chart: 'line',
        title: 'None',
        description: 'None',
        unit: 'children',
        points: [],
        note: null,
      },
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'note', number: 9 },
          { kind: 'text', text: 'and' },
          { kind: 'note', number: 9 },
        ],
      },
    ],
    [{ number: 9, text: 'The one source', ref: 'a.b/c', path: '/a' }],
  );
  const text = pdfText(await renderPdf(document));
  assert.equal(text.split('The one source').length, 2);
});
