// https://design-system.service.gov.uk/components/details/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface DetailsOptions extends Content, Styled {
  id?: string | undefined;
  summaryText?: string | undefined;
  summaryHtml?: Html | undefined;
  open?: boolean | undefined;
}

export function details(options: DetailsOptions): Html {
  const own = attributes({
    id: options.id || undefined,
    class: classNames('govuk-details', options.classes),
  });
  return html`<details${own}${attributes(options.attributes)}${attributes({ open: options.open })}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${contentOf({ text: options.summaryText, html: options.summaryHtml })}</span></summary><div class="govuk-details__text">${contentOf(options)}</div></details>`;
}
