// One cell as the value its column expects, or what is wrong with it. Nothing is guessed: a date that could be read two
// ways, a number that Excel has shortened or a text that was damaged on its way is sent back to the person.

import { excelDay } from './excel-days.ts';
import { unguardFormula } from './formula-guard.ts';
import type { ImportColumn } from './import-column.ts';
import { isoDay } from './iso-day.ts';
import { fold, nearest } from './near-match.ts';
import { type Cell, cellText, fullText, isBlank } from './table.ts';

export type CellValue = string | number | boolean | null;
export type CellResult = { value: CellValue } | { message: string; mend: string };

const errorValues = new Set(
  '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED!'.split(' '),
);
const blankWords = new Set(['not printed']);
/** In characters. No date, number, yes or code is longer, and patterns are only tried on texts of bounded length. */
const LONGEST_MEASURE = 500;
/** Also mean "nothing here", but only where they cannot be an answer. */
const blankWordsOfMeasures = new Set(['n/a', 'na', '-', '–', '—']);

export function parseCell(cell: Cell, column: ImportColumn, dateSystem: 1900 | 1904 | undefined): CellResult {
  const text = typeof cell === 'string' ? cell.replace(/[\u00a0\u2007\u202f]/g, ' ').trim() : undefined;
  if (isBlank(cell) || text === '' || (text !== undefined && meansBlank(text, column)))
    return { value: null };
  if (text !== undefined && errorValues.has(text.toUpperCase())) {
    return {
      message: `The cell shows the error ${text}.`,
      mend: 'Put the formula right, or type the value in its place.',
    };
  }
  if (text !== undefined && column.parse !== 'text' && text.length > LONGEST_MEASURE) {
    return {
      message: 'The cell holds a long text where a short answer is expected.',
      mend: 'Write only the answer itself.',
    };
  }
  const given = text ?? cell;
  switch (column.parse) {
    case 'text':
      return parseText(given);
    case 'day':
      return parseDay(given, dateSystem);
    case 'number':
    case 'integer':
      return parseNumber(given, column.parse === 'integer');
    case 'boolean':
      return parseBoolean(given);
    case 'choice':
    default:
      return parseChoice(given, column.choices ?? []);
  }
}

function meansBlank(text: string, column: ImportColumn): boolean {
  const word = text.toLowerCase();
  if (blankWords.has(word) || column.blanks?.some((blank) => blank.toLowerCase() === word)) return true;
  return ['day', 'number', 'integer'].includes(column.parse) && blankWordsOfMeasures.has(word);
}

function parseText(cell: Cell): CellResult {
  if (typeof cell !== 'string') return { value: fullText(cell) };
  const text = unguardFormula(cell).trim().replace(/\r\n?/g, '\n');
  if (/\uFFFD/.test(text)) {
    return {
      message: 'Some characters were lost before the file reached here (they show as �).',
      mend: 'Type the text again, or export it again as “CSV UTF-8” from where it came.',
    };
  }
  // UTF-8 that some program has read as cp1252: "Â£" for "£", "â€™" for an apostrophe.
  if (/Â[\u00a0-\u00bf]|Ã[\u00a0-\u00bf\u0192\u2020-\u203a]|â€/.test(text)) {
    return {
      message:
        'Some characters are garbled, for example “â€™” in place of an apostrophe or “Â£” in place of “£”.',
      mend: 'Export the file again as “CSV UTF-8” from where it came, or type the text again.',
    };
  }
  // oxlint-disable-next-line no-control-regex -- looking for control characters is the point
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) {
    return { message: 'The text holds invisible control characters.', mend: 'Type the text again by hand.' };
  }
  return shortened(text) ?? { value: text };
}

/** "5.00E+06" is how Excel writes a long number in a CSV: its last digits are gone. */
function shortened(text: string): CellResult | undefined {
  if (!/^-?\d(\.\d+)?E\+?\d+$/i.test(text) || !/e\+/i.test(text)) return undefined;
  return {
    message: `Excel has shortened a long number to “${text}”, and its last digits are lost.`,
    mend: 'Format the column as Text in Excel and type or paste the number again.',
  };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const HOW_TO_WRITE_A_DAY = 'Write the date as day, month and full year: 9/10/2024 or 9 October 2024.';

function parseDay(cell: Cell, dateSystem: 1900 | 1904 | undefined): CellResult {
  if (cell !== null && typeof cell === 'object') return dayOrProblem(cell.day, readIso(cell.day));
  if (typeof cell === 'number') return parseDayNumber(cell, dateSystem);
  if (typeof cell !== 'string')
    return { message: `“${cellText(cell)}” is not a date.`, mend: HOW_TO_WRITE_A_DAY };
  const bare = cell.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|am|pm|[+-]\d{2}:?\d{2})?$/i, '');
  const numeric = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})$/.exec(bare);
  const [, day = '', month = '', year = ''] = numeric ?? [];
  if (year.length === 2) {
    return {
      message: `The year in “${cell}” has only two digits, so the century is not known.`,
      mend: HOW_TO_WRITE_A_DAY,
    };
  }
  if (numeric !== null)
    return dayOrProblem(cell, isoDay(Number(year), Number(month), Number(day)), Number(month) > 12);
  return dayOrProblem(cell, readIso(bare) ?? readNamedMonth(bare));
}

function readIso(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  return isoDay(Number(year), Number(month), Number(day));
}

function readNamedMonth(text: string): string | undefined {
  const [, day, name = '', year] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})[\s,-]+(\d{4})$/i.exec(text) ?? [];
  if (!monthNames.test(name.toLowerCase())) return undefined;
  return isoDay(Number(year), 1 + months.indexOf(name.slice(0, 3).toLowerCase()), Number(day));
}

function dayOrProblem(text: string, day: string | undefined, american = false): CellResult {
  if (day !== undefined) return { value: day };
  return {
    message: american
      ? `“${text}” is not a date when it is read day first: there is no such month.`
      : `“${text}” is not a date.`,
    mend: HOW_TO_WRITE_A_DAY,
  };
}

/** A date whose cell is not formatted as one: taken only from a workbook, whose date system is known, and only from 1920 to 2099. */
function parseDayNumber(serial: number, dateSystem: 1900 | 1904 | undefined): CellResult {
  const day = dateSystem === undefined ? undefined : excelDay(serial, dateSystem);
  if (day !== undefined && day >= '1920-01-01' && day < '2100-01-01') return { value: day };
  return { message: `“${serial}” is a number, not a date.`, mend: HOW_TO_WRITE_A_DAY };
}

/** "45%" is 45: the number as it is printed. Pounds, thousands separators and a true minus sign are read. */
function parseNumber(cell: Cell, whole: boolean): CellResult {
  const wanted = whole ? 'a whole number' : 'a number';
  if (cell !== null && typeof cell === 'object') {
    return {
      message: `The cell holds the date ${cell.day}, not ${wanted}.`,
      mend: 'Change the cell’s format to Number in Excel and type the number again.',
    };
  }
  const lost = typeof cell === 'string' ? shortened(cell) : undefined;
  if (lost !== undefined) return lost;
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? readNumber(cell) : undefined;
  if (number === undefined || !Number.isFinite(number)) {
    return {
      message: `“${cellText(cell)}” is not ${wanted}.`,
      mend: 'Write figures only, for example 1234 or 1,234; leave the cell empty when there is no figure.',
    };
  }
  if (whole && !Number.isSafeInteger(number)) {
    return {
      message: `“${cellText(cell)}” is not a whole number.`,
      mend: 'Write a number without a decimal part.',
    };
  }
  return { value: number === 0 ? 0 : number };
}

function readNumber(text: string): number | undefined {
  const [, minus, figures = ''] = /^([-−+]?)\s*£?\s*([\d,. ]*\d)\s*%?$/.exec(text) ?? [];
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,3}( \d{3})+(\.\d+)?$/.test(figures);
  if (!grouped && !/^(\d+(\.\d+)?|\.\d+)$/.test(figures)) return undefined;
  const number = Number(figures.replace(/[, ]/g, ''));
  return minus === '-' || minus === '−' ? -number : number;
}

const yes = new Set(['yes', 'y', 'true', 't', '1']);
const no = new Set(['no', 'n', 'false', 'f', '0']);

function parseBoolean(cell: Cell): CellResult {
  if (typeof cell === 'boolean') return { value: cell };
  for (const word of partsOfCode(cellText(cell)).map(fold)) {
    if (yes.has(word)) return { value: true };
    if (no.has(word)) return { value: false };
  }
  return { message: `“${cellText(cell)}” is neither yes nor no.`, mend: 'Write Yes or No.' };
}

function parseChoice(cell: Cell, choices: NonNullable<ImportColumn['choices']>): CellResult {
  const text = fullText(cell);
  const listed = choices.map((choice) => {
    if (typeof choice === 'string') return { value: choice, label: choice, words: [choice] };
    return {
      value: choice.value,
      label: choice.label,
      words: [choice.value, choice.label, ...(choice.aliases ?? [])],
    };
  });
  for (const part of partsOfCode(text).map(fold)) {
    const found = listed.find((choice) => choice.words.some((word) => fold(word) === part));
    if (found !== undefined) return { value: found.value };
  }
  const near = nearest(text, listed, (choice) => choice.words);
  return {
    message: `“${cellText(cell)}” is not one of the answers for this column.${near === undefined ? '' : ` Did you mean “${near.label}”?`}`,
    mend: `Use one of: ${listed.map((choice) => choice.label).join('; ')}.`,
  };
}

/** Returns write "a) Male" or "q) 6: Police": the whole, then without the letter, then the code and the word alone. */
function partsOfCode(text: string): string[] {
  const bare = text.replace(/^[a-z]{1,2}\)\s*/i, '');
  const [, code, word] = /^([^:]{1,10}):\s*(.+)$/.exec(bare) ?? [];
  return [text, bare, code, word].filter((part) => part !== undefined && part !== '') as string[];
}
