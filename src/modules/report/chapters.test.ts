import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicNames } from '../../kernel/evidence/topics.ts';
import { chapterByKey, chapterOf, chapterPlans } from './chapters.ts';

test('every topic has a place in exactly one chapter', () => {
  assert.deepEqual(chapterPlans.flatMap(({ topics }) => topics).sort(), topicNames.toSorted());
});

test('a priority has a chapter of its own, by its number, before the work across priorities', () => {
  const group = (order: number) => ({ ref: `plan.priority/${order}`, title: `Priority ${order}`, order });
  const places = [chapterOf({ group: null, topics: ['priority'] })];
  for (const order of [12, 2, 1]) places.push(chapterOf({ group: group(order), topics: ['training'] }));
  places.push(chapterOf({ group: null, topics: ['arrangements'] }));
  assert.deepEqual(
    places.toSorted((a, b) => a.order - b.order).map(({ key }) => key),
    ['partnership', 'priority-1', 'priority-2', 'priority-12', 'priorities'],
  );
});

test('a chapter is found by its key, and one that is gone keeps its key as its title', () => {
  const items = [{ group: { ref: 'plan.priority/1', title: 'Neglect', order: 1 } }];
  assert.equal(chapterByKey('training', items).title, 'Training and development');
  assert.equal(chapterByKey('priority-1', items).title, 'Neglect');
  assert.equal(chapterByKey('priority-7', items).title, 'priority-7');
});
