import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Arrangements, gapsIn, missingLeads } from './gaps.ts';

const lead = 'lead-safeguarding-partner';
const delegate = 'delegated-safeguarding-partner';
const agencies = [
  { id: 'council', kind: 'safeguarding-partner', legal_type: 'local-authority' },
  { id: 'board', kind: 'safeguarding-partner', legal_type: 'integrated-care-board' },
  { id: 'force', kind: 'safeguarding-partner', legal_type: 'police' },
];
const office = (role: string, agency_id: string | null, until_on: string | null = null) => ({
  role,
  agency_id,
  from_on: '2024-01-01',
  until_on,
});
const complete: Arrangements = {
  today: '2025-09-15',
  agencies,
  offices: [
    ...agencies.flatMap(({ id }) => [office(lead, id), office(delegate, id)]),
    office('independent-scrutineer', null),
  ],
  education_seats: 1,
  area: { has_secure_establishment: false },
};

test('complete arrangements have no gap', () => {
  assert.deepEqual(gapsIn(complete), []);
});

test('a lead whose appointment ended yesterday leaves a gap, and on the last day does not', () => {
  const without = complete.offices.filter((o) => !(o.role === lead && o.agency_id === 'force'));
  const ended = { ...complete, offices: [...without, office(lead, 'force', '2025-09-14')] };
  assert.deepEqual(
    missingLeads(ended).map((gap) => gap.what),
    ['No lead safeguarding partner is recorded for the police'],
  );
  const lastDay = { ...complete, offices: [...without, office(lead, 'force', '2025-09-15')] };
  assert.deepEqual(missingLeads(lastDay), []);
});

test('a lead of an agency that is not the statutory partner does not count', () => {
  const other = { id: 'charity', kind: 'voluntary', legal_type: 'charity' };
  const offices = complete.offices.map((o) =>
    o.role === lead && o.agency_id === 'board' ? { ...o, agency_id: 'charity' } : o,
  );
  const gaps = missingLeads({ ...complete, agencies: [...agencies, other], offices });
  assert.deepEqual(
    gaps.map((gap) => gap.what),
    ['No lead safeguarding partner is recorded for the integrated care board'],
  );
});

test('with nothing recorded every partner, office and fact is named', () => {
  const gaps = gapsIn({ today: '2025-09-15', agencies: [], offices: [], education_seats: 0, area: null });
  assert.equal(gaps.length, 3 + 6 + 3);
  assert(gaps.every((gap) => gap.next.href.startsWith('/governance/')));
});
