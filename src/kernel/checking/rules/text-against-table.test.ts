import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { rule } from './text-against-table.ts';

const table =
  '| Course | Sessions | Attendees |\n|---|---|---|\n| Safer sleep A 2024/25 | 7 | 120 |\n| Safer sleep B 2024/25 | 6 | 110 |\n| Harmful behaviour online | 5 | 35 |\n| Total | 18 | 265 |';
const check = (words: string, before = '') =>
  rule.check(
    documentFrom(`# Learning\n\n## Courses held\n\n${before}${table}\n\n## What we learned\n\n${words}\n`),
    [],
  );
const silent = (words: string, before = '') =>
  assert.deepEqual(
    check(words, before).map(({ message }) => message),
    [],
  );
const one = (words: string, message: RegExp, before = '') => {
  const found = check(words, before);
  assert.equal(found.length, 1, JSON.stringify(found.map((each) => each.message)));
  assert.match(found[0]?.message ?? '', message);
};

test('a number for each course that no course has is found, with the rows the words name', () => {
  one(
    'The waiting list for Safer sleep A and Safer sleep B grew, as only 9 sessions for each course ran.',
    /9 sessions for each course.*7 \(Safer sleep A 2024\/25\) and 6 \(Safer sleep B 2024\/25\)/,
  );
  one('Each course had 9 sessions.', /for each course/);
  silent('Safer sleep A and B grew, with 6 sessions for each course.');
  silent('Each course had 9 places.');
});

test('a number for one row that the row does not have is found', () => {
  one(
    'The Harmful behaviour online course had 45 attendees.',
    /45 attendees for “Harmful behaviour online”, and the table 35/,
  );
  silent('The Harmful behaviour online course had 35 attendees.');
  silent('The Harmful behaviour online course had 45 attendees last year.');
  silent('The Harmful behaviour online course had more than 30 attendees.');
  silent('At Harmful behaviour online, 12 attendees from primary schools asked for a further session.');
});

test('a total beside the table that is not its total is found', () => {
  one('', /300 attendees in total, and the table 265/, 'A total of 300 attendees took part.\n\n');
  silent('', 'A total of 265 attendees took part.\n\n');
  silent('', 'In 2022/23, a total of 300 attendees took part.\n\n');
  silent(
    '',
    'A total of 190 attendees from health settings and hospitals rated their learning as useful.\n\n',
  );
});

test('what is planned or belongs to other times contradicts nothing', () => {
  silent('We will hold 9 sessions for each course.');
  silent('In June 2024, 9 sessions for each course were full.');
});

const twice = (first: string, second: string) =>
  rule
    .check(documentFrom(`# Summary\n\n${first}\n\n# Early help\n\n${second}\n`), [])
    .map(({ message }) => message);

test('a number given twice with two values is found', () => {
  const found = twice(
    'There are now seven family hubs operating across the district.',
    'There are now eight family hubs operating across the district, making use of community buildings.',
  );
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /It says eight here, and seven in “Summary”|It says eight .*here, and seven/);
});

for (const [first, second] of [
  [
    'There are now seven family hubs operating across the district.',
    'There are now seven family hubs operating across the district.',
  ],
  [
    'There are now seven family hubs operating across the district.',
    'There are now eight family hubs operating across England.',
  ],
  [
    'In 2023, 40 schools across the district sent a return.',
    'In 2024, 45 schools across the district sent a return.',
  ],
  [
    'In the north 12 children in care moved school during the year.',
    'In the south 15 children in care moved school during the year.',
  ],
  [
    'About 40 schools across the district sent a return.',
    'All 45 schools across the district sent a return.',
  ],
])
  test(`silence: “${first}” and “${second}”`, () => assert.deepEqual(twice(first ?? '', second ?? ''), []));

test('silence: each section of a series counts its own, and what every section says anew is a form', () => {
  const piece = (n: number) => `${n} pieces of work are recorded for the year by the partners of this area.`;
  const report = (...numbers: number[]) =>
    documentFrom(
      numbers
        .map((n, i) => `# Priority ${i + 1}: Something\n\n## What we did here ${i}\n\n${piece(n)}\n`)
        .join('\n'),
    );
  assert.deepEqual(rule.check(report(36, 19), []), []);
  const chapters = [36, 19, 12].map((n, i) => `# Chapter about matter ${'abc'.charAt(i)}\n\n${piece(n)}\n`);
  assert.deepEqual(rule.check(documentFrom(chapters.join('\n')), []), []);
});
