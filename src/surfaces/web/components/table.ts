// https://design-system.service.gov.uk/components/table/ : small tables. Lists of records use data-table.ts.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';

export interface TableCell extends Content, Styled {
  /** "numeric" sets figures to the right. */
  format?: 'numeric' | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
}

export interface TableOptions extends Styled {
  caption?: string | undefined;
  captionClasses?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
  head?: readonly TableCell[] | undefined;
  rows: readonly Maybe<readonly TableCell[]>[];
}

export function table(options: TableOptions): Html {
  return html`<table class="${classNames('govuk-table', options.classes)}"${attributes(options.attributes)}>${
    options.caption &&
    html`<caption class="${classNames('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`
  }${
    options.head &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map((cell) => header('col', cell))}</tr></thead>`
  }<tbody class="govuk-table__body">${options.rows.map(
    (row) =>
      row &&
      html`<tr class="govuk-table__row">${row.map((cell, index) =>
        index === 0 && options.firstCellIsHeader ? header('row', cell) : plainCell(cell),
      )}</tr>`,
  )}</tbody></table>`;
}

function header(scope: 'col' | 'row', cell: TableCell): Html {
  const format = scope === 'col' && cell.format && `govuk-table__header--${cell.format}`;
  return html`<th scope="${scope}" class="${classNames('govuk-table__header', format, cell.classes)}"${spans(cell)}>${contentOf(cell)}</th>`;
}

function plainCell(cell: TableCell): Html {
  const format = cell.format && `govuk-table__cell--${cell.format}`;
  return html`<td class="${classNames('govuk-table__cell', format, cell.classes)}"${spans(cell)}>${contentOf(cell)}</td>`;
}

function spans(cell: TableCell): Html {
  return html`${attributes({ colspan: cell.colspan || undefined, rowspan: cell.rowspan || undefined })}${attributes(cell.attributes)}`;
}
