// Whether Fernshire's people and children are what the demonstration promises: offices held one at a time, signatures by
// those in office, children who cannot be anyone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chairAndScrutineer, inForce } from '../../src/ground/governance/person.ts';
import { schoolNames } from './agencies.ts';
import { fernshire, fernshireChildren, fernshireCircles } from './index.ts';

const { agencies, people, editions } = fernshire;

test('nobody chairs and scrutinises on the same day', () => {
  const held = people.flatMap(({ key, appointments }) =>
    appointments.map((each) => ({
      person_id: key,
      role: each.role,
      from_on: each.from_on,
      until_on: each.until_on ?? null,
    })),
  );
  const days = held.flatMap(({ from_on, until_on }) => [from_on, until_on ?? '2025-09-15']);
  for (const day of new Set(days)) assert.deepEqual(chairAndScrutineer(held, day), [], day);
});

test('the partnership chair is always a delegated partner on the days of the chairing', () => {
  for (const { key, appointments } of people) {
    for (const chairing of appointments.filter(({ role }) => role === 'partnership-chair')) {
      const delegate = appointments.find(({ role }) => role === 'delegated-safeguarding-partner');
      assert.ok(delegate && delegate.from_on <= chairing.from_on, key);
      assert.ok(!delegate.until_on || (chairing.until_on && chairing.until_on <= delegate.until_on), key);
    }
  }
});

test('three lead partners from three kinds of partner sign each published report while in office', () => {
  for (const { year, sign_offs, published_on, scrutiny_comment } of editions) {
    if (!published_on) continue;
    const types = (sign_offs ?? []).map(({ by, on }) => {
      assert.ok(on <= published_on, `${year} was signed after it was published`);
      const lead = people
        .find(({ key }) => key === by)
        ?.appointments.find((each) => each.role === 'lead-safeguarding-partner' && inForce(dated(each), on));
      return agencies.find(({ name }) => name === lead?.agency)?.legal_type;
    });
    assert.deepEqual(types, ['local-authority', 'integrated-care-board', 'police'], year);
    assert.ok(scrutiny_comment && scrutiny_comment.on <= published_on, year);
  }
});

test('each of the personas asked for can be chosen at sign-in, and holds the role on the demonstration’s day', () => {
  const roles = people
    .filter(({ persona }) => persona)
    .map(({ appointments }) =>
      appointments.filter((each) => inForce(dated(each), '2025-09-15')).map(({ role }) => role),
    );
  assert.ok(
    roles.every((held) => held.length > 0),
    'a persona without a role',
  );
  const count = (role: string) => roles.filter((held) => held.includes(role as (typeof held)[number])).length;
  assert.equal(count('lead-safeguarding-partner'), 3);
  assert.equal(count('delegated-safeguarding-partner'), 3);
  for (const role of [
    'partnership-chair',
    'independent-scrutineer',
    'sub-group-chair',
    'member',
    'business-manager',
    'business-support',
    'agency-lead',
    'analyst',
    'information-governance-lead',
  ])
    assert.ok(count(role) >= 1, role);
});

test('every NHS number is from the test range and has the right check digit', () => {
  for (const { nhs_number, key } of fernshireChildren) {
    if (nhs_number === null) continue;
    assert.match(nhs_number, /^999\d{7}$/, key);
    const digits = Array.from(nhs_number, Number);
    const weighed = digits.slice(0, 9).reduce((sum, digit, at) => sum + digit * (10 - at), 0);
    assert.equal((11 - (weighed % 11)) % 11, digits[9], key);
  }
});

test('every child is born or expected, belongs to a circle, and goes to a school that exists', () => {
  const circles = new Set(fernshireCircles.map(({ key }) => key));
  for (const { key, born_on, expected_on, circle, school } of fernshireChildren) {
    assert.notEqual(born_on === null, expected_on === null, key);
    assert.ok(circles.has(circle), key);
    assert.ok(school === null || schoolNames.includes(school), key);
  }
});

test('every e-mail address is one that can never be delivered', () => {
  for (const { email } of people) assert.match(email ?? '', /^[a-z.-]+@fernshire\.example$/);
});

function dated<A extends { from_on: string; until_on?: string }>(
  appointment: A,
): A & { until_on: string | null } {
  return { ...appointment, until_on: appointment.until_on ?? null };
}
