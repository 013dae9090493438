// A list of records: caption, sort links that work without scripts, and a region that scrolls sideways on a phone and can be
// reached by keyboard. Rows are drawn straight from the records, so a long list costs one pass.
import { attributes, html, join, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames } from './content.ts';

export type SortDirection = 'ascending' | 'descending';

export interface Column<Row> {
  heading: string;
  /** Nothing is drawn for null and undefined. */
  cell: (row: Row) => Html | string | number | null | undefined;
  format?: 'numeric' | undefined;
  /** Names the row; read out with every other cell in it. At most one column. */
  isRowHeader?: boolean | undefined;
  /** The key by which the list can be sorted on this column. */
  sortKey?: string | undefined;
  classes?: string | undefined;
}

export interface DataTableOptions<Row> {
  /** Unique on the page; "list" unless given. */
  id?: string | undefined;
  caption: string;
  /** "govuk-table__caption--m" unless given; "govuk-visually-hidden" where a heading says the same. */
  captionClasses?: string | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sort?:
    | {
        by: string;
        direction: SortDirection;
        /** The address of this list sorted so, keeping its filters. */
        href: (by: string, direction: SortDirection) => string;
      }
    | undefined;
  /** Said instead of the table when there are no rows. */
  empty?: string | Html | undefined;
  rowClasses?: ((row: Row) => string | undefined) | undefined;
  classes?: string | undefined;
}

export function dataTable<Row>(options: DataTableOptions<Row>): Html {
  const id = options.id ?? 'list';
  if (options.rows.length === 0) {
    return html`<p class="govuk-body gt-empty" id="${id}">${options.empty ?? `There is nothing in this list: ${options.caption}.`}</p>`;
  }
  return html`<div class="gt-scroll" role="region" aria-labelledby="${id}-caption" tabindex="0"><table class="${classNames('govuk-table gt-table', options.classes)}" id="${id}"><caption class="${classNames('govuk-table__caption', options.captionClasses ?? 'govuk-table__caption--m')}" id="${id}-caption">${options.caption}</caption><thead class="govuk-table__head"><tr class="govuk-table__row">${options.columns.map((column) => heading(column, options.sort))}</tr></thead><tbody class="govuk-table__body">${body(options)}</tbody></table></div>`;
}

function heading<Row>(column: Column<Row>, sort: DataTableOptions<Row>['sort']): Html {
  const { sortKey } = column;
  const classes = classNames(
    'govuk-table__header',
    column.format && `govuk-table__header--${column.format}`,
    column.classes,
  );
  if (sort === undefined || sortKey === undefined)
    return html`<th scope="col" class="${classes}">${column.heading}</th>`;
  const current = sort.by === sortKey ? sort.direction : undefined;
  const next = current === 'ascending' ? 'descending' : 'ascending';
  const arrow =
    current &&
    html`<span class="gt-sort__arrow" aria-hidden="true">${current === 'ascending' ? '▲' : '▼'}</span>`;
  return html`<th scope="col" class="${classes}"${attributes({ 'aria-sort': current })}><a class="gt-sort" href="${sort.href(sortKey, next)}">${column.heading}${arrow}</a></th>`;
}

// The opening tag of a column's cells is the same in every row, so it is made once.
function body<Row>({ columns, rows, rowClasses }: DataTableOptions<Row>): Html {
  const drawn = columns.map((column) => {
    const tag = column.isRowHeader ? 'th' : 'td';
    const block = column.isRowHeader ? 'govuk-table__header' : 'govuk-table__cell';
    const classes = classNames(block, column.format && `${block}--${column.format}`, column.classes);
    const own = html`${attributes({ scope: column.isRowHeader && 'row', class: classes })}`;
    return { cell: column.cell, opening: raw(`<${tag}${own.toString()}>`), closing: raw(`</${tag}>`) };
  });
  return join(
    rows.map(
      (row) =>
        html`<tr class="${classNames('govuk-table__row', rowClasses?.(row))}">${drawn.map(({ cell, opening, closing }) => html`${opening}${cell(row)}${closing}`)}</tr>`,
    ),
  );
}
