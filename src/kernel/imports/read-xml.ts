// XML as a stream of tags, for the parts of a workbook. A document type declaration is refused outright: it is the way in for
// entities that grow without end or fetch files from elsewhere, and no Office program ever writes one.

import type { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { ZipRefused } from '../files/zip-parts.ts';
import { UnreadableFile } from './table.ts';

export type XmlListener = {
  /** Names come without their prefix; attributes keep theirs. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
};

/** Throws UnreadableFile when the XML is not well formed, and whatever the listener throws. */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw new UnreadableFile(
      'The workbook holds instructions (a document type declaration) that no spreadsheet program writes, so it was not read.',
      'Open it in Excel, save it again under a new name, and send the new file.',
    );
  });
  parser.on('error', () => {
    throw damagedWorkbook();
  });
  parser.on('opentag', (tag) => listener.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  parser.on('closetag', (tag) => listener.close(localName(tag.name)));

  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof ZipRefused) throw error;
    // The decoder throws TypeError when the bytes are not text in the stated encoding; anything else is our own fault.
    if (error instanceof TypeError && 'code' in error) throw damagedWorkbook();
    throw error;
  }
}

export function damagedWorkbook(): UnreadableFile {
  return new UnreadableFile(
    'The workbook is damaged and could not be read.',
    'Open it in Excel, save it again under a new name, and send the new file.',
  );
}

function encodingOf(chunk: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
