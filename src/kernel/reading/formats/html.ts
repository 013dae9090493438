// Reads a web page: its main content, without menus, scripts and what is hidden. Nothing in it is run or fetched.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { InvalidInput } from '../../operation/refusals.ts';
import type { Heading, ReadDocument } from '../document.ts';
import { documentOf, type RawPart } from '../structure.ts';
import { headingOf } from './heading-number.ts';
import { attribute, type Element, isElement, isHidden, type Node, textWithin } from './html-elements.ts';
import { tableRows } from './html-tables.ts';
import { Inline } from './html-inline.ts';
import { refused } from './refused.ts';
import { tableOf } from './table-cells.ts';

export function readHtml(name: string, source: string): ReadDocument {
  const tree = parse(source, { sourceCodeLocationInfo: true });
  const parts = partsOf(tree, 1);
  return documentOf(name, parts, { pages: null, title: titleOf(tree, parts) });
}

/** The parts of a page or of a piece of one that begins on `line` of its file. */
export function htmlParts(source: string, line = 1): RawPart[] {
  return partsOf(parse(source, { sourceCodeLocationInfo: true }), line);
}

function partsOf(tree: DefaultTreeAdapterTypes.Document, line: number): RawPart[] {
  const reading = new Reading(line - 1);
  reading.children(mainOf(tree), { kind: 'paragraph', depth: 0 }, 0);
  reading.flush();
  return reading.parts;
}

/** The one heading of the first level, or what the window would be called. */
function titleOf(tree: DefaultTreeAdapterTypes.Document, parts: readonly RawPart[]): string | null {
  const chapters = parts.filter((part) => part.kind === 'heading' && part.level === 1);
  const [only] = chapters;
  if (only?.kind === 'heading' && chapters.length === 1) return only.text;
  const title = firstOf(tree, ({ tagName }) => tagName === 'title');
  return title === null ? null : textWithin(title) || null;
}

function mainOf(tree: DefaultTreeAdapterTypes.Document): Node {
  const main = firstOf(
    tree,
    (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  );
  return main ?? firstOf(tree, ({ tagName }) => tagName === 'body') ?? tree;
}

/** In the order of the page; by a list, not by calls within calls, since a hostile page nests without end. */
function firstOf(from: Node, asked: (element: Element) => boolean): Element | null {
  const waiting: Node[] = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node) && asked(node)) return node;
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return null;
}

export function nestedTooDeep(): InvalidInput {
  return refused(
    'The file nests its parts too deep to be read. Save it as a PDF or as a Word document, then try again.',
  );
}

interface Within {
  kind: 'paragraph' | 'item' | 'quotation' | 'note';
  depth: number;
}

const deepest = 400;
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

class Reading {
  readonly parts: RawPart[] = [];
  private readonly linesBefore: number;
  private inline: Inline;
  private within: Within = { kind: 'paragraph', depth: 0 };

  constructor(linesBefore: number) {
    this.linesBefore = linesBefore;
    this.inline = new Inline(linesBefore);
  }

  children(node: Node, within: Within, depth: number): void {
    if (depth > deepest) throw nestedTooDeep();
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') this.words(child as DefaultTreeAdapterTypes.TextNode, within);
      else if (isElement(child) && !isHidden(child)) this.element(child, within, depth + 1);
    }
  }

  private words(node: DefaultTreeAdapterTypes.TextNode, within: Within): void {
    if (this.inline.isEmpty) this.within = within;
    this.inline.write(node.value, node.sourceCodeLocation?.startLine ?? null);
  }

  private element(element: Element, within: Within, depth: number): void {
    const { tagName } = element;
    if (!blocks.has(tagName)) {
      this.inline.open(element);
      this.children(element, within, depth);
      this.inline.close(element);
      return;
    }
    this.flush();
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level !== undefined) this.heading(element, Number(level) as Heading['level'], depth);
    else if (tagName === 'table' && !isLayout(element)) this.table(element);
    else this.children(element, insideOf(element, within), depth);
    this.flush();
  }

  private heading(element: Element, level: Heading['level'], depth: number): void {
    this.children(element, { kind: 'paragraph', depth: 0 }, depth);
    const { text, line } = this.inline.done();
    this.inline = new Inline(this.linesBefore);
    if (text !== '') this.parts.push({ kind: 'heading', level, ...headingOf(text), line, page: null });
  }

  private table(element: Element): void {
    const { caption, rows } = tableRows(element, this.linesBefore);
    const table = tableOf(rows, caption);
    if (table) this.parts.push(table);
  }

  flush(): void {
    const { text, links, line, breaks } = this.inline.done();
    const { kind, depth } = this.within;
    if (text !== '') {
      const broken = breaks.length > 0 ? { breaks } : {};
      this.parts.push({ kind, text, links, depth: kind === 'item' ? depth : 0, line, page: null, ...broken });
      this.within = { kind: kind === 'item' ? 'paragraph' : kind, depth: 0 };
    }
    this.inline = new Inline(this.linesBefore);
  }
}

function insideOf(element: Element, within: Within): Within {
  const { tagName } = element;
  if (tagName === 'li') return { kind: 'item', depth: Math.max(1, within.depth) };
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu')
    return { ...within, depth: within.depth + 1 };
  if (tagName === 'blockquote') return { kind: 'quotation', depth: 0 };
  if (tagName === 'figcaption' || /^doc-(foot|end)notes?$/.test(attribute(element, 'role') ?? ''))
    return { kind: 'note', depth: 0 };
  return within;
}

/** A table that only lays out the page: it says so, or it holds headings, lists or other tables. */
function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(attribute(table, 'role') ?? '')) return true;
  return (
    firstOf(
      table,
      (inside) => inside !== table && /^(table|h[1-6]|main|article|section)$/.test(inside.tagName),
    ) !== null
  );
}
