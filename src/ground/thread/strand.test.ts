import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  after,
  before,
  breaksAfter,
  type Edge,
  inOrder,
  isOverdue,
  mayFollow,
  shortText,
  strandOf,
  type StrandRow,
  owns,
  whyNotCheck,
} from './strand.ts';
import {
  recommendationMoves,
  recommendationStates,
  responses,
  stateAfterResponse,
  strands,
} from './thread.ts';

const row = (strand: StrandRow['strand'], state: string, more: Partial<StrandRow> = {}): StrandRow => ({
  ref: `thread.${strand}/1`,
  id: '1',
  strand,
  title: 'Something',
  state,
  on_day: null,
  due_on: null,
  circle_id: null,
  owner: null,
  ...more,
});
const today = '2025-09-15';

test('a reference of another room names no strand', () => {
  assert.equal(strandOf('plan.action/0199'), undefined);
  assert.equal(strandOf('thread.check-made/0199'), 'check-made');
  assert.equal(strandOf('thread.check/0199'), undefined);
  assert.equal(strandOf('thread.action'), undefined);
});

test('an effect follows an action and never leads to one', () => {
  assert(mayFollow('action', 'effect'));
  assert(!mayFollow('effect', 'action'));
});

test('an action is not overdue on the day it is due, nor after it was done', () => {
  assert(!isOverdue({ state: 'planned', due_on: today }, today));
  assert(isOverdue({ state: 'planned', due_on: '2025-09-14' }, today));
  assert(!isOverdue({ state: 'done', due_on: '2025-09-14' }, today));
});

test('the thread breaks after a done action nobody checked, and holds once a check and an effect follow', () => {
  assert.deepEqual(breaksAfter(row('action', 'done'), []), ['Not checked']);
  assert.deepEqual(breaksAfter(row('action', 'checked'), []), ['No effect looked for yet']);
  assert.deepEqual(
    breaksAfter(row('action', 'checked'), [row('check-made', 'in-place'), row('effect', 'expected')]),
    [],
  );
});

test('an accepted recommendation without an action is a break, with one it is not', () => {
  assert.deepEqual(breaksAfter(row('recommendation', 'accepted'), [row('decision', 'held')]), [
    'No action yet',
  ]);
  assert.deepEqual(breaksAfter(row('recommendation', 'accepted'), [row('action', 'planned')]), []);
  assert.deepEqual(breaksAfter(row('recommendation', 'made'), []), ['No response yet']);
});

/** Threads without a circle: connections only run from lower to higher numbers. */
const thread = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    rows: fc.array(fc.constantFrom(...(Object.keys(strands) as StrandRow['strand'][])), {
      minLength: size,
      maxLength: size,
    }),
    pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }),
  }),
);

test('in the order of the thread nothing stands before what it follows, and nothing is lost', () => {
  fc.assert(
    fc.property(thread, ({ rows: kinds, pairs }) => {
      const rows = kinds.map((strand, i) => row(strand, 'open', { ref: `thread.${strand}/${i}` }));
      const edges: Edge[] = pairs.flatMap(([a, b]) =>
        a < b ? [{ from_ref: rows[a]?.ref ?? '', to_ref: rows[b]?.ref ?? '' }] : [],
      );
      const ordered = inOrder(rows.toReversed(), edges).map((r) => r.ref);
      assert.deepEqual(ordered.toSorted(), rows.map((r) => r.ref).toSorted());
      for (const { from_ref, to_ref } of edges) {
        assert(ordered.indexOf(from_ref) < ordered.indexOf(to_ref));
        assert(after(from_ref, edges).has(to_ref) && before(to_ref, edges).has(from_ref));
      }
    }),
  );
});

test('what comes after a strand never holds the strand itself, even in a circle of connections', () => {
  const edges = [
    { from_ref: 'a', to_ref: 'b' },
    { from_ref: 'b', to_ref: 'a' },
  ];
  assert.deepEqual([...after('a', edges)], ['b']);
});

test('whoever owns an action alone may not check it, whatever else is true', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(
      fc.record({ person_id: fc.option(id), agency_ids: fc.uniqueArray(id) }),
      fc.record({ owner_agency_id: fc.option(id), owner_person_id: fc.option(id) }),
      (actor, action) => {
        const refused = whyNotCheck(actor, action) !== null;
        if (refused) assert(owns(actor, action), 'only owners are refused');
        if (action.owner_person_id !== null && action.owner_person_id === actor.person_id) assert(refused);
        if (actor.agency_ids.length === 1 && actor.agency_ids[0] === action.owner_agency_id) assert(refused);
        if (actor.agency_ids.length > 1 && action.owner_person_id !== actor.person_id) assert(!refused);
      },
    ),
  );
});

test('a response only ever leads where the lifecycle leads, or leaves the state as it is', () => {
  for (const state of Object.keys(recommendationStates) as (keyof typeof recommendationStates)[]) {
    for (const response of Object.keys(responses) as (keyof typeof responses)[]) {
      const to = stateAfterResponse(state, response);
      if (to === null || to === state) continue;
      assert((recommendationMoves[state] as readonly string[]).includes(to), `${state} to ${to}`);
    }
  }
  assert.equal(stateAfterResponse('in-progress', 'not-accepted'), null);
  assert.equal(stateAfterResponse('in-progress', 'partly-accepted'), 'in-progress');
  assert.equal(stateAfterResponse('not-accepted', 'accepted'), 'accepted');
});

test('a long text is cut between words and says that it was', () => {
  const cut = shortText(`${'word '.repeat(60)}end`, 40);
  assert(cut.length <= 41 && cut.endsWith('word…'));
  assert.equal(shortText('short'), 'short');
});
