import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { wordsAboutChildren } from '../vocabulary/words-about-children.ts';
import { rule } from './words-about-children.ts';

const check = (text: string) => rule.check(documentFrom(`# Annual Report\n\n## Work\n\n${text}\n`), []);

test('a word that blames a child is one low finding with how often it stands', () => {
  const [found, ...others] = check('Three children absconded in May.\n\nAnother absconded in June.');
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /“absconded” is used twice/);
  assert.match(found.mend, /went missing/);
});

test('other words are other findings', () => {
  const found = check(
    'Girls were putting themselves at risk.\n\nIt was called a lifestyle choice, and he failed to engage.',
  );
  assert.equal(found.length, 3);
});

test('what people said, text about language, and words in quotation marks stay', () => {
  const silent = [
    '> “I absconded because I was scared.” (Young person, 15)',
    'Our guide asks staff to use the word missing instead of absconded.',
    'A note that called him ‘promiscuous’ was changed.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('the same words for something else are right', () => {
  const silent = [
    'A case study follows, and case records were read in most cases.',
    'Court cases were delayed.',
    'After a rapid review or a review of cases, actions are followed up.',
    'Learning from all cases that were reviewed is published.',
    'Talks on healthy lifestyle choices and diet were held.',
    'Delegates who did not attend the course were asked why.',
    'He made contact with his doctor.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('every word held has another way to say it', () => {
  for (const { term, instead, why } of wordsAboutChildren) assert.ok(instead !== '' && why !== '', term);
});
