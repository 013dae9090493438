// The security checklist (docs/asvs.md) is complete, and what it calls proven is proven by tests that exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const text = readFileSync(new URL('../docs/asvs.md', import.meta.url), 'utf8');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', asks = '', answer = '']) => ({ number, asks, answer }),
);

/** Requirements of levels 1 and 2 in each section of ASVS 5.0.0: the numbers within the section. */
const asked: Record<string, string> = {
  '1.1': '1-2',
  '1.2': '1-9',
  '1.3': '1-11',
  '1.4': '1-3',
  '1.5': '1-2',
  '2.1': '1-3',
  '2.2': '1-3',
  '2.3': '1-4',
  '2.4': '1',
  '3.2': '1-2',
  '3.3': '1-4',
  '3.4': '1-6',
  '3.5': '1-5',
  '3.7': '1-2',
  '4.1': '1-3',
  '4.2': '1',
  '4.3': '1-2',
  '4.4': '1-4',
  '5.1': '1',
  '5.2': '1-3',
  '5.3': '1-2',
  '5.4': '1-3',
  '6.1': '1-3',
  '6.2': '1-12',
  '6.3': '1-4',
  '6.4': '1-4',
  '6.5': '1-5',
  '6.6': '1-3',
  '6.8': '1-4',
  '7.1': '1-3',
  '7.2': '1-4',
  '7.3': '1-2',
  '7.4': '1-5',
  '7.5': '1-2',
  '7.6': '1-2',
  '8.1': '1-2',
  '8.2': '1-3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1-3',
  '9.2': '1-4',
  '10.1': '1-2',
  '10.2': '1-2',
  '10.3': '1-4',
  '10.4': '1-11',
  '10.5': '1-5',
  '10.6': '1-2',
  '10.7': '1-3',
  '11.1': '1-2',
  '11.2': '1-3',
  '11.3': '1-3',
  '11.4': '1-4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1-3',
  '12.2': '1-2',
  '12.3': '1-4',
  '13.1': '1',
  '13.2': '1-5',
  '13.3': '1-2',
  '13.4': '1-5',
  '14.1': '1-2',
  '14.2': '1-4',
  '14.3': '1-3',
  '15.1': '1-3',
  '15.2': '1-3',
  '15.3': '1-7',
  '16.1': '1',
  '16.2': '1-5',
  '16.3': '1-4',
  '16.4': '1-3',
  '16.5': '1-3',
  '17.1': '1',
  '17.2': '1-4',
  '17.3': '1-2',
};

function numbers(): string[] {
  return Object.entries(asked).flatMap(([section, range]) => {
    const [first = 1, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => `${section}.${first + i}`);
  });
}

test('the checklist has one line for each requirement of levels 1 and 2, in their order', () => {
  assert.deepEqual(
    rows.map((row) => row.number),
    numbers(),
  );
});

test('each line says what proves it, why it is true by design, whose it is, that there is none, or what is missing', () => {
  for (const { number, answer } of rows) {
    assert.match(answer, /^(?:test `|design: \S|operator(?:: \S|$)|none(?:: \S|$)|gap: \S)/, number);
  }
});

test('every test that is named as a proof exists, in those very words', () => {
  let proofs = 0;
  for (const { number, answer } of rows) {
    for (const [, file = '', sentence = ''] of answer.matchAll(/test `([^`]+)` (?:“([^”]+)”)?/g)) {
      const path = new URL(`./${file}.test.ts`, import.meta.url);
      assert(existsSync(path), `${number} names ${file}, which is no test file`);
      assert(sentence !== '', `${number} names no test of ${file}`);
      assert(readFileSync(path, 'utf8').includes(sentence), `${number}: ${file} has no test “${sentence}”`);
      proofs += 1;
    }
  }
  assert(proofs > 80, String(proofs));
});
