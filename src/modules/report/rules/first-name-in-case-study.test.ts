import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseStudy } from '../../../kernel/evidence/shapes.ts';
import { emptyComposition, sampleItem } from '../sample-composition.ts';
import { rule } from './first-name-in-case-study.ts';

const caseStudy = (text: string, over: Partial<CaseStudy> = {}): CaseStudy => ({
  shape: 'case-study',
  text,
  consent: 'recorded',
  names_changed: null,
  cleared_by: null,
  ...over,
});
const check = (content: CaseStudy) => rule.check(emptyComposition({ items: [sampleItem('1', content)] }));

for (const text of [
  'Anthony came to our attention after he attended hospital.',
  'Dad went to baby groups so that both he and Scarlet would benefit.',
  'In the end it was Sophie who chose the hour.',
  'We were keen to listen to Kyrah’s views.',
  'The nurse rang, and Tolulope said that she felt safe.',
  'She told us that Rose likes school.',
]) {
  test(`a first name is found in “${text}”`, () => assert.equal(check(caseStudy(text))[0]?.severity, 'high'));
}

for (const text of [
  'A young person worked with St Giles Trust and with Winston’s Wish in May.',
  'Mum was worried. Dad said that the Health Visitor helped, and Nan was kind.',
  'In April and over the Summer the school offered Hope House and Bundles of Joy.',
  'Fernshire was the place they knew. Police told the family in Christmas week.',
  'The child went to Jack Lawson Academy and later told a teacher.',
  'Grace and patience will mark a good worker.',
]) {
  test(`no first name is found in “${text}”`, () => assert.deepEqual(check(caseStudy(text)), []));
}

test('a statement that names were changed answers it', () => {
  const text = 'Anthony came to our attention.';
  assert.deepEqual(check(caseStudy(text, { names_changed: true })), []);
  assert.equal(check(caseStudy(text, { names_changed: false })).length, 1);
});

test('all names of one story are one finding, with how often each stands', () => {
  const [found, ...others] = check(
    caseStudy('Anthony met Maya. Anthony’s plan changed, and Anthony agreed.'),
  );
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /“Anthony” \(3 times\) and “Maya” read like a first name/);
});

test('quotations are read too', () => {
  const quotation = {
    shape: 'quotation' as const,
    text: 'I told Oliver everything.',
    speaker: 'A young person',
  };
  assert.equal(rule.check(emptyComposition({ items: [sampleItem('1', quotation)] })).length, 1);
});

test('a known agency that looks like a name is not one', () => {
  const items = [
    sampleItem('1', caseStudy('The family said that Oliver House was open and Homestart said yes.')),
  ];
  const names = [{ ref: 'governance.agency/1', kind: 'agency' as const, name: 'Homestart', others: [] }];
  assert.deepEqual(rule.check(emptyComposition({ items, names })), []);
});
