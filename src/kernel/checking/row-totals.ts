// The last column headed "Total" against the cells of its row. Only where the columns are plainly parts of it: where their
// labels divide one whole (quarters, months, boys and girls, ages, years), or where nearly all the other rows do add up.
import type { ReadDocument, TablePart } from '../reading/document.ts';
import { roundedTo, saysRounded } from './explained.ts';
import { amountText, dust, halfDigit, sumOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { findingAt, listWords } from './rule.ts';
import { atMost, type Column, rowLabel, rowText } from './tables.ts';

const totalLabel =
  /^(grand |overall |row |yearly |annual |full.year |year )?totals?( (number|count|for (the )?year))?( ?\(?£\)?)?$/i;
/** Some belong to none of the columns. */
const uncounted =
  /\b(not (known|recorded|stated|given|specified|shown)|unknown|non-binary|(another|other) (gender|sex|identity)|prefer(red)? not|indeterminate|unborn|missing data)\b/i;
const divides =
  /^(q ?[1-4]\b|quarter|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|boys?$|girls?$|males?$|females?$|under \d|over \d|\d+ ?[-–] ?\d+|\d+\+|20\d\d|term \d|autumn|spring|summer|yes$|no$|not known|unknown)/i;

export function rowTotalGaps(
  rule: string,
  document: ReadDocument,
  table: TablePart,
  columns: readonly Column[],
  words: string,
): Finding[] {
  return columns.flatMap((column, place) => {
    if (place === 0 || !totalLabel.test(column.label.trim())) return [];
    const start = columns.findLastIndex((one, at) => at < place && totalLabel.test(one.label.trim())) + 1;
    const parts = columns.slice(start, place).filter((one) => one.adds && one.kind === column.kind);
    if (parts.length < 2 || parts.length !== place - start) return [];
    const rows = table.rows.flatMap((_, row) => reckoned(table, parts, column, row, words) ?? []);
    const wrong = rows.filter(({ fits }) => !fits);
    const plain = parts.every(({ label }) => divides.test(label.trim()));
    const mostFit = rows.length - wrong.length >= 2 && wrong.length * 3 <= rows.length;
    if (!plain && !mostFit) return [];
    return wrong.map(({ row, printed, summed }) =>
      findingAt(rule, document, table, {
        severity: 'high',
        confidence: plain && mostFit ? 0.95 : 0.85,
        quote: rowText(table.rows[row] ?? { cells: [], line: null, page: null }),
        message:
          `In the row “${rowLabel(table, row)}” the cells give ${amountText(summed, column.kind)}, and “${column.label}” says ` +
          `${amountText(printed, column.kind)}. Either the total or one of the cells is mistaken, or part of the row is not shown ` +
          `(${listWords(parts.map(({ label }) => label))} are).`,
        mend: 'Go back to the source of the row, and print the right figures, or say in a note what else the total counts.',
        detail: `row ${rowLabel(table, row)} ${printed} ${summed}`,
        from: 0,
        to: table.rows[row]?.cells[column.at]?.text.length ?? 0,
        cell: { row, column: column.at },
      }),
    );
  });
}

function reckoned(
  table: TablePart,
  parts: readonly Column[],
  column: Column,
  row: number,
  words: string,
): { row: number; printed: number; summed: number; fits: boolean } | null {
  const total = column.figure(row);
  const figures = parts.map((part) => part.figure(row)).filter((figure) => figure !== null);
  const texts = parts.map((part) => table.rows[row]?.cells[part.at]?.text ?? '');
  // An empty cell may be a nought or a number nobody printed: nothing can be said of such a row unless it holds too much.
  if (total === null || figures.length < 2) return null;
  const [printed, summed] = [total.value, sumOf(figures.map(({ value }) => value))];
  const missing = figures.length < parts.length;
  if (
    missing &&
    printed >= summed &&
    (printed === summed || texts.some((text) => atMost(text) >= printed - summed))
  )
    return null;
  if (printed > summed && (missing || uncounted.test(words))) return null;
  const decimals = Math.min(total.decimals, ...figures.map((figure) => figure.decimals));
  const exact = column.kind === 'money' ? decimals >= 2 : decimals === 0;
  const unit = saysRounded(words) ? (roundedTo(words) ?? 10) : exact ? 0 : 2 * halfDigit(decimals);
  const allowed = ((figures.length + 1) * unit) / 2;
  return { row, printed, summed, fits: Math.abs(printed - summed) <= allowed + dust(printed, summed) };
}
