import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { duties } from '../frameworks/duties.ts';
import { readPlainText } from '../reading/formats/plain-text.ts';
import { documentFrom } from '../reading/testing.ts';
import { dutyAnswers, questionOfDuty } from './duties.ts';

const period = { from_on: '2024-04-01', to_on: '2025-03-31' };
const report = (text: string, framework_id: 'WT2018' | 'WT2023' | 'WT2026' = 'WT2023') =>
  documentFrom(`# Annual report of a safeguarding children partnership\n\n${text}\n`, {
    period,
    framework_id,
  });
const answer = (id: string, text: string) =>
  dutyAnswers(report(text, `WT20${id.slice(2, 4)}` as 'WT2023')).find(({ duty }) => duty.id === id);

test('each duty of content has its question, and each edition its whole list', () => {
  for (const duty of duties)
    assert.equal((duty.carried_from ?? duty.id) in questionOfDuty, duty.kind === 'content', duty.id);
  assert.equal(dutyAnswers(report('Text.')).length, 19);
  assert.equal(dutyAnswers(report('Text.', 'WT2018')).length, 12);
  assert.equal(dutyAnswers(report('Text.', 'WT2026')).length, 22);
});

test('without an edition it is the one in force when a report on the period falls due', () => {
  const document = documentFrom('# Report\n\nText of it.\n', {
    period,
    framework_id: null,
    published_on: null,
  });
  assert.equal(dutyAnswers(document)[0]?.duty.framework, 'WT2023');
  assert.deepEqual(dutyAnswers({ ...document, parts: [...document.parts], period: null }), []);
});

test('a duty that a text can plainly show is met by reading, others are partly answered at most', () => {
  const text = [
    'This covers 1 April 2024 to 31 March 2025. The three statutory partners report on shared priorities.',
    'Learning from audits had an impact on practice. A rapid review was held and one priority was met.',
  ].join('\n\n');
  assert.equal(answer('YR23-01', text)?.status, 'met');
  assert.equal(answer('YR23-01', text)?.passages[0]?.quote.includes('31 March 2025'), true);
  assert.equal(answer('YR23-02', text)?.status, 'partly');
  assert.equal(answer('YR23-01', 'The three statutory partners report.')?.status, 'partly');
});

test('what is verified and not spoken of is missing; what is not verified is only ever to be checked', () => {
  assert.equal(answer('YR23-03', 'We met four times.')?.status, 'missing');
  assert.equal(answer('YR18-07', 'We met four times.')?.status, 'missing');
  const unverified = answer('YR23-09', 'We met four times.');
  assert.deepEqual([unverified?.status, unverified?.answered], ['check', 'nothing']);
  for (const { duty, status } of dutyAnswers(report('Text.', 'WT2026')))
    if (!duty.verified) assert.ok(status === 'check', duty.id);
});

test('money is mentioned in many reports; only several costs side by side break it down', () => {
  const table = '## Budget\n\nWhat\tAmount\nScrutiny\t£12,000\nTraining\t£8,500\nReviews\t£4,100\n';
  assert.equal(answer('YR23-10', table)?.answered, 'fully');
  const plain = '## Finance\n\nWhat\tSpent (£)\nScrutiny\t12,000\nTraining\t8,500\nReviews\t4,100\n';
  assert.equal(answer('YR23-10', plain)?.answered, 'fully');
  const list = '## Costs\n\n- Scrutiny: £12,000\n- Training: £8,500\n- Reviews: £4,100\n';
  assert.equal(answer('YR23-10', list)?.answered, 'fully');
  const mention = answer('YR23-10', '## Finance\n\nThe deficit of £31,000 was met by the council.\n');
  assert.deepEqual([mention?.answered, mention?.passages.length], ['nothing', 1]);
  const training = '## Training\n\nCourse\tSessions\nNeglect\t3\nNeglect again\t4\nReviews\t4\n';
  assert.equal(answer('YR23-10', training)?.answered, 'nothing');
});

test('what was planned or told of one child does not show what was done', () => {
  assert.equal(
    answer('YR23-06', '## What we will do next\n\nTraining will improve outcomes for families.')?.answered,
    'nothing',
  );
});

test('whether there is a secure establishment is asked, unless the text says there is none', () => {
  assert.equal(answer('YR23-15', 'We met four times.')?.status, 'check');
  assert.equal(answer('YR23-15', 'There is no secure establishment in our area.')?.status, 'not-applicable');
});

test('what was sent, published and agreed cannot be seen in a text', () => {
  for (const id of ['YR23-17', 'YR23-18', 'YR23-19']) {
    const act = answer(id, 'The report was sent to everyone in good time.');
    assert.deepEqual([act?.status, act?.answered], ['check', null], id);
    assert.ok((act?.next ?? '').length > 10);
  }
});

test('the passages point at the very words', () => {
  const text = 'We asked children for feedback in a survey.';
  const [passage] = answer('YR23-09', text)?.passages ?? [];
  assert.equal(passage?.quote, text);
  assert.equal(passage?.line, 3);
});

// What a person found in the yearly report among the source documents (domain handbook 1.5, the worked compliance check).
const judged = {
  'YR23-01': 'yes',
  'YR23-02': 'yes',
  'YR23-03': 'partly',
  'YR23-04': 'weak',
  'YR23-05': 'partly',
  'YR23-06': 'partly',
  'YR23-07': 'partly',
  'YR23-08': 'weak',
  'YR23-09': 'yes',
  'YR23-10': 'no',
  'YR23-11': 'yes',
  'YR23-12': 'weak',
  'YR23-13': 'weak',
  'YR23-14': 'yes',
} as const;
const fits = { yes: ['fully'], partly: ['partly'], weak: ['little', 'partly'], no: ['nothing'] } as const;

test('reading finds what a person found, duty by duty, in the source document', (t) => {
  const seeds = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
  const name = existsSync(seeds) ? readdirSync(seeds).find((file) => file.startsWith('002')) : undefined;
  if (name === undefined) {
    t.diagnostic('the source documents do not lie beside the project');
    return;
  }
  const document = readPlainText(name, readFileSync(`${seeds}${name}`, 'utf8'));
  const found = Object.fromEntries(dutyAnswers(document).map(({ duty, answered }) => [duty.id, answered]));
  for (const [id, person] of Object.entries(judged))
    assert.ok(
      fits[person].some((one) => one === found[id]),
      `${id}: a person says ${person}, reading says ${found[id]}`,
    );
});
