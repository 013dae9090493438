// Reads a published document from a file: PDF with a text layer, Word, HTML, Markdown or plain text. What the file is, its
// bytes say; its name only parts Markdown from other text. Every other kind is refused with what to do instead.
import { type Content, recognise } from '../../files/recognise.ts';
import { textIn } from '../../imports/decode-text.ts';
import type { ReadDocument } from '../document.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import type { Progress } from './progress.ts';
import { refused } from './refused.ts';

const largestFile = 50 * 1024 * 1024;
const largestText = 20 * 1024 * 1024;
const longestTable = 5_000;

/** Throws InvalidInput, worded for the person who gave the file, where it cannot be read. Told by its bytes, not by its name alone. */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  progress?: Progress,
): Promise<ReadDocument> {
  if (bytes.length > largestFile)
    throw refused(
      'The file is larger than 50 MB. Save it without pictures, or check its chapters one by one.',
    );
  const document = await readAs(recognise(bytes), name, bytes, progress);
  if (document.parts.length === 0)
    throw refused('There is no text in this file. Check that the right file was chosen.');
  if (document.parts.some((part) => part.kind === 'table' && part.rows.length > longestTable))
    throw refused(
      'The file holds a table of more than 5,000 rows, which no report has. Check that the right file was chosen.',
    );
  return document;
}

async function readAs(
  content: Content,
  name: string,
  bytes: Uint8Array,
  progress: Progress | undefined,
): Promise<ReadDocument> {
  if (content === 'pdf') return readPdf(name, bytes, progress);
  if (content === 'zip') return readDocx(name, bytes, progress);
  if (content === 'html') return readHtml(name, readableText(bytes));
  if (content === 'text') return readText(name, readableText(bytes));
  throw refused(refusals[content]);
}

/** A piece of a web page, without its beginning, can only be told by its name. */
function readText(name: string, text: string): ReadDocument {
  if (/\.(md|markdown)$/i.test(name)) return readMarkdown(name, text);
  return /\.html?$/i.test(name) && /^\s*</.test(text) ? readHtml(name, text) : readPlainText(name, text);
}

const otherKind = 'Send it as a PDF, a Word document (.docx), a web page or plain text.';
const refusals: Readonly<Record<Exclude<Content, 'html' | 'text' | 'pdf' | 'zip'>, string>> = {
  empty: 'The file is empty. Check that the right file was chosen and that it was saved.',
  'old-office':
    'The file is in the old Word format (.doc), or locked with a password. Open it in Word, take off any password and save it as .docx.',
  rtf: 'The file is rich text (.rtf). Open it in Word and save it as .docx.',
  png: 'The file is a picture, so there is no text to read. Send the document it was made from.',
  jpg: 'The file is a picture, so there is no text to read. Send the document it was made from.',
  xml: `The file is XML, which is not a document that people read. ${otherKind}`,
  program: `The file is a program, not a document. ${otherKind}`,
  unknown: `The file is not of a kind that can be read here. ${otherKind}`,
};

function readableText(bytes: Uint8Array): string {
  if (bytes.length > largestText)
    throw refused(
      'The file holds more than 20 MB of text, which no report has. Check that the right file was chosen.',
    );
  return textIn(bytes);
}
