import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparingWords } from './comparing-words.ts';
import { wordsIn } from './words.ts';

function found(text: string): string[] {
  const words = wordsIn(text);
  return comparingWords(text, words, () => false).map((at) => words[at]?.raw ?? '');
}

for (const [text, expected] of [
  ['Referrals have significantly increased.', ['significantly', 'increased']],
  ['The number of ‘no shows’ has reduced during 2024/2025.', ['reduced']],
  ['Attendance has remained at a consistent level.', ['remained']],
  [
    'This is evidenced by an increased number of children (the highest number to date).',
    ['increased', 'highest'],
  ],
  ['Earlier interventions are reducing the number of plans.', ['reducing']],
  ['There is a rapidly rising trend.', ['rising']],
  ['The service has seen attendance of male carers double this year.', ['double']],
  ['Fewer young people went missing.', ['Fewer']],
  ['Referrals rose, waits fell and families were happier.', ['rose', 'fell', 'happier']],
  ['There were more referrals than last year.', ['more']],
  ['Wellbeing was worse than elsewhere.', ['worse']],
  ['The plan reduced absence.', ['reduced']],
  ['We saw an improvement in recording.', ['improvement']],
] as const) {
  test(`“${text}” compares`, () => assert.deepEqual(found(text), expected));
}

for (const text of [
  'It reached more than 200 children.',
  'More than a third of families took part.',
  'No more than five sessions were held, and fewer than ten people came.',
  'The improvement plan went to the School Improvement Board.',
  'The Violence Reduction Unit runs Reducing Parental Conflict.',
  'The aim is to improve outcomes and to further reduce harm.',
  'Work aimed at improving attendance goes on.',
  'Practitioners can find out more on the website.',
  'At least 40 people came; further sessions follow.',
  'Partners will be able to offer more support.',
  'The drop-in sessions help families better understand.',
  'Children growing up in care fall within the scope.',
  'Two areas for improvement were found, and improvements are required.',
  'Best practice is shared once more with higher education.',
  'Safer recruitment was on the agenda.',
  'These concerns gave rise to a review.',
]) {
  test(`“${text}” compares nothing`, () => assert.deepEqual(found(text), []));
}
