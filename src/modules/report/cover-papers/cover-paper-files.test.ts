import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { resultOf, type TestHouse, type TestPartnership, testHouse } from '../../../ground/testing.ts';
import { readApart } from '../../../kernel/reading/apart.ts';
import { press } from '../output/press.ts';
import { publishReport } from '../testing.ts';
import {
  answerCoverPaper,
  beginCoverPaper,
  readCoverPaper,
  renderCoverPaper,
  signOffCoverPaper,
} from './cover-paper.operations.ts';
import { leedsAnswers, yorkAnswers } from './testing.ts';

const year = '2024-25';
let home: TestHouse;
let fern: TestPartnership;

before(async () => {
  home = await testHouse();
  fern = await home.partnership('fern');
  await publishReport(home, fern, year);
});
after(async () => {
  press.close();
  await home.close();
});

test('the web page, the PDF and the Word file of a signed paper say the same, and the PDF is PDF/UA', async () => {
  for (const [template, answers] of Object.entries({ york: yorkAnswers, leeds: leedsAnswers })) {
    const begin = {
      year,
      template_id: template,
      committee: 'Cabinet',
      meeting_on: '2025-10-14',
      decision: 'note',
    } as const;
    const { id } = await resultOf(home.house, beginCoverPaper, fern.manager, begin);
    await resultOf(home.house, answerCoverPaper, fern.manager, { id, answers });
    await resultOf(home.house, signOffCoverPaper, fern.manager, { id });
    const given = async (format: 'html' | 'pdf' | 'docx') =>
      (await resultOf(home.house, renderCoverPaper, fern.manager, { id, format })).file;
    const { document } = await resultOf(home.house, readCoverPaper, fern.manager, { id });
    assert(document);
    const [page, pdf, word] = await Promise.all([given('html'), given('pdf'), given('docx')]);
    assert.match(Buffer.from(pdf.bytes).toString('latin1'), /pdfuaid:part>1</);
    assert.match(page.name, /^fern-cover-paper-2025-10-14\.html$/);
    const html = Buffer.from(page.bytes).toString();
    assert.match(html, /\(ticked\)/);
    assert.doesNotMatch(html, /role="group" aria-label=""/);
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1, 'one title');
    levels.forEach((level, at) =>
      assert(level <= (levels[at - 1] ?? 0) + 1, 'no level of heading is skipped'),
    );
    const files = { html: page, pdf, docx: word };
    const texts: Record<string, string> = {};
    for (const [format, { name, bytes }] of Object.entries(files)) {
      const { parts } = await readApart(name, bytes);
      texts[format] = plain(JSON.stringify(parts));
    }
    assert.doesNotMatch(texts['pdf'] ?? '', /□/);
    const said = wordsIn(document);
    assert(said.length > 40);
    // The number of a heading is read apart from its words.
    for (const words of said.map((one) => one.replace(/^\d+\. /, '')).filter((one) => one !== 'ticked'))
      for (const [format, text] of Object.entries(texts))
        assert(text.includes(plain(words)), `${format} of ${template} does not say “${words}”`);
    const ticked = said.filter((one) => one === 'ticked').length;
    assert(ticked > 1);
    // The web page says it in words, and keeps the picture of a box from readers' voices.
    for (const [format, text] of Object.entries(texts))
      assert.equal(
        text.split(format === 'html' ? '(ticked)' : '☒').length - 1,
        ticked,
        `boxes ticked in ${format}`,
      );
  }
});

/** Every text of a document by itself: a reader of PDF must not have to put typefaces together. */
function wordsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['text', 'title', 'label', 'rows'].includes(key) && value !== '' ? [value] : [];
  if (key === 'ticked') return value === true ? [key] : [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, name));
}

/** Without spaces, which the forms break in different places. */
const plain = (text: string) => text.replaceAll(/\s+/g, '');
