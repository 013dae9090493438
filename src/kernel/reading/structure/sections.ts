// The headings over a part, before the document is whole.
import type { PlacedPart } from '../structure.ts';

/** From the nearest up to the chapter. */
export function textsOver(parts: readonly PlacedPart[], section: number | null): string[] {
  const over: string[] = [];
  for (let at = section; at !== null; ) {
    const heading = parts[at];
    if (heading?.kind !== 'heading') break;
    over.push(heading.text);
    at = heading.section;
  }
  return over;
}
