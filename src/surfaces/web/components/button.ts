// https://design-system.service.gov.uk/components/button/
import { attributes, html, raw } from '../../../kernel/pages/html.ts';
import type { Html } from '../../../kernel/pages/html.ts';
import { classNames, contentOf, hasContent } from './content.ts';
import type { Content, Styled } from './content.ts';

export interface ButtonOptions extends Content, Styled {
  id?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  disabled?: boolean | undefined;
  /** A link that looks like a button. Only for going somewhere; what changes a record is a real button. */
  href?: string | undefined;
  isStartButton?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
}

const startIcon = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
);

export function button(options: ButtonOptions): Html {
  const words = contentOf(options);
  // A start button is laid out by flexbox, which would swallow the spaces between elements inside it.
  const inside = options.isStartButton
    ? html`${options.html && hasContent(options) ? html`<span>${words}</span>` : words}${startIcon}`
    : words;
  const shared = html`${attributes({
    class: classNames('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  })}${attributes(options.attributes)}${attributes({ id: options.id || undefined })}`;
  if (options.href)
    return html`<a href="${options.href}" role="button" draggable="false"${shared}>${inside}</a>`;
  const own = attributes({
    type: options.type || 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled,
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
  });
  return html`<button${own}${shared}>${inside}</button>`;
}
