import assert from 'node:assert/strict';
import { test } from 'node:test';
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
