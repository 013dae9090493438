// Tables that are correct by construction, of any shape a report prints: for proving that rules of arithmetic keep silent.
import fc from 'fast-check';

export interface CorrectTable {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Cells that a sum depends on and that print an exact count. */
  exact: readonly { row: number; column: number }[];
}

interface Shape {
  /** Counts of each line, group by group. */
  groups: readonly (readonly (readonly number[])[])[];
  quarters: boolean;
  share: number | null;
  rate: number | null;
  money: readonly number[] | null;
  pence: boolean;
  held: '<5' | 'c' | null;
}

const shapes: fc.Arbitrary<Shape> = fc.integer({ min: 2, max: 4 }).chain((columns) =>
  fc.record({
    groups: fc.array(
      fc.array(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: columns, maxLength: columns }), {
        minLength: 2,
        maxLength: 6,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    quarters: fc.boolean(),
    share: fc.option(fc.integer({ min: 0, max: 2 })),
    rate: fc.option(fc.integer({ min: 0, max: 2 })),
    money: fc.option(fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 18, maxLength: 18 })),
    pence: fc.boolean(),
    held: fc.constantFrom(null, null, '<5' as const, 'c' as const),
  }),
);

export const correctTables: fc.Arbitrary<CorrectTable> = shapes.map(tableOf);

function tableOf(shape: Shape): CorrectTable {
  const width = shape.groups[0]?.[0]?.length ?? 0;
  const every = shape.groups.flat();
  const sums = summed(every, width);
  const header = ['Team', ...labels(width, shape.quarters)];
  if (shape.quarters) header.push('Total');
  if (shape.share !== null) header.push('Share of all');
  if (shape.rate !== null) header.push('Rate');
  if (shape.money) header.push('Cost');
  const rows: string[][] = [];
  const exact: { row: number; column: number }[] = [];
  let pence = 0;
  let line = 0;
  const add = (label: string, counts: readonly number[], cost: number, isLine: boolean) => {
    const cells = counts.map((count) => (isLine && shape.held && count < 5 ? shape.held : String(count)));
    if (shape.held === null) exact.push(...cells.map((_, at) => ({ row: rows.length, column: at + 1 })));
    const [first = 0, second = 0] = counts;
    if (shape.quarters) cells.push(String(total(counts)));
    if (shape.share !== null) cells.push(percent(first, sums[0] ?? 0, shape.share));
    if (shape.rate !== null) cells.push(percent(first, first + second, shape.rate));
    if (shape.money) cells.push(pounds(cost, shape.pence));
    rows.push([label, ...cells]);
  };
  for (const [at, group] of shape.groups.entries()) {
    let spent = 0;
    for (const counts of group) {
      const cost = shape.money?.[line % 18] ?? 0;
      spent += cost;
      line += 1;
      add(`Team ${line}`, counts, cost, true);
    }
    pence += spent;
    if (shape.groups.length > 1) add(`Sub-total ${at + 1}`, summed(group, width), spent, false);
  }
  add('Total', sums, pence, false);
  return { header, rows, exact };
}

function labels(width: number, quarters: boolean): string[] {
  const named = quarters ? ['Q1', 'Q2', 'Q3', 'Q4'] : ['Referrals', 'Visits', 'Meetings', 'Plans'];
  return named.slice(0, width);
}

function summed(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, at) => total(rows.map((row) => row[at] ?? 0)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function percent(part: number, whole: number, decimals: number): string {
  return whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(decimals)}%`;
}

/** Whole pounds are rounded one by one, the total too. */
function pounds(pence: number, exactly: boolean): string {
  const digits = exactly ? 2 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `£${(pence / 100).toLocaleString('en-GB', format)}`;
}

/** As a table of Markdown. */
export function markdownOf({ header, rows }: CorrectTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
