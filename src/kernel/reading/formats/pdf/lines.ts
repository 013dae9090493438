// Pieces of text become segments (words that follow each other closely on one baseline) and rows (segments side by side).
import type { Run } from './page-text.ts';

export interface Segment {
  text: string;
  x0: number;
  x1: number;
  y: number;
  /** Of most of its letters. */
  size: number;
  bold: boolean;
  /** Its place in the order in which the file gives the page. */
  order: number;
}

/** Segments on one baseline, from left to right. */
export interface Row {
  y: number;
  size: number;
  segments: readonly Segment[];
}

export interface Line {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
}

/** A gap wider than this many times the size parts columns; PDF.js itself joins words up to 0.6 of it apart. */
const columnGap = 0.62;

/** In the order of the file. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  let open: Run[] = [];
  const close = () => {
    if (open.length > 0) segments.push(segmentOf(open, segments.length));
    open = [];
  };
  for (const run of runs) {
    const last = open.at(-1);
    if (last !== undefined && !follows(last, run, open)) close();
    open.push(run);
  }
  close();
  return segments.filter(({ text }) => text !== '');
}

function follows(last: Run, run: Run, open: readonly Run[]): boolean {
  const size = Math.max(...open.map((one) => one.size), run.size);
  const gap = run.x0 - last.x1;
  const base = open.find((one) => one.size > 0.8 * size) ?? last;
  return (
    Math.abs(run.y - base.y) < 0.5 * size &&
    gap > -0.6 * size &&
    gap < columnGap * Math.min(last.size, run.size)
  );
}

function segmentOf(runs: readonly Run[], order: number): Segment {
  const bySize = new Map<number, number>();
  let boldLetters = 0;
  let letters = 0;
  for (const { text, size, bold } of runs) {
    const count = text.trim().length;
    const rounded = Math.round(size * 10) / 10;
    bySize.set(rounded, (bySize.get(rounded) ?? 0) + count);
    letters += count;
    if (bold) boldLetters += count;
  }
  const [size = 0] = [...bySize].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const base = runs.find((run) => Math.abs(run.size - size) < 0.1) ?? runs[0];
  return {
    text: textOf(runs, size, base?.y ?? 0),
    x0: Math.min(...runs.map(({ x0 }) => x0)),
    x1: Math.max(...runs.map(({ x1 }) => x1)),
    y: base?.y ?? 0,
    size,
    bold: boldLetters > 0.9 * letters,
    order,
  };
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const softHyphen = '\u00AD';

function textOf(runs: readonly Run[], size: number, y: number): string {
  let text = '';
  let end: number | null = null;
  for (const run of runs) {
    const gap = end === null ? 0 : run.x0 - end;
    const up = run.size < 0.85 * size && run.y - y > 0.15 * size;
    if (gap > 0.14 * size && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += up ? raised(run.text) : run.text;
    end = run.x1;
  }
  // A soft hyphen says where a word may be cut; it stays only where a line ends with it.
  return text
    .replaceAll(/[\s\u00A0\u200B]+/g, ' ')
    .trim()
    .replaceAll(softHyphen, (_, at: number, whole: string) => (at === whole.length - 1 ? softHyphen : ''));
}

/** The number of a note as it is printed, in superscript; other words as they are. */
export function raised(text: string): string {
  return /^\s*\d{1,3}\s*$/.test(text)
    ? text.trim().replaceAll(/\d/g, (digit) => superscripts.charAt(Number(digit)))
    : text;
}

/** From the top down. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: { y: number; size: number; segments: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => b.y - a.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    if (row !== undefined && row.y - segment.y < 0.4 * Math.max(row.size, segment.size)) {
      if (segment.size > row.size) row.y = segment.y;
      row.size = Math.max(row.size, segment.size);
      row.segments.push(segment);
    } else rows.push({ y: segment.y, size: segment.size, segments: [segment] });
  }
  return rows.map((row) => ({ ...row, segments: withLabels(row.segments.toSorted((a, b) => a.x0 - b.x0)) }));
}

/** Bullets, numbers of a list or of a heading, however far they stand from their text. */
const label =
  /^(?:[•‣▪▫■□◦●○►▶➢➤✓✔✗–—*·§øØü-]|o|[\uE000-\uF8FF]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}(?=$))$/;

function withLabels(segments: Segment[]): Segment[] {
  const [first, second] = segments;
  if (first === undefined || second === undefined || !label.test(first.text)) return segments;
  const near = second.x0 - first.x1 < 4.5 * second.size && second.order >= first.order;
  // A number alone may as well be the first cell of a row: only beside one text, and on its own line.
  const bare = /^\d+$/.test(first.text) && (segments.length > 2 || !/^\p{Lu}/u.test(second.text));
  if (!near || bare || (segments.length > 2 && /^\d/.test(first.text))) return segments;
  return [{ ...second, text: `${first.text} ${second.text}`, x0: first.x0 }, ...segments.slice(2)];
}

/** A row read as one line of text. */
export function lineOf(row: Row): Line {
  const [first] = row.segments;
  const letters = row.segments.reduce((sum, { text }) => sum + text.length, 0);
  const bold = row.segments.reduce((sum, one) => sum + (one.bold ? one.text.length : 0), 0);
  return {
    text: row.segments.map(({ text }) => text).join(' '),
    x0: first?.x0 ?? 0,
    x1: row.segments.at(-1)?.x1 ?? 0,
    y: row.y,
    size: row.segments.toSorted((a, b) => b.text.length - a.text.length)[0]?.size ?? row.size,
    bold: bold > 0.9 * letters,
  };
}
