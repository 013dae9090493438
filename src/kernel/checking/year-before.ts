// Whether one report is the one directly before another: only there can it be asked what became of it.
import type { Day } from '../calendar/day.ts';
import type { ReadDocument } from '../reading/document.ts';

/** Its period ends between half a year and a year and a half before the other's; never, where either does not say. */
export function isYearBefore(earlier: ReadDocument, { period }: ReadDocument): boolean {
  if (!earlier.period || !period) return false;
  const months = monthOf(period.to_on) - monthOf(earlier.period.to_on);
  return months >= 6 && months <= 18;
}

function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
