import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Content } from '../../../kernel/evidence/shapes.ts';
import {
  emptyComposition,
  sampleItem,
  sampleMeasure,
  sampleStatement,
  sampleTable,
} from '../sample-composition.ts';
import { rule } from './small-number-beside-a-theme.ts';

const theme = sampleItem('theme', sampleStatement('Themes: non-accidental injury, domestic abuse.'), {
  topics: ['serious-incidents'],
});
const counted = (content: Content, over: Partial<EvidenceItem> = {}) =>
  sampleItem('count', content, { topics: ['serious-incidents'], title: 'Notifications', ...over });
const check = (...items: EvidenceItem[]) => rule.check(emptyComposition({ items }));

test('one to five children or incidents beside a theme are found; none and six are not', () => {
  for (const value of [1, 5]) assert.equal(check(theme, counted(sampleMeasure(value, 'children'))).length, 1);
  for (const value of [0, 6]) assert.deepEqual(check(theme, counted(sampleMeasure(value, 'children'))), []);
  assert.equal(check(theme, counted(sampleMeasure(3, 'notifications')))[0]?.severity, 'high');
});

test('a recorded permission to print answers it', () => {
  const item = counted(sampleMeasure(3, 'children'));
  const print_permissions = [{ item_ref: item.ref, reason: 'Statutory activity', permitted_by: 'Chair' }];
  assert.deepEqual(rule.check(emptyComposition({ items: [theme, item], print_permissions })), []);
});

test('staff, sessions, audits and percentages identify nobody', () => {
  for (const unit of [
    'sessions',
    'multi-agency audits',
    'family hubs',
    'practitioners',
    'per cent',
    'recommendations',
  ])
    assert.deepEqual(check(theme, counted(sampleMeasure(3, unit))), [], unit);
});

test('a plain count is read by its title', () => {
  assert.equal(check(theme, counted(sampleMeasure(3, 'count'), { title: 'Rapid reviews' })).length, 1);
  assert.deepEqual(
    check(theme, counted(sampleMeasure(3, 'count'), { title: 'Audits of families’ files' })),
    [],
  );
});

test('a small number in another chapter or part than the theme is not beside it', () => {
  assert.deepEqual(check(theme, counted(sampleMeasure(3, 'children'), { topics: ['training'] })), []);
  assert.deepEqual(check(theme, counted(sampleMeasure(3, 'children'), { part: 'next' })), []);
  assert.deepEqual(check(counted(sampleMeasure(3, 'children'))), []);
});

test('cells of a table are read with the name of their line', () => {
  const table = sampleTable([['Rapid reviews', 3, 40]]);
  const columns = table.columns.map((column, at) => (at === 1 ? { ...column, label: 'Number' } : column));
  const [found] = check(theme, counted({ ...table, columns }));
  assert.match(found?.quote ?? '', /^3 \(Rapid reviews, Number\)$/);
});
