// An Excel workbook (.xlsx) as tables, one for each sheet, hidden ones marked. Read as a stream with guards on its size;
// formulas are never worked out, links never followed, macros never accepted.

import { officeKind, officeWords, type OfficeKind } from '../files/office-file.ts';
import { contentWords, recognise } from '../files/recognise.ts';
import { defaultZipLimits, openZip, type ZipLimits, ZipRefused } from '../files/zip-parts.ts';
import { readSheet } from './read-sheet.ts';
import { damagedWorkbook } from './read-xml.ts';
import { type SheetTable, toTable, UnreadableFile } from './table.ts';
import { readWorkbookParts } from './workbook-parts.ts';

export type Workbook = { date_system: 1900 | 1904; sheets: SheetTable[] };

/** Throws UnreadableFile when the file is not a workbook or is too large; problems in cells are in each sheet's `problems`. */
export async function readXlsx(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): Promise<Workbook> {
  const content = recognise(bytes);
  if (content !== 'zip') throw notWorkbook(content);
  try {
    const parts = await openZip(bytes, limits);
    const kind = await officeKind(parts);
    if (kind !== 'xlsx') throw otherOffice(kind);
    const workbook = await readWorkbookParts(parts);
    const sheets: SheetTable[] = [];
    for (const place of workbook.sheets) {
      const chunks = await parts.stream(place.part);
      if (chunks === undefined) throw damagedWorkbook();
      const grid = await readSheet(place.name, chunks, workbook);
      sheets.push(toTable(place.hidden ? { ...grid, hidden: true } : grid));
    }
    return { date_system: workbook.date_system, sheets };
  } catch (error) {
    if (error instanceof ZipRefused) throw new UnreadableFile(error.message, error.mend);
    throw error;
  }
}

function notWorkbook(content: ReturnType<typeof recognise>): UnreadableFile {
  if (content === 'empty') {
    return new UnreadableFile(
      'The file is empty.',
      'Check that the right file was chosen and that it was saved.',
    );
  }
  const mend =
    content === 'text'
      ? 'If it is a CSV, give its name the ending .csv; otherwise open it in Excel and save it as “Excel Workbook (.xlsx)”.'
      : content === 'old-office'
        ? 'Open it in Excel, take off any password, and save it as “Excel Workbook (.xlsx)”.'
        : 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.';
  return new UnreadableFile(
    `The file is named as an Excel workbook, but its content is ${contentWords[content]}.`,
    mend,
  );
}

function otherOffice(kind: OfficeKind): UnreadableFile {
  if (kind === 'macro') {
    return new UnreadableFile(
      'The workbook contains macros (small programs), which are not accepted.',
      'Save it as “Excel Workbook (.xlsx)”, which leaves the macros out, and send that file.',
    );
  }
  return new UnreadableFile(
    `The file is named as an Excel workbook, but its content is ${officeWords[kind]}.`,
    'Open it in the program it was made with and save it as “Excel Workbook (.xlsx)”.',
  );
}
