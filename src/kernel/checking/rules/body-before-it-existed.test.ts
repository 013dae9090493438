import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { datedBodies } from '../vocabulary/dated-bodies.ts';
import { rule } from './body-before-it-existed.ts';

const check = (text: string, year = '2022 to 31 March 2023') =>
  rule.check(
    documentFrom(`# Annual Report\n\nThis report covers the period 1 April ${year}.\n\n## Work\n\n${text}\n`),
    [],
  );

test('a body named for a time before it began or after it ended is found', () => {
  const [before] = check('In May 2021 the Integrated Care Board agreed the audit.');
  assert.match(before?.message ?? '', /“Integrated Care Board” is named here for “May 2021”/);
  assert.match(check('In November 2022 the CCG led a workshop.')[0]?.message ?? '', /1 July 2022/);
  assert.equal(
    check('During 2017 the Panel for cases met; the National Panel wrote to us in May 2017.').length,
    1,
  );
});

test('a body that ended before the year, named as though at work, is one low finding with how often', () => {
  const text = 'The LSCB meets each month.\n\nStaff of the LSCB train together.';
  const [found, ...others] = check(text);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'low');
  assert.match(found.message, /in 2 places/);
});

test('within its life, and history told as history, it is right', () => {
  const silent = [
    'In May 2022 the CCG led a workshop.',
    'In August 2022 the Integrated Care Board led a workshop.',
    'The CCG became the Integrated Care Board on 1 July 2022.',
    'The former LSCB held these records until 2019.',
    'In 2015 the LSCB published a serious case review.',
    'Since the LSCB was replaced, the partnership has met.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('the name in a title, and what others wrote, is theirs', () => {
  assert.deepEqual(check('Staff read “Learning for LSCBs and schools” together.'), []);
  assert.deepEqual(check('The LSCB Regulations are kept in the library.'), []);
});

test('every body held ends after it began and says where that can be looked up', () => {
  for (const { name, from_on, to_on, source, instead } of datedBodies) {
    assert.ok(from_on !== null || to_on !== null, name);
    assert.ok(from_on === null || to_on === null || from_on < to_on, name);
    assert.ok(source.length > 8 && instead.length > 8, name);
  }
});
