// Lists and templates as CSV that Excel opens as it should: UTF-8 with its mark, CRLF, and no text that it would run as a
// formula (formula-guard.ts).

import { guardFormula } from './formula-guard.ts';
import type { ImportColumn } from './import-column.ts';
import type { Cell } from './table.ts';

/** The whole file as text, its byte-order mark included; send it as UTF-8. Days are written as ISO, true and false as Yes and No. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `\uFEFF${lines.join('')}`;
}

/** One row with its line end, for lists that are streamed. The mark "\uFEFF" goes before the first. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The headings of a file that can be filled in and sent back. */
export function csvTemplate(columns: readonly ImportColumn[]): string {
  return writeCsv(
    columns.map((column) => column.header),
    [],
  );
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  const text = guardFormula(typeof cell === 'string' ? cell : cell.day);
  // Semicolon and tab are quoted too: a computer with other regional settings cuts the line there.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
