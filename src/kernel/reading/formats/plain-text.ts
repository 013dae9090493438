// Reads plain text, also the flattened kind that a converter made of a PDF: headings marked or only standing alone, bullets,
// tables parted by tabs, page furniture, and paragraphs that a line or a page broke in the middle of a sentence.
import type { ReadDocument } from '../document.ts';
import { documentOf } from '../structure.ts';
import { partsOfBlocks } from './block-parts.ts';
import { wordsOf } from './joined-lines.ts';
import { blocksOf } from './plain-blocks.ts';
import { printedLines } from './printed-lines.ts';
import { withHeadings } from './unmarked-headings.ts';

export function readPlainText(name: string, text: string): ReadDocument {
  const { lines, pages } = printedLines(text);
  return documentOf(name, partsOfBlocks(withHeadings(blocksOf(lines)), wordsOf(text)), { pages });
}
