import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './term-misused.ts';

const check = (text: string) => rule.check(documentFrom(`# Annual Report\n\n${text}\n`), []);

test('a priority on missing education that tells of absence is found at its heading', () => {
  const [found, ...others] = check(
    '## Children Missing Education\n\nAttendance is a worry. We looked at persistent absence. Schools shared attendance data. Severe absence fell. Families told us what helps.',
  );
  assert.equal(others.length, 0);
  assert.equal(found?.severity, 'medium');
  assert.match(
    found.message,
    /4 sentences are about attendance and absence, and none about children who are on no school’s roll/,
  );
});

test('work with children on no roll, and attendance under its own heading, are named rightly', () => {
  const silent = [
    '## Children Missing Education\n\nWe trace children who are on no roll. CME enquiries reach every school. Electively home educated children are visited. Attendance is told elsewhere.',
    '## School attendance\n\nAttendance is a worry. We looked at persistent absence. Schools shared attendance data. Severe absence fell.',
    '## Missing from home\n\nAttendance is a worry. We looked at persistent absence. Schools shared attendance data. Severe absence fell.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('the partnership of health bodies named as a statutory partner is found', () => {
  assert.match(
    check(
      '## Foreword of the statutory safeguarding partners\n\n### A Person\n\n**Chief Nurse, Fernshire Health and Care Partnership**\n\nWe worked well.',
    )[0]?.message ?? '',
    /“Fernshire Health and Care Partnership” stands here for the statutory health partner/,
  );
  assert.equal(
    check(
      'Our three statutory partners are the council, the police and Fernshire Integrated Care Partnership.',
    ).length,
    1,
  );
});

test('the board as partner, and the partnership for what it did, are right', () => {
  const silent = [
    'Our three statutory partners are the council, the police and Fernshire Integrated Care Board.',
    'The statutory partners ran a campaign alongside the Fernshire Health and Care Partnership.',
    'A toolkit of Fernshire Health and Care Partnership was shared with all schools.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('a chapter that an edition does not have, or that is about something else, is found', () => {
  assert.match(
    check('We follow Chapter 7 of Working Together to Safeguard Children 2018.')[0]?.message ?? '',
    /has 5 chapters, so there is no chapter 7/,
  );
  assert.match(
    check('Child death reviews follow chapter 5, child death reviews, of Working Together 2023.')[0]
      ?.message ?? '',
    /In Working Together 2023 this is chapter 6/,
  );
});

test('chapters where they are, and editions that are not held, are right', () => {
  const silent = [
    'Rapid reviews follow Chapter 5, serious child safeguarding incidents, of Working Together 2023.',
    'Rapid reviews follow Chapter 4, serious incidents, of Working Together (2018).',
    'We follow chapter 9 of Working Together 2010.',
    'Working Together 2023 – Chapter 6 Child death reviews',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});

test('a section in the wrong Act is found, and in its own Act it is right', () => {
  assert.match(
    check('The audit under section 11 of the Children Act 1989 was done.')[0]?.message ?? '',
    /section 11 of the Children Act 2004/,
  );
  assert.match(check('Enquiries under s.47 of the Children Act 2004 rose.')[0]?.message ?? '', /1989/);
  const silent = [
    'The audit under section 11 of the Children Act 2004 was done.',
    'Enquiries under section 47 of the Children Act 1989 rose.',
    'The section 175 audit (Education Act 2002) was done.',
    'The court used section 11 of the Children Act 1989 in its order.',
  ];
  for (const text of silent) assert.deepEqual(check(text), [], text);
});
