import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../kernel/checking/finding.ts';
import { documentFrom } from '../../kernel/reading/testing.ts';
import { Check, countWords, groupFindings, placeWords } from './check.ts';
import { printCheck } from './printed.ts';

const document = documentFrom('Annual Report 2024/25\n\nTraining\n\nMore people came.\n');

function found(rule: string, over: Partial<Finding> = {}): Finding {
  return {
    key: `${rule}::${JSON.stringify(over)}`,
    rule,
    severity: 'medium',
    confidence: 0.8,
    where: 'Training',
    line: 5,
    page: null,
    quote: 'More people came.',
    message: `Of ${rule}`,
    mend: 'Mend it.',
    ref: null,
    path: null,
    mark: { part: 2, cell: null, from: 0, to: 4 },
    ...over,
  };
}

const checkOf = (findings: Finding[]) => new Check({ document, kind: 'other', findings, duties: [] });

test('groups with the gravest findings come first, and in each the rules that have them', () => {
  const groups = groupFindings([
    found('misspelt', { severity: 'low' }),
    found('percentage-recomputed'),
    found('total-does-not-add-up', { severity: 'low' }),
    found('sex-slip', { severity: 'high' }),
  ]);
  assert.deepEqual(
    groups.map(({ group, found: rules }) => [group, rules.map(({ rule }) => rule.id)]),
    [
      ['privacy', ['sex-slip']],
      ['arithmetic', ['percentage-recomputed', 'total-does-not-add-up']],
      ['text', ['misspelt']],
    ],
  );
});

test('what says the same of several places is one entry with every place, and nothing is lost', () => {
  const findings = [1, 2, 3].map((line) => found('misspelt', { line, message: 'The same.' }));
  const other = found('misspelt', { message: 'Another.' });
  const [group] = groupFindings([...findings, other]);
  assert.deepEqual(
    group?.found[0]?.repeated.map(({ places }) => places.map(({ line }) => line)),
    [[1, 2, 3], [5]],
  );
  const text = printCheck(checkOf([...findings, other]));
  assert.match(text, /The same at line 2; line 3\./);
  assert.equal(text.split('The same.').length, 2);
});

test('of many findings of one rule the high ones are told in full, and the others still give place and words', () => {
  const many = Array.from({ length: 9 }, (_, at) =>
    found('misspelt', { line: at + 1, message: `Message ${at}`, quote: `Words ${at}` }),
  );
  const text = printCheck(
    checkOf([...many, found('misspelt', { severity: 'high', message: 'Grave', line: 90 })]),
  );
  for (let at = 0; at < 9; at += 1) assert.match(text, new RegExp(`line ${at + 1}\\b[^]*“Words ${at}”`));
  assert.match(text, /And 5 more like it:/);
  assert.doesNotMatch(text, /Message 8/);
  assert.match(text, /MUST BE MENDED \(likely\): line 90, Training/);
});

test('why and how to mend are said once for a rule, unless findings are mended differently', () => {
  const alike = printCheck(
    checkOf([found('misspelt', { message: 'a' }), found('misspelt', { message: 'b' })]),
  );
  assert.equal(alike.split('To mend it: Mend it.').length, 2);
  const [one, two] = [
    found('misspelt', { message: 'a' }),
    found('misspelt', { message: 'b', mend: 'Otherwise.' }),
  ];
  const apart = printCheck(checkOf([one, two]));
  assert.match(apart, /To mend it: Mend it\.[^]*To mend it: Otherwise\./);
});

test('counts and places are told in words', () => {
  assert.equal(countWords([]), 'Nothing must be mended, nothing should be, nothing could be better.');
  const some = [found('a', { severity: 'high' }), found('b'), found('c')];
  assert.equal(countWords(some), '1 must be mended, 2 should be, nothing could be better.');
  assert.equal(placeWords({ page: 3, line: 12 }), 'page 3, line 12');
  assert.equal(placeWords({ page: null, line: null }), null);
  assert.match(printCheck(checkOf([])), /The rules found nothing that needs mending\./);
});
