// Headings and code words as people really type them: compared without case, spaces, punctuation or curly quotes,
// and, when nothing fits, the nearest expected one, so that an error can say "did you mean".

/** Only letters and digits, lower case; "&" reads as "and". A text of punctuation alone stays as it is. */
export function fold(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? text.trim() : folded;
}

/** The nearest of the candidates: one is most of the other, or at most about a quarter of its letters differ. */
export function nearest<T>(
  text: string,
  candidates: readonly T[],
  wordsOf: (candidate: T) => readonly string[],
): T | undefined {
  const wanted = fold(text);
  let best: { candidate: T; distance: number } | undefined;
  for (const candidate of candidates) {
    for (const words of wordsOf(candidate)) {
      const distance = apart(wanted, fold(words));
      if (distance !== undefined && (best === undefined || distance < best.distance))
        best = { candidate, distance };
    }
  }
  return best?.candidate;
}

/** Undefined when too far apart to be worth a question. */
function apart(a: string, b: string): number | undefined {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter >= 4 && shorter / longer >= 0.4 && (a.includes(b) || b.includes(a)))
    return (longer - shorter) / longer;
  const allowed = Math.max(1, Math.floor(longer / 4));
  // Edit distance costs length times length; headings longer than this are sentences, not slips of the finger.
  if (longer > 200 || longer - shorter > allowed) return undefined;
  const distance = editDistance(a, b);
  return distance <= allowed ? distance : undefined;
}

/** Letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const swapped = swaps ? (beforePrevious[j - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, swapped, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
