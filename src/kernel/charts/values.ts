// How figures are written beside a chart and in its table: with thousands separated, one number of decimals in
// one chart, and the sign of their unit where it has one.

const decimalsAtMost = 2;

/** The most decimals any of the values needs, at most two; money has none or two. */
export function decimalsOf(values: readonly number[], unit: string): number {
  const needed = values.reduce((most, value) => {
    const [, decimals = ''] = String(Number(value.toFixed(decimalsAtMost))).split('.');
    return Math.max(most, Math.min(decimals.length, decimalsAtMost));
  }, 0);
  return unit === 'GBP' && needed > 0 ? decimalsAtMost : needed;
}

const exactly = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Making a formatter costs a hundred times what using it does. */
const formats = [0, 1, 2].map((decimals) => new Intl.NumberFormat('en-GB', exactly(decimals)));

/** "1,204", "12.5%", "-£300". Other units are named once beside the chart, not at each figure. */
export function valueText(value: number, unit: string, decimals: number): string {
  const figure = (formats[decimals] ?? new Intl.NumberFormat('en-GB', exactly(decimals))).format(
    Math.abs(value),
  );
  const sign = value < 0 && /[1-9]/.test(figure) ? '-' : '';
  if (unit === 'per cent') return `${sign}${figure}%`;
  if (unit === 'GBP') return `${sign}£${figure}`;
  return `${sign}${figure}`;
}

/** The unit in words, as a column heading or a line under a title. */
export function unitWords(unit: string): string {
  if (unit === 'GBP') return 'pounds';
  return unit;
}

/** First letter large, as the start of a line of its own. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
