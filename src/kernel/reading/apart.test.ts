// Files made to harm, each read in a process of its own: all end in a refusal worded for a person, and leave nothing behind.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { InvalidInput } from '../operation/refusals.ts';
import { readApart } from './apart.ts';
import { asDocx, asPdf, longReport, pdfOf, wordFile, wordZip } from './formats/testing.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const mebibyte = 1024 * 1024;

/** Memory of the processes that this one started, as Linux counts it; null on other systems. */
function childrensPeak(): number | null {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    const peaks = children.map((pid) =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    );
    return Math.max(0, ...peaks) * 1024;
  } catch {
    return null;
  }
}

interface Outcome {
  refusal: string | null;
  /** Bytes; 0 where the system does not say. */
  peak: number;
}

async function outcome(name: string, given: Uint8Array): Promise<Outcome> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, childrensPeak() ?? 0);
  }, 5);
  try {
    await readApart(name, given);
    return { refusal: null, peak };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { refusal: error.fields['file'] ?? '', peak };
  } finally {
    clearInterval(watch);
  }
}

const tooMuch = /too large or too complicated to read/;
const cell = '<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>';
const page =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>';
const bigStream = deflateSync(
  Buffer.from('BT /F1 12 Tf 10 700 Td (Text without an end) Tj ET\n'.repeat(1_500_000)),
);
const endlessPage = pdfOf(
  [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    page,
    `<</Length ${bigStream.length}/Filter/FlateDecode>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ],
  { 4: bigStream },
);

const hostile: Record<string, [given: Uint8Array, refusal: RegExp]> = {
  'a zip bomb.docx': [wordZip({ 'word/document.xml': ' '.repeat(190 * mebibyte) }), /unpacks to far more/],
  'entities without end.docx': [
    wordZip({
      'word/document.xml': `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghi'.replaceAll(/./g, (letter) => `<!ENTITY ${letter} "${`&${String.fromCharCode(letter.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><x>&i;</x>`,
    }),
    /document type/,
  ],
  'ten thousand rows.docx': [
    wordFile(`<w:tbl>${`<w:tr>${cell.repeat(5)}</w:tr>`.repeat(10_000)}</w:tbl>`),
    /rows of tables/,
  ],
  'tables in tables.docx': [
    wordFile('<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)),
    /too complicated/,
  ],
  'ten thousand rows.html': [
    bytes(`<!doctype html><table>${'<tr><td>a<td>1'.repeat(10_000)}</table>`),
    /more than 5,000 rows/,
  ],
  'cut off.pdf': [
    asPdf(longReport(3), { tagged: true }).subarray(0, 20_000),
    /damaged or was not sent completely/,
  ],
  'pages in themselves.pdf': [
    pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 40>>']),
    /damaged/,
  ],
  'a page without an end.pdf': [endlessPage, tooMuch],
  'nested.html': [
    bytes(`<!doctype html>${'<div>'.repeat(2_000_000)}x`),
    /too large or too complicated|too deep/,
  ],
  'unclosed.html': [
    bytes(`<!doctype html>${'<b><i><p>'.repeat(300_000)}x`),
    /too large or too complicated|too deep/,
  ],
  'stars.md': [bytes('*a **b '.repeat(1_000_000)), tooMuch],
  'nothing.txt': [new Uint8Array(100 * mebibyte), /larger than 25 MB/],
  'less nothing.txt': [new Uint8Array(20 * mebibyte), /not of a kind that can be read/],
};

for (const [name, [given, refusal]] of Object.entries(hostile)) {
  test(`${name} is refused, in little memory, and no process is left of it`, async () => {
    const { refusal: found, peak } = await outcome(name, given);
    assert.match(found ?? 'It was read.', refusal);
    assert.ok(peak < 240 * mebibyte, `${Math.round(peak / mebibyte)} MiB`);
    assert.equal(childrensPeak() ?? 0, 0);
  });
}

test('a page with a script is read without it', async () => {
  const document = await readApart(
    'x.html',
    bytes(`<!doctype html><p>Words.</p><script>${'while(true){}'.repeat(100_000)}</script>`),
  );
  assert.deepEqual(
    document.parts.map((part) => part.kind !== 'table' && part.text),
    ['Words.'],
  );
});

test('a report of two hundred pages is read all the same, as Word file and as PDF', async () => {
  const pieces = longReport(117);
  const pdf = await readApart('report.pdf', asPdf(pieces, { tagged: false, furniture: true }));
  assert.ok((pdf.pages ?? 0) >= 200);
  assert.equal(pdf.parts.filter(({ kind }) => kind === 'table').length, 117);
  const word = await readApart('report.docx', await asDocx(pieces));
  assert.equal(word.parts.filter(({ kind }) => kind === 'table').length, 117);
});

test('documents read at the same time do not disturb each other', async () => {
  const [good, bad, other] = await Promise.all([
    readApart('a.txt', bytes('The first report.')),
    outcome('b.md', bytes('*a **b '.repeat(1_000_000))),
    readApart('c.txt', bytes('The other report.')),
  ]);
  assert.deepEqual(
    [good, other].map(({ parts: [part] }) => part?.kind !== 'table' && part?.text),
    ['The first report.', 'The other report.'],
  );
  assert.match(bad.refusal ?? '', tooMuch);
});
