// Money that does not add up to what the report says is left or owed: a table whose opening balance, income and spending do
// not give its closing balance, contributions that do not make their printed total, and a deficit or surplus nothing printed
// leads to.
import { isProse, type Prose, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Quantity } from '../../reading/language/quantities.ts';
import { amountText, sumOf } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { lineKind, type MoneyColumn, moneyColumns } from '../money-lines.ts';
import { type FigureSentence, sentencesWithFigures } from '../printed-figures.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { rowText } from '../tables.ts';

const id = 'money-does-not-reconcile';
/** Pounds. Amounts are printed to the pound, so one may be lost in rounding. */
const tolerance = 1;
/** More amounts than any report of a partnership prints. */
const mostAmounts = 400;

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'Money that does not reconcile',
  why: 'A balance nobody can work out from the figures printed is the first thing an auditor or a councillor asks about.',
  severities: ['high', 'medium'],
  check: (document) => {
    const tables = document.parts.filter((part) => part.kind === 'table');
    const columns = tables.flatMap((table) => moneyColumns(table));
    const sentences = sentencesWithFigures(document);
    return [
      ...tables.flatMap((table) =>
        moneyColumns(table).flatMap((column) => columnDoubt(document, table, column)),
      ),
      ...balancesIn(document, sentences).flatMap(
        (balance) => balanceDoubt(document, balance, columns, sentences) ?? [],
      ),
      ...sentences.flatMap((sentence) => contributionsDoubt(document, sentence) ?? []),
    ];
  },
};

const mend =
  'Check the amounts against the ledger of the host organisation and print every line: opening balance, each ' +
  'income, each kind of spending, and the balance at the end.';

function columnDoubt(document: ReadDocument, table: TablePart, reckoned: MoneyColumn): Finding[] {
  const { column, opening, income, spending, closing, unknown } = reckoned;
  if (!closing || unknown.length > 0 || income === null || spending === null) return [];
  const ofYear = income - spending;
  const expected = (opening ?? 0) + ofYear;
  const fits = [expected, closing.of_the_year ? ofYear : expected].some(
    (result) => Math.abs(result - closing.amount) <= tolerance,
  );
  if (fits) return [];
  const sum =
    opening === null
      ? `${pounds(income)} income less ${pounds(spending)} spending`
      : `${pounds(opening)} opening balance and ${pounds(income)} income, less ${pounds(spending)} spending,`;
  return [
    findingAt(id, document, table, {
      severity: 'high',
      confidence: 0.85,
      quote: rowText(table.rows[closing.row] ?? { cells: [], line: null, page: null }),
      message:
        `In “${column.label}”, ${sum} leaves ${pounds(expected)}, and the table says ${pounds(closing.amount)}: ` +
        `${pounds(Math.abs(expected - closing.amount))} apart. Either an amount is mistaken, or a line of that size is missing.`,
      mend,
      detail: `${column.label} ${opening} ${income} ${spending} ${closing.amount}`,
      from: 0,
      to: table.rows[closing.row]?.cells[column.at]?.text.length ?? 0,
      cell: { row: closing.row, column: column.at },
    }),
  ];
}

interface Balance {
  part: Prose;
  words: string;
  /** Pounds, without sign: texts say "a deficit of £4,000". */
  amount: number;
  from: number;
  to: number;
}

const owed = /\b(deficit|over.?spend|shortfall)/i;
const balanceWords = /\b(deficit|surplus|balance|over.?spend|under.?spend|reserves?|shortfall)\b/i;
const balanceBefore =
  /\b(deficit|surplus|closing balance|year.end balance|balance|over.?spend|under.?spend|reserves?|shortfall) (?:\w+ ){0,3}(?:of|was|is|at|stood at|totalling)(?: about| around| approximately| just over| just under)? $/i;
const balanceAfter = /^ (?:\w+ ){0,2}(deficit|surplus|over.?spend|under.?spend|shortfall)\b/i;
/** Money of another body than the partnership. */
const otherBudgets =
  /\b(council.s (overall |own )?budget|council.wide|high needs|dedicated schools|DSG|schools? budgets?|NHS trust|national(ly)?|government|household|families with)\b/i;

function balancesIn(document: ReadDocument, sentences: readonly FigureSentence[]): Balance[] {
  const measured = document.parts.flatMap((part): Balance[] => {
    const measure = isProse(part) ? part.known?.measure : undefined;
    if (!isProse(part) || !measure || measure.value === null) return [];
    if (!/^(GBP|£|pounds)$/i.test(measure.unit) || !balanceWords.test(part.text)) return [];
    return [{ part, words: part.text, amount: Math.abs(measure.value), from: 0, to: part.text.length }];
  });
  const said = sentences.flatMap((sentence) =>
    sentence.part.known?.measure || otherBudgets.test(sentence.text)
      ? []
      : sentence.figures.flatMap((figure) => balanceIn(sentence, figure) ?? []),
  );
  return [...measured, ...said];
}

function balanceIn({ part, text, from }: FigureSentence, figure: Quantity): Balance | null {
  if (figure.kind !== 'money') return null;
  const before = balanceBefore.exec(text.slice(Math.max(0, figure.from - 70), figure.from));
  const after = balanceAfter.exec(text.slice(figure.to, figure.to + 50));
  const words = before?.[1] ?? after?.[1];
  if (words === undefined || lineKind(before?.[0] ?? words) === 'opening' || figure.value === 0) return null;
  const start = before ? figure.from - before[0].length : figure.from;
  return {
    part,
    words,
    amount: figure.value,
    from: from + start,
    to: from + figure.to + (after?.[0].length ?? 0),
  };
}

function balanceDoubt(
  document: ReadDocument,
  balance: Balance,
  columns: readonly MoneyColumn[],
  sentences: readonly FigureSentence[],
): Finding | null {
  if (lineKind(balance.words) === 'opening') return null;
  const results = columns.flatMap(({ opening, income, spending, closing, unknown }) => [
    ...(closing ? [closing.amount] : []),
    ...(income === null || spending === null || unknown.length > 0
      ? []
      : [income - spending, (opening ?? 0) + income - spending]),
  ]);
  const amounts = amountsIn(document, sentences, balance);
  const near = (result: number) => Math.abs(Math.abs(result) - balance.amount) <= tolerance;
  if (results.some(near) || isDifference(amounts, balance.amount)) return null;
  const led = [...new Set(results.map(pounds))];
  const isSaid = hasIncomeAndSpending(document, columns);
  if (led.length === 0 && isSaid) return null;
  return findingAt(id, document, balance.part, {
    // Money left over that nothing printed leads to is a question; money that is owed, or a contradiction, is more.
    severity: led.length > 0 || owed.test(balance.words) ? 'high' : 'medium',
    confidence: led.length > 0 ? 0.75 : owed.test(balance.words) ? 0.85 : 0.7,
    message:
      led.length > 0
        ? `The income and spending printed lead to ${led.slice(0, 4).join(' or ')}, not to ${pounds(balance.amount)}.`
        : `${pounds(balance.amount)} cannot be derived: the report prints no opening balance, income and spending to work it out from.`,
    mend,
    detail:
      led.length > 0 ? `contradicted ${balance.amount} ${led.join(' ')}` : `underived ${balance.amount}`,
    from: balance.from,
    to: balance.to,
  });
}

/** Every amount of money the document prints, but the balance itself. */
function amountsIn(document: ReadDocument, sentences: readonly FigureSentence[], balance: Balance): number[] {
  const said = sentences.flatMap(({ figures }) =>
    figures.filter(({ kind }) => kind === 'money').map(({ value }) => value),
  );
  const measured = document.parts.flatMap((part) =>
    isProse(part) && part.known?.measure?.unit === 'GBP' ? [part.known.measure.value ?? 0] : [],
  );
  return [...new Set([...said, ...measured, ...amountsInTables(document)])]
    .filter((amount) => amount > 0 && amount !== balance.amount)
    .slice(0, mostAmounts);
}

/** Income in a table and spending in words lead to a balance as well as either alone. */
function amountsInTables({ parts }: ReadDocument): number[] {
  return parts.flatMap((part) =>
    part.kind === 'table'
      ? moneyColumns(part).flatMap(({ column }) =>
          part.rows.flatMap((_, row) => Math.abs(column.figure(row)?.value ?? 0)),
        )
      : [],
  );
}

/** Two amounts of the text that are as far apart as the balance explain it: income and spending in words. */
function isDifference(amounts: readonly number[], balance: number): boolean {
  const whole = new Set(amounts.map((amount) => Math.round(amount)));
  return amounts.some((amount) =>
    [-1, 0, 1].some((off) => whole.has(Math.round(amount - balance) + off) && amount > balance),
  );
}

/** Income and spending given as figures of their own leave it to the reader to add them up. */
function hasIncomeAndSpending(document: ReadDocument, columns: readonly MoneyColumn[]): boolean {
  const kinds = new Set(
    document.parts.flatMap((part) =>
      isProse(part) && part.known?.measure?.unit === 'GBP' ? [lineKind(part.text)] : [],
    ),
  );
  const income = kinds.has('income') || columns.some((column) => column.income !== null);
  const spending = kinds.has('spending') || columns.some((column) => column.spending !== null);
  return income && spending;
}

const totalMoney = /\b(total(?:ling|s)?|in all|altogether|combined|sum|budget|pooled)\b(?:[a-z ,]{0,40})$/i;
const partly =
  /\b(includ(es?|ing)|of which|among|some of|mainly|largest|remain(der|ing)|rest|reserves?|carried|underspend|plus|saving|compared|increase|from £|up to|per|each|between)\b/i;

/** "The council gave £40,000, the board £30,000 and the police £20,000, a total of £95,000." */
function contributionsDoubt(
  document: ReadDocument,
  { part, text, from, figures }: FigureSentence,
): Finding | null {
  const money = figures.filter(({ kind, qualifier }) => kind === 'money' && qualifier === 'exactly');
  if (money.length < 3 || money.length !== figures.filter(({ kind }) => kind === 'money').length) return null;
  const totals = money.filter((figure, at) =>
    totalMoney.test(text.slice(money[at - 1]?.to ?? 0, figure.from)),
  );
  const [total, ...others] = totals;
  if (!total || others.length > 0 || partly.test(text)) return null;
  const parts = money.filter((figure) => figure !== total);
  const sum = sumOf(parts.map(({ value }) => value));
  const isEnd = total === money[0] || total === money.at(-1);
  if (!isEnd || !/\b(contribut|fund|paid|pay|gave|income|cost|spen[dt])/i.test(text)) return null;
  if (Math.abs(sum - total.value) <= tolerance || parts.some(({ value }) => value >= total.value))
    return null;
  return findingAt(id, document, part, {
    severity: 'high',
    confidence: 0.75,
    message:
      `${listWords(parts.map(({ raw }) => raw))} make ${pounds(sum)}, and the total is given as ${total.raw}. Either an amount ` +
      `is mistaken, or one of ${pounds(Math.abs(sum - total.value))} is ${sum < total.value ? 'missing' : 'counted twice'}.`,
    mend: 'Check each amount against the ledger, and print all of those that make the total.',
    detail: `contributions ${parts.map(({ value }) => value).join(' ')} ${total.value}`,
    from: from + (money[0]?.from ?? 0),
    to: from + (money.at(-1)?.to ?? 0),
  });
}

function pounds(amount: number): string {
  return amountText(amount, 'money');
}
