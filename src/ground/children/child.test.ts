import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn, child, isNhsNumber, nhsCheckDigit, showNhsNumber } from './child.ts';

const nine = fc.stringMatching(/^\d{9}$/);

test('the NHS number that the data dictionary prints as an example is right, and its neighbour is wrong', () => {
  assert(isNhsNumber('9434765919'));
  assert(!isNhsNumber('9434765918'));
  assert(!isNhsNumber('943476591'));
  assert(!isNhsNumber('943 476 5919'));
});

test('of the ten numbers that nine digits could make, one is right, or none where the check digit would be ten', () => {
  fc.assert(
    fc.property(nine, (digits) => {
      const right = Array.from('0123456789').filter((last) => isNhsNumber(`${digits}${last}`));
      assert.equal(right.length, nhsCheckDigit(digits) === null ? 0 : 1);
    }),
  );
});

test('one wrong digit, or two neighbours exchanged, is always noticed', () => {
  fc.assert(
    fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
      const check = nhsCheckDigit(digits);
      fc.pre(check !== null);
      const number = `${digits}${check}`;
      const wrong = (Number(number.at(place)) + by) % 10;
      assert(!isNhsNumber(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`));
      const [here, next] = [number.at(place) ?? '', number.at(place + 1) ?? ''];
      if (next !== '' && here !== next) {
        assert(!isNhsNumber(`${number.slice(0, place)}${next}${here}${number.slice(place + 2)}`));
      }
    }),
  );
});

const facts = {
  circle_id: '0199aaaa-0000-7000-8000-000000000000',
  given_name: 'Ash',
  family_name: 'Example',
  sex: 'not-known',
} as const;

test('an NHS number is kept without its spaces and shown with them', () => {
  const parsed = child.parse({ ...facts, born_on: '2015-02-28', nhs_number: '943 476 5919' });
  assert.equal(parsed.nhs_number, '9434765919');
  assert.equal(showNhsNumber('9434765919'), '943 476 5919');
});

test('a child is born or expected: neither and both are refused', () => {
  assert(!child.safeParse(facts).success);
  assert(!child.safeParse({ ...facts, born_on: '2015-02-28', expected_on: '2015-03-01' }).success);
  assert(child.safeParse({ ...facts, expected_on: '2026-03-01' }).success);
});

test('a child is a year older on the birthday and not the day before', () => {
  assert.equal(ageOn('2015-09-15', '2025-09-14'), 9);
  assert.equal(ageOn('2015-09-15', '2025-09-15'), 10);
  assert.equal(ageOn('2025-09-16', '2025-09-15'), null);
  assert.equal(ageOn(null, '2025-09-15'), null);
});
