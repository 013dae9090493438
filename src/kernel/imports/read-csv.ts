// A CSV file as a table. Comma, semicolon or tab; any line ending; cells in quotes may hold line breaks.
// Row numbers count records, blank ones too, because that is how Excel numbers them.

import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import {
  type Cell,
  type ImportProblem,
  type Row,
  type SheetTable,
  tableLimits,
  tooManyCells,
  toTable,
} from './table.ts';

const delimiters = [',', ';', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

/** Throws UnreadableFile when the bytes are not text at all; everything else is a problem in the table. */
export function readCsv(bytes: Uint8Array): SheetTable {
  const text = decodeText(bytes);
  // Excel writes and obeys a first line "sep=;", which is not a row of the table.
  const declared = /^sep=([,;\t])(\r\n|\n|\r)/i.exec(text);
  const declaredDelimiter = delimiters.find((delimiter) => delimiter === declared?.[1]);
  const body = declared === null ? text : text.slice(declared[0].length);
  const { records, problems } = parseRecords(body, declaredDelimiter ?? detectDelimiter(body));
  const skipped = declared === null ? 0 : 1;
  const rows: Row[] = [];
  let cellCount = 0;
  for (const [index, record] of records.entries()) {
    const cells: Cell[] = record.map((field) => (field.trim() === '' ? null : field));
    if (cells.every((cell) => cell === null)) continue;
    cellCount += cells.length;
    if (cells.length > tableLimits.columns || cellCount > tableLimits.cells) throw tooManyCells();
    rows.push({ number: index + 1 + skipped, cells });
  }
  if (rows.length > tableLimits.rows) throw tooManyCells();
  const numbered = problems.map((problem) => ({ ...problem, row: (problem.row ?? 0) + skipped }));
  return toTable({ name: '', kind: 'csv', rows, merged: [], problems: numbered });
}

function parseRecords(
  text: string,
  delimiter: Delimiter,
): { records: string[][]; problems: ImportProblem[] } {
  const records: string[][] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      trim: delimiter !== '\t',
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, problems: [quoteProblem(error, records.length + 1)] };
  }
  return { records, problems: [] };
}

function quoteProblem(error: CsvError, row: number): ImportProblem {
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    row,
    message: unclosed
      ? 'A quotation mark in this row is opened and never closed, so nothing after it could be read.'
      : 'There is a quotation mark in the middle of a cell in this row, so nothing after it could be read.',
    mend: 'Remove the mark, or open the file in Excel and save it again as “CSV UTF-8”, which writes such marks correctly.',
  };
}

/** The delimiter that cuts the first ten lines most evenly into most cells; a comma when nothing speaks for another. */
function detectDelimiter(text: string): Delimiter {
  const counts = countOutsideQuotes(text, 10);
  let best: { delimiter: Delimiter; lines: number; most: number } = { delimiter: ',', lines: 0, most: 0 };
  for (const delimiter of delimiters) {
    const perLine = counts.map((line) => line[delimiter]);
    const most = Math.max(0, ...perLine);
    const lines = most === 0 ? 0 : perLine.filter((count) => count === most).length;
    if (lines > best.lines || (lines === best.lines && most > best.most)) best = { delimiter, lines, most };
  }
  return best.delimiter;
}

function countOutsideQuotes(text: string, maxLines: number): Record<Delimiter, number>[] {
  const lines: Record<Delimiter, number>[] = [];
  let current = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let empty = true;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (!empty) lines.push(current);
      if (lines.length === maxLines) return lines;
      current = { ',': 0, ';': 0, '\t': 0 };
      empty = true;
      continue;
    } else if (!quoted && (character === ',' || character === ';' || character === '\t'))
      current[character] += 1;
    empty = false;
  }
  if (!empty) lines.push(current);
  return lines;
}
