// A picture in Word, with its words for those who cannot see it, and what stands beside it: a table without lines, which
// Word and those who listen to it read from left to right.
import {
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Picture } from '../document.ts';
import { shownWidth } from './reading-order.ts';
import { textWidthTwips } from './word-style.ts';

/** Widest and highest, in pixels of 1/96 inch, as in the PDF. */
const alone = { widest: 416, highest: 302 };
const atTheSide = { widest: 181, highest: 302 };
const sideTwips = 3000;

export function wordPicture(picture: Picture): Paragraph {
  return new Paragraph({ children: [run(picture, alone)] });
}

export function besideTable(picture: Picture, right: (Paragraph | Table)[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const lines = { top: none, bottom: none, left: none, right: none };
  const widths = [sideTwips, textWidthTwips - sideTwips];
  const cell = (children: (Paragraph | Table)[], at: number) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      borders: lines,
      children,
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: textWidthTwips, type: WidthType.DXA },
    borders: { ...lines, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        children: [cell([new Paragraph({ children: [run(picture, atTheSide)] })], 0), cell(right, 1)],
      }),
    ],
  });
}

function run(picture: Picture, { widest, highest }: typeof alone): ImageRun {
  const width = Math.round(shownWidth(picture, widest, highest));
  return new ImageRun({
    type: picture.media_type === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(picture.bytes, 'base64'),
    transformation: { width, height: Math.round((width * picture.height) / picture.width) },
    altText: { name: 'Picture', title: 'Picture', description: picture.alt },
  });
}
