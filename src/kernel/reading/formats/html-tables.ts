// The rows of a table of a web page, with cells that span columns or rows laid out one by one.
import { attribute, type Element, elementsIn, isHidden, textWithin } from './html-elements.ts';
import { numberIn, type PrintedRow } from './table-cells.ts';

const widest = 100;

interface Carried {
  text: string;
  rows: number;
}

export function tableRows(
  table: Element,
  linesBefore: number,
): { caption: string | null; rows: PrintedRow[] } {
  const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  const carried: (Carried | undefined)[] = [];
  const rows = rowsIn(table).map(({ row, head }) => {
    const cells = elementsIn(row).filter((cell) => /^t[hd]$/.test(cell.tagName));
    const heading = head || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'));
    const line = row.sourceCodeLocation?.startLine ?? null;
    return {
      cells: laidOut(cells, carried, heading),
      line: line === null ? null : firstLineOf(cells, line) + linesBefore,
      page: null,
      heading,
      bold: cells.length > 0 && cells.every(isBold),
    };
  });
  return { caption: caption === undefined ? null : textWithin(caption) || null, rows };
}

function rowsIn(table: Element): { row: Element; head: boolean }[] {
  return elementsIn(table)
    .filter((part) => !isHidden(part))
    .flatMap((part) => {
      if (part.tagName === 'tr') return [{ row: part, head: false }];
      if (!/^t(head|body|foot)$/.test(part.tagName)) return [];
      const rows = elementsIn(part).filter((row) => row.tagName === 'tr' && !isHidden(row));
      return rows.map((row) => ({ row, head: part.tagName === 'thead' }));
    });
}

/** A label over several columns stands over each; a label beside several rows beside each; a number only where it is printed. */
function laidOut(cells: readonly Element[], carried: (Carried | undefined)[], heading: boolean): string[] {
  const row: string[] = [];
  const waiting = [...cells];
  while (row.length < widest && (waiting.length > 0 || carried[row.length] !== undefined)) {
    const above = carried[row.length];
    if (above !== undefined) {
      carried[row.length] = above.rows > 1 ? { ...above, rows: above.rows - 1 } : undefined;
      row.push(above.text);
      continue;
    }
    const cell = waiting.shift();
    if (cell === undefined) break;
    const text = isHidden(cell) ? '' : textWithin(cell);
    const down = span(cell, 'rowspan');
    const across = span(cell, 'colspan');
    for (let at = 0; at < across && row.length < widest; at += 1) {
      const repeated = at === 0 || heading ? text : '';
      if (down > 1)
        carried[row.length] = { text: numberIn(repeated) === null ? repeated : '', rows: down - 1 };
      row.push(repeated);
    }
  }
  return row;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const given = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return given > 1 ? Math.min(given, name === 'colspan' ? widest : 1000) : 1;
}

/** The row of a table that was printed with line breaks begins where its first cell does. */
function firstLineOf(cells: readonly Element[], line: number): number {
  return cells.find((cell) => textWithin(cell) !== '')?.sourceCodeLocation?.startLine ?? line;
}

function isBold(cell: Element): boolean {
  if (cell.tagName === 'th') return true;
  const inside = elementsIn(cell);
  return inside.length > 0 && inside.every(({ tagName }) => tagName === 'b' || tagName === 'strong');
}
