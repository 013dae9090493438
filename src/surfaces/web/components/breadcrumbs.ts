// https://design-system.service.gov.uk/components/breadcrumbs/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface BreadcrumbItem extends Content {
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface BreadcrumbsOptions extends Styled {
  items: readonly BreadcrumbItem[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
}

export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const classes = classNames(
    'govuk-breadcrumbs',
    options.classes,
    options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return html`<nav class="${classes}"${attributes(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}"><ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol></nav>`;
}

function crumb(item: BreadcrumbItem): Html {
  if (!item.href)
    return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`;
  return html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`;
}
