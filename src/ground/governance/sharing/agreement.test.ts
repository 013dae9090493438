import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Agreement, coverOf, type Membership, standingOf } from './agreement.ts';

const words = {
  title: 'Yearly report',
  kinds: ['evidence'],
  purpose: 'To compose the yearly report',
  lawful_basis: 'Public task',
  from_on: '2024-04-01',
  review_on: '2026-04-01',
};
const party = (agency_id: string, signed_on: string | null = '2024-03-01') => ({
  agency_id,
  agency: `Agency ${agency_id}`,
  signed_on,
  signed_by: null,
  left_on: null,
});
const plain: Agreement = {
  ...words,
  id: 'a',
  revision: 1,
  until_on: null,
  ended_reason: null,
  parties: [party('1'), party('2')],
};
const agencies: Membership[] = [
  { id: '1', name: 'One', part_of_id: null },
  { id: '2', name: 'Two', part_of_id: null },
  { id: '3', name: 'Part of two', part_of_id: '2' },
];

test('an agreement is in force from its first to its last day, once two have signed', () => {
  const standing = (more: Partial<Agreement>, on = '2025-09-15') => standingOf({ ...plain, ...more }, on);
  assert.equal(standing({}), 'in-force');
  assert.equal(standing({}, '2024-03-31'), 'not-begun');
  assert.equal(standing({ until_on: '2025-09-15' }), 'in-force');
  assert.equal(standing({ until_on: '2025-09-14' }), 'ended');
  assert.equal(standing({ parties: [party('1'), party('2', null)] }), 'unsigned');
  assert.equal(standing({ parties: [party('1'), { ...party('2'), left_on: '2025-09-15' }] }), 'unsigned');
  assert.equal(standing({ review_on: '2025-10-15' }), 'review-due');
  assert.equal(standing({ review_on: '2025-10-16' }), 'in-force');
});

test('cover follows what an agency is part of, the kind, the signature and the term, and says what is missing', () => {
  const cover = (id: string, of: Partial<Agreement> = {}, kind: 'evidence' | 'audits' = 'evidence') =>
    coverOf(id, kind, '2025-09-15', agencies, [{ ...plain, ...of }]);
  assert.equal(cover('1').by?.id, 'a');
  assert.equal(cover('3').by?.id, 'a');
  assert.match(cover('3', {}, 'audits').why ?? '', /No information sharing agreement names Part of two/);
  assert.match(cover('1', { until_on: '2025-08-31' }).why ?? '', /lapsed after 31 August 2025/);
  assert.match(
    cover('3', { parties: [party('1'), party('2', null)] }).why ?? '',
    /not signed yet for Agency 2/,
  );
  assert.match(cover('1', { parties: [party('1'), party('2', null)] }).why ?? '', /Nobody but Agency 1/);
  assert.match(cover('1', { from_on: '2025-10-01' }).why ?? '', /begins on 1 October 2025/);
  const circular = [
    { id: '1', name: 'One', part_of_id: '9' },
    { id: '9', name: 'Nine', part_of_id: '1' },
  ];
  assert.equal(coverOf('9', 'evidence', '2025-09-15', circular, []).by, null);
});
