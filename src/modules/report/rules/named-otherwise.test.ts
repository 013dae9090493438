import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownName } from '../../../kernel/evidence/evidence.ts';
import type { Content } from '../../../kernel/evidence/shapes.ts';
import { emptyComposition, sampleItem, sampleStatement, sampleTable } from '../sample-composition.ts';
import { rule } from './named-otherwise.ts';

const names: KnownName[] = [
  {
    ref: 'plan.priority/4',
    kind: 'priority',
    name: 'Working with Fathers and Male Carers',
    others: [{ name: 'Engaging with Fathers', allowed: false }],
  },
  {
    ref: 'governance.body/1',
    kind: 'body',
    name: 'Child Exploitation Sub-Group',
    others: [
      { name: 'Exploitation Sub-group', allowed: false },
      { name: 'CESG', allowed: true },
    ],
  },
  {
    ref: 'x.abbreviation/1',
    kind: 'abbreviation',
    name: 'ABC',
    others: [{ name: 'Wrong words', allowed: false }],
  },
];
const check = (...contents: Content[]) =>
  rule.check(
    emptyComposition({ names, items: contents.map((content, at) => sampleItem(String(at), content)) }),
  );

test('a name the register does not allow is found whatever its case, with where else it stands', () => {
  const [found, ...others] = check(
    sampleStatement('The partnership’s ENGAGING WITH FATHERS work went on.'),
    sampleTable([['Engaging with fathers', 1, 2]]),
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(
    found.message,
    /is called “Working with Fathers and Male Carers” this year\. Also in: .*Item 1/,
  );
});

test('a wrong name inside the right one is no finding', () => {
  assert.deepEqual(check(sampleStatement('The Child Exploitation Sub-Group and the CESG met.')), []);
  assert.equal(check(sampleStatement('The Exploitation Sub-group’s data was read.')).length, 1);
});

test('a former name that is said to be one is left alone', () => {
  assert.deepEqual(check(sampleStatement('The group (formerly the Exploitation Sub-group) met.')), []);
});

test('what people said stays as they said it', () => {
  assert.deepEqual(
    check({ shape: 'quotation', text: 'Engaging with Fathers helped.', speaker: 'A father' }),
    [],
  );
});

test('words that only contain the letters of a name are other words', () => {
  assert.deepEqual(check(sampleStatement('Reengaging with fathers matters, and so do wrong words.')), []);
});

test('chapter words are read, and two names in them are two findings', () => {
  const composition = emptyComposition({
    names,
    chapter_texts: { summary: 'Engaging with Fathers, led by the Exploitation Sub-group.' },
  });
  assert.deepEqual(
    rule.check(composition).map(({ where }) => where),
    ['Summary: introduction', 'Summary: introduction'],
  );
});
