// A number in the words that contradicts the table it speaks of ("8 sessions for each course", and no row holds 8), and a
// number the document gives twice with two values. Only where the words name the row, each row, or the total; where they
// speak of another period or of a part only, silence.
import { headingsOver, type ReadDocument, type TablePart } from '../../reading/document.ts';
import type { Quantity } from '../../reading/language/quantities.ts';
import { timesIn } from '../../reading/language/times.ts';
import { contentWords, shareIn, stemOf } from '../content-words.ts';
import { numberText, sumOf } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { type FigureSentence, sentencesWithFigures } from '../printed-figures.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { statedTwice } from '../stated-twice.ts';
import { type Column, columnsOf, rowLabel, sumRows } from '../tables.ts';

const id = 'text-against-table';
/** How many parts away the words may stand from the table they speak of. */
const reach = 25;

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'The words and a table say different numbers',
  why: 'When words and table differ, readers cannot tell which is right, and trust neither.',
  severities: ['high', 'medium'],
  check: (document) => {
    const sentences = sentencesWithFigures(document).filter(({ part }) => part.stance === 'fact');
    const found = document.parts.flatMap((part) =>
      part.kind === 'table' ? againstTable(document, part, sentences) : [],
    );
    return [...found, ...statedTwice(id, document, sentences)];
  },
};

interface Subject {
  table: TablePart;
  columns: readonly Column[];
  lines: readonly number[];
  total: number | null;
  /** Words of the first column's label: what each row is. */
  each: ReadonlySet<string>;
  /** Words that are the table's own. */
  words: ReadonlySet<string>;
}

function againstTable(
  document: ReadDocument,
  table: TablePart,
  sentences: readonly FigureSentence[],
): Finding[] {
  const columns = columnsOf(table).filter(({ at, kind }) => at > 0 && kind === 'count');
  if (columns.length === 0 || table.rows.length < 2) return [];
  const over = headingsOver(document, table);
  const total = sumRows(table).find(({ kind }) => kind === 'total');
  const labels = table.rows.map((_, row) => rowLabel(table, row));
  const subject: Subject = {
    table,
    columns,
    lines: total?.lines ?? table.rows.map((_, row) => row),
    total: total?.row ?? null,
    each: contentWords(table.header[0] ?? '', 'any'),
    words: contentWords(
      [table.caption ?? '', ...table.header, ...labels, ...over.map(({ text }) => text)].join(' '),
      'any',
    ),
  };
  const near = sentences.filter(
    ({ part }) =>
      Math.abs(part.at - table.at) <= reach &&
      headingsOver(document, part).some((heading) => over.includes(heading)),
  );
  return near.flatMap((sentence) =>
    samePeriod(document, subject, sentence) ? doubtsIn(document, subject, sentence) : [],
  );
}

const otherTimes =
  /\b(last year|previous(ly)?|prior|so far|to date|since|planned|plan(s|ning)?|will|target|capacity|maximum|a further|additional|extra|another|more than|fewer than|on average|average|up to|per (month|week|quarter|term))\b/i;

/** A sentence about another time, or a part of the table's, contradicts nothing in it. */
function samePeriod(document: ReadDocument, { table }: Subject, { text }: FigureSentence): boolean {
  if (otherTimes.test(text)) return false;
  const spans = timesIn(text);
  if (spans.length === 0) return true;
  const [own] = timesIn([table.caption ?? '', ...table.header].join('. '));
  const period = own ?? document.period;
  return (
    period !== null &&
    spans.every(({ from_on, to_on }) => from_on === period.from_on && to_on === period.to_on)
  );
}

function doubtsIn(document: ReadDocument, subject: Subject, sentence: FigureSentence): Finding[] {
  return sentence.figures.flatMap((figure) => {
    if (figure.kind !== 'count' || figure.qualifier !== 'exactly' || figure.outOf !== null) return [];
    const column = columnNamed(subject, figure);
    if (!column) return [];
    const found =
      eachDoubt(subject, sentence, figure, column) ??
      totalDoubt(subject, sentence, figure, column) ??
      rowDoubt(subject, sentence, figure, column);
    if (found === null) return [];
    return [
      findingAt(id, document, sentence.part, {
        severity: 'high',
        confidence: found.confidence,
        message: `${found.message} Either the words or the table are mistaken, or they speak of different things, which the words could say.`,
        mend: 'Check both against the source, and print the same number in both places.',
        detail: `${figure.raw} ${figure.phrase} ${found.message}`,
        from: sentence.from + figure.from,
        to: sentence.from + figure.to,
      }),
    ];
  });
}

interface Doubt {
  confidence: number;
  message: string;
}

/** The one column whose label has the counted noun: "sessions" of "8 sessions". */
function columnNamed({ columns }: Subject, { phrase }: Quantity): Column | null {
  const noun = /^([a-z'’-]+(?: [a-z'’-]+)*?)(?: (?:of|in|for|from|at|on|with|and|or)\b.*)?$/.exec(
    phrase,
  )?.[1];
  const head = noun ? stemOf(noun.split(' ').at(-1) ?? '') : '';
  if (head.length < 4) return null;
  const [column, ...others] = columns.filter(({ label }) => contentWords(label, 'any').has(head));
  return column && others.length === 0 ? column : null;
}

/** "8 sessions for each course", "each course had 8 sessions". */
function eachDoubt(
  subject: Subject,
  sentence: FigureSentence,
  figure: Quantity,
  column: Column,
): Doubt | null {
  const after = sentence.text.slice(figure.to, figure.to + 70);
  const before = sentence.text.slice(Math.max(0, figure.from - 50), figure.from);
  const noun =
    /^[a-z ’'-]{0,40}?\b(?:for|per|in|of|on|to|at) (?:each|every|both|all)(?: of (?:the|our|these))? ([a-z]+)/i.exec(
      after,
    )?.[1] ??
    /\b(?:each|every) ([a-z]+) (?:had|has|ran|held|was given|received|offered) (?:only |just )?$/i.exec(
      before,
    )?.[1];
  if (!noun || !subject.each.has(stemOf(noun.toLowerCase()))) return null;
  const named = rowsNamed(subject, sentence);
  const rows = named.length > 0 ? named : subject.lines;
  const values = valuesOf(column, rows);
  if (values.length === 0 || values.some(({ value }) => value === figure.value)) return null;
  return {
    confidence: 0.8,
    message: `The words say ${figure.raw} ${figure.phrase} for each ${noun}, and the table gives ${shown(subject, values)} under “${column.label}”.`,
  };
}

function valuesOf(column: Column, rows: readonly number[]): { row: number; value: number }[] {
  return rows.flatMap((row) => {
    const figure = column.figure(row);
    return figure ? [{ row, value: figure.value }] : [];
  });
}

function shown({ table }: Subject, values: readonly { row: number; value: number }[]): string {
  const few = values.slice(0, 3).map(({ row, value }) => `${numberText(value, 0)} (${rowLabel(table, row)})`);
  return values.length > 3 ? `${few.join(', ')} and others` : listWords(few);
}

/** Letters by themselves tell courses and groups apart: "Working Together A". */
function tokensOf(text: string): Set<string> {
  const letters = [
    ...text.matchAll(/(?<=[a-z)] )([B-Z]|A(?! (?!and\b|or\b|to\b|courses?\b|training\b)[a-z]))(?![\w.])/g),
  ].map(([letter]) => letter);
  return new Set([...contentWords(text, 'any'), ...letters]);
}

/** The rows whose own words, not shared with every other row, all stand in the sentence. */
function rowsNamed({ table, lines }: Subject, { text }: FigureSentence): number[] {
  const tokens = lines.map((row) => tokensOf(rowLabel(table, row)));
  const said = tokensOf(text);
  return lines.filter((_, at) => {
    const own = [...(tokens[at] ?? [])];
    const telling = own.filter((token) => !tokens.every((other) => other.has(token)));
    const letters = telling.filter((token) => token.length === 1);
    if (letters.length > 0) return letters.every((token) => said.has(token));
    return telling.length > 0 && telling.every((token) => said.has(token));
  });
}

const totalWords = /\b(a total of|in total|in all|altogether|overall)\b/i;

/** "A total of 340 people attended": only where the sentence is about all the table counts. */
function totalDoubt(
  subject: Subject,
  sentence: FigureSentence,
  figure: Quantity,
  column: Column,
): Doubt | null {
  const around = sentence.text.slice(Math.max(0, figure.from - 22), figure.to + figure.phrase.length + 22);
  const isBeside = sentence.part.section === subject.table.section;
  if (!isBeside || !totalWords.test(around) || !isAllItsOwn(subject, sentence)) return null;
  if (rowsNamed(subject, sentence).length > 0) return null;
  const sum = sumOf(valuesOf(column, subject.lines).map(({ value }) => value));
  const printed = subject.total === null ? null : (column.figure(subject.total)?.value ?? null);
  if (!column.adds || sum === figure.value || printed === figure.value) return null;
  const given = printed ?? sum;
  return {
    confidence: 0.75,
    message: `The words give ${figure.raw} ${figure.phrase} in total, and the table ${numberText(given, 0)} (${column.label}).`,
  };
}

function rowDoubt(
  subject: Subject,
  sentence: FigureSentence,
  figure: Quantity,
  column: Column,
): Doubt | null {
  const [row, ...others] = rowsNamed(subject, sentence);
  if (row === undefined || others.length > 0 || !isAllItsOwn(subject, sentence)) return null;
  const label = rowLabel(subject.table, row);
  const value = column.figure(row)?.value;
  const isWhole = shareIn(contentWords(label, 'any'), contentWords(sentence.text, 'any')) === 1;
  if (value === undefined || value === figure.value || !isWhole || contentWords(label, 'any').size < 2)
    return null;
  const counted = sentence.figures.filter((one) => columnNamed(subject, one) === column);
  if (counted.length > 1) return null;
  return {
    confidence: 0.75,
    message: `The words give ${figure.raw} ${figure.phrase} for “${label}”, and the table ${numberText(value, 0)} (${column.label}).`,
  };
}

const plainVerbs = new Set(
  'deliver held hold attend run ran took take receiv complet undertak undertook hous total number cours train ther been multi agency staff'
    .split(' ')
    .map((word) => stemOf(word)),
);

/** Whether the sentence says next to nothing the table does not, so that it speaks of the whole of it. */
function isAllItsOwn({ words }: Subject, { text }: FigureSentence): boolean {
  const foreign = [...contentWords(text)].filter((word) => !words.has(word) && !plainVerbs.has(word));
  return foreign.length <= 2;
}
