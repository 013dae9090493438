// The lines of a plain text file without what only belongs to the printed page: form feeds, page numbers, headers and footers
// that repeat. Each line keeps its number in the file and, where form feeds part the pages, its page.
export interface PrintedLine {
  text: string;
  /** From 1. */
  line: number;
  page: number | null;
}

export interface PrintedText {
  lines: PrintedLine[];
  /** Null where no form feed parts the pages. */
  pages: number | null;
}

export function printedLines(text: string): PrintedText {
  const paged = text.includes('\f');
  let page = 1;
  const lines: PrintedLine[] = [];
  const raw = text.split(/\r\n|\r|\n/);
  for (const [at, line] of raw.entries()) {
    page += line.match(/^\f+/)?.[0].length ?? 0;
    const plain = line.replaceAll(/[\f\v]/g, ' ').replace(/[^\S\t]+$/, '');
    lines.push({ text: /^[\s\u00A0]*$/.test(plain) ? '' : plain, line: at + 1, page: paged ? page : null });
    page += line.replace(/^\f+/, '').split('\f').length - 1;
  }
  const furniture = furnitureIn(lines);
  return {
    lines: lines.map((line, at) => (furniture.has(at) ? { ...line, text: '' } : line)),
    pages: paged ? (lines.findLast(({ text }) => text !== '')?.page ?? 1) : null,
  };
}

function furnitureIn(lines: readonly PrintedLine[]): Set<number> {
  return new Set([...pageNumbers(lines), ...repeated(lines)]);
}

/** "Page 3 of 20" standing alone; a bare number only where the ones before or after it count on. */
function pageNumbers(lines: readonly PrintedLine[]): number[] {
  const bare: { at: number; number: number }[] = [];
  const found: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (text === '' || !standsAlone(lines, at)) continue;
    if (/^\s*(page|p\.)\s*\d{1,4}(\s*(of|\/)\s*\d{1,4})?\s*$/i.test(text)) found.push(at);
    const number = /^\s*[-–|]?\s*(\d{1,4})\s*[-–|]?\s*$/.exec(text)?.[1];
    if (number !== undefined) bare.push({ at, number: Number(number) });
  }
  const counted = bare.filter(
    ({ number }, index) => bare[index - 1]?.number === number - 1 || bare[index + 1]?.number === number + 1,
  );
  return counted.length < 3 ? found : [...found, ...counted.map(({ at }) => at)];
}

/**
 * A short line that stands three times or more, its digits apart: at the edge of three pages; or, in a text without pages,
 * where it repeats the title or carries the page's number. A heading that every chapter repeats is no furniture.
 */
function repeated(lines: readonly PrintedLine[]): number[] {
  const edges = pageEdges(lines);
  const opening = new Set(
    lines
      .filter(({ text }) => text !== '')
      .slice(0, 6)
      .map(({ text }) => withoutDigits(text)),
  );
  const places = new Map<string, number[]>();
  for (const [at, { text }] of lines.entries()) {
    if (
      text === '' ||
      text.length > 120 ||
      /[a-z]\.$/.test(text) ||
      /^\s*(#|\||[-•*]\s)/.test(text) ||
      text.includes('\t')
    )
      continue;
    const plain = withoutDigits(text);
    const page = /\bpage \d+\b/i.test(text);
    if (edges === null ? standsAlone(lines, at) && (page || opening.has(plain)) : edges.has(at))
      added(places, plain, at);
  }
  return [...places.values()].filter((all) => all.length > 2).flat();
}

/** The first two and the last two lines of each page; null where there are no pages. */
function pageEdges(lines: readonly PrintedLine[]): Set<number> | null {
  if (lines[0]?.page === null) return null;
  const onPage = new Map<number, number[]>();
  for (const [at, { text, page }] of lines.entries()) {
    if (text === '' || page === null) continue;
    added(onPage, page, at);
  }
  return new Set([...onPage.values()].flatMap((all) => [...all.slice(0, 2), ...all.slice(-2)]));
}

function added<Key>(places: Map<Key, number[]>, key: Key, at: number): void {
  const all = places.get(key);
  if (all) all.push(at);
  else places.set(key, [at]);
}

function standsAlone(lines: readonly PrintedLine[], at: number): boolean {
  return (lines[at - 1]?.text ?? '') === '' && (lines[at + 1]?.text ?? '') === '';
}

function withoutDigits(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ');
}
