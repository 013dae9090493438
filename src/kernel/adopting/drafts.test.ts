import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadDocument } from '../reading/document.ts';
import { readMarkdown } from '../reading/formats/markdown.ts';
import { topicNames } from '../evidence/topics.ts';
import type { DraftContent, DraftKind } from './draft.ts';
import { draftsOf, mostDrafts } from './drafts.ts';

const head = '# Annual Report 2024/25\n\nIt covers the period 1 April 2024 to 31 March 2025.\n\n';
const read = (text: string): ReadDocument => readMarkdown('report.md', head + text);

function found<K extends DraftKind>(text: string, kind: K) {
  return draftsOf(read(text)).drafts.flatMap((draft) =>
    draft.content.kind === kind
      ? [{ ...draft, content: draft.content as Extract<DraftContent, { kind: K }> }]
      : [],
  );
}

test('a figure keeps its value, unit, decimals and the time printed beside it', () => {
  const [figure] = found(
    '## Our area\n\n- 5.90% of infants are breastfed at six weeks (Q2 2024/25)\n',
    'figure',
  );
  assert.deepEqual(
    [figure?.content.value, figure?.content.unit, figure?.content.decimals, figure?.content.period?.label],
    [5.9, 'per cent', 2, 'Q2 2024/25'],
  );
  assert.equal(figure?.title, 'Infants are breastfed at six weeks');
  assert.equal(figure?.line, 7);
});

test('a share that prints its counts has both, and the counts make no figure of their own', () => {
  const figures = found('## Audits\n\nWe found that 70% of case files (28 of 40) held a plan.\n', 'figure');
  assert.deepEqual(
    figures.map(({ content }) => [content.value, content.numerator, content.denominator]),
    [[70, 28, 40]],
  );
});

test('with two times beside a figure nobody can tell which is meant, so it has none', () => {
  const text =
    '## Data\n\nThe number rose from 28 young carers in June 2023 to 95 young carers in January 2025.\n';
  assert.deepEqual(
    found(text, 'figure').map(({ content }) => content.period),
    [null, null],
  );
});

test('a figure without a time of its own says that its period is only the document’s', () => {
  const [figure] = found(
    '## Training\n\nIn all 621 learners completed the awareness course online.\n',
    'figure',
  );
  assert.equal(figure?.content.period?.said, 'document');
  assert.equal(figure?.content.period?.from_on, '2024-04-01');
});

test('lengths of time, ages, years, section numbers and numbers in words are no figures', () => {
  const text = `## Work\n\nVisits took place within 14 days. Children aged 12 and 13 in Year 8 came, under section 47 of the Children Act 1989, since 2019. Three of us went.\n`;
  assert.deepEqual(
    found(text, 'figure').map(({ title }) => title),
    [],
  );
});

test('the same figure, and the same sentence, twice is one draft with both places', () => {
  const line = 'In all 621 learners completed the awareness course online.';
  const text = `## Summary\n\n${line}\n\n## Training\n\n${line}\n`;
  for (const kind of ['figure', 'statement'] as const) {
    const [only, ...more] = found(text, kind).filter(({ quote }) => quote.includes('621'));
    assert.deepEqual([only?.line, only?.also_at.map((place) => place.line), more.length], [7, [11], 0], kind);
  }
});

test('a table is one draft: rows as printed, the total apart', () => {
  const text =
    '## Training\n\n| Course | Sessions |\n| --- | --- |\n| Basics | 4 |\n| Refresher | 3 |\n| Total | 7 |\n';
  const [table, ...more] = found(text, 'table');
  assert.equal(more.length, 0);
  assert.deepEqual(table?.content, {
    kind: 'table',
    header: ['Course', 'Sessions'],
    rows: [
      ['Basics', '4'],
      ['Refresher', '3'],
    ],
    total: ['Total', '7'],
  });
});

test('a priority keeps its number; what stands in its chapter is under it, also under headings of the same level', () => {
  const text = `## Priority Two: Safe Online\n\nThe partnership trained forty champions in schools to talk about safety online.\n
## How do we know we are making a difference?\n\nPupils say in every survey that they know whom they can talk to now.\n
## What we will do next\n\nWe will train parents as well by March 2026.\n
## Finance\n\nThe three statutory partners paid the whole budget of the partnership in equal shares.\n`;
  const [priority] = found(text, 'priority');
  assert.deepEqual([priority?.content.name, priority?.content.number], ['Safe Online', 2]);
  const under = found(text, 'statement').map(({ priority: of, part, topics }) => [of, part, topics[0]]);
  assert.deepEqual(under, [
    [null, null, undefined],
    ['Safe Online', null, 'priority'],
    ['Safe Online', 'difference', 'priority'],
    [null, null, 'finance'],
  ]);
  const [step] = found(text, 'next-step');
  assert.deepEqual(
    [step?.priority, step?.part, step?.content.due_label],
    ['Safe Online', 'next', 'By March 2026'],
  );
});

test('one number with two names is one priority that says both', () => {
  const text = `In this year our priorities were:\n\nPriority One: Engaging Families\n\n## Priority One: Working with Whole Families\n\nThe partnership met families in every part of the county and listened.\n`;
  const [priority, ...more] = found(text, 'priority');
  assert.equal(more.length, 0);
  assert.deepEqual(priority?.content, {
    kind: 'priority',
    name: 'Working with Whole Families',
    number: 1,
    also_called: ['Engaging Families'],
  });
});

test('a body is drafted where its name says its kind, and not where it does not', () => {
  const text = `## Governance\n\nThe Missing Children Sub-group and the Parent Carer Forum reported to the Northshire Safeguarding Executive. The National Panel wrote.\n`;
  assert.deepEqual(
    found(text, 'body').map(({ content }) => [content.name, content.body_kind]),
    [
      ['Missing Children Sub-group', 'sub-group'],
      ['Northshire Safeguarding Executive', 'executive'],
    ],
  );
});

test('who said something is told only as a role, never as a name', () => {
  const speakers = (line: string) =>
    found(`## Voice\n\n> ${line}\n`, 'quotation').map(({ content }) => content.speaker);
  const words = '“It was the first time that anybody asked me what I wanted.”';
  assert.deepEqual(speakers(`${words} – a young person`), ['a young person']);
  assert.deepEqual(speakers(`${words} – Meredith Ashdown, parent`), [null]);
  assert.deepEqual(speakers(words), [null]);
});

test('a case study is one draft without consent, and its title gives nothing of the story away', () => {
  const text = `## Case Study\n\nA girl of fifteen told her teacher that she did not want to go home.\n\nShe lives with her aunt now and likes it.\n`;
  const [story, ...more] = found(text, 'case-study');
  assert.equal(more.length, 0);
  assert.equal(story?.content.names_changed, null);
  assert(!/girl|aunt|teacher/.test(story?.title ?? ''));
  assert.deepEqual(found(text, 'figure'), []);
});

test('contents, headings, lone names, page numbers and what others did give no statement', () => {
  const text = `## Contents\n\n- Training 12\n- Finance 14\n\n## Training\n\nAsha Example\n\nHead of Service\n\n12\n\nThe government published new statutory guidance for all agencies in England this year.\n`;
  assert.deepEqual(
    found(text, 'statement').filter(({ quote }) => !quote.startsWith('It covers')),
    [],
  );
});

test('vision and purposes are statements, and not steps to be taken', () => {
  const text = `## Vision, Values and Principles\n\nWe will support and respect families so that they can make their own decisions.\n`;
  assert.deepEqual(found(text, 'next-step'), []);
  assert.equal(found(text, 'statement').at(-1)?.topics[0], 'vision');
});

test('more than a person can look through is left out, and counted', () => {
  const many = Array.from(
    { length: mostDrafts + 40 },
    (_, at) => `- ${at + 10}% of families asked for help.`,
  );
  const { drafts, left_out } = draftsOf(read(`## Data\n\n${many.join('\n')}\n`));
  assert.equal(drafts.length, mostDrafts);
  assert(left_out >= 40);
});

test('whatever is printed, a figure stands on the line it names, with the digits it names', () => {
  const sentence = fc
    .tuple(fc.integer({ min: 6, max: 99_999 }), fc.constantFrom('families', 'pupils', 'audits', 'learners'))
    .map(([count, of]) => `We met ${count.toLocaleString('en-GB')} ${of} and heard what they had to say.`);
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
      const text = head + `## Data\n\n${sentences.join('\n\n')}\n`;
      const lines = text.split('\n');
      const { drafts } = draftsOf(readMarkdown('report.md', text));
      const figures = drafts.flatMap(({ content, line }) =>
        content.kind === 'figure' ? [{ ...content, line }] : [],
      );
      assert.equal(figures.length, sentences.length);
      for (const { value, line } of figures)
        assert(lines[(line ?? 0) - 1]?.includes(value.toLocaleString('en-GB')), `${value} on line ${line}`);
      for (const draft of drafts) assert(draft.topics.every((topic) => topicNames.includes(topic)));
      assert.equal(new Set(drafts.map(({ key }) => key)).size, drafts.length);
    }),
    { numRuns: 60 },
  );
});
