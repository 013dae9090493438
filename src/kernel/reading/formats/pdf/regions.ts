// Columns of text in the order they are read. A gap between columns of text and a gap between columns of a table look alike;
// they are told apart by the order in which the file gives them, and by how full and even the lines on both sides are.
import { type Line, lineOf, rowsOf, type Segment } from './lines.ts';

/** Groups of segments, each one column wide, in reading order. `usual`: gutters of other pages, where fewer lines will do. */
export function regionsOf(segments: readonly Segment[], usual: readonly number[]): (readonly Segment[])[] {
  const gutter = widestGutter(segments, usual);
  if (gutter === null) return [segments];
  const { top, bottom, left, right } = gutter;
  const above = segments.filter(({ y }) => y > top);
  const below = segments.filter(({ y }) => y < bottom);
  return [above, left, right, below]
    .filter(({ length }) => length > 0)
    .flatMap((part) => regionsOf(part, usual));
}

/** Where the columns of a page part, where it has several. */
export function gutterOf(segments: readonly Segment[]): number | null {
  return widestGutter(segments, [])?.x ?? null;
}

interface Gutter {
  x: number;
  top: number;
  bottom: number;
  left: Segment[];
  right: Segment[];
}

/** Lines on each side at the least, where no other page shows that there are columns. */
const fewest = 4;

function widestGutter(segments: readonly Segment[], usual: readonly number[]): Gutter | null {
  let best: Gutter | null = null;
  const candidates = [
    ...startsIn(segments).map((x) => ({ x, least: fewest })),
    ...usual.map((x) => ({ x, least: 1 })),
  ];
  for (const { x, least } of candidates) {
    for (const stretch of uncrossed(segments, x)) {
      const left = stretch.filter(({ x1 }) => x1 <= x + 1);
      const right = stretch.filter(({ x0 }) => x0 >= x - 1);
      const size = Math.min(left.length, right.length);
      if (size < least || size <= Math.min(best?.left.length ?? 0, best?.right.length ?? 0)) continue;
      if (sideBySide(left, right) && areColumns(left, right)) {
        const ys = stretch.map(({ y }) => y);
        best = { x, top: Math.max(...ys), bottom: Math.min(...ys), left, right };
      }
    }
  }
  return best;
}

/** Where several lines begin that do not begin at the left. */
function startsIn(segments: readonly Segment[]): number[] {
  const starts = new Map<number, number>();
  for (const { x0 } of segments) {
    const rounded = Math.round(x0 / 3) * 3;
    starts.set(rounded, (starts.get(rounded) ?? 0) + 1);
  }
  const first = Math.min(...segments.map(({ x0 }) => x0));
  return [...starts].filter(([x, count]) => count >= fewest && x > first + 60).map(([x]) => x - 2);
}

/** Runs of segments from the top down that none crosses `x` in. */
function uncrossed(segments: readonly Segment[], x: number): Segment[][] {
  const stretches: Segment[][] = [[]];
  for (const segment of segments.toSorted((a, b) => b.y - a.y)) {
    if (segment.x0 < x - 2 && segment.x1 > x + 3) stretches.push([]);
    else stretches.at(-1)?.push(segment);
  }
  return stretches;
}

function sideBySide(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [a, b] = [left, right].map((side) => ({
    top: Math.max(...side.map(({ y }) => y)),
    bottom: Math.min(...side.map(({ y }) => y)),
  }));
  if (a === undefined || b === undefined) return false;
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return shared >= 0.4 * Math.min(a.top - a.bottom, b.top - b.bottom) && shared >= 0;
}

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const sides = [left, right].map((side) => rowsOf(side).map(lineOf));
  const shortest = Math.min(...sides.map((lines) => median(lines.map(({ text }) => text.length))));
  const changes = sideChanges(left, right);
  // One side after the other: columns, unless all there is on one side is numbers.
  if (changes <= 1) return shortest >= 9;
  const lines = Math.min(...sides.map(({ length }) => length));
  // Else only the shape of the lines can tell, above all where the file goes from side to side with every line.
  const seldom = changes <= Math.max(3, 0.12 * lines);
  return (seldom || changes > 1.2 * lines) && shortest >= 18 && sides.every(isProse);
}

/** How often the file goes from one side to the other. */
function sideChanges(left: readonly Segment[], right: readonly Segment[]): number {
  const onLeft = new Set(left);
  const inOrder = [...left, ...right].toSorted((a, b) => a.order - b.order);
  return inOrder.filter((one, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && onLeft.has(before) !== onLeft.has(one);
  }).length;
}

/** Most lines are full, and most follow each other at one distance. */
function isProse(side: readonly Line[]): boolean {
  const edge = Math.max(...side.map(({ x1 }) => x1));
  const width = edge - Math.min(...side.map(({ x0 }) => x0));
  const full = side.filter(({ x1 }) => edge - x1 < 0.2 * width).length;
  const ys = side.map(({ y }) => y).toSorted((a, b) => b - a);
  const gaps = ys.slice(1).map((y, at) => (ys[at] ?? y) - y);
  const usual = median(gaps);
  const even = gaps.filter((gap) => Math.abs(gap - usual) < 0.15 * usual).length;
  return full >= 0.55 * side.length && even >= 0.65 * gaps.length;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
