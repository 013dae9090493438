// A line through points in time. The scale starts at nought, so that a change looks as large as it is. Labels
// below stand level while they fit their step, else they lean; values stand above or below their points.
import { chartWidth, smallSize, type Pen } from './appearance.ts';
import type { ChartPoint, Drawing } from './chart.ts';
import { textWidth, wrapText } from './text-width.ts';
import { capital, decimalsOf, unitWords, valueText } from './values.ts';

const top = 52;
const plotHeight = 200;
const bottom = top + plotHeight;
const leading = 17;
const slant = Math.SQRT1_2;
const valueHeight = 17;

export function line(points: readonly ChartPoint[], unit: string, pen: Pen): Drawing {
  const values = points.map((point) => point.value);
  const ticks = ticksFor(values);
  const tickDecimals = decimalsOf(ticks, unit);
  const tickTexts = ticks.map((tick) => valueText(tick, unit, tickDecimals));
  const gutter = Math.max(...tickTexts.map((text) => textWidth(text, smallSize))) + 8;
  const decimals = decimalsOf(values, unit);
  const texts = values.map((value) => valueText(value, unit, decimals));
  const valueSpread = Math.max(0, ...texts.map((text) => textWidth(text, smallSize + 1, 'bold'))) / 2 + 4;

  const labels = labelLayout(
    points.map((point) => point.label),
    gutter,
    valueSpread,
  );
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const yOf = (value: number) => bottom - ((value - low) / (high - low)) * plotHeight;
  const dots = points.map((point, index) => ({ x: labels.xOf(index), y: yOf(point.value) }));

  const parts: string[] = [
    pen.text('chart-small', { x: 0, y: 14, anchor: 'start', leading }, [capital(unitWords(unit))]),
  ];
  ticks.forEach((tick, index) => {
    const of = tick === 0 ? 'chart-axis' : 'chart-grid';
    parts.push(
      pen.shape('path', of, { d: `M${gutter.toFixed(1)} ${yOf(tick).toFixed(1)}H${chartWidth}` }),
      pen.text('chart-small', { x: gutter - 8, y: yOf(tick) + 4, anchor: 'end', leading }, [
        tickTexts[index] ?? '',
      ]),
    );
  });
  const path = dots
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
  if (dots.length > 1) parts.push(pen.shape('path', 'chart-line', { d: path }));
  for (const { x, y } of dots) parts.push(pen.shape('circle', 'chart-point', { cx: x, cy: y, r: 5 }));
  parts.push(...placeValues(dots, texts, pen), ...labels.draw(pen));
  return { height: labels.height, marks: parts.join('') };
}

/** Round steps from nought (or the lowest value below it) past the highest; at least two. */
export function ticksFor(values: readonly number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const whole = values.every(Number.isInteger);
  // Steps finer than a hundredth would all be written alike.
  const rough = Math.max((high - low) / 4, high === low ? 0.25 : 0.01);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const multiple = [1, 2, 5, 10].find((m) => m * magnitude >= rough * 0.999) ?? 10;
  const step = whole ? Math.max(1, multiple * magnitude) : multiple * magnitude;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

interface LabelLayout {
  xOf(index: number): number;
  height: number;
  draw(pen: Pen): string[];
}

/** Room that leaning labels may take of the chart's width before they are turned upright instead. */
const leanShare = 0.4;

function labelLayout(labels: readonly string[], gutter: number, valueSpread: number): LabelLayout {
  const steps = Math.max(1, labels.length - 1);
  const spread = (inset: number, outset: number) => {
    const [from, to] = [gutter + inset, chartWidth - outset];
    const step = (to - from) / steps;
    const xOf = (index: number) => (labels.length === 1 ? (from + to) / 2 : from + step * index);
    return { step, xOf };
  };
  const longestOf = (wrapped: string[][]) =>
    Math.max(0, ...wrapped.flat().map((text) => textWidth(text, smallSize)));
  const mostOf = (wrapped: string[][]) => Math.max(1, ...wrapped.map((lines) => lines.length));

  // Level labels are centred on their points: half of one needs room at both ends, and each its step.
  const inset = Math.max((chartWidth - gutter) / labels.length / 2, valueSpread);
  const level = spread(inset, inset);
  const share = Math.min(level.step, 2 * inset) - 8;
  const words = labels.flatMap((label) => label.split(/\s+/));
  const flat = labels.map((label) => wrapText(label, share, smallSize));
  if (words.every((word) => textWidth(word, smallSize) <= share) && mostOf(flat) <= 3) {
    return {
      xOf: level.xOf,
      height: bottom + 24 + mostOf(flat) * leading,
      draw: (pen) =>
        flat.map((lines, index) =>
          pen.text('chart-small', { x: level.xOf(index), y: bottom + 24, anchor: 'middle', leading }, lines),
        ),
    };
  }

  for (let width = 90; width < chartWidth; width *= 1.5) {
    const wrapped = labels.map((label) => wrapText(label, width, smallSize));
    const most = mostOf(wrapped);
    const lean = (longestOf(wrapped) + most * leading) * slant;
    const place = spread(Math.max(valueSpread, lean - gutter), valueSpread);
    if (lean > chartWidth * leanShare || (most > 1 && most * leading > place.step * slant)) continue;
    return {
      xOf: place.xOf,
      height: bottom + 22 + lean + 6,
      draw: (pen) =>
        wrapped.map((lines, index) => {
          const at = { x: place.xOf(index) + 4, y: bottom + 22, anchor: 'end', leading, turn: -45 } as const;
          return pen.text('chart-small', at, lines);
        }),
    };
  }

  const upright = spread(Math.max(valueSpread, leading), Math.max(valueSpread, leading));
  for (let width = 140; ; width *= 1.3) {
    const wrapped = labels.map((label) => wrapText(label, width, smallSize));
    if (mostOf(wrapped) > 1 && mostOf(wrapped) * leading > upright.step) continue;
    return {
      xOf: upright.xOf,
      height: bottom + 14 + longestOf(wrapped) + 6,
      draw: (pen) =>
        wrapped.map((lines, index) => {
          const x = upright.xOf(index) + 5 - ((lines.length - 1) * leading) / 2;
          return pen.text('chart-small', { x, y: bottom + 14, anchor: 'end', leading, turn: -90 }, lines);
        }),
    };
  }
}

/** Where a value may stand from its point, above or below, nearest first; and the highest, under the line of the unit. */
const offsets = [-12, 24, -29, 41, -46, 58, -63, 75, -80, 92, -97, -114];
const highest = 32;

interface Box {
  x: number;
  y: number;
  width: number;
}

/**
 * Each value at the nearest free place above or below its point. A value that finds none, beside so many or such long
 * ones that no place is left, stands in the table only, which always follows.
 */
function placeValues(dots: { x: number; y: number }[], texts: string[], pen: Pen): string[] {
  const taken: Box[] = [];
  const parts: string[] = [];
  for (const [index, dot] of dots.entries()) {
    const text = texts[index] ?? '';
    const width = textWidth(text, smallSize + 1, 'bold');
    const free = offsets
      .map((offset) => ({ x: dot.x - width / 2, y: dot.y + offset, width }))
      .find(
        (box) =>
          box.y >= highest &&
          box.y <= bottom - 4 &&
          !taken.some((other) => touch(box, other)) &&
          !covers(box, dots),
      );
    if (!free) continue;
    taken.push(free);
    parts.push(pen.text('chart-value', { x: dot.x, y: free.y, anchor: 'middle', leading }, [text]));
  }
  return parts;
}

function touch(a: Box, b: Box): boolean {
  return Math.abs(a.y - b.y) < valueHeight && a.x < b.x + b.width + 2 && b.x < a.x + a.width + 2;
}

/** Whether a text would lie on a point's ring. */
function covers(box: Box, dots: { x: number; y: number }[]): boolean {
  return dots.some(
    (dot) =>
      dot.x + 7 > box.x && dot.x - 7 < box.x + box.width && dot.y + 7 > box.y - 12 && dot.y - 7 < box.y + 2,
  );
}
