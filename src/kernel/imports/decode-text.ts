// The bytes of a text file as text. Agencies send UTF-8 with and without its mark, UTF-16 ("Unicode text" from Excel)
// and cp1252 (everything that an older Windows system exports); none of them says so.

import { byteOrderMark, contentWords, recognise } from '../files/recognise.ts';
import { UnreadableFile } from './table.ts';

/** Throws UnreadableFile when the bytes are not a text file. */
export function decodeText(bytes: Uint8Array): string {
  const content = recognise(bytes);
  if (content === 'empty') {
    throw new UnreadableFile(
      'The file is empty.',
      'Check that the right file was chosen and that it was saved.',
    );
  }
  if (content !== 'text') throw notText(bytes, content);
  const text = textIn(bytes);
  if (text.includes('\0')) throw notText(bytes, 'unknown');
  return text;
}

/** By its mark; else UTF-8; else cp1252. */
export function textIn(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  return mark === undefined ? decodeUnmarked(bytes) : new TextDecoder(mark).decode(bytes);
}

/** cp1252 only when it cannot be UTF-8: hardly any cp1252 text with an accent or a pound sign is valid UTF-8 by chance. */
function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function notText(bytes: Uint8Array, content: ReturnType<typeof recognise>): UnreadableFile {
  if (content === 'zip') {
    return new UnreadableFile(
      'The file is named as a CSV, but its content is an Excel workbook or another zip archive.',
      'Give its name the ending .xlsx, or open it in Excel and save it as “CSV UTF-8”.',
    );
  }
  const found =
    bytes.includes(0) && content === 'unknown' ? 'not text: it holds null bytes' : contentWords[content];
  return new UnreadableFile(
    `The file is named as a CSV, but its content is ${found}.`,
    'Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.',
  );
}
