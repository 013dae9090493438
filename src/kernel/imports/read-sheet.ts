// One sheet of a workbook as a grid: what a person sees in each cell, and a problem for each cell that shows no value
// (an error, a formula that was never worked out, a date that does not exist).

import type { Buffer } from 'node:buffer';
import { excelDay, excelTime } from './excel-days.ts';
import { damagedWorkbook, readXml } from './read-xml.ts';
import {
  type Cell,
  columnLetter,
  columnPosition,
  type Grid,
  isBlank,
  type MergedBlock,
  problemList,
  type Row,
  tableLimits,
  tooManyCells,
} from './table.ts';
import { unescapeText, type WorkbookParts } from './workbook-parts.ts';

/** As the file has it: `value` is undefined when there is no value element at all. */
type RawCell = {
  position: number;
  type: string;
  style: number;
  value: string | undefined;
  inline: string;
  formula: boolean;
};

/** Rows that a sheet can have in Excel. */
const LAST_ROW = 1_048_576;

export async function readSheet(
  name: string,
  chunks: AsyncIterable<Buffer>,
  workbook: WorkbookParts,
): Promise<Grid> {
  const rows: Row[] = [];
  const merged: MergedBlock[] = [];
  const problems = problemList();
  let row: Row & { troubled: boolean } = { number: 0, cells: [], troubled: false };
  let cell: RawCell | undefined;
  let lastPosition = 0;
  let cellCount = 0;
  let capture: 'value' | 'inline' | undefined;
  let inReading = false;

  function openRow(r: string | undefined): void {
    const number = r === undefined ? row.number + 1 : Number(r);
    if (!Number.isInteger(number) || number <= row.number || number > LAST_ROW) throw damagedWorkbook();
    row = { number, cells: [], troubled: false };
    lastPosition = 0;
  }

  function openCell(r: string | undefined, type: string, style: number): void {
    const position = r === undefined ? lastPosition + 1 : columnPosition(r);
    if (position <= lastPosition) throw damagedWorkbook();
    lastPosition = position;
    cell = { position, type, style, value: undefined, inline: '', formula: false };
  }

  function closeCell(raw: RawCell): void {
    const read = readCell(raw, workbook);
    if ('message' in read) {
      row.troubled = true;
      problems.add({ sheet: name, row: row.number, column: columnLetter(raw.position), ...read });
      return;
    }
    if (isBlank(read.cell)) return;
    cellCount += 1;
    if (raw.position > tableLimits.columns || cellCount > tableLimits.cells) throw tooManyCells();
    while (row.cells.length < raw.position - 1) row.cells.push(null);
    row.cells.push(read.cell);
  }

  function closeRow(): void {
    if (row.cells.length === 0 && !row.troubled) return;
    if (rows.length === tableLimits.rows) throw tooManyCells();
    rows.push({ number: row.number, cells: row.cells });
  }

  await readXml(chunks, {
    open(tag, attributes) {
      if (tag === 'row') openRow(attributes['r']);
      else if (tag === 'c') openCell(attributes['r'], attributes['t'] ?? 'n', Number(attributes['s'] ?? 0));
      else if (tag === 'mergeCell') merged.push(...mergedBlock(attributes['ref'] ?? ''));
      else if (cell === undefined) return;
      else if (tag === 'f') cell.formula = true;
      else if (tag === 'rPh') inReading = true;
      else if (tag === 't' && !inReading) capture = 'inline';
      else if (tag === 'v') {
        cell.value = '';
        capture = 'value';
      }
    },
    text(piece) {
      if (cell === undefined || capture === undefined) return;
      if (capture === 'value') cell.value = (cell.value ?? '') + piece;
      else cell.inline += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') capture = undefined;
      else if (tag === 'rPh') inReading = false;
      else if (tag === 'row') closeRow();
      else if (tag === 'c' && cell !== undefined) {
        closeCell(cell);
        cell = undefined;
      }
    },
  });
  return {
    name,
    kind: 'sheet',
    rows,
    merged: withValues(merged, rows),
    problems: problems.all(),
    date_system: workbook.date_system,
  };
}

type CellTrouble = { value: string; message: string; mend: string };

function readCell(raw: RawCell, workbook: WorkbookParts): { cell: Cell } | CellTrouble {
  const value = raw.value;
  if (raw.type === 'inlineStr') return { cell: unescapeText(raw.inline) };
  if (raw.formula && (value === undefined || (value === '' && raw.type !== 'str'))) {
    return {
      value: '',
      message: 'The cell holds a formula whose result was not saved in the file.',
      mend: 'Open the file in Excel, let it work out its formulas, and save it; or type the value in place of the formula.',
    };
  }
  if (value === undefined || value === '') return { cell: null };
  switch (raw.type) {
    case 's': {
      const text = /^\d+$/.test(value) ? workbook.texts[Number(value)] : undefined;
      if (text === undefined) throw damagedWorkbook();
      return { cell: text };
    }
    case 'str':
      return { cell: unescapeText(value) };
    case 'b':
      return { cell: value === '1' || value === 'true' };
    case 'e':
      return {
        value,
        message: `The cell shows the error ${value}.`,
        mend: 'Put the formula right, or type the value in its place.',
      };
    case 'd':
      return { cell: /^\d{4}-\d{2}-\d{2}/.test(value) ? { day: value.slice(0, 10) } : value };
    default:
      return readNumber(value, workbook.formats[raw.style] ?? 'number', workbook);
  }
}

function readNumber(
  text: string,
  format: WorkbookParts['formats'][number],
  workbook: WorkbookParts,
): { cell: Cell } | CellTrouble {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw damagedWorkbook();
  if (format === 'number') return { cell: number };
  // A person reads 45%, not 0.45, and saving as CSV writes 45%; 15 digits is what Excel itself keeps.
  if (format === 'percent') return { cell: `${Number((number * 100).toPrecision(15))}%` };
  if (format === 'time') return { cell: excelTime(number) };
  const day = excelDay(number, workbook.date_system);
  if (day !== undefined) return { cell: { day } };
  return {
    value: text,
    message: 'The cell is formatted as a date, but its value is not a date that exists.',
    mend: 'Type the date again, or change the cell’s format if it is not a date.',
  };
}

function mergedBlock(range: string): MergedBlock[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range);
  if (match === null) return [];
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return [
    { top: Number(top), bottom: Number(bottom), left: columnPosition(left), right: columnPosition(right) },
  ];
}

/** Blocks with no value in them are only decoration. */
function withValues(merged: readonly MergedBlock[], rows: readonly Row[]): MergedBlock[] {
  if (merged.length === 0) return [];
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return merged.filter((block) => !isBlank(byNumber.get(block.top)?.cells[block.left - 1]));
}
