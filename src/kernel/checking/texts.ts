// Every piece of text a document holds, with where it stands: headings, prose, captions, and the cells of tables.
import { isProse, type Part, type ReadDocument } from '../reading/document.ts';

export interface PieceOfText {
  part: Part;
  /** For a table: the cell (row -1 is its header); null for its caption and for other parts. */
  cell: { row: number; column: number } | null;
  text: string;
  /** False for a quotation and a story: their words are not the partnership's. */
  own: boolean;
}

const known = new WeakMap<ReadDocument, PieceOfText[]>();

/** In the order of the document; empty ones are left out. */
export function textsIn(document: ReadDocument): readonly PieceOfText[] {
  const held = known.get(document);
  if (held) return held;
  const pieces = document.parts.flatMap(piecesOf).filter(({ text }) => text.trim() !== '');
  known.set(document, pieces);
  return pieces;
}

function piecesOf(part: Part): PieceOfText[] {
  if (part.kind !== 'table') {
    const own = !isProse(part) || (part.voice === 'own' && part.kind !== 'quotation');
    return [{ part, cell: null, text: part.text, own }];
  }
  const piece = (text: string, row: number, column: number): PieceOfText => ({
    part,
    cell: { row, column },
    text,
    own: true,
  });
  return [
    { part, cell: null, text: part.caption ?? '', own: true },
    ...part.header.map((text, column) => piece(text, -1, column)),
    ...part.rows.flatMap(({ cells }, row) => cells.map(({ text }, column) => piece(text, row, column))),
  ];
}
