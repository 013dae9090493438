// Marks inside a line of text that a person does not read: bold and italics, links, notes in superscript, entities, and the
// LaTeX a converter leaves where it met a tick box. Lines joined before are parted by \n, or by \v within a word that was cut.
import type { Prose } from '../document.ts';

export interface PlainInline {
  /** As a person reads it: spaces single. */
  text: string;
  links: Prose['links'];
  /** Offset in `text` of the first character after each \n or \v. */
  breaks: number[];
  /** All of it is in bold, or in italics. */
  bold: boolean;
  italic: boolean;
}

interface Link {
  from: number;
  to: number;
  href: string;
}

const marks =
  /\\([\\`*_{}[\]()#+.!|>~-])|<sup>\s*(\d{1,3})\s*<\/sup>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|<(https?:\/\/[^\s<>]+|[^\s<>@]+@[^\s<>]+)>|!?\[((?:[^[\]\n]|\n|\[[^[\]]*\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+"[^"]*")?\s*\)|(https?:\/\/[^\s<>"“”]+|www\.[^\s<>"“”]+\.[^\s<>"“”]+)|(\*{1,3}|_{1,3})|(`+)|\^\{([^{}]*)\}|\$((?:\\[a-z]+|\\ |[\s^])+)\$|(\\[a-z]+)\b|&(#?[a-z0-9]+);|(\v|\s*\n\s*)/gi;

const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em', 'cite']);
const knownTags = new Set([
  'u',
  'br',
  'sup',
  'sub',
  'span',
  'font',
  'small',
  'big',
  'mark',
  'p',
  'div',
  'a',
  'center',
  's',
  'del',
  'ins',
]);
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  bull: '•',
  shy: '',
};
const symbols: Readonly<Record<string, string>> = {
  square: '☐',
  Box: '☐',
  boxtimes: '☒',
  checkmark: '✓',
  times: '×',
  bullet: '•',
  geq: '≥',
  leq: '≤',
  pounds: '£',
};
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function plainInline(raw: string): PlainInline {
  const out = new Writing();
  let last = 0;
  marks.lastIndex = 0;
  for (const match of raw.matchAll(marks)) {
    out.write(raw.slice(last, match.index));
    last = match.index + match[0].length;
    writeMark(out, match, raw);
  }
  out.write(raw.slice(last));
  return out.done();
}

function writeMark(out: Writing, match: RegExpExecArray, raw: string): void {
  const [
    whole,
    escaped,
    note,
    close,
    tag,
    angled,
    label,
    href,
    address,
    stars,
    ticks,
    power,
    math,
    command,
    entity,
    line,
  ] = match;
  if (line !== undefined) out.breakHere(line !== '\v');
  else if (escaped !== undefined) out.write(escaped);
  else if (note !== undefined) out.write(inSuperscript(note));
  else if (tag !== undefined) out.tag(tag.toLowerCase(), close === '/', whole);
  else if (angled !== undefined) out.link(angled, angled.includes('@') ? `mailto:${angled}` : angled);
  else if (label !== undefined) writeLink(out, whole, label, href ?? '');
  else if (address !== undefined) writeAddress(out, address);
  else if (stars !== undefined)
    out.stars(stars, raw.charAt(match.index - 1), raw.charAt(match.index + stars.length));
  else if (power !== undefined) out.write(power);
  else if (math !== undefined || command !== undefined) out.write(inSymbols(math ?? command ?? '', whole));
  else if (entity !== undefined) out.write(inCharacters(entity, whole));
  else if (ticks === undefined) out.write(whole);
}

function writeLink(out: Writing, whole: string, label: string, href: string): void {
  const inner = plainInline(label).text;
  if (whole.startsWith('!')) out.write(inner);
  else out.link(inner, href);
}

/** A full stop or a bracket at the end of an address belongs to the sentence. */
function writeAddress(out: Writing, address: string): void {
  const end = /[.,;:!?'")\]*_]+$/.exec(address)?.index ?? address.length;
  const plain = address.slice(0, end);
  out.link(plain, plain.startsWith('www.') ? `https://${plain}` : plain);
  out.write(address.slice(end).replaceAll(/[*_]/g, ''));
}

export function inSuperscript(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => superscripts.charAt(Number(digit)));
}

function inSymbols(latex: string, whole: string): string {
  const found = [...latex.matchAll(/\\([a-z]+)/gi)].map(([, name = '']) => symbols[name]);
  return found.length > 0 && found.every((symbol) => symbol !== undefined) ? found.join(' ') : whole;
}

function inCharacters(entity: string, whole: string): string {
  const code = /^#(x?)([0-9a-f]+)$/i.exec(entity);
  if (!code) return entities[entity.toLowerCase()] ?? whole;
  const point = Number.parseInt(code[2] ?? '', code[1] ? 16 : 10);
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** The text as it grows, and whether each letter of it so far was in bold or in italics. */
class Writing {
  private text = '';
  private readonly links: Link[] = [];
  private readonly breaks: number[] = [];
  private strong = 0;
  private slanted = 0;
  private allBold = true;
  private allItalic = true;

  write(piece: string): void {
    if (piece === '') return;
    if (/[^\s*_]/.test(piece)) {
      if (this.strong === 0) this.allBold = false;
      if (this.slanted === 0) this.allItalic = false;
    }
    let plain = piece.replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ').replaceAll('\u00AD', '');
    if (plain.startsWith(' ') && (this.text === '' || this.text.endsWith(' '))) plain = plain.slice(1);
    this.text += plain;
  }

  breakHere(spaced: boolean): void {
    if (spaced && this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
    this.breaks.push(this.text.length);
  }

  link(label: string, href: string): void {
    const from = this.text.length;
    this.write(label);
    const to = this.text.trimEnd().length;
    if (to > from) this.links.push({ from, to, href });
  }

  tag(name: string, closes: boolean, whole: string): void {
    if (boldTags.has(name)) this.strong = Math.max(0, this.strong + (closes ? -1 : 1));
    else if (italicTags.has(name)) this.slanted = Math.max(0, this.slanted + (closes ? -1 : 1));
    else if (name === 'br') this.write(' ');
    else if (!knownTags.has(name)) this.write(whole);
  }

  /** Stars and underscores are marks only where they touch a word on one side; elsewhere they are themselves. */
  stars(run: string, before: string, after: string): void {
    const opens = after !== '' && !/\s/.test(after);
    const closes = before !== '' && !/\s/.test(before);
    const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if ((!opens && !closes) || (run.startsWith('_') && inWord)) this.write(run);
    else {
      if (run.length !== 1) this.strong = this.strong > 0 && closes ? this.strong - 1 : this.strong + 1;
      if (run.length !== 2) this.slanted = this.slanted > 0 && closes ? this.slanted - 1 : this.slanted + 1;
    }
  }

  done(): PlainInline {
    const text = this.text.trimEnd();
    const written = /\S/.test(text);
    return {
      text,
      links: this.links.filter(({ from }) => from < text.length),
      breaks: this.breaks.map((at) => Math.min(at, text.length)),
      bold: written && this.allBold,
      italic: written && this.allItalic,
    };
  }
}
