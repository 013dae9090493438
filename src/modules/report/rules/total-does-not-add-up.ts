// A table's printed total against the sum of its rows. The report never corrects either: it says what differs and what
// would explain it, because an adding error and a missing row look the same on paper.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import { columnTotals, type Table } from '../../../kernel/evidence/shapes.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { amountText, decimalsIn } from '../wording.ts';
import { findingAt, listWords, type Rule } from './rule.ts';

const id = 'total-does-not-add-up';

interface ColumnGap {
  at: number;
  label: string;
  printed: number;
  summed: number;
  /** Cells of the column that hold no number, which could hide part of the total. */
  blanks: number;
  kind: Table['columns'][number]['kind'];
}

export const rule: Rule = {
  id,
  title: 'A total does not match its rows',
  why: 'Readers add tables up. One total that is wrong makes every other figure in the report doubtful.',
  check: ({ items }: Composition): ReportFinding[] =>
    items.flatMap((item) => {
      if (item.content.shape !== 'table') return [];
      const gaps = columnGaps(item.content);
      return gaps.length === 0 ? [] : [describe(item, gaps)];
    }),
};

/** The columns whose printed total differs from the sum of their rows by more than rounding can explain. */
export function columnGaps(table: Table): ColumnGap[] {
  const { printed_total } = table;
  if (!printed_total) return [];
  const totals = columnTotals(table);
  return table.columns.flatMap(({ label, kind }, at) => {
    const printed = printed_total[at];
    const summed = totals[at];
    if (typeof printed !== 'number' || summed === null || summed === undefined) return [];
    const cells = table.rows.map((row) => row[at]);
    const numbers = cells.filter((cell) => typeof cell === 'number');
    if (Math.abs(printed - summed) <= roundingOf(kind, numbers, printed)) return [];
    return [{ at, label, printed, summed, blanks: cells.length - numbers.length, kind }];
  });
}

/** Counts and money must agree exactly; rounded figures may differ by half a unit of the last decimal in each row. */
function roundingOf(kind: ColumnGap['kind'], numbers: readonly number[], printed: number): number {
  const exact = 1e-6 + Math.abs(printed) * 1e-12;
  const decimals = decimalsIn(numbers);
  const rounded = kind === 'percent' || (kind === 'number' && decimals > 0);
  return rounded ? (numbers.length * 10 ** -decimals) / 2 + exact : exact;
}

function describe(item: EvidenceItem, gaps: readonly ColumnGap[]): ReportFinding {
  const differences = gaps.map(
    ({ label, printed, summed, kind }) =>
      `${label}: the rows give ${amountText(summed, kind)}, the total row says ${amountText(printed, kind)}`,
  );
  return findingAt(id, item, {
    severity: 'high',
    quote: gaps.map(({ label, printed, kind }) => `${label}: ${amountText(printed, kind)}`).join('; '),
    message: `${differences.join('. ')}. ${explain(gaps)}`,
    mend:
      'Go back to the source of the table. If a row was left out, add it; if the total was added up wrongly, ' +
      'enter the right one. Nothing has been corrected here.',
    detail: gaps.map(({ label, printed, summed }) => `${label} ${printed} ${summed}`).join('|'),
  });
}

function explain(gaps: readonly ColumnGap[]): string {
  const short = gaps.every(({ printed, summed }) => printed > summed);
  const over = gaps.every(({ printed, summed }) => printed < summed);
  const sizes = gaps.map(
    ({ label, printed, summed, kind }) => `${amountText(Math.abs(printed - summed), kind)} (${label})`,
  );
  const blanks = gaps.reduce((sum, gap) => sum + gap.blanks, 0);
  const hidden =
    blanks > 0
      ? ` ${blanks === 1 ? 'One cell of these columns has' : `${blanks} cells of these columns have`} no number, which may be part of it.`
      : '';
  if (gaps.length >= 2 && short)
    return (
      'All the differences point the same way. That fits an adding error, and it fits a missing row: ' +
      `the row would hold ${listWords(sizes)}.${hidden}`
    );
  if (gaps.length >= 2 && over)
    return (
      'All the differences point the same way. That fits an adding error, and it fits a row that was added or ' +
      `counted twice after the total was made: it would hold ${listWords(sizes)}.${hidden}`
    );
  const size = gaps.length === 1 ? `The difference is ${listWords(sizes)}. ` : '';
  return `${size}Either the total or one of the rows is mistaken.${hidden}`;
}
