// Evidence from a spreadsheet: the columns of the file, and what one row becomes. Statements and figures only; the other
// shapes need a person's eye.
import { z } from 'zod';
import { type Basis, basisWords, decimalsOf } from './item-shape.ts';
import type { ImportColumn } from '../../kernel/imports/import-column.ts';
import type { Content } from '../../kernel/evidence/shapes.ts';
import { topicNames, topics } from '../../kernel/evidence/topics.ts';

const labelled = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const itemColumns: readonly ImportColumn[] = [
  { field: 'title', header: 'Title', required: true, parse: 'text' },
  {
    field: 'shape',
    header: 'Shape',
    required: true,
    parse: 'choice',
    choices: [
      { value: 'statement', label: 'Statement' },
      { value: 'measure', label: 'Figure', aliases: ['Measure'] },
    ],
  },
  { field: 'topic', header: 'Topic', required: true, parse: 'choice', choices: labelled(topics) },
  { field: 'text', header: 'Text', aliases: ['Statement'], parse: 'text' },
  { field: 'value', header: 'Value', parse: 'number' },
  { field: 'unit', header: 'Unit', parse: 'text' },
  { field: 'numerator', header: 'Numerator', parse: 'number' },
  { field: 'denominator', header: 'Denominator', parse: 'number' },
  { field: 'basis', header: 'Basis', parse: 'choice', choices: labelled(basisWords) },
  { field: 'period_from_on', header: 'Period from', parse: 'day' },
  { field: 'period_to_on', header: 'Period to', parse: 'day' },
  { field: 'period_label', header: 'Period label', aliases: ['Period as printed'], parse: 'text' },
  { field: 'geography', header: 'Geography', aliases: ['Area'], parse: 'text' },
  { field: 'source', header: 'Source', aliases: ['Source code', 'Source title'], parse: 'text' },
  { field: 'locator', header: 'Locator', aliases: ['Place in the source', 'Page'], parse: 'text' },
  { field: 'agency', header: 'Agency', parse: 'text' },
  { field: 'comparator_value', header: 'Comparator value', aliases: ['Compared with'], parse: 'number' },
  { field: 'comparator_label', header: 'Comparator label', aliases: ['Comparator'], parse: 'text' },
];

const short = (most: number, label: string) =>
  z.string().max(most, `${label} must be ${most} characters or fewer`).nullable();

/** One row as its cells were read; the rules that concern several cells at once. */
export const importedRow = z
  .strictObject({
    title: z.string().min(1, 'The title is empty').max(300, 'The title must be 300 characters or fewer'),
    shape: z.enum(['statement', 'measure']),
    topic: z.enum(topicNames),
    text: short(8000, 'The text'),
    value: z.number().nullable(),
    unit: short(60, 'The unit'),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    basis: z.enum(Object.keys(basisWords) as [Basis]).nullable(),
    period_from_on: z.string().nullable(),
    period_to_on: z.string().nullable(),
    period_label: short(80, 'The period label'),
    geography: short(120, 'The geography'),
    source: z.string().nullable(),
    locator: short(120, 'The locator'),
    agency: z.string().nullable(),
    comparator_value: z.number().nullable(),
    comparator_label: short(200, 'The comparator label'),
  })
  .superRefine((row, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (row.shape === 'statement' && row.text === null) wrong('text', 'A statement needs its text');
    if (row.shape === 'measure' && row.unit === null) {
      wrong('unit', 'A figure needs its unit, such as children, per cent or GBP');
    }
    if ((row.comparator_value === null) !== (row.comparator_label === null)) {
      wrong('comparator_label', 'A comparator needs both its value and its label');
    }
    if (row.period_from_on && row.period_to_on && row.period_from_on > row.period_to_on) {
      wrong('period_to_on', 'The period ends before it starts');
    }
  });
export type ImportedRow = z.output<typeof importedRow>;

/** `before`: what the register says now; what a file has no column for (note, range, how exact) stays. */
export function contentOfRow(row: ImportedRow, before?: Content): Content {
  if (row.shape === 'statement') return { shape: 'statement', text: row.text ?? '' };
  const kept = before?.shape === 'measure' ? before : undefined;
  const comparator =
    row.comparator_value === null || row.comparator_label === null
      ? null
      : { value: row.comparator_value, label: row.comparator_label };
  return {
    shape: 'measure',
    value: row.value,
    unit: row.unit ?? '',
    decimals: kept?.value === row.value ? kept.decimals : decimalsOf(row.value),
    qualifier: kept?.qualifier ?? 'exactly',
    numerator: row.numerator,
    denominator: row.denominator,
    basis: row.basis ?? 'not-stated',
    minimum: kept?.minimum ?? null,
    maximum: kept?.maximum ?? null,
    comparator,
    note: kept?.note ?? null,
  };
}

/** What makes two rows the same fact, in one file or sent again: where it stands in which source, and its title. */
export function naturalKey(of: { title: string; source_id: string | null; locator: string | null }): string {
  return JSON.stringify([of.source_id, of.locator, of.title.trim().toLowerCase()]);
}

/** Whether what stands in the register already says what the row says. */
export interface Comparable {
  topics: string[];
  content_hash: string;
  period_from_on: string | null;
  period_to_on: string | null;
  period_label: string | null;
  geography: string | null;
  agency_id: string | null;
}

export function saysTheSame(a: Comparable, b: Comparable): boolean {
  return (
    a.content_hash === b.content_hash &&
    a.topics[0] === b.topics[0] &&
    a.period_from_on === b.period_from_on &&
    a.period_to_on === b.period_to_on &&
    a.period_label === b.period_label &&
    a.geography === b.geography &&
    a.agency_id === b.agency_id
  );
}
