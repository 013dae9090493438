import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { placeholderLeftIn } from './placeholder-left-in.ts';

const found = (text: string) =>
  placeholderLeftIn.check(documentFrom(`# Yearly report\n\n## Training\n\n${text}\n`), []);
const marked = (text: string) => found(text).map(({ message }) => /“(.*)”/.exec(message)?.[1]);

test('a figure that was never put in stands in the way of sign-off', () => {
  for (const text of [
    'In all, xx% of schools returned the audit.',
    'We trained XX professionals over the year.',
    'The deficit of £xx,xxx was met by the council.',
    'There were [number] notifications.',
    'The cost of the review was £ and it was shared.',
    'During the year X children were discussed.',
  ]) {
    assert.deepEqual(
      found(text).map(({ severity }) => severity),
      ['high'],
      text,
    );
  }
});

test('words still to be written are found, each once', () => {
  for (const [text, words] of [
    ['The next conference is on TBC at the town hall.', 'TBC'],
    ['[Insert photo of the conference here]', '[Insert photo of the conference here]'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
    ['The number of visits was ???? at the end of March.', '????'],
    ['The board ( ) agreed the plan.', '( )'],
    ['See Error! Reference source not found. for the figures.', 'Error! Reference source not found.'],
    ['The result was #DIV/0! in March.', '#DIV/0!'],
    ['Wards affected: delete as appropriate', 'delete as appropriate'],
    ['Click here to enter text.', 'Click here to enter text'],
    ['Signed on xx/xx/2025 by the partners.', 'xx/xx/2025'],
    ['The plan runs until 20XX for all.', '20XX'],
  ] as const) {
    assert.ok(marked(text).includes(words), `${text}: ${marked(text).join(' | ')}`);
    assert.ok(found(text).every(({ severity }) => severity === 'medium'));
  }
  assert.equal(found('Lorem ipsum and then nothing.').length, 1);
});

test('a note between editors is found', () => {
  assert.equal(found('[Health to confirm these figures]').length, 1);
  assert.equal(found('DN: check with the police before it goes out.').length, 1);
});

test('a gap in a table is found in its cell', () => {
  const [finding, ...others] = found('Course\tSessions\tAttendees\nCourse one\t4\t50\nCourse two\tTBC\t61');
  assert.deepEqual(others, []);
  assert.deepEqual(finding?.mark?.cell, { row: 1, column: 1 });
});

test('what only looks like a gap is left alone', () => {
  for (const text of [
    'Part XX of the Act, and chapter XXI of the handbook.',
    'The partnership posts on X (formerly another name); it has 1,083 X followers.',
    'We ask: what would you do? What next?',
    'The child (aged 8) and the carer(s) met the practitioner (social worker).',
    'Costs are in pounds (£) and rounded to £1,000.',
    'They will enter the building by the side door and insert their card.',
    'The group considered what is still to be confirmed by research.',
    'It was 100% of the target, and 12 children took part.',
    'Family X and Child Y are known to services.',
    'Further details are at https://example.org/page?x=xx&y=[name].',
    '- [ ] Yes\n- [x] No',
    'NHS and £s per head.',
  ])
    assert.deepEqual(marked(text), [], text);
});

test('letters in place of a name are right in what children say', () => {
  assert.deepEqual(marked('> "[Name] helped me and XX came too, ??? I said."'), []);
});

test('a pound sign over bare figures is their unit; beside figures that carry their own it is a gap', () => {
  assert.deepEqual(found('Income\t£\nCouncil\t1,200\nPolice\t300\nSpending\t£\nStaff\t900'), []);
  assert.equal(found('Income\tAmount\nCouncil\t£1,200\nPolice\t£\nHealth\t£300').length, 1);
});

test('the note of a template about its own table is found', () => {
  assert.deepEqual(marked('Appendices\n\n*Add rows as required to box below'), [
    'Add rows as required to box below',
  ]);
});
