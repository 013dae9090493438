// Figures as findings print them, and how far apart two printed figures may be because each was rounded.
import type { CellNumber } from '../reading/document.ts';

export type FigureKind = CellNumber['kind'];

const formats = new Map<number, Intl.NumberFormat>();

/** "1,204.5", with exactly this many decimals. */
export function numberText(value: number, decimals: number): string {
  const places = Math.max(0, decimals);
  let format = formats.get(places);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
    formats.set(places, format);
  }
  return format.format(value === 0 ? 0 : value);
}

/** The decimals a value needs, at most four. */
export function decimalsOf(value: number): number {
  return String(Number(value.toFixed(4))).split('.')[1]?.length ?? 0;
}

/** "£1,200", "33.3%", "12". */
export function amountText(value: number, kind: FigureKind): string {
  const decimals = decimalsOf(value);
  if (kind !== 'money') return `${numberText(value, decimals)}${kind === 'percent' ? '%' : ''}`;
  return `${value < 0 ? '-' : ''}£${numberText(Math.abs(value), decimals > 0 ? 2 : 0)}`;
}

/** Half of the last digit printed: what rounding can have hidden. For "£1.2m", with decimals of -5, that is £50,000. */
export function halfDigit(decimals: number): number {
  return 10 ** -decimals / 2;
}

/** What the arithmetic of the machine itself loses. */
export function dust(...values: readonly number[]): number {
  return 1e-9 + Math.max(0, ...values.map(Math.abs)) * 1e-12;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
