import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stableJson } from '../../kernel/evidence/evidence.ts';
import type { EvidenceItem } from '../../kernel/evidence/evidence.ts';
import { composeDocument } from './compose.ts';
import type { Composition, ReportFinding } from './composition.ts';
import { reportCoverage } from './coverage.ts';
import type { Block, Inline, ReportDocument } from './document.ts';
import { findReportFindings } from './rules/index.ts';
import {
  emptyComposition,
  sampleClaim,
  sampleComposition,
  sampleItem,
  sampleMeasure,
  sampleStatement,
  sampleTable,
} from './sample-composition.ts';

function compose(composition: Composition, findings = findReportFindings(composition)): ReportDocument {
  return composeDocument(composition, reportCoverage(composition), findings);
}
const of = (...items: EvidenceItem[]) => compose(emptyComposition({ items }));
const chapter = ({ chapters }: ReportDocument, id: string) => {
  const found = chapters.find((each) => each.id === id);
  assert.ok(found, id);
  return found.blocks;
};
function inlinesOf(block: Block): Inline[] {
  if ('inlines' in block) return block.inlines;
  if (block.kind === 'list') return block.items.flat();
  return ('note' in block && block.note) || [];
}
const words = (blocks: readonly Block[]) =>
  blocks
    .flatMap(inlinesOf)
    .map((inline) => (inline.kind === 'note' ? '' : inline.text))
    .join('');
const table = (blocks: readonly Block[]) => {
  const found = blocks.find((block) => block.kind === 'table');
  assert.ok(found?.kind === 'table');
  return found;
};
const priority = { ref: 'plan.priority/1', title: 'Neglect', order: 1 };

test('every note mark has its footnote, every footnote is marked, and headings have ids of their own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (count) => {
      const sample = sampleComposition(count);
      const items = sample.items.map((item, at) => (at % 2 === 0 ? item : { ...item, source: null }));
      const document = compose({ ...sample, items });
      const blocks = document.chapters.flatMap((each) => each.blocks);
      const marks = new Set(
        blocks.flatMap(inlinesOf).flatMap((inline) => (inline.kind === 'note' ? [inline.number] : [])),
      );
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

test('a figure is printed with its period and area, and its footnote says where it comes from', () => {
  const item = sampleItem('1', sampleMeasure(5.9, 'per cent', { decimals: 1 }), {
    title: 'Smoking',
    topics: ['area'],
  });
  const document = of(item);
  assert.deepEqual(table(chapter(document, 'children-in-the-area')).rows, [
    ['Smoking', '5.9%', '2024/25', 'Fernshire', ''],
  ]);
  assert.deepEqual(document.footnotes, [
    {
      number: 1,
      text: 'Smoking. 2024/25. Fernshire. Source: Return to the business unit, row 1.',
      ref: 'evidence.item/1',
      path: '/evidence/items/1',
    },
  ]);
});

test('a printed total that its rows contradict stays, with the sum of the rows beside it', () => {
  const shown = table(
    chapter(
      of(
        sampleItem(
          '1',
          sampleTable(
            [
              ['A', 7, 5],
              ['B', 6, 8],
            ],
            ['Total', 15, 13],
          ),
        ),
      ),
      'training',
    ),
  );
  assert.deepEqual(shown.rows.at(-1), ['Sum of the rows, worked out here', '13', '13']);
  assert.deepEqual(shown.total, ['Total (as printed)', '15', '13']);
  const right = table(
    chapter(
      of(
        sampleItem(
          '1',
          sampleTable(
            [
              ['A', 7, 5],
              ['B', 6, 8],
            ],
            ['Total', 13, 13],
          ),
        ),
      ),
      'training',
    ),
  );
  assert.equal(right.rows.length, 2);
});

test('courses are drawn as bars of those who came', () => {
  const blocks = chapter(
    of(
      sampleItem(
        '1',
        sampleTable([
          ['A', 7, 125],
          ['B', 6, 134],
        ]),
      ),
    ),
    'training',
  );
  const chart = blocks.find((block) => block.kind === 'chart');
  assert.deepEqual(chart?.kind === 'chart' && chart.points, [
    { label: 'A', value: 125 },
    { label: 'B', value: 134 },
  ]);
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

test('a claim is printed with its grade in words and its figures before and after', () => {
  const figure = (id: string, value: number, label: string) =>
    sampleItem(id, sampleMeasure(value, 'young carers'), {
      title: 'Young carers',
      topics: ['data-use'],
      period: { from: null, to: null, label },
    });
  const [before, after] = [figure('b', 28, 'June 2023'), figure('a', 95, 'January 2025')];
  const cited = (item: EvidenceItem, purpose: 'baseline' | 'follow-up') => ({
    ref: item.ref,
    title: item.title,
    path: item.path,
    purpose,
    source_title: null,
    content: item.content,
    moved: purpose === 'follow-up',
  });
  const rests_on = [cited(before, 'baseline'), cited(after, 'follow-up')];
  const claim = sampleItem('c', sampleStatement('More young carers are known.'), {
    group: priority,
    part: 'difference',
    claim: sampleClaim({ grade: 'measured', headline: true, rests_on }),
  });
  const document = of(before, after, claim);
  const blocks = chapter(document, 'priority-1');
  assert.match(
    words(blocks),
    /known\. \(measured\) It rests on: before, 28 young carers \(June 2023\); after, 95 young carers \(January 2025\), which has changed since it was cited\./,
  );
  const chart = blocks.find((block) => block.kind === 'chart');
  assert.deepEqual(chart?.kind === 'chart' && chart.points, [
    { label: 'Before: June 2023', value: 28 },
    { label: 'After: January 2025', value: 95 },
  ]);
  assert.match(words(chapter(document, 'summary')), /More young carers are known\. \(measured\)/);
});

test('an asserted claim says that nothing recorded shows it', () => {
  const claim = sampleItem('c', sampleStatement('It helped.'), {
    group: priority,
    part: 'difference',
    claim: sampleClaim(),
  });
  const blocks = chapter(of(claim), 'priority-1');
  assert.match(words(blocks), /asserted: nothing recorded shows it.*Every claim here is asserted/);
});

test('an empty chapter is a gap where the law asks for it and is left out where it does not', () => {
  const document = of();
  assert.match(words(chapter(document, 'voice')), /Nothing is recorded on: voice.*YR23-09 asks for it/);
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
  const items = [sampleItem('1', sampleTable([['A', 7, 5]], ['Total', 9, 5]))];
  const draft = emptyComposition({ items });
  assert.match(words(chapter(compose(draft), 'training')), /Before sign-off: Item 1/);
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
  assert.ok(titles.includes('Neglect') && titles.includes('Babies'));
});
