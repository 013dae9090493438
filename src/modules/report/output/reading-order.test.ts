import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Footnote, Inline } from '../document.ts';
import { inReadingOrder, statusLine, statusMark } from './reading-order.ts';
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
