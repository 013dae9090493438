// Which Office format a zip archive holds, read from the content types it declares (ECMA-376 part 2, section 10.1.2),
// and whether it carries macros: small programs which could harm whoever opens the file.

import type { ZipParts } from './zip-parts.ts';

export type OfficeKind =
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'open-document'
  | 'macro'
  | 'binary-workbook'
  | 'not-office';

export const officeWords: Readonly<Record<OfficeKind, string>> = {
  xlsx: 'an Excel workbook',
  docx: 'a Word document',
  pptx: 'a PowerPoint presentation',
  'open-document': 'an OpenDocument file',
  macro: 'an Office file that contains macros',
  'binary-workbook': 'a binary Excel workbook (.xlsb)',
  'not-office': 'a zip archive',
};

const mainParts: readonly (readonly [OfficeKind, string])[] = [
  ['xlsx', 'spreadsheetml.sheet.main+xml'],
  ['docx', 'wordprocessingml.document.main+xml'],
  ['pptx', 'presentationml.presentation.main+xml'],
  ['pptx', 'presentationml.slideshow.main+xml'],
  ['binary-workbook', 'sheet.binary.macroenabled.main'],
];

export async function officeKind(parts: ZipParts): Promise<OfficeKind> {
  const types = (await parts.text('[content_types].xml'))?.toLowerCase();
  if (types === undefined) {
    const openDocument = (await parts.text('mimetype', 200).catch(() => undefined)) ?? '';
    return openDocument.startsWith('application/vnd.oasis.opendocument') ? 'open-document' : 'not-office';
  }
  const namesMacro = [...parts.names].some((name) => /(^|\/)(vbaproject|vbadata)[^/]*$/.test(name));
  if (types.includes('sheet.binary.macroenabled')) return 'binary-workbook';
  if (
    namesMacro ||
    types.includes('vbaproject') ||
    types.includes('macroenabled') ||
    types.includes('macrosheet')
  ) {
    return 'macro';
  }
  return mainParts.find(([, type]) => types.includes(type))?.[0] ?? 'not-office';
}
