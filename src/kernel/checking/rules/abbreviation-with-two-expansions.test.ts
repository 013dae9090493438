import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownName } from '../../evidence/evidence.ts';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './abbreviation-with-two-expansions.ts';

const check = (texts: readonly string[], names: KnownName[] = []) =>
  rule.check(
    recordsDocument(
      texts.map((text) => ({ kind: 'paragraph', text })),
      { names },
    ),
    [],
  );

test('two expansions of one abbreviation are found, plural and possessive endings aside', () => {
  const [found, ...others] = check([
    'Officers complete Vulnerable Person Notices’ (VPN’s) and the quality of Violent Person Notices (VPN’s) is read.',
  ]);
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /VPN is written out in two ways/);
});

test('the same expansion in other case, number, order of texts or hyphens is one', () => {
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
    name: 'Family Early Support Team',
    others: [{ name: 'FEST', allowed: true }],
  };
  assert.equal(check(['The Front End Safety Team (FEST) met.'], [register]).length, 1);
  assert.deepEqual(check(['The Family Early Support Team (FEST) met.'], [register]), []);
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

test('words that the whole field uses otherwise are found, and a slip of endings is low', () => {
  const [found] = check(['Each death goes to the Child Death Oversight Partnership (CDOP).']);
  assert.equal(found?.severity, 'medium');
  assert.match(found.message, /“child death overview panel” \(as it is used everywhere\)/);
  assert.equal(check(['We had a Joint Targets Area Inspection (JTAI).'])[0]?.severity, 'low');
});

test('what the field has two words for, and what stands for quite another thing, is right', () => {
  const silent = [
    'The Detective Chief Superintendent (DCS) spoke.',
    'Return Home Conversations (RHC) and Return Home Interviews (RHI) are offered.',
    'Schools took part (York). Nurses took part (NHS). The Trust (NHS) agreed.',
    'A Community Sports Evening (CSE) was held.',
  ];
  for (const text of silent) assert.deepEqual(check([text]), [], text);
});

test('the same fault has the same key in another order of the texts', () => {
  const texts = ['A Family Safety Plan (FSP) was held.', 'A Friendly School Place (FSP) was held.'];
  assert.equal(check(texts)[0]?.key, check(texts.toReversed())[0]?.key);
});

test('the place shown is not the table of contents', () => {
  const found = rule.check(
    documentFrom(
      '# Contents\n\nChild Death Oversight Group (CDOP) ..... 3\nTraining ..... 4\nFinance ..... 5\n\n# Child Death Oversight Group (CDOP)\n\nIt met.\n\n# Training\n\nText.\n\n# Finance\n\nText.\n',
    ),
    [],
  );
  assert.equal(found.length, 1);
  assert.notEqual(found[0]?.where, 'Contents');
});
