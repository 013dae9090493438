// Excel keeps a date as a count of days and shows it as a date because of its number format.
// Sources: ECMA-376 part 1, 18.17.4.1 (date systems) and 18.8.30 (number formats).

import { plusDays } from './iso-day.ts';

export type DateSystem = 1900 | 1904;

/** 31 December 9999 in the 1900 system; Excel knows no later day. */
const LAST_SERIAL = 2_958_465;

/**
 * The ISO day of a serial number; the part after the point is the time of day and is left out.
 * Undefined when Excel itself has no such day: below zero, too large, or 60 in the 1900 system, the 29 February 1900
 * that never was (kept by Excel to agree with Lotus 1-2-3).
 */
export function excelDay(serial: number, system: DateSystem): string | undefined {
  // Serials that come out of arithmetic miss the whole number by a hair.
  const whole = Math.floor(serial + 1e-7);
  if (!Number.isFinite(serial) || whole < 0 || whole > LAST_SERIAL) return undefined;
  if (system === 1904) return plusDays('1904-01-01', whole);
  if (whole === 0 || whole === 60) return undefined;
  return plusDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
}

/** "14:30" from the part of a day after the point, to the nearest minute. */
export function excelTime(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export type NumberFormat = 'number' | 'day' | 'time' | 'percent';

/** What a number format makes of a number. `code` is the custom format's text, undefined for a built-in one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return customFormat(code);
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  if (id >= 18 && id <= 21) return 'time';
  if (id === 9 || id === 10) return 'percent';
  return 'number';
}

function customFormat(code: string): NumberFormat {
  // Only letters that are instructions count: not text in quotes, not escaped characters, not [colours] or [conditions].
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'number';
  if (/[yd]/.test(bare)) return 'day';
  if (elapsed) return 'number';
  if (/[hs]/.test(bare)) return 'time';
  if (bare.includes('m')) return 'day';
  return bare.includes('%') ? 'percent' : 'number';
}
