import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { misspellings } from '../vocabulary/misspellings.ts';
import { misspelt } from './misspelt.ts';

const found = (text: string) => misspelt.check(documentFrom(text), []);

test('misspelt words are told in one finding, each with the word meant and its lines', () => {
  const [finding, ...others] = found(
    '# Foreward\n\nThe safegaurding of children is a committment.\n\nOur foreward ends.\n',
  );
  assert.deepEqual(others, []);
  assert.equal(finding?.severity, 'low');
  assert.match(finding?.message ?? '', /^3 words are misspelt: “Foreward” for “foreword” \(lines 1, 5\)/);
});

test('abbreviations, names, right words and children’s own words are left alone', () => {
  for (const text of [
    'The AE department and its practitioners liaise; formally agreed, formerly known.',
    'A foreword, an independent scrutineer, persistent absence, targeted and targetted help.',
    '> "Teh worker definately helped me becuase she listened."',
  ])
    assert.deepEqual(found(`# Report\n\n${text}\n`), [], text);
});

test('no misspelling is listed with itself, and none is the right spelling of another', () => {
  const right = new Set(Object.values(misspellings).flatMap((words) => words.split(' ')));
  for (const word of Object.keys(misspellings)) assert.ok(!right.has(word), word);
});
