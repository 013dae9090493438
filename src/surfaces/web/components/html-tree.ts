// A strict reader of markup, for checks only: it refuses what browsers forgive (unclosed or crossed tags, an attribute
// twice, a bare < in text), and prints a tree so that two markups print alike exactly when a browser shows them alike:
// attributes in order of name, entities decoded, and white space collapsed as CSS collapses it.

export interface HtmlElement {
  tag: string;
  attributes: Map<string, string>;
  children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const inlineTags = new Set('a abbr b code em i small span strong time'.split(' '));
const rawTextTags = new Set(['script', 'style']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ctdot: '⋯' };

const token =
  /<!DOCTYPE html>|<!--[\s\S]*?-->|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*"[^"]*")?|\s*)*)\s*(\/?)>|([^<]+)/giy;
const attribute = /\s*([^\s=<>"'/]+)(?:\s*=\s*"([^"]*)")?/y;

/** Throws Error, with the place, where the markup is not well formed. */
export function readHtml(markup: string): HtmlElement {
  const root: HtmlElement = { tag: '', attributes: new Map(), children: [] };
  const open: HtmlElement[] = [root];
  let at = 0;
  while (at < markup.length) {
    const here = open.at(-1) ?? root;
    if (rawTextTags.has(here.tag)) {
      const end = markup.indexOf(`</${here.tag}`, at);
      if (end < 0) throw new Error(`<${here.tag}> is never closed`);
      if (end > at) here.children.push(markup.slice(at, end));
      at = end;
    }
    token.lastIndex = at;
    const match = token.exec(markup);
    if (match === null) throw new Error(`Not well formed: ${markup.slice(at, at + 80)}`);
    at = token.lastIndex;
    const [, closing, opening, own = '', selfClosed, text] = match;
    if (text !== undefined) here.children.push(decodeEntities(text));
    if (closing !== undefined) {
      if (here.tag !== closing)
        throw new Error(`</${closing}> closes <${here.tag}>: ${markup.slice(at - 80, at)}`);
      open.pop();
    }
    if (opening !== undefined) {
      const element: HtmlElement = { tag: opening, attributes: readAttributes(own), children: [] };
      here.children.push(element);
      if (!selfClosed && !voidTags.has(opening)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is never closed`);
  return root;
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const [, name = '', value = ''] = match;
    if (found.has(name)) throw new Error(`Attribute ${name} is given twice: ${text}`);
    found.set(name, decodeEntities(value));
  }
  return found;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|([a-z]+));|&/gi,
    (whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Number(code));
      const character = name === undefined ? undefined : entities[name];
      if (character === undefined)
        throw new Error(`"${whole}" is a bare ampersand or an unknown entity: ${text}`);
      return character;
    },
  );
}

/** Every element, in document order. */
export function* elementsOf(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** One line for each tag and each run of text. */
export function printTree(root: HtmlElement): string {
  const lines: string[] = [];
  // A space is owed when white space was seen inside a line of text; it is paid only if more text follows on that line.
  let line: 'start' | 'text' | 'owes a space' = 'start';
  const print = (node: HtmlNode, preformatted: boolean): void => {
    if (typeof node === 'string') {
      if (preformatted) lines.push(JSON.stringify(node));
      else for (const part of node.split(/([ \t\r\n]+)/)) printText(part);
      return;
    }
    const isInline = inlineTags.has(node.tag);
    if (!isInline) line = 'start';
    const own = [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1));
    lines.push(
      `<${node.tag}${own.map(([name, value]) => ` ${name}="${printValue(name, value)}"`).join('')}>`,
    );
    for (const child of node.children)
      print(child, preformatted || node.tag === 'textarea' || node.tag === 'pre');
    if (!isInline) line = 'start';
    lines.push(`</${node.tag}>`);
  };
  const printText = (part: string): void => {
    if (part === '') return;
    if (/^[ \t\r\n]/.test(part)) line = line === 'start' ? 'start' : 'owes a space';
    else {
      lines.push(line === 'owes a space' ? ` ${part}` : part);
      line = 'text';
    }
  };
  for (const child of root.children) print(child, false);
  return lines.join('\n');
}

function printValue(name: string, value: string): string {
  return name === 'class' ? value.trim().split(/\s+/).join(' ') : value;
}
