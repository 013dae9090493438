import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom, recordsDocument } from '../../reading/testing.ts';
import { rule } from './first-name-in-case-study.ts';

const story = (text: string, more = '') =>
  rule.check(documentFrom(`# Annual report\n\n## Case study\n\n${text}\n\n## Next steps\n\n${more}\n`), []);

for (const text of [
  'Anthony came to our attention after he attended hospital.',
  'Dad went to baby groups so that both he and Scarlet would benefit.',
  'In the end it was Sophie who chose the hour, and the child was glad.',
  'We were keen to listen to Kyrah’s views.',
  'The nurse rang, and Tolulope said that she felt safe.',
  'She told us that Rose likes school.',
]) {
  test(`a first name is found in “${text}”`, () => assert.equal(story(text)[0]?.severity, 'high'));
}

for (const text of [
  'A young person worked with St Giles Trust and with Winston’s Wish in May. She was glad.',
  'Mum was worried. Dad said that the Health Visitor helped, and Nan was kind.',
  'In April and over the Summer the school offered the child Hope House and Bundles of Joy.',
  'Fernshire was the place they knew. Police told the family in Christmas week.',
  'The child went to Jack Lawson Academy and later told a teacher.',
  'Grace and patience will mark a good worker for this child.',
  'The child’s family asked for a second opinion under Martha’s Rule, and for Clare’s Law.',
  'The young person in Year 6 used the Hollie Guard app, and the work of Laura Lundy (2007) helped them.',
  'The child met Sarah Thomas, Head of Service, and Dr Anna Field, and Inspector James Lowe.',
  'Child A and Child B lived with their mother. Operation Alice had found them.',
]) {
  test(`no first name is found in “${text}”`, () => assert.deepEqual(story(text), []));
}

test('a line that names were changed answers it: in the story, in its heading, or for the whole document', () => {
  const text = 'Anthony came to our attention after he attended hospital.';
  assert.deepEqual(story(`${text} (Name changed.)`), []);
  assert.deepEqual(story(text, 'The names of all children in this report have been changed.'), []);
  assert.deepEqual(
    rule.check(documentFrom(`# Report\n\n## Case study (names have been changed)\n\n${text}\n`), []),
    [],
  );
  assert.equal(story(text, 'The name of the group has not been settled.').length, 1);
});

test('all names of one story are one finding, with how often each stands', () => {
  const [found, ...others] = story(
    'Anthony met Maya, a young person. Anthony’s plan changed, and Anthony agreed.',
  );
  assert.equal(others.length, 0);
  assert.match(found?.message ?? '', /“Anthony” \(3 times\) and “Maya” read like a first name/);
});

test('on record: whether names were changed, quotations, and known names of agencies', () => {
  const check = (part: object, names = {}) =>
    rule.check(recordsDocument([{ kind: 'paragraph', text: 'Oliver said yes.', ...part }], names), []);
  assert.deepEqual(check({ voice: 'case-study', known: { names_changed: true } }), []);
  assert.match(
    check({ voice: 'case-study', known: { names_changed: false } })[0]?.message ?? '',
    /recorded that names were not changed/,
  );
  assert.match(
    check({ voice: 'quotation', text: 'I told Oliver everything.' })[0]?.mend ?? '',
    /role in square brackets/,
  );
  const names = [
    { ref: 'governance.agency/1' as const, kind: 'agency' as const, name: 'Homestart', others: [] },
  ];
  assert.deepEqual(
    check({ voice: 'case-study', text: 'The family said that Homestart said yes.' }, { names }),
    [],
  );
});

test('forewords, authors and people in office are named on purpose', () => {
  const text =
    '## Foreword\n\nMartin Webb, Director of Children’s Services, thanks all staff. Martin’s team listened. ' +
    'The review was led by Alan Wood and Louise Casey.\n\nHelen Marsh\n\nIndependent Scrutineer';
  assert.deepEqual(rule.check(documentFrom(`# Annual report\n\n${text}\n`), []), []);
});

test('a child’s life told outside a story is found by a lone first name that acts', () => {
  const text =
    'Ellie was missing from home. Ellie’s mum told the social worker, and the police found her at school.';
  assert.equal(rule.check(documentFrom(`# Report\n\n## What we did\n\n${text}\n`), []).length, 1);
});
