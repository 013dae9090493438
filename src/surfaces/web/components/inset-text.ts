// https://design-system.service.gov.uk/components/inset-text/
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface InsetTextOptions extends Content, Styled {
  id?: string | undefined;
}

export function insetText(options: InsetTextOptions): Html {
  const own = attributes({
    id: options.id || undefined,
    class: classNames('govuk-inset-text', options.classes),
  });
  return html`<div${own}${attributes(options.attributes)}>${contentOf(options)}</div>`;
}
