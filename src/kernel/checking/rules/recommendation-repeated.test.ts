import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './recommendation-repeated.ts';

const scrutiny = (year: number, text: string, heading = 'Recommendations') =>
  documentFrom(`# Scrutiny report\n\n## ${heading}\n\n${text}\n`, {
    period: { from_on: `${year}-04-01`, to_on: `${year + 1}-03-31` },
  });
const asked =
  '- The partnership should agree terms of reference for each deep dive and bring the learning to the executive.';
const other = '- Schools should be asked how they hear the voice of children who are taught at home.';

test('nearly the same recommendation two years running is found', () => {
  const again =
    '- The partnership should agree clear terms of reference for every deep dive and bring its learning to the executive.';
  const [found, ...others] = rule.check(scrutiny(2024, `${again}\n${other}`), [scrutiny(2023, asked)]);
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /made before, in Scrutiny report/);
});

test('one that says itself that it was made before is found, unless it says what was done', () => {
  const said =
    '- In the scrutiny report 2022 – 2023 it was recommended that deep dives follow clear terms of reference.';
  assert.match(rule.check(scrutiny(2024, said), [])[0]?.message ?? '', /as it says itself/);
  assert.equal(
    rule.check(scrutiny(2024, `${said}\n\nThe executive may consider if this has been achieved.`), []).length,
    1,
  );
  assert.deepEqual(rule.check(scrutiny(2024, `${said} This has been achieved.`), []), []);
});

test('nearly the same words twice in one list are found once', () => {
  const twin =
    '- The partnership should agree terms of reference for each deep dive, and bring all learning to the executive board.';
  assert.equal(rule.check(scrutiny(2024, `${asked}\n${twin}`), []).length, 1);
});

test('silent about other recommendations, other years, other lists and the progress made', () => {
  assert.deepEqual(rule.check(scrutiny(2024, `${asked}\n${other}`), []), []);
  assert.deepEqual(rule.check(scrutiny(2024, other), [scrutiny(2023, asked)]), []);
  assert.deepEqual(rule.check(scrutiny(2024, asked), [scrutiny(2024, asked), scrutiny(2019, asked)]), []);
  assert.deepEqual(
    rule.check(scrutiny(2024, asked, 'Progress on last year’s recommendations'), [scrutiny(2023, asked)]),
    [],
  );
  assert.deepEqual(rule.check(scrutiny(2024, asked, 'What we did'), [scrutiny(2023, asked)]), []);
});
