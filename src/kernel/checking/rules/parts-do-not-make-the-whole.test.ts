import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './parts-do-not-make-the-whole.ts';

const check = (text: string) => rule.check(documentFrom(`# Activity in the year\n\n${text}\n`), []);
const silent = (text: string) =>
  assert.deepEqual(
    check(text).map(({ message }) => message),
    [],
  );
const one = (text: string, message: RegExp) => {
  const found = check(text);
  assert.equal(found.length, 1, JSON.stringify(found.map((each) => each.message)));
  assert.match(found[0]?.message ?? '', message);
};

const mortality = (infant: string, neonatal: string, post: string) =>
  `- ${infant} infant mortality rate per 1,000 live births (2021-23)\n- ${neonatal} neonatal mortality rate per 1,000 live births (2021-23)\n- ${post} post-neonatal mortality rate per 1,000 live births (2021-23)\n`;

test('infant mortality is neonatal and post-neonatal mortality, for one period, beyond rounding', () => {
  one(mortality('4.1', '2.6', '0.6'), /2\.6 \+ 0\.6 = 3\.2, and infant mortality is given as 4\.1/);
  silent(mortality('3.2', '2.6', '0.6'));
  silent(mortality('3.3', '2.6', '0.6'));
});

test('figures of different periods or areas add up to nothing', () => {
  silent(mortality('4.1', '2.6', '0.6').replace('(2021-23)', '(2022-23)'));
  silent(mortality('4.1', '2.6', '0.6').replace('4.1 infant', '4.1 England infant'));
  silent(`${mortality('4.1', '2.6', '0.6').split('\n').slice(0, 2).join('\n')}\n`);
});

test('in a table, each column is held to the identity by itself', () => {
  const rows = (overall: string) =>
    `| Absence | 2023/24 | 2024/25 |\n|---|---|---|\n| Authorised absence | 4.9% | 4.7% |\n| Unauthorised absence | 2.1% | 2.4% |\n| Overall absence | 7.0% | ${overall} |\n`;
  one(rows('8.1%'), /4\.7 \+ 2\.4 = 7\.1, and overall absence is given as 8\.1/);
  silent(rows('7.1%'));
});

test('boys and girls are all the children, or it is not known of some', () => {
  one('We helped 120 children (55 boys and 70 girls).', /55 and 70 make 125, not 120/);
  one('We helped 120 children, 55 boys and 60 girls.', /for some it is not known/);
  silent('We helped 125 children (55 boys and 70 girls).');
  silent('We helped 120 children (55 boys and 60 girls; for the others it was not recorded).');
  silent('We helped 120 children and trained 30 boys and 25 girls as ambassadors.');
});

test('nobody can be 45 of 40', () => {
  one('A return came from 45 of the 40 schools in the city.', /more than the whole/);
  one('Of the 40 schools invited, 45 attended.', /more than the whole/);
  silent('A return came from 38 of the 40 schools in the city.');
  silent('Of the 40 schools invited, 36 attended.');
  silent('This was the third of 2 sessions and 12 of the best ideas came then.');
  silent('Session 4 of 3 parts was repeated.');
  silent('Of the 40 schools invited, 45 staff attended from 36.');
  silent('The day was attended by 45 staff of 12 schools.');
});

test('in a table, more cannot attend than were invited, unless others came too', () => {
  const rows = (came: string) =>
    `| Event | Invited | Attended |\n|---|---|---|\n| Spring | 60 | 48 |\n| Autumn | 50 | ${came} |\n`;
  one(rows('58'), /“Attended” \(58\) is more than “Invited” \(50\)/);
  silent(rows('50'));
  silent('| Event | Sessions | Attended |\n|---|---|---|\n| Spring | 3 | 48 |\n| Autumn | 2 | 41 |\n');
});

test('the parts that a sentence gives of its whole have to make it', () => {
  one(
    'A total of 640 contacts, comprising of 402 referrals and 239 requests for advice, have been received by the service during the year.',
    /402 and 239 make 641, and the whole is given as 640.*1 was counted twice/,
  );
  one('We read 40 records, made up of 20 plans, 12 assessments and 6 reviews.', /make 38.*2 are missing/);
  silent(
    'A total of 641 contacts, comprising of 402 referrals and 239 requests for advice, have been received.',
  );
});

test('parts without a count, of something else or of some of the same make no sum', () => {
  silent('The 40 staff, made up of 20 nurses, 12 officers and volunteers, met in May.');
  silent('There are 12 panels, made up of 30 partners and 40 agencies.');
  silent('We read 40 records, comprising 20 plans, 5 of them overdue, and 19 reviews.');
  silent(
    'The 40 children, made up of 25 boys and 20 carers, were counted in each group they belong to; some overlap.',
  );
  silent('The group is made up of 12 members and meets 6 times.');
});

test('whatever the counts, parts that make their whole are never found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 }), (counts) => {
      const sum = counts.reduce((a, b) => a + b, 0);
      const parts = counts.map((count, at) => `${count.toLocaleString('en-GB')} ${'abcde'[at]}-forms`);
      silent(
        `A total of ${sum.toLocaleString('en-GB')} forms, comprising ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, came.`,
      );
    }),
    { numRuns: 60 },
  );
});
