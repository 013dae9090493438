// Support for tests: reads the words back out of a PDF that Typst wrote, with nothing but zlib. It knows only what such
// files hold: deflated streams, two-byte glyph codes, and a ToUnicode table for each font.
import { inflateSync } from 'node:zlib';

/** The text of every text run, once for each font's table it could be read with; enough to look for a phrase in. */
export function pdfText(pdf: Uint8Array): string {
  const streams = inflated(Buffer.from(pdf));
  const fonts = streams.filter((stream) => stream.includes('begincmap')).map(unicodeTable);
  const runs = streams
    .filter((stream) => /\bBT\b/.test(stream))
    .flatMap((stream) => [
      ...stream.matchAll(/\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]()])*)\]\s*TJ|(\((?:\\[\s\S]|[^\\)])*\))\s*Tj/g),
    ])
    .map(([, many, one]) => codes(many ?? one ?? ''));
  return fonts
    .map((font) => runs.map((run) => run.map((code) => font.get(code) ?? '').join('')).join('\n'))
    .join('\n');
}

function inflated(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream'); at >= 0; ) {
    const end = pdf.indexOf('endstream', at);
    const start = at + (pdf[at + 6] === 13 ? 8 : 7);
    try {
      streams.push(inflateSync(pdf.subarray(start, end)).toString('latin1'));
    } catch {
      streams.push(pdf.subarray(start, end).toString('latin1'));
    }
    at = pdf.indexOf('stream', end + 9);
  }
  return streams;
}

function unicodeTable(stream: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, block = ''] of stream.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      table.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    }
  }
  return table;
}

function codes(operand: string): number[] {
  const bytes: number[] = [];
  for (const [, literal = ''] of operand.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)) {
    for (const [, octal, escape, plain] of literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)) {
      if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
      else bytes.push((escape === undefined ? (plain ?? '') : (letters[escape] ?? escape)).charCodeAt(0));
    }
  }
  return Array.from(
    { length: bytes.length >> 1 },
    (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0),
  );
}

const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
