import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Footnote, Inline } from '../document.ts';
import { inReadingOrder, onPaper, startsPage, statusLine, statusMark } from './reading-order.ts';
import { sampleDocument, smallDocument } from './sample-document.ts';

const footnote = (number: number): Footnote => ({
  number,
  text: `Source ${number}`,
  ref: `a.b/${number}`,
  path: `/a/${number}`,
});
const cites = (...numbers: number[]): Block => ({
  kind: 'paragraph',
  inlines: numbers.map((number): Inline => ({ kind: 'note', number })),
});

test('notes are numbered by first mention, keep their source, and those nobody mentions are left out', () => {
  const ordered = inReadingOrder(
    smallDocument([cites(7, 3), cites(7)], [footnote(1), footnote(3), footnote(7)]),
  );
  assert.deepEqual(ordered.chapters[0]?.blocks, [cites(1, 2), cites(1)]);
  assert.deepEqual(
    ordered.footnotes.map(({ number, text }) => [number, text]),
    [
      [1, 'Source 7'],
      [2, 'Source 3'],
    ],
  );
});

test('the marks of rows are numbered after what stands above the table and before its own note', () => {
  const table: Block = {
    kind: 'table',
    caption: 'Figures',
    columns: [{ label: 'What', numeric: false }],
    rows: [['A'], ['B'], ['C']],
    row_notes: [9, null, 4],
    total: null,
    note: [{ kind: 'note', number: 2 }],
    ref: null,
  };
  const above: Block = { kind: 'paragraph', inlines: [{ kind: 'cited', text: '28', number: 4 }] };
  const { chapters, footnotes } = inReadingOrder(
    smallDocument([above, table], [footnote(2), footnote(4), footnote(9)]),
  );
  assert.deepEqual(chapters[0]?.blocks, [
    { kind: 'paragraph', inlines: [{ kind: 'cited', text: '28', number: 1 }] },
    { ...table, row_notes: [2, null, 1], note: [{ kind: 'note', number: 3 }] },
  ]);
  assert.deepEqual(
    footnotes.map(({ text }) => text),
    ['Source 4', 'Source 9', 'Source 2'],
  );
  assert.throws(() => inReadingOrder(smallDocument([table], [footnote(9), footnote(2)])), /mentions note 4/);
});

test('on paper, words that stand for a record are followed by its mark', () => {
  assert.deepEqual(onPaper([{ kind: 'cited', text: '95', number: 3 }]), [
    { kind: 'text', text: '95' },
    { kind: 'note', number: 3 },
  ]);
});

test('a short chapter follows the one before it, unless that is the summary or it is of a priority', () => {
  const chapter = (id: string, words = 10) => ({
    id,
    number: 1,
    title: id,
    blocks: [
      { kind: 'paragraph' as const, inlines: [{ kind: 'text' as const, text: 'word '.repeat(words) }] },
    ],
  });
  assert.equal(startsPage(chapter('forewords'), undefined), true);
  assert.equal(startsPage(chapter('money'), chapter('training')), false);
  assert.equal(startsPage(chapter('money', 2000), chapter('training')), true);
  assert.equal(startsPage(chapter('summary'), chapter('forewords')), true);
  assert.equal(startsPage(chapter('national-context'), chapter('summary')), true);
  assert.equal(startsPage(chapter('priority-1'), chapter('partnership')), true);
});

test('a document already in order comes out unchanged', () => {
  const document = sampleDocument();
  assert.deepEqual(inReadingOrder(document), document);
});

test('a mark without its note is refused by number', () => {
  assert.throws(() => inReadingOrder(smallDocument([cites(4)], [footnote(1)])), /mentions note 4/);
});

test('a third-level heading without a second-level one above it moves up, so that no level is skipped', () => {
  const heading = (level: 2 | 3, id: string): Block => ({ kind: 'heading', level, text: 'Heading', id });
  const { chapters } = inReadingOrder(
    smallDocument([heading(3, 'a'), heading(3, 'b'), heading(2, 'c'), heading(3, 'd')]),
  );
  assert.deepEqual(
    chapters[0]?.blocks.map((block) => block.kind === 'heading' && block.level),
    [2, 3, 2, 3],
  );
});

test('ids given twice, or that would meet our own, are made different', () => {
  const heading = (id: string): Block => ({ kind: 'heading', level: 2, text: 'Heading', id });
  const { chapters } = inReadingOrder(
    smallDocument([heading('only'), heading('note-1'), heading('"x y"'), heading('')]),
  );
  assert.deepEqual(
    chapters[0]?.blocks.map((block) => block.kind === 'heading' && block.id),
    ['only-2', 'section-note-1', '-x-y-', 'section-'],
  );
});

test('characters that XML forbids become spaces, in every text', () => {
  const text = 'a\u0000b\ud800c\uffffd\u009fe é 😀';
  const ordered = inReadingOrder({
    ...smallDocument([{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }]),
    title: text,
  });
  assert.equal(ordered.title, 'a b c d e é 😀');
  assert.deepEqual(ordered.chapters[0]?.blocks, [
    { kind: 'paragraph', inlines: [{ kind: 'text', text: 'a b c d e é 😀' }] },
  ]);
});

test('the status is said in words, with its day', () => {
  assert.equal(statusMark(sampleDocument('draft')), 'Draft: not yet signed off');
  assert.equal(statusMark(sampleDocument('published')), null);
  assert.equal(statusLine(sampleDocument('published')), 'Published 30 September 2025');
  assert.equal(statusLine(sampleDocument('withdrawn')), 'Withdrawn. It had been published 30 September 2025');
});
