// The form above a list: it sends a GET, so a filtered list has an address that can be kept and shared. Every filter in force
// is shown as a link that takes it away.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { button } from './button.ts';

export interface ActiveFilter {
  /** "Agency: City council". */
  text: string;
  /** The address of the list without this filter. */
  href: string;
}

export interface FiltersOptions {
  /** The address of the list; the page itself when left out. */
  action?: string | undefined;
  /** Names the form to those who cannot see it: "Filter actions". */
  label: string;
  /** Fields drawn by input(), select(), checkboxes() and the like. */
  fields: readonly Html[];
  /** Sent along unseen, such as the sort order. */
  keep?: Readonly<Record<string, string | undefined>> | undefined;
  active?: readonly ActiveFilter[] | undefined;
  /** The address without any filter. */
  clearHref?: string | undefined;
  /** "38 actions", said under the form after each search. */
  result?: string | undefined;
  /** The list as it is filtered now, as CSV. */
  downloadHref?: string | undefined;
  submitText?: string | undefined;
}

export function filters(options: FiltersOptions): Html {
  const kept = Object.entries(options.keep ?? {});
  const action = attributes({ action: options.action });
  return html`<div class="gt-filters"><form class="gt-filters__form" method="get"${action} role="search" aria-label="${options.label}">${kept.map(
    ([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="gt-filters__fields">${options.fields}</div>${button({
    text: options.submitText ?? 'Show',
    classes: 'govuk-button--secondary gt-filters__submit',
  })}</form>${active(options)}${outcome(options)}</div>`;
}

function active({ active: list = [], clearHref }: FiltersOptions): Html | undefined {
  if (list.length === 0) return undefined;
  return html`<ul class="gt-filters__active" aria-label="Filters in force">${list.map(
    ({ text, href }) =>
      html`<li><a class="gt-filters__remove" href="${href}"><span class="govuk-visually-hidden">Remove filter </span>${text} <span aria-hidden="true">✕</span></a></li>`,
  )}${clearHref && html`<li><a class="govuk-link" href="${clearHref}">Clear all filters</a></li>`}</ul>`;
}

function outcome({ result, downloadHref }: FiltersOptions): Html | undefined {
  if (!result && !downloadHref) return undefined;
  const download =
    downloadHref && html`<a class="govuk-link" href="${downloadHref}" download>Download this list (CSV)</a>`;
  return html`<p class="gt-filters__result govuk-body"><span role="status">${result}</span> ${download}</p>`;
}
