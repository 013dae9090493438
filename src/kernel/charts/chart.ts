// Charts drawn by hand as SVG: no library, no script, no inline style. The same drawing serves the page, the
// PDF (Typst) and the Word file (resvg). A chart never stands alone: whoever shows it shows its table as well.
import { chartWidth, escapeXml, pen } from './appearance.ts';
import { bars } from './bars.ts';
import { line } from './line.ts';

export interface ChartPoint {
  label: string;
  value: number;
}

export interface Chart {
  kind: 'bars' | 'line';
  /** Unique on its page; the ids of title and description are made from it. */
  id: string;
  title: string;
  description: string;
  /** As in evidence: "children", "per cent", "GBP". */
  unit: string;
  points: readonly ChartPoint[];
}

/** What a kind of chart has drawn, and how high it came out. */
export interface Drawing {
  height: number;
  marks: string;
}

/**
 * An `<svg>` element as text, everything in it escaped. `standalone` writes colours and fonts on the elements, for
 * programs that read no stylesheet. Throws a RangeError when a value is not a finite number.
 */
export function drawChart(chart: Chart, { standalone = false }: { standalone?: boolean } = {}): string {
  for (const { label, value } of chart.points) {
    if (!Number.isFinite(value))
      throw new RangeError(`"${label}" in the chart "${chart.title}" has no number to draw`);
  }
  // Drawn as written beside it: to the hundredth.
  const points = chart.points.map(({ label, value }) => ({ label, value: Math.round(value * 100) / 100 }));
  const { height, marks } = (chart.kind === 'bars' ? bars : line)(points, chart.unit, pen(standalone));
  const [title, description] = [`${escapeXml(chart.id)}-title`, `${escapeXml(chart.id)}-description`];
  const size = standalone ? ` width="${chartWidth}" height="${Math.ceil(height)}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${chartWidth} ${Math.ceil(height)}"${size}` +
    ` role="img" aria-labelledby="${title} ${description}">` +
    `<title id="${title}">${escapeXml(chart.title)}</title><desc id="${description}">${escapeXml(chart.description)}</desc>` +
    `${marks}</svg>`
  );
}
