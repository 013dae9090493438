// What a file really is, read from its first bytes and never from its name.
// A name is only what the sender says; the bytes decide what the platform keeps and how it is read.

export type Content =
  | 'zip'
  | 'pdf'
  | 'png'
  | 'jpg'
  | 'old-office'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'program'
  | 'text'
  | 'empty'
  | 'unknown';

/** How a person would call each kind of content, for messages. */
export const contentWords: Readonly<Record<Content, string>> = {
  zip: 'a zip archive',
  pdf: 'a PDF',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
  'old-office': 'a Word, Excel or Outlook file that is in an old format or locked with a password',
  rtf: 'a rich text (RTF) file',
  html: 'a web page',
  xml: 'an XML file',
  program: 'a program',
  text: 'plain text',
  empty: 'an empty file',
  unknown: 'of a kind that is not known here',
};

const signatures: readonly (readonly [Content, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]], // a zip archive with nothing in it
  // Compound file: .doc, .xls, .msg, and also every password-protected .docx and .xlsx.
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]], // {\rtf
  ['program', [0x7f, 0x45, 0x4c, 0x46]], // ELF
  ['program', [0x4d, 0x5a]], // MZ
  ['program', [0x23, 0x21]], // #!
];

/** Byte-order marks, longest first where one begins another. */
type ByteOrderMark = 'utf-8' | 'utf-16le' | 'utf-16be';

export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return undefined;
}

export function recognise(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  for (const [content, signature] of signatures) {
    if (startsWith(bytes, signature) && !(content === 'program' && isOrdinaryText(bytes))) return content;
  }
  if (!looksLikeText(bytes)) return 'unknown';
  return recogniseText(bytes);
}

/** "MZ" and "#!" can open an ordinary text; a text is only a program when a shell would start it. */
function isOrdinaryText(bytes: Uint8Array): boolean {
  return looksLikeText(bytes) && !/^#!\s*\//.test(textStart(bytes));
}

function recogniseText(bytes: Uint8Array): Content {
  const start = textStart(bytes).trimStart().toLowerCase();
  if (start === '') return 'empty';
  const afterComments = start.replace(/^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s+)+/, '');
  if (/^(<!doctype html|<html|<head|<body|<script|<meta|<table|<iframe)\b/.test(afterComments)) return 'html';
  if (start.startsWith('<?xml') || /^(<!doctype|<svg)\b/.test(afterComments)) return 'xml';
  return 'text';
}

/** True when nothing in the bytes says "not text": no null bytes (unless UTF-16 with its mark) and no control codes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-16le' || mark === 'utf-16be') return bytes.length % 2 === 0;
  for (const byte of bytes) {
    // Tab 9, line feed 10, vertical tab 11, form feed 12, carriage return 13 and end-of-file 26 occur in honest text.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) return false;
  }
  return true;
}

function textStart(bytes: Uint8Array): string {
  return new TextDecoder(byteOrderMark(bytes) ?? 'windows-1252').decode(bytes.subarray(0, 2048));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}
