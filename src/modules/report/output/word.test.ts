import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { text as readText } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { ReportDocument } from '../document.ts';
import { press } from './press.ts';
import { sampleDocument, smallDocument } from './sample-document.ts';
import { renderWord } from './word.ts';

after(() => press.close());

/** The XML parts of the file by name, and the names of the others with nothing. */
async function parts(document: ReportDocument): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(await renderWord(document)));
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const xml = /\.(xml|rels)$/.test(entry.fileName);
    found.set(entry.fileName, xml ? await readText(await zip.openReadStreamPromise(entry)) : '');
  }
  return found;
}

const count = (text: string | undefined, pattern: RegExp) => [...(text ?? '').matchAll(pattern)].length;

test('the sample report has real headings, contents, notes, lists, table headers and described charts', async () => {
  const document = sampleDocument();
  const file = await parts(document);
  const body = file.get('word/document.xml') ?? '';
  assert.equal(count(body, /<w:pStyle w:val="Heading1"\/>/g), 12);
  assert.equal(count(body, /<w:pStyle w:val="Heading2"\/>/g), 36);
  assert.equal(count(body, /<w:pStyle w:val="Heading3"\/>/g), 12);
  assert.equal(count(body, /<w:pStyle w:val="Title"\/>/g), 1);
  assert.match(body, /TOC \\h \\o &quot;1-1&quot;/);
  assert.match(
    body,
    /PAGEREF[^<]+<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>\d+</,
    'page numbers are written',
  );
  assert.equal(count(body, /<w:tbl>/g), 44);
  assert.equal(count(body, /<w:tblHeader\/>/g), 44);
  assert.equal(count(body, /<w:footnoteReference w:id="/g), document.footnotes.length);
  assert.equal(count(body, /<w:numPr>/g), 12 * 3 * 3);
  assert.equal(count(body, /<wp:docPr [^>]*descr="(Contacts|Main reason)/g), 20);
  assert.equal(count(body, /<a:blip r:embed=/g), 20);
  assert.ok([...file.keys()].some((name) => name.endsWith('.png')));

  const notes = file.get('word/footnotes.xml') ?? '';
  for (const { text } of document.footnotes) assert.ok(notes.includes(text), text);
  assert.match(file.get('word/styles.xml') ?? '', /<w:lang w:val="en-GB"\/>/);
  assert.match(file.get('docProps/core.xml') ?? '', /<dc:title>Yearly report 2024 to 2025: Fernshire/);
  const headers = [...file].filter(([name]) => /word\/header\d/.test(name)).map(([, xml]) => xml);
  assert.equal(headers.length, 2);
  for (const xml of headers) assert.match(xml, /Draft: not yet signed off/);
  assert.ok(
    [...file].some(([name, xml]) => /word\/footer\d/.test(name) && /PAGE/.test(xml) && /NUMPAGES/.test(xml)),
  );
});

test('what looks like markup comes out as it was written', async () => {
  const attack = '</w:t><w:br/> & "quoted" {{x}}';
  const file = await parts(
    smallDocument(
      [
        {
          kind: 'paragraph',
          inlines: [
            { kind: 'text', text: attack },
            { kind: 'note', number: 1 },
          ],
        },
      ],
      [{ number: 1, text: attack, ref: 'a.b/1', path: '/a' }],
    ),
  );
  const escaped = /&lt;\/w:t&gt;&lt;w:br\/&gt; &amp; (&quot;|")quoted(&quot;|") \{\{x\}\}/;
  assert.match(file.get('word/document.xml') ?? '', escaped);
  assert.match(file.get('word/footnotes.xml') ?? '', escaped);
});

test('a note mentioned twice is one note; the second mention points back at the first', async () => {
  const file = await parts(
    smallDocument(
      [
        {
          kind: 'paragraph',
          inlines: [
            { kind: 'note', number: 1 },
            { kind: 'note', number: 1 },
          ],
        },
      ],
      [{ number: 1, text: 'Source', ref: 'a.b/1', path: '/a' }],
    ),
  );
  const body = file.get('word/document.xml');
  assert.equal(count(body, /<w:footnoteReference /g), 1);
  assert.equal(count(body, /<w:bookmarkStart [^>]*w:name="note_1"/g), 1);
  assert.equal(count(body, /<w:hyperlink [^>]*w:anchor="note_1"/g), 1);
});

test('a row of a table carries its note in its first cell', async () => {
  const file = await parts(
    smallDocument(
      [
        {
          kind: 'table',
          caption: 'Figures',
          columns: [
            { label: 'What is counted', numeric: false },
            { label: 'Figure', numeric: true },
          ],
          rows: [
            ['Audits', '5'],
            ['Rapid reviews', '3'],
          ],
          row_notes: [null, 1],
          total: null,
          note: null,
          ref: null,
        },
      ],
      [{ number: 1, text: 'The register of reviews', ref: 'a.b/1', path: '/a' }],
    ),
  );
  const cells = (file.get('word/document.xml') ?? '').split('<w:tc>').slice(1);
  assert.deepEqual(
    cells.map((cell) => /<w:footnoteReference /.test(cell)),
    [false, false, false, false, true, false],
  );
  assert.match(cells[4] ?? '', /Rapid reviews/);
  assert.match(file.get('word/footnotes.xml') ?? '', /FootnoteText[\s\S]*The register of reviews/);
  assert.match(file.get('word/document.xml') ?? '', /TOC \\h \\o &quot;1-2&quot;/);
});

test('every distance of lines is a proportion, or some readers cut the charts', async () => {
  const styles = (await parts(smallDocument([]))).get('word/styles.xml') ?? '';
  const distances = [...styles.matchAll(/<w:spacing [^>]*w:line="[^>]*>/g)].map(([tag]) => tag);
  assert.ok(distances.length > 5);
  for (const tag of distances) assert.match(tag, /w:lineRule="auto"/);
});

test('a published report carries no mark', async () => {
  const file = await parts(smallDocument([]));
  assert.ok(![...file.values()].some((xml) => /Draft|Withdrawn/.test(xml)));
});
