// Which files the platform takes: the name's ending must be on the list AND the bytes must be what the ending says.
// Web pages, SVG, programs, archives and Office files with macros are never taken, whatever they are called.

import { dangerousEndings, fileEnding, safeFileName } from './file-name.ts';
import { officeKind, officeWords } from './office-file.ts';
import { type Content, contentWords, recognise } from './recognise.ts';
import { openZip, ZipRefused } from './zip-parts.ts';

export const fileTypes = ['pdf', 'docx', 'xlsx', 'csv', 'txt', 'md', 'png', 'jpg'] as const;
export type FileType = (typeof fileTypes)[number];

export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  png: 'image/png',
  jpg: 'image/jpeg',
};

const typeWords: Readonly<Record<FileType, string>> = {
  pdf: 'a PDF',
  docx: 'a Word document',
  xlsx: 'an Excel workbook',
  csv: 'a CSV file',
  txt: 'plain text',
  md: 'plain text',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
};

const contentOf: Readonly<Record<FileType, Content>> = {
  pdf: 'pdf',
  docx: 'zip',
  xlsx: 'zip',
  csv: 'text',
  txt: 'text',
  md: 'text',
  png: 'png',
  jpg: 'jpg',
};

const WHAT_IS_TAKEN =
  'Files that can be added: PDF, Word (.docx), Excel (.xlsx), CSV, plain text (.txt, .md), PNG and JPEG.';

/** 25 MB. */
export const defaultMaxBytes = 25 * 1024 * 1024;

export type CheckedFile = { type: FileType; media_type: string; safe_name: string };

/** The file is not taken; message and mend are worded for the person who sent it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

/** Checks name, size and content. Throws FileRefused. Nothing is stored. */
export async function checkFile(file: {
  name: string;
  bytes: Uint8Array;
  maxBytes?: number;
}): Promise<CheckedFile> {
  const maxBytes = file.maxBytes ?? defaultMaxBytes;
  const cleaned = safeFileName(file.name);
  const type = declaredType(cleaned);
  if (file.bytes.length > maxBytes) {
    throw new FileRefused(
      `“${cleaned}” is ${megabytes(file.bytes.length)} MB. The largest file that can be added is ${megabytes(maxBytes)} MB.`,
      'Make the file smaller, for example by reducing the size of its pictures, or split it.',
    );
  }
  await checkContent(cleaned, type, file.bytes);
  const stem = cleaned.slice(0, -fileEnding(cleaned).length - 1);
  return { type, media_type: mediaTypes[type], safe_name: `${stem}.${type}` };
}

function declaredType(name: string): FileType {
  const ending = fileEnding(name).toLowerCase();
  const known = ending === 'jpeg' ? 'jpg' : fileTypes.find((type) => type === ending);
  if (known !== undefined) return known;
  if (ending === '') {
    throw new FileRefused(
      `The name “${name}” has no ending such as .pdf, so the kind of file is not known.`,
      WHAT_IS_TAKEN,
    );
  }
  if (['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'pptm'].includes(ending)) throw macroRefused(name);
  const why = dangerousEndings.has(ending)
    ? 'are not accepted because they could harm a computer'
    : 'are not accepted';
  throw new FileRefused(`Files ending in .${ending} ${why}.`, WHAT_IS_TAKEN);
}

async function checkContent(name: string, type: FileType, bytes: Uint8Array): Promise<void> {
  const content = recognise(bytes);
  if (content === 'empty') {
    throw new FileRefused(
      `“${name}” is empty.`,
      'Check that the right file was chosen and that it has been saved.',
    );
  }
  // A Markdown text may begin with a tag; it is only ever sent back as plain text to download.
  if (type === 'md' && content === 'html') return;
  if (content !== contentOf[type])
    throw mismatch(name, type, contentWords[content], content === 'old-office');
  if (type === 'docx' || type === 'xlsx') await checkOffice(name, type, bytes);
}

async function checkOffice(name: string, type: 'docx' | 'xlsx', bytes: Uint8Array): Promise<void> {
  try {
    const kind = await officeKind(await openZip(bytes));
    if (kind === 'macro') throw macroRefused(name);
    if (kind !== type) throw mismatch(name, type, officeWords[kind], false);
  } catch (error) {
    if (error instanceof ZipRefused)
      throw new FileRefused(`“${name}” could not be opened. ${error.message}`, error.mend);
    throw error;
  }
}

function mismatch(name: string, type: FileType, found: string, oldOffice: boolean): FileRefused {
  return new FileRefused(
    `“${name}” is named as ${typeWords[type]}, but its content is ${found}.`,
    oldOffice
      ? 'Open it in Word or Excel, save it without a password as .docx or .xlsx, and add the new file.'
      : `Open it in the program it was made with, save it as ${typeWords[type]}, and add the new file. ${WHAT_IS_TAKEN}`,
  );
}

function macroRefused(name: string): FileRefused {
  return new FileRefused(
    `“${name}” contains macros (small programs), which are not accepted.`,
    'Save it as an ordinary Word document (.docx) or Excel workbook (.xlsx) and add that file.',
  );
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '');
}
