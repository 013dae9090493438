// Headings that nothing marks: in a document without # a short line in bold, or failing that a short line that stands alone
// before what it announces. Where in doubt it is no heading.
import type { Heading } from '../document.ts';
import { plainInline } from './inline-marks.ts';
import type { Block, TextBlock } from './plain-blocks.ts';

interface Candidate {
  block: TextBlock;
  text: string;
  bold: boolean;
}

export function withHeadings(blocks: readonly Block[]): Block[] {
  if (blocks.filter(({ kind }) => kind === 'heading').length > 2) return [...blocks];
  const short = blocks.map(candidateOf);
  const bold = short.filter((candidate) => candidate?.bold === true).length > 2;
  const candidates = short.map((candidate) => (bold && candidate?.bold === false ? null : candidate));
  return blocks.map((block, at) => {
    const candidate = candidates[at];
    return candidate && announces(blocks, candidates, at) ? asHeading(candidate) : block;
  });
}

function asHeading({ block, text }: Candidate): Block {
  const [first] = block.lines;
  const dots = block.number === null ? (/^\d+(\.\d+)+/.exec(text)?.[0].split('.').length ?? 1) : 1;
  const level = (stepPattern.test(text) ? 2 : Math.min(6, dots)) as Heading['level'];
  const lines = block.lines.map((line) =>
    line === first && block.number ? { ...line, text: `${block.number}. ${line.text}` } : line,
  );
  return { kind: 'heading', level, lines };
}

const stepPattern =
  /^(step|stage|part|theme|standard|principle|priority|objective|section|chapter|goal)\s+(\d{1,2}|[a-z]{3,5})\s*[:.–-]\s+\S/i;

function candidateOf(block: Block): Candidate | null {
  if (
    block.kind !== 'paragraph' &&
    !(block.kind === 'item' && block.number !== null && /^\d/.test(block.number))
  )
    return null;
  if (block.lines.length > 2) return null;
  const { text, bold } = plainInline(block.lines.map((line) => line.text).join(' '));
  return isTitle(text, block.number !== null) ? { block, text, bold } : null;
}

function isTitle(text: string, numbered: boolean): boolean {
  if (stepPattern.test(text) && text.length <= 160 && !/[.!?]\s/.test(text)) return true;
  if (text.length > 100 || text.split(' ').length > 14 || !/^[A-Z0-9]/.test(text) || !/[a-z]{2}/i.test(text))
    return false;
  if (text.endsWith('.')) return numbered && text.split(' ').length <= 5;
  if (
    /[,;:]$/.test(text) ||
    /[.!?]\s/.test(text.replace(/^[\d.]+\s/, '')) ||
    /\b(and|of|the|to|for|in|with)$/.test(text)
  )
    return false;
  return !isDetail(text);
}

/** A date, an address, a telephone number, or a label with its value. */
function isDetail(text: string): boolean {
  return (
    /^\d{1,2}(st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}$/.test(text) ||
    /@|https?:|www\.|\btel\b/i.test(text) ||
    (/^[A-Z][A-Za-z ]{2,30}:\s+\S.*$/.test(text) &&
      !stepPattern.test(text) &&
      !/^(appendix|annex|case study)/i.test(text)) ||
    /[☐☒✓]/.test(text)
  );
}

/** True where what follows is more than another short line: prose or a list. Before a table it is the table's name. */
function announces(blocks: readonly Block[], candidates: readonly (Candidate | null)[], at: number): boolean {
  const own = candidates[at];
  if (!own) return false;
  // One short line, or two, make headings; more than two are a list of short lines.
  const first = candidates[at - 1] ? at - 1 : at;
  const last = candidates[at + 1] ? at + 1 : at;
  const beyond = candidates[first - 1] ?? candidates[last + 1];
  if (last - first > 1 || beyond) return false;
  if (last > first && candidates[first]?.block.number != null && candidates[last]?.block.number != null)
    return false;
  const after = blocks[last + 1];
  return after !== undefined && hasBody(after);
}

function hasBody(block: Block): boolean {
  if (block.kind === 'table') return false;
  if (block.kind !== 'paragraph') return true;
  const text = block.lines.map((line) => line.text).join(' ');
  return text.length > 80 || /[.!?:]["'”’)*]*$/.test(text.trimEnd());
}
