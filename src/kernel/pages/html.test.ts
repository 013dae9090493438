import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { attributes, html, join, raw } from './html.ts';
import type { Interpolated } from './html.ts';

// Strings rich in the five characters that matter, and in what looks like markup or an entity.
const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('<', '>', '&', '"', "'", '`', 'a', ' ', '</', '&amp;', '<script>', '${', '!', '-->'),
    )
    .map((parts) => parts.join('')),
);

const decode = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[name] ?? '';
  });

function assertEscaped(inside: string, original: string): void {
  assert.doesNotMatch(inside, /[<>"']/);
  assert.doesNotMatch(inside, /&(?!(?:lt|gt|quot|#39|amp);)/);
  assert.equal(decode(inside), original);
}

test('any text put between tags comes out escaped and reads back as itself', () => {
  fc.assert(fc.property(awkward, (text) => assertEscaped(String(html`<p>${text}</p>`).slice(3, -4), text)));
});

test('any text put in a quoted attribute comes out escaped and reads back as itself', () => {
  fc.assert(
    fc.property(awkward, (text) => assertEscaped(String(html`<p title="${text}">`).slice(10, -2), text)),
  );
});

test('any value given to attributes() comes out escaped and reads back as itself', () => {
  fc.assert(
    fc.property(awkward, (text) => assertEscaped(String(attributes({ title: text })).slice(8, -1), text)),
  );
});

test('text stays escaped once, however deeply its template is nested in others and in arrays', () => {
  fc.assert(
    fc.property(awkward, fc.nat({ max: 4 }), (text, depth) => {
      let part: Interpolated = html`<i>${text}</i>`;
      for (let level = 0; level < depth; level++) part = html`${[part, [null, ['']]]}`;
      assertEscaped(String(html`${part}`).slice(3, -4), text);
    }),
  );
});

test('null, undefined and false print nothing and 0 prints as 0', () => {
  assert.equal(String(html`[${null}${undefined}${false}${0}${''}]`), '[0]');
});

test('an exclamation mark before a value does not switch escaping off', () => {
  assert.equal(String(html`Hello!${'<b>'}`), 'Hello!&lt;b&gt;');
});

test('a promise in a template, even one inside an array or one that fails, stops the page', () => {
  const late = Promise.resolve('x') as unknown as string;
  const failing = Promise.reject(new Error('no')) as unknown as string;
  assert.throws(() => html`${late}`, TypeError);
  assert.throws(() => html`${['a', [late]]}`, TypeError);
  assert.throws(() => html`${failing}`, TypeError);
});

test('join leaves out missing parts and escapes a text separator but not a markup one', () => {
  assert.equal(String(join([raw('<b>1</b>'), null, false, raw('2')], ' & ')), '<b>1</b> &amp; 2');
  assert.equal(String(join([raw('1'), raw('2')], raw('<br>'))), '1<br>2');
  assert.equal(String(join([])), '');
});

test('attributes drops what is missing or false, and writes true as the bare name or as a word for aria and data', () => {
  const record = {
    hidden: true,
    disabled: false,
    id: null,
    title: undefined,
    rows: 0,
    value: '',
    'aria-busy': true,
  };
  assert.equal(String(attributes(record)), ' hidden rows="0" value="" aria-busy="true"');
});

test('attributes refuses a name that would end the tag or start another attribute', () => {
  for (const name of ['a b', 'x>', 'a="', "onclick='", '', '/']) {
    assert.throws(() => attributes({ [name]: 'v' }), TypeError);
  }
});
