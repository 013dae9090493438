import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passagesIn, placesOf } from './passages.ts';

const found = (passage: string, text: string) =>
  placesOf(passage, text).map(({ from, to }) => text.slice(from, to));

test('a name is found in whatever form its letters were typed or copied', () => {
  const forms = [
    'Zoë Fernley',
    'Zoe\u0308 Fernley',
    'ZOË FERNLEY',
    'Zo\u00ebFernley'.replace('F', '\u00a0F'),
    'Zo\u200bë Fern\u00adley',
    '\u202eZoë\u202c Fernley',
    'Zoë\r\n  Fernley',
    'Zoë \u2060Fernl\ufeffey',
    'Ｚoë Fernley',
  ];
  for (const form of forms) assert.equal(found('Zoë Fernley', `of ${form}, it says`).length, 1, form);
  for (const form of forms) assert.equal(found(form, 'of Zoë Fernley, it says').length, 1, form);
});

test('what is taken out is the passage, with the signs inside it that nobody sees, and nothing beside it', () => {
  assert.deepEqual(found('Ada', 'x A\u200bd\u00ada\u0301 A\u200bda y'), ['A\u200bda']);
  assert.deepEqual(found('O’Neil-Strauß', "so O'NEIL‑STRAUSS came"), ["O'NEIL‑STRAUSS"]);
  assert.deepEqual(found('a.c', 'abc a.c'), ['a.c']);
  assert.deepEqual(found('aa', 'aaa'), ['aa']);
  assert.deepEqual(found(' \u200b ', 'anything at all'), []);
});

test('one passage a line', () => {
  assert.deepEqual(passagesIn(' one \n\none\r\ntwo '), ['one', 'two']);
  assert.deepEqual(passagesIn(null), []);
});
