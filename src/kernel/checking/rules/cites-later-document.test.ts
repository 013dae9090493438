import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './cites-later-document.ts';

const check = (text: string) => rule.check(documentFrom(`# Annual Report\n\n## Guidance\n\n${text}\n`), []);

test('guidance that builds on younger guidance is found', () => {
  const [found] = check(
    'The Sudden Death Guidance 2016 builds on chapter 5 of the Child Health Framework 2021.',
  );
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /“Sudden Death Guidance 2016” cannot rest on “Child Health Framework 2021”/);
});

test('work done before the edition it is said to follow is found by the day the edition came out', () => {
  const [found] = check(
    'In June 2023 the procedures were rewritten following Working Together to Safeguard Children 2023.',
  );
  assert.match(found?.message ?? '', /which it is said to follow, came out on 15 December 2023/);
});

test('a document that builds on an older one, was replaced by a younger one or was changed since is right', () => {
  const silent = [
    'The Child Health Framework 2021 builds on the Sudden Death Guidance 2016.',
    'The Sudden Death Guidance 2016 was replaced by the Child Health Framework 2021.',
    'The Sudden Death Guidance 2016, updated last year, reflects the Child Health Framework 2021.',
    'The Family Plan 2019-2022 follows the Family Framework 2021.',
    'In January 2024 the procedures were rewritten following Working Together to Safeguard Children 2023.',
    'In June 2023 we prepared for Working Together to Safeguard Children 2023 in line with its draft.',
    'The Children Act 1989 and the Children Act 2004 set out the duties.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('what somebody else said is theirs', () => {
  assert.deepEqual(
    check('> “The Sudden Death Guidance 2016 builds on the Child Health Framework 2021.”'),
    [],
  );
});
