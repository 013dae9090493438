// https://design-system.service.gov.uk/components/text-input/ : the label of one field.
import { attributes, html, nothing } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface LabelOptions extends Content, Styled {
  for?: string | undefined;
  isPageHeading?: boolean | undefined;
}

export function label(options: LabelOptions): Html {
  if (!hasContent(options)) return nothing;
  const element = html`<label class="${classNames('govuk-label', options.classes)}"${attributes(options.attributes)}${attributes({ for: options.for || undefined })}>${contentOf(options)}</label>`;
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element;
}
