// Reads a PDF that holds its text (ISO 32000): by its own tags where it has good ones, else by where the words stand. Nothing in
// it is run, nothing is fetched, pictures are not unpacked.
import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy, VerbosityLevel } from 'unpdf/pdfjs';
import { InvalidInput } from '../../operation/refusals.ts';
import type { ReadDocument } from '../document.ts';
import { documentOf } from '../structure.ts';
import { type Block, blocksIn } from './pdf/blocks.ts';
import { withoutFurniture } from './pdf/furniture.ts';
import { segmentsOf } from './pdf/lines.ts';
import { type PageText, pageText, type Weights } from './pdf/page-text.ts';
import { partsOf } from './pdf/parts.ts';
import { gutterOf, regionsOf } from './pdf/regions.ts';
import { taggedBlocks, type Tree } from './pdf/tagged.ts';
import type { Progress } from './progress.ts';
import { refused } from './refused.ts';

/** Far more than any yearly report. */
const mostPages = 600;

export async function readPdf(name: string, bytes: Uint8Array, progress?: Progress): Promise<ReadDocument> {
  const task = getDocument({
    // PDF.js takes the bytes away from whoever gave them.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const { pages, trees, title } = await taken(task, progress);
  refuseScan(pages);
  const columns = columnsOf(withoutFurniture(pages), trees);
  return documentOf(name, partsOf(columns), { pages: pages.length, title });
}

/** Everything that is asked of PDF.js; whatever it stumbles over is a fault of the file. */
async function taken(task: PDFDocumentLoadingTask, progress: Progress | undefined): Promise<Taken> {
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) throw tooManyPages(pdf.numPages);
    return { ...(await readPages(pdf, progress)), title: await titleOf(pdf) };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

interface Taken {
  pages: PageText[];
  trees: (Tree | null)[];
  title: string | null;
}

async function readPages(
  pdf: PDFDocumentProxy,
  progress: Progress | undefined,
): Promise<Omit<Taken, 'title'>> {
  const weights: Weights = new Map();
  const pages: PageText[] = [];
  const trees: (Tree | null)[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await pageText(page, weights));
    trees.push(await page.getStructTree());
    page.cleanup();
    progress?.(number, pdf.numPages);
  }
  return { pages, trees };
}

/** Each page by its tags, or, where it has none that help, by its layout. */
function columnsOf(pages: readonly PageText[], trees: readonly (Tree | null)[]): Block[][] {
  const read = pages.map((page, at) => {
    const tree = trees[at] ?? null;
    const tagged = tree === null ? null : taggedBlocks(page, tree);
    return { page: page.page, tagged, segments: tagged === null ? segmentsOf(page.runs) : [] };
  });
  const gutters = new Set(read.flatMap(({ segments }) => gutterOf(segments) ?? []));
  return read.flatMap(({ page, tagged, segments }) =>
    tagged === null
      ? regionsOf(segments, [...gutters].slice(0, 8)).map((region) => blocksIn(region, page))
      : [tagged],
  );
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : null;
  if (typeof title !== 'string') return null;
  const plain = title.replaceAll(/\s+/g, ' ').trim();
  // What a program writes there by itself is the name of a file.
  return plain === '' ||
    /\.(docx?|pdf|indd|pptx?|pub|rtf)$|^(untitled|microsoft word|document\d*$)/i.test(plain)
    ? null
    : plain;
}

function refuseScan(pages: readonly PageText[]): void {
  const letters = pages.map(({ runs }) => runs.reduce((sum, { text }) => sum + text.trim().length, 0));
  const all = letters.reduce((sum, count) => sum + count, 0);
  const bare = letters.filter((count) => count < 40).length;
  if (all < 40 || (bare > 0.5 * pages.length && all < 200 * pages.length)) {
    throw refused(
      'This PDF holds pictures of its pages and hardly any text: it looks like a scan. Ask for the file it was made from (Word, for instance), or have its text recognised first and add that file.',
    );
  }
  const odd = pages.reduce(
    (sum, { runs }) =>
      sum + runs.reduce((some, { text }) => some + (text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0), 0),
    0,
  );
  if (odd > 0.3 * all) {
    throw refused(
      'The letters of this PDF cannot be told: it holds their shapes but not which letters they are. Ask for the file it was made from (Word, for instance), or save it as PDF again and add the new file.',
    );
  }
}

function tooManyPages(pages: number): InvalidInput {
  return refused(
    `This PDF says that it has ${pages.toLocaleString('en-GB')} pages; at most ${mostPages} can be read. Save the part to be checked as a file of its own, and add that.`,
  );
}

function refusalOf(error: unknown): InvalidInput {
  if (error instanceof InvalidInput) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return refused('This PDF is locked with a password. Save a copy without a password and add that one.');
  }
  return refused(
    'This PDF is damaged or was not sent completely, so it could not be read. Open it, save it as PDF again under a new name, and add the new file.',
  );
}
