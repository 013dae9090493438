// https://design-system.service.gov.uk/components/error-summary/ : everything to mend, at the top, each a link to its field.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Attributes, Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface ErrorSummaryItem extends Content {
  /** `#` and the field's id, which is its name unless the page gave another. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface ErrorSummaryOptions extends Styled {
  titleText?: string | undefined;
  titleHtml?: Html | undefined;
  descriptionText?: string | undefined;
  descriptionHtml?: Html | undefined;
  errorList?: readonly ErrorSummaryItem[] | undefined;
  disableAutoFocus?: boolean | undefined;
}

export function errorSummary(options: ErrorSummaryOptions): Html {
  const description = { text: options.descriptionText, html: options.descriptionHtml };
  const autoFocus = options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus);
  // The alert is a child so that moving the focus to its parent does not interrupt its being read out.
  return html`<div class="${classNames('govuk-error-summary', options.classes)}"${attributes({ 'data-disable-auto-focus': autoFocus })}${attributes(options.attributes)} data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${contentOf({ text: options.titleText, html: options.titleHtml })}</h2><div class="govuk-error-summary__body">${
    hasContent(description) && html`<p>${contentOf(description)}</p>`
  }${options.errorList?.length ? html`<ul class="govuk-list govuk-error-summary__list">${options.errorList.map(fault)}</ul>` : false}</div></div></div>`;
}

function fault(item: ErrorSummaryItem): Html {
  if (!item.href) return html`<li>${contentOf(item)}</li>`;
  return html`<li><a href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`;
}
