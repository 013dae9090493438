import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom } from '../../reading/testing.ts';
import { isNhsNumber, isUpn, rule } from './contact-details.ts';

const report = (text: string, heading = 'What we did') =>
  rule.check(documentFrom(`# Annual report\n\n## ${heading}\n\n${text}\n`), []);

for (const [text, quoted] of [
  ['The referral gave NHS number 943 476 5919.', '943 476 5919'],
  ['The pupil had the number H801200001001.', 'H801200001001'],
  ['The mother’s number was QQ 12 34 56 C, said the form for AB 12 34 56 C.', 'AB 12 34 56 C'],
  ['The child (DOB 03/05/2016) was seen.', 'DOB 03/05/2016'],
  ['The child was born on 3 May 2016 and was seen.', 'born on 3 May 2016'],
  ['See Mosaic ID 1234567 for the plan.', 'Mosaic ID 1234567'],
  ['The family lived at 14 Green Oak Lane for a year.', 'lived at 14 Green Oak Lane'],
] as const) {
  test(`high: “${text}”`, () => {
    const [found, ...others] = report(text);
    assert.equal(others.length, 0);
    assert.equal(found?.severity, 'high');
    assert.ok(found.quote.includes(quoted));
    assert.equal(found.mark && text.slice(found.mark.from, found.mark.to), quoted);
  });
}

test('a private mailbox or mobile is medium; the mobile of somebody in office is low', () => {
  assert.equal(report('Write to jo.bloggs1984@gmail.com for a place.')[0]?.severity, 'medium');
  assert.equal(report('Ring 07700 900123 for a place.')[0]?.severity, 'medium');
  assert.equal(report('Report author, Business Manager\n\nTel: 07700 900123')[0]?.severity, 'low');
});

for (const text of [
  'Contact the partnership: lscp@fernshire.gov.uk or 01234 567890.',
  'Report author: Jo Bloggs, 0113 496 0123, jo.bloggs@fernshire.gov.uk',
  'The group’s mailbox is fernyouthforum@gmail.com.',
  'Young people can text ChatHealth on 07700 900123.',
  'The partnership’s office is at 1 Station Road, Fernbridge, FB1 2CD.',
  'There were 943 476 5919 visits, and £1,234,567 was spent.',
  'The guide was born of a survey on 3 May 2016.',
]) {
  test(`silent: “${text}”`, () => assert.deepEqual(report(text), []));
}

test('a postcode in a story is somebody’s home', () => {
  assert.equal(report('The child and mum moved to FB1 2CD in May.', 'Case study')[0]?.severity, 'high');
});

test('tables are read cell by cell', () => {
  const [found] = report('| Child | NHS number |\n|---|---|\n| A | NHS no. 943 476 5919 |');
  assert.deepEqual(found?.mark?.cell, { row: 0, column: 1 });
});

test('nine digits have one check digit at most, or none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (nine) => {
      const printed = String(nine).padStart(9, '0');
      const fitting = Array.from('0123456789').filter((digit) => isNhsNumber(printed + digit));
      assert.ok(fitting.length <= 1);
    }),
  );
  assert.equal(isNhsNumber('9434765919'), true);
  assert.equal(isNhsNumber('9434765918'), false);
  assert.equal(isUpn('H801200001001'), true);
  assert.equal(isUpn('A801200001001'), false);
});
