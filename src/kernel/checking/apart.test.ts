import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '../operation/refusals.ts';
import { documentFrom } from '../reading/testing.ts';
import { checkApart } from './apart.ts';
import { findingsIn } from './check.ts';

const wrong = documentFrom(
  'Training\n\nCourse\tSessions\nInduction\t3\nWorking with families\t2\nAn advanced course\t4\nTotal\t19\n',
);

test('in the thread the rules find what they find here', async () => {
  const { findings, kind, duties, document } = await checkApart(async () => ({
    document: wrong,
    earlier: [],
  }));
  assert.deepEqual(findings, findingsIn(wrong));
  assert.ok(findings.some(({ rule }) => rule === 'total-does-not-add-up'));
  assert.deepEqual([kind, duties, document.name], ['other', [], wrong.name]);
});

test('what cannot be read is refused as the reading refused it, and the next is checked all the same', async () => {
  const reading = () => Promise.reject(new InvalidInput({ file: 'A picture' }, 'A picture'));
  const refused = [1, 2, 3, 4].map(() => assert.rejects(checkApart(reading), /A picture/));
  await Promise.all(refused);
  const { findings } = await checkApart(async () => ({ document: wrong, earlier: [] }));
  assert.ok(findings.length > 0);
});

test('several are checked in turn, and each gets its own answer', async () => {
  const documents = Array.from({ length: 5 }, (_, at) => ({ ...wrong, name: `report-${at}.txt` }));
  const answers = await Promise.all(
    documents.map((document) => checkApart(async () => ({ document, earlier: [] }))),
  );
  assert.deepEqual(
    answers.map(({ document }) => document.name),
    documents.map(({ name }) => name),
  );
});

test('a document too large for the thread ends in a refusal in words', async () => {
  const text = 'The number of children seen by each agency has increased to 12% since 2023/24. '.repeat(40);
  const parts = Array.from({ length: 40_000 }, (_, at) => ({
    kind: 'paragraph' as const,
    text: `${at} ${text}`,
    voice: 'own' as const,
    stance: 'fact' as const,
    links: [],
    depth: 0,
    at,
    section: null,
    line: at,
    page: null,
    ref: null,
    path: null,
  }));
  await assert.rejects(
    checkApart(async () => ({ document: { ...wrong, parts }, earlier: [] })),
    (error) => error instanceof InvalidInput && /too large or too complicated to check/.test(error.message),
  );
});
