import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Part, ReadDocument, TablePart } from '../document.ts';
import { readPlainText } from './plain-text.ts';

// The sample reports lie beside the checkout on the machine where this was built, and nowhere else.
const seeds = new URL('../../../../../shared/seeds/', import.meta.url);

function seed(start: string): { text: string; document: ReadDocument } | null {
  let names: string[];
  try {
    names = readdirSync(seeds);
  } catch {
    return null;
  }
  const name = names.find((one) => one.startsWith(start));
  if (name === undefined) return null;
  const text = readFileSync(new URL(name, seeds), 'utf8');
  return { text, document: readPlainText(name, text) };
}

test('in the sample reports, the line of every part is the one where its text begins', (t) => {
  for (const start of ['000', '001', '002', '003', '004']) {
    const read = seed(start);
    if (read === null) return t.diagnostic('the sample reports do not lie beside');
    const lines = read.text.split('\n');
    for (const part of read.document.parts) {
      const begin = firstWords(part);
      assert.ok(
        plain(lines[(part.line ?? 0) - 1] ?? '').includes(begin),
        `${start} line ${part.line}: ${begin}`,
      );
      if (part.kind === 'heading' || part.kind === 'table') continue;
      for (const [at, { from, line }] of (part.breaks ?? []).entries()) {
        const begins = plain(part.text.slice(from, part.breaks?.[at + 1]?.from)).slice(0, 12);
        assert.ok(plain(lines[(line ?? 0) - 1] ?? '').startsWith(begins), `${start} line ${line}: ${begins}`);
      }
      for (const { from, to } of part.links) assert.ok(part.text.slice(from, to).trim() !== '');
    }
  }
});

test('the long sample report: its training table, its list of contents and its headings', (t) => {
  const read = seed('002');
  if (read === null) return t.diagnostic('the sample reports do not lie beside');
  const { parts, period, title, framework_id } = read.document;
  const tables = parts.filter((part): part is TablePart => part.kind === 'table');
  assert.deepEqual(
    tables.map(({ line }) => line),
    [757, 991],
  );
  const [training] = tables;
  assert.deepEqual(
    training?.rows.map(({ line }) => line),
    [759, 760, 761, 762, 763],
  );
  assert.equal(training?.total, 4);
  assert.deepEqual(
    training?.rows[4]?.cells.slice(1).map(({ number }) => number?.value),
    [21, 337, 35],
  );
  assert.equal(parts.filter((part) => part.kind === 'contents').length, 18);
  const headings = parts.filter((part) => part.kind === 'heading');
  assert.equal(headings.length, read.text.match(/^#+ /gm)?.length);
  assert.ok((title ?? '').endsWith('Annual Report 2024/25'));
  assert.deepEqual(period, { from_on: '2024-04-01', to_on: '2025-03-31' });
  assert.equal(framework_id, 'WT2023');
});

function firstWords(part: Part): string {
  const text =
    part.kind === 'table'
      ? (part.caption ?? [...part.header, part.rows[0]?.cells[0]?.text ?? ''].find((one) => one !== ''))
      : part.text;
  return plain((text ?? '').slice(0, part.kind === 'table' ? undefined : part.breaks?.[0]?.from)).slice(
    0,
    14,
  );
}

/** Letters and figures only, without marks. */
function plain(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
