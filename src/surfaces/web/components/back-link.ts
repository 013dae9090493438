// https://design-system.service.gov.uk/components/back-link/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface BackLinkOptions extends Content, Styled {
  href?: string | undefined;
}

export function backLink(options: BackLinkOptions): Html {
  const words = hasContent(options) ? contentOf(options) : 'Back';
  return html`<a href="${options.href || '#'}" class="${classNames('govuk-back-link', options.classes)}"${attributes(options.attributes)}>${words}</a>`;
}
