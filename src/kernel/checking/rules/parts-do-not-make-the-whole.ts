// What must hold by definition: infant deaths are neonatal and post-neonatal ones, 55 boys and 70 girls are 125 children, and
// nobody can be 45 of 40. Only within one list or table, for one period and area, beyond rounding; otherwise silence.
import type { Measure } from '../../evidence/shapes.ts';
import { isProse, type Prose, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Quantity } from '../../reading/language/quantities.ts';
import { brokenIn, isElsewhere, type Labelled, periodOf } from '../broken-identities.ts';
import { numberText, sumOf } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { type FigureSentence, isOwn, sentencesWithFigures } from '../printed-figures.ts';
import { wronglyMadeUp } from '../made-up-of.ts';
import { findingAt, listWords, type Rule, whereOf } from '../rule.ts';
import { type Column, columnsOf, rowLabel, rowText } from '../tables.ts';
import { identities, narrowing } from '../vocabulary/identities.ts';

const id = 'parts-do-not-make-the-whole';
const mend = 'Check the figures against their sources, and the period, area and group each is about.';
const grave = { severity: 'high', confidence: 0.8, mend } as const;

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'Parts that do not make their whole',
  why: 'What must be true by definition and is not shows that figures come from different periods or were mistyped.',
  severities: ['high', 'medium'],
  check: (document) => [
    ...document.parts.flatMap((part) => {
      if (part.kind === 'table') return [...tableIdentities(document, part), ...tableSteps(document, part)];
      if (!isProse(part)) return [];
      if (part.known?.measure) return measureFinding(document, part, part.known.measure) ?? [];
      return isOwn(part) ? moreThanAll(document, part) : [];
    }),
    ...sentencesWithFigures(document).flatMap((sentence) => sexesFinding(document, sentence) ?? []),
    ...sentencesWithFigures(document).flatMap((sentence) => madeUpFindings(document, sentence)),
    ...proseIdentities(document),
  ],
};

function proseIdentities(document: ReadDocument): Finding[] {
  const labelled = sentencesWithFigures(document).flatMap((sentence) => {
    const [figure, ...others] = sentence.figures;
    return figure && others.length === 0 ? [labelledOf(sentence, figure)] : [];
  });
  return identities.flatMap((identity) =>
    brokenIn(identity, labelled).flatMap(({ whole, parts, message, detail }) => {
      const part = document.parts[whole.at];
      if (!part || part.kind === 'table') return [];
      return [
        findingAt(id, document, part, {
          ...grave,
          message,
          detail,
          quote: [whole, ...parts].map(({ text }) => text).join(' | '),
          from: 0,
          to: part.text.length,
        }),
      ];
    }),
  );
}

function labelledOf({ part, text }: FigureSentence, figure: Quantity): Labelled {
  return {
    text,
    value: figure.value,
    decimals: figure.decimals,
    unit: `${figure.kind} ${figure.per ?? ''}`,
    period: periodOf(text),
    elsewhere: isElsewhere(text),
    group: String(part.section),
    at: part.at,
  };
}

/** Rows named by their first cell, each column by itself. */
function tableIdentities(document: ReadDocument, table: TablePart): Finding[] {
  return columnsOf(table).flatMap((column) => {
    if (column.at === 0) return [];
    const labelled = table.rows.flatMap((_, row): Labelled[] => {
      const figure = column.figure(row);
      const text = rowLabel(table, row);
      const unit = /\bper [\d,]+/i.exec(`${text} ${column.label} ${table.caption ?? ''}`)?.[0] ?? '';
      const counted = column.kind === 'count' && unit === '' ? 'count' : column.kind;
      return figure
        ? [
            {
              text,
              value: figure.value,
              decimals: figure.decimals,
              unit: `${counted} ${unit}`,
              period: periodOf(text),
              elsewhere: isElsewhere(text),
              group: '',
              at: row,
            },
          ]
        : [];
    });
    return identities.flatMap((identity) =>
      brokenIn(identity, labelled).map(({ whole, parts, message, detail }) => {
        const quote = [whole, ...parts]
          .map(({ at }) => rowText(table.rows[at] ?? { cells: [], line: null, page: null }))
          .join('; ');
        const to = table.rows[whole.at]?.cells[column.at]?.text.length ?? 0;
        return findingAt(id, document, table, {
          ...grave,
          message,
          detail: `${column.label} ${detail}`,
          quote,
          from: 0,
          to,
          cell: { row: whole.at, column: column.at },
        });
      }),
    );
  });
}

/** More attended than were invited: possible only where others came too. */
function tableSteps(document: ReadDocument, table: TablePart): Finding[] {
  const columns = columnsOf(table).filter(({ kind }) => kind === 'count');
  return narrowing.flatMap(({ wide, narrow }) => {
    const from = columns.find(({ label }) => wide.test(label.trim()));
    const to = columns.find(({ label }) => narrow.test(label.trim()));
    if (!from || !to) return [];
    return table.rows.flatMap((_, row) => stepFinding(document, table, from, to, row) ?? []);
  });
}

function stepFinding(
  document: ReadDocument,
  table: TablePart,
  wide: Column,
  narrow: Column,
  row: number,
): Finding | null {
  const [most, some] = [wide.figure(row), narrow.figure(row)];
  if (!most || !some || some.value <= most.value) return null;
  const cell = table.rows[row]?.cells[narrow.at]?.text ?? '';
  return findingAt(id, document, table, {
    severity: 'medium',
    confidence: 0.7,
    quote: rowText(table.rows[row] ?? { cells: [], line: null, page: null }),
    message:
      `In the row “${rowLabel(table, row)}”, “${narrow.label}” (${cell}) is more than “${wide.label}” (${numberText(most.value, 0)}). ` +
      'Either one of them is mistaken, or others are counted too.',
    mend,
    detail: `${rowLabel(table, row)} ${most.value} ${some.value}`,
    from: 0,
    to: cell.length,
    cell: { row, column: narrow.at },
  });
}

const ofAll =
  /(?<![\d.,£/-])(\d[\d,]*) (?:out )?of (?:the |all |our |all the )?(\d[\d,]*)(?![\d.,%/]) ([a-z]+)/gi;
const counts =
  /^(children|young|people|pupils|families|schools|agencies|partners|members|cases|audits|parents|carers|staff|practitioners|professionals|delegates|respondents|responses|referrals|reviews|recommendations|actions|settings|sessions|learners|records|plans|visits|assessments)\b/i;
const ordinal =
  /\b(step|page|part|phase|stage|session|question|standard|section|chapter|version|year|age|aged|average|score|rate)\s*$/i;
const invited =
  /\bof (?:the |these |those |all |all the )?(\d[\d,]*) (?:[a-z-]+ ){0,3}(invited|offered|eligible|contacted|asked|sent)\b[^.;\d]{0,30}?,? (\d[\d,]*) (?:(?:have|had|then|actually) ){0,2}(attended|accepted|completed|returned|responded|replied|took part|came)\b/gi;

/** "45 of the 40 schools", "of the 40 invited, 45 attended". */
function moreThanAll(document: ReadDocument, part: Prose): Finding[] {
  const value = (printed = '') => Number(printed.replaceAll(',', ''));
  const direct = [...part.text.matchAll(ofAll)].filter(({ index, 1: some, 2: all, 3: noun = '' }) => {
    const before = part.text.slice(Math.max(0, index - 20), index);
    const isYear = value(all) >= 1990 && value(all) <= 2060;
    return value(some) > value(all) && counts.test(noun) && !ordinal.test(before) && !isYear;
  });
  const steps = [...part.text.matchAll(invited)].filter(({ 1: all, 3: some }) => value(some) > value(all));
  return [...direct, ...steps].map((match) =>
    findingAt(id, document, part, {
      severity: 'high',
      confidence: 0.8,
      message:
        'The part is more than the whole it is taken from. Either one of the two numbers is mistaken, or they stand the wrong way round.',
      mend,
      detail: `more than all ${match[0]}`,
      from: match.index,
      to: match.index + match[0].length,
    }),
  );
}

function madeUpFindings(document: ReadDocument, sentence: FigureSentence): Finding[] {
  return wronglyMadeUp(sentence).map(({ whole, parts, from, to }) => {
    const sum = sumOf(parts);
    const apart = Math.abs(sum - whole);
    const be = apart === 1 ? ['was', 'is'] : ['were', 'are'];
    return findingAt(id, document, sentence.part, {
      ...grave,
      message:
        `${listWords(parts.map((part) => numberText(part, 0)))} make ${numberText(sum, 0)}, and the whole is given as ${numberText(whole, 0)}. ` +
        `Either one of the numbers is mistaken, or ${numberText(apart, 0)} ${sum > whole ? `${be[0]} counted twice` : `${be[1]} missing`}.`,
      detail: `made up of ${whole} ${parts.join(' ')}`,
      from: sentence.from + from,
      to: sentence.from + to,
    });
  });
}

const wholeNouns = /\b(children|pupils|young people|people|babies|infants|learners|students)\b/i;
const male = /\b(boys?|males?|young men)\b/i;
const female = /\b(girls?|females?|young women)\b/i;

/** "120 children (55 boys and 70 girls)". */
function sexesFinding(document: ReadDocument, { part, text, from, figures }: FigureSentence): Finding | null {
  const counted = figures.filter(({ kind, qualifier }) => kind === 'count' && qualifier === 'exactly');
  const boys = counted.find(({ phrase }) => male.test(phrase));
  const girls = counted.find(({ phrase }) => female.test(phrase));
  if (!boys || !girls) return null;
  const first = Math.min(boys.from, girls.from);
  const whole = counted.findLast(
    ({ phrase, to }) => to <= first && wholeNouns.test(phrase) && !male.test(phrase) && !female.test(phrase),
  );
  const last = Math.max(boys.to, girls.to);
  const others = counted.filter((figure) => figure !== whole && figure.from > (whole?.from ?? 0));
  if (!whole || last - whole.to > 90 || others.length !== 2) return null;
  // Between the whole and its parts nothing else may begin: "120 children (55 boys", "120 children, 55 boys".
  if (
    !/^[a-z ]*(?:[(:,–—-]|of (?:whom|which|these)|were|made up of|comprising)[^.;]{0,30}$/i.test(
      text.slice(whole.to, first),
    )
  )
    return null;
  const sum = boys.value + girls.value;
  if (sum === whole.value) return null;
  const explained =
    sum < whole.value && /\b(not (known|recorded|stated)|unknown|non-binary|other|prefer)/i.test(part.text);
  if (explained) return null;
  return findingAt(id, document, part, {
    severity: sum > whole.value ? 'high' : 'medium',
    confidence: sum > whole.value ? 0.85 : 0.65,
    message:
      `${boys.raw} and ${girls.raw} make ${numberText(sum, 0)}, not ${whole.raw}. Either one of the numbers is mistaken` +
      (sum < whole.value ? ', or for some it is not known, which the text could say.' : '.'),
    mend,
    detail: `sexes ${whole.value} ${boys.value} ${girls.value}`,
    from: from + whole.from,
    to: from + last,
  });
}

function measureFinding(document: ReadDocument, part: Prose, measure: Measure): Finding | null {
  const { numerator, denominator, unit } = measure;
  if (numerator === null || denominator === null || denominator === 0 || numerator <= denominator)
    return null;
  const isShare = /^(per ?cent|percentage|%)/i.test(unit.trim());
  if (
    !isShare ||
    /\b(increase|decrease|change|rise|growth|fall|target|plan|budget|capacity|occupancy)\b/i.test(part.text)
  )
    return null;
  return findingAt(id, document, part, {
    severity: 'high',
    confidence: 0.9,
    message: `${numberText(numerator, 0)} cannot be a part of ${numberText(denominator, 0)} in “${whereOf(document, part)}”.`,
    mend,
    detail: `numerator ${numerator} ${denominator}`,
    from: 0,
    to: part.text.length,
  });
}
