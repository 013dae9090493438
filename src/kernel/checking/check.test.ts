import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ReadDocument } from '../reading/document.ts';
import { readDocument } from '../reading/formats/index.ts';
import { documentFrom, recordsDocument } from '../reading/testing.ts';
import { findingsIn } from './check.ts';
import { severities, type Severity } from './finding.ts';
import { findingAt, type Rule, ruleGroups } from './rule.ts';
import { rules } from './rules/index.ts';

const seeds = new URL('../../../../shared/seeds/', import.meta.url);

/** A rule that finds each part that holds a word. */
function ruleOn(id: string, word: string, severity: Severity, more: Partial<Rule> = {}): Rule {
  return {
    id,
    group: 'text',
    title: `On ${word}`,
    why: 'It matters.',
    severities: [severity],
    check: (document: ReadDocument) =>
      document.parts.flatMap((part) => {
        const from = part.kind === 'table' ? -1 : part.text.indexOf(word);
        const said = { severity, confidence: 1, message: word, mend: 'Mend it.', detail: String(part.at) };
        return from < 0 ? [] : [findingAt(id, document, part, { ...said, from, to: from + word.length })];
      }),
    ...more,
  };
}

const document = documentFrom('Heading\n\nA pear and an apple.\n\nAn apple alone.\n');

test('the gravest stand first, then the order of the document, whatever the order of the rules', () => {
  const asked = [ruleOn('b', 'apple', 'low'), ruleOn('a', 'alone', 'high'), ruleOn('c', 'pear', 'low')];
  const found = findingsIn(document, [], asked).map(({ rule, mark }) => [rule, mark?.part]);
  assert.deepEqual(found, [
    ['a', 2],
    ['c', 1],
    ['b', 1],
    ['b', 2],
  ]);
});

test('a fault that two rules of one name find is one finding', () => {
  const twice = [ruleOn('a', 'apple', 'low'), ruleOn('a', 'apple', 'low')];
  assert.equal(findingsIn(document, [], twice).length, 2);
});

test('what only a text can get wrong is not asked of records', () => {
  const rule = ruleOn('a', 'apple', 'low', { reads: 'documents' });
  const records = recordsDocument([{ kind: 'paragraph', text: 'An apple.' }]);
  assert.equal(findingsIn(records, [], [rule]).length, 0);
  assert.equal(findingsIn(records, [], [ruleOn('a', 'apple', 'low')]).length, 1);
  assert.equal(findingsIn(document, [], [rule]).length, 2);
});

test('each rule has an id of its own, a title, a reason and its gravity, and every group has a rule', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, title, why, severities: own } of rules) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(title.length > 10 && why.endsWith('.'), id);
    assert.deepEqual(
      own,
      severities.filter((severity) => own.includes(severity)),
      id,
    );
    assert.ok(own.length > 0, id);
  }
  assert.deepEqual(new Set(rules.map(({ group }) => group)), new Set(Object.keys(ruleGroups)));
});

test('no finding in a published report is graver or milder than its rule says', async (t) => {
  if (!existsSync(seeds))
    return t.diagnostic('The published reports lie beside the project with its developers only.');
  const bySeverity = new Map(rules.map(({ id, severities: own }) => [id, own]));
  let found = 0;
  for (const name of readdirSync(seeds).filter((one) => one.endsWith('.txt'))) {
    for (const { rule, severity, confidence, mark, where } of findingsIn(
      await readDocument(name, readFileSync(new URL(name, seeds))),
    )) {
      found += 1;
      assert.ok(bySeverity.get(rule)?.includes(severity), `${rule}: ${severity}`);
      assert.ok(confidence > 0 && confidence <= 1, rule);
      assert.ok(where !== '' && (mark === null || mark.from <= mark.to), rule);
    }
  }
  assert.ok(found > 20);
});
