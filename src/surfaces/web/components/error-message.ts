// The message beside a field that needs mending: what is wrong and what to do.
import { attributes, html } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface ErrorMessageOptions extends Content, Styled {
  id?: string | undefined;
  /** Read out before the message; "Error" unless given, nothing when empty. */
  visuallyHiddenText?: string | undefined;
}

export function errorMessage(options: ErrorMessageOptions): Html {
  const before = options.visuallyHiddenText ?? 'Error';
  return html`<p${attributes({ id: options.id || undefined, class: classNames('govuk-error-message', options.classes) })}${attributes(options.attributes)}>${
    before && html`<span class="govuk-visually-hidden">${before}:</span> `
  }${contentOf(options)}</p>`;
}
