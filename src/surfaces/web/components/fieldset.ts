// https://design-system.service.gov.uk/components/fieldset/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface LegendOptions extends Content {
  classes?: string | undefined;
  isPageHeading?: boolean | undefined;
}

export interface FieldsetOptions extends Styled {
  describedBy?: string | undefined;
  legend?: LegendOptions | undefined;
  role?: string | undefined;
  html?: Html | undefined;
}

export function fieldset(options: FieldsetOptions): Html {
  return html`<fieldset class="${classNames('govuk-fieldset', options.classes)}"${attributes({ role: options.role || undefined, 'aria-describedby': options.describedBy || undefined })}${attributes(options.attributes)}>${legend(options.legend)}${options.html}</fieldset>`;
}

function legend(options: LegendOptions | undefined): Html | undefined {
  if (!hasContent(options)) return undefined;
  const words = contentOf(options);
  return html`<legend class="${classNames('govuk-fieldset__legend', options.classes)}">${
    options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words
  }</legend>`;
}
