// https://design-system.service.gov.uk/components/tabs/ : without scripts, a list of links and the panels in order.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames } from './content.ts';
import type { Content, Maybe, Styled } from './content.ts';

export interface TabItem {
  id?: string | undefined;
  label: string;
  attributes?: Attributes | undefined;
  panel: Content & { attributes?: Attributes | undefined };
}

export interface TabsOptions extends Styled {
  id?: string | undefined;
  /** Needed unless every item has its own id. */
  idPrefix?: string | undefined;
  title?: string | undefined;
  items?: readonly Maybe<TabItem>[] | undefined;
}

export function tabs(options: TabsOptions): Html {
  const own = attributes({ id: options.id || undefined, class: classNames('govuk-tabs', options.classes) });
  const items = options.items ?? [];
  const idOf = (item: TabItem, index: number) => item.id || `${options.idPrefix ?? ''}-${index + 1}`;
  return html`<div${own}${attributes(options.attributes)} data-module="govuk-tabs"><h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>${
    items.length > 0 &&
    html`<ul class="govuk-tabs__list">${items.map((item, index) => item && listed(item, idOf(item, index), index))}</ul>${items.map(
      (item, index) => item && tabPanel(item, idOf(item, index), index),
    )}`
  }</div>`;
}

function listed(item: TabItem, id: string, index: number): Html {
  const classes = classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected');
  return html`<li class="${classes}"><a class="govuk-tabs__tab" href="#${id}"${attributes(item.attributes)}>${item.label}</a></li>`;
}

function tabPanel({ panel }: TabItem, id: string, index: number): Html {
  const classes = classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden');
  const inside = panel.html?.length
    ? panel.html
    : panel.text && html`<p class="govuk-body">${panel.text}</p>`;
  return html`<div class="${classes}" id="${id}"${attributes(panel.attributes)}>${inside}</div>`;
}
