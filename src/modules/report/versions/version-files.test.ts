import assert from 'node:assert/strict';
import { text as readText } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import yauzl from 'yauzl';
import { resultOf, type TestHouse, type TestPartnership } from '../../../ground/testing.ts';
import { NotFound } from '../../../kernel/operation/refusals.ts';
import type { ReportFormatName } from '../output/formats.ts';
import { pdfText } from '../output/pdf-text.ts';
import { press } from '../output/press.ts';
import { lengthWords } from './film-script.ts';
import { alt, texts, versionHouse, writeAll, year } from './testing.ts';
import { renderFilmScript, renderVersion } from './version-files.operations.ts';
import type { VersionKind } from './version.ts';

let home: TestHouse;
let fern: TestPartnership;
let marl: TestPartnership;

before(async () => {
  ({ home, fern, marl } = await versionHouse());
  await writeAll(home, fern, 'children');
  await writeAll(home, fern, 'easy-read');
});
after(async () => {
  press.close();
  await home.close();
});

const fileOf = async (kind: VersionKind, format: ReportFormatName) =>
  (await resultOf(home.house, renderVersion, fern.manager, { year, kind, format })).file;
const scriptOf = async (format: ReportFormatName) =>
  (await resultOf(home.house, renderFilmScript, fern.manager, { year, kind: 'children', format })).file;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function wordPart(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry())
    if (entry.fileName === name) return readText(await zip.openReadStreamPromise(entry));
  return assert.fail(`There is no ${name}`);
}

test('the web page carries each picture with its words, in larger type, and says nothing of Working Together', async () => {
  const page = textOf((await fileOf('children', 'html')).bytes);
  assert.equal([...page.matchAll(/<img [^>]*src="data:image\/png;base64,[^"]+"[^>]*>/g)].length, 2);
  assert.equal(page.split(`alt="${alt}"`).length, 3);
  assert.match(page, /<article class="[^"]*report-is-large/);
  assert.match(page, /img-src data:/);
  assert(!page.includes('Written under') && !page.includes('<div class="report-beside"'));
  assert(page.includes('What you told us') && page.includes(texts.told));
});

test('easy read has the picture on the left of its text, and a line for each sentence', async () => {
  const page = textOf((await fileOf('easy-read', 'html')).bytes);
  assert.equal(page.split('<div class="report-beside">').length, 3);
  assert.match(page, /report-beside"><img [^>]+>\s*<div>\s*<h3/);
  assert(page.includes('<p>It was 60 in every 100.</p>') && page.includes('<p>Now it is 75.</p>'));
});

test('the PDF is tagged, its pictures are figures with their words', async () => {
  for (const kind of ['children', 'easy-read'] as const) {
    const pdf = Buffer.from((await fileOf(kind, 'pdf')).bytes);
    const plain = pdf.toString('latin1');
    assert.match(plain, /pdfuaid:part>1</);
    assert.match(plain, /\/Marked true/);
    assert.match(plain, /\/S \/Figure/);
    assert.equal(plain.split(`/Alt (${alt})`).length, 3, kind);
    assert(pdfText(pdf).includes('one person who listens'));
  }
});

test('the Word file describes its pictures, has real headings, and nothing in it is under 14 points', async () => {
  for (const kind of ['children', 'easy-read'] as const) {
    const { bytes } = await fileOf(kind, 'docx');
    const body = await wordPart(bytes, 'word/document.xml');
    assert.equal([...body.matchAll(new RegExp(`<wp:docPr [^>]*descr="${alt}"`, 'g'))].length, 2);
    assert.equal([...body.matchAll(/<w:pStyle w:val="Heading2"\/>/g)].length, 8);
    const styles = await wordPart(bytes, 'word/styles.xml');
    // The library's own styles of notes stay as they are; a version has no notes.
    const ours = [...styles.matchAll(/<w:style [^>]*w:styleId="(?!Endnote|\w+Char")\w+".*?<\/w:style>/gs)];
    const sizes = ours.flatMap(([style]) =>
      [...style.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size)),
    );
    assert(Math.min(...sizes) >= 28, `${Math.min(...sizes)} half points`);
    assert.match(styles, /<w:docDefaults>.*?<w:sz w:val="32"/s);
  }
});

test('a draft says so in its name and on its pages', async () => {
  const { name, bytes } = await fileOf('children', 'html');
  assert.equal(name, 'fern-children-version-2024-25-draft.html');
  assert(textOf(bytes).includes('Draft: not yet signed off'));
});

test('the script for a film has a scene for each priority: what is seen, what is said, how long it takes, and nobody’s name', async () => {
  const page = textOf((await scriptOf('html')).bytes);
  for (const words of ['Scene 2: Harm outside the home', 'What is seen', alt, 'What is said', texts.changed])
    assert(page.includes(words), words);
  assert.match(page, /Length: <\/strong>about 40 seconds \(80 words at 130 a minute\)/);
  assert(page.includes('Nobody is named.'));
  assert(
    (await wordPart((await scriptOf('docx')).bytes, 'word/document.xml')).includes('Scene 3: Safe babies'),
  );
});

test('a length is told in steps of five seconds', () => {
  assert.equal(lengthWords('word '.repeat(130)), 'about 1 minute (130 words at 130 a minute)');
  assert.equal(lengthWords('word '.repeat(131)), 'about 1 minute 5 seconds (131 words at 130 a minute)');
  assert.equal(lengthWords('word'), 'about 5 seconds (1 word at 130 a minute)');
});

test('another partnership has nothing to hand out', async () => {
  const asked = { year, kind: 'children', format: 'html' } as const;
  for (const operation of [renderVersion, renderFilmScript])
    await assert.rejects(resultOf(home.house, operation, marl.manager, asked), NotFound);
});
