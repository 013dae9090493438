// https://design-system.service.gov.uk/components/pagination/
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface PaginationLink extends Content {
  href: string;
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationItem {
  number?: number | string | undefined;
  href?: string | undefined;
  visuallyHiddenText?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationOptions extends Styled {
  items?: readonly (PaginationItem | null | undefined)[] | undefined;
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  landmarkLabel?: string | undefined;
}

type Direction = 'prev' | 'next';

const arrows: Record<Direction, Html> = {
  prev: arrow(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: arrow(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
};

function arrow(direction: Direction, path: string): Html {
  return raw(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${direction}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`,
  );
}

export function pagination(options: PaginationOptions): Html {
  const { items, previous, next } = options;
  const block = !items && (previous || next) !== undefined;
  const classes = classNames('govuk-pagination', block && 'govuk-pagination--block', options.classes);
  return html`<nav class="${classes}" aria-label="${options.landmarkLabel || 'Pagination'}"${attributes(options.attributes)}>${
    previous?.href && turn(previous, 'prev', block)
  }${items && html`<ul class="govuk-pagination__list">${items.map((item) => item && Object.keys(item).length > 0 && page(item))}</ul>`}${
    next?.href && turn(next, 'next', block)
  }</nav>`;
}

function turn(link: PaginationLink, direction: Direction, block: boolean): Html {
  const usual = html`${direction === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`;
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated';
  const title = html`<span class="${classNames('govuk-pagination__link-title', decorated)}">${hasContent(link) ? contentOf(link) : usual}</span>`;
  const label =
    block &&
    link.labelText &&
    html` <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`;
  const arrowFirst = block || direction === 'prev';
  return html`<div class="govuk-pagination__${direction}"><a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${direction}"${attributes(link.attributes)}>${arrowFirst && arrows[direction]}${title}${label}${!arrowFirst && arrows[direction]}</a></div>`;
}

function page(item: PaginationItem): Html {
  const classes = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  );
  if (item.ellipsis) return html`<li class="${classes}">⋯</li>`;
  const own = attributes({
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current && 'page',
  });
  return html`<li class="${classes}"><a class="govuk-link govuk-pagination__link" href="${item.href}"${own}${attributes(item.attributes)}>${item.number}</a></li>`;
}
