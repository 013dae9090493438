// Reads Markdown, tables in the manner of GitHub included. The lexer of `marked` finds the blocks; what each holds is read as
// in other text, so that a file made from a PDF (tables parted by tabs, broken sentences) reads as well as one that was written.
import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Heading, ReadDocument } from '../document.ts';
import { documentOf, type RawPart } from '../structure.ts';
import { partsOfBlocks } from './block-parts.ts';
import { goesOn } from './broken-sentences.ts';
import { htmlParts, nestedTooDeep } from './html.ts';
import { wordsOf } from './joined-lines.ts';
import { leadsToPage } from './leaders.ts';
import { type Block, blocksOf, type TextBlock } from './plain-blocks.ts';
import type { PrintedLine } from './printed-lines.ts';

export function readMarkdown(name: string, text: string): ReadDocument {
  const lexer = new Lexer({ gfm: true });
  const plain = text.replaceAll(/\r\n?/g, '\n');
  const tokens = blocksIn(lexer, plain);
  const found = new Reading(lexer.tokens.links);
  found.tokens(tokens as MarkedToken[], 1, { kind: 'paragraph', depth: 0, number: null });
  return documentOf(name, found.parts(wordsOf(text)), { pages: null });
}

/** The lexer calls itself for lists and quotations within each other, so that a hostile text could exhaust the stack. */
function blocksIn(lexer: Lexer, text: string): Token[] {
  try {
    return lexer.blockTokens(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw nestedTooDeep();
  }
}

/** What the tokens inside an item or a quotation become. */
type Within = Pick<TextBlock, 'kind' | 'depth' | 'number'>;

class Reading {
  private readonly found: (Block | { kind: 'html'; parts: RawPart[] })[] = [];
  private readonly links: Readonly<Record<string, { href: string | null }>>;

  constructor(links: Readonly<Record<string, { href: string | null }>>) {
    this.links = links;
  }

  parts(words: ReadonlySet<string>): RawPart[] {
    return this.found.flatMap((block) =>
      block.kind === 'html' ? block.parts : partsOfBlocks([block], words),
    );
  }

  tokens(tokens: readonly MarkedToken[], line: number, within: Within): void {
    let at = line;
    let own = within;
    for (const token of tokens) {
      this.token(token, at + leadingLines(token.raw), own);
      if (token.type !== 'space' && own.kind === 'item') own = { ...within, number: null };
      at += newlines(token.raw);
    }
  }

  private token(token: MarkedToken, line: number, within: Within): void {
    if (token.type === 'heading') {
      const level = token.depth as Heading['level'];
      this.found.push({ kind: 'heading', level, lines: this.lines(token.text, line) });
    } else if (token.type === 'paragraph' || token.type === 'text')
      this.text(this.lines(token.raw.replace(/^\n+/, ''), line), within);
    else if (token.type === 'blockquote')
      this.tokens(token.tokens as MarkedToken[], line, { kind: 'quotation', depth: 0, number: null });
    else if (token.type === 'list') this.list(token, line, within.kind === 'item' ? within.depth + 1 : 1);
    else if (token.type === 'table') this.table(token, line);
    else if (token.type === 'html') this.found.push({ kind: 'html', parts: htmlParts(token.text, line) });
    else if (token.type === 'code')
      this.text(this.lines(token.text, token.codeBlockStyle === 'indented' ? line : line + 1), within);
  }

  private list(list: Tokens.List, line: number, depth: number): void {
    let at = line;
    for (const [index, item] of list.items.entries()) {
      const number = list.ordered ? String(Number(list.start) + index) : null;
      this.tokens(item.tokens as MarkedToken[], at, { kind: 'item', depth, number });
      at += newlines(item.raw) + (item.raw.endsWith('\n') ? 0 : 1);
    }
  }

  private table(table: Tokens.Table, line: number): void {
    const cells = (row: readonly Tokens.TableCell[]) => row.map(({ text }) => this.linked(text));
    this.found.push({
      kind: 'table',
      lines: [
        { cells: cells(table.header), line, page: null, heading: true },
        ...table.rows.map((row, at) => ({
          cells: cells(row),
          line: line + 2 + at,
          page: null,
          heading: false,
        })),
      ],
    });
  }

  /** A paragraph; or the end of the one before, which a page cut; or what plain text knows and Markdown does not. */
  private text(lines: PrintedLine[], within: Within): void {
    const [first] = lines;
    const before = this.found.at(-1);
    if (first === undefined) return;
    if (lines.some(({ text }) => text.includes('\t') || leadsToPage(text)))
      this.found.push(...blocksOf(lines));
    else if (
      within.kind === 'paragraph' &&
      (before?.kind === 'paragraph' || before?.kind === 'item') &&
      goesOn(before.lines, first)
    )
      before.lines.push(...lines);
    else this.found.push({ ...within, lines });
  }

  private lines(raw: string, line: number): PrintedLine[] {
    return raw
      .trimEnd()
      .split('\n')
      .map((text, at) => ({ text: this.linked(text).trim(), line: line + at, page: null }))
      .filter(({ text }) => text !== '');
  }

  /** "[the plan][2]" with the address that the file gives elsewhere. */
  private linked(text: string): string {
    return text.replaceAll(/\[([^[\]]+)\]\[([^[\]]*)\]/g, (whole, label: string, id: string) => {
      const href = this.links[(id || label).toLowerCase()]?.href;
      return href === undefined || href === null ? whole : `[${label}](${href})`;
    });
  }
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

function leadingLines(raw: string): number {
  return newlines(/^\s*\n/.exec(raw)?.[0] ?? '');
}
