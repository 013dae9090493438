// https://design-system.service.gov.uk/components/warning-text/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface WarningTextOptions extends Content, Styled {
  iconFallbackText?: string | undefined;
}

export function warningText(options: WarningTextOptions): Html {
  return html`<div class="${classNames('govuk-warning-text', options.classes)}"${attributes(options.attributes)}><span class="govuk-warning-text__icon" aria-hidden="true">!</span> <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span> ${contentOf(options)}</strong></div>`;
}
