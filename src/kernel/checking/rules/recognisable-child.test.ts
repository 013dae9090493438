import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './recognisable-child.ts';

const story = (text: string, heading = 'Case study') =>
  rule.check(documentFrom(`# Annual report\n\n## ${heading}\n\n${text}\n`), []);

test('several kinds of detail around a rare event are asked about', () => {
  const [found] = story(
    'A child aged 7 with two younger siblings went to court with their mother. She came to Brightwater Hospital.',
  );
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /“court”.*“aged 7”.*“Brightwater Hospital”/);
});

test('many of them stand in the way of publication', () => {
  const [found] = story(
    'On 3 May 2024 a boy aged 9, the eldest child of a couple who met online, was trafficked. He was in intensive care, and ' +
      'the court gave us parental responsibility. His family had £400.',
  );
  assert.equal(found?.severity, 'high');
});

for (const [why, text] of Object.entries({
  'an ordinary story':
    'A GP rang about a child and their mother. The mother was offered help early, and her anxiety grew less.',
  'an age and a family, without a rare event':
    'A 3-year-old child lives with mum and two younger siblings. Mum went back to work.',
  'a town that is called like an event':
    'A 7-year-old child of a single parent lives in Bury with an older sibling. She likes school.',
  'one rare event and nothing else':
    'The child came to hospital. The family was offered help by several services.',
})) {
  test(`silent about ${why}`, () => assert.deepEqual(story(text), []));
}

test('what is told of many children is no story', () => {
  const text =
    'Of 48 children, some had been trafficked, some were known to the court and some were in hospital, aged 7 to 16.';
  assert.deepEqual(story(text, 'What we did'), []);
});
