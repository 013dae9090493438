// Short constructors for the six shapes of evidence, so that a demonstration reads as a list of facts.
// What a source does not print is null: every default here means "not printed".
import type { CaseStudy, Cell, Content, Measure, Table } from '../src/kernel/evidence/shapes.ts';

type Column = Table['columns'][number];

export function statement(text: string): Content {
  return { shape: 'statement', text };
}

/**
 * A figure. Decimals are those of the value unless given: 2.70 per cent is `measure(2.7, 'per cent', { decimals: 2 })`.
 * A null value is a figure that the source speaks of and does not print.
 */
export function measure(
  value: number | null,
  unit: string,
  extra: Partial<Omit<Measure, 'shape' | 'value' | 'unit'>> = {},
): Content {
  return {
    shape: 'measure',
    value,
    unit,
    decimals: decimalsOf(value),
    qualifier: 'exactly',
    numerator: null,
    denominator: null,
    basis: 'not-stated',
    minimum: null,
    maximum: null,
    comparator: null,
    note: null,
    ...extra,
  };
}

function decimalsOf(value: number | null): number {
  return (String(value ?? 0).split('.')[1] ?? '').length;
}

export function textColumn(label: string): Column {
  return { label, kind: 'text', total: 'none' };
}

/** A column of counts; `'none'` where adding the rows would mean nothing. */
export function countColumn(label: string, total: Column['total'] = 'sum'): Column {
  return { label, kind: 'count', total };
}

/** `printedTotal` is the total row as its source prints it, never one that was worked out here. */
export function table(
  columns: Column[],
  rows: Cell[][],
  printedTotal: Cell[] | null = null,
  note: string | null = null,
): Content {
  return { shape: 'table', columns, rows, printed_total: printedTotal, note };
}

export function quotation(text: string, speaker: string): Content {
  return { shape: 'quotation', text, speaker };
}

export function caseStudy(text: string, extra: Partial<Omit<CaseStudy, 'shape' | 'text'>> = {}): Content {
  return {
    shape: 'case-study',
    text,
    consent: 'not-recorded',
    names_changed: null,
    cleared_by: null,
    ...extra,
  };
}
