import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom } from '../../reading/testing.ts';
import { sectionNumbers } from './section-numbers.ts';

const words = ['Introduction', 'Method', 'Context', 'Findings', 'Learning', 'Training', 'Voice', 'Money'];
const headed = (...numbers: string[]) =>
  documentFrom(
    numbers.map((n, i) => `## ${n} ${words[i % words.length]}\n\nSome words of text here.\n`).join('\n'),
  );
const said = (...numbers: string[]) =>
  sectionNumbers.check(headed(...numbers), []).map(({ message }) => message);

test('a doubled, a missing and a misplaced number are each told apart', () => {
  assert.deepEqual(said('1.', '2.', '3.', '3.'), ['3 numbers two sections.']);
  assert.deepEqual(said('1.', '2.', '4.', '5.'), ['No section is numbered 3; 4 follows 2.']);
  assert.deepEqual(said('1.', '3.', '2.', '4.'), ['2 comes after 3.']);
  assert.deepEqual(said('1.', '1.1', '1.2', '1.2', '2.'), ['1.2 numbers two sections.']);
});

test('numberings that are right are never flagged, however deep', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }), (chapters) => {
      const numbers = chapters.flatMap((inner, i) => [
        `${i + 1}.`,
        ...Array.from({ length: inner }, (_, j) => `${i + 1}.${j + 1}`),
      ]);
      assert.deepEqual(said(...numbers), []);
    }),
    { numRuns: 60 },
  );
});

test('a numbering may begin anew under another heading, and may begin at any number', () => {
  const chapters = [
    '# One',
    '## 1. First',
    'Text of it.',
    '## 2. Second',
    'Text of it.',
    '# Two',
    '## 1. First',
    'Text.',
    '## 2. Next',
    'Text.',
  ];
  assert.deepEqual(sectionNumbers.check(documentFrom(chapters.join('\n\n')), []), []);
  assert.deepEqual(said('4.', '5.', '6.'), []);
});

test('days in names are no numbers of sections', () => {
  assert.deepEqual(said('Introduction', '16 Days of', 'Learning', '999 calls and'), []);
});

const paper = (numbers: readonly number[]) =>
  documentFrom(
    numbers
      .map(
        (n, i) =>
          `${n}.      The committee receives this paper so that members can ask about ${words[i % words.length]}.\n`,
      )
      .join('\n'),
  );
const ofPaper = (...numbers: number[]) =>
  sectionNumbers.check(paper(numbers), []).map(({ message }) => message);

test('numbered paragraphs that run through a paper are read the same way', () => {
  assert.deepEqual(ofPaper(1, 2, 3, 4, 5, 6, 7), []);
  assert.deepEqual(ofPaper(1, 2, 3, 4, 5, 5, 6), ['5 numbers two paragraphs.']);
  assert.deepEqual(ofPaper(1, 2, 3, 4, 5, 7, 8), ['No paragraph is numbered 6; 7 follows 5.']);
});

test('a list inside a numbered paragraph counts by itself', () => {
  assert.deepEqual(ofPaper(1, 2, 3, 4, 5, 1, 2, 3, 6, 7), []);
  assert.deepEqual(ofPaper(1, 2, 3, 1, 2, 3, 1, 2), []);
});

const priorities = (...numbers: string[]) =>
  documentFrom(numbers.map((n) => `## Priority ${n}: Something to do\n\nText about it.\n`).join('\n'));

test('a priority left out between others is asked about, and a shorter list is not', () => {
  const [finding] = sectionNumbers.check(priorities('One', 'Two', 'Four'), []);
  assert.equal(finding?.message, 'There is no priority 3, though the others are numbered 1 to 4.');
  assert.deepEqual(sectionNumbers.check(priorities('One', 'Two', 'Three'), []), []);
  assert.deepEqual(sectionNumbers.check(priorities('Two', 'Four'), []), []);
});
