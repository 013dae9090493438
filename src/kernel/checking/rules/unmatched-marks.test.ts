import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { unmatchedMarks } from './unmatched-marks.ts';

const found = (text: string) => unmatchedMarks.check(documentFrom(`# Report\n\n${text}\n`), []);
const quiet = (text: string) =>
  assert.deepEqual(
    found(text).map(({ message }) => message),
    [],
    text,
  );

test('a bracket or quotation mark without its counterpart is found, all in one finding', () => {
  assert.match(
    found('The pledge was adopted by the council).')[0]?.message ?? '',
    /^A “\)” has no counterpart/,
  );
  assert.equal(found('The pledge (adopted in May was good.').length, 1);
  assert.equal(found('She said “it was good and went home.').length, 1);
  const both = found(
    'The pledge (adopted in May was good.\n\nA.\n\nB.\n\nC.\n\nIt was agreed by the council).',
  );
  assert.equal(both.length, 1);
  assert.match(both[0]?.message ?? '', /^2 brackets/);
});

test('marks that match, entries of a list, faces and inches are left alone', () => {
  for (const text of [
    'The pledge (adopted in May [2024]) was “good (very good)”.',
    'We asked for a) more time, b) more money and iv) more people.',
    'Thank you :) it was 6" long and "good".',
    'The carer’s story, and the parents’ too.',
  ])
    quiet(text);
});

test('a quotation over several paragraphs may open anew in each', () => {
  quiet('“We were listened to.\n\n“And it changed what happened next.”');
  quiet('"We were listened to.\n\nAnd it changed what happened next."');
});
