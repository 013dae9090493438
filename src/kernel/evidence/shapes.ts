// The six shapes evidence comes in. Each is a zod schema that serves as form, API contract and type.
// What a source does not print stays null ("not printed"); it is never filled in.
import { z } from 'zod';

export const shapeNames = ['statement', 'measure', 'table', 'quotation', 'case-study', 'document'] as const;
export type Shape = (typeof shapeNames)[number];

export const bases = ['flow', 'snapshot', 'year-to-date', 'rolling', 'not-stated'] as const;

export const statement = z.strictObject({
  shape: z.literal('statement'),
  text: z.string().min(1).max(8000),
});

/** A value that something is compared with: last year, England, a statistical neighbour. */
export const comparator = z.strictObject({
  value: z.number(),
  label: z.string().min(1).max(200).describe('what it is, for example "June 2023" or "England 2023/24"'),
});

export const measure = z.strictObject({
  shape: z.literal('measure'),
  value: z.number().nullable(),
  unit: z.string().min(1).max(60).describe('per cent, children, sessions, per 1,000 live births, GBP …'),
  decimals: z.int().min(0).max(4),
  qualifier: z.enum(['exactly', 'about', 'more-than', 'at-least', 'fewer-than']),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  basis: z.enum(bases),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  comparator: comparator.nullable(),
  note: z.string().max(1000).nullable(),
});

export const column = z.strictObject({
  label: z.string().min(1).max(120),
  kind: z.enum(['text', 'count', 'number', 'percent', 'money']),
  total: z.enum(['sum', 'none']),
});

export const cell = z.union([z.string().max(2000), z.number(), z.null()]);

/** Rows hold one cell for each column; `printed_total` is the total row as its source prints it, or null. */
export const table = z
  .strictObject({
    shape: z.literal('table'),
    columns: z.array(column).min(1).max(20),
    rows: z.array(z.array(cell)).max(2000),
    printed_total: z.array(cell).nullable(),
    note: z.string().max(1000).nullable(),
  })
  .refine((t) => [...t.rows, t.printed_total ?? t.columns].every((row) => row.length === t.columns.length), {
    message: 'Every row needs exactly one cell for each column',
    path: ['rows'],
  });

export const quotation = z.strictObject({
  shape: z.literal('quotation'),
  text: z.string().min(1).max(4000),
  speaker: z.string().min(1).max(200).describe('a role, never a name'),
});

export const caseStudy = z.strictObject({
  shape: z.literal('case-study'),
  text: z.string().min(1).max(8000),
  consent: z.enum(['recorded', 'not-recorded']),
  names_changed: z.boolean().nullable().describe('whether the text says that names were changed'),
  cleared_by: z.string().max(200).nullable().describe('the agency role that cleared it'),
});

export const document = z.strictObject({
  shape: z.literal('document'),
  description: z.string().min(1).max(4000),
  published_on: z.iso.date().nullable(),
});

export const content = z.discriminatedUnion('shape', [
  statement,
  measure,
  table,
  quotation,
  caseStudy,
  document,
]);
export type Content = z.infer<typeof content>;
export type Measure = z.infer<typeof measure>;
export type Table = z.infer<typeof table>;
export type Cell = z.infer<typeof cell>;
export type CaseStudy = z.infer<typeof caseStudy>;

/** The sum of each summable column of a table's rows (null for the others); blanks count as nothing. */
export function columnTotals(of: Table): (number | null)[] {
  return of.columns.map((c, i) =>
    c.total === 'sum' ? of.rows.reduce((sum, row) => sum + numberIn(row[i]), 0) : null,
  );
}

function numberIn(value: Cell | undefined): number {
  return typeof value === 'number' ? value : 0;
}
