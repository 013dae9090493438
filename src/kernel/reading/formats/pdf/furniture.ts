// What stands on every page and belongs to none: running headers and footers, page numbers. Told by standing at one place,
// at the edge, on several pages, alike but for their figures.
import type { PageText, Run } from './page-text.ts';

/** A file that marks more of its text than this as decoration has marked it wrongly. */
const mostMarked = 0.4;
/** How many lines from the top or bottom of a page may be furniture. */
const depth = 4;

interface Strip {
  /** Its words with figures made alike. */
  plain: string;
  text: string;
  y: number;
  size: number;
  runs: readonly Run[];
}

/** The pages without it. */
export function withoutFurniture(pages: readonly PageText[]): PageText[] {
  const told = withoutMarked(pages);
  const edges = told.map((page) => [edgeOf(page, true), edgeOf(page, false)]);
  const seen = new Map<string, number[]>();
  for (const { plain, y } of edges.flat(2)) seen.set(plain, [...(seen.get(plain) ?? []), y]);
  const enough = pages.length <= 4 ? 2 : 3;
  const isRepeated = ({ plain, y }: Strip) =>
    (seen.get(plain) ?? []).filter((other) => Math.abs(other - y) < 4).length >= enough;
  return told.map((page, index) => {
    const dropped = new Set(
      (edges[index] ?? []).flatMap((strips) => {
        // From the edge inwards: under a line of text nothing is furniture.
        const text = strips.findIndex((strip) => !isRepeated(strip) && !isPageNumber(strip));
        return strips.slice(0, text === -1 ? strips.length : text).flatMap(({ runs }) => runs);
      }),
    );
    return dropped.size === 0 ? page : { ...page, runs: page.runs.filter((run) => !dropped.has(run)) };
  });
}

function withoutMarked(pages: readonly PageText[]): PageText[] {
  const runs = pages.flatMap((page) => page.runs);
  const marked = lettersIn(runs.filter(({ artifact }) => artifact));
  if (marked === 0 || marked > mostMarked * lettersIn(runs)) return [...pages];
  return pages.map((page) => ({ ...page, runs: page.runs.filter(({ artifact }) => !artifact) }));
}

function lettersIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** The lines at the top or bottom of a page that a clear space parts from its text. */
function edgeOf(page: PageText, fromTop: boolean): Strip[] {
  const runs = page.runs.toSorted((a, b) => (fromTop ? b.y - a.y : a.y - b.y));
  const lines: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const near =
      last !== undefined && Math.abs(last.y - run.y) < Math.max(4, 0.6 * run.size, 0.6 * last.size);
    if (near) last.runs.push(run);
    else if (lines.length > depth) break;
    else lines.push({ y: run.y, size: run.size, runs: [run] });
  }
  const usual = usualSize(page);
  const last = lines.findLastIndex(({ y, size }, at) => {
    const next = lines[at + 1];
    const gap = next === undefined ? 0 : Math.abs(next.y - y);
    return at < depth && (gap > 1.8 * size || y < 0.06 * page.height || y > 0.94 * page.height);
  });
  const first = lines.findIndex(({ size }) => size > 1.25 * usual);
  return lines.slice(0, first === -1 ? last + 1 : Math.min(first, last + 1)).map(({ y, size, runs: of }) => {
    const text = of
      .toSorted((a, b) => a.x0 - b.x0)
      .map((run) => run.text.trim())
      .join(' ');
    return {
      plain: `${fromTop ? 't' : 'b'} ${text.replaceAll(/\d+/g, '#').toLowerCase()}`,
      text,
      y,
      size,
      runs: of,
    };
  });
}

function usualSize({ runs }: PageText): number {
  const sizes = runs.flatMap(({ size, text }) =>
    Array.from({ length: Math.ceil(text.length / 20) }, () => size),
  );
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 10;
}

function isPageNumber({ text }: Strip): boolean {
  return /^(page |[-–|] ?)?(\d{1,3}|[ivx]{1,5})( ?[-–|]| (of|\/) \d{1,3})?$/i.test(text);
}
