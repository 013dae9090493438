import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingEase } from './reading-age.ts';

const plain =
  'We asked you what makes you feel safe. You told us you want one person to talk to. So now each child has one. We will ask you again in May.';
const official =
  'Multi-agency safeguarding arrangements were strengthened by comprehensive implementation of collaborative information-sharing protocols, consolidating organisational accountability across participating agencies.';

test('plain words in short sentences can be read at seven, an official sentence only by adults', () => {
  assert((readingEase(plain).reading_age ?? 99) <= 7);
  assert((readingEase(official.repeat(2)).reading_age ?? 0) >= 18);
});

test('longer sentences never make a text younger, and a handful of words has no age', () => {
  const joined = plain.replaceAll('. ', ' and ');
  assert((readingEase(joined).reading_age ?? 0) > (readingEase(plain).reading_age ?? 0));
  assert.equal(readingEase('We listened to you.').reading_age, null);
});

test('what a child stumbles over is named: the long sentences and the long words, each once', () => {
  const { long_sentences, long_words } = readingEase(`${plain} ${official} Our organisational work goes on.`);
  assert.deepEqual(long_sentences, [official]);
  assert.equal(long_words.filter((word) => word === 'organisational').length, 1);
  assert(!long_words.includes('safe'));
});
