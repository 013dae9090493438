import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.ts';
import { safeFileName } from './file-name.ts';

test('folders, control characters, invisible characters and characters of the file system are taken out', () => {
  const cases: [string, string][] = [
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\x\\minutes.docx', 'minutes.docx'],
    ['a\u0000b\r\nc\u200bd\u202e.pdf', 'abcd.pdf'],
    ['what? "this" <x>|*.pdf', 'what- -this- -x---.pdf'],
    ['  .htaccess', 'htaccess'],
    ['minutes.v2.final.docx', 'minutes.v2.final.docx'],
    ['notes for example.com.pdf', 'notes for example-com.pdf'],
    ['invoice.EXE.pdf', 'invoice-EXE.pdf'],
    ['CON.txt', '_CON.txt'],
    ['report.pdf...  ', 'report.pdf'],
    ['', 'file'],
    ['///', 'file'],
    ['Café à Noël.pdf', 'Café à Noël.pdf'],
  ];
  for (const [given, safe] of cases) assert.equal(safeFileName(given), safe, JSON.stringify(given));
});

test('a long name is shortened between whole characters and keeps its ending', () => {
  const name = safeFileName(`${'👩‍👧 é'.repeat(300)}.docx`);
  assert.ok(name.length <= 120 && Buffer.byteLength(name) <= 205);
  assert.match(name, /\.docx$/);
  assert.equal(name.isWellFormed(), true);
});

test('any name becomes one that is safe, and making it safe again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(name);
      assert.equal(safeFileName(safe), safe);
      assert.doesNotMatch(safe, /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|[\s.]$|^$/u);
      assert.ok(safe.length <= 121);
    }),
    { numRuns: 1_000 },
  );
});

test('a plain name is sent as it is, another in both forms', () => {
  assert.equal(contentDisposition('report.pdf'), 'attachment; filename="report.pdf"');
  assert.equal(contentDisposition('report.pdf', 'inline'), 'inline; filename="report.pdf"');
  assert.equal(
    contentDisposition("Café (O'Neill) €.pdf"),
    `attachment; filename="Cafe (O'Neill) _.pdf"; filename*=UTF-8''Caf%C3%A9%20%28O%27Neill%29%20%E2%82%AC.pdf`,
  );
  assert.equal(
    contentDisposition('100%41.pdf'),
    `attachment; filename="100_41.pdf"; filename*=UTF-8''100%2541.pdf`,
  );
});

test('no name can end the header, add another or break its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      assert.match(
        contentDisposition(name),
        /^attachment; filename="[ !#-$&-[\]-~]+"(; filename\*=UTF-8''[A-Za-z0-9._~!%-]+)?$/,
      );
    }),
    { numRuns: 1_000 },
  );
  assert.doesNotMatch(contentDisposition('a"\r\nSet-Cookie: x=1.pdf'), /[\r\n]|Cookie: /);
});
