import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { severities } from '../../kernel/checking/finding.ts';
import { rules } from '../../kernel/checking/rules/index.ts';
import { chapterOf } from './chapters.ts';
import { findReportFindings } from './findings.ts';
import { readingOf } from './reading-of.ts';
import {
  emptyComposition,
  sampleClaim,
  sampleComposition,
  sampleItem,
  sampleMeasure,
  sampleStatement,
  sampleTable,
} from './sample-composition.ts';

const composition = sampleComposition(120);
const idsOf = (found: readonly { rule: string }[]) => [...new Set(found.map(({ rule }) => rule))].toSorted();

test('each key occurs once and names its rule, and every finding its place, its sureness and its record', () => {
  const found = findReportFindings(composition);
  assert.ok(found.length > 20);
  assert.equal(new Set(found.map(({ key }) => key)).size, found.length);
  const refs = new Set(composition.items.map(({ ref }) => ref));
  for (const { key, rule, ref, confidence, where, line, page } of found) {
    assert.ok(key.startsWith(`${rule}:`) && key.length <= 200);
    assert.ok(rules.some(({ id }) => id === rule));
    assert.ok(confidence > 0 && confidence <= 1);
    assert.ok(ref === null || refs.has(ref));
    assert.deepEqual([where === '', line, page], [false, null, null]);
  }
});

test('what is said of a finding begins with the same nine facts as at the checker', () => {
  const [first] = findReportFindings(composition);
  const nine = ['rule', 'severity', 'confidence', 'where', 'line', 'page', 'quote', 'message', 'mend'];
  const more = ['key', 'ref', 'path', 'mark', 'waived'];
  assert.deepEqual(Object.keys(first ?? {}), nine.concat(more));
});

test('the gravest findings come first, and within one gravity the order is that of the report', () => {
  const found = findReportFindings(composition);
  const gravity = found.map(({ severity }) => severities.indexOf(severity));
  assert.deepEqual(
    gravity,
    gravity.toSorted((a, b) => a - b),
  );
  const orders = new Map(composition.items.map((item) => [item.ref, chapterOf(item).order]));
  const first = found
    .filter(({ severity, ref }) => severity === 'high' && ref !== null)
    .map(({ ref }) => orders.get(ref ?? ''));
  assert.deepEqual(
    first,
    first.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
});

test('keys stay the same when the records come in another order', () => {
  // Of two records with the same words the later one is the repetition, so that rule has other keys in another order.
  const keys = (items: typeof composition.items) =>
    findReportFindings({ ...composition, items })
      .filter(({ rule }) => rule !== 'repeated-entry')
      .map(({ key }) => key)
      .sort();
  const expected = keys(composition.items);
  const orders = fc.shuffledSubarray(composition.items, { minLength: composition.items.length });
  fc.assert(
    fc.property(orders, (items) => assert.deepEqual(keys(items), expected)),
    { numRuns: 15 },
  );
});

test('a year without records is asked only for what it lacks', () => {
  assert.deepEqual(idsOf(findReportFindings(sampleComposition(0))), ['no-cost-breakdown']);
});

const costs = sampleItem(
  'costs',
  {
    ...sampleTable([]),
    columns: [
      { label: 'Line', kind: 'text', total: 'none' },
      { label: 'Amount', kind: 'money', total: 'none' },
    ],
    rows: [
      ['Income: council', 100],
      ['Spend: reviews', 100],
    ],
  },
  { topics: ['costs'] },
);
const of = (...items: (typeof costs)[]) => findReportFindings(emptyComposition({ items: [costs, ...items] }));

test('what the records know answers a rule before the words do', () => {
  const improved = sampleStatement('Attendance improved at every school.');
  const claimed = (rests_on: Parameters<typeof sampleClaim>[0]) =>
    sampleItem('claim', improved, { topics: ['priority'], claim: sampleClaim(rests_on) });
  const [bare] = of(claimed({ headline: true }));
  assert.deepEqual([bare?.rule, bare?.severity], ['comparative-without-comparator', 'high']);
  const measure = sampleMeasure(93, 'per cent', { comparator: { value: 90, label: 'June 2023' } });
  const cited = {
    ref: 'evidence.item/m',
    title: 'Attendance',
    path: '/evidence/items/m',
    purpose: 'supports',
    source_title: null,
    content: measure,
    moved: false,
  } as const;
  assert.deepEqual(of(claimed({ headline: true, rests_on: [cited] })), []);
  assert.deepEqual(of(sampleItem('aim', improved, { topics: ['vision'] })), []);
});

test('a total is called wrong only in columns that are meant to be summed, by the table that prints it', () => {
  const rows = [
    ['Induction', 3, 40],
    ['Working with families', 2, 30],
  ];
  const summed = sampleItem('t', sampleTable(rows, ['Total', 6, 90]));
  const [found, ...more] = of(summed);
  assert.deepEqual([found?.rule, found?.ref, more.length], ['total-does-not-add-up', summed.ref, 0]);
  assert.equal(found?.where, 'Training and development: Item t');
  const table = sampleTable(rows, ['Total', 6, 70]);
  const columns = table.columns.map((column) => ({
    ...column,
    total: column.label === 'Attendees' ? column.total : ('none' as const),
  }));
  assert.deepEqual(of(sampleItem('t', { ...table, columns })), []);
});

test('every chapter with records is a heading, every record a part that names it, and no place is made up', () => {
  const { parts, names, period } = readingOf(composition);
  assert.deepEqual(period, { from_on: '2024-04-01', to_on: '2025-03-31' });
  assert.ok(names.some(({ name }) => name === composition.partnership.name));
  const refs = new Set(parts.map(({ ref }) => ref));
  for (const { ref } of composition.items) assert.ok(refs.has(ref), ref);
  for (const [at, part] of parts.entries()) {
    assert.equal(part.at, at);
    assert.ok(part.section === null || (part.section < at && parts[part.section]?.kind === 'heading'));
    assert.deepEqual([part.line, part.page], [null, null]);
  }
});
