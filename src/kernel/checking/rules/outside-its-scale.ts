// A score outside the scale it was measured on: the scale the text prints ("6.2 out of 5", "on a scale of 1 to 10"), the one
// of the record, or that of a published questionnaire. A group's mean where hardly any group's lies is asked about, not denied.
import type { Measure } from '../../evidence/shapes.ts';
import { isProse, type Prose, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Quantity } from '../../reading/language/quantities.ts';
import { decimalsOf, numberText } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { type FigureSentence, isOwn, sentencesWithFigures } from '../printed-figures.ts';
import { type Found, findingAt, type Rule } from '../rule.ts';
import { columnsOf, rowLabel, rowText } from '../tables.ts';
import { type MeasurementScale, measurementScales } from '../vocabulary/measurement-scales.ts';

const id = 'outside-its-scale';
const mend =
  'Check the score and the scale against their source, and print which questionnaire and scoring were used.';

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'A score outside its scale',
  why: 'A score its scale cannot give was mistyped or belongs to another scale, and readers would draw the wrong conclusion.',
  severities: ['high', 'medium', 'low'],
  check: (document) => [
    ...document.parts.flatMap((part) => {
      if (part.kind === 'table') return tableFindings(document, part);
      if (isProse(part) && part.known?.measure)
        return measureFinding(document, part, part.known.measure) ?? [];
      return isProse(part) && isOwn(part) ? outOfFindings(document, part) : [];
    }),
    ...sentencesWithFigures(document).flatMap((sentence) => {
      const found = sentence.part.known?.measure ? null : scaleDoubt(sentence);
      return found ? [findingAt(id, document, sentence.part, found)] : [];
    }),
  ],
};

const outOf =
  /(?<![\d.,£/-])(\d+(?:\.\d+)?) (?:out of|\/) (?:a possible |a maximum of )?(\d+)(?![\d/%]|[.,]\d)/gi;
const ofScore =
  /\b(scor(?:e|ed|es|ing)|rat(?:ed|ing|ings)|mean|average|averag(?:ed|ing)|median|scale|stars?|marks?|points?|confidence|satisfaction)\b/i;

/** "6.2 out of 5". */
function outOfFindings(document: ReadDocument, part: Prose): Finding[] {
  return [...part.text.matchAll(outOf)].flatMap((match) => {
    const [value, most] = [Number(match[1]), Number(match[2])];
    const around = part.text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 50);
    if (value <= most || !ofScore.test(around)) return [];
    return [
      findingAt(id, document, part, {
        severity: 'high',
        confidence: 0.9,
        message: `A score cannot be more than the end of its scale, and ${match[1]} is more than ${match[2]}.`,
        mend,
        detail: `${match[1]} out of ${match[2]}`,
        from: match.index,
        to: match.index + match[0].length,
      }),
    ];
  });
}

const printedScale =
  /\b(?:scale|scored|rated|ratings?|scores?|range[sd]?)\b[^.;]{0,30}?\b(?:from |of |between |\()(\d{1,3})(?: ?[-–] ?| to | and )(\d{1,3})\b(?! ?(?:years?|year.olds?|%|per cent|months?))/i;

function scaleDoubt({ text, from, figures }: FigureSentence): Found | null {
  const named = measurementScales.find(({ pattern }) => pattern.test(text));
  const printed = printedScale.exec(text);
  if (!named && !printed) return null;
  const scores = figures.filter((figure) => isScore(text, figure, named !== undefined));
  const ends = printed ? [Number(printed[1]), Number(printed[2])] : null;
  for (const score of scores) {
    const place = { from: from + score.from, to: from + score.to };
    const inside =
      ends &&
      score.from >= (printed?.index ?? 0) &&
      score.to <= (printed?.index ?? 0) + (printed?.[0].length ?? 0);
    if (inside) continue;
    if (ends && (ends[0] ?? 0) < (ends[1] ?? 0) && isOutside(score.value, ends[0] ?? 0, ends[1] ?? 0))
      return { ...outside(score, `the scale printed here runs from ${ends[0]} to ${ends[1]}`), ...place };
    const found = named && !ends ? namedDoubt(text, score, named) : null;
    if (found) return { ...found, ...place };
  }
  return null;
}

/** A mean or a score, not the number of those who answered. */
function isScore(text: string, { kind, from, to, qualifier, phrase }: Quantity, named: boolean): boolean {
  if (kind === 'mean') return qualifier === 'exactly' || qualifier === 'about';
  if (!named || (kind !== 'count' && kind !== 'number') || phrase.split(' ').length > 2) return false;
  const before = text.slice(Math.max(0, from - 30), from);
  const after = text.slice(to, to + 15);
  return (
    /\b(scored?|scores?( of| was| is| were)?|mean( score)?( of| was)?|average( score)?( of| was)?)\s+(from |of )?$/i.test(
      before,
    ) || /^ (to \d|points?\b)/.test(after)
  );
}

function isOutside(value: number, minimum: number, maximum: number): boolean {
  return value < minimum || value > maximum;
}

function namedDoubt(
  text: string,
  score: Quantity,
  { name, minimum, maximum, usual }: MeasurementScale,
): Omit<Found, 'from' | 'to'> | null {
  const range = `the ${name} runs from ${minimum} to ${maximum}`;
  if (
    /\b(change|difference|improv\w+ (by|of)|gain|points?)\b/i.test(
      text.slice(Math.max(0, score.from - 40), score.to + 10),
    )
  )
    return null;
  if (score.outOf !== null && score.outOf !== maximum)
    return {
      ...outside(score, range),
      severity: 'low',
      confidence: 0.5,
      message: `It is printed as out of ${score.outOf}, and ${range}. Was it scored in another way?`,
    };
  if (isOutside(score.value, minimum, maximum)) return outside(score, range);
  const isMean = /\b(mean|average|median)\b/i.test(text);
  if (!usual || !isMean || !isOutside(score.value, usual.from, usual.to)) return null;
  const side = score.value < usual.from ? 'low' : 'high';
  return {
    severity: 'medium',
    confidence: 0.7,
    message:
      `${score.raw} would be unusually ${side} for a whole group: ${range}, and means of groups mostly lie between ` +
      `${usual.from} and ${usual.to}. Could it be another scoring, such as a transformed or converted score, or a slip?`,
    mend,
    detail: `unusual ${score.value} ${name}`,
  };
}

function outside(score: Quantity, range: string): Omit<Found, 'from' | 'to'> {
  return {
    severity: 'high',
    confidence: 0.85,
    message: `${score.raw} lies outside its scale: ${range}.`,
    mend,
    detail: `outside ${score.value} ${range}`,
  };
}

/** "Mean score (1-5)", "Confidence out of 10", "SDQ mean". */
function tableFindings(document: ReadDocument, table: TablePart): Finding[] {
  return columnsOf(table).flatMap((column) => {
    const { label } = column;
    const ends = endsIn(label);
    if (!ends || column.kind === 'percent' || /\b(number|count|change|difference|responses|n)\b/i.test(label))
      return [];
    return table.rows.flatMap((row, at) => {
      const figure = column.figure(at);
      if (!figure || !isOutside(figure.value, ends.minimum, ends.maximum)) return [];
      const cell = row.cells[column.at]?.text ?? '';
      return [
        findingAt(id, document, table, {
          severity: 'high',
          confidence: 0.85,
          quote: rowText(row),
          message: `“${label}” runs from ${ends.minimum} to ${ends.maximum}, and ${cell} (${rowLabel(table, at)}) lies outside it.`,
          mend,
          detail: `${label} ${rowLabel(table, at)} ${cell}`,
          from: 0,
          to: cell.length,
          cell: { row: at, column: column.at },
        }),
      ];
    });
  });
}

function endsIn(label: string): { minimum: number; maximum: number } | null {
  if (!ofScore.test(label)) return null;
  const range = /\(?\b(\d{1,3}) ?(?:[-–]|to) ?(\d{1,3})\b\)?/.exec(label);
  if (range && Number(range[1]) < Number(range[2]))
    return { minimum: Number(range[1]), maximum: Number(range[2]) };
  const most = /\bout of (\d{1,3})\b/i.exec(label)?.[1];
  if (most) return { minimum: 0, maximum: Number(most) };
  return measurementScales.find(({ pattern }) => pattern.test(label)) ?? null;
}

function measureFinding(document: ReadDocument, part: Prose, measure: Measure): Finding | null {
  const { value, minimum, maximum, decimals } = measure;
  if (value === null) return null;
  const low = minimum !== null && value < minimum;
  const high = maximum !== null && value > maximum;
  if (!low && !high) return null;
  const scale = [minimum, maximum].map((end) => (end === null ? '?' : numberText(end, decimalsOf(end))));
  return findingAt(id, document, part, {
    severity: 'high',
    confidence: 0.95,
    message: `The scale runs from ${scale.join(' to ')}, and ${numberText(value, decimals)} lies outside it.`,
    mend,
    detail: `outside ${value} ${scale.join(' ')}`,
    from: 0,
    to: part.text.length,
  });
}
