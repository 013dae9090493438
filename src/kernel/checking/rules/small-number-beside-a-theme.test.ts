import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './small-number-beside-a-theme.ts';

const report = (text: string) =>
  rule.check(documentFrom(`# Annual report\n\n## Learning from reviews\n\n${text}\n`), []);
const themes = 'The themes from these reviews were:\n\n- Non-accidental injury\n- Domestic abuse';

test('few statutory reviews beside their themes are one finding that asks for a recorded decision', () => {
  const [found, ...others] = report(
    `- Number of notifications made: 3\n- Number of rapid reviews: 2\n- Number of practice reviews: 0\n\n${themes}`,
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.equal(found.quote, '3 (Number of notifications made); 2 (Number of rapid reviews)');
  assert.match(found.mend, /Record who decided/);
});

test('few children beside what happened to them are high, in a sentence and in a table', () => {
  assert.equal(report('Sadly, 3 children died of their injuries.')[0]?.severity, 'high');
  const [found] = report('| Category | Children |\n|---|---|\n| Neglect | 60 |\n| Sexual abuse | 3 |');
  assert.equal(found?.severity, 'high');
  assert.equal(found.quote, '3 (Sexual abuse, Children)');
});

for (const text of [
  '- Number of rapid reviews: 3',
  `- Number of rapid reviews: 12\n\n${themes}`,
  `- Number of rapid reviews: 0\n\n${themes}`,
  `- Number of multi-agency audits: 5\n\n${themes}`,
  'We held 3 sessions on domestic abuse for practitioners.',
  'Of the 4 young people on our board, all spoke about exploitation.',
  '| Course | Sessions |\n|---|---|\n| Harmful sexual behaviour | 5 |\n| Neglect | 3 |',
  '| Theme | Audits |\n|---|---|\n| Neglect | 3 |\n| Domestic abuse | 2 |',
  'There are 3 statutory partners and 5 priorities, one of them neglect.',
]) {
  test(`silent: “${text.slice(0, 60).replaceAll('\n', ' ')}”`, () => assert.deepEqual(report(text), []));
}

test('records: a measure beside a theme is found, unless somebody permitted it', () => {
  const measure = {
    shape: 'measure' as const,
    value: 3,
    unit: 'children',
    decimals: 0,
    qualifier: 'exactly' as const,
    numerator: null,
    denominator: null,
    basis: 'flow' as const,
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
  };
  const check = (value: number, small_number_permitted = false, voice: 'own' | 'quotation' = 'own') =>
    rule.check(
      recordsDocument([
        { kind: 'heading', text: 'Serious incidents' },
        {
          kind: 'paragraph',
          text: 'Children in serious incidents',
          ref: 'evidence.item/1',
          known: { measure: { ...measure, value }, small_number_permitted },
        },
        {
          kind: 'paragraph',
          text: 'Non-accidental injury and domestic abuse.',
          ref: 'evidence.item/2',
          voice,
        },
      ]),
      [],
    );
  for (const value of [1, 5]) assert.equal(check(value)[0]?.severity, 'high');
  for (const value of [0, 6]) assert.deepEqual(check(value), []);
  assert.deepEqual(check(3, true), []);
});

test('counts above five are never found, whatever they count', () => {
  const line = fc.tuple(
    fc.constantFrom('Neglect', 'Sexual abuse', 'Aged 10 to 15', 'Girls'),
    fc.integer({ min: 6, max: 900 }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const rows = lines.map(([name, count]) => `| ${name} | ${count} |`).join('\n');
      assert.deepEqual(report(`| Category | Children |\n|---|---|\n${rows}\n\n${themes}`), []);
    }),
    { numRuns: 40 },
  );
});

test('a table of reviews over several years stands beside the themes of all of them', () => {
  const table = (head: string) =>
    `| Activity | ${head} |\n|---|---|---|\n| Rapid reviews | 3 | 2 |\n\n${themes}`;
  assert.deepEqual(report(table('2022/23 | 2023/24')), []);
  assert.equal(report(table('Planned | Held')).length, 1);
});
