import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './one-event-two-dates.ts';

const check = (...sentences: string[]) =>
  rule.check(documentFrom(`# Annual Report\n\n## Work\n\n${sentences.join('\n\n')}\n`), []);

test('one launch on two days that cannot both be is found', () => {
  const [found, ...others] = check(
    'The Neighbourhood Safety Strategy was launched in May 2022.',
    'The Neighbourhood Safety Strategy was launched on 3 November 2022.',
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'high');
  assert.match(found.message, /“May 2022” .* and “3 November 2022” here\. Both cannot be true/);
});

test('two vague times that only partly agree are a question', () => {
  const [found] = check(
    'During 2022/23 we implemented ‘Operation Lantern’ across the county.',
    'In 2023 the partnership implemented ‘Operation Lantern’.',
  );
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /only be true of January to March 2023/);
});

test('a day within the month or year named elsewhere agrees with it', () => {
  const silent = [
    [
      'The Neighbourhood Safety Strategy was launched in autumn 2022.',
      'The Neighbourhood Safety Strategy was launched on 3 November 2022.',
    ],
    [
      'The Neighbourhood Safety Strategy was launched in 2022/23.',
      'The Neighbourhood Safety Strategy was launched in May 2022.',
    ],
  ];
  for (const sentences of silent) assert.deepEqual(check(...sentences), []);
});

test('what was done twice, or to different things, or each year, has two dates', () => {
  const silent = [
    [
      'The Neighbourhood Safety Strategy was published in May 2022.',
      'The Neighbourhood Safety Strategy was reviewed in March 2023.',
    ],
    [
      'The Neighbourhood Safety Strategy was launched in May 2022.',
      'The Riverside Youth Strategy was launched in March 2023.',
    ],
    [
      'The annual Lantern Conference was held in May 2022.',
      'The annual Lantern Conference was held in May 2023.',
    ],
    ['The Lantern Conference was held in May 2022.', 'The Lantern Conference will be held in May 2023.'],
    ['A second Lantern Conference was held in May 2022.', 'The Lantern Conference was held in March 2022.'],
  ];
  for (const sentences of silent) assert.deepEqual(check(...sentences), [], sentences.join(' '));
});
