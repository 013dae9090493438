import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingsOver, isProse, type ReadDocument } from './document.ts';
import { documentFrom } from './testing.ts';

const text = (...lines: string[]) => documentFrom(lines.join('\n\n'));
const voices = ({ parts }: ReadDocument) => parts.filter(isProse).map(({ voice }) => voice);
const stances = ({ parts }: ReadDocument) => parts.filter(isProse).map(({ stance }) => stance);

test('each part stands under its heading, up to the chapter', () => {
  const document = text('# One', 'a b c.', '## Two', 'd e f.', '### Three', 'g h i.', '## Four', 'j k l.');
  const over = document.parts
    .filter(isProse)
    .map((part) => headingsOver(document, part).map((heading) => heading.text));
  assert.deepEqual(over, [['One'], ['Two', 'One'], ['Three', 'Two', 'One'], ['Four', 'One']]);
});

test('the list of contents is told from the headings, with or without dots', () => {
  const dotted = text(
    '# Contents',
    'Training ........ 3\nFinance\t.....  12',
    '# Training',
    'It grew.',
    '# Finance',
    'It shrank.',
  );
  assert.deepEqual(
    dotted.parts.map((part) => part.kind),
    ['heading', 'contents', 'contents', 'heading', 'paragraph', 'heading', 'paragraph'],
  );
  assert.deepEqual(
    dotted.parts.flatMap((part) => (part.kind === 'contents' ? [part.text] : [])),
    ['Training', 'Finance'],
  );
  const plain = text(
    '# Contents',
    '- Training\n- Finance',
    '# Training',
    'It grew.',
    '# Finance',
    'It shrank.',
  );
  assert.deepEqual(plain.parts.filter((part) => part.kind === 'contents').length, 2);
  const tabbed = text(
    '# Contents',
    'Training\t3\nFinance\t12',
    '# Training',
    'It grew.',
    '# Finance',
    'It shrank.',
  );
  assert.deepEqual(tabbed.parts.map((part) => part.kind).slice(0, 4), [
    'heading',
    'contents',
    'contents',
    'heading',
  ]);
});

test('a quotation is told by its marks, its italics or its block, also over several paragraphs', () => {
  assert.deepEqual(
    voices(
      text(
        '> We were listened to.',
        '“It helped me to say what I wanted to say.” – young person, 15',
        '*"It was a good day for all of us"*',
        'We said “yes”.',
      ),
    ),
    ['quotation', 'quotation', 'quotation', 'own'],
  );
  assert.deepEqual(
    voices(
      text(
        '‘The arrangements are mature, and children’s views are heard.',
        'Links with housing are good.',
        'Plans are owned by all’. An inspector',
        'We agree.',
      ),
    ),
    ['quotation', 'quotation', 'quotation', 'own'],
  );
  assert.deepEqual(voices(text('“This is never closed.', 'So it is ours.')), ['own', 'own']);
});

test('a story begins after its heading or a short line, and ends with the section or where it turns to services', () => {
  const document = text(
    '# Chapter',
    'We did much.',
    '## Case study',
    'A mother asked for help with her son.',
    'He was seen in a week.',
    'Schools and services across the area have seen far fewer referrals.',
    'They go on.',
    '## Next',
    'We did more.',
  );
  assert.deepEqual(voices(document), ['own', 'case-study', 'case-study', 'own', 'own', 'own']);
  assert.deepEqual(
    voices(
      text('# Work', '**Practice example: early help**', 'A girl of nine had a plan.', '# Other', 'We met.'),
    ),
    ['case-study', 'case-study', 'own'],
  );
  assert.deepEqual(
    voices(
      text(
        '## A child’s story',
        '### How it began',
        'She had moved twice.',
        'This example shows what we do.',
      ),
    ),
    ['case-study', 'own'],
  );
  assert.deepEqual(voices(text('## Learning from case reviews', 'Partners looked at three of them.')), [
    'own',
  ]);
});

test('what is meant is told by heading, by the line that leads in, and by its verbs', () => {
  assert.deepEqual(
    stances(text('# What we will do next', 'Training goes on.', '# What we did', 'We trained many.')),
    ['aim', 'fact'],
  );
  assert.deepEqual(
    stances(
      text('# Our year', 'In the coming year we will:', '- train more', '- meet less', 'We trained many.'),
    ),
    ['aim', 'aim', 'aim', 'fact'],
  );
  assert.deepEqual(
    stances(
      text('# Our year', 'The partnership will review this in May.', 'We reviewed it, and we will again.'),
    ),
    ['aim', 'aim'],
  );
  assert.deepEqual(stances(text('# Our year', 'The review was held in May. We will hold another.')), [
    'fact',
  ]);
  assert.deepEqual(stances(text('# Progress against our priorities for the year', 'We trained many.')), [
    'fact',
  ]);
});

test('what others did is told by heading and by who acts', () => {
  assert.deepEqual(
    stances(
      text('# National context', 'Numbers have risen since 2021.', '# Our area', 'They have not risen here.'),
    ),
    ['others', 'fact'],
  );
  assert.deepEqual(
    stances(
      text(
        '# Our area',
        'The government published new guidance in March.',
        'Ofsted inspected us, and the partnership changed its plan.',
      ),
    ),
    ['others', 'others'],
  );
});

test('the title is taken from the cover, in one line or several', () => {
  assert.equal(
    text('# Annual Report', '2024/25', '# Contents', 'Work ..... 3', '# Work', 'Done.').title,
    'Annual Report 2024/25',
  );
  assert.equal(
    text(
      'Somewhere Partnership',
      'Report of: The director',
      'Somewhere Partnership yearly report 2023/24',
      '# One',
      'Text.',
      '# Two',
      '# Three',
    ).title,
    'Somewhere Partnership yearly report 2023/24',
  );
  assert.equal(text('# Foreword', 'We are glad.', '# Work', 'Done.', '# More').title, null);
  assert.equal(text('This begins at once with a sentence.').title, null);
});

test('the period is what the text says, else what the title says, else unknown', () => {
  const stated = text(
    '# Report 2023/24',
    'This report covers the period from 1 March 2024 to 31 March 2025.',
  );
  assert.deepEqual(stated.period, { from_on: '2024-03-01', to_on: '2025-03-31' });
  assert.deepEqual(text('# Annual report 2023-24', 'Text.').period, {
    from_on: '2023-04-01',
    to_on: '2024-03-31',
  });
  assert.equal(text('# Annual report', 'Text of 2023.').period, null);
  const other = text(
    '# Annual report 2024/25',
    'The police strategy is for the period from 1 April 2021 to 31 March 2026.',
  );
  assert.deepEqual(other.period, { from_on: '2024-04-01', to_on: '2025-03-31' });
});

test('the edition is the one in force on publication, or on 30 September after the period', () => {
  assert.equal(text('# Annual report 2022/23', 'Text.').framework_id, 'WT2018');
  const late = text('# Annual report 2022/23', 'Published: 9 January 2024', 'Text.');
  assert.equal(late.published_on, '2024-01-09');
  assert.equal(late.framework_id, 'WT2023');
  assert.equal(text('# Annual report 2015/16', 'Text.').framework_id, null);
  assert.equal(text('# Annual report', 'Text.').framework_id, null);
  assert.equal(
    text('# Annual report 2024/25', 'The strategy was published on 3 May 2019.').published_on,
    null,
  );
});

test('words are counted in prose and tables', () => {
  assert.equal(text('# One two', 'Three, four.', 'Area\tPlans\nNorth\t7').words, 8);
});
