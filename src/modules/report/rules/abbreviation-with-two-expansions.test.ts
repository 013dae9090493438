import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownName } from '../../../kernel/evidence/evidence.ts';
import { emptyComposition, sampleItem, sampleStatement } from '../sample-composition.ts';
import { rule } from './abbreviation-with-two-expansions.ts';

const check = (texts: string[], names: KnownName[] = []) =>
  rule.check(
    emptyComposition({
      names,
      items: texts.map((text, at) => sampleItem(String(at), sampleStatement(text))),
    }),
  );

test('two expansions of one abbreviation are found, plural and possessive endings aside', () => {
  const [found] = check([
    'Officers complete Public Protection Notices’ (PPN’s) and the quality of Police Protection Notices (PPN’s) is read.',
  ]);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /PPN is written out in two ways/);
  assert.match(found.quote, /Police Protection Notices/);
});

test('the same expansion in other case, number or hyphens is one', () => {
  assert.deepEqual(
    check([
      'The Multi-Agency Safeguarding Hub (MASH) met.',
      'The multi agency safeguarding hubs (MASH) met.',
      'MASH (Multi-Agency Safeguarding Hub) met.',
    ]),
    [],
  );
});

test('a text that disagrees with the register is found', () => {
  const register: KnownName = {
    ref: 'governance.abbreviation/1',
    kind: 'abbreviation',
    name: 'Child Death Overview Panel',
    others: [{ name: 'CDOP', allowed: true }],
  };
  assert.equal(check(['The Child Death Review Panel (CDOP) met.'], [register]).length, 1);
  assert.deepEqual(check(['The Child Death Overview Panel (CDOP) met.'], [register]), []);
});

test('a longer name of the same thing is no second expansion', () => {
  const agency: KnownName = {
    ref: 'governance.agency/1',
    kind: 'agency',
    name: 'Fernshire and Dale Integrated Care Board',
    others: [{ name: 'ICB', allowed: true }],
  };
  assert.deepEqual(check(['The Integrated Care Board (ICB) agreed.'], [agency]), []);
});

test('an aside in brackets that is no abbreviation is not read as one', () => {
  assert.deepEqual(check(['Schools took part (York). Nurses took part (NHS). The Trust (NHS) agreed.']), []);
});

test('the same fault has the same key in another order of the texts', () => {
  const texts = ['A Return Home Interview (RHI) was held.', 'A Return Health Interview (RHI) was held.'];
  assert.equal(check(texts)[0]?.key, check(texts.toReversed())[0]?.key);
});
