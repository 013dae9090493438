import assert from 'node:assert/strict';
import { test } from 'node:test';
import { othersNamed, piecesOf, spansOf } from './left-out.ts';

const field = (text: string) => ({ field: 'text', label: 'Text', text });
const given = (text: string, passages: string[]) => {
  const of = field(text);
  return piecesOf(of, spansOf(passages, [of]).spans);
};

test('a passage is taken out at each place where it stands, whatever the case of its letters', () => {
  assert.deepEqual(given('Ada met Ben. BEN left.', ['ben']), ['Ada met ', null, '. ', null, ' left.']);
});

test('passages that overlap, touch or stand beside each other become one mark, so their number is not told', () => {
  assert.deepEqual(given('Ada Bell Crane went', ['Ada Bell', 'Bell Crane']), [null, ' went']);
  assert.deepEqual(given('Ada Bell Crane went', ['Ada', 'Bell', 'Crane']), [null, ' went']);
  assert.deepEqual(given('all of it', ['all of it']), [null]);
});

test('however long the words were, what is given is the same', () => {
  assert.deepEqual(
    given('told Al so', ['Al']),
    given('told Bartholomew Featherstonehaugh so', ['Bartholomew Featherstonehaugh']),
  );
});

test('what stands nowhere is said, and a sign that means something in a pattern is only a sign', () => {
  assert.deepEqual(spansOf(['(a+b)', 'x|y', 'Zoë'], [field('so (a+b) and zoë')]).missing, ['x|y']);
  assert.deepEqual(given('a.c abc [x] O’Neil', ['a.c', '[x]', "O'Neil"]), [null, ' abc ', null]);
});

test('words copied over a line break are found', () => {
  assert.deepEqual(given('told Mrs\n  Crane so', ['Mrs Crane']), ['told ', null, ' so']);
});

test('others are proposed by whole name and by family name, as whole words and never by a part of one', () => {
  const proposals = othersNamed(
    [
      { name: 'Dr Ada Crane', who: 'professional' },
      { name: 'Ben Lee', who: 'child' },
    ],
    [field('Ada Crane, Crane and cranes; Ben Lee and Lee; Beneath')],
  );
  assert.deepEqual(
    proposals.map(({ words, who }) => [words, who]),
    [
      ['Ada Crane', 'professional'],
      ['Crane', 'professional'],
      ['Ben Lee', 'child'],
    ],
  );
});

test('somebody else is proposed however their name was written, and the hidden signs go with it', () => {
  const text = 'Bén\u00a0Lée';
  const [proposal] = othersNamed(
    [{ name: 'Be\u0301n Le\u0301e', who: 'child' }],
    [field(`so ${text} \u200bcame`)],
  );
  assert.equal(proposal?.words, text);
  assert.deepEqual(given('told A\u200bda so', ['Ada']), ['told ', null, ' so']);
});
