import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../document.ts';
import { sampleDocument, smallDocument } from './sample-document.ts';
import { renderWebPage, reportStyles, reportStylesHash } from './web-page.ts';

const standalone = (linkRecords = true) =>
  renderWebPage(sampleDocument(), { mode: 'standalone', linkRecords }).toString();
const page = (...blocks: Block[]) =>
  renderWebPage(smallDocument(blocks), { mode: 'page', linkRecords: true }).toString();
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

test('every id is there once, and every link within the page finds its id', () => {
  const markup = standalone();
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  const targets = [...markup.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  assert.ok(targets.length > 500);
  assert.deepEqual(
    targets.filter((target) => !ids.includes(target)),
    [],
  );
  const labels = [...markup.matchAll(/ aria-labelledby="([^"]+)"/g)].flatMap(([, list = '']) =>
    list.split(' '),
  );
  assert.deepEqual(
    labels.filter((label) => !ids.includes(label)),
    [],
  );
});

test('every mention of a note leads to it, and every note leads back to each of its mentions', () => {
  const document = sampleDocument();
  const markup = standalone();
  for (const { number, path } of document.footnotes) {
    assert.ok(markup.includes(`id="note-${number}-mention-1" href="#note-${number}"`));
    assert.ok(markup.includes(`<li id="note-${number}">`));
    assert.ok(markup.includes(`href="#note-${number}-mention-1"`));
    assert.ok(markup.includes(`href="${path}"`));
  }
  const twice = smallDocument(
    [
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'note', number: 1 },
          { kind: 'note', number: 1 },
        ],
      },
    ],
    [{ number: 1, text: 'Source', ref: 'a.b/1', path: 'javascript:alert(1)' }],
  );
  const again = renderWebPage(twice, { mode: 'page', linkRecords: true }).toString();
  assert.ok(again.includes('href="#note-1-mention-1"') && again.includes('href="#note-1-mention-2"'));
  assert.ok(!again.includes('javascript:'), 'only paths of our own become links');
});

test('records are linked only when asked for', () => {
  assert.ok(!standalone(false).includes('/dataset/figures/'));
});

test('nothing written by a person becomes markup', () => {
  const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const inlines = [{ kind: 'text', text: attack } as const, { kind: 'strong', text: attack } as const];
  const document = {
    ...smallDocument([
      { kind: 'heading', level: 2, text: attack, id: attack },
      { kind: 'paragraph', inlines },
      { kind: 'list', items: [inlines] },
      {
        kind: 'table',
        caption: attack,
        columns: [{ label: attack, numeric: false }],
        rows: [[attack]],
        total: [attack],
        note: inlines,
        ref: null,
      },
      {
        kind: 'chart',
        chart: 'line',
        title: attack,
        description: attack,
        unit: attack,
        points: [{ label: attack, value: 1 }],
        note: inlines,
      },
      { kind: 'quotation', inlines, speaker: attack },
      { kind: 'case-study', title: attack, inlines },
      { kind: 'aside', tone: 'gap', inlines },
    ]),
    title: attack,
    subtitle: attack,
    partnership: attack,
    period_label: attack,
    framework_title: attack,
    contact: attack,
  };
  const markup = renderWebPage(document, { mode: 'standalone', linkRecords: true }).toString();
  assert.doesNotMatch(markup, /<script|<img/);
  assert.ok(count(markup, /&lt;script&gt;|&#60;script&#62;/g) >= 20);
});

test('every table has a caption, a scope on every header, and its total in a foot', () => {
  const markup = standalone();
  const tables = count(markup, /<table>/g);
  assert.equal(tables, 44);
  assert.equal(count(markup, /<caption /g), tables);
  assert.equal(count(markup, /<th(?! scope="(row|col)")[ >]/g), 0);
  assert.equal(count(markup, /<tfoot><tr><th scope="row">Fernshire<\/th>/g), 12);
});

test('every chart is an image with a name, followed by its figures', () => {
  const markup = standalone();
  assert.equal(count(markup, /<svg [^>]*role="img" aria-labelledby="[^"]+"/g), 20);
  assert.equal(count(markup, /<\/svg>\s*<details open><summary>Figures of this chart<\/summary>/g), 20);
});

test('headings go down one level at a time: from a first alone, from a second inside a page with its own first', () => {
  const inPage = renderWebPage(sampleDocument(), { mode: 'page', linkRecords: true }).toString();
  for (const [top, markup] of [
    [1, standalone()],
    [2, inPage],
  ] as const) {
    const levels = [...markup.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], top);
    assert.equal(levels.filter((level) => level <= top).length, 1);
    assert.equal(Math.max(...levels), top + 3);
    for (const [index, level] of levels.slice(1).entries()) assert.ok(level <= (levels[index] ?? 0) + 1);
  }
});

const figures: Block = {
  kind: 'table',
  caption: 'Figures',
  columns: [
    { label: 'What is counted', numeric: false },
    { label: 'Figure', numeric: true },
  ],
  rows: [
    ['Rapid reviews', '3'],
    ['Audits', '5'],
  ],
  row_notes: [1, null],
  total: null,
  note: null,
  ref: 'evidence.item/7',
  path: '/evidence/items/7',
};
const withFigures = (linkRecords: boolean, path = '/evidence/items/1') =>
  renderWebPage(
    smallDocument(
      [figures, { kind: 'paragraph', inlines: [{ kind: 'cited', text: '3 reviews', number: 1 }] }],
      [{ number: 1, text: 'Source', ref: 'evidence.item/1', path }],
    ),
    { mode: 'page', linkRecords },
  ).toString();

test('a row carries its own mark after its first cell, with a way back', () => {
  const markup = withFigures(false);
  assert.match(
    markup,
    /<th scope="row">Rapid reviews<sup class="report-noteref"><a id="note-1-mention-1" href="#note-1"[^>]*>1<\/a><\/sup><\/th><td class="report-numeric">3<\/td>/,
  );
  assert.match(markup, /<th scope="row">Audits<\/th>/);
  assert.match(markup, /<li id="note-1">.*href="#note-1-mention-1".*href="#note-1-mention-2"/);
  assert.doesNotMatch(markup, /\/evidence\/items/);
});

test('where records are linked, a figure, its row and the title of its table lead to their records', () => {
  const markup = withFigures(true);
  assert.match(
    markup,
    /<th scope="row"><a class="report-record" href="\/evidence\/items\/1">Rapid reviews<\/a><sup/,
  );
  assert.match(
    markup,
    /<caption [^>]*><a class="report-record" href="\/evidence\/items\/7">Figures<\/a><\/caption>/,
  );
  assert.match(markup, /<a class="report-record" href="\/evidence\/items\/1">3 reviews<\/a><sup/);
  assert.doesNotMatch(withFigures(true, '//elsewhere.example'), /elsewhere/);
});

test('the standalone file needs nothing from outside, runs no script, and allows itself neither', () => {
  const markup = standalone(false);
  assert.doesNotMatch(
    markup,
    /<script|<link|<img|url\(|@import| style=| on[a-z]+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
  );
  assert.match(markup, /^<!doctype html>\n<html lang="en-GB">/);
  assert.ok(markup.includes(`style-src &#39;${reportStylesHash}&#39;`));
  assert.ok(markup.includes(`<style>${reportStyles}</style>`));
  assert.ok(markup.includes('<a class="report-skip" href="#part-report">'));
});

test('the page form is a fragment for a page that has its own head and styles', () => {
  const markup = page({ kind: 'paragraph', inlines: [{ kind: 'text', text: 'Hello' }] });
  assert.match(markup, /^<article class="report report-published report-in-page" id="part-report">/);
  assert.doesNotMatch(markup, /<html|<style|<main|<body/);
});

test('a draft and a withdrawn report say so in sight and in the title; a published one says nothing', () => {
  const markup = (status: 'draft' | 'published' | 'withdrawn') =>
    renderWebPage(sampleDocument(status), { mode: 'standalone', linkRecords: false }).toString();
  assert.ok(
    markup('draft').includes('<p class="report-mark"><strong>Draft: not yet signed off</strong></p>'),
  );
  assert.ok(markup('draft').includes('<title>Draft: not yet signed off - '));
  assert.ok(markup('withdrawn').includes('<p class="report-mark"><strong>Withdrawn</strong></p>'));
  assert.doesNotMatch(markup('published'), /<p class="report-mark">|Draft: not yet signed off<\//);
});

test('a gap is called a gap in words', () => {
  assert.match(page({ kind: 'aside', tone: 'gap', inlines: [] }), /<strong>What is missing:<\/strong>/);
});

test('the same document gives the same page', () => {
  assert.equal(standalone(), standalone());
});
