import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stableJson } from '../../kernel/evidence/evidence.ts';
import { chapter, compose, marksOf, of, priority, table, words } from './composing/composed.ts';
import type { ReportFinding } from './composition.ts';
import { findReportFindings } from './findings.ts';
import {
  emptyComposition,
  sampleComposition,
  sampleItem,
  sampleStatement,
  sampleTable,
} from './sample-composition.ts';

test('every note mark has its footnote, every footnote is marked, and headings have ids of their own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (count) => {
      const sample = sampleComposition(count);
      const items = sample.items.map((item, at) => (at % 2 === 0 ? item : { ...item, source: null }));
      const document = compose({ ...sample, items });
      const blocks = document.chapters.flatMap((each) => each.blocks);
      const marks = new Set(blocks.flatMap(marksOf));
      assert.deepEqual(
        [...marks].sort((a, b) => a - b),
        document.footnotes.map(({ number }) => number),
      );
      const ids = [
        ...document.chapters.map(({ id }) => id),
        ...blocks.flatMap((b) => (b.kind === 'heading' ? [b.id] : [])),
      ];
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        document.chapters.map(({ number }) => number),
        document.chapters.map((_, at) => at + 1),
      );
    }),
    { numRuns: 20 },
  );
});

test('the same composition gives the same document', () => {
  assert.equal(stableJson(compose(sampleComposition(60))), stableJson(compose(sampleComposition(60))));
});

test('every item of the year stands in the report', () => {
  const items = sampleComposition(60).items.map((item) => ({ ...item, title: `Title ${item.ref}` }));
  const document = compose(emptyComposition({ items }));
  const marked = new Set(document.footnotes.map(({ ref }) => ref));
  assert.deepEqual(
    items.filter(({ ref }) => !marked.has(ref)).map(({ ref }) => ref),
    [],
  );
});

test('a priority answers three questions, and says where nothing is recorded', () => {
  const done = sampleItem('1', sampleStatement('Schools were trained.'), {
    group: priority,
    part: 'done',
    topics: ['priority'],
  });
  const blocks = chapter(of(done), 'priority-1');
  assert.deepEqual(
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    ['What we have done', 'How we know it made a difference', 'What we will do next'],
  );
  assert.equal(blocks.filter((block) => block.kind === 'aside' && block.tone === 'gap').length, 2);
});

test('an empty chapter is a gap where the law asks for it and is left out where it does not', () => {
  const document = of();
  assert.match(words(chapter(document, 'voice')), /^Nothing is recorded on voice.*YR23-09 asks for it/);
  assert.ok(!document.chapters.some(({ id }) => id === 'communications' || id === 'restraint'));
});

test('what the law asks for stands duty by duty, with the chapter to look in', () => {
  const document = of(sampleItem('1', sampleStatement('They said.'), { topics: ['voice'] }));
  const voice = document.chapters.find(({ id }) => id === 'voice');
  const row = table(chapter(document, 'what-the-law-asks')).rows.find(([duty]) =>
    duty?.startsWith('YR23-09'),
  );
  assert.equal(row?.at(-1), `Chapter ${voice?.number}`);
  assert.match(row?.[3] ?? '', /^Partly met\. 1 record linked\./);
});

test('words written for a chapter open it, by paragraphs', () => {
  const document = compose(emptyComposition({ chapter_texts: { communications: 'One.\n\nTwo.' } }));
  assert.deepEqual(
    chapter(document, 'communications')
      .slice(1)
      .map((block) => words([block])),
    ['One.', 'Two.'],
  );
});

test('a draft shows what stands in the way of sign-off beside the record; a published report does not', () => {
  const rows = [
    ['A', 4, 3],
    ['B', 3, 2],
  ];
  const items = [sampleItem('1', sampleTable(rows, ['Total', 9, 5]))];
  const draft = emptyComposition({ items });
  assert.match(words(chapter(compose(draft), 'training')), /Before sign-off: Sessions: the rows give 7/);
  const edition = { ...draft.edition, state: 'published' as const, published_on: '2025-09-01' };
  assert.doesNotMatch(words(chapter(compose({ ...draft, edition }), 'training')), /Before sign-off/);
});

test('a finding that was explained stands with its reason and name', () => {
  const composition = emptyComposition({
    items: [sampleItem('1', sampleTable([['A', 7, 5]], ['Total', 9, 5]))],
  });
  const waived = { reason: 'A course was cancelled', by: 'Chair' };
  const findings = findReportFindings(composition).map((found): ReportFinding => ({ ...found, waived }));
  const document = compose(composition, findings);
  assert.match(
    words(chapter(document, 'about-this-report')),
    /Why it stands: A course was cancelled \(Chair\)/,
  );
  assert.doesNotMatch(words(chapter(document, 'training')), /Before sign-off/);
});

test('two priorities with one number are still two chapters', () => {
  const item = (id: string, title: string) =>
    sampleItem(id, sampleStatement(title), {
      group: { ref: `plan.priority/${id}`, title, order: 1 },
      part: 'done',
    });
  const titles = of(item('a', 'Neglect'), item('b', 'Babies')).chapters.map(({ title }) => title);
  assert.ok(titles.includes('Priority 1: Neglect') && titles.includes('Priority 1: Babies'));
});
