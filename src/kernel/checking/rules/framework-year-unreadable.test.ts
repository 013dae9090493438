import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { frameworkYearUnreadable } from './framework-year-unreadable.ts';

const period = { from_on: '2024-04-01', to_on: '2025-03-31' };
const found = (text: string) =>
  frameworkYearUnreadable.check(documentFrom(`# Report\n\n${text}\n`, { period }), []);
const quiet = (text: string) =>
  assert.deepEqual(
    found(text).map(({ message }) => message),
    [],
    text,
  );

test('a year of five digits is one nobody can read', () => {
  for (const text of [
    'We comply with Working Together 20233.',
    'This follows Working Together to Safeguard Children (20245) in full.',
    'It was agreed in March 20245 by all.',
    'As the Children Act 20004 asks.',
  ]) {
    assert.deepEqual(
      found(text).map(({ severity }) => severity),
      ['medium'],
      text,
    );
  }
});

test('an edition that never appeared is found, and one that was only amended is told gently', () => {
  assert.match(
    found('We follow Working Together 2024.')[0]?.message ?? '',
    /no Working Together of 2024.*of 2023/,
  );
  assert.match(
    found('KCSIE 2017 was shared with schools.')[0]?.message ?? '',
    /no Keeping Children Safe in Education of 2017/,
  );
  assert.deepEqual(
    found('Working Together (2020) was shared.').map(({ severity }) => severity),
    ['low'],
  );
});

test('an Act of another year is found', () => {
  assert.match(
    found('The Domestic Abuse Act 2020 widened the duty.')[0]?.message ?? '',
    /of that name is of 2021/,
  );
  assert.match(
    found('Under the Children Act 1998, partners must act.')[0]?.message ?? '',
    /of 1989 and 2004/,
  );
});

test('an edition cited as the one to follow after it was replaced is found', () => {
  const [finding] = found('Our arrangements are in line with Working Together 2018.');
  assert.match(finding?.message ?? '', /2018 is cited.*2023 had replaced it/);
  assert.equal(finding?.severity, 'low');
  assert.equal(found('Schools must follow Keeping Children Safe in Education 2021.').length, 1);
});

test('what is right, looks back, or is no edition is left alone', () => {
  for (const text of [
    'Working Together to Safeguard Children 2023 sets out our duties, as does Working Together (December 2023).',
    'Working Together 2018 was replaced by Working Together 2023.',
    'The arrangements first published under Working Together 2018 were updated.',
    'The course Working Together 2024/25 was full; Working Together 2024-25 too.',
    'KCSIE 2024 and KCSIE 2023 are both followed in this period, as required.',
    'Working Together 2031 is not written yet.',
    'The Equality Act (2021 Census) and the Equality Act 2010 are named.',
    'The Children Act 1989, the Children Act 2004 and the Children and Social Work Act 2017 apply.',
    'In the county 20245 children go to school, and Census 2021 counted 19876 of them.',
  ])
    quiet(text);
});
