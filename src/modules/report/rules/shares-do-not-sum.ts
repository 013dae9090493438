// Percentages that cannot be right: shares of one whole that do not make 100, a percentage that its own numerator and
// denominator contradict, one below 0 or above 100, and a mean outside the scale it was measured on.
import type { EvidenceItem } from '../../../kernel/evidence/evidence.ts';
import type { Measure, Table } from '../../../kernel/evidence/shapes.ts';
import type { Composition, ReportFinding } from '../composition.ts';
import { decimalsIn, isPercentUnit, measureText, numberText } from '../wording.ts';
import { type Found, findingAt, type Rule } from './rule.ts';

const id = 'shares-do-not-sum';

type Doubt = Omit<Found, 'severity' | 'mend'>;

export const rule: Rule = {
  id,
  title: 'A percentage cannot be right',
  why: 'A share that does not fit its whole shows that figures were mistyped or come from different groups.',
  check: ({ items }: Composition): ReportFinding[] =>
    items.flatMap((item) => {
      const doubts =
        item.content.shape === 'table'
          ? tableDoubts(item.content)
          : item.content.shape === 'measure'
            ? measureDoubts(item, item.content)
            : [];
      return doubts.map((doubt) =>
        findingAt(id, item, {
          severity: 'medium',
          mend: 'Check the figure against its source, and record the number and the whole it is a share of.',
          ...doubt,
        }),
      );
    }),
};

/** A percentage of change or of attainment may lie outside 0 to 100; a share may not. */
const notAShare =
  /\b(increase|decrease|change|rise|growth|fall|reduction|difference|variance|of (target|plan|budget))\b/i;

function tableDoubts(table: Table): Doubt[] {
  return table.columns.flatMap(({ label, kind, total }, at) => {
    if (kind !== 'percent') return [];
    const shares = table.rows.map((row) => row[at]).filter((cell) => typeof cell === 'number');
    if (shares.length === 0) return [];
    const doubts: Doubt[] = [];
    const impossible = notAShare.test(label) ? [] : shares.filter((share) => share < 0 || share > 100);
    if (impossible.length > 0) {
      const figures = impossible.map((share) => `${numberText(share, decimalsIn([share]))}%`).join(', ');
      doubts.push({
        quote: `${label}: ${figures}`,
        message: `“${label}” holds ${figures}, and a share cannot be below 0% or above 100%.`,
        detail: `${label} impossible ${figures}`,
      });
    }
    // A blank cell is a share nobody printed, so its column cannot be expected to make 100.
    if (total === 'sum' && shares.length === table.rows.length) doubts.push(...sumDoubt(label, shares));
    return doubts;
  });
}

function sumDoubt(label: string, shares: readonly number[]): Doubt[] {
  const decimals = decimalsIn(shares);
  const rounding = (shares.length * 10 ** -decimals) / 2;
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 100) <= rounding + 1e-9) return [];
  const unit = numberText(10 ** -decimals / 2, decimals + 1);
  return [
    {
      quote: `${label}: ${shares.map((share) => `${numberText(share, decimals)}%`).join(' + ')}`,
      message:
        `The shares in “${label}” make ${numberText(sum, decimals)}%, not 100%. Rounding explains at most ` +
        `${numberText(rounding, decimals + 1)} points either way (${unit} for each of ${shares.length} rows).`,
      detail: `${label} sum ${numberText(sum, 4)}`,
    },
  ];
}

function measureDoubts(item: EvidenceItem, measure: Measure): Doubt[] {
  const { value, minimum, maximum, unit, decimals } = measure;
  if (value === null) return [];
  const quote = measureText(measure);
  const doubts: Doubt[] = [];
  const low = minimum !== null && value < minimum;
  const high = maximum !== null && value > maximum;
  if (low || high) {
    const scale = [minimum, maximum].map((end) => (end === null ? '?' : numberText(end, decimalsIn([end]))));
    doubts.push({
      quote,
      message: `The scale runs from ${scale.join(' to ')}, and ${numberText(value, decimals)} lies outside it.`,
      detail: `outside ${value} ${scale.join(' ')}`,
    });
  } else if (isPercentUnit(unit) && (value < 0 || value > 100) && !notAShare.test(item.title)) {
    doubts.push({
      quote,
      message: 'A share cannot be below 0% or above 100%. If this is a change, say so in its title.',
      detail: `impossible ${value}`,
    });
  }
  return [...doubts, ...recomputedDoubt(measure, quote)];
}

function recomputedDoubt(measure: Measure, quote: string): Doubt[] {
  const { value, unit, decimals, numerator, denominator, qualifier } = measure;
  const scale = scaleOf(unit);
  if (value === null || numerator === null || denominator === null || scale === null) return [];
  if (denominator === 0)
    return [
      {
        quote,
        message: 'The whole is given as 0, so no percentage can be worked out from it.',
        detail: 'denominator 0',
      },
    ];
  const worked = (scale * numerator) / denominator;
  // "About" is taken as a rounding ten times coarser than the printed decimals.
  const rounding = (10 ** -decimals / 2) * (qualifier === 'about' ? 10 : 1) + 1e-9;
  const fits =
    qualifier === 'more-than' || qualifier === 'at-least'
      ? worked >= value - rounding
      : qualifier === 'fewer-than'
        ? worked <= value + rounding
        : Math.abs(worked - value) <= rounding;
  if (fits) return [];
  return [
    {
      quote,
      message:
        `${numberText(numerator, decimalsIn([numerator]))} of ${numberText(denominator, decimalsIn([denominator]))} is ` +
        `${numberText(worked, Math.max(decimals, 1))}${scale === 100 ? '%' : ` ${unit}`}, which is more than rounding away.`,
      detail: `recomputed ${value} ${numerator} ${denominator}`,
    },
  ];
}

/** What a rate is out of: 100 for per cent, 1000 for "per 1,000 live births"; null for a plain number. */
function scaleOf(unit: string): number | null {
  if (isPercentUnit(unit)) return 100;
  const rate = /\bper ([\d,]{3,})\b/i.exec(unit)?.[1];
  return rate ? Number(rate.replaceAll(',', '')) : null;
}
