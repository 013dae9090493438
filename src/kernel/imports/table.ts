// The one shape in which rows arrive from outside, whether the file was a CSV or a workbook, and the problems found in it.
// A problem always says where it is, what is wrong and how to mend it, so that a person can put the file right in Excel.

export type Cell = string | number | boolean | { day: string } | null;

/** `row` is the number in the file, heading included, as Excel shows it; `column` is its letter with its heading. */
export type ImportProblem = {
  sheet?: string;
  row?: number;
  column?: string;
  value?: string;
  message: string;
  mend: string;
};

export type Row = { number: number; cells: Cell[] };

/** 1-based, both ends included. */
export type MergedBlock = { top: number; bottom: number; left: number; right: number };

/** Rows as they stand in the file, blank ones left out, before it is known which of them holds the headings. */
export type Grid = {
  name: string;
  kind: 'csv' | 'sheet';
  rows: Row[];
  merged: MergedBlock[];
  /** Found while reading; `column` is a bare letter here. */
  problems: ImportProblem[];
  /** How the workbook counts days, for dates that were typed as plain numbers. */
  date_system?: 1900 | 1904;
  hidden?: true;
};

export type SheetTable = {
  /** The sheet's name; empty for a CSV. */
  name: string;
  /** The row that holds the headings; 0 when the table is empty. */
  header_row: number;
  header: string[];
  /** Every row has as many cells as there are headings. */
  rows: Row[];
  problems: ImportProblem[];
  grid: Grid;
};

/** The file cannot be read as a table at all; message and mend are worded for the person who sent it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

/** Beyond these a file is not a return from an agency, and reading it would cost everyone else the machine. */
export const tableLimits = { columns: 1_000, rows: 250_000, cells: 5_000_000, problems: 1_000 } as const;

export function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    `The file has more rows or columns than can be read (at most ${tableLimits.rows.toLocaleString('en-GB')} rows and ` +
      `${tableLimits.columns.toLocaleString('en-GB')} columns).`,
    'Copy only the rows and columns that are needed into a new file.',
  );
}

/** A list that keeps the first 1,000 problems and counts the rest, so a hopeless file cannot fill the memory. */
export type ProblemList = { add(problem: ImportProblem): void; all(): ImportProblem[] };

export function problemList(limit: number = tableLimits.problems): ProblemList {
  const kept: ImportProblem[] = [];
  let left = 0;
  return {
    add(problem) {
      if (kept.length < limit) kept.push(problem);
      else left += 1;
    },
    all() {
      if (left === 0) return [...kept];
      return [
        ...kept,
        {
          message: `There ${left === 1 ? 'is 1 more problem' : `are ${left.toLocaleString('en-GB')} more problems`} like these.`,
          mend: 'Put the ones listed right first, then try the file again.',
        },
      ];
    },
  };
}

/** 1 → A, 27 → AA. */
export function columnLetter(position: number): string {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "B (Date of referral)", or "B" when the column has no heading. */
export function columnLabel(header: readonly string[], position: number): string {
  const heading = header[position - 1] ?? '';
  return heading === '' ? columnLetter(position) : `${columnLetter(position)} (${heading})`;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as a person sees it. */
export function fullText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'object' ? cell.day : String(cell);
}

/** The same, shortened to 80 characters for messages. */
export function cellText(cell: Cell | undefined): string {
  const text = fullText(cell);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The grid read with the headings in the given row; the first row that is not blank unless told otherwise. */
export function toTable(grid: Grid, headerRow: number = grid.rows[0]?.number ?? 0): SheetTable {
  const problems = problemList();
  const at = (where: Omit<ImportProblem, 'message' | 'mend'>, message: string, mend: string): void =>
    problems.add({ ...(grid.name === '' ? {} : { sheet: grid.name }), ...where, message, mend });
  const header = headings(grid.rows.find((row) => row.number === headerRow));
  const below = grid.rows.filter((row) => row.number > headerRow);
  if (header.length === 0) {
    at(
      {},
      'There are no rows in it.',
      'Check that the right file or sheet was chosen and that it was saved.',
    );
  }
  for (const problem of grid.problems) {
    if (problem.row !== undefined && problem.row < headerRow) continue;
    problems.add(
      problem.column === undefined ? problem : { ...problem, column: relabel(problem.column, header) },
    );
  }
  for (const block of grid.merged) {
    if (block.bottom < headerRow || block.left > header.length) continue;
    const range = `${columnLetter(block.left)}${block.top}:${columnLetter(block.right)}${block.bottom}`;
    at(
      { row: block.top, value: range },
      `The cells ${range} are merged into one, so it is not clear which of them the value belongs to.`,
      'Choose “Unmerge cells” in Excel and fill in each cell.',
    );
  }
  const rows = below.map((row) => fitted(row, header, grid.kind, at));
  return { name: grid.name, header_row: headerRow, header, rows, problems: problems.all(), grid };
}

type Report = (where: Omit<ImportProblem, 'message' | 'mend'>, message: string, mend: string) => void;

/** The row with exactly as many cells as there are headings; what does not fit is reported, never dropped in silence. */
function fitted(row: Row, header: readonly string[], kind: Grid['kind'], at: Report): Row {
  const width = 1 + row.cells.findLastIndex((cell) => !isBlank(cell));
  if (kind === 'csv' && (row.cells.length < header.length || width > header.length)) {
    at(
      { row: row.number },
      `This row has ${cells(width > header.length ? width : row.cells.length)} but there are ${header.length} headings.`,
      'Look for a missing or extra comma, a line break inside a cell, or a note below the table.',
    );
  }
  const checked = kind === 'sheet' ? width : Math.min(width, header.length);
  for (let position = 1; position <= checked; position += 1) {
    const cell = row.cells[position - 1];
    if (isBlank(cell) || (header[position - 1] ?? '') !== '') continue;
    at(
      { row: row.number, column: columnLetter(position), value: cellText(cell) },
      'There is a value here but its column has no heading.',
      'Give the column a heading, or clear the cell.',
    );
  }
  return { number: row.number, cells: header.map((_, index) => row.cells[index] ?? null) };
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function headings(row: Row | undefined): string[] {
  if (row === undefined) return [];
  const texts = row.cells.map((cell) => fullText(cell).replace(/\s+/g, ' ').trim());
  return texts.slice(0, 1 + texts.findLastIndex((text) => text !== ''));
}

function relabel(letter: string, header: readonly string[]): string {
  return columnLabel(header, columnPosition(letter));
}

/** A → 1, AA → 27; reads the letter at the front of a label too. */
export function columnPosition(label: string): number {
  const letters = /^[A-Z]+/.exec(label)?.[0] ?? '';
  return Array.from(letters).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
}
