import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInput } from '../../operation/refusals.ts';
import { readDocument } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function refusal(name: string, given: Uint8Array): Promise<string> {
  try {
    await readDocument(name, given);
  } catch (error) {
    assert.ok(error instanceof InvalidInput);
    return error.fields['file'] ?? '';
  }
  return 'read';
}

test('the bytes say what a file is, and the name only parts Markdown and pieces of a page from other text', async () => {
  const first = async (name: string, text: string) => (await readDocument(name, bytes(text))).parts[0];
  assert.equal((await first('a.txt', '<!doctype html><h1>Report</h1>'))?.kind, 'heading');
  assert.equal((await first('a.html', '<h1>Report</h1><p>Text.'))?.kind, 'heading');
  assert.equal((await first('a.md', 'Report\n======\n\nText.'))?.kind, 'heading');
  assert.equal((await first('a', 'Only text.'))?.kind, 'paragraph');
});

test('text is read in UTF-8, UTF-16 and the older Windows alphabet', async () => {
  const codes = Array.from('It cost £7.', (letter) => letter.charCodeAt(0));
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array(codes).buffer)]);
  const cp1252 = Uint8Array.from(codes);
  for (const given of [bytes('It cost £7.'), bytes('\uFEFFIt cost £7.'), utf16, cp1252]) {
    const [part] = (await readDocument('a.txt', given)).parts;
    assert.equal(part?.kind === 'paragraph' && part.text, 'It cost £7.');
  }
});

test('every other kind of file is refused with what to do', async () => {
  assert.match(await refusal('a.txt', new Uint8Array()), /empty/);
  assert.match(await refusal('a.txt', bytes('  \n\n ')), /empty|no text/);
  assert.match(
    await refusal('a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])),
    /old Word format/,
  );
  assert.match(await refusal('a.rtf', bytes('{\\rtf1 Text}')), /rich text/);
  assert.match(
    await refusal('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    /picture/,
  );
  assert.match(await refusal('a.xml', bytes('<?xml version="1.0"?><a/>')), /XML/);
  assert.match(await refusal('a.bin', new Uint8Array([1, 2, 3, 0])), /not of a kind/);
});

test('what no report holds is refused: too many bytes, too much text, too long a table', async () => {
  assert.match(await refusal('a.txt', new Uint8Array(50 * 1024 * 1024 + 1)), /larger than 50 MB/);
  assert.match(
    await refusal('a.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(65)),
    /more than 20 MB of text/,
  );
  assert.match(
    await refusal('a.txt', bytes('Area\tPlans\n' + 'North\t7\n'.repeat(10_001))),
    /table of more than/,
  );
});

test('nothing in a page is run', async () => {
  const document = await readDocument(
    'a.html',
    bytes('<html><body><script>throw new Error("run")</script><p onclick="x()">Text.</p>'),
  );
  assert.deepEqual(
    document.parts.map((part) => part.kind !== 'table' && part.text),
    ['Text.'],
  );
});
