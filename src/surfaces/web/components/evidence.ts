// Evidence as people read it: a figure with its period, place and source, a table with its totals, words with who said
// them. One drawing for the register, the plan and wherever else evidence is shown.
import type { Period } from '../../../kernel/evidence/evidence.ts';
import {
  type Cell,
  columnTotals,
  type Content,
  type Measure,
  type Table,
} from '../../../kernel/evidence/shapes.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { dataTable } from './data-table.ts';
import { showDay, showNumber, showPeriod } from './day.ts';
import { type FigureOptions, figures } from './figure.ts';

/** What is known of a piece of evidence besides its content. */
export interface Standing {
  title: string;
  /** The page of the record; its source line leads there. */
  path?: string | undefined;
  source_title: string | null;
  locator: string | null;
  period: Period;
  as_of: string | null;
  geography: string | null;
}

export function evidenceView(content: Content | null, standing: Standing): Html {
  if (content === null) return html`<p class="govuk-body">${recordLink(standing)}</p>`;
  switch (content.shape) {
    case 'measure':
      return figures([measureFigure(content, standing)]);
    case 'table':
      return html`${tableView(content, { caption: standing.title })}${origin(standing)}`;
    case 'quotation':
      return html`<figure class="gt-said"><blockquote class="gt-said__words">${content.text}</blockquote><figcaption>${content.speaker}</figcaption></figure>${origin(standing)}`;
    case 'case-study':
      return html`<div class="gt-said">${paragraphs(content.text)}</div>${origin(standing)}`;
    case 'document':
      return html`${paragraphs(content.description)}${origin(standing)}`;
    case 'statement':
      return html`${paragraphs(content.text)}${origin(standing)}`;
    default:
      return content;
  }
}

/** A measure for `figures([…])`. */
export function measureFigure(measure: Measure, standing: Standing): FigureOptions {
  const where = standing.geography ? `, ${standing.geography}` : '';
  return {
    label: `${standing.title}${where}`,
    value: measure.value === null ? null : qualified(measure),
    gap: measure.value === null ? 'not-printed' : undefined,
    unit: measure.unit,
    decimals: measure.decimals,
    period: standing.period,
    as_of: standing.as_of,
    source: { text: sourceText(standing), href: standing.path },
    comparison: comparisonOf(measure),
  };
}

const qualifiers: Record<Measure['qualifier'], string> = {
  exactly: '',
  about: 'about ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'fewer-than': 'fewer than ',
};

function qualified({ value, qualifier, decimals }: Measure): number | string {
  if (value === null || qualifier === 'exactly') return value ?? '';
  return `${qualifiers[qualifier]}${showNumber(value, { decimals })}`;
}

/** "45 of 60; compared with 12 (June 2023)". */
export function comparisonOf({
  unit,
  numerator,
  denominator,
  comparator,
  minimum,
  maximum,
}: Measure): string | undefined {
  const parts = [
    numerator !== null && denominator !== null && `${showNumber(numerator)} of ${showNumber(denominator)}`,
    // The scale of a score; that a share runs from 0 to 100 goes without saying.
    unit !== 'per cent' &&
      minimum !== null &&
      maximum !== null &&
      `on a scale from ${showNumber(minimum)} to ${showNumber(maximum)}`,
    comparator !== null && `compared with ${showNumber(comparator.value)} (${comparator.label})`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join('; ');
}

export function sourceText({ source_title, locator }: Pick<Standing, 'source_title' | 'locator'>): string {
  if (source_title === null) return 'not recorded';
  return locator === null ? source_title : `${source_title}, ${locator}`;
}

/** "April 2024 to March 2025", "on 31 March 2025", or that nothing is stated. */
export function whenText({ period, as_of }: Pick<Standing, 'period' | 'as_of'>): string {
  if (period.label) return period.label;
  if (period.from || period.to) return showPeriod(period.from, period.to);
  return as_of ? `on ${showDay(as_of)}` : 'period not stated';
}

function origin(standing: Standing): Html {
  return html`<p class="gt-origin">${whenText(standing)}${standing.geography && `, ${standing.geography}`}. Source: ${recordLink({ ...standing, title: sourceText(standing) })}</p>`;
}

function recordLink({ path, title }: Pick<Standing, 'path' | 'title'>): Html {
  return path ? html`<a class="govuk-link" href="${path}">${title}</a>` : html`${title}`;
}

export function paragraphs(text: string): Html[] {
  return text.split(/\n{2,}/).map((part) => html`<p class="govuk-body gt-prose">${part}</p>`);
}

export interface TableViewOptions {
  caption: string;
  /** What can be done with a row, by its number from 1. */
  acts?: ((row: number) => Html) | undefined;
}

interface DrawnRow {
  cells: (Cell | undefined)[];
  total?: string;
  number?: number;
}

/** The rows, their sum worked out now, and the total as printed, each named for what it is. */
export function tableView(table: Table, { caption, acts }: TableViewOptions): Html {
  const sums = columnTotals(table);
  const summed = sums.some((sum) => sum !== null);
  const rows: DrawnRow[] = [
    ...table.rows.map((cells, at) => ({ cells, number: at + 1 })),
    ...(summed ? [{ cells: sums, total: 'Sum of the rows' }] : []),
    ...(table.printed_total ? [{ cells: table.printed_total, total: 'Total as printed' }] : []),
  ];
  return html`${dataTable<DrawnRow>({
    id: 'rows',
    caption,
    rows,
    rowClasses: (row) => (row.total ? 'gt-total' : undefined),
    columns: [
      ...table.columns.map((column, at) => ({
        heading: column.label,
        isRowHeader: at === 0,
        format: column.kind === 'text' ? undefined : ('numeric' as const),
        cell: (row: DrawnRow) => cellView(row, at, column.kind),
      })),
      ...(acts ? [{ heading: 'Change', cell: (row: DrawnRow) => row.number && acts(row.number) }] : []),
    ],
    empty: 'This table has no rows yet.',
  })}${disagreement(table, sums)}${table.note && html`<p class="govuk-body">${table.note}</p>`}`;
}

function cellView(row: DrawnRow, at: number, kind: Table['columns'][number]['kind']): Html | string {
  const cell = row.cells[at] ?? null;
  if (at === 0 && row.total) return html`${cell === null ? '' : `${String(cell)} `}<em>${row.total}</em>`;
  if (cell === null) return row.total ? '' : html`<span class="gt-figure__gap">Not printed</span>`;
  if (typeof cell === 'string') return cell;
  if (kind === 'percent') return `${showNumber(cell)}%`;
  return kind === 'money' ? `£${showNumber(cell)}` : showNumber(cell);
}

function disagreement({ columns, printed_total }: Table, sums: (number | null)[]): Html | undefined {
  if (printed_total === null) return undefined;
  const wrong = columns.flatMap(({ label }, at) => {
    const printed = printed_total[at];
    const sum = sums[at] ?? null;
    if (typeof printed !== 'number' || sum === null || printed === sum) return [];
    return [`${label}: the rows add up to ${showNumber(sum)}, the source prints ${showNumber(printed)}`];
  });
  if (wrong.length === 0) return undefined;
  return html`<div class="govuk-inset-text"><p class="govuk-body">The printed total and the rows do not agree. Check them against the source; the report will say so too.</p><ul class="govuk-list govuk-list--bullet">${wrong.map((text) => html`<li>${text}</li>`)}</ul></div>`;
}
