// How charts look, said once: a page styles them by class (so that the strict content security policy
// holds), a PDF or Word file needs the same look as attributes on each element.

export const chartFont = 'Atkinson Hyperlegible';

/** Sizes in SVG user units; a chart is `chartWidth` of them wide. */
export const chartWidth = 480;
export const labelSize = 15;
export const smallSize = 13;

/** Ratios against white are at least 4.5 to 1, but for the grid, which carries no meaning. */
export const appearance = {
  'chart-bar': { fill: '#12656c' },
  'chart-axis': { fill: 'none', stroke: '#46575d', 'stroke-width': '1.5' },
  'chart-grid': { fill: 'none', stroke: '#d9e0e2', 'stroke-width': '1' },
  'chart-line': { fill: 'none', stroke: '#12656c', 'stroke-width': '3', 'stroke-linejoin': 'round' },
  'chart-point': { fill: '#ffffff', stroke: '#12656c', 'stroke-width': '2.5' },
  'chart-label': { fill: '#1b2a30', 'font-size': String(labelSize) },
  'chart-small': { fill: '#46575d', 'font-size': String(smallSize) },
  'chart-value': { fill: '#1b2a30', 'font-size': String(smallSize + 1), 'font-weight': '700' },
} as const;

export type ChartClass = keyof typeof appearance;

/** The rules a page's stylesheet needs for charts drawn by class. */
export function chartStyles(): string {
  const rules = Object.entries(appearance).map(([name, look]) => {
    const declarations = Object.entries(look).map(([property, value]) =>
      property === 'font-size' ? `${property}:${value}px` : `${property}:${value}`,
    );
    return `.${name}{${declarations.join(';')}}`;
  });
  return `.chart{display:block;width:100%;max-width:${chartWidth + 60}px;height:auto;font-family:inherit}${rules.join('')}`;
}

/** Text safe in SVG, in elements and in quoted attributes; characters that XML forbids become spaces. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Draws single elements, by class or (`standalone`) with their look written on each. */
export interface Pen {
  shape(name: 'rect' | 'path' | 'circle', of: ChartClass, geometry: Record<string, number | string>): string;
  /** One `<text>` for each line, the first with its baseline at `y`. */
  text(of: ChartClass, at: TextPlace, lines: readonly string[]): string;
}

export interface TextPlace {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** Distance between baselines. */
  leading: number;
  /** Degrees clockwise around `x`, `y`. */
  turn?: number;
}

export function pen(standalone: boolean): Pen {
  const look = (of: ChartClass) => (standalone ? attributes(appearance[of]) : attributes({ class: of }));
  const family = standalone ? attributes({ 'font-family': chartFont }) : '';
  return {
    shape: (name, of, geometry) => `<${name}${look(of)}${attributes(geometry)}/>`,
    text: (of, { x, y, anchor, leading, turn }, lines) =>
      lines
        .map((line, index) => {
          const place = { x, y: y + index * leading, 'text-anchor': anchor };
          const turned =
            turn === undefined ? '' : attributes({ transform: `rotate(${turn} ${round(x)} ${round(y)})` });
          return `<text${look(of)}${family}${attributes(place)}${turned}>${escapeXml(line)}</text>`;
        })
        .join(''),
  };
}

function attributes(of: Record<string, number | string>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
