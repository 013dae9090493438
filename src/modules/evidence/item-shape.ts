// The six shapes as people enter them: for each the fields a form asks, and the way to the stored content and back.
import { z } from 'zod';
import {
  bases,
  type CaseStudy,
  type Content,
  type Measure,
  type Shape,
} from '../../kernel/evidence/shapes.ts';
import { day, oneOf, optional, prose, text, whole } from '../../kernel/records/field.ts';
import type { Rule } from './item.ts';
import { parsePasted } from './table-rows.ts';

export type Basis = Measure['basis'];
export const basisWords: Record<Basis, string> = {
  flow: 'During the period',
  snapshot: 'On one day',
  'year-to-date': 'From the start of the year until then',
  rolling: 'Over the last twelve months, rolling',
  'not-stated': 'Not stated',
};

export const qualifierWords: Record<Measure['qualifier'], string> = {
  exactly: 'Exactly',
  about: 'About',
  'more-than': 'More than',
  'at-least': 'At least',
  'fewer-than': 'Fewer than',
};

const basisChoices = Object.fromEntries(
  bases.map((basis) => [basis, basisWords[basis]]),
) as typeof basisWords;

function number(words: { label: string; hint?: string }) {
  return z.number({ error: `${words.label} must be a number, such as 1234.5` }).meta(words);
}

export const statementFields = { text: prose({ label: 'What it says' }) };

export const measureFields = {
  value: optional(number({ label: 'Value', hint: 'Leave it empty where the source does not print it' })),
  unit: text(
    { label: 'Unit', hint: 'What is counted: “children”, “per cent”, “GBP”, “per 10,000 children”' },
    60,
  ),
  decimals: optional(whole({ label: 'Decimal places', hint: 'As printed; worked out if left empty' }, 0, 4)),
  qualifier: oneOf(qualifierWords, { label: 'How exact it is' }).default('exactly'),
  basis: oneOf(basisChoices, { label: 'Counted' }).default('not-stated'),
  numerator: optional(number({ label: 'Numerator', hint: 'For a share: how many' })),
  denominator: optional(number({ label: 'Denominator', hint: 'For a share: out of how many' })),
  minimum: optional(number({ label: 'Lowest possible', hint: 'For a score: the bottom of its scale' })),
  maximum: optional(number({ label: 'Highest possible', hint: 'For a score: the top of its scale' })),
  comparator_value: optional(number({ label: 'Compared with: value' })),
  comparator_label: optional(
    text({ label: 'Compared with: what it is', hint: 'For example “June 2023” or “England 2023/24”' }, 200),
  ),
  note: optional(
    prose({ label: 'Definition or note', hint: 'How it is counted, in the source’s terms' }, 1000),
  ),
};

export const tableFields = {
  pasted: prose(
    {
      label: 'The table',
      hint: 'Copy it in Excel or Word, headings included, and paste it here. Empty cells mean “not printed”',
    },
    60_000,
  ),
  last_row_is_total: z.boolean().default(false).meta({ label: 'The last row is the total as printed' }),
  note: optional(prose({ label: 'Note' }, 1000)),
};

export const quotationFields = {
  text: prose({ label: 'The words' }, 4000),
  speaker: text(
    { label: 'Who said it', hint: 'A role, never a name: “a young person, 15”, “a parent”' },
    200,
  ),
};

const consents = { recorded: 'Consent is recorded', 'not-recorded': 'Not recorded' } as const;
const yesNo = { yes: 'Yes', no: 'No' } as const;

export const caseStudyFields = {
  text: prose({
    label: 'The story',
    hint: 'Without names, and without details by which a child could be known',
  }),
  consent: oneOf(consents, { label: 'Consent of the family', widget: 'radios' }).default('not-recorded'),
  names_changed: optional(oneOf(yesNo, { label: 'Does it say that names were changed?' })),
  cleared_by: optional(text({ label: 'Cleared by', hint: 'The role in the agency that cleared it' }, 200)),
};

export const documentFields = {
  description: prose({ label: 'What it is and what it shows' }, 4000),
  published_on: optional(day({ label: 'Published on' })),
};

type Fields<F extends z.ZodRawShape> = z.output<z.ZodObject<F>>;

export const toStatement = (given: Fields<typeof statementFields>): Content => ({
  shape: 'statement',
  text: given.text,
});

/** A comparator needs its value and its words; one without the other says nothing and is refused by the input schema. */
export function toMeasure(given: Fields<typeof measureFields>): Content {
  const { comparator_value, comparator_label, decimals, ...rest } = given;
  const comparator =
    comparator_value === null || comparator_label === null
      ? null
      : { value: comparator_value, label: comparator_label };
  return { shape: 'measure', ...rest, decimals: decimals ?? decimalsOf(given.value), comparator };
}

/** As many decimals as the number was typed with, at most 4. */
export function decimalsOf(value: number | null): number {
  return Math.min(4, (String(value ?? 0).split('.')[1] ?? '').length);
}

type Comparison = { comparator_value?: unknown; comparator_label?: unknown };
export const comparatorRule: Rule<Comparison> = [
  (given) => ((given.comparator_value ?? null) === null) === ((given.comparator_label ?? null) === null),
  { message: 'Say both what it is compared with and the value, or neither', path: ['comparator_label'] },
];

export const toTable = (given: Fields<typeof tableFields>): Content => ({
  ...parsePasted(given.pasted, given.last_row_is_total),
  note: given.note,
});

export const toQuotation = (given: Fields<typeof quotationFields>): Content => ({
  shape: 'quotation',
  text: given.text,
  speaker: given.speaker,
});

export const toCaseStudy = (given: Fields<typeof caseStudyFields>): CaseStudy => ({
  shape: 'case-study',
  text: given.text,
  consent: given.consent,
  names_changed: given.names_changed === null ? null : given.names_changed === 'yes',
  cleared_by: given.cleared_by,
});

export const toDocument = (given: Fields<typeof documentFields>): Content => ({
  shape: 'document',
  description: given.description,
  published_on: given.published_on,
});

/** Stored content as the values its form opens with. */
export function formValuesOf(of: Content): Record<string, unknown> {
  const { shape, ...values } = of;
  if (of.shape === 'measure') {
    return { ...values, comparator_value: of.comparator?.value, comparator_label: of.comparator?.label };
  }
  if (of.shape === 'case-study') {
    return { ...values, names_changed: of.names_changed === null ? null : of.names_changed ? 'yes' : 'no' };
  }
  return shape === 'table' ? { note: of.shape === 'table' ? of.note : null } : values;
}

/** Paths name shapes in the plural: `/evidence/case-studies/new`. */
export const shapePaths: Record<Shape, string> = {
  statement: 'statements',
  measure: 'figures',
  table: 'tables',
  quotation: 'quotations',
  'case-study': 'case-studies',
  document: 'documents',
};
