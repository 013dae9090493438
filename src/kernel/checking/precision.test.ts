// The precision record, held to what the rules find today: a changed rule has to be judged anew.
//   node src/kernel/checking/precision.test.ts --judge                 prints the findings nobody has judged, as JSON
//   node src/kernel/checking/precision.test.ts --judge verdicts.json   takes verdicts in: [{"key": "…", "right": true}, …]
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { ReadDocument } from '../reading/document.ts';
import { readDocument } from '../reading/formats/index.ts';
import { readMarkdown } from '../reading/formats/markdown.ts';
import { findingsIn } from './check.ts';
import { correctReports } from './correct-report/testing.ts';
import type { Finding } from './finding.ts';
import { judgementKey, type PrecisionRecord, precisionOf } from './precision.ts';
import { rules } from './rules/index.ts';

const recordFile = fileURLToPath(new URL('precision.judged.json', import.meta.url));
const seeds = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const held = JSON.parse(readFileSync(recordFile, 'utf8')) as PrecisionRecord;

interface Found {
  key: string;
  document: string;
  finding: Finding;
}

/** Everything every rule finds in the source documents: each alone, and the yearly report beside the scrutineer's of its year. */
async function foundInSeeds(): Promise<Found[] | null> {
  if (!existsSync(seeds)) return null;
  const names = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const documents = await Promise.all(names.map((name) => readDocument(name, readFileSync(seeds + name))));
  const beside = (document: ReadDocument) =>
    documents.filter(
      (other) =>
        other !== document && other.period?.to_on === document.period?.to_on && document.period !== null,
    );
  const found = documents.flatMap((document) =>
    [...findingsIn(document), ...findingsIn(document, beside(document))].map((finding) => ({
      key: judgementKey(document.name, finding),
      document: document.name,
      finding,
    })),
  );
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

if (process.argv.includes('--judge')) {
  const found = (await foundInSeeds()) ?? [];
  const verdicts = process.argv[process.argv.indexOf('--judge') + 1];
  if (verdicts)
    takeIn(found, JSON.parse(readFileSync(verdicts, 'utf8')) as { key: string; right: boolean }[]);
  else for (const one of unjudged(found)) console.log(JSON.stringify(one));
  process.exit();
}

function unjudged(found: readonly Found[]): object[] {
  const known = new Set(held.judged.map(({ key }) => key));
  return found
    .filter(({ key }) => !known.has(key))
    .map(({ key, document, finding: { rule, severity, confidence, where, line, quote, message } }) => ({
      key,
      rule,
      severity,
      confidence,
      document,
      where,
      line,
      quote,
      message,
    }));
}

/** Verdicts on what is found today stay or come; those on what is found no longer go. */
function takeIn(found: readonly Found[], verdicts: readonly { key: string; right: boolean }[]): void {
  const right = new Map([...held.judged, ...verdicts].map((one) => [one.key, one.right]));
  const judged = found
    .flatMap(({ key, finding: { rule } }) => {
      const verdict = right.get(key);
      return verdict === undefined ? [] : [{ rule, key, right: verdict }];
    })
    .toSorted((a, b) => (a.rule + a.key < b.rule + b.key ? -1 : 1));
  const lines = judged.map(
    (one) => `    { "rule": "${one.rule}", "key": "${one.key}", "right": ${one.right} }`,
  );
  writeFileSync(
    recordFile,
    `{\n  "generated_reports": ${held.generated_reports},\n  "judged": [\n${lines.join(',\n')}\n  ]\n}\n`,
  );
  console.log(`${judged.length} of ${found.length} findings are judged.`);
}

test('every finding of every rule in the source documents was judged by a person, and nothing else is in the record', async (t) => {
  const found = await foundInSeeds();
  if (found === null || held.judged.length === 0) {
    t.diagnostic(
      found === null ? 'the source documents do not lie beside the project' : 'nothing has been judged yet',
    );
    return;
  }
  const help = 'List them with: node_modules/.bin/node src/kernel/checking/precision.test.ts --judge';
  assert.deepEqual(unjudged(found), [], `Findings that nobody has judged. ${help}`);
  const now = new Map(found.map(({ key, finding }) => [key, finding.rule]));
  const stale = held.judged.filter(({ key, rule }) => now.get(key) !== rule);
  assert.deepEqual(
    stale,
    [],
    'Verdicts on what is found no longer. Give --judge a file that holds [] to take them out',
  );
});

test('the record holds hashes and verdicts, of rules that exist, each once', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const { rule, key, right } of held.judged) {
    assert.match(key, /^[0-9a-f]{16}$/);
    assert.ok(ids.has(rule), rule);
    assert.equal(typeof right, 'boolean');
  }
  assert.equal(new Set(held.judged.map(({ key }) => key)).size, held.judged.length);
});

test('the figure of a rule is the share of its findings that were right, and none where nothing was judged', () => {
  const record = {
    generated_reports: 7,
    judged: [
      { rule: 'one', key: 'a', right: true },
      { rule: 'one', key: 'b', right: true },
      { rule: 'one', key: 'c', right: false },
      { rule: 'two', key: 'd', right: false },
    ],
  };
  assert.deepEqual(precisionOf('one', record), { judged: 3, right: 2, precision: 2 / 3, generated: 7 });
  assert.deepEqual(precisionOf('two', record), { judged: 1, right: 0, precision: 0, generated: 7 });
  assert.deepEqual(precisionOf('three', record), { judged: 0, right: 0, precision: null, generated: 7 });
});

test('what stands for a finding tells one document from another and one finding from another', () => {
  const keys = [
    judgementKey('a.txt', { key: 'x' }),
    judgementKey('b.txt', { key: 'x' }),
    judgementKey('a.txt', { key: 'y' }),
  ];
  assert.equal(new Set(keys).size, 3);
});

test('no rule finds anything grave in reports that are correct by construction', () => {
  assert.ok(held.generated_reports >= 50);
  fc.assert(
    fc.property(correctReports, (text) => {
      const grave = findingsIn(readMarkdown('report.md', text)).filter(({ severity }) => severity !== 'low');
      assert.deepEqual(
        grave.map(({ rule, quote, message }) => `${rule}: ${message} “${quote}”`),
        [],
      );
    }),
    { numRuns: held.generated_reports, seed: 20250915 },
  );
});
