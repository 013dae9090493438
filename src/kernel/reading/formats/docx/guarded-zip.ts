// A Word file opened with its guards up, before anything reads it: no part larger than a document has, no DOCTYPE (the door of
// entities that grow without end), no file of another kind. The reader is given these parts and never unpacks the file itself.
import { officeKind, officeWords } from '../../../files/office-file.ts';
import { openZip, type ZipParts, ZipRefused } from '../../../files/zip-parts.ts';
import { refused } from '../refused.ts';
import { leanPieces, leanXml } from './lean-xml.ts';

/** A report of 200 pages has about 5 MB of it. */
const largestPart = 16 * 1024 * 1024;
const mainPart = /^word\/document\d*\.xml$/i;
const notesPart = /^word\/(foot|end)notes\d*\.xml$/i;

/** What mammoth asks of a zip file. */
export interface GuardedZip {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<string | Uint8Array>;
}

export interface WordParts {
  /** The text, each piece a whole document of its own. */
  pieces: readonly string[];
  /** The file as it would be with this piece for its text. */
  zipOf: (piece: string) => GuardedZip;
  /** As XML; '' where there are none. */
  styles: string;
  /** What its properties call it. */
  title: string | null;
}

export async function guardedZip(bytes: Uint8Array): Promise<WordParts> {
  const parts = await opened(bytes);
  const main = [...parts.names].find((name) => mainPart.test(name)) ?? '';
  const read = new Map<string, Promise<string>>();
  const once = (name: string): Promise<string> => {
    const lower = name.toLowerCase();
    const known = read.get(lower) ?? xmlOf(parts, lower);
    read.set(lower, known);
    return known;
  };
  return {
    pieces: leanPieces(await textOf(parts, main)),
    zipOf: (piece) => ({
      exists: (name) => parts.names.has(name.toLowerCase()),
      // Pictures are not read: only the text parts are ever asked for.
      async read(name) {
        if (mainPart.test(name)) return piece;
        return notesPart.test(name) ? notesIn(await once(name), piece) : once(name);
      },
    }),
    styles: parts.names.has('word/styles.xml') ? await once('word/styles.xml') : '',
    title: await titleOf(parts),
  };
}

/** Only the notes that a piece of the text calls. */
function notesIn(notes: string, piece: string): string {
  const called = new Set(
    [...piece.matchAll(/<w:(?:foot|end)noteReference[^>]* w:id="([^"]*)"/g)].map(([, id]) => id),
  );
  return notes.replaceAll(
    /<w:(foot|end)note [^>]*w:id="([^"]*)"[\s\S]*?<\/w:\1note>/g,
    (note, _kind, id: string) => (called.has(id) ? note : ''),
  );
}

async function opened(bytes: Uint8Array): Promise<ZipParts> {
  try {
    const parts = await openZip(bytes);
    const kind = await officeKind(parts);
    // Macros are never run, so a Word file that has some can be read like any other.
    if ([...parts.names].some((name) => mainPart.test(name)) && (kind === 'docx' || kind === 'macro'))
      return parts;
    throw refused(
      kind === 'docx' || kind === 'macro'
        ? 'This Word file holds no document. Open it in Word, save it again under a new name, and add the new file.'
        : `This file is ${officeWords[kind]}, which cannot be read here. Save it as a Word document (.docx) or as a PDF, and add that.`,
    );
  } catch (error) {
    if (error instanceof ZipRefused) throw refused(`${error.message} ${error.mend}`);
    throw error;
  }
}

async function xmlOf(parts: ZipParts, name: string): Promise<string> {
  const xml = await textOf(parts, name);
  return notesPart.test(name) ? leanXml(xml) : withoutDoctype(xml);
}

async function textOf(parts: ZipParts, name: string): Promise<string> {
  try {
    return (await parts.text(name, largestPart)) ?? '';
  } catch (error) {
    if (error instanceof ZipRefused) throw refused(`${error.message} ${error.mend}`);
    throw error;
  }
}

function withoutDoctype(xml: string): string {
  if (!/<!(DOCTYPE|ENTITY)/i.test(xml)) return xml;
  throw refused(
    'This Word file holds instructions that no Word file has (an XML document type), so it was not read. Open it in Word, save it again under a new name, and add the new file.',
  );
}

async function titleOf(parts: ZipParts): Promise<string | null> {
  const core = await parts.text('docprops/core.xml', 256 * 1024).catch(() => undefined);
  const written = /<dc:title>([^<]*)<\/dc:title>/.exec(core ?? '')?.[1] ?? '';
  const title = written
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  return title === '' || /^(microsoft word|document\d*$|untitled)/i.test(title) ? null : title;
}
