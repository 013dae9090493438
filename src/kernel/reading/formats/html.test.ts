import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadDocument } from '../document.ts';
import { readHtml } from './html.ts';

const shown = ({ parts }: ReadDocument) =>
  parts.map((part) =>
    part.kind === 'table' ? `table ${part.line}` : `${part.kind} ${part.line}: ${part.text}`,
  );

const page = `<!doctype html>
<html><head><title>Report - Council</title><script>var never = "read";</script></head>
<body>
<nav><a href="/">Home</a></nav>
<div id="cookie-banner">We use cookies</div>
<main>
<h1>Yearly report</h1>
<p>Some <b>text</b> with
<a href="/plan">our
plan</a>.<sup>1</sup></p>
<p hidden>Not seen</p><p style="display: none">Nor this</p>
<ul><li>one</li><li>two <ul><li>within two</li></ul></li></ul>
<details><summary>More about it</summary><p>The detail.</p></details>
<blockquote><p>They listened.</p></blockquote>
<table>
<caption>Sessions</caption>
<thead><tr><th rowspan="2">Course</th><th colspan="2">2024/25</th></tr>
<tr><th>Planned</th><th>Held</th></tr></thead>
<tbody><tr><td>Basics</td><td>3</td><td>2</td></tr>
<tr><td><b>Total</b></td><td><b>3</b></td><td><b>2</b></td></tr></tbody>
</table>
</main>
<footer>Contact us</footer>
</body></html>`;

test('the main content is read with its lines; menus, scripts and what is hidden are not', () => {
  const document = readHtml('report.html', page);
  assert.equal(document.title, 'Yearly report');
  assert.deepEqual(shown(document), [
    'heading 7: Yearly report',
    'paragraph 8: Some text with our plan.¹',
    'item 12: one',
    'item 12: two',
    'item 12: within two',
    'paragraph 13: More about it',
    'paragraph 13: The detail.',
    'quotation 14: They listened.',
    'table 17',
  ]);
  const paragraph = document.parts[1];
  assert.deepEqual(paragraph?.kind === 'paragraph' && paragraph.links, [{ from: 15, to: 23, href: '/plan' }]);
  assert.deepEqual(
    paragraph?.breaks?.map(({ line }) => line),
    [9, 10],
  );
  assert.equal(document.parts[4]?.kind === 'item' && document.parts[4].depth, 2);
});

test('labels over several columns or rows stand over each', () => {
  const table = readHtml('report.html', page).parts.at(-1);
  assert.ok(table?.kind === 'table');
  assert.equal(table.caption, 'Sessions');
  assert.deepEqual(table.header, ['Course', '2024/25 Planned', '2024/25 Held']);
  assert.equal(table.total, 1);
  assert.deepEqual(
    table.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)]),
    [
      [19, 'Basics', '3', '2'],
      [20, 'Total', '3', '2'],
    ],
  );
});

test('a number beside several rows is counted once', () => {
  const table = readHtml('x.html', '<table><tr><th>A<th>B<tr><td rowspan=2>7<td>1<tr><td>2</table>').parts[0];
  assert.deepEqual(table?.kind === 'table' && table.rows.map(({ cells }) => cells[0]?.text), ['7', '']);
});

test('a table that only lays out the page is read as what it holds', () => {
  const layout =
    '<table role="presentation"><tr><td><h2>Left</h2><p>Text.</p></td><td><p>Right.</p></td></tr></table>';
  assert.deepEqual(shown(readHtml('x.html', layout)), [
    'heading 1: Left',
    'paragraph 1: Text.',
    'paragraph 1: Right.',
  ]);
});

test('text after a list in the same block is no item', () => {
  assert.deepEqual(shown(readHtml('x.html', '<div><ul><li>one</li></ul>Then this.</div>')), [
    'item 1: one',
    'paragraph 1: Then this.',
  ]);
});

test('a page that nests without end is refused in words, and one of many cells is read', () => {
  assert.throws(() => readHtml('x.html', '<div>'.repeat(20_000)), /nests its parts too deep/);
  assert.equal(
    readHtml(
      'x.html',
      `<table><tr><td colspan=99999 rowspan=99999>a</td></tr>${'<tr><td>b</td></tr>'.repeat(500)}</table>`,
    ).parts.length,
    1,
  );
});
