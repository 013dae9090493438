import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formats, reportFormatNames } from './formats.ts';
import { press } from './press.ts';
import { smallDocument } from './sample-document.ts';

after(() => press.close());

test('each format makes a file of its own kind, without links into the product', async () => {
  const starts = { html: '<!doctype html>', pdf: '%PDF-', docx: 'PK' };
  const document = smallDocument(
    [{ kind: 'paragraph', inlines: [{ kind: 'note', number: 1 }] }],
    [{ number: 1, text: 'Source', ref: 'a.b/1', path: '/secret/1' }],
  );
  for (const name of reportFormatNames) {
    const format = formats[name];
    const file = Buffer.from(await format.render(document));
    assert.equal(file.subarray(0, starts[name].length).toString(), starts[name]);
    assert.equal(format.extension, name);
    assert.ok(!file.includes('/secret/1'));
  }
});
