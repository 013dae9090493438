// Horizontal bars, one below the other: labels of any length fit beside them, and the value stands at the end.
// Bars start at nought; negative values reach to the left of it.
import { chartWidth, labelSize, smallSize, type Pen } from './appearance.ts';
import type { ChartPoint, Drawing } from './chart.ts';
import { textWidth, wrapText } from './text-width.ts';
import { capital, decimalsOf, unitWords, valueText } from './values.ts';

const top = 30;
const barHeight = 22;
const leading = 19;
const gap = 12;
const labelShare = 0.4;

export function bars(points: readonly ChartPoint[], unit: string, pen: Pen): Drawing {
  const values = points.map((point) => point.value);
  const decimals = decimalsOf(values, unit);
  const texts = values.map((value) => valueText(value, unit, decimals));
  const widest = (indexes: (value: number) => boolean) =>
    Math.max(
      0,
      ...texts.filter((_, i) => indexes(values[i] ?? 0)).map((t) => textWidth(t, smallSize + 1, 'bold')),
    );
  const labelWidth = Math.min(
    chartWidth * labelShare,
    Math.max(0, ...points.map((point) => textWidth(point.label, labelSize))),
  );
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const left = labelWidth + gap + (low < 0 ? widest((value) => value < 0) + gap : 0);
  const right = chartWidth - widest((value) => value >= 0) - gap;
  const scale = high > low ? (right - left) / (high - low) : 0;
  const zero = left - low * scale;

  const parts: string[] = [
    pen.text('chart-small', { x: 0, y: 14, anchor: 'start', leading }, [capital(unitWords(unit))]),
  ];
  let y = top;
  points.forEach((point, index) => {
    const lines = wrapText(point.label, labelWidth, labelSize);
    const height = Math.max(barHeight, lines.length * leading);
    const middle = y + height / 2;
    const length = Math.abs(point.value) * scale;
    const start = point.value < 0 ? zero - length : zero;
    parts.push(
      pen.text(
        'chart-label',
        { x: labelWidth, y: middle - (lines.length * leading) / 2 + 14, anchor: 'end', leading },
        lines,
      ),
      pen.shape('rect', 'chart-bar', {
        x: start,
        y: middle - barHeight / 2,
        width: length,
        height: barHeight,
      }),
      pen.text(
        'chart-value',
        point.value < 0
          ? { x: start - gap / 2, y: middle + 5, anchor: 'end', leading }
          : { x: start + length + gap / 2, y: middle + 5, anchor: 'start', leading },
        [texts[index] ?? ''],
      ),
    );
    y += height + gap;
  });
  parts.push(pen.shape('path', 'chart-axis', { d: `M${zero.toFixed(1)} ${top - 6}V${y - gap + 6}` }));
  return { height: y, marks: parts.join('') };
}
