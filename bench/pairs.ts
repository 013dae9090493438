// Comparing two things on a noisy machine: measured in turn, pair by pair, and told with the scatter of the run itself.

export interface Compared {
  a: number;
  b: number;
  /** Median of the ratios b / a of each pair, and the middle 95 % of what chance would make of them (bootstrap). */
  ratio: number;
  low: number;
  high: number;
}

/** Measures one or several quantities of each. */
export async function inTurn<Q extends string>(
  pairs: number,
  measure: (which: 'a' | 'b') => Promise<Record<Q, number>>,
): Promise<Record<Q, Compared>> {
  const a: Record<Q, number>[] = [];
  const b: Record<Q, number>[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // Who goes first changes, so that a machine that slows down favours neither.
    const order = pair % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    for (const which of order) (which === 'a' ? a : b).push(await measure(which));
  }
  const quantities = Object.keys(a[0] ?? {}) as Q[];
  const compared = quantities.map((quantity) => [
    quantity,
    compare(
      a.map((one) => one[quantity]),
      b.map((one) => one[quantity]),
    ),
  ]);
  return Object.fromEntries(compared) as Record<Q, Compared>;
}

function compare(a: number[], b: number[]): Compared {
  const ratios = b.map((value, i) => value / (a[i] ?? Number.NaN));
  const guesses = Array.from({ length: 10_000 }, () =>
    median(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)] ?? Number.NaN)),
  ).toSorted((one, other) => one - other);
  return {
    a: median(a),
    b: median(b),
    ratio: median(ratios),
    low: guesses[250] ?? Number.NaN,
    high: guesses[9749] ?? Number.NaN,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
