import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { checkFile, FileRefused } from './file-types.ts';

const office = (type: string, parts: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`,
    ),
    ...parts,
  });

const contents = {
  pdf: strToU8('%PDF-1.7\n%\u00e2'),
  docx: office('wordprocessingml.document.main+xml'),
  xlsx: office('spreadsheetml.sheet.main+xml'),
  csv: strToU8('a,b\n1,2\n'),
  txt: Buffer.from('caf\u00e9, cp1252', 'latin1'),
  md: strToU8('# Heading\n'),
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
  jpg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]),
} as const;

async function refused(name: string, bytes: Uint8Array, pattern: RegExp, maxBytes?: number): Promise<void> {
  await assert.rejects(
    checkFile({ name, bytes, ...(maxBytes === undefined ? {} : { maxBytes }) }),
    (error) => {
      assert.ok(error instanceof FileRefused, String(error));
      assert.match(error.message, pattern, name);
      assert.ok(error.mend.length > 10);
      return true;
    },
  );
}

test('each kind on the list is taken when its content is what its name says', async () => {
  for (const [type, bytes] of Object.entries(contents)) {
    const checked = await checkFile({ name: `Minutes 9 October 2024.${type.toUpperCase()}`, bytes });
    assert.equal(checked.type, type);
    assert.equal(checked.safe_name, `Minutes 9 October 2024.${type}`);
    assert.match(checked.media_type, /^(application|text|image)\/[\w.+-]+$/);
  }
  assert.equal((await checkFile({ name: 'a.jpeg', bytes: contents.jpg })).safe_name, 'a.jpg');
});

test('content of another kind than the name says is refused, for every pair of kinds that differ', async () => {
  const plain = new Set(['csv', 'txt', 'md']);
  for (const name of Object.keys(contents)) {
    for (const [type, bytes] of Object.entries(contents)) {
      if (name === type || (plain.has(name) && plain.has(type))) continue;
      await refused(`x.${name}`, bytes, /its content is/);
    }
  }
});

test('web pages, SVG, programs, archives and unknown kinds are refused by name and by content', async () => {
  for (const ending of ['html', 'svg', 'exe', 'zip', 'js', 'lnk', 'ps1', 'doc', 'xls', 'msg']) {
    await refused(`x.${ending}`, contents.txt, new RegExp(`\\.${ending} are not accepted`));
  }
  await refused('x.txt', strToU8('<!-- c --><!DOCTYPE html><html>'), /web page/);
  await refused('x.csv', strToU8('<?xml version="1.0"?><svg onload="x">'), /XML/);
  await refused('x.txt', strToU8('#!/bin/sh\nrm -rf /\n'), /a program/);
  await refused('x.pdf', strToU8('MZ\u0000\u0001'), /a program/);
  await refused('x.txt', strToU8('abc\u0000def'), /not known here/);
  await refused('x.docx', zipSync({ 'a.exe': strToU8('MZ') }), /a zip archive/);
  await refused('x.docx', strToU8('PK\u0003\u0004'), /damaged/);
  await refused('x', contents.txt, /has no ending/);
});

test('a text that happens to begin with MZ is a text', async () => {
  assert.equal(
    (await checkFile({ name: 'x.txt', bytes: strToU8('MZ is a registration letter') })).type,
    'txt',
  );
});

test('macros are refused by ending, by part and by declared type, whatever the file is called', async () => {
  const withProject = office('wordprocessingml.document.main+xml', { 'word/vbaProject.bin': strToU8('x') });
  const hidden = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/notes.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    ),
    'xl/notes.bin': strToU8('x'),
  });
  await refused('x.docm', contents.docx, /macros/);
  await refused('x.docx', withProject, /macros/);
  await refused('x.xlsx', hidden, /macros/);
});

test('locked and old Office files are refused with what to do', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await refused('x.docx', old, /old format or locked/);
});

test('the size limit counts bytes and says both sizes; an empty file is refused', async () => {
  assert.equal(
    (await checkFile({ name: 'x.txt', bytes: new Uint8Array(100).fill(97), maxBytes: 100 })).type,
    'txt',
  );
  await refused('x.txt', new Uint8Array(3 * 1024 * 1024).fill(97), /is 3 MB.*2 MB/, 2 * 1024 * 1024);
  await refused('x.txt', new Uint8Array(), /is empty/);
});

test('an ending hidden behind a right-to-left mark, a trailing dot or spaces is seen', async () => {
  await refused('annual\u202Efdp.exe', contents.pdf, /\.exe are not accepted/);
  await refused('report.pdf.exe. ', contents.pdf, /\.exe are not accepted/);
  assert.equal(
    (await checkFile({ name: 'C:\\fakepath\\report.exe.pdf', bytes: contents.pdf })).safe_name,
    'report-exe.pdf',
  );
});
