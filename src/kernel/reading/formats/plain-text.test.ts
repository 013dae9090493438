import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadDocument } from '../document.ts';
import { placeIn } from '../document.ts';
import { documentFrom } from '../testing.ts';
import { readPlainText } from './plain-text.ts';

const shown = ({ parts }: ReadDocument) =>
  parts.map((part) =>
    part.kind === 'table' ? `table ${part.line}` : `${part.kind} ${part.line}: ${part.text}`,
  );

test('headings by # keep level and number, bullets and numbers make items, and marks of bold are not read', () => {
  const document = documentFrom(
    [
      '# 2. Our **work**',
      '',
      'We met *four* times.',
      '',
      '- first thing',
      '  - inside it',
      '• second thing',
      'a) lettered',
      '',
      '### Detail',
    ].join('\n'),
  );
  assert.deepEqual(shown(document), [
    'heading 1: Our work',
    'paragraph 3: We met four times.',
    'item 5: first thing',
    'item 6: inside it',
    'item 7: second thing',
    'item 8: lettered',
    'heading 10: Detail',
  ]);
  const [heading, , , inner] = document.parts;
  assert.equal(heading?.kind === 'heading' && heading.number, '2');
  assert.equal(inner?.kind === 'item' && inner.depth, 2);
  assert.equal(document.parts[6]?.section, 0);
});

test('a sentence that a page broke is one paragraph, and each of its lines is still found', () => {
  const document = documentFrom(
    [
      'The partnership has looked at every audit of the year and will bring what it',
      '',
      '',
      'learned to the executive in June.',
      '',
      'It also met.',
    ].join('\n'),
  );
  assert.deepEqual(shown(document), [
    'paragraph 1: The partnership has looked at every audit of the year and will bring what it learned to the executive in June.',
    'paragraph 6: It also met.',
  ]);
  const [first] = document.parts;
  assert.ok(first);
  assert.equal(placeIn(first, 10).line, 1);
  assert.equal(placeIn(first, 90).line, 4);
});

test('short lines in small letters are no broken sentence', () => {
  const document = documentFrom(
    'We want children to have:\n\na safe home\n\na good school\n\nsomebody who listens',
  );
  assert.equal(document.parts.length, 4);
});

test('lines broken at a margin are joined, and a word that the end of a line cut is made whole', () => {
  const document = documentFrom(
    [
      'The partnership is a multi-',
      'agency body for safe-',
      'guarding children, and its',
      'safeguarding training grew.',
      '',
      'Next comes another text of',
      'two lines.',
    ].join('\n'),
  );
  assert.deepEqual(shown(document), [
    'paragraph 1: The partnership is a multi-agency body for safeguarding children, and its safeguarding training grew.',
    'paragraph 6: Next comes another text of two lines.',
  ]);
});

test('a table parted by tabs has its caption, labels and total, and each row its line', () => {
  const document = documentFrom(
    [
      'Sessions of the year\t\t',
      'Course\tSessions\tPeople',
      'Basics\t2\t30',
      'Refresher\t3\t41',
      '<b>Total</b>\t<b>5</b>\t<b>71</b>',
    ].join('\n'),
  );
  const [table] = document.parts;
  assert.ok(table?.kind === 'table');
  assert.equal(table.caption, 'Sessions of the year');
  assert.deepEqual(table.header, ['Course', 'Sessions', 'People']);
  assert.equal(table.total, 2);
  assert.deepEqual(
    table.rows.map(({ line, cells }) => [line, cells[2]?.number?.value]),
    [
      [3, 30],
      [4, 41],
      [5, 71],
    ],
  );
});

test('a tab after a bullet makes no table', () => {
  assert.deepEqual(shown(documentFrom('•\tfirst\n•\tsecond\n1.\tthird')), [
    'item 1: first',
    'item 2: second',
    'item 3: third',
  ]);
});

test('links keep their address, notes are small figures, and tick boxes are what a person sees', () => {
  const [first] = documentFrom(
    'See [our plan](https://example.org/plan_(new)) and https://example.org/a. It grew<sup>2</sup>. $\\boxtimes$ Yes &amp; no',
  ).parts;
  assert.ok(first?.kind === 'paragraph');
  assert.equal(first.text, 'See our plan and https://example.org/a. It grew². ☒ Yes & no');
  assert.deepEqual(
    first.links.map(({ from, to, href }) => [first.text.slice(from, to), href]),
    [
      ['our plan', 'https://example.org/plan_(new)'],
      ['https://example.org/a', 'https://example.org/a'],
    ],
  );
});

test('stars and underscores that are no marks stay', () => {
  assert.deepEqual(shown(documentFrom('A rate of 5 * 3 in file_name_one is *not* new.')), [
    'paragraph 1: A rate of 5 * 3 in file_name_one is not new.',
  ]);
});

test('page numbers, and headers that every page repeats, are not read; pages are counted', () => {
  const page = (number: number) =>
    `Somewhere Partnership report\n\nText number ${'abc'.charAt(number)} of this page is here.\n\nPage ${number + 1} of 3`;
  const document = documentFrom([0, 1, 2].map(page).join('\n\f'));
  assert.equal(document.pages, 3);
  assert.deepEqual(
    document.parts.map(({ page: on }) => on),
    [1, 2, 3],
  );
});

test('a number that stands alone is read unless it counts pages', () => {
  assert.equal(documentFrom('We trained\n\n21\n\npeople in all.').parts.length, 3);
  assert.deepEqual(shown(documentFrom('One text.\n\n1\n\nTwo texts.\n\n2\n\nThree texts.\n\n3')), [
    'paragraph 1: One text.',
    'paragraph 5: Two texts.',
    'paragraph 9: Three texts.',
  ]);
});

test('a heading that every chapter repeats is no furniture', () => {
  const chapters = ['One', 'Two', 'Three', 'Four'].map(
    (name) => `## ${name}\n\nThis was done.\n\n### What comes next\n\nWe will go on.`,
  );
  assert.equal(documentFrom(chapters.join('\n\n')).parts.filter((part) => part.kind === 'heading').length, 8);
});

test('without #, short lines that stand before what they announce are headings, numbered or not', () => {
  const document = documentFrom(
    [
      '1. Introduction',
      '',
      'This report says what was done in the year.',
      '',
      '2. Legal',
      '',
      'There are none.',
      '',
      'Risk management',
      '',
      '3. The risks are held in a register that the executive sees each quarter.',
    ].join('\n'),
  );
  assert.deepEqual(shown(document), [
    'heading 1: Introduction',
    'paragraph 3: This report says what was done in the year.',
    'heading 5: Legal',
    'paragraph 7: There are none.',
    'heading 9: Risk management',
    'paragraph 11: The risks are held in a register that the executive sees each quarter.',
  ]);
  assert.equal(document.parts[2]?.kind === 'heading' && document.parts[2].number, '2');
});

test('numbered questions one after another are a list, and so are short lines', () => {
  const document = documentFrom(
    'We asked:\n\n1. What helps you?\n2. What would you change?\n\nCarers week\n\nBaby week\n\nRoad week\n\nThis is what came of it all.',
  );
  assert.equal(document.parts.filter((part) => part.kind === 'heading').length, 0);
});

test('bold lines are headings only where nothing else marks them', () => {
  const bold = [
    '**First matter**',
    'Text of it.',
    '**Second matter**',
    'Text of it.',
    '**Third matter**',
    'Text of it.',
  ].join('\n\n');
  assert.equal(documentFrom(bold).parts.filter((part) => part.kind === 'heading').length, 3);
  const marked = `# A\n\n# B\n\n# C\n\n${bold}`;
  assert.equal(documentFrom(marked).parts.filter((part) => part.kind === 'heading').length, 3);
});

test('hostile text is read in time', () => {
  const started = performance.now();
  for (const bit of [
    '[',
    '*',
    '<b>',
    '(',
    '\t',
    '. . . ',
    '“',
    '- ',
    '`',
    '\\',
    '&',
    '$\\a',
    'a-\n',
    '[a](',
    '1 A\n',
  ])
    readPlainText('x.txt', bit.repeat(15_000));
  assert.ok(performance.now() - started < 10_000);
});
