import assert from 'node:assert/strict';
import test from 'node:test';
import { elementsOf, printTree, readHtml } from './html-tree.ts';

const alike = (one: string, other: string) => printTree(readHtml(one)) === printTree(readHtml(other));

test('markup that a browser shows alike prints alike', () => {
  assert.ok(
    alike('<p class="a  b" id="x">\n  One &amp; two\n</p>', '<p id="x" class="a b">One &#38; two</p>'),
  );
  assert.ok(alike('<div>\n <p>a</p>\n\n<p>b</p></div>', '<div><p>a</p><p>b</p></div>'));
  assert.ok(alike('<p>one\n <b> two</b></p>', '<p>one <b>two</b></p>'));
  assert.ok(alike('<svg><path d="M0"/></svg>', '<svg><path d="M0"></path></svg>'));
  assert.ok(alike('<input hidden>', '<input hidden="">'));
});

test('markup that differs in a word, a space, an order or an attribute prints differently', () => {
  const pairs = [
    ['<p>one<b> two</b></p>', '<p>one<b>two</b></p>'],
    ['<p>one two</p>', '<p>onetwo</p>'],
    ['<p class="a b"></p>', '<p class="b a"></p>'],
    ['<p id=""></p>', '<p></p>'],
    ['<p>a</p><p>b</p>', '<p>b</p><p>a</p>'],
    ['<textarea> a</textarea>', '<textarea>a</textarea>'],
    ['<p><b>a</b></p>', '<p></p><b>a</b>'],
    ['<p>a\u00a0b</p>', '<p>a b</p>'],
  ] as const;
  for (const [one, other] of pairs) assert.ok(!alike(one, other), `${one} and ${other} printed alike`);
});

test('markup that browsers would have to repair is refused', () => {
  const broken = [
    '<p>',
    '</p>',
    '<b><i></b></i>',
    '<p id="a" id="b"></p>',
    'a < b',
    'a & b',
    '<p title="a"b"></p>',
    '<p title=a></p>',
  ];
  for (const markup of broken) assert.throws(() => readHtml(markup), Error, markup);
});

test('every element is found, in the order of the document', () => {
  const tags = [...elementsOf(readHtml('<!DOCTYPE html><a><b></b></a><!-- <i> --><c><d></d></c>'))].map(
    ({ tag }) => tag,
  );
  assert.deepEqual(tags, ['a', 'b', 'c', 'd']);
});
