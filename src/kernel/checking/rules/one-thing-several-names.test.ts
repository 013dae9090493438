import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownName } from '../../evidence/evidence.ts';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './one-thing-several-names.ts';

const check = (text: string, names: KnownName[] = []) =>
  rule.check(documentFrom(`# Fernshire Annual Report\n\n## Work\n\n${text}\n`, { names }), []);

test('one priority with two names is found by its number', () => {
  const [found, ...others] = check(
    '## Priority Two: Working with Schools\n\nWe met.\n\n## Summary\n\nPriority Two: Learning with Colleges and Nurseries\n\nPriority Three: Neglect',
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /Priority 2 is “.*” here, and “.*” elsewhere/);
});

test('names that differ in a small word or in order are one low finding together', () => {
  const [found, ...others] = check(
    'The Quality and Learning Sub-group met.\n\nThe Quality Learning Sub-group met again.\n\nThe Housing Safety Strategy was read.\n\nThe Safety Housing Strategy was read again.',
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /^2 names are written in more than one way/);
});

test('a name with one word more is a question', () => {
  const [found] = check(
    'The Child Neglect Sub-group met.\n\nOur work was led by the Neglect Sub-group in May.',
  );
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /differ by one word\. Is it one thing\?/);
});

test('a group and a board of the same words, and two doings of one campaign, are questions', () => {
  assert.match(
    check('The Play and Participation Group met.\n\nA plan of the Play and Participation Board was read.')[0]
      ?.message ?? '',
    /the same but for the kind of group/,
  );
  assert.match(
    check('The ‘Talking with Grandparents’ campaign ran.\n\nThe Listening to Grandparents campaign ended.')[0]
      ?.message ?? '',
    /may stand for the same doing/,
  );
});

test('capitals, hyphens and apostrophes alone make no other name', () => {
  assert.deepEqual(
    check(
      "The Quality Sub-Group met.\n\nThe Quality Sub-group wrote.\n\nThe Carers’ Plan and the Carers' Plan.",
    ),
    [],
  );
});

test('groups of different topics, short forms without the place, and families of groups are different or right', () => {
  const silent = [
    'The Neglect Sub-group met.\n\nThe Exclusion Sub-group met.',
    'The Hub Strategic Sub-group met.\n\nThe Hub Operational Sub-group met.',
    'The Fernshire Youth Strategy was read.\n\nThe Youth Strategy was read again.',
    'The Mental Health Group met.\n\nThe Health Group met.',
    'The Early Help Strategy was read.\n\nThe Early Years Strategy was read.',
    'The Youth Justice Board met.\n\nThe Youth Justice Panel met.\n\nThe Youth Justice Forum met.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('what the text itself says was renamed, or names side by side, is told apart', () => {
  assert.deepEqual(
    check(
      'The Neglect Sub-group, previously the Child Neglect Sub-group, met.\n\nThe Child Neglect Sub-group met.',
    ),
    [],
  );
  assert.deepEqual(
    check('The Child Neglect Sub-group and the Neglect Sub-group met.\n\nThe Neglect Sub-group met.'),
    [],
  );
});

test('two editions that each carry their own years are two', () => {
  assert.deepEqual(
    check(
      'The Rights and Participation Strategy (2019) ended.\n\nThe Voice and Participation Strategy 2022-2025 is out.',
    ),
    [],
  );
  assert.equal(
    check(
      'The Rights and Participation Strategy ended.\n\nThe Voice and Participation Strategy 2022-2025 is out.',
    ).length,
    1,
  );
});

test('two names of two records are two things', () => {
  const known = (id: string, name: string): KnownName => ({
    ref: `governance.body/${id}`,
    kind: 'body',
    name,
    others: [],
  });
  assert.deepEqual(
    check('The Child Neglect Sub-group met.\n\nOur work was led by the Neglect Sub-group in May.', [
      known('1', 'Child Neglect Sub-group'),
      known('2', 'Neglect Sub-group'),
    ]),
    [],
  );
});
