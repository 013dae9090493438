import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenNames, givenNamesThatAreWords } from './given-names.ts';

test('a name that is also a word is held as such, and not as a plain name too', () => {
  const both = [...givenNamesThatAreWords].filter((name) => givenNames.has(name));
  assert.deepEqual(both, []);
  for (const word of ['may', 'april', 'will', 'grace', 'hope', 'mark']) {
    assert.ok(givenNamesThatAreWords.has(word));
    assert.ok(!givenNames.has(word));
  }
});

test('names are held in small letters, one word each', () => {
  for (const name of [...givenNames, ...givenNamesThatAreWords]) assert.match(name, /^[a-z]{2,}$/);
});

test('names of children of many backgrounds are known', () => {
  for (const name of ['olivia', 'muhammad', 'aisha', 'jakub', 'priya', 'niamh', 'zofia'])
    assert.ok(givenNames.has(name));
});
