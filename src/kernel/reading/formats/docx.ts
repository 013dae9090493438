// Reads a Word file (ECMA-376): mammoth makes plain HTML of it, and that is read like any web page. Its pictures are not unpacked,
// its macros never run, deleted text of tracked changes is not read. Pages are known where Word noted them when it last saved.
import mammoth from 'mammoth';
import { InvalidInput } from '../../operation/refusals.ts';
import type { ReadDocument } from '../document.ts';
import { documentOf, type RawPart } from '../structure.ts';
import { type GuardedZip, guardedZip } from './docx/guarded-zip.ts';
import { type HeadingStyles, headingStyles } from './docx/heading-styles.ts';
import { pageMark } from './docx/lean-xml.ts';
import { withHeadings, type WordDocument } from './docx/word-blocks.ts';
import { htmlParts } from './html.ts';
import type { Progress } from './progress.ts';
import { refused } from './refused.ts';

export async function readDocx(name: string, bytes: Uint8Array, progress?: Progress): Promise<ReadDocument> {
  const { parts, pages, title } = await takenApart(bytes, progress);
  return documentOf(name, parts.map(pages === null ? nowhere : onPage), { pages, title });
}

interface Taken {
  parts: RawPart[];
  pages: number | null;
  title: string | null;
}

async function takenApart(bytes: Uint8Array, progress: Progress | undefined): Promise<Taken> {
  try {
    const { pieces, zipOf, styles, title: named } = await guardedZip(bytes);
    const known = headingStyles(styles, new Set(pieces.flatMap(stylesUsed)));
    const text: RawPart[] = [];
    const notes: RawPart[] = [];
    let page = 1;
    let title: string | null = null;
    for (const [at, piece] of pieces.entries()) {
      const read = await htmlOf(zipOf(piece), known);
      title ??= read.title;
      const html = plainHtml(read.html, notes.length);
      text.push(...htmlParts(html.text, page));
      notes.push(...htmlParts(html.notes));
      page += html.text.split('\n').length - 1;
      progress?.(at + 1, pieces.length);
    }
    return { parts: [...text, ...notes], pages: page > 1 ? page : null, title: title ?? named };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw refused(
      error instanceof RangeError
        ? 'This Word file is too complicated to be read: its tables or text boxes stand inside each other too deep. Save it as a PDF, and add that.'
        : 'This Word file is damaged or was not sent completely, so it could not be read. Open it in Word, save it again under a new name, and add the new file.',
    );
  }
}

function stylesUsed(piece: string): string[] {
  return [...piece.matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(([, id = '']) => id);
}

async function htmlOf(
  zip: GuardedZip,
  styles: HeadingStyles,
): Promise<{ html: string; title: string | null }> {
  let title: string | null = null;
  const input = { file: zip } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value } = await mammoth.convertToHtml(input, {
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    transformDocument: (document: WordDocument) => {
      const read = withHeadings(document, styles);
      title = read.title;
      return read.document;
    },
  });
  return { html: value, title };
}

/**
 * Each page begins a line, so that the reader of web pages, which counts lines, counts pages. Notes go by their number in the
 * whole document; `before`: how many were called in the pieces before this one.
 */
function plainHtml(html: string, before: number): { text: string; notes: string } {
  const lined = html
    .replaceAll('\n', ' ')
    .replaceAll(`<a id="${pageMark}"></a>`, '\n')
    .replaceAll(/(<tr>(?:<[^>/][^>]*>)*)\n/g, '\n$1');
  const called = lined.replaceAll(
    /<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[(\d+)\]<\/a><\/sup>/g,
    (_, number: string) => `<sup>${Number(number) + before}</sup>`,
  );
  const end = called.search(/<ol><li id="(?:foot|end)note-/);
  const text = end === -1 ? called : called.slice(0, end);
  let number = before;
  const notes = called
    .slice(text.length)
    .replaceAll(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
    .replaceAll(/<\/?(?:ol|p)[^>]*>/g, ' ')
    .replaceAll(/<li [^>]*>/g, () => `<p role="doc-footnote"><sup>${(number += 1)}</sup>`)
    .replaceAll('</li>', '</p>')
    .replaceAll('\n', ' ');
  // A cell of one paragraph is that paragraph, so that it shows whether all of it is bold.
  return {
    text: text.replaceAll(/(<t[dh][^>]*>)<p>((?:(?!<p>)[\s\S])*?)<\/p>(?=<\/t[dh]>)/g, '$1$2'),
    notes,
  };
}

function onPage(part: RawPart): RawPart {
  const { line: page } = part;
  if (part.kind === 'table') {
    return {
      ...part,
      line: null,
      page,
      rows: part.rows.map((row) => ({ ...row, line: null, page: row.line })),
    };
  }
  if (part.kind === 'note') return nowhere(part);
  const { breaks, ...rest } = part;
  const turned = breaks?.map((one) => ({ from: one.from, line: null, page: one.line }));
  return { ...rest, line: null, page, ...(turned !== undefined && { breaks: turned }) };
}

function nowhere(part: RawPart): RawPart {
  if (part.kind === 'table') {
    return {
      ...part,
      line: null,
      page: null,
      rows: part.rows.map((row) => ({ ...row, line: null, page: null })),
    };
  }
  const { breaks: _, ...rest } = part;
  return { ...rest, line: null, page: null };
}
