// Every yearly-report duty of every edition held, in one list, and the two questions asked of it.

import { duties2018 } from './duties-2018.ts';
import { duties2023 } from './duties-2023.ts';
import { duties2026 } from './duties-2026.ts';
import type { Duty } from './duty.ts';
import { type FrameworkId, frameworkById } from './framework.ts';

export const duties: readonly Duty[] = [...duties2018, ...duties2023, ...duties2026];

const byId = new Map(duties.map((duty) => [duty.id, duty]));

/** Throws RangeError when there is no such duty. */
export function dutyById(id: string): Duty {
  const found = byId.get(id);
  if (found) return found;
  throw new RangeError(`There is no yearly-report duty “${id}”. Duties are numbered like YR23-06.`);
}

/** The duties of one edition that apply to an area, in order. Throws RangeError on an unknown edition. */
export function dutiesFor(framework: FrameworkId, area: { secure_establishment: boolean }): Duty[] {
  const { id } = frameworkById(framework);
  return duties.filter(
    (duty) =>
      duty.framework === id && (duty.condition !== 'secure-establishment' || area.secure_establishment),
  );
}
