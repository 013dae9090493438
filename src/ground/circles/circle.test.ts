import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handlingReviewDue, isIn, membersReviewDue } from './circle.ts';
import { circlesIn, recordsIn, wayOf } from './statements/look.ts';
import { kindsIn, type Known, statementFor } from './statements/statement.ts';

test('a membership opens the circle on its last day, and one given for some hours not at the instant it expires', () => {
  const member = { from_on: '2025-01-01', until_on: '2025-09-15', expires_at: null };
  assert(isIn(member, '2025-09-15', '2025-09-15T09:00:00.000Z'));
  assert(!isIn(member, '2025-09-16', '2025-09-16T09:00:00.000Z'));
  const expiring = { from_on: '2025-09-15', until_on: null, expires_at: '2025-09-15T13:00:00.000Z' };
  assert(isIn(expiring, '2025-09-15', '2025-09-15T12:59:59.999Z'));
  assert(!isIn(expiring, '2025-09-15', '2025-09-15T13:00:00.000Z'));
});

test('the members are looked through after a year, and where nobody ever did; conditions on their own day', () => {
  assert(membersReviewDue(null, '2025-09-15'));
  assert(!membersReviewDue('2024-09-16', '2025-09-15'));
  assert(membersReviewDue('2024-09-15', '2025-09-15'));
  assert(!handlingReviewDue(null, '2025-09-15'));
  assert(!handlingReviewDue('2025-09-16', '2025-09-15'));
  assert(handlingReviewDue('2025-09-15', '2025-09-15'));
});

const look = (refs: string[], person_id: string, operation = 'thread.read-finding') => ({
  seq: 1,
  at: '2025-08-04T10:00:00.000Z',
  person_id,
  person: `Person ${person_id}`,
  roles: ['agency-lead'],
  operation,
  refs,
  purpose: null,
});

const known: Known = {
  people: new Map([
    ['p', { name: 'Police officer', agencies: [{ id: 'police', name: 'Police' }] }],
    ['c', { name: 'Council officer', agencies: [{ id: 'council', name: 'Council' }] }],
  ]),
  originators: new Map([['intelligence', 'police']]),
  circleOf: new Map([
    ['thread.finding/1', 'intelligence'],
    ['thread.finding/2', 'panel'],
  ]),
  reasons: new Map([['circles.emergency-access/9', 'It could not wait until morning']]),
};

test('a statement tells of one’s own people everything, and of others only what the agency gave', () => {
  const mixed = ['thread.finding/1', 'kernel.circle/intelligence', 'thread.finding/2', 'kernel.circle/panel'];
  const looks = [look(mixed, 'p'), look(mixed, 'c'), look(['thread.finding/2', 'kernel.circle/panel'], 'c')];
  const police = statementFor('police', looks, known);
  assert.deepEqual(
    police.map(({ own, agency, records }) => [own, agency, records]),
    [
      [true, null, ['thread.finding/1', 'thread.finding/2']],
      [false, 'Council', ['thread.finding/1']],
    ],
  );
  assert.equal(statementFor('council', looks, known).length, 2);
  assert.deepEqual(statementFor('hospital', looks, known), []);
});

test('an emergency shows as one, with the reason that was given for it', () => {
  const refs = ['children.child/5', 'kernel.circle/intelligence', 'circles.emergency-access/9'];
  const [only] = statementFor('police', [look(refs, 'c', 'children.read-in-emergency')], known);
  assert.deepEqual(
    [only?.emergency, only?.purpose, only?.way, only?.records],
    [true, 'It could not wait until morning', 'Opened in an emergency', ['children.child/5']],
  );
});

test('how a record was shown is said in words, and what was shown by kind', () => {
  const refs = [
    'thread.finding/1',
    'kernel.circle/a',
    'thread.finding/2',
    'kernel.circle/b',
    'evidence.item/3',
  ];
  assert.deepEqual(circlesIn({ refs }), ['a', 'b']);
  assert.equal(
    kindsIn(recordsIn({ refs }), (concept) => concept.replace(/^.*\./, '')),
    'finding × 2, item',
  );
  assert.equal(wayOf({ operation: 'children.list-children', refs }), 'Shown in a list');
  assert.equal(wayOf({ operation: 'evidence.read-file', refs }), 'File downloaded');
  assert.equal(wayOf({ operation: 'thread.move-finding.form', refs }), 'Opened in a form');
  assert.equal(wayOf({ operation: 'children.read-child', refs }), 'Opened');
});
