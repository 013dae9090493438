// A template workbook that can be filled in and sent back: headings, columns already formatted (text stays text, so that a
// number with a leading zero survives; dates are dates), lists of answers, and a second sheet that explains each column.

import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ImportColumn } from './import-column.ts';
import { columnLetter } from './table.ts';

/** Rows of the template which carry formats and lists of answers. */
const ROWS_PREPARED = 5_000;
/** Excel refuses a longer list of answers inside a cell rule. */
const LONGEST_LIST = 255;

const styles = { plain: 0, heading: 1, text: 2, day: 3 } as const;

/** An .xlsx file. The sheet's name is shortened to what Excel allows. */
export function xlsxTemplate(columns: readonly ImportColumn[], sheetName: string): Uint8Array {
  const name =
    sheetName
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Rows';
  const notesName = name === 'Notes' ? 'About the columns' : 'Notes';
  const notes = columns.map((column) => [column.header, column.required ? 'Yes' : 'No', howToFillIn(column)]);
  return zip({
    '[Content_Types].xml': types,
    '_rels/.rels': links([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook([name, notesName]),
    'xl/_rels/workbook.xml.rels': links([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styleSheet,
    'xl/worksheets/sheet1.xml': fillInSheet(columns),
    'xl/worksheets/sheet2.xml': notesSheet([['Heading', 'Must be filled in', 'What to write'], ...notes]),
  });
}

function howToFillIn(column: ImportColumn): string {
  if (column.parse === 'choice') return `One of: ${answers(column).join('; ')}`;
  return {
    text: 'Text',
    day: 'A date: day, month and full year, for example 9/10/2024',
    number: 'A number',
    integer: 'A whole number',
    boolean: 'Yes or No',
  }[column.parse];
}

function answers(column: ImportColumn): string[] {
  if (column.parse === 'boolean') return ['Yes', 'No'];
  return (column.choices ?? []).map((choice) => (typeof choice === 'string' ? choice : choice.label));
}

function fillInSheet(columns: readonly ImportColumn[]): string {
  const formats = columns.map((column, index) => {
    const style = column.parse === 'day' ? styles.day : column.parse === 'text' ? styles.text : styles.plain;
    const width = Math.min(50, Math.max(14, column.header.length + 2));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  const rules = columns.flatMap((column, index) => {
    const list = answers(column).join(',');
    const fits =
      list !== '' && list.length <= LONGEST_LIST && !answers(column).some((answer) => /[,"]/.test(answer));
    const letter = columnLetter(index + 1);
    if (!fits) return [];
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${ROWS_PREPARED}">` +
        `<formula1>${escape(`"${list}"`)}</formula1></dataValidation>`,
    ];
  });
  return sheet(
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${formats.join('')}</cols><sheetData>${row(
        1,
        columns.map((column) => column.header),
        styles.heading,
      )}</sheetData>` +
      (rules.length === 0
        ? ''
        : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`),
  );
}

function notesSheet(rows: readonly (readonly string[])[]): string {
  const body = rows.map((texts, index) => row(index + 1, texts, index === 0 ? styles.heading : styles.plain));
  return sheet(
    `<cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="2" width="18" customWidth="1"/>` +
      `<col min="3" max="3" width="80" customWidth="1"/></cols><sheetData>${body.join('')}</sheetData>`,
  );
}

function row(number: number, texts: readonly string[], style: number): string {
  const cells = texts.map((text, index) => {
    const place = `${columnLetter(index + 1)}${number}`;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const types =
  `${prolog}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`;

/** Built-in formats: 49 is text, 14 the reader's own short date. */
const styleSheet =
  `${prolog}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbook(names: readonly string[]): string {
  const listed = names.map(
    (name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${prolog}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function links(targets: readonly (readonly [string, string])[]): string {
  const listed = targets.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`;
  });
  return `${prolog}<Relationships xmlns="${packages}/relationships">${listed.join('')}</Relationships>`;
}

function sheet(content: string): string {
  return `${prolog}<worksheet xmlns="${main}">${content}</worksheet>`;
}

/** Control characters cannot stand in XML at all and are left out. */
function escape(text: string): string {
  const allowed = text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A zip archive (APPNOTE 4.3): parts one after another, then the list of them. Dated 1 January 1980, so equal input gives equal bytes. */
function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const nameBytes = Buffer.from(name);
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(0x21, 8); // 1 January 1980
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, nameBytes]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, listed, end]));
}
