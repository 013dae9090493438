// Days as ISO text, counted without clocks or time zones, for reading files.

const MILLISECONDS_A_DAY = 86_400_000;

/** '2024-10-09' when year, month and day name a real day from 1900 to 2199; undefined otherwise. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : undefined;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
