// Money that does not add up to what the report says is left or owed: a table whose opening balance, income and spending do
// not give its closing balance, a deficit with nothing to work it out from, and shares that do not match the amounts.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Table } from '../../../kernel/evidence/shapes.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { amountText, decimalsIn, numberText } from '../wording.ts';
import { lineKind, type MoneyColumn, moneyColumns } from './money-lines.ts';
import { type Found, findingAt, quoteAround, type Rule } from './rule.ts';

const id = 'money-does-not-reconcile';
/** Pounds. Amounts are printed to the pound, so one may be lost in rounding. */
const tolerance = 1;

export const rule: Rule = {
  id,
  title: 'Money that does not reconcile',
  why: 'A balance nobody can work out from the figures printed is the first thing an auditor or a councillor asks about.',
  check: ({ items }: Composition): ReportFinding[] => {
    const money = items.filter(({ topics }) => topics.includes('finance') || topics.includes('costs'));
    const columns = money.flatMap(({ content }) => (content.shape === 'table' ? moneyColumns(content) : []));
    const derivable = canDerive(money, columns);
    return money.flatMap((item) => {
      const { content } = item;
      if (content.shape === 'table')
        return [...moneyColumns(content).flatMap(columnDoubt), ...shareDoubts(content)].map((found) =>
          findingAt(id, item, found),
        );
      const balance = balanceIn(item);
      if (!balance) return [];
      const found = derivable ? contradicted(balance, money, columns) : underived(balance);
      return found ? [findingAt(id, item, found)] : [];
    });
  },
};

const mend =
  'Check the amounts against the ledger of the host organisation and record every line: opening balance, each ' +
  'income, each kind of spending, and the balance at the end.';

function columnDoubt({ label, opening, income, spending, closing, unknown }: MoneyColumn): Found[] {
  if (!closing || unknown.length > 0 || income === null || spending === null) return [];
  const ofYear = income - spending;
  const expected = (opening ?? 0) + ofYear;
  const fits = Math.abs(expected - closing.amount) <= tolerance;
  const fitsYear = closing.of_the_year && Math.abs(ofYear - closing.amount) <= tolerance;
  if (fits || fitsYear) return [];
  const sum =
    opening === null
      ? `${amountText(income, 'money')} income less ${amountText(spending, 'money')} spending`
      : `${amountText(opening, 'money')} opening balance and ${amountText(income, 'money')} income, less ${amountText(spending, 'money')} spending,`;
  return [
    {
      severity: 'high',
      quote: `${closing.line}: ${amountText(closing.amount, 'money')}`,
      message:
        `In “${label}”, ${sum} leaves ${amountText(expected, 'money')}, and the table says ` +
        `${amountText(closing.amount, 'money')}: ${amountText(Math.abs(expected - closing.amount), 'money')} apart.`,
      mend,
      detail: `${label} ${opening} ${income} ${spending} ${closing.amount}`,
    },
  ];
}

interface Balance {
  words: string;
  /** Pounds, without sign: texts say "a deficit of £31,172". */
  amount: number;
  quote: string;
}

const balanceWords = /\b(deficit|surplus|balance|over.?spend|under.?spend|reserves?)\b/i;
const balanceText = /\b(deficit|surplus|balance|over.?spend|under.?spend|reserves?) of £([\d,]+(?:\.\d+)?)/i;

function balanceIn({ title, content }: EvidenceItem): Balance | null {
  if (content.shape === 'measure') {
    const { unit, value } = content;
    if (!/^(GBP|£|pounds)$/i.test(unit) || value === null || !balanceWords.test(title)) return null;
    return { words: title, amount: Math.abs(value), quote: `${title}: ${amountText(value, 'money')}` };
  }
  if (content.shape !== 'statement') return null;
  const said = balanceText.exec(content.text);
  const amount = Number(said?.[2]?.replaceAll(',', '') ?? Number.NaN);
  if (!said || !Number.isFinite(amount)) return null;
  const quote = quoteAround(content.text, said.index, said.index + said[0].length);
  return { words: said[1] ?? '', amount, quote };
}

/** Whether the year's figures hold both income and spending, in one table or as figures of their own. */
function canDerive(money: readonly EvidenceItem[], columns: readonly MoneyColumn[]): boolean {
  if (columns.some(({ income, spending }) => income !== null && spending !== null)) return true;
  const measured = new Set(
    money.flatMap(({ title, content }) =>
      content.shape === 'measure' && content.unit === 'GBP' && content.value !== null
        ? [lineKind(title)]
        : [],
    ),
  );
  return (
    (measured.has('income') || columns.some(({ income }) => income !== null)) &&
    (measured.has('spending') || columns.some(({ spending }) => spending !== null))
  );
}

function underived({ amount, quote }: Balance): Found {
  return {
    severity: 'high',
    quote,
    message: `${amountText(amount, 'money')} cannot be derived: the report gives no opening balance, income and spending to work it out from.`,
    mend,
    detail: `underived ${amount}`,
  };
}

/** A balance that neither any table nor the single figures of the year lead to. */
function contradicted(
  balance: Balance,
  money: readonly EvidenceItem[],
  columns: readonly MoneyColumn[],
): Found | null {
  const figures = { opening: [] as number[], income: [] as number[], spending: [] as number[] };
  for (const { title, content } of money) {
    if (content.shape !== 'measure' || content.unit !== 'GBP' || content.value === null) continue;
    const kind = lineKind(title);
    if (kind === 'opening' || kind === 'income' || kind === 'spending') figures[kind].push(content.value);
  }
  const results = columns.flatMap(({ opening, income, spending, unknown }) =>
    income === null || spending === null || unknown.length > 0
      ? []
      : [income - spending, (opening ?? 0) + income - spending],
  );
  const [income, spending] = [figures.income, figures.spending];
  // Several incomes may be parts and their total at once, so only single figures are reckoned with.
  if (income.length === 1 && spending.length === 1) {
    const ofYear = (income[0] ?? 0) - (spending[0] ?? 0);
    results.push(ofYear, (figures.opening[0] ?? 0) + ofYear);
  }
  // An opening balance is where the year begins, not what it leads to.
  if (results.length === 0 || lineKind(balance.words) === 'opening') return null;
  if (results.some((result) => Math.abs(Math.abs(result) - balance.amount) <= tolerance)) return null;
  const led = [...new Set(results.map((result) => amountText(result, 'money')))].join(' or ');
  return {
    severity: 'high',
    quote: balance.quote,
    message: `The income and spending given lead to ${led}, not to ${amountText(balance.amount, 'money')}.`,
    mend,
    detail: `contradicted ${balance.amount} ${led}`,
  };
}

/** Percentages beside the amounts they are shares of: the nearest money column before, lines called total aside. */
function shareDoubts(table: Table): Found[] {
  return table.columns.flatMap(({ kind, label }, at) => {
    const money = table.columns.findLastIndex((column, before) => before < at && column.kind === 'money');
    if (kind !== 'percent' || money < 0 || !/share|per ?cent|%|proportion/i.test(label)) return [];
    const naming = table.columns.findIndex((column) => column.kind === 'text');
    const rows = table.rows.flatMap((row) => {
      const [name, amount, share] = [String(row[naming] ?? ''), row[money], row[at]];
      return typeof amount === 'number' && typeof share === 'number' && !/\btotal\b/i.test(name)
        ? [{ name, amount, share }]
        : [];
    });
    const total = rows.reduce((sum, { amount }) => sum + amount, 0);
    const decimals = decimalsIn(rows.map(({ share }) => share));
    const wrong = rows.filter(
      ({ amount, share }) =>
        total > 0 && Math.abs((100 * amount) / total - share) > 10 ** -decimals / 2 + 1e-9,
    );
    if (rows.length < 2 || wrong.length === 0) return [];
    const given = wrong.map(({ name, share }) => `${name}: ${numberText(share, decimals)}%`);
    const worked = wrong.map(
      ({ name, amount }) => `${name} ${numberText((100 * amount) / total, decimals)}%`,
    );
    return [
      {
        severity: 'high' as const,
        quote: given.join('; '),
        message: `The amounts make other shares of ${amountText(total, 'money')} than “${label}” says: ${worked.join(', ')}.`,
        mend,
        detail: `${label} ${given.join(' ')} ${worked.join(' ')}`,
      },
    ];
  });
}
