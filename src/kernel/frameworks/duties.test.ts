import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topics } from '../evidence/topics.ts';
import { duties, dutiesFor, dutyById } from './duties.ts';
import { frameworks } from './framework.ts';
import { masaContents, masaContentsFor } from './masa-contents.ts';

test('no two duties share a number, and a duty’s number names its edition', () => {
  assert.equal(new Set(duties.map((duty) => duty.id)).size, duties.length);
  for (const duty of duties) assert.equal(duty.id.slice(0, 4), `YR${duty.framework.slice(4)}`, duty.id);
});

test('each edition holds its whole numbered list', () => {
  const counts = frameworks.map(({ id }) => duties.filter((duty) => duty.framework === id).length);
  assert.deepEqual(counts, [12, 19, 22]);
});

test('a duty of content names the topics that answer it, and an act of the partners names none', () => {
  for (const duty of duties) {
    assert.equal(duty.needs.length > 0, duty.kind === 'content', duty.id);
    assert.equal(new Set(duty.needs).size, duty.needs.length, duty.id);
  }
});

test('every topic of evidence answers some duty, save three that have a place in a report without one', () => {
  const unused = Object.keys(topics).filter(
    (topic) => !duties.some((duty) => duty.needs.some((need) => need === topic)),
  );
  assert.deepEqual(unused.sort(), ['child-deaths', 'communications', 'finance']);
});

test('what has not been seen in writing is not verified', () => {
  for (const duty of duties) {
    assert.equal(duty.verified, duty.mark === 'found' || duty.mark === 'seed', duty.id);
  }
  const corroborated = duties
    .filter((duty) => duty.framework === 'WT2023' && duty.verified)
    .map((duty) => duty.id);
  assert.deepEqual(corroborated, ['YR23-01', 'YR23-02', 'YR23-03', 'YR23-17', 'YR23-18']);
});

test('the seven days for sending copies stay unverified although the copy to the Panel is confirmed', () => {
  const copies = dutyById('YR23-18');
  assert.equal(copies.verified, true);
  assert.equal(copies.clock?.verified, false);
  assert.deepEqual(
    copies.recipients?.map((recipient) => recipient.verified),
    [true, false],
  );
});

test('the 2026 list continues the 2023 one as assumed, and adds three', () => {
  const list = dutiesFor('WT2026', { secure_establishment: true });
  const carried = list.filter((duty) => duty.carried_from !== undefined);
  assert.equal(carried.length, 19);
  for (const duty of carried) {
    assert.equal(duty.verified, false, duty.id);
    assert.notEqual(duty.clock?.verified, true, duty.id);
    assert.deepEqual(duty.needs, dutyById(duty.carried_from ?? '').needs);
  }
  assert.deepEqual(
    list.filter((duty) => duty.carried_from === undefined).map((duty) => [duty.id, duty.verified]),
    [
      ['YR26-20', true],
      ['YR26-21', false],
      ['YR26-22', false],
    ],
  );
});

test('restraint is asked about only where the area has a secure establishment', () => {
  const ids = (secure_establishment: boolean) =>
    dutiesFor('WT2018', { secure_establishment }).map((duty) => duty.id);
  assert.ok(ids(true).includes('YR18-08'));
  assert.deepEqual(
    ids(true).filter((id) => !ids(false).includes(id)),
    ['YR18-08'],
  );
});

test('an unknown duty is refused by name', () => {
  assert.throws(() => dutyById('YR23-99'), /no yearly-report duty “YR23-99”/);
});

test('the arrangements must hold fifteen items in 2018, sixteen in 2023 and seventeen in 2026', () => {
  const required = (id: 'WT2018' | 'WT2023' | 'WT2026') =>
    masaContentsFor(id).filter((item) => item.status === 'required').length;
  assert.deepEqual([required('WT2018'), required('WT2023'), required('WT2026')], [15, 16, 17]);
  assert.equal(new Set(masaContents.map((item) => item.id)).size, 17);
});

test('only the first twelve items of the 2018 list are confirmed', () => {
  const confirmed = masaContentsFor('WT2018')
    .filter((item) => item.verified)
    .map((item) => item.id);
  assert.deepEqual(
    confirmed,
    Array.from({ length: 12 }, (_, place) => `MASA-${String(place + 1).padStart(2, '0')}`),
  );
});
