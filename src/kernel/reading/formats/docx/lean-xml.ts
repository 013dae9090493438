// The XML of a Word file without what only concerns how it looks. Word cuts a sentence into many runs and describes each at length;
// what is left is read ten times faster, in a tenth of the memory. Deleted and hidden words go as well, and pictures but the
// text written in them; where Word noted the end of a page, a bookmark stays.
import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { refused } from '../refused.ts';

export const pageMark = 'golden-thread-page';

/** Tables within tables within text boxes: no report goes deeper. */
const deepest = 120;
/** Rows of all tables together; a table of more is data, not a report. */
const mostRows = 8000;
/** Characters of XML. */
const largestPiece = 250_000;

/** Gone with all they hold. */
const dropped = new Set(
  'w:del w:moveFrom w:sectPr w:tblPr w:tblGrid w:tblPrEx w:proofErr w:bookmarkStart w:bookmarkEnd mc:Fallback w:delText w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef'.split(
    ' ',
  ),
);
/** Of these only what is named. */
const kept: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:rPr': new Set(['w:rStyle', 'w:b', 'w:i', 'w:vertAlign', 'w:del', 'w:vanish']),
  'w:pPr': new Set(['w:pStyle', 'w:numPr', 'w:rPr']),
  'w:tcPr': new Set(['w:gridSpan', 'w:vMerge']),
  'w:trPr': new Set(['w:tblHeader', 'w:del', 'w:gridBefore']),
  'w:sdtPr': new Set(),
};
const shapes = new Set(['w:drawing', 'w:pict', 'w:object']);
const transparent = new Set(['mc:AlternateContent', 'mc:Choice']);
const attributes = new Set([
  'w:val',
  'w:id',
  'r:id',
  'w:type',
  'w:anchor',
  'w:fldCharType',
  'w:char',
  'w:font',
  'w:instr',
]);

export function leanXml(xml: string): string {
  return lean(xml).whole();
}

/** The text of the main part in pieces: mammoth takes some fifty times the memory of what it reads at once. */
export function leanPieces(xml: string): string[] {
  return lean(xml).pieces();
}

function lean(xml: string): Lean {
  const written = new Lean();
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw refused(
      'This Word file holds instructions that no Word file has (an XML document type), so it was not read. Open it in Word, save it again under a new name, and add the new file.',
    );
  });
  parser.on('opentag', (tag) => written.open(tag.name, tag.attributes));
  parser.on('closetag', ({ name }) => written.close(name));
  parser.on('text', (text) => written.text(text));
  parser.on('cdata', (text) => written.text(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return written;
}

interface Run {
  properties: string;
  content: string[];
  hidden: boolean;
}

class Lean {
  private readonly out: string[] = [];
  private readonly path: string[] = [];
  private readonly runs: Run[] = [];
  /** Depth of the element whose inside is left out; null where nothing is. */
  private leaving: number | null = null;
  /** Depths of the shapes we are in; only text boxes of theirs are read. */
  private readonly shapes: number[] = [];
  private readonly boxes: number[] = [];
  private rows = 0;
  /** Where the pieces begin in `out`. */
  private readonly cuts: number[] = [];
  private sinceCut = 0;
  /** The properties of the run just written, while nothing else was. */
  private lastRun: string | null = null;

  open(name: string, given: Record<string, SaxesAttributePlain | string>): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    const depth = this.path.length;
    if (depth > deepest) throw new RangeError('nested too deep');
    if (this.leaving !== null) return;
    if (name === 'w:tr') this.countRow();
    if (dropped.has(name) || kept[parent]?.has(name) === false) this.leaving = depth;
    else if (name === 'w:lastRenderedPageBreak')
      this.write(`<w:bookmarkStart w:id="0" w:name="${pageMark}"/>`);
    else if (shapes.has(name)) this.openShape(depth);
    else if (name === 'w:txbxContent') this.openBox(depth);
    else if (this.inShape() || transparent.has(name)) return;
    else if (name === 'w:r') this.runs.push({ properties: '', content: [], hidden: false });
    else if (name === 'w:vanish' && parent === 'w:rPr') this.hide(given['w:val']);
    else this.write(`<${name}${attributesOf(given, depth === 1)}>`);
    if (name === 'w:body' && depth === 2) this.cuts.push(this.out.length);
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    this.closed(name, depth);
    if (depth === 3 && this.sinceCut > largestPiece && this.path[1] === 'w:body') {
      this.cuts.push(this.out.length);
      this.sinceCut = 0;
    }
  }

  private closed(name: string, depth: number): void {
    if (this.leaving !== null) {
      if (depth === this.leaving) this.leaving = null;
    } else if (this.shapes.at(-1) === depth) {
      this.shapes.pop();
      if (!this.inShape()) this.write('</w:pict>');
    } else if (this.boxes.at(-1) === depth) {
      this.boxes.pop();
      this.write('</w:txbxContent>');
    } else if (this.inShape() || transparent.has(name) || name === 'w:lastRenderedPageBreak') return;
    else if (name === 'w:r') this.closeRun();
    else if (!(name === 'w:vanish' && this.path.at(-1) === 'w:rPr')) this.write(`</${name}>`);
  }

  text(text: string): void {
    if (this.leaving !== null || this.inShape()) return;
    const within = this.path.at(-1);
    if (within === 'w:t' || within === 'w:instrText' || this.path[0] !== 'w:document')
      this.write(escaped(text));
  }

  whole(): string {
    return this.out.join('');
  }

  /** Cut between paragraphs and tables of the body. */
  pieces(): string[] {
    const [first = 0] = this.cuts;
    const head = this.out.slice(0, first).join('');
    return this.cuts.flatMap((from, at) => {
      const to = this.cuts[at + 1];
      const body = this.out.slice(from, to ?? -2).join('');
      return body === '' ? [] : [`${head}${body}</w:body></w:document>`];
    });
  }

  private countRow(): void {
    this.rows += 1;
    if (this.rows <= mostRows) return;
    throw refused(
      `This Word file holds more than ${mostRows.toLocaleString('en-GB')} rows of tables, which no report has. Leave out the tables of data, and add the rest.`,
    );
  }

  /** In a shape, and not in the text written in it. */
  private inShape(): boolean {
    return (this.shapes.at(-1) ?? 0) > (this.boxes.at(-1) ?? 0);
  }

  private openShape(depth: number): void {
    if (!this.inShape()) this.write('<w:pict>');
    this.shapes.push(depth);
  }

  private openBox(depth: number): void {
    this.boxes.push(depth);
    this.write('<w:txbxContent>');
  }

  private hide(value: SaxesAttributePlain | string | undefined): void {
    const run = this.runs.at(-1);
    if (run !== undefined && value !== '0' && value !== 'false') run.hidden = true;
  }

  private write(piece: string): void {
    const run = this.runs.at(-1);
    this.sinceCut += piece.length;
    if (run === undefined) {
      this.out.push(piece);
      this.lastRun = null;
    } else if (this.path.includes('w:rPr', this.path.lastIndexOf('w:r'))) run.properties += piece;
    else run.content.push(piece);
  }

  /** Runs that follow each other and look alike are one. */
  private closeRun(): void {
    const run = this.runs.pop();
    if (run === undefined || run.hidden || run.content.length === 0) return;
    const whole = `${run.properties}${run.content.join('')}`;
    if (this.runs.length > 0) this.write(`<w:r>${whole}</w:r>`);
    else if (this.lastRun === run.properties) {
      this.out.pop();
      this.out.push(run.content.join(''), '</w:r>');
    } else {
      this.out.push('<w:r>', whole, '</w:r>');
      this.lastRun = run.properties;
    }
  }
}

function attributesOf(given: Record<string, SaxesAttributePlain | string>, root: boolean): string {
  let text = '';
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') continue;
    if (attributes.has(name) || (root && name.startsWith('xmlns')))
      text += ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`;
  }
  return text;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\r\n]+/g, ' ');
}
