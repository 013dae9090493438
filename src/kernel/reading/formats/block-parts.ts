// Blocks of a text as parts of a document: marks read, lines joined, tables reckoned.
import type { RawPart } from '../structure.ts';
import { headingOf } from './heading-number.ts';
import { plainInline } from './inline-marks.ts';
import { joinedLines } from './joined-lines.ts';
import type { Block, TableBlock, TextBlock } from './plain-blocks.ts';
import { tableOf } from './table-cells.ts';

/** `words`: the words of the document, lower case, by which a hyphen at the end of a line is judged. */
export function partsOfBlocks(blocks: readonly Block[], words: ReadonlySet<string>): RawPart[] {
  return blocks.flatMap(
    (block) => (block.kind === 'table' ? tableBlock(block) : textBlock(block, words)) ?? [],
  );
}

function tableBlock(block: TableBlock): RawPart | null {
  const rows = block.lines.map(({ cells, ...place }) => {
    const read = cells.map(plainInline);
    return {
      ...place,
      cells: read.map(({ text }) => text),
      bold: read.every(({ bold, text }) => bold || text === ''),
    };
  });
  return tableOf(rows);
}

function textBlock(block: Exclude<Block, TableBlock>, words: ReadonlySet<string>): RawPart | null {
  const { text, links, line, page, breaks, italic } = joinedLines(block.lines, words);
  if (text === '') return null;
  const broken = breaks && { breaks };
  if (block.kind === 'heading')
    return { kind: 'heading', level: block.level, ...headingOf(text), line, page };
  const kind = proseKind(block, text, italic);
  const number = block.number === null ? null : { number: block.number };
  return { kind, text, links, depth: kind === 'item' ? block.depth : 0, line, page, ...number, ...broken };
}

/** A numbered sentence is a paragraph, as council reports number them; a number before a few words makes an item of a list. */
function proseKind({ kind, number }: TextBlock, text: string, italic: boolean): TextBlock['kind'] {
  if (kind === 'item')
    return number !== null && /^\d/.test(number) && text.length > 60 && /[.!]\)?$/.test(text)
      ? 'paragraph'
      : 'item';
  if (kind !== 'paragraph') return kind;
  if (/^([*†‡¹²³⁴-⁹]\s?|notes?:|source:|footnotes?:)\S?/i.test(text)) return 'note';
  if (italic && /^\[?\d{1,2}\]?\s+\S/.test(text)) return 'note';
  return italic && /^["“‘']/.test(text) ? 'quotation' : 'paragraph';
}
