import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownName } from '../../evidence/evidence.ts';
import type { Prose } from '../../reading/document.ts';
import { recordsDocument } from '../../reading/testing.ts';
import { rule } from './named-otherwise.ts';

const names: KnownName[] = [
  {
    ref: 'plan.priority/4',
    kind: 'priority',
    name: 'Working with Schools and Colleges',
    others: [{ name: 'Engaging with Schools', allowed: false }],
  },
  {
    ref: 'governance.body/1',
    kind: 'body',
    name: 'Child Neglect Sub-Group',
    others: [
      { name: 'Neglect Sub-group', allowed: false },
      { name: 'CNSG', allowed: true },
    ],
  },
  {
    ref: 'x.abbreviation/1',
    kind: 'abbreviation',
    name: 'ABC',
    others: [{ name: 'Wrong words', allowed: false }],
  },
];
const check = (...parts: Parameters<typeof recordsDocument>[0]) =>
  rule.check(recordsDocument(parts, { names }), []);
const says = (text: string, over: Partial<Prose> = {}) => ({
  kind: 'paragraph' as const,
  text,
  ...over,
});

test('a name the register does not allow is found whatever its case, with where else it stands', () => {
  const cell = { text: 'Engaging with schools', number: null };
  const [found, ...others] = check(
    { kind: 'heading', text: 'Summary' },
    says('The partnership’s ENGAGING WITH SCHOOLS work went on.'),
    { kind: 'heading', text: 'Training' },
    { kind: 'table', rows: [{ cells: [cell], line: null, page: null }] },
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(
    found.message,
    /is called “Working with Schools and Colleges” this year\. Also in: Training\./,
  );
});

test('a wrong name inside the right one is no finding', () => {
  assert.deepEqual(check(says('The Child Neglect Sub-Group and the CNSG met.')), []);
  assert.equal(check(says('The Neglect Sub-group’s data was read.')).length, 1);
});

test('a former name that is said to be one is left alone', () => {
  assert.deepEqual(check(says('The group (formerly the Neglect Sub-group) met.')), []);
});

test('what people said stays as they said it', () => {
  assert.deepEqual(check(says('Engaging with Schools helped.', { voice: 'quotation' })), []);
});

test('words that only contain the letters of a name are other words', () => {
  assert.deepEqual(check(says('Reengaging with schools matters, and so do wrong words.')), []);
});

test('two names in one text are two findings, and one record is one place', () => {
  const found = check(
    says('Engaging with Schools, led by the Neglect Sub-group; Engaging with Schools went on.'),
  );
  assert.deepEqual(
    found.map(({ message }) => message.includes('Also in')),
    [false, false],
  );
});
