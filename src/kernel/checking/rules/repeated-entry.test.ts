import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFrom } from '../../reading/testing.ts';
import { repeatedEntry } from './repeated-entry.ts';

const found = (text: string) => repeatedEntry.check(documentFrom(text), []);
const quiet = (text: string) =>
  assert.deepEqual(
    found(text).map(({ message }) => message),
    [],
    text,
  );
const LONG =
  'Partners reviewed how referrals are screened at the front door and agreed a new way to answer schools within two days.';

test('an entry that stands twice in a list is found', () => {
  const [finding, ...others] = found('# Campaigns\n\n- Road Safety Week\n- Baby Week\n- Road safety week\n');
  assert.deepEqual(others, []);
  assert.match(finding?.message ?? '', /“Road safety week” stands twice/);
  quiet('# Campaigns\n\n- Road Safety Week\n- Baby Week\n\n# Others\n\n- Road Safety Week\n');
});

test('a row printed twice with the same figures is found, one with other figures is not', () => {
  const table = (row: string) =>
    `# Training\n\nCourse\tSessions\tAttendees\nFirst aid\t3\t40\n${row}\nNeglect\t2\t31\n`;
  assert.match(found(table('First aid\t3\t40'))[0]?.message ?? '', /“First aid” stands twice/);
  quiet(table('First aid\t3\t41'));
});

test('names in two columns without headings are one list', () => {
  const [finding] = found(
    '# Campaigns\n\nRoad Safety Week\tBaby Week\nYoung Carers Day\tSafer Internet Day\nHate Crime Week\tRoad Safety Week\n',
  );
  assert.match(finding?.message ?? '', /“Road Safety Week”/);
});

test('a sentence printed again in another chapter is found with where it stood before', () => {
  const [finding, ...others] = found(`# Front door\n\n${LONG}\n\n# Early help\n\n${LONG}\n`);
  assert.deepEqual(others, []);
  assert.match(finding?.message ?? '', /under “Front door” as well \(line 3\)/);
});

test('a summary, a recommendation and a quotation may say again what a chapter says', () => {
  quiet(`# Executive summary\n\n${LONG}\n\n# Front door\n\n${LONG}\n`);
  quiet(`# Front door\n\n${LONG}\n\n# Recommendations\n\n- ${LONG}\n`);
  quiet('# Front door\n\nWe will keep it under review.\n\n# Early help\n\nWe will keep it under review.\n');
});

test('a word printed twice running is found, one that may be said twice is not', () => {
  assert.match(
    found('# A\n\nIt was used across the the city and and schools.\n')[0]?.message ?? '',
    /“the the” and “and and”/,
  );
  assert.match(
    found('# A\n\nThe partnership training training was good.\n')[0]?.message ?? '',
    /“training training”/,
  );
  for (const text of [
    'The plan had had some success.',
    'They knew that that was so.',
    'It came in in March and they carried on on Friday.',
    'It was very very good, never never late.',
    'Vitamin A A and B B were given 2 2 times.',
    'He said no, no.',
    'What it is is clear. The end. The beginning.',
  ])
    quiet(`# A\n\n${text}\n`);
});

test('judgements and states that come again and again in a table are no slip', () => {
  const rows = [
    'One\tLargely met\tFully met',
    'Two\tPartly met\tLargely met',
    'Three\tPartly met\tFully met',
  ];
  assert.deepEqual(found(rows.join('\n')), []);
});
