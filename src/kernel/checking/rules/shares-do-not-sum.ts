// Shares of one whole that do not make 100 within their rounding, and shares below 0 or above 100. Only where the text says
// that they are shares of one whole: a printed 100% total, "share of total", a breakdown, "the remaining 15%".
import { isProse, type Prose, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Quantity } from '../../reading/language/quantities.ts';
import { saysOverlap, saysSelection, wordsAround, wordsBeside, wordsNaming } from '../explained.ts';
import { amountText, dust, halfDigit, numberText, sumOf } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { type FigureSentence, isOwn, sentencesWithFigures } from '../printed-figures.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { type Column, columnsOf, rowLabel, sumRows } from '../tables.ts';

const id = 'shares-do-not-sum';
const mend = 'Check the shares against their source, and print the number and the whole each is a share of.';

/** A percentage of change, of attainment or of a plan may lie outside 0 to 100; a share may not. */
const notAShare =
  /\b(increas|decreas|chang|rise|rose|risen|grow|grew|fall|fell|reduc|declin|differ|varian|improv|uplift|inflation|interest|return|up by|higher|lower|more than (last|the|in)|greater|compar|target|planned|of (the |our )?plan\b|budget|capacity|occupan|expected|national average|attainment|of (the )?(previous|last|prior))/i;

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'Shares that cannot be right',
  why: 'Shares that do not make their whole show that figures were mistyped or come from different groups.',
  severities: ['medium'],
  check: (document) => [
    ...document.parts.flatMap((part) => (part.kind === 'table' ? tableFindings(document, part) : [])),
    ...document.parts.flatMap((part) => (isProse(part) ? (measureFinding(document, part) ?? []) : [])),
    ...sentencesWithFigures(document).flatMap((sentence) =>
      sentence.part.known?.measure ? [] : sentenceFindings(document, sentence),
    ),
    ...listFindings(document),
  ],
};

function tableFindings(document: ReadDocument, table: TablePart): Finding[] {
  const words = wordsBeside(document, table);
  return columnsOf(table).flatMap((column) => {
    if (column.kind !== 'percent') return [];
    const impossible = impossibleShares(document, table, column, words);
    return impossible ? [impossible] : (sumFinding(document, table, column, words) ?? []);
  });
}

function impossibleShares(
  document: ReadDocument,
  table: TablePart,
  column: Column,
  words: string,
): Finding | null {
  if (notAShare.test(`${column.label} ${table.caption ?? ''}`)) return null;
  const outside = table.rows.flatMap((_, row) => {
    const figure = column.figure(row);
    const wrong = figure && (figure.value < 0 || figure.value > 100 + 1e-9);
    return wrong && !notAShare.test(rowLabel(table, row)) ? [figure] : [];
  });
  const [first] = outside;
  if (!first || saysOverlap(words)) return null;
  const texts = outside.map(({ row }) => table.rows[row]?.cells[column.at]?.text ?? '');
  return findingAt(id, document, table, {
    severity: 'medium',
    confidence: 0.8,
    quote: `${column.label}: ${texts.join(', ')}`,
    message: `“${column.label}” holds ${listWords(texts)}, and a share cannot be below 0% or above 100%.`,
    mend: 'Check the figure against its source. If it is a change or a share of a target, say so in the label.',
    detail: `${column.label} impossible ${texts.join(' ')}`,
    from: 0,
    to: texts[0]?.length ?? 0,
    cell: { row: first.row, column: column.at },
  });
}

const shareOfWhole =
  /\b(share|proportion|(%|per ?cent(age)?) of (the )?(total|all|overall|whole|cohort)|breakdown)\b/i;

function sumFinding(document: ReadDocument, table: TablePart, column: Column, words: string): Finding | null {
  const total = sumRows(table).find(({ kind }) => kind === 'total');
  const whole = total ? column.figure(total.row) : null;
  const known = table.known?.summed?.[column.at];
  const says100 = whole !== null && Math.abs(whole.value - 100) <= 1;
  if (known === false || !(known || says100 || shareOfWhole.test(column.label))) return null;
  if (saysOverlap(words) || notAShare.test(column.label)) return null;
  const lines = total?.lines ?? table.rows.map((_, row) => row);
  const shares = lines.map((row) => column.figure(row)).filter((figure) => figure !== null);
  // A blank cell is a share nobody printed, so its column cannot be expected to make 100.
  if (shares.length < 2 || shares.length < lines.length) return null;
  const sum = sumOf(shares.map(({ value }) => value));
  const decimals = Math.min(...shares.map((share) => share.decimals));
  const rounding = (shares.length + (whole ? 1 : 0)) * halfDigit(decimals);
  if (Math.abs(sum - 100) <= rounding + dust(sum)) return null;
  if (sum < 100 && saysSelection(wordsNaming(document, table))) return null;
  // A rate of 100% in every row is 100% overall too.
  if (!known && sum >= 150) return null;
  // Under a share's label without any total, rates of different wholes are as likely as an error.
  if (!known && !says100 && (sum < 90 || sum > 110)) return null;
  const texts = shares.map(({ row }) => table.rows[row]?.cells[column.at]?.text ?? '');
  const [first] = shares;
  return findingAt(id, document, table, {
    severity: 'medium',
    confidence: known || says100 ? 0.9 : 0.7,
    quote: `${column.label}: ${texts.join(' + ')}`,
    message: `The shares in “${column.label}” make ${numberText(sum, Math.max(0, decimals))}%, not 100%. ${roundingWords(rounding)}`,
    mend,
    detail: `${column.label} sum ${numberText(sum, 4)}`,
    from: 0,
    to: texts[0]?.length ?? 0,
    cell: { row: first?.row ?? 0, column: column.at },
  });
}

function roundingWords(rounding: number): string {
  return `Rounding explains at most ${Number(rounding.toFixed(3))} ${rounding === 1 ? 'point' : 'points'} either way. Either one of them is mistaken, or one is missing.`;
}

function sentenceFindings(document: ReadDocument, sentence: FigureSentence): Finding[] {
  const { part, text, from, figures } = sentence;
  const shares = figures.filter(({ kind }) => kind === 'percent');
  if (shares.length === 0 || saysOverlap(wordsAround(document, part))) return [];
  const above = notAShare.test(text)
    ? undefined
    : shares.find(
        ({ value, phrase, qualifier }) => value > 100 && qualifier === 'exactly' && phrase.startsWith('of '),
      );
  if (above)
    return [
      findingAt(id, document, part, {
        severity: 'medium',
        confidence: 0.75,
        message: `${above.raw} of anything is more than all of it.`,
        mend: 'Check the figure against its source. If it is a change or a share of a target, say so.',
        detail: `above ${above.raw} ${above.phrase}`,
        from: from + above.from,
        to: from + above.to,
      }),
    ];
  const divided = dividedShares(text, shares);
  return divided ? (wholeFinding(document, part, divided, from) ?? []) : [];
}

/** A unit that means a share of a hundred; percentage points are a difference. */
const perCent = /^(?:per ?cent\b|percentage\b|%)(?! ?points?\b)/i;

/** A figure on record that calls itself a percentage; one with a scale of its own is for outside-its-scale. */
function measureFinding(document: ReadDocument, part: Prose): Finding | null {
  const { measure } = part.known ?? {};
  if (!measure || measure.value === null || measure.minimum !== null || measure.maximum !== null) return null;
  const { value, unit } = measure;
  if (!perCent.test(unit.trim()) || (value >= 0 && value <= 100) || notAShare.test(part.text)) return null;
  return findingAt(id, document, part, {
    severity: 'medium',
    confidence: 0.85,
    message: `${amountText(value, 'percent')} is recorded here, and a share cannot be below 0% or above 100%.`,
    mend: 'Check the figure against its source. If it is a change or a share of a target, say so in its title.',
    detail: `impossible ${value}`,
    from: 0,
    to: part.text.length,
  });
}

const rest = /\b(the )?(remaining|rest|remainder|others?)\b[^.%]{0,25}$/i;
const pairs: readonly RegExp[] = [/\b(boys?|males?|men)\b/i, /\b(girls?|females?|women)\b/i];

/** Shares of a sentence that plainly divide one whole: three or more of which the last is the rest, or girls and boys. */
function dividedShares(text: string, shares: readonly Quantity[]): readonly Quantity[] | null {
  const last = shares.at(-1);
  const [first] = shares;
  if (!first || !last || shares.length < 2) return null;
  const changes = notAShare.test(text) || shares.some(({ qualifier }) => qualifier !== 'exactly');
  if (changes) return null;
  const before = text.slice(shares.at(-2)?.to ?? 0, last.from);
  if (rest.test(before) && /\b(remaining|rest|remainder)\b/i.test(before)) return shares;
  const after = shares.map(({ to }, at) => text.slice(to, shares[at + 1]?.from ?? text.length));
  const sexes = shares.length <= 3 && pairs.every((pair) => after.some((words) => pair.test(words)));
  return sexes && after.every((words, at) => at === after.length - 1 || words.length < 40) ? shares : null;
}

function wholeFinding(
  document: ReadDocument,
  part: Prose,
  shares: readonly Quantity[],
  offset: number,
): Finding[] | null {
  const sum = sumOf(shares.map(({ value }) => value));
  const decimals = Math.min(...shares.map((share) => share.decimals));
  const rounding = shares.length * halfDigit(decimals);
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || Math.abs(sum - 100) <= rounding + dust(sum)) return null;
  // Of girls and boys alone, some may not be known.
  if (shares.length === 2 && sum < 100) return null;
  return [
    findingAt(id, document, part, {
      severity: 'medium',
      confidence: 0.75,
      message: `${listWords(shares.map(({ raw }) => raw))} make ${numberText(sum, Math.max(0, decimals))}%, not 100%. ${roundingWords(rounding)}`,
      mend,
      detail: `shares ${shares.map(({ value }) => value).join(' ')}`,
      from: offset + first.from,
      to: offset + last.to,
    }),
  ];
}

const breakdown =
  /\b(break(s|ing)? ?down|broken down|split|made up of|composed of|comprised?|distribution|divided)\b/i;

/** Items under an introduction that calls them a breakdown, each beginning with or ending in one share. */
function listFindings(document: ReadDocument): Finding[] {
  const shareOf = new Map<number, Quantity[]>();
  for (const { part, figures } of sentencesWithFigures(document))
    if (part.kind === 'item')
      shareOf.set(part.at, [
        ...(shareOf.get(part.at) ?? []),
        ...figures.filter(({ kind }) => kind === 'percent'),
      ]);
  return document.parts.flatMap((intro) => {
    if (intro.kind === 'table' || intro.kind === 'heading' || !isOwn(intro) || intro.kind === 'item')
      return [];
    if (!breakdown.test(intro.text) || saysSelection(intro.text) || saysOverlap(intro.text)) return [];
    const shares: Quantity[] = [];
    let at = intro.at + 1;
    for (; document.parts[at]?.kind === 'item'; at += 1) {
      const own = shareOf.get(at);
      if (own?.length !== 1 || !own[0]) return [];
      shares.push(own[0]);
    }
    const last = document.parts[at - 1];
    const first = document.parts[intro.at + 1];
    if (shares.length < 3 || first?.kind !== 'item' || last?.kind !== 'item') return [];
    const sum = sumOf(shares.map(({ value }) => value));
    const closes = /\b(other|rest|remaining|not (known|stated|recorded)|unknown)\b/i.test(last.text);
    if (sum < 80 || sum > 120 || (sum < 100 && !closes) || notAShare.test(intro.text)) return [];
    const found =
      wholeFinding(
        document,
        first,
        shares.map((share) => ({ ...share, from: 0, to: 0 })),
        0,
      ) ?? [];
    return found.map((one) => ({ ...one, quote: shares.map(({ raw }) => raw).join(' + ') }));
  });
}
