// https://design-system.service.gov.uk/components/skip-link/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface SkipLinkOptions extends Content, Styled {
  href?: string | undefined;
}

export function skipLink(options: SkipLinkOptions): Html {
  return html`<a href="${options.href || '#content'}" class="${classNames('govuk-skip-link', options.classes)}"${attributes(options.attributes)} data-module="govuk-skip-link">${contentOf(options)}</a>`;
}
