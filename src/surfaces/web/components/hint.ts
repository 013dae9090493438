// A hint under a label or legend.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface HintOptions extends Content, Styled {
  id?: string | undefined;
}

export function hint(options: HintOptions): Html {
  return html`<div${attributes({ id: options.id || undefined, class: classNames('govuk-hint', options.classes) })}${attributes(options.attributes)}>${contentOf(options)}</div>`;
}
