// A table in Word: its first row is marked as a header that repeats on every page, no row is torn, and figures stand
// at the right.
import {
  AlignmentType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnShares, type TableBlock } from './figures.ts';
import { strongLine, tableBorders, wordColours } from './word-style.ts';

/** `width` in twentieths of a point; `mark` makes the mark of a note. */
export function wordTable(block: TableBlock, width: number, mark: (note: number) => ParagraphChild): Table {
  const widths = columnShares(block.columns, block.rows).map((share) => Math.floor(share * width));
  const row = (
    cells: readonly string[],
    kind: 'header' | 'body' | 'last' | 'total',
    note: number | null = null,
  ) =>
    new TableRow({
      tableHeader: kind === 'header',
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            ...(kind === 'header' || kind === 'last' ? { borders: strongLine } : {}),
            ...(kind === 'total' ? { shading: { fill: wordColours.mist } } : {}),
            children: [
              new Paragraph({
                style: 'TableText',
                alignment: block.columns[index]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [
                  new TextRun({ text, bold: kind === 'header' || kind === 'total' }),
                  ...(index === 0 && note !== null ? [mark(note)] : []),
                ],
              }),
            ],
          }),
      ),
    });
  const lastBody = block.total === null ? -1 : block.rows.length - 1;
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: { left: 40, right: 100 },
    tableLook: { firstRow: true, firstColumn: true, lastRow: block.total !== null },
    rows: [
      row(
        block.columns.map((column) => column.label),
        'header',
      ),
      ...block.rows.map((cells, index) =>
        row(cells, index === lastBody ? 'last' : 'body', block.row_notes?.[index]),
      ),
      ...(block.total === null ? [] : [row(block.total, 'total')]),
    ],
  });
}
