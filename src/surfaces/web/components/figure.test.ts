import assert from 'node:assert/strict';
import test from 'node:test';
import { figure, figureValue } from './figure.ts';
import { elementsOf, readHtml } from './html-tree.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

const words = (node: HtmlNode): string =>
  typeof node === 'string' ? node : node.children.map(words).join('');
const shown = (element: HtmlElement) => words(element).replace(/\s+/g, ' ');
const links = (element: HtmlElement) => [...elementsOf(element)].filter(({ tag }) => tag === 'a');

test('a figure shows its number, unit, period and source together', () => {
  const root = readHtml(
    String(
      figure({
        label: 'Children on a plan',
        value: 1142,
        unit: 'children',
        period: { from: '2023-04-01', to: '2024-03-31' },
        source: { text: 'Yearly report, page 12', href: '/report/12' },
      }),
    ),
  );
  assert.equal(
    shown(root),
    'Children on a plan1,142 childrenApril 2023 to March 2024 Source: Yearly report, page 12',
  );
  assert.equal(links(root)[0]?.attributes.get('href'), '/report/12');
});

test('zero, not printed, not recorded and suppressed are four different things on the page', () => {
  const all = [
    figureValue({ value: 0 }),
    figureValue({ value: null }),
    figureValue({ value: null, gap: 'not-printed' }),
    figureValue({ value: null, gap: 'suppressed' }),
  ].map((markup) => shown(readHtml(String(markup))));
  assert.equal(new Set(all).size, 4);
  assert.equal(all[0], '0');
});

test('a number that must be suppressed is not on the page at all', () => {
  assert.doesNotMatch(String(figureValue({ value: 3, gap: 'suppressed', unit: 'children' })), /3/);
});

test('per cent and pounds stand where people write them', () => {
  assert.equal(String(figureValue({ value: 7, unit: 'per cent', decimals: 1 })), '7.0%');
  assert.equal(String(figureValue({ value: -1200, unit: 'GBP' })), '\u2212£1,200');
});

test('a source address that is no web address is shown without a link', () => {
  for (const href of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
  ]) {
    const root = readHtml(String(figure({ label: 'a', value: 1, source: { text: 'the source', href } })));
    assert.equal(links(root).length, 0, href);
    assert.match(shown(root), /the source/);
  }
});
