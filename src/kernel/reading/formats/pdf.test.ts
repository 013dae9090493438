import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '../../operation/refusals.ts';
import { readPdf } from './pdf.ts';
import { asPdf, longReport, type Piece, pdfOf } from './testing.ts';

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf('report.pdf', bytes);
  } catch (error) {
    assert.ok(error instanceof InvalidInput);
    return error.fields['file'] ?? '';
  }
  return 'read';
}

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>';
const pages = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const catalogue = '<</Type/Catalog/Pages 2 0 R>>';
const sentence =
  'The partnership looked at what its audits had shown and agreed what should follow from them';

for (const tagged of [true, false]) {
  const kind = tagged ? 'tagged' : 'not tagged';

  test(`a table over two pages is one table, each row with its page (${kind})`, async () => {
    const rows = Array.from({ length: 70 }, (_, at) => [`Course number ${at}`, String(at)]);
    const document = await readPdf(
      'x.pdf',
      asPdf([{ kind: 'table', caption: 'Table 1: All', cells: [['Course', 'Held'], ...rows] }], {
        tagged,
        furniture: true,
      }),
    );
    const [table, ...more] = document.parts;
    assert.deepEqual(more, []);
    assert.ok(table?.kind === 'table');
    assert.deepEqual(table.header, ['Course', 'Held']);
    assert.deepEqual(
      table.rows.map(({ cells }) => cells[1]?.number?.value),
      rows.map((_, at) => at),
    );
    assert.deepEqual([table.rows[0]?.page, table.rows.at(-1)?.page], [1, document.pages]);
    assert.ok((document.pages ?? 0) > 1);
  });

  test(`a sentence over two pages is one, and it is known where the second begins (${kind})`, async () => {
    const text = `${Array.from({ length: 55 }, () => sentence).join(', and ')}.`;
    const document = await readPdf(
      'x.pdf',
      asPdf([{ kind: 'paragraph', text }], { tagged, furniture: true }),
    );
    const [only, ...more] = document.parts;
    assert.deepEqual(more, []);
    assert.ok(only?.kind === 'paragraph');
    assert.equal(only.text, text);
    assert.deepEqual(
      only.breaks?.map((one) => one.page),
      [2],
    );
    const [turn] = only.breaks ?? [];
    assert.ok(turn !== undefined && turn.from > 0.3 * text.length && text.charAt(turn.from - 1) === ' ');
  });
}

test('what stands on every page is dropped; a heading that begins several pages is not', async () => {
  const chapter: Piece[] = [
    { kind: 'heading', level: 1, text: 'A story from practice' },
    ...Array.from(
      { length: 9 },
      (): Piece => ({ kind: 'paragraph', text: `${Array.from({ length: 7 }, () => sentence).join('. ')}.` }),
    ),
  ];
  const document = await readPdf(
    'x.pdf',
    asPdf([...chapter, ...chapter, ...chapter, ...chapter], { tagged: false, furniture: true }),
  );
  assert.equal(document.parts.filter(({ kind }) => kind === 'heading').length, 4);
  assert.doesNotMatch(JSON.stringify(document.parts), /Marshdale|Page \d/);
});

test('the title is what the file says, not the name that a program gave it', async () => {
  const { title } = await readPdf('x.pdf', asPdf(longReport(1), { tagged: true }));
  assert.equal(title, 'Yearly report');
});

test('a scan, a locked file and a broken one are refused, each with what to do', async () => {
  assert.match(await refusal(pdfOf([catalogue, pages, page])), /looks like a scan.*made from/);
  const hex = '<' + '4f'.repeat(32) + '>';
  const lock = `<</Filter/Standard/V 2/R 3/Length 128/P -44/O ${hex}/U ${hex}>>`;
  assert.match(
    await refusal(pdfOf([catalogue, pages, page, lock], {}, `/Encrypt 4 0 R/ID[${hex}${hex}]`)),
    /locked with a password/,
  );
  const whole = asPdf(longReport(2), { tagged: true });
  assert.match(await refusal(whole.subarray(0, whole.length / 2)), /damaged or was not sent completely/);
  assert.match(await refusal(new TextEncoder().encode('%PDF-1.7\nand nothing else')), /damaged/);
});

test('a file of far too many pages is refused before they are read', async () => {
  const many = Array.from({ length: 700 }, () => '3 0 R').join(' ');
  assert.match(
    await refusal(pdfOf([catalogue, `<</Type/Pages/Kids[${many}]/Count 700>>`, page])),
    /700 pages; at most 600/,
  );
});
